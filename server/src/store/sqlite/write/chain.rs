//! The rows of the ledger, and the end of each person's chain.

use own_terms_domain::{
    ids::ClaimantId,
    item::ItemId,
    ledger::{Act, BEGINNING, Hash, Link},
    reading::Choice as _,
};
use own_terms_receipt::keys::Signed;
use sqlx::{Row as _, SqliteConnection};

use super::super::{lists, rows};
use crate::store::{StoreError, sealed::ItemKey};

/// The end of a claimant's chain.
pub(super) struct Chain {
    pub(super) entries: u32,
    pub(super) head: Hash,
}

impl Chain {
    pub(super) async fn of(connection: &mut SqliteConnection, claimant: ClaimantId) -> Result<Self, StoreError> {
        let row = sqlx::query("SELECT entries, head FROM claimant WHERE claimant_id = ?")
            .bind(&claimant.0.as_bytes()[..])
            .fetch_optional(connection)
            .await?
            .ok_or(StoreError::NotThere)?;
        Ok(Self { entries: rows::number(&row, "entries")?, head: rows::hash(&row, "head")? })
    }

    pub(super) async fn write(
        &self,
        connection: &mut SqliteConnection,
        claimant: ClaimantId,
        more: i64,
    ) -> Result<(), StoreError> {
        sqlx::query("UPDATE claimant SET entries = ?, head = ?, items = items + ? WHERE claimant_id = ?")
            .bind(self.entries)
            .bind(&self.head[..])
            .bind(more)
            .bind(&claimant.0.as_bytes()[..])
            .execute(connection)
            .await?;
        Ok(())
    }
}

/// The hash of the last entry about an item; [`BEGINNING`] when there is none.
pub(super) async fn last_of(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    item: ItemId,
) -> Result<Hash, StoreError> {
    let found = sqlx::query(lists::LAST_OF)
        .bind(&claimant.0.as_bytes()[..])
        .bind(item.to_string())
        .fetch_optional(connection)
        .await?;
    found.map_or(Ok(BEGINNING), |row| rows::hash(&row, "hash"))
}

/// Those of some items that were erased.
pub(super) async fn erased(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    items: Vec<ItemId>,
) -> Result<Vec<ItemId>, StoreError> {
    let mut erased = Vec::new();
    for item in items {
        let last = sqlx::query(lists::LAST_OF)
            .bind(&claimant.0.as_bytes()[..])
            .bind(item.to_string())
            .fetch_optional(&mut *connection)
            .await?;
        if let Some(row) = last
            && row.try_get::<&str, _>("act")? == Act::Erase.id()
        {
            erased.push(item);
        }
    }
    Ok(erased)
}

pub(super) async fn write_entry(
    connection: &mut SqliteConnection,
    link: &Link,
    key: &ItemKey,
    content: &[u8],
    signed: &Signed,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO ledger (claimant_id, number, written_at, role, actor_id, item_id, act, replaced, notice, key_id,
                             content, commitment, previous, hash, signed_with, signature)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(&link.claimant.0.as_bytes()[..])
    .bind(link.number)
    .bind(rows::micros(link.at))
    .bind(link.by.role())
    .bind(rows::actor_id(link.by))
    .bind(link.item.to_string())
    .bind(link.act.id())
    .bind(&link.replaced[..])
    .bind(&link.notice.0[..])
    .bind(&key.id.as_bytes()[..])
    .bind(content)
    .bind(&link.commitment[..])
    .bind(&link.previous[..])
    .bind(&link.hash()[..])
    .bind(&signed.signed_with.0[..])
    .bind(&signed.signature.0[..])
    .execute(connection)
    .await?;
    Ok(())
}
