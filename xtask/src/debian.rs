//! Debian's own compiler for WebAssembly, for machines where rustup is missing or cannot download a target.
//!
//! Where Debian has the target's standard library as a package that is new enough, that is all. Where it has not
//! (Debian 12), the library is compiled once from Debian's source and put beside the compiler.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::apt::{self, as_root};
use crate::command::{cargo_at, output, run, timed};
use crate::paths;
use crate::toolchain::{BY_HAND, TARGET, Toolchain, has_target, libraries, library_folder, minor_version, oldest};

/// Debian's cargo.
pub const CARGO: &str = "/usr/bin/cargo";
/// Debian's compiler.
pub const RUSTC: &str = "/usr/bin/rustc";

/// Beside the standard library that we compiled: for which compiler. A library of another version is refused by rustc.
const MARK: &str = "own-terms-built-for";

/// Installs what is missing and gives the toolchain.
pub fn find() -> Result<Toolchain> {
    if let Some(linker) = linker().filter(|_| is_new_enough() && has_library().unwrap_or(false)) {
        return Ok(Toolchain::Debian { linker });
    }
    install_packages()?;
    if !has_library()? {
        timed("standard library compiled for WebAssembly", compile_library)?;
    }
    let linker = linker().with_context(|| format!("There is no wasm-ld in /usr/bin. {BY_HAND}"))?;
    Ok(Toolchain::Debian { linker })
}

fn install_packages() -> Result<()> {
    apt::update(BY_HAND)?;
    let oldest = oldest()?;
    let new_enough = |package| apt::candidate(package).and_then(|version| minor_version(&version)) >= Some(oldest);
    if new_enough("libstd-rust-dev-wasm32") {
        return apt::install(&["rustc", "cargo", "libstd-rust-dev-wasm32", "lld"], BY_HAND);
    }
    if new_enough("rustc-web") {
        // These follow what the browsers of a stable Debian need, so they are years ahead of its `rustc`.
        return apt::install(&["rustc-web", "cargo-web", "rust-web-src", "lld-19"], BY_HAND);
    }
    bail!("Debian's compilers here are older than Rust {}.{}, which this needs. {BY_HAND}", oldest.0, oldest.1);
}

fn is_new_enough() -> bool {
    let version = output(Command::new(RUSTC).arg("--version"), BY_HAND).ok();
    Path::new(CARGO).exists() && version.and_then(|version| minor_version(&version)) >= oldest().ok()
}

/// Whether the library is there, and if we put it there, for this very compiler.
fn has_library() -> Result<bool> {
    let rustc = Path::new(RUSTC);
    let built_for = fs::read_to_string(library_folder(rustc)?.join(MARK)).ok();
    Ok(has_target(rustc)? && built_for.is_none_or(|built_for| version().is_ok_and(|version| version == built_for)))
}

/// Compiles core, alloc, std and the rest from source, and copies them to where the compiler looks for them.
fn compile_library() -> Result<()> {
    let work = paths::built().join("debian-std");
    fs::create_dir_all(work.join("src")).with_context(|| format!("cannot make {}", work.display()))?;
    // A workspace of its own, or cargo would take it for a forgotten member of ours.
    let manifest = "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n";
    fs::write(work.join("Cargo.toml"), manifest)?;
    fs::write(work.join("src/lib.rs"), "#![no_std]\n")?;
    let mut build = cargo_at(CARGO);
    build.current_dir(&work).env("RUSTC", RUSTC).env_remove("LD_LIBRARY_PATH").env_remove("RUSTUP_TOOLCHAIN");
    // Building the standard library is not stable; nothing else is built with this switch.
    build.env("RUSTC_BOOTSTRAP", "1");
    build.args(["build", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort", "--target-dir", "target"]);
    run(&mut build, BY_HAND)?;

    let folder = library_folder(Path::new(RUSTC))?;
    run(as_root("mkdir", BY_HAND)?.arg("-p").arg(&folder), BY_HAND)?;
    run(as_root("rm", BY_HAND)?.arg("-f").args(libraries(&folder)), BY_HAND)?;
    let mut fresh = libraries(&work.join("target").join(TARGET).join("release/deps"));
    fresh.retain(|file| !file.to_string_lossy().contains("libempty-"));
    run(as_root("cp", BY_HAND)?.args(fresh).arg(&folder), BY_HAND)?;
    let mark = work.join(MARK);
    fs::write(&mark, version()?)?;
    run(as_root("cp", BY_HAND)?.arg(mark).arg(&folder), BY_HAND)
}

fn version() -> Result<String> {
    output(Command::new(RUSTC).arg("-vV"), BY_HAND)
}

/// The newest `wasm-ld` that can link what these compilers write.
fn linker() -> Option<PathBuf> {
    let programs = Path::new("/usr/bin").read_dir().ok()?.flatten();
    let linkers = programs.filter(|program| program.file_name().to_string_lossy().starts_with("wasm-ld"));
    let version = |program: &PathBuf| minor_version(&output(Command::new(program).arg("--version"), BY_HAND).ok()?);
    linkers.map(|program| program.path()).filter(|program| version(program) >= Some((19, 0))).max_by_key(version)
}
