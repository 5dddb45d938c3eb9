//! Putting right what stands between the database and its vault: keys to be destroyed, keys never used, and an older copy put back.

use std::sync::atomic::Ordering;

use jiff::Timestamp;
use own_terms_domain::{
    actor::Actor,
    decide::{Change, Entry, mend},
    ids::ClaimantId,
    item::ItemId,
    ledger::NoticeVersion,
    needs::Needs,
};
use sqlx::{Row as _, Sqlite, SqliteConnection, Transaction};

use super::{
    SqliteStore,
    items::load,
    new_keys::NewKeys,
    rows,
    vault::{Doomed, Step},
    write::Author,
};
use crate::store::StoreError;

/// How the database and its vault stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Footing {
    /// They are of one moment.
    InStep,
    /// The vault is one step ahead: keys were put in, and what was to use them was never committed.
    Interrupted,
    /// They are of different moments: one of them is an older copy that was put back.
    Apart,
}

/// The keys whose items were all erased since they were last used; those that are about to go are left out.
const OUTLIVED: &str = "SELECT item_key.claimant_id, item_key.key_id FROM item_key
    WHERE (SELECT max(number) FROM ledger WHERE ledger.claimant_id = item_key.claimant_id
               AND ledger.item_id = item_key.item_id AND ledger.key_id = item_key.key_id)
        < (SELECT max(number) FROM ledger WHERE ledger.claimant_id = item_key.claimant_id
               AND ledger.item_id = item_key.item_id AND ledger.act = 'erase')
      AND NOT EXISTS (SELECT 1 FROM key_to_destroy WHERE key_to_destroy.claimant_id = item_key.claimant_id
               AND key_to_destroy.key_id = item_key.key_id)";

/// The keys that no entry uses.
const UNUSED: &str = "SELECT claimant_id, key_id FROM item_key
    WHERE NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.claimant_id = item_key.claimant_id
                          AND ledger.item_id = item_key.item_id AND ledger.key_id = item_key.key_id)";

impl SqliteStore {
    /// New keys are on the disk before what uses them is; what is erased is on the disk before its keys are destroyed. So
    /// whenever it ends, nothing is there without its key, and what has to be destroyed is known.
    pub(super) async fn finish(
        &self,
        mut transaction: Transaction<'static, Sqlite>,
        new: NewKeys,
        erased: bool,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.put_keys(&mut transaction, &new, at).await?;
        transaction.commit().await?;
        // Also what could not be destroyed the last time, because the disk was full or the vault was busy.
        if self.unsettled.fetch_or(erased, Ordering::SeqCst) || erased {
            self.settle(at).await?;
            self.unsettled.store(false, Ordering::SeqCst);
        }
        Ok(())
    }

    /// Puts in the vault what a transaction is about to use, on the disk before that is committed.
    async fn put_keys(
        &self,
        connection: &mut SqliteConnection,
        keys: &NewKeys,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        if keys.is_empty() {
            return Ok(());
        }
        let (footing, before) = footing(connection).await?;
        let left_over = left_over(connection, footing, at).await?;
        let step = self.sealer.drawn();
        self.vault.put(keys, &left_over, &before, &step).await?;
        note_step(connection, &step).await
    }

    /// Destroys the keys of what is erased, and whatever else an end in the middle or a copy put back left to be done.
    ///
    /// It holds the lock of the database meanwhile, so that no key is taken for unused that someone is about to use.
    pub(super) async fn settle(&self, at: Timestamp) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        self.pair(&mut transaction).await?;
        let (footing, _) = footing(&mut transaction).await?;
        let mut erased = 0;
        if footing == Footing::Apart {
            erased = self.erase_again(&mut transaction, at).await?;
        }
        let mut doomed = left_over(&mut transaction, footing, at).await?;
        doomed.extend(to_destroy(&mut transaction).await?);
        if footing == Footing::Apart {
            doomed.extend(doom(&mut transaction, OUTLIVED, at).await?);
        }
        if footing == Footing::InStep && doomed.is_empty() {
            return Ok(());
        }
        let step = self.sealer.drawn();
        // Cut off between the two, they are apart: then all of this is looked for again, and found done.
        self.vault.destroy(&doomed, &step).await?;
        sqlx::query("DELETE FROM key_to_destroy").execute(&mut *transaction).await?;
        note_step(&mut transaction, &step).await?;
        transaction.commit().await?;
        self.vault.fold_log().await;
        self.fold_log().await;
        if footing == Footing::Apart && erased > 0 {
            tracing::warn!(erased, "an older copy was put back; what was erased since was erased in it again");
        }
        Ok(())
    }

    /// A new database takes the vault that is there; one that has a vault opens with no other.
    async fn pair(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO key_vault (vault_id, step) SELECT vault_id, ? FROM vault.vault
             WHERE NOT EXISTS (SELECT 1 FROM key_vault) AND NOT EXISTS (SELECT 1 FROM claimant)",
        )
        // A step of its own: keys in a vault that was there before are another database's, and not for this one to destroy.
        .bind(&self.sealer.drawn()[..])
        .execute(&mut *connection)
        .await?;
        let is_ours: Option<bool> =
            sqlx::query_scalar("SELECT its.vault_id = mine.vault_id FROM vault.vault its, key_vault mine")
                .fetch_optional(connection)
                .await?;
        if is_ours == Some(true) {
            Ok(())
        } else {
            Err(StoreError::Damaged("the vault is not the one of this database"))
        }
    }

    /// Erases again what this database still speaks of and whose key is destroyed: how many items.
    async fn erase_again(&self, connection: &mut SqliteConnection, at: Timestamp) -> Result<usize, StoreError> {
        let found = sqlx::query(
            "SELECT DISTINCT ledger.claimant_id, ledger.item_id FROM destroyed_key CROSS JOIN ledger
             ON ledger.claimant_id = destroyed_key.claimant_id AND ledger.key_id = destroyed_key.key_id
             WHERE NOT EXISTS (SELECT 1 FROM ledger later WHERE later.claimant_id = ledger.claimant_id
                 AND later.item_id = ledger.item_id AND later.number > ledger.number AND later.act = 'erase')
             ORDER BY 1, 2",
        )
        .fetch_all(&mut *connection)
        .await?;
        let gone = found.iter().map(|row| Ok((ClaimantId(rows::uuid(row, "claimant_id")?), rows::item_id(row)?)));
        let gone: Vec<_> = gone.collect::<Result<_, StoreError>>()?;
        for of_one in gone.chunk_by(|one, next| one.0 == next.0) {
            let claimant = of_one[0].0;
            // By the service: the person's own entry, which said so first, is in the database that this one stands in for.
            let author = Author { claimant, actor: Actor::Service, at, notice: NoticeVersion::default() };
            let mut no_keys = NewKeys::default();
            let entries = of_one.iter().map(|(_, item)| Entry { item: *item, change: Change::Erase }).collect();
            self.write_entries(connection, author, entries, &mut no_keys).await?;
            match load(connection, &self.sealer, claimant, &Needs::everything(), &no_keys).await {
                Ok(state) => drop(self.write_entries(connection, author, mend(&state), &mut no_keys).await?),
                // Theirs cannot be read for another reason, which is no reason to open nobody's; the check says so.
                Err(StoreError::Damaged(_)) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(gone.len())
    }

    /// Destroys every key that nothing uses: how many. For whoever no longer wants the newer database that they are of.
    ///
    /// # Errors
    /// The store's own.
    pub async fn destroy_unused_keys(&self, at: Timestamp) -> Result<usize, StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let unused = doom(&mut transaction, UNUSED, at).await?;
        let step = self.sealer.drawn();
        self.vault.destroy(&unused, &step).await?;
        note_step(&mut transaction, &step).await?;
        transaction.commit().await?;
        self.vault.fold_log().await;
        Ok(unused.len())
    }
}

/// Marks every key that an item ever had to be destroyed, and with them all that it ever said, wherever copies of that are.
///
/// These and no others: whoever says it anew, before they are destroyed, does so with a key that stays.
pub(super) async fn doom_keys_of(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    item: ItemId,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT OR IGNORE INTO key_to_destroy (claimant_id, key_id, erased_at)
         SELECT claimant_id, key_id, ? FROM item_key WHERE claimant_id = ? AND item_id = ?",
    )
    .bind(rows::micros(at))
    .bind(&claimant.0.as_bytes()[..])
    .bind(item.to_string())
    .execute(connection)
    .await?;
    Ok(())
}

/// How many keys there are of what was erased, and how many that nothing uses.
pub(super) async fn count(connection: &mut SqliteConnection) -> Result<(usize, usize), StoreError> {
    let outlived = sqlx::query(OUTLIVED).fetch_all(&mut *connection).await?;
    let unused = sqlx::query(UNUSED).fetch_all(connection).await?;
    Ok((outlived.len(), unused.len()))
}

async fn footing(connection: &mut SqliteConnection) -> Result<(Footing, Step), StoreError> {
    let row = sqlx::query(
        "SELECT mine.step, mine.is_copy, mine.step = its.step AS in_step, mine.step IS its.before AS behind
         FROM key_vault mine, vault.vault its",
    )
    .fetch_one(connection)
    .await?;
    let footing = if row.try_get("is_copy")? {
        Footing::Apart
    } else if row.try_get("in_step")? {
        Footing::InStep
    } else if row.try_get("behind")? {
        Footing::Interrupted
    } else {
        Footing::Apart
    };
    Ok((footing, rows::bytes(&row, "step")?))
}

async fn note_step(connection: &mut SqliteConnection, step: &Step) -> Result<(), StoreError> {
    sqlx::query("UPDATE key_vault SET step = ?, is_copy = 0").bind(&step[..]).execute(connection).await?;
    Ok(())
}

/// Keys that were put in last and that nothing uses; none when they may be those of a newer database.
async fn left_over(
    connection: &mut SqliteConnection,
    footing: Footing,
    at: Timestamp,
) -> Result<Vec<Doomed>, StoreError> {
    if footing == Footing::Apart {
        return Ok(Vec::new());
    }
    let unused = "SELECT new_key.claimant_id, new_key.key_id FROM new_key JOIN item_key USING (claimant_id, key_id)
        WHERE NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.claimant_id = new_key.claimant_id
                              AND ledger.item_id = item_key.item_id AND ledger.key_id = new_key.key_id)";
    doom(connection, unused, at).await
}

async fn to_destroy(connection: &mut SqliteConnection) -> Result<Vec<Doomed>, StoreError> {
    let found = sqlx::query("SELECT claimant_id, key_id, erased_at AS at FROM key_to_destroy");
    found.fetch_all(connection).await?.iter().map(Doomed::of).collect()
}

async fn doom(connection: &mut SqliteConnection, keys: &'static str, at: Timestamp) -> Result<Vec<Doomed>, StoreError> {
    let found = sqlx::query(keys).fetch_all(connection).await?;
    let at = rows::micros(at);
    found
        .iter()
        .map(|row| Ok(Doomed { claimant: row.try_get("claimant_id")?, key: row.try_get("key_id")?, at }))
        .collect()
}
