//! `own-terms`: serve, migrate, seed, invite, recover, client, end-client, verify, change-key, check, backup, destroy-unused-keys.

mod tasks;

use std::{io::IsTerminal as _, process::ExitCode};

use clap::Parser as _;
use own_terms::config::Cli;
use tracing_subscriber::EnvFilter;

use self::tasks::{Failed, run};

fn main() -> ExitCode {
    let cli = Cli::parse();
    // What reads passkeys calls it an error when somebody sends what is none, which anybody can.
    let usual = || EnvFilter::new("info,sqlx=warn,webauthn_rs_core=off");
    let filter = EnvFilter::try_from_env("OWN_TERMS_LOG").unwrap_or_else(|_| usual());
    let colours = std::io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_target(false).with_ansi(colours);
    log.with_writer(std::io::stderr).init();
    let done =
        tokio::runtime::Runtime::new().map_err(Failed::from).and_then(|runtime| runtime.block_on(run(cli.command)));
    match done {
        Ok(code) => code,
        Err(error) => {
            tracing::error!("{error}");
            ExitCode::FAILURE
        }
    }
}
