//! Builds what browsers run: compiles a crate to WebAssembly, makes its JavaScript side and shrinks it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{run, timed};
use crate::toolchain::{self, TARGET, Toolchain};
use crate::{hash, paths, wasm_opt};

/// What a page loads together: one loader, one module of JavaScript, one of WebAssembly. No page loads two.
pub struct Bundle {
    /// Its name, which is that of its loader.
    pub name: &'static str,
    /// The crate that it is made from.
    pub package: &'static str,
    /// The feature with which that crate is for browsers.
    pub feature: &'static str,
    /// The most that it may weigh, in bytes of brotli: its loader, its glue and its WebAssembly.
    pub most: u64,
    /// Everything that can change what comes out, beside the workspace's own files.
    inputs: &'static [&'static str],
}

/// The most that any page may load.
const MOST: u64 = 75_000;

/// Every bundle there is.
pub const BUNDLES: [Bundle; 3] = [
    Bundle {
        name: "islands",
        package: "own-terms-app",
        feature: "hydrate",
        most: MOST,
        inputs: &["app/Cargo.toml", "app/src", "app/domain"],
    },
    // By itself, because the proofs weigh as much as all islands together, and one page needs them.
    Bundle {
        name: "check",
        package: "own-terms-check",
        feature: "browser",
        most: MOST,
        inputs: &["app/check", "app/receipt", "app/domain"],
    },
    // By itself, because it is small, and stands on pages that are made to be quick.
    Bundle {
        name: "passkey",
        package: "own-terms-passkey",
        feature: "browser",
        most: 18_000,
        inputs: &["app/passkey"],
    },
];

/// What every bundle is made from.
const SHARED: [&str; 2] = ["Cargo.toml", "Cargo.lock"];
/// How this file and the next one do it is part of that.
const OURS: [&str; 2] = [include_str!("wasm.rs"), include_str!("wasm_opt.rs")];

impl Bundle {
    /// The name that compiler and wasm-bindgen give to what they write.
    fn stem(&self) -> String {
        self.package.replace('-', "_")
    }

    /// The logical names of what a page with it loads: the loader, the JavaScript, the WebAssembly.
    pub fn files(&self) -> [String; 3] {
        [format!("{}.js", self.name), format!("{}.js", self.stem()), format!("{}.wasm", self.stem())]
    }
}

/// The two files of a bundle that its loader loads.
pub struct Built {
    /// Which bundle.
    pub bundle: &'static Bundle,
    /// The WebAssembly.
    pub wasm: PathBuf,
    /// The JavaScript module that loads it and lends it the browser.
    pub glue: PathBuf,
}

/// Builds every bundle, but those for which nothing they are made from has changed since the last time.
pub fn build_all() -> Result<Vec<Built>> {
    BUNDLES.iter().map(build).collect()
}

fn build(bundle: &'static Bundle) -> Result<Built> {
    let (name, stem) = (bundle.name, bundle.stem());
    let folder = paths::built().join(name);
    let built = Built { bundle, wasm: folder.join(format!("{stem}_bg.wasm")), glue: folder.join(format!("{stem}.js")) };
    let stamp_file = folder.join("stamp");
    let how = OURS.iter().map(|&text| text.to_owned()).chain(toolchain::choice()).collect::<Vec<_>>();
    let stamp = hash::stamp(&paths::root(), &[&SHARED, bundle.inputs].concat(), &how)?;
    if fs::read_to_string(&stamp_file).is_ok_and(|last| last == stamp) && built.wasm.exists() && built.glue.exists() {
        println!("  {name}: nothing changed");
        return Ok(built);
    }

    let toolchain = timed("compiler for WebAssembly found", toolchain::find)?;
    let compiled = timed(&format!("{name} compiled"), || compile(&toolchain, bundle))?;
    // Without the stamp, an attempt that fails half-way is begun again.
    let _ = fs::remove_dir_all(&folder);
    timed(&format!("{name} bound to JavaScript"), || bind(&compiled, &folder, &stem))?;
    wasm_opt::shrink(&built.wasm)?;
    fs::write(&stamp_file, stamp).with_context(|| format!("cannot write {}", stamp_file.display()))?;
    Ok(built)
}

fn compile(toolchain: &Toolchain, bundle: &Bundle) -> Result<PathBuf> {
    let mut cargo = toolchain.cargo("build");
    cargo.args(["--package", bundle.package, "--lib", "--no-default-features", "--features", bundle.feature]);
    run(cargo.args(["--profile", "wasm"]), "The messages above say what does not compile for the browser.")?;
    Ok(toolchain.target_dir().join(TARGET).join("wasm").join(format!("{}.wasm", bundle.stem())))
}

fn bind(compiled: &Path, folder: &Path, name: &str) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.web(true)?.typescript(false).remove_name_section(true).remove_producers_section(true);
    bindgen.input_path(compiled).out_name(name);
    bindgen
        .generate(folder)
        .context("wasm-bindgen failed. Its version in xtask/Cargo.toml and the one in Cargo.toml must be the same.")?;
    let snippets = folder.join("snippets");
    // They would be imported by a name without a hash. Nothing we use needs them.
    ensure!(!snippets.exists(), "a dependency brings JavaScript of its own: {}", snippets.display());
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
