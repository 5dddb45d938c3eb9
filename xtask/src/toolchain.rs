//! Finds or installs a compiler that can build WebAssembly.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{cargo, cargo_at, on_path, output, run};
use crate::{debian, paths};

/// The target that browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What every failure here ends with.
pub const BY_HAND: &str = "Install the target by hand with `rustup target add wasm32-unknown-unknown`, or on Debian run \
    `OWN_TERMS_WASM_TOOLCHAIN=debian cargo xtask build` as root. The pages work without WebAssembly too: \
    `cargo run -p own-terms -- serve --demo` needs none of it.";

/// A cargo that can build for [`TARGET`], and where it puts what it builds.
pub enum Toolchain {
    /// The one that builds the server too.
    Own,
    /// Debian's, with a target folder of its own: two compilers in one would build everything again at each switch.
    Debian {
        /// What links WebAssembly.
        linker: PathBuf,
    },
}

impl Toolchain {
    /// Cargo with a subcommand, set up for the target.
    pub fn cargo(&self, subcommand: &str) -> Command {
        let mut command = match self {
            Self::Own => cargo(),
            Self::Debian { linker } => {
                let mut debian = cargo_at(debian::CARGO);
                debian.env("RUSTC", debian::RUSTC);
                debian.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
                // Libraries and choices of the other toolchain, which started us, are not for this one.
                debian.env_remove("LD_LIBRARY_PATH").env_remove("RUSTUP_TOOLCHAIN");
                debian
            }
        };
        command.args([subcommand, "--target", TARGET, "--target-dir"]).arg(self.target_dir());
        command
    }

    /// Where this cargo builds.
    pub fn target_dir(&self) -> PathBuf {
        match self {
            Self::Own => paths::built(),
            Self::Debian { .. } => paths::built().join("debian"),
        }
    }

    /// Whether its clippy is at hand too.
    pub fn has_clippy(&self) -> bool {
        matches!(self, Self::Own)
    }
}

/// The toolchain to use: the one we run with, after adding the target if need be, or else Debian's.
pub fn find() -> Result<Toolchain> {
    match env::var("OWN_TERMS_WASM_TOOLCHAIN").as_deref() {
        Ok("debian") => return debian::find(),
        Ok("") | Err(_) => {}
        Ok(other) => {
            bail!("OWN_TERMS_WASM_TOOLCHAIN is `{other}`: it can only be `debian`, or not set")
        }
    }
    if has_target(&rustc())? {
        return Ok(Toolchain::Own);
    }
    if on_path("rustup").is_some() {
        println!("  adding {TARGET} with rustup");
        let added = run(Command::new("rustup").args(["target", "add", TARGET]).current_dir(paths::root()), BY_HAND);
        if added.is_ok() && has_target(&rustc())? {
            return Ok(Toolchain::Own);
        }
        println!("  rustup cannot add it here: trying Debian's compiler");
    }
    debian::find()
}

/// Which toolchain was asked for, and the version of the one we run with: another one means building again.
pub fn choice() -> Vec<String> {
    let version = output(Command::new(rustc()).arg("-vV").current_dir(paths::root()), BY_HAND);
    vec![env::var("OWN_TERMS_WASM_TOOLCHAIN").unwrap_or_default(), version.unwrap_or_default()]
}

/// Where this compiler keeps, or would keep, the standard library for the target.
pub fn library_folder(rustc: &Path) -> Result<PathBuf> {
    let ask = ["--print", "target-libdir", "--target", TARGET];
    let folder = output(Command::new(rustc).args(ask).current_dir(paths::root()), BY_HAND)?;
    Ok(PathBuf::from(folder.trim()))
}

/// The compiled libraries in a folder; none if there is no such folder.
pub fn libraries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = folder.read_dir() else {
        return Vec::new();
    };
    entries.flatten().map(|entry| entry.path()).filter(|file| file.extension() == Some("rlib".as_ref())).collect()
}

/// Whether this compiler has the standard library for the target.
pub fn has_target(rustc: &Path) -> Result<bool> {
    Ok(!libraries(&library_folder(rustc)?).is_empty())
}

/// `major.minor` at the start of a version such as `1.96.0+dfsg1-1~deb12u2` or `rustc 1.95.0 (…)`.
pub fn minor_version(text: &str) -> Option<(u32, u32)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let mut numbers = text[start..].split(|c: char| !c.is_ascii_digit());
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// The oldest compiler that builds this workspace, from its manifest.
pub fn oldest() -> Result<(u32, u32)> {
    let manifest = std::fs::read_to_string(paths::root().join("Cargo.toml")).context("cannot read Cargo.toml")?;
    let line = manifest.lines().find_map(|line| line.strip_prefix("rust-version"));
    line.and_then(minor_version).context("Cargo.toml has no rust-version")
}

fn rustc() -> PathBuf {
    env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(minor_version("1.96.0+dfsg1-1~deb12u2"), Some((1, 96)));
        assert_eq!(minor_version("rustc 1.100.0 (abc 2027-01-01)"), Some((1, 100)));
        assert!(minor_version("1.100.0") > minor_version("1.96.0"));
        assert_eq!(minor_version("none"), None);
    }

    #[test]
    fn the_manifest_names_the_oldest_compiler() {
        assert!(oldest().unwrap() >= (1, 85), "edition 2024 needs that");
    }
}
