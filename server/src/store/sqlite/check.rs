//! A check of everything: the database itself, each chain from its beginning to its head, and that all that is sealed opens.

use std::collections::BTreeMap;

use own_terms_domain::{
    ids::ClaimantId,
    ledger::{BEGINNING, Link},
};
use sqlx::{Row as _, SqliteConnection};

use super::{SqliteStore, read::load, rows};
use crate::store::{Checked, StoreError};

impl SqliteStore {
    pub(super) async fn check_all(&self) -> Result<Checked, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let mut checked = Checked::default();
        let sound: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&mut *transaction).await?;
        if sound != ["ok"] {
            checked.wrong.push("the database file is damaged (integrity_check)".to_owned());
        }
        let claimants: Vec<Vec<u8>> = sqlx::query_scalar("SELECT claimant_id FROM claimant ORDER BY claimant_id")
            .fetch_all(&mut *transaction)
            .await?;
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
        Ok(checked)
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
        let mut head = BEGINNING;
        let mut number = 0;
        // What each item should say now, by the last entry about it.
        let mut should_be = BTreeMap::new();
        for row in &rows {
            number += 1;
            *entries += 1;
            let link = Link {
                claimant,
                number: rows::number(row, "number")?,
                at: rows::timestamp(row, "written_at")?,
                by: rows::actor(row)?,
                item: rows::item_id(row)?,
                version: rows::version(row)?,
                commitment: rows::hash(row, "commitment")?,
                previous: rows::hash(row, "previous")?,
            };
            if !link.follows(number, &head) || link.hash() != rows::hash(row, "hash")? {
                return Err(StoreError::Damaged("an entry is missing, moved or changed"));
            }
            // No key: the content was erased, and the chain stands without it.
            if let Some(sealed_key) = row.try_get::<Option<&[u8]>, _>("sealed_key")? {
                let key = self.sealer.open_key(claimant, rows::uuid(row, "key_id")?, sealed_key)?;
                let (value, commitment) = key.open_entry(claimant, number, row.try_get("content")?)?;
                if commitment != link.commitment {
                    return Err(StoreError::Damaged("the content of an entry is not what was committed to"));
                }
                match value {
                    Some(value) => should_be.insert(link.item, (link.version, value)),
                    None => should_be.remove(&link.item),
                };
            }
            head = link.hash();
        }
        let end = sqlx::query("SELECT entries, head FROM claimant WHERE claimant_id = ?")
            .bind(&claimant.0.as_bytes()[..])
            .fetch_one(&mut *connection)
            .await?;
        if rows::number(&end, "entries")? != number || rows::hash(&end, "head")? != head {
            return Err(StoreError::Damaged("the end of the ledger is missing"));
        }
        let state = load(connection, &self.sealer, claimant).await?;
        let is: BTreeMap<_, _> = state.all().map(|held| (held.id, (held.version, held.item.clone()))).collect();
        if is != should_be {
            return Err(StoreError::Damaged("an item is not what the ledger says"));
        }
        Ok(())
    }
}
