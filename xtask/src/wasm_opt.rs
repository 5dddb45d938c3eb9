//! Shrinks WebAssembly with `wasm-opt`, where it is to be had: without it everything works too, a little heavier.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Result;

use crate::command::{on_path, output, timed};
use crate::paths;

/// What today's compilers write: wasm-opt refuses what it was not told to expect.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Makes the file smaller, or says why it stays as it is.
pub fn shrink(wasm: &Path) -> Result<()> {
    let Some(program) = find() else {
        println!("  wasm-opt skipped: it is neither on PATH nor could npm install it");
        return Ok(());
    };
    let before = fs::metadata(wasm)?.len();
    let smaller = wasm.with_extension("opt");
    let mut optimise = Command::new(program);
    optimise.arg("-Oz").args(FEATURES).arg(wasm).arg("-o").arg(&smaller);
    if let Err(error) =
        timed("WebAssembly shrunk", || output(&mut optimise, "It may be too old; it is not needed.").map(|_| ()))
    {
        println!("  wasm-opt skipped: {error}");
        return Ok(());
    }
    println!("  wasm-opt: {before} to {} bytes", fs::metadata(&smaller)?.len());
    fs::rename(smaller, wasm)?;
    Ok(())
}

/// The one on PATH, or the one of npm's package `binaryen`, in the version and with the hash of our lock file.
fn find() -> Option<PathBuf> {
    if let Some(program) = on_path("wasm-opt") {
        return Some(program);
    }
    let npm = on_path("npm")?;
    let lock = paths::root().join("xtask/wasm-opt");
    let folder = paths::built().join("wasm-opt");
    let program = folder.join("node_modules/.bin/wasm-opt");
    if !program.exists() {
        fs::create_dir_all(&folder).ok()?;
        for file in ["package.json", "package-lock.json"] {
            fs::copy(lock.join(file), folder.join(file)).ok()?;
        }
        let mut install = Command::new(npm);
        install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]).current_dir(&folder);
        timed("wasm-opt installed", || Ok(install.stdin(Stdio::null()).output()?)).ok()?;
    }
    program.exists().then_some(program)
}
