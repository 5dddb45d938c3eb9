//! The vault: the keys of items in a file of their own, written by a connection of its own and read beside the database.

use std::path::{Path, PathBuf};

use sqlx::{
    Row as _, SqliteConnection, SqlitePool,
    migrate::Migrator,
    sqlite::{SqlitePoolOptions, SqliteRow},
};

use super::{PATIENCE, fold_log, migrate, new_keys::NewKeys, options, patiently};
use crate::store::{StoreError, sealed::Sealer};

pub(super) static MIGRATIONS: Migrator = sqlx::migrate!("migrations/vault");

/// What the database and its vault agree on: drawn anew each time that keys are put in or destroyed.
pub(super) type Step = [u8; 16];

/// A key that is to be destroyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Doomed {
    pub(super) claimant: Vec<u8>,
    pub(super) key: Vec<u8>,
    /// When what it opens was erased, in microseconds since 1970.
    pub(super) at: i64,
}

impl Doomed {
    pub(super) fn of(row: &SqliteRow) -> Result<Self, StoreError> {
        Ok(Self { claimant: row.try_get("claimant_id")?, key: row.try_get("key_id")?, at: row.try_get("at")? })
    }
}

/// The one connection that writes to the vault.
#[derive(Clone)]
pub(super) struct Vault {
    writer: SqlitePool,
    file: PathBuf,
}

impl Vault {
    /// Opens the file, making it when there is none.
    pub(super) async fn open(file: &Path, sealer: &Sealer) -> Result<Self, StoreError> {
        let options = options(file)?;
        let writer = patiently(async || {
            // It stays open as long as the store: closed last, it folds its log and leaves nothing lying about.
            let one = SqlitePoolOptions::new().max_connections(1).acquire_timeout(PATIENCE);
            Ok(one.idle_timeout(None).max_lifetime(None).connect_with(options.clone()).await?)
        });
        let writer = writer.await?;
        migrate(&writer, &MIGRATIONS).await?;
        sqlx::query("INSERT INTO vault (vault_id, step) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM vault)")
            .bind(&sealer.drawn()[..])
            .bind(&sealer.drawn()[..])
            .execute(&writer)
            .await?;
        Ok(Self { writer, file: file.to_owned() })
    }

    /// Puts keys on the disk, and destroys those that were put in before and never used.
    pub(super) async fn put(
        &self,
        keys: &NewKeys,
        left_over: &[Doomed],
        before: &Step,
        step: &Step,
    ) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        destroy(&mut transaction, left_over).await?;
        for key in keys.all() {
            sqlx::query("INSERT INTO item_key (claimant_id, key_id, item_id, sealed_key) VALUES (?, ?, ?, ?)")
                .bind(&key.claimant.0.as_bytes()[..])
                .bind(&key.key.id.as_bytes()[..])
                .bind(key.item.to_string())
                .bind(&key.sealed)
                .execute(&mut *transaction)
                .await?;
            sqlx::query("INSERT INTO new_key (claimant_id, key_id) VALUES (?, ?)")
                .bind(&key.claimant.0.as_bytes()[..])
                .bind(&key.key.id.as_bytes()[..])
                .execute(&mut *transaction)
                .await?;
        }
        take_step(&mut transaction, Some(before), step).await?;
        Ok(transaction.commit().await?)
    }

    /// Destroys keys.
    pub(super) async fn destroy(&self, doomed: &[Doomed], step: &Step) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        destroy(&mut transaction, doomed).await?;
        take_step(&mut transaction, None, step).await?;
        Ok(transaction.commit().await?)
    }

    pub(super) async fn fold_log(&self) {
        fold_log(&self.file).await;
    }

    pub(super) async fn close(&self) {
        self.writer.close().await;
    }
}

/// Leaves a tombstone for each. Whatever happens next, the keys that were new are so no longer.
async fn destroy(connection: &mut SqliteConnection, doomed: &[Doomed]) -> Result<(), StoreError> {
    for Doomed { claimant, key, at } in doomed {
        sqlx::query(
            "INSERT INTO destroyed_key (claimant_id, key_id, destroyed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        )
        .bind(claimant)
        .bind(key)
        .bind(at)
        .execute(&mut *connection)
        .await?;
        sqlx::query("DELETE FROM item_key WHERE claimant_id = ? AND key_id = ?")
            .bind(claimant)
            .bind(key)
            .execute(&mut *connection)
            .await?;
    }
    sqlx::query("DELETE FROM new_key").execute(connection).await?;
    Ok(())
}

/// `before` is the step that the database is at until what uses the keys is committed.
async fn take_step(connection: &mut SqliteConnection, before: Option<&Step>, step: &Step) -> Result<(), StoreError> {
    sqlx::query("UPDATE vault SET before = ?, step = ?")
        .bind(before.map(|before| &before[..]))
        .bind(&step[..])
        .execute(connection)
        .await?;
    Ok(())
}

/// How a connection to the database names the vault, to read it beside the database: not to write, because a transaction over
/// two files could be cut in two by a power cut.
pub(super) fn name_to_read(file: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/._-".contains(&byte);
    let bytes = file.as_os_str().as_encoded_bytes().iter();
    let name: String =
        bytes.map(|byte| if plain(*byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") }).collect();
    format!("file:{name}?mode=ro")
}
