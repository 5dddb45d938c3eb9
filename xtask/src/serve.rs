//! Builds everything and becomes the server.

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::{build, paths};

/// How to serve.
#[derive(Args)]
pub struct Options {
    /// Optimised: slower to build, faster to answer
    #[arg(long)]
    release: bool,
    /// Where to listen
    #[arg(long, default_value = "127.0.0.1:3000")]
    addr: String,
    /// Where to keep what people enter
    #[arg(long, default_value = "sqlite://target/own-terms-demo.db")]
    database: String,
    /// Without made-up people to try it with
    #[arg(long)]
    no_demo: bool,
    /// As if it started then, to see what comes with time: 2026-12-01T11:00
    #[arg(long, conflicts_with = "no_demo")]
    as_if: Option<String>,
}

/// Builds, then serves until it is stopped.
pub fn serve(options: &Options) -> Result<()> {
    let binary = build::all(options.release)?;
    let mut server = Command::new(binary);
    server.arg("serve").args(["--addr", &options.addr, "--database", &options.database]).current_dir(paths::root());
    if !options.no_demo {
        server.arg("--demo");
    }
    if let Some(moment) = &options.as_if {
        server.args(["--as-if", moment]);
    }
    become_it(&mut server)
}

/// Takes our place, so that Ctrl-C, other signals and the exit code are the server's own.
#[cfg(unix)]
fn become_it(server: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(anyhow::Error::from(server.exec()).context("the server could not be started"))
}

/// Waits for it where a process can't take another's place; Ctrl-C reaches both.
#[cfg(not(unix))]
fn become_it(server: &mut Command) -> Result<()> {
    std::process::exit(server.status()?.code().unwrap_or(1));
}
