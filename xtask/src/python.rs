//! Python with the packages that read what people take away, as other services would.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{on_path, output, run};
use crate::{apt, paths};

const ADVICE: &str = "The browser tests read downloaded files with Python 3.10 or newer: `apt-get install python3-venv`. \
    pip needs the network the first time. `cargo xtask test --quick` leaves these tests out.";

/// A Python that has the packages of `e2e/requirements.txt`, in a folder of its own; makes it where it is missing or old.
pub fn find(e2e: &Path) -> Result<PathBuf> {
    let folder = paths::built().join("python");
    let (python, mark) = (folder.join("bin/python"), folder.join("own-terms-requirements"));
    let wanted = fs::read_to_string(e2e.join("requirements.txt")).context("e2e/requirements.txt is missing")?;
    // Written last, so an install that was broken off is begun again.
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) && python.exists() {
        return Ok(python);
    }
    make(&folder)?;
    let mut install = Command::new(&python);
    install.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--requirement",
        "requirements.txt",
    ]);
    run(install.current_dir(e2e), ADVICE)?;
    fs::write(&mark, wanted).with_context(|| format!("cannot write {}", mark.display()))?;
    Ok(python)
}

fn make(folder: &Path) -> Result<()> {
    let venv = || {
        let mut venv = Command::new("python3");
        venv.args(["-m", "venv", "--clear"]).arg(folder);
        venv
    };
    // Debian's own python3 comes without what makes such a folder.
    if on_path("python3").is_none() || output(&mut venv(), ADVICE).is_err() {
        apt::install(&["python3", "python3-venv"], ADVICE)?;
        output(&mut venv(), ADVICE)?;
    }
    Ok(())
}
