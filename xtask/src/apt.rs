//! Installs Debian packages, where there is apt and we may.

use std::process::Command;

use anyhow::{Result, bail};

use crate::command::{on_path, output};

/// Installs these packages; the advice says what to do by hand where that can't be done.
pub fn install(packages: &[&str], advice: &str) -> Result<()> {
    update(advice)?;
    println!("  installing {} with apt-get", packages.join(" "));
    let mut install = as_root("apt-get", advice)?;
    install.args(["install", "--yes", "--quiet=2", "--no-install-recommends"]).args(packages);
    let frontend = install.env("DEBIAN_FRONTEND", "noninteractive");
    output(frontend, advice).map(|_| ())
}

/// Fetches the lists of what there is: on a new machine they are empty or old.
pub fn update(advice: &str) -> Result<()> {
    if on_path("apt-get").is_none() {
        bail!("This is not a Debian with apt-get. {advice}");
    }
    output(as_root("apt-get", advice)?.arg("update"), advice).map(|_| ())
}

/// The version of a package that would be installed, if there is one.
pub fn candidate(package: &str) -> Option<String> {
    let policy = output(Command::new("apt-cache").args(["policy", package]), "").ok()?;
    candidate_in(&policy)
}

/// A command as root: as it is when we are, else by a sudo that asks nothing.
pub fn as_root(program: &str, advice: &str) -> Result<Command> {
    if output(Command::new("id").arg("--user"), advice)?.trim() == "0" {
        return Ok(Command::new(program));
    }
    if output(Command::new("sudo").args(["--non-interactive", "true"]), "").is_err() {
        bail!("Installing with apt-get takes root or a sudo without a password. {advice}");
    }
    let mut sudo = Command::new("sudo");
    sudo.args(["--non-interactive", program]);
    Ok(sudo)
}

fn candidate_in(policy: &str) -> Option<String> {
    let version = policy.lines().find_map(|line| line.trim().strip_prefix("Candidate:"))?.trim();
    (version != "(none)").then(|| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::candidate_in;

    #[test]
    fn a_candidate_is_read_from_the_policy() {
        let policy = "lld-19:\n  Installed: (none)\n  Candidate: 1:19.1.7-3~deb12u1\n  Version table:\n";
        assert_eq!(candidate_in(policy).as_deref(), Some("1:19.1.7-3~deb12u1"));
        assert_eq!(candidate_in("x:\n  Installed: (none)\n  Candidate: (none)\n"), None);
        assert_eq!(candidate_in(""), None);
    }
}
