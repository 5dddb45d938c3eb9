//! Starts other programs: a clean environment for cargo, and failures that say what to do next.

use std::env;
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::paths;

/// The cargo that started xtask.
pub fn cargo() -> Command {
    cargo_at(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A cargo at this path, without what `cargo run` tells xtask about xtask itself: some build scripts watch those
/// variables, and everything after them would be built again by the next plain `cargo check`.
pub fn cargo_at(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        let about_xtask = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"];
        if name.to_str().is_some_and(|name| about_xtask.iter().any(|prefix| name.starts_with(prefix))) {
            command.env_remove(name);
        }
    }
    if env::var_os("CI").is_some() {
        // Nothing is built twice in CI: recording what could be reused only costs time and disk.
        command.env("CARGO_INCREMENTAL", "0");
    }
    command.current_dir(paths::root());
    command
}

/// Runs to the end with our own input and output; an error holds the advice.
pub fn run(command: &mut Command, advice: &str) -> Result<()> {
    let status = command.status().map_err(|error| cannot_start(command, &error, advice))?;
    if !status.success() {
        bail!("`{}` failed ({status}). {advice}", shown(command));
    }
    Ok(())
}

/// Runs to the end and gives what it printed, or an error with its complaint and the advice.
pub fn output(command: &mut Command, advice: &str) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| cannot_start(command, &error, advice))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` failed ({}). {advice}\n{}", shown(command), output.status, complaint.trim());
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` printed something that is not text", shown(command)))
}

/// Finds a program on PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Does one step and prints one line about it with the seconds it took.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    let result = work()?;
    println!("  {what:<44} {:>6.1} s", start.elapsed().as_secs_f64());
    Ok(result)
}

fn cannot_start(command: &Command, error: &std::io::Error, advice: &str) -> anyhow::Error {
    let program = command.get_program().to_string_lossy();
    match error.kind() {
        ErrorKind::NotFound => anyhow::anyhow!("{program} is not installed. {advice}"),
        _ => anyhow::anyhow!("{program} could not be started: {error}. {advice}"),
    }
}

/// The command as a person would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_says_what_to_do() {
        let error = run(&mut Command::new("false"), "Try true.").unwrap_err().to_string();
        assert!(error.contains("`false` failed") && error.ends_with("Try true."), "{error}");
        let error = run(&mut Command::new("no-such-program"), "Install it.").unwrap_err().to_string();
        assert_eq!(error, "no-such-program is not installed. Install it.");
    }

    #[test]
    fn output_is_what_was_printed() {
        assert_eq!(output(Command::new("echo").arg("hello"), "").unwrap(), "hello\n");
    }
}
