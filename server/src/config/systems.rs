//! What the command line takes about organisations' own systems, and about what they hold.

use std::{path::PathBuf, time::Duration};

use clap::Args;
use own_terms_domain::text::Line;
use url::Url;

use super::{Database, values::parse_name};
use crate::{client::Client, store::ClientId};

/// Which system of which organisation.
#[derive(Debug, Args)]
pub struct NewClient {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// The organisation, by the name that people read; one that is not there yet is put in.
    #[arg(long, env = "OWN_TERMS_ORGANISATION", value_name = "NAME", value_parser = parse_name)]
    pub organisation: Line,
    /// What to call the system.
    #[arg(long, env = "OWN_TERMS_NAME", value_name = "NAME", value_parser = parse_name)]
    pub name: Line,
    /// Where it is told that something changed, signed (Standard Webhooks). Says what that is signed with, once.
    #[arg(long, env = "OWN_TERMS_HOOK", value_name = "https://…", value_parser = parse_hook)]
    pub hook: Option<Url>,
}

/// Which system asks no more.
#[derive(Debug, Args)]
pub struct EndClient {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// Its id, as it was said when it was made.
    #[arg(long, env = "OWN_TERMS_CLIENT", value_name = "ID")]
    pub client: ClientId,
}

/// What to bring in.
#[derive(Debug, Args)]
pub struct Import {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// The file.
    pub file: PathBuf,
    /// The organisation that holds it, by the name that people read.
    #[arg(long, env = "OWN_TERMS_ORGANISATION", value_name = "NAME", value_parser = parse_name)]
    pub organisation: Line,
    /// Take wording that can read as an order too: somebody has read each line that was refused for it.
    #[arg(long)]
    pub sure: bool,
}

fn parse_hook(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| error.to_string())?;
    let plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    // One on this machine is told nothing unless the service is asked to.
    if plain && Client::new(true, Duration::ZERO).may_ask(&url) {
        Ok(url)
    } else {
        Err("an address that begins with https is needed, without a name or a password in it".to_owned())
    }
}
