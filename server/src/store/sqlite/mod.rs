//! The store on SQLite: one writer, several readers, everything on the disk before it is acknowledged.

mod check;
mod checkpoint;
mod directory;
mod items;
mod keys;
pub mod lists;
mod looks_at;
mod read;
mod retention;
mod rows;
mod session;
mod write;

use std::{fs::OpenOptions, os::unix::fs::OpenOptionsExt as _, path::Path, time::Duration};

use async_trait::async_trait;
use jiff::Timestamp;
use own_terms_domain::{
    directory::{Organisation, Staff},
    ids::ClaimantId,
    ledger::NoticeVersion,
    time::Now,
};
use own_terms_receipt::{
    file::Published,
    keys::{PublicKey, Signer},
};
use sqlx::{
    SqlitePool,
    migrate::Migrator,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use self::directory::write_organisation;
use super::{Ask, Checked, Done, Order, Origin, Session, Store, StoreError, TokenHash, View, sealed::Sealer};

/// How long a write waits for another before it gives up: [`StoreError::Busy`].
const PATIENCE: Duration = Duration::from_secs(5);
/// How long it waits between tries, where SQLite does not wait by itself.
const BETWEEN: Duration = Duration::from_millis(20);

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

/// The store on SQLite.
#[derive(Clone)]
pub struct SqliteStore {
    writer: SqlitePool,
    readers: SqlitePool,
    sealer: Sealer,
}

impl SqliteStore {
    /// Opens the database file, making it when there is none, and brings its schema up to date.
    ///
    /// # Errors
    /// When it cannot be opened or the schema cannot be brought up to date.
    pub async fn open(file: &Path, sealer: Sealer) -> Result<Self, StoreError> {
        // Made here and not by SQLite, so that nobody else on the machine can read it; its log takes the same mode.
        let made = OpenOptions::new().append(true).create(true).mode(0o600).open(file);
        made.map_err(|error| StoreError::Database(error.into()))?;
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            // FULL: with NORMAL, a power cut could lose what was acknowledged (promise 11).
            .synchronous(SqliteSynchronous::Full)
            // What is taken away is overwritten, not left in free pages.
            .pragma("secure_delete", "ON")
            .busy_timeout(PATIENCE);
        let writer = patiently(async || {
            let one = SqlitePoolOptions::new().max_connections(1).acquire_timeout(PATIENCE);
            Ok(one.connect_with(options.clone()).await?)
        });
        let writer = writer.await?;
        migrate(&writer).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            .acquire_timeout(PATIENCE)
            .connect_with(options.pragma("query_only", "ON"))
            .await?;
        Ok(Self { writer, readers, sealer })
    }

    /// The real schema: each table with its columns, in order. For the tests of the catalogue.
    ///
    /// # Errors
    /// The database's own.
    pub async fn schema(&self) -> Result<Vec<(String, String)>, StoreError> {
        Ok(sqlx::query_as(
            "SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name <> '_sqlx_migrations' ORDER BY 1, c.cid",
        )
        .fetch_all(&self.readers)
        .await?)
    }

    /// Folds the write-ahead log into the file and empties it, so that what was destroyed is not in it either. If others are
    /// reading it waits for the next time; the content is gone all the same, because its key is.
    pub(super) async fn fold_log(&self) {
        let folded = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&self.writer).await;
        if let Err(error) = folded {
            tracing::debug!(%error, "the log was not folded into the file");
        }
    }

    /// Closes every connection, so that the write-ahead log is folded into the file.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// Tries again while others are at it: SQLite does not wait by itself while a new file is being turned to WAL.
async fn patiently<T>(attempt: impl AsyncFn() -> Result<T, StoreError>) -> Result<T, StoreError> {
    for _ in 0..PATIENCE.as_millis() / BETWEEN.as_millis() {
        match attempt().await {
            Err(StoreError::Busy) => tokio::time::sleep(BETWEEN).await,
            other => return other,
        }
    }
    attempt().await
}

/// Brings the schema up to date, in one transaction: killed half way, nothing was done; and of two that start at once one
/// waits and finds it done. (On SQLite sqlx's own lock does nothing.)
async fn migrate(writer: &SqlitePool) -> Result<(), StoreError> {
    let mut transaction = writer.begin_with("BEGIN IMMEDIATE").await?;
    MIGRATIONS.run(&mut *transaction).await.map_err(|error| StoreError::Database(error.into()))?;
    transaction.commit().await?;
    Ok(())
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let busy = match &error {
            sqlx::Error::PoolTimedOut => true,
            // SQLITE_BUSY (5) and SQLITE_LOCKED (6), and their extended codes, which have them in the low byte.
            sqlx::Error::Database(error) => {
                error.code().and_then(|code| code.parse::<u32>().ok()).is_some_and(|code| matches!(code & 0xff, 5 | 6))
            }
            _ => false,
        };
        if busy { Self::Busy } else { Self::Database(error) }
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn make_place(&self, claimant: ClaimantId, origin: Origin, at: Timestamp) -> Result<bool, StoreError> {
        self.write_place(claimant, origin, at).await
    }

    async fn commit(&self, order: Order) -> Result<Done, StoreError> {
        let mut done = self.write_orders(vec![order]).await?;
        Ok(done.pop().unwrap_or(Done::default()))
    }

    async fn commit_all(&self, orders: Vec<Order>) -> Result<Vec<Done>, StoreError> {
        self.write_orders(orders).await
    }

    async fn view(&self, ask: Ask) -> Result<View, StoreError> {
        self.read_view(ask).await
    }

    async fn begin_session(&self, token: TokenHash, claimant: ClaimantId, at: Timestamp) -> Result<(), StoreError> {
        self.write_session(token, claimant, at).await
    }

    async fn session(
        &self,
        token: TokenHash,
        at: Timestamp,
        alive_since: Timestamp,
        begun_since: Timestamp,
    ) -> Result<Option<Session>, StoreError> {
        self.read_session(token, at, alive_since, begun_since).await
    }

    async fn end_session(&self, token: TokenHash) -> Result<(), StoreError> {
        self.delete_session(token).await
    }

    async fn end_old_sessions(&self, alive_since: Timestamp, begun_since: Timestamp) -> Result<(), StoreError> {
        self.delete_old_sessions(alive_since, begun_since).await
    }

    async fn holds_real_people(&self) -> Result<bool, StoreError> {
        let real: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM claimant WHERE origin = 'real')")
            .fetch_one(&self.readers)
            .await?;
        Ok(real)
    }

    async fn put_staff(&self, staff: &Staff) -> Result<(), StoreError> {
        self.write_staff(staff).await
    }

    async fn put_organisation(&self, organisation: &Organisation) -> Result<(), StoreError> {
        write_organisation(&mut *self.writer.acquire().await?, organisation).await
    }

    async fn case_workers(&self) -> Result<Vec<Staff>, StoreError> {
        self.read_case_workers().await
    }

    async fn let_go(&self, now: Now, notice: NoticeVersion) -> Result<u32, StoreError> {
        self.write_let_go(now, notice).await
    }

    async fn keys(&self) -> Result<Vec<PublicKey>, StoreError> {
        self.read_keys().await
    }

    async fn signer(&self, at: Timestamp) -> Result<Signer, StoreError> {
        self.read_signer(at).await
    }

    async fn change_key(&self, at: Timestamp) -> Result<(), StoreError> {
        self.write_new_key(at).await
    }

    async fn make_checkpoint(&self, at: Timestamp) -> Result<bool, StoreError> {
        self.write_checkpoint(at).await
    }

    async fn checkpoints(&self, after: u32) -> Result<Vec<Published>, StoreError> {
        self.read_checkpoints(after).await
    }

    async fn check(&self) -> Result<Checked, StoreError> {
        self.check_all().await
    }
}
