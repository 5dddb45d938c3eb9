//! Where things are: the checkout, the built site and the server's binary.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The checkout. Cargo says where at run time; the place it was compiled is for runs without cargo.
pub fn root() -> PathBuf {
    let xtask =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask.parent().map(PathBuf::from).unwrap_or(xtask)
}

/// What is built here and can be deleted at any time. Always inside the checkout, so that the server's build
/// script finds the site whatever target directory the person's own cargo is set to.
pub fn built() -> PathBuf {
    root().join("target")
}

/// The files the server embeds.
pub fn site() -> PathBuf {
    built().join("site")
}

/// The server's binary, found beside this one, so that any target directory works.
pub fn server_binary(release: bool) -> Result<PathBuf> {
    let own = env::current_exe().context("cannot tell where xtask itself was built")?;
    let profiles = own.parent().and_then(|profile| profile.parent()).context("xtask was not started by cargo")?;
    let profile = if release { "release" } else { "debug" };
    Ok(profiles.join(profile).join(format!("own-terms{}", env::consts::EXE_SUFFIX)))
}
