//! The row of an item as it stands.

use jiff::civil::Date;
use own_terms_domain::{ids::ClaimantId, item::ItemId, ledger::Link};
use sqlx::SqliteConnection;

use super::super::rows;
use crate::store::{StoreError, sealed::ItemKey};

/// What stands beside an item so that it is found without being opened.
pub(super) struct Derived {
    /// The day it goes by itself.
    pub(super) goes_on: Option<Date>,
    /// A keyed hash of what it is found by.
    pub(super) found_by: Option<[u8; 32]>,
}

pub(super) async fn write_item(
    connection: &mut SqliteConnection,
    link: &Link,
    key: &ItemKey,
    content: &[u8],
    Derived { goes_on, found_by }: Derived,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO item (claimant_id, item_id, key_id, version, written_at, role, actor_id, content, goes_on,
                           found_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (claimant_id, item_id) DO UPDATE SET
             version = excluded.version, written_at = excluded.written_at, role = excluded.role,
             actor_id = excluded.actor_id, content = excluded.content, goes_on = excluded.goes_on,
             found_by = excluded.found_by",
    )
    .bind(&link.claimant.0.as_bytes()[..])
    .bind(link.item.to_string())
    .bind(&key.id.as_bytes()[..])
    .bind(link.number)
    .bind(rows::micros(link.at))
    .bind(link.by.role())
    .bind(rows::actor_id(link.by))
    .bind(content)
    .bind(goes_on.map(|day| day.to_string()))
    .bind(found_by.map(|tag| tag.to_vec()))
    .execute(connection)
    .await?;
    Ok(())
}

/// True when it was held.
pub(super) async fn delete_item(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    item: ItemId,
) -> Result<bool, StoreError> {
    let done = sqlx::query("DELETE FROM item WHERE claimant_id = ? AND item_id = ?")
        .bind(&claimant.0.as_bytes()[..])
        .bind(item.to_string())
        .execute(connection)
        .await?;
    Ok(done.rows_affected() > 0)
}
