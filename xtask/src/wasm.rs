//! Builds the islands: compiles the app to WebAssembly, makes its JavaScript side and shrinks it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{run, timed};
use crate::toolchain::{self, TARGET, Toolchain};
use crate::{hash, paths, wasm_opt};

/// Everything that can change what comes out.
const INPUTS: &[&str] = &["app", "Cargo.toml", "Cargo.lock"];
/// How this file and the next one do it is part of that.
const OURS: [&str; 2] = [include_str!("wasm.rs"), include_str!("wasm_opt.rs")];

/// The two files that a browser loads for the islands.
pub struct Islands {
    /// The WebAssembly.
    pub wasm: PathBuf,
    /// The JavaScript module that loads it and lends it the browser.
    pub glue: PathBuf,
}

/// Builds the islands, unless nothing they are made from has changed since the last time.
pub fn build() -> Result<Islands> {
    let folder = paths::built().join("islands");
    let islands = Islands { wasm: folder.join("own_terms_app_bg.wasm"), glue: folder.join("own_terms_app.js") };
    let stamp_file = folder.join("stamp");
    let how = OURS.iter().map(|&text| text.to_owned()).chain(toolchain::choice()).collect::<Vec<_>>();
    let stamp = hash::stamp(&paths::root(), INPUTS, &how)?;
    if fs::read_to_string(&stamp_file).is_ok_and(|last| last == stamp) && islands.wasm.exists() && islands.glue.exists()
    {
        println!("  islands: nothing changed");
        return Ok(islands);
    }

    let toolchain = timed("compiler for WebAssembly found", toolchain::find)?;
    let compiled = timed("islands compiled", || compile(&toolchain))?;
    // Without the stamp, an attempt that fails half-way is begun again.
    let _ = fs::remove_dir_all(&folder);
    timed("islands bound to JavaScript", || bind(&compiled, &folder))?;
    wasm_opt::shrink(&islands.wasm)?;
    fs::write(&stamp_file, stamp).with_context(|| format!("cannot write {}", stamp_file.display()))?;
    Ok(islands)
}

fn compile(toolchain: &Toolchain) -> Result<PathBuf> {
    let mut cargo = toolchain.cargo("build");
    cargo.args([
        "--package",
        "own-terms-app",
        "--lib",
        "--no-default-features",
        "--features",
        "hydrate",
        "--profile",
        "wasm",
    ]);
    run(&mut cargo, "The messages above say what does not compile for the browser (features: hydrate, not ssr).")?;
    Ok(toolchain.target_dir().join(TARGET).join("wasm/own_terms_app.wasm"))
}

fn bind(compiled: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.web(true)?.typescript(false).remove_name_section(true).remove_producers_section(true);
    bindgen.input_path(compiled).out_name("own_terms_app");
    bindgen
        .generate(folder)
        .context("wasm-bindgen failed. Its version in xtask/Cargo.toml and the one in Cargo.toml must be the same.")?;
    let snippets = folder.join("snippets");
    // They would be imported by a name without a hash. Nothing we use needs them.
    ensure!(!snippets.exists(), "a dependency of the app brings JavaScript of its own: {}", snippets.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_halves_of_wasm_bindgen_have_one_version() {
        let version = |file: &str, name: &str| {
            let text = std::fs::read_to_string(crate::paths::root().join(file)).unwrap();
            let line =
                text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("{name} in {file}"));
            line.trim_start_matches(" = ").to_owned()
        };
        assert_eq!(version("Cargo.toml", "wasm-bindgen"), version("xtask/Cargo.toml", "wasm-bindgen-cli-support"));
        assert!(version("Cargo.toml", "wasm-bindgen").starts_with("\"="), "an exact version");
    }
}
