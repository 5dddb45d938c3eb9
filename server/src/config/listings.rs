//! Which local and peer support is listed.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Database;

/// What to do with the listings of local and peer support.
#[derive(Debug, Subcommand)]
pub enum ListingsTask {
    /// List what a file says, in place of all that was listed: a table (CSV), or services of Open Referral UK (JSON). All of it
    /// or, where a line is refused, nothing; then it says which, why, and exits with 1.
    Import(ImportListings),
}

/// Which file.
#[derive(Debug, Args)]
pub struct ImportListings {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// The file. A table has the columns id, name, organisation and description, and may have topics (such as `peers;health`),
    /// where, when, phone, email and web.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}
