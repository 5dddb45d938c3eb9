//! Copies to be kept: one more of the database each time, and always the one of the vault, so that no key outlives its destruction.

use std::{
    fs::{self, File, OpenOptions},
    io,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use sqlx::{
    ConnectOptions as _, Connection as _,
    sqlite::{SqliteConnectOptions, SqliteJournalMode},
};

use super::{PATIENCE, SqliteStore};
use crate::store::StoreError;

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub enum NoBackup {
    /// The folder is not there, or it cannot be written to.
    #[error("{0} cannot be written to: {1}")]
    Folder(String, #[source] io::Error),
    /// The vault's copy would take the vault's own place.
    #[error("{0} is where the vault itself is. Name another folder, best on another machine.")]
    OwnFolder(String),
    /// The vault's copy there is of another vault, whose copies would be lost.
    #[error("{0} is a copy of another vault. Name another folder, or move that one away if it is not wanted.")]
    AnotherVault(String),
    /// Another backup is being made there.
    #[error("another backup is being made in {0}")]
    Another(String),
    /// A copy of this moment is there, and none is ever overwritten.
    #[error("{0} is there already, and nothing was overwritten")]
    Taken(String),
    /// The store's own.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for NoBackup {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

impl SqliteStore {
    /// Puts a copy of the database as it is into a folder, under a name with the moment, and then the vault in place of its copy
    /// before. What is destroyed in the vault can from then on be read in none of the copies there.
    ///
    /// # Errors
    /// [`NoBackup`]; the copies before are as they were, or the database's new one is there beside them.
    pub async fn backup(&self, folder: &Path, at: Timestamp) -> Result<PathBuf, NoBackup> {
        let name = || folder.display().to_string();
        let here = |error| NoBackup::Folder(name(), error);
        // Held until the copies are made, so that two backups do not write to one file.
        let opened = File::open(folder).map_err(here)?;
        opened.try_lock().map_err(|_| NoBackup::Another(name()))?;
        let vault = folder.join(self.files.vault.file_name().unwrap_or_default());
        if fs::canonicalize(&vault).is_ok_and(|copy| fs::canonicalize(&self.files.vault).is_ok_and(|own| copy == own)) {
            return Err(NoBackup::OwnFolder(name()));
        }
        if vault.exists() && vault_id(&vault).await? != vault_id(&self.files.vault).await? {
            return Err(NoBackup::AnotherVault(vault.display().to_string()));
        }
        let database = folder.join(name_at(&self.files.database, at));
        if database.exists() {
            return Err(NoBackup::Taken(database.display().to_string()));
        }
        let new_database = Unnamed::at(&database).map_err(here)?;
        copy(&self.files.database, &new_database.0).await?;
        mark_as_copy(&new_database.0).await?;
        new_database.is_whole().map_err(here)?;
        // The vault afterwards, so that it has every key of the copy that was not destroyed; and in its place first, so that no
        // copy is there whose keys are not.
        let new_vault = Unnamed::at(&vault).map_err(here)?;
        copy(&self.files.vault, &new_vault.0).await?;
        new_vault.is_whole().map_err(here)?;
        for (new, name) in [(new_vault, &vault), (new_database, &database)] {
            fs::rename(&new.0, name).and_then(|()| opened.sync_all()).map_err(here)?;
        }
        Ok(database)
    }
}

/// A copy that is not whole yet, and goes if it does not become so.
struct Unnamed(PathBuf);

impl Unnamed {
    /// Empty, for the service alone; one that a power cut left goes first, because it may hold keys that are destroyed since.
    fn at(file: &Path) -> io::Result<Self> {
        let mut name = file.as_os_str().to_owned();
        name.push(".part");
        let unnamed = Self(name.into());
        unnamed.remove()?;
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(&unnamed.0)?;
        Ok(unnamed)
    }

    fn is_whole(&self) -> io::Result<()> {
        File::open(&self.0)?.sync_all()
    }

    fn remove(&self) -> io::Result<()> {
        match fs::remove_file(&self.0) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

impl Drop for Unnamed {
    fn drop(&mut self) {
        // If that fails the next backup does it.
        let _ = self.remove();
    }
}

/// `own-terms-2027-03-01T120000Z.db`, by the world's clock: an hour that comes twice is two.
fn name_at(database: &Path, at: Timestamp) -> String {
    let stem = database.file_stem().unwrap_or_default().to_string_lossy();
    format!("{stem}-{}.db", at.strftime("%Y-%m-%dT%H%M%SZ"))
}

/// Which vault a file is.
async fn vault_id(file: &Path) -> Result<Vec<u8>, NoBackup> {
    let mut connection = SqliteConnectOptions::new().filename(file).busy_timeout(PATIENCE).connect().await?;
    let id = sqlx::query_scalar("SELECT vault_id FROM vault").fetch_one(&mut connection).await?;
    connection.close().await?;
    Ok(id)
}

/// What is in a database at one moment, and nothing of what was there before: free pages are not copied.
async fn copy(from: &Path, to: &Path) -> Result<(), NoBackup> {
    let mut connection = SqliteConnectOptions::new().filename(from).busy_timeout(PATIENCE).connect().await?;
    sqlx::query("VACUUM INTO ?").bind(to.to_string_lossy()).execute(&mut connection).await?;
    Ok(connection.close().await?)
}

/// So that it is known for one when it is opened in the database's place; and nobody is signed in there.
async fn mark_as_copy(file: &Path) -> Result<(), NoBackup> {
    let options = SqliteConnectOptions::new().filename(file).journal_mode(SqliteJournalMode::Memory);
    let mut connection = options.pragma("secure_delete", "ON").connect().await?;
    let mark = "UPDATE key_vault SET is_copy = 1; DELETE FROM session; DELETE FROM staff_session";
    sqlx::raw_sql(mark).execute(&mut connection).await?;
    Ok(connection.close().await?)
}
