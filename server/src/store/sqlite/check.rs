//! A check of everything: the database itself, each chain from its beginning to its head, and that all that is sealed opens.

use std::collections::{BTreeMap, BTreeSet};

use own_terms_domain::{
    checkpoint::root_from,
    ids::ClaimantId,
    item::{Item, Version},
    ledger::{Act, BEGINNING, Hash},
    needs::Needs,
    state::State,
};
use own_terms_receipt::{hex::Hex, keys::For};
use sqlx::{
    AssertSqlSafe, Row as _, Sqlite, SqliteConnection, Transaction,
    migrate::Migrator,
    sqlite::{SqlitePoolOptions, SqliteRow},
};

use super::{
    MIGRATIONS, SqliteStore,
    entries::{anchors, entry},
    items::load,
    keys,
    new_keys::NewKeys,
    photo::photos_are_whole,
    rows, settle, vault,
};
use crate::store::{Checked, Kept, StoreError, sealed::Sealer};

impl SqliteStore {
    pub(super) async fn check_all(&self) -> Result<Checked, StoreError> {
        let mut transaction = self.both_at_one_moment().await?;
        let mut checked = Checked::default();
        let sound: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&mut *transaction).await?;
        if sound != ["ok"] {
            checked.wrong.push("the database file is damaged (integrity_check)".to_owned());
        }
        let claimants: Vec<Vec<u8>> = sqlx::query_scalar("SELECT claimant_id FROM claimant ORDER BY claimant_id")
            .fetch_all(&mut *transaction)
            .await?;
        let schemas =
            [("database", "main.sqlite_schema", &MIGRATIONS), ("vault", "vault.sqlite_schema", &vault::MIGRATIONS)];
        for (file, schema, migrations) in schemas {
            if !schema_is_ours(&mut transaction, schema, migrations).await? {
                checked
                    .wrong
                    .push(format!("the schema of the {file}: a table, an index or a trigger is not as it was made"));
            }
        }
        check_keys(&mut transaction, &mut checked).await?;
        if !checkpoints_are_whole(&mut transaction).await? {
            checked.wrong.push("the checkpoints: one is missing, changed or not signed".to_owned());
        }
        if !photos_are_whole(&mut transaction).await? {
            checked.wrong.push("the photos of case workers: one is not what was kept".to_owned());
        }
        for claimant in claimants {
            checked.claimants += 1;
            let id = uuid::Uuid::from_slice(&claimant).map_err(|_| StoreError::Damaged("an id is not an id"))?;
            let found = self.check_chain(&mut transaction, ClaimantId(id), &mut checked.entries).await;
            match found {
                Ok(()) => {}
                // Which claimant is not said: what this prints may end in a log.
                Err(StoreError::Damaged(what)) => checked.wrong.push(format!("a claimant's ledger: {what}")),
                Err(other) => return Err(other),
            }
        }
        let waiting: i64 = sqlx::query_scalar("SELECT count(*) FROM outbox").fetch_one(&mut *transaction).await?;
        checked.waiting = waiting.unsigned_abs();
        Ok(checked)
    }

    /// A reader of both files, as they are while nobody writes: a key that goes meanwhile is not missed.
    async fn both_at_one_moment(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        let nobody_writes = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let mut reading = self.readers.begin().await?;
        sqlx::query("SELECT 1 FROM main.key_vault, vault.vault").fetch_optional(&mut *reading).await?;
        drop(nobody_writes);
        Ok(reading)
    }

    async fn check_chain(
        &self,
        connection: &mut SqliteConnection,
        claimant: ClaimantId,
        entries: &mut u64,
    ) -> Result<(), StoreError> {
        let rows = sqlx::query(
            "SELECT ledger.*, item_key.sealed_key FROM ledger LEFT JOIN item_key USING (claimant_id, key_id)
             WHERE claimant_id = ? ORDER BY number",
        )
        .bind(&claimant.0.as_bytes()[..])
        .fetch_all(&mut *connection)
        .await?;
        let keys = keys::all(connection).await?;
        let mut head = BEGINNING;
        let mut number = 0;
        // What each item should say now, by the last entry about it; and the hash of that entry.
        let mut should_be = BTreeMap::new();
        let mut last_of = BTreeMap::new();
        // What cannot be read, until an entry that erases it is met.
        let mut unread = BTreeSet::new();
        // The key of each item that is held.
        let mut key_of = BTreeMap::new();
        for row in &rows {
            number += 1;
            *entries += 1;
            let Kept { link, signed, content } = entry(&self.sealer, claimant, row)?;
            let hash = link.hash();
            if !link.follows(number, &head) || hash != rows::hash(row, "hash")? {
                return Err(StoreError::Damaged("an entry is missing, moved or changed"));
            }
            if link.replaced != last_of.insert(link.item, hash).unwrap_or(BEGINNING) {
                return Err(StoreError::Damaged("an entry replaces another than the one before"));
            }
            if !keys.iter().any(|key| key.has_signed(For::Entry, &hash, &signed, link.at)) {
                return Err(StoreError::Damaged("an entry is signed by none of the service's keys"));
            }
            let key = rows::uuid(row, "key_id")?;
            if link.act != Act::Erase && key_of.get(&link.item).is_some_and(|held| *held != key) {
                return Err(StoreError::Damaged("an item has two keys at once"));
            }
            if link.act == Act::Set {
                key_of.insert(link.item, key);
            } else {
                key_of.remove(&link.item);
            }
            match (link.act, content.map(|content| content.item)) {
                (Act::Set, Some(Some(value))) => drop(should_be.insert(link.item, (Version(number), value))),
                (Act::Set | Act::TakeAway, None) => drop(unread.insert(link.item)),
                (Act::TakeAway, Some(None)) => drop(should_be.remove(&link.item)),
                (Act::Erase, None) => {
                    unread.remove(&link.item);
                    should_be.remove(&link.item);
                }
                _ => return Err(StoreError::Damaged("an entry says another thing than it does")),
            }
            head = hash;
        }
        if !unread.is_empty() {
            return Err(StoreError::Damaged("content is gone, and nobody erased it"));
        }
        let end = sqlx::query("SELECT entries, head FROM claimant WHERE claimant_id = ?")
            .bind(&claimant.0.as_bytes()[..])
            .fetch_one(&mut *connection)
            .await?;
        if rows::number(&end, "entries")? != number || rows::hash(&end, "head")? != head {
            return Err(StoreError::Damaged("the end of the ledger is missing"));
        }
        self.check_looks(connection, claimant).await?;
        check_anchors(connection, claimant, &rows).await?;
        let state = load(connection, &self.sealer, claimant, &Needs::everything(), &NewKeys::default()).await?;
        let is: BTreeMap<_, _> = state.all().map(|held| (held.id, (held.version, held.item.clone()))).collect();
        if is != should_be {
            return Err(StoreError::Damaged("an item is not what the ledger says"));
        }
        check_derived(connection, &self.sealer, &state).await?;
        Ok(())
    }

    /// The log of looks is whole, from the first to the last.
    async fn check_looks(&self, connection: &mut SqliteConnection, claimant: ClaimantId) -> Result<(), StoreError> {
        let rows = sqlx::query("SELECT * FROM look WHERE claimant_id = ? ORDER BY number")
            .bind(&claimant.0.as_bytes()[..])
            .fetch_all(&mut *connection)
            .await?;
        let mut head = BEGINNING;
        for (number, row) in (1..).zip(&rows) {
            let look = rows::look(row)?;
            let hash = match look.withheld {
                Some(_) => look.withheld_hash(&rows::bytes(row, "salt")?, claimant, &head),
                None => look.hash(claimant, &head),
            };
            if look.number != number || hash != rows::hash(row, "hash")? {
                return Err(StoreError::Damaged("a look is missing, moved or changed"));
            }
            head = hash;
        }
        let end = sqlx::query("SELECT looks, look_head FROM claimant WHERE claimant_id = ?")
            .bind(&claimant.0.as_bytes()[..])
            .fetch_one(connection)
            .await?;
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        if rows::number(&end, "looks")? != count || rows::hash(&end, "look_head")? != head {
            return Err(StoreError::Damaged("the end of the log is missing"));
        }
        Ok(())
    }
}

/// What stands in plain sight beside an item is what the item says: the day it goes, without which nobody would look for it,
/// and what it is found by, which opens the place of whoever it is beside.
async fn check_derived(connection: &mut SqliteConnection, sealer: &Sealer, state: &State) -> Result<(), StoreError> {
    let found = sqlx::query("SELECT item_id, goes_on, found_by FROM item WHERE claimant_id = ?")
        .bind(&state.claimant().0.as_bytes()[..])
        .fetch_all(connection)
        .await?;
    for row in &found {
        let item = state.get(rows::item_id(row)?).map(|held| &held.item);
        let goes_on = item.and_then(Item::goes_on).map(|day| day.to_string());
        if row.try_get::<Option<String>, _>("goes_on")? != goes_on {
            return Err(StoreError::Damaged("an item would not go on its day"));
        }
        let found_by = item.and_then(Item::found_by).map(|by| sealer.tag(by));
        if row.try_get::<Option<&[u8]>, _>("found_by")? != found_by.as_ref().map(<[u8; 32]>::as_slice) {
            return Err(StoreError::Damaged("an item is found by what it does not say"));
        }
    }
    Ok(())
}

/// The ledger is the one that each checkpoint has.
async fn check_anchors(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    ledger: &[SqliteRow],
) -> Result<(), StoreError> {
    let anchors = anchors(connection, claimant, None).await?;
    let anchored: u32 = sqlx::query_scalar("SELECT anchored FROM claimant WHERE claimant_id = ?")
        .bind(&claimant.0.as_bytes()[..])
        .fetch_one(connection)
        .await?;
    if anchors.first().map_or(0, |latest| latest.entries) != anchored {
        return Err(StoreError::Damaged("what was published of the ledger is missing"));
    }
    for anchor in &anchors {
        let path: Vec<Hash> = anchor.path.iter().map(|Hex(hash)| *hash).collect();
        let root = root_from(anchor.ends(claimant.0).leaf(), anchor.leaf, anchor.checkpoint.leaves, &path);
        let entry = usize::try_from(anchor.entries).ok().and_then(|number| ledger.get(number.checked_sub(1)?));
        let head = entry.map(|row| rows::hash(row, "hash")).transpose()?;
        if root != Some(anchor.checkpoint.root.0) || head != Some(anchor.head.0) {
            return Err(StoreError::Damaged("the ledger is not the one that was published"));
        }
    }
    Ok(())
}

/// What is destroyed is not there any more, and what is there is for something.
async fn check_keys(connection: &mut SqliteConnection, checked: &mut Checked) -> Result<(), StoreError> {
    let twice = "SELECT count(*) FROM item_key JOIN destroyed_key USING (claimant_id, key_id)";
    let twice: i64 = sqlx::query_scalar(twice).fetch_one(&mut *connection).await?;
    let (outlived, unused) = settle::count(connection).await?;
    if twice > 0 {
        checked.wrong.push(format!("the vault: keys that are there, and were destroyed: {twice}"));
    }
    if outlived > 0 {
        checked.wrong.push(format!("the vault: keys of what was erased: {outlived}"));
    }
    if unused > 0 {
        checked.noted.push(format!(
            "the vault: keys that nothing in this database uses: {unused}. A newer database may need them. Once none is \
             wanted, own-terms destroy-unused-keys destroys them"
        ));
    }
    Ok(())
}

/// The schema is the one that the migrations make: a trigger that was taken away guards nothing.
async fn schema_is_ours(
    connection: &mut SqliteConnection,
    schema: &'static str,
    migrations: &Migrator,
) -> Result<bool, StoreError> {
    let of = |schema| {
        AssertSqlSafe(format!("SELECT type, name, sql FROM {schema} WHERE name NOT LIKE 'sqlite%' ORDER BY type, name"))
    };
    let there: Vec<(String, String, String)> = sqlx::query_as(of(schema)).fetch_all(connection).await?;
    let new = SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await?;
    migrations.run(&new).await.map_err(|error| StoreError::Database(error.into()))?;
    let ours: Vec<(String, String, String)> = sqlx::query_as(of("sqlite_schema")).fetch_all(&new).await?;
    Ok(there == ours)
}

/// The checkpoints follow one another, and each is signed.
async fn checkpoints_are_whole(connection: &mut SqliteConnection) -> Result<bool, StoreError> {
    let keys = keys::all(connection).await?;
    let found = sqlx::query("SELECT * FROM checkpoint ORDER BY number").fetch_all(&mut *connection).await?;
    let mut previous = BEGINNING;
    for (number, row) in (1..).zip(&found) {
        let published = rows::checkpoint(row)?;
        let checkpoint = published.checkpoint();
        let hash = checkpoint.hash();
        let is_signed =
            keys.iter().any(|key| key.has_signed(For::Checkpoint, &hash, &published.signed(), checkpoint.at));
        if !is_signed || checkpoint.number != number || checkpoint.previous != previous {
            return Ok(false);
        }
        previous = hash;
    }
    let number = u32::try_from(found.len()).unwrap_or(u32::MAX);
    let beyond: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM anchor WHERE checkpoint > ?)")
        .bind(number)
        .fetch_one(connection)
        .await?;
    Ok(!beyond)
}
