//! The command line: every flag is also an environment variable, and each wrong one says what is wrong with it.

use std::{net::SocketAddr, path::PathBuf, str::FromStr};

use clap::{Args, Parser, Subcommand, builder::BoolishValueParser};

use crate::verify::Verify;

/// Support on the person's own terms: the server.
#[derive(Debug, Parser)]
#[command(name = "own-terms", version, about)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Task,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Serve the portal; the database is brought up to date first.
    Serve(Serve),
    /// Bring the database's schema up to date, making the database when there is none.
    Migrate(Database),
    /// Put in invented people, for measuring.
    Seed(Seed),
    /// Check a file of receipts, without a database and without the service. Exits with 1 when something is wrong.
    Verify(Verify),
    /// Put another key in use to sign receipts with; the secret half of the one before is destroyed.
    ChangeKey(Database),
    /// Check the database: the file, every ledger from its beginning to its end, and that all that is sealed opens.
    Check(Database),
}

/// Which database, and the key that opens it.
#[derive(Debug, Clone, Args)]
pub struct Database {
    /// The database.
    #[arg(long, env = "OWN_TERMS_DATABASE", default_value = "sqlite://own-terms.db", value_name = "sqlite://FILE")]
    pub database: DatabaseUrl,
    /// The file with the service's key (64 hexadecimal digits). Without it nothing in the database can be read.
    /// [default: the database's name with .key; made when there is no database yet]
    #[arg(long, env = "OWN_TERMS_KEY_FILE", value_name = "FILE")]
    pub key_file: Option<PathBuf>,
}

impl Database {
    /// Where the key is.
    pub fn key_file(&self) -> PathBuf {
        self.key_file.clone().unwrap_or_else(|| self.database.file.with_extension("key"))
    }
}

/// How to serve.
#[derive(Debug, Args)]
pub struct Serve {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// The address to listen on.
    #[arg(long, env = "OWN_TERMS_ADDR", default_value = "127.0.0.1:3000", value_name = "IP:PORT")]
    pub addr: SocketAddr,
    /// Bring in invented people, and let anyone sign in as one of them. Refused where there are real people.
    #[arg(long, env = "OWN_TERMS_DEMO", value_parser = BoolishValueParser::new())]
    pub demo: bool,
    /// People reach the service over https: cookies are never sent without it.
    #[arg(long, env = "OWN_TERMS_HTTPS", value_parser = BoolishValueParser::new())]
    pub https: bool,
    /// Where quick exit goes.
    #[arg(long, env = "OWN_TERMS_EXIT", default_value = "https://www.bbc.co.uk/weather", value_name = "URL", value_parser = parse_exit)]
    pub exit: String,
    /// How often the ends of all chains that grew are published as a checkpoint, in minutes.
    #[arg(long, env = "OWN_TERMS_CHECKPOINT_EVERY", default_value_t = 10, value_name = "MINUTES", value_parser = clap::value_parser!(u64).range(1..=1440))]
    pub checkpoint_every: u64,
    /// A telephone number with a person at the other end, shown at the foot of each page.
    #[arg(long, env = "OWN_TERMS_HELPLINE", default_value = "", value_name = "NUMBER")]
    pub helpline: String,
}

/// How many to put in.
#[derive(Debug, Args)]
pub struct Seed {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// How many claimants to make.
    #[arg(long, env = "OWN_TERMS_CLAIMANTS", value_name = "N", value_parser = clap::value_parser!(u32).range(1..), required_unless_present = "of")]
    pub claimants: Option<u32>,
    /// Instead of making claimants, put it into the place of this person of the demonstration, such as sam.
    #[arg(long, env = "OWN_TERMS_OF", value_name = "PERSON", conflicts_with = "claimants")]
    pub of: Option<String>,
    /// How many goals each has.
    #[arg(long, env = "OWN_TERMS_GOALS", default_value_t = 3, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=200))]
    pub goals: u32,
    /// How many records each has that others passed on.
    #[arg(long, env = "OWN_TERMS_RECORDS", default_value_t = 0, value_name = "N")]
    pub records: u32,
    /// How many looks each has that were refused.
    #[arg(long, env = "OWN_TERMS_LOOKS", default_value_t = 0, value_name = "N")]
    pub looks: u32,
}

/// The address of a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseUrl {
    /// The SQLite file.
    pub file: PathBuf,
}

impl FromStr for DatabaseUrl {
    type Err = String;

    fn from_str(url: &str) -> Result<Self, String> {
        match url.strip_prefix("sqlite://") {
            Some("") => Err("there is no file name after sqlite://".to_owned()),
            Some(file) => Ok(Self { file: PathBuf::from(file) }),
            None => Err("a database is named like this: sqlite://FILE".to_owned()),
        }
    }
}

/// Takes an absolute web address that a header can carry.
fn parse_exit(url: &str) -> Result<String, String> {
    let after = url.strip_prefix("https://").or(url.strip_prefix("http://"));
    let has_host = after.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '['));
    let is_plain = url.chars().all(|c| c.is_ascii_graphic() && !"\"'<>;,\\".contains(c));
    if has_host && is_plain {
        Ok(url.to_owned())
    } else {
        Err("a web address is needed, like https://www.bbc.co.uk/weather".to_owned())
    }
}
