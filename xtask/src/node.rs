//! What the browser tests need: Node, the packages in `e2e/` and a Chromium.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{on_path, output, run};
use crate::{apt, paths, python};

const NODE_ADVICE: &str = "The browser tests need Node 20 or newer with npm: from nodejs.org, or `apt-get install nodejs npm` \
    on a Debian that is new enough. `cargo xtask test --quick` leaves these tests out.";
const NPM_ADVICE: &str =
    "npm needs the network the first time. `cargo xtask test --quick` leaves the browser tests out.";
const CHROMIUM_ADVICE: &str = "The browser tests need Chromium: install it, or name one in the variable CHROMIUM. \
    `cargo xtask test --quick` leaves these tests out.";
const TESTS_ADVICE: &str =
    "The messages above say which browser test failed; pictures are in e2e/test-results, and with TRACE=1 traces.";

/// Installs what is missing and runs the browser tests against this server.
pub fn browser_tests(server: &Path) -> Result<()> {
    check_node()?;
    let e2e = paths::root().join("e2e");
    install_packages(&e2e)?;
    let chromium = chromium()?;
    let mut tests = Command::new("npx");
    tests.args(["--no-install", "playwright", "test"]).current_dir(&e2e).env("PYTHON", python::find(&e2e)?);
    run(tests.env("OWN_TERMS_BIN", server).env("CHROMIUM", chromium), TESTS_ADVICE)
}

fn check_node() -> Result<()> {
    let version = output(Command::new("node").arg("--version"), NODE_ADVICE)?;
    if major_version(&version).is_none_or(|major| major < 20) {
        bail!("Node here is {}. {NODE_ADVICE}", version.trim());
    }
    output(Command::new("npm").arg("--version"), NODE_ADVICE).map(|_| ())
}

fn install_packages(e2e: &Path) -> Result<()> {
    let changed = |file: &str| fs::metadata(e2e.join(file)).and_then(|file| file.modified());
    let lock = changed("package-lock.json").context("e2e/package-lock.json is missing")?;
    // npm writes this file last, so an install that was broken off is begun again.
    if changed("node_modules/.package-lock.json").is_ok_and(|installed| installed >= lock) {
        return Ok(());
    }
    let mut install = Command::new("npm");
    install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(e2e);
    // The browser is the system's own.
    run(install.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), NPM_ADVICE)
}

fn chromium() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Ok(named.into());
    }
    if let Some(found) = installed_chromium() {
        return Ok(found);
    }
    apt::update(CHROMIUM_ADVICE)?;
    // Not every Debian has it by itself.
    let package = if apt::candidate(HEADLESS).is_some() { HEADLESS } else { "chromium" };
    apt::install(&[package], CHROMIUM_ADVICE)?;
    installed_chromium().context(CHROMIUM_ADVICE)
}

/// The same browser without the windows that nobody sees: the run takes a third less time with it.
const HEADLESS: &str = "chromium-headless-shell";

fn installed_chromium() -> Option<PathBuf> {
    [HEADLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].into_iter().find_map(on_path)
}

fn major_version(text: &str) -> Option<u32> {
    text.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major_version;

    #[test]
    fn nodes_version_is_read() {
        assert_eq!(major_version("v20.20.2\n"), Some(20));
        assert_eq!(major_version("node?"), None);
    }
}
