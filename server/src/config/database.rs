//! Which database, and where its keys are.

use std::{path::PathBuf, str::FromStr};

use clap::Args;

use crate::store::sqlite::Files;

/// Which database, the vault with the keys of what is in it, and the key that opens those.
#[derive(Debug, Clone, Args)]
pub struct Database {
    /// The database.
    #[arg(long, env = "OWN_TERMS_DATABASE", default_value = "sqlite://own-terms.db", value_name = "sqlite://FILE")]
    pub database: DatabaseUrl,
    /// The vault: the file with a key for each thing that is held. Erasing destroys those here, and with them what any copy of
    /// the database has. [default: the database's name with -keys.db]
    #[arg(long, env = "OWN_TERMS_VAULT", value_name = "FILE")]
    pub vault: Option<PathBuf>,
    /// The file with the service's key (64 hexadecimal digits). Without it nothing in the database can be read.
    /// [default: the database's name with .key; made when there is no database yet]
    #[arg(long, env = "OWN_TERMS_KEY_FILE", value_name = "FILE")]
    pub key_file: Option<PathBuf>,
}

impl Database {
    /// The database and its vault.
    pub fn files(&self) -> Files {
        let database = self.database.file.clone();
        let vault = self.vault.clone().unwrap_or_else(|| {
            let mut name = database.file_stem().unwrap_or_default().to_owned();
            name.push("-keys.db");
            database.with_file_name(name)
        });
        Files { database, vault }
    }

    /// Where the key is.
    pub fn key_file(&self) -> PathBuf {
        self.key_file.clone().unwrap_or_else(|| self.database.file.with_extension("key"))
    }
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

/// Where to keep copies.
#[derive(Debug, Args)]
pub struct Backup {
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// The folder; the copies of the database before this one stay there.
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}
