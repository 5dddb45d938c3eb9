//! Builds everything in order: the WebAssembly, the site, and the server with the site inside.

use std::path::PathBuf;

use anyhow::Result;

use crate::command::{cargo, run, timed};
use crate::site::{self, Site};
use crate::{paths, wasm};

/// Builds the site alone.
pub fn site() -> Result<Site> {
    let built = wasm::build_all()?;
    timed("site put together", || site::assemble(&built))
}

/// Builds the server, with the site as it is, and gives its binary.
pub fn server(release: bool) -> Result<PathBuf> {
    let mut build = cargo();
    // The whole workspace chooses the features, as in `cargo test --workspace`: what one built, the other can use.
    build.args(["build", "--workspace", "--bin", "own-terms"]);
    if release {
        build.arg("--release");
    }
    timed("server built", || run(&mut build, "The messages above say what does not compile."))?;
    paths::server_binary(release)
}

/// Builds the site and the server.
pub fn all(release: bool) -> Result<PathBuf> {
    site()?;
    server(release)
}
