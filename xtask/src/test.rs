//! Checks everything: the quick checks first, each build used by the next, and a summary at the end.

use std::env;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::Args;

use crate::command::{cargo, on_path, run};
use crate::wasm::BUNDLES;
use crate::{apt, budget, build, node, toolchain};

/// What to test.
#[derive(Args)]
pub struct Options {
    /// Without the browser tests
    #[arg(long)]
    quick: bool,
    /// Go on after a failure (as in CI): the first one is not always the one that matters
    #[arg(long, env = "CI", value_parser = clap::builder::FalseyValueParser::new())]
    keep_going: bool,
}

/// Runs every step and prints how each went; the last line counts them.
pub fn test(options: &Options) -> ExitCode {
    let mut steps = Steps { done: Vec::new(), keep_going: options.keep_going };
    steps.step("format", || run(cargo().args(["fmt", "--all", "--check"]), FORMAT_ADVICE));
    steps.step("clippy", clippy);
    steps.step("clippy for the browser", clippy_for_the_browser);
    if let Some(site) = steps.step("site", build::site) {
        steps.step("budgets", || budget::check(&site));
    }
    // After the site, because the server embeds it: building it for the browser tests then takes no time.
    steps.step("tests", || rust_tests(options.keep_going));
    let server = steps.step("server", || build::server(false));
    if let (Some(server), false) = (server, options.quick) {
        steps.step("browser tests", || node::browser_tests(&server));
    }
    steps.summary()
}

const FORMAT_ADVICE: &str = "`cargo fmt --all` puts it right.";
const CLIPPY_ADVICE: &str =
    "The messages above say what to change; `#[expect(lint, reason = \"…\")]` where clippy is wrong.";

fn clippy() -> Result<()> {
    let what = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    run(cargo().args(what), CLIPPY_ADVICE)
}

fn clippy_for_the_browser() -> Result<()> {
    let toolchain = toolchain::find()?;
    let packages = BUNDLES.iter().flat_map(|bundle| ["--package", bundle.package]);
    let features = BUNDLES.iter().map(|bundle| format!("{}/{}", bundle.package, bundle.feature));
    let mut what: Vec<String> = packages.chain(["--package", "own-terms-domain", "--lib"]).map(str::to_owned).collect();
    what.extend(["--no-default-features".to_owned(), "--features".to_owned(), features.collect::<Vec<_>>().join(",")]);
    if toolchain.has_clippy() {
        run(toolchain.cargo("clippy").args(what).args(["--", "-D", "warnings"]), CLIPPY_ADVICE)
    } else {
        run(toolchain.cargo("check").args(what), CLIPPY_ADVICE)
    }
}

fn rust_tests(keep_going: bool) -> Result<()> {
    // Files to print are read with it. Without it those tests see nothing, which is not for CI.
    if env::var_os("CI").is_some() && on_path("pdftotext").is_none() {
        apt::install(&["poppler-utils"], "The tests of PDF need poppler: `apt-get install poppler-utils`.")?;
    }
    let mut tests = cargo();
    tests.args(["test", "--workspace"]);
    if keep_going {
        tests.arg("--no-fail-fast");
    }
    run(&mut tests, "The messages above say which test failed.")
}

struct Steps {
    /// Name, seconds, and what went wrong if something did.
    done: Vec<(&'static str, f64, Option<String>)>,
    keep_going: bool,
}

impl Steps {
    /// Does a step, unless one before has failed and nobody wants to go on; its result if there is one.
    fn step<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        if !self.keep_going && self.done.iter().any(|(_, _, error)| error.is_some()) {
            return None;
        }
        println!("\n── {name}");
        let start = Instant::now();
        let result = work();
        let error = result.as_ref().err().map(|error| format!("{error:#}"));
        if let Some(error) = &error {
            eprintln!("error: {error}");
        }
        self.done.push((name, start.elapsed().as_secs_f64(), error));
        result.ok()
    }

    fn summary(&self) -> ExitCode {
        println!("\n── summary");
        for (name, seconds, error) in &self.done {
            let outcome = if error.is_none() { "ok" } else { "FAILED" };
            println!("  {name:<28} {outcome:<8} {seconds:>7.1} s");
        }
        for (name, _, error) in &self.done {
            if let Some(first_line) = error.as_deref().and_then(|error| error.lines().next()) {
                println!("  {name}: {first_line}");
            }
        }
        let failed = self.done.iter().filter(|(_, _, error)| error.is_some()).count();
        println!("{} passed, {failed} failed", self.done.len() - failed);
        if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_steps(keep_going: bool) -> Vec<&'static str> {
        let mut steps = Steps { done: Vec::new(), keep_going };
        assert_eq!(steps.step("first", || -> Result<()> { anyhow::bail!("no") }), None);
        steps.step("second", || Ok(1));
        steps.done.iter().map(|(name, _, _)| *name).collect()
    }

    #[test]
    fn a_failure_is_the_last_step_unless_told_to_go_on() {
        assert_eq!(two_steps(false), ["first"]);
        assert_eq!(two_steps(true), ["first", "second"]);
    }
}
