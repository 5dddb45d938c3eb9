//! Who looked at one thing: the looks at the parts that it belongs to, since it was first written.

use own_terms_app::pages::records::LOOKS_SHOWN;
use own_terms_domain::{
    ids::ClaimantId,
    item::ItemId,
    look::{Look, Subject},
    reading::Choice as _,
};
use sqlx::SqliteConnection;

use super::rows;
use crate::store::StoreError;

/// The latest of them, newest first, [`LOOKS_SHOWN`] at the most; without the person's own.
pub(super) async fn of(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    item: ItemId,
) -> Result<Vec<Look>, StoreError> {
    let parts: Vec<&str> = Subject::ALL.iter().filter(|part| part.covers(item.kind())).map(|part| part.id()).collect();
    // Nobody can have looked at what was not there yet.
    let found = sqlx::query(
        "SELECT number, looked_at, role, actor_id, reason, subject, refused FROM look
         WHERE claimant_id = ?1
             AND looked_at >= (SELECT written_at FROM ledger INDEXED BY ledger_of_item
                               WHERE claimant_id = ?1 AND item_id = ?2 ORDER BY number LIMIT 1)
             AND NOT (role = 'claimant' AND actor_id = ?1)
             AND subject IN (SELECT value FROM json_each(?3))
         ORDER BY number DESC LIMIT ?4",
    )
    .bind(&claimant.0.as_bytes()[..])
    .bind(item.to_string())
    .bind(serde_json::to_string(&parts).map_err(|_| StoreError::Damaged("parts have names"))?)
    .bind(i64::try_from(LOOKS_SHOWN).unwrap_or(i64::MAX))
    .fetch_all(connection)
    .await?;
    found.iter().map(rows::look).collect()
}
