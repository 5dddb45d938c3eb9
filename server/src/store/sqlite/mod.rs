//! The store on SQLite: one writer, several readers, everything on the disk before it is acknowledged.

mod account;
mod backup;
mod check;
mod checkpoint;
mod clients;
mod directory;
mod due;
mod entries;
mod hooks;
pub mod items;
mod keys;
mod listings;
pub mod lists;
mod looks_at;
mod new_keys;
mod once;
mod outbox;
mod owed;
mod photo;
mod promised;
mod read;
mod retention;
mod rows;
mod session;
mod settle;
mod staff;
mod tickets;
mod vault;
mod write;

use std::{
    fs::OpenOptions,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    sync::{Arc, atomic::AtomicBool},
    time::Duration,
};

use async_trait::async_trait;
use jiff::{Timestamp, civil::Date};
use own_terms_domain::{
    account::{Begun, Origin},
    ids::{CarerId, ClaimantId, ConsentId, DelegationId, OrganisationId},
    item::ItemId,
    ledger::NoticeVersion,
    sign_in::FoundBy,
    time::Now,
};
use own_terms_receipt::{
    file::Published,
    keys::{PublicKey, Signer},
};
use sqlx::{
    ConnectOptions as _, Connection as _, SqlitePool,
    migrate::Migrator,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

pub use self::backup::NoBackup;
use self::vault::Vault;
use super::{
    Alive, Ask, Checked, Claimed, Done, Ended, Opening, Order, OutThere, Purpose, Session, Settled, SharedWith, Store,
    StoreError, Ticket, TicketCode, Ticketed, TokenHash, View, sealed::Sealer,
};

/// How long a write waits for another before it gives up: [`StoreError::Busy`].
const PATIENCE: Duration = Duration::from_secs(5);
/// How long it waits between tries, where SQLite does not wait by itself.
const BETWEEN: Duration = Duration::from_millis(20);

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

/// The two files of a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    /// The database.
    pub database: PathBuf,
    /// The vault, with the keys of what is in it.
    pub vault: PathBuf,
}

/// The store on SQLite.
#[derive(Clone)]
pub struct SqliteStore {
    files: Files,
    writer: SqlitePool,
    readers: SqlitePool,
    vault: Vault,
    sealer: Sealer,
    /// True while keys of what was erased may be waiting to be destroyed.
    unsettled: Arc<AtomicBool>,
}

impl SqliteStore {
    /// Opens the files, making them when there are none, brings their schemas up to date, and puts right at `at` what an end in
    /// the middle left undone between the two, or an older copy put back.
    ///
    /// # Errors
    /// When they cannot be opened, do not belong together, or the schemas cannot be brought up to date.
    pub async fn open(files: &Files, sealer: Sealer, at: Timestamp) -> Result<Self, StoreError> {
        // The vault first: a database that is there without one has lost it.
        let vault = Vault::open(&files.vault, &sealer).await?;
        let options = options(&files.database)?;
        let pool = |most| with_vault(SqlitePoolOptions::new().max_connections(most), &files.vault);
        let writer = patiently(async || Ok(pool(1).connect_with(options.clone()).await?)).await?;
        migrate(&writer, &MIGRATIONS).await?;
        let readers = pool(4).connect_with(options.pragma("query_only", "ON")).await?;
        let store = Self { files: files.clone(), writer, readers, vault, sealer, unsettled: Arc::default() };
        store.settle(at).await?;
        Ok(store)
    }

    /// The real schema: each table with its columns, in order. For the tests of the catalogue.
    ///
    /// # Errors
    /// The database's own.
    pub async fn schema(&self) -> Result<Vec<(String, String)>, StoreError> {
        Ok(sqlx::query_as(
            "SELECT m.name, c.name FROM main.sqlite_schema m JOIN pragma_table_info(m.name, 'main') c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name <> '_sqlx_migrations'
             UNION ALL
             SELECT m.name, c.name FROM vault.sqlite_schema m JOIN pragma_table_info(m.name, 'vault') c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name <> '_sqlx_migrations'",
        )
        .fetch_all(&self.readers)
        .await?)
    }

    pub(super) async fn fold_log(&self) {
        fold_log(&self.files.database).await;
    }

    /// Closes every connection, so that the write-ahead logs are folded into the files.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
        // Last, because only this connection can fold the vault's.
        self.vault.close().await;
    }
}

/// How each of the files is opened.
fn options(file: &Path) -> Result<SqliteConnectOptions, StoreError> {
    // Made here and not by SQLite, so that nobody else on the machine can read it; its log takes the same mode.
    let made = OpenOptions::new().append(true).create(true).mode(0o600).open(file);
    made.map_err(|error| StoreError::Database(error.into()))?;
    Ok(SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        // FULL: with NORMAL, a power cut could lose what was acknowledged (promise 11).
        .synchronous(SqliteSynchronous::Full)
        // What is taken away is overwritten, not left in free pages.
        .pragma("secure_delete", "ON")
        .busy_timeout(PATIENCE))
}

/// Each connection reads the vault beside the database.
fn with_vault(pool: SqlitePoolOptions, vault: &Path) -> SqlitePoolOptions {
    let name: Arc<str> = vault::name_to_read(vault).into();
    // A file does not go away as a network does: a connection need not be asked whether it is there before each use.
    pool.acquire_timeout(PATIENCE).test_before_acquire(false).after_connect(move |connection, _| {
        let name = name.clone();
        Box::pin(async move {
            sqlx::query("ATTACH DATABASE ? AS vault").bind(&*name).execute(connection).await?;
            Ok(())
        })
    })
}

/// Folds a write-ahead log into its file and empties it, so that what was destroyed is not in it either. While others are reading
/// for long, as when a copy is made, it waits for the next time.
///
/// SQLite itself would wait for readers with the file locked, and some of them wait for the lock: those who read the vault while
/// they are about to put a key in. So it only tries, and tries again.
async fn fold_log(file: &Path) {
    for _ in 0..PATIENCE.as_millis() / BETWEEN.as_millis() {
        match try_to_fold_log(file).await {
            Ok(false) | Err(StoreError::Busy) => tokio::time::sleep(BETWEEN).await,
            Ok(true) => return,
            Err(error) => return tracing::warn!(%error, "a log was not folded into its file"),
        }
    }
    tracing::debug!("a log is being read; it is folded into its file the next time");
}

async fn try_to_fold_log(file: &Path) -> Result<bool, StoreError> {
    let mut connection = SqliteConnectOptions::new().filename(file).busy_timeout(Duration::ZERO).connect().await?;
    let busy: i64 = sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut connection).await?;
    connection.close().await?;
    Ok(busy == 0)
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
async fn migrate(writer: &SqlitePool, migrations: &Migrator) -> Result<(), StoreError> {
    let mut transaction = writer.begin_with("BEGIN IMMEDIATE").await?;
    migrations.run(&mut *transaction).await.map_err(|error| StoreError::Database(error.into()))?;
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
        let mut done = self.write_orders(vec![order], None).await?;
        Ok(done.pop().unwrap_or_default())
    }

    async fn commit_in(&self, order: Order, session: TokenHash) -> Result<Done, StoreError> {
        let mut done = self.write_orders(vec![order], Some(session)).await?;
        Ok(done.pop().unwrap_or_default())
    }

    async fn commit_all(&self, orders: Vec<Order>) -> Result<Vec<Done>, StoreError> {
        self.write_orders(orders, None).await
    }

    async fn view(&self, ask: Ask) -> Result<View, StoreError> {
        self.read_view(ask).await
    }

    async fn begin_session(&self, token: TokenHash, claimant: ClaimantId, begun: Begun) -> Result<(), StoreError> {
        self.write_session(token, claimant, begun, None).await
    }

    async fn begin_session_there(
        &self,
        token: TokenHash,
        claimant: ClaimantId,
        begun: Begun,
        there: FoundBy<'_>,
    ) -> Result<(), StoreError> {
        self.write_session(token, claimant, begun, Some(there)).await
    }

    async fn end_sessions_there(&self, out: OutThere<'_>) -> Result<(), StoreError> {
        self.delete_sessions_there(out).await
    }

    async fn session(&self, token: TokenHash, at: Timestamp, alive: Alive) -> Result<Option<Session>, StoreError> {
        self.read_session(token, at, alive).await
    }

    async fn share_session(&self, token: TokenHash, shared: bool) -> Result<(), StoreError> {
        self.mark_session(token, shared).await
    }

    async fn end_session(&self, token: TokenHash) -> Result<(), StoreError> {
        self.delete_session(token).await
    }

    async fn end_sessions(&self, claimant: ClaimantId, which: Ended) -> Result<(), StoreError> {
        self.delete_sessions(claimant, which).await
    }

    async fn end_old_sessions(&self, alive: Alive) -> Result<(), StoreError> {
        self.delete_old_sessions(alive).await
    }

    async fn found(&self, by: FoundBy<'_>) -> Result<Vec<(ClaimantId, ItemId)>, StoreError> {
        self.read_found(by).await
    }

    async fn whose(&self, by: FoundBy<'_>, item: ItemId) -> Result<Option<ClaimantId>, StoreError> {
        self.read_whose(by, item).await
    }

    async fn shared_with(
        &self,
        organisation: OrganisationId,
        today: Date,
        after: Option<ConsentId>,
    ) -> Result<SharedWith, StoreError> {
        self.read_shared_with(organisation, today, after).await
    }

    async fn helped_by(&self, carer: CarerId, today: Date) -> Result<Vec<(ClaimantId, DelegationId)>, StoreError> {
        self.read_helped_by(carer, today).await
    }

    async fn put_ticket(&self, ticket: Ticket) -> Result<bool, StoreError> {
        self.write_ticket(ticket).await
    }

    async fn open_ticket(
        &self,
        purpose: Purpose,
        code: &TicketCode,
        opening: Opening,
        at: Timestamp,
    ) -> Result<Option<Ticketed>, StoreError> {
        self.try_ticket(purpose, code, opening, at).await
    }

    async fn drop_tickets(&self, claimant: ClaimantId, purpose: Purpose) -> Result<(), StoreError> {
        self.delete_tickets(claimant, purpose).await
    }

    async fn drop_old_tickets(&self, at: Timestamp) -> Result<(), StoreError> {
        self.delete_old_tickets(at).await
    }

    async fn next_due(&self) -> Result<Option<Timestamp>, StoreError> {
        self.read_next_due().await
    }

    async fn claim(&self, at: Timestamp) -> Result<Vec<Claimed>, StoreError> {
        self.write_claims(at).await
    }

    async fn is_claimed(&self, claimed: &Claimed) -> Result<bool, StoreError> {
        self.read_is_claimed(claimed).await
    }

    async fn settle(&self, claimed: &Claimed, settled: Settled) -> Result<(), StoreError> {
        self.write_settled(claimed, settled).await
    }

    async fn drop_old_messages(&self, due_before: Timestamp) -> Result<(), StoreError> {
        self.delete_old_messages(due_before).await
    }

    async fn holds_real_people(&self) -> Result<bool, StoreError> {
        let real: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM claimant WHERE origin = 'real')")
            .fetch_one(&self.readers)
            .await?;
        Ok(real)
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
