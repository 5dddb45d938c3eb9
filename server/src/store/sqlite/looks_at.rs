//! Who looked at one thing: the looks at the parts that it belongs to, since it was first written.

use own_terms_app::pages::records::LOOKS_SHOWN;
use own_terms_domain::{
    ids::ClaimantId,
    item::Kind,
    look::{Look, Subject},
    reading::Choice as _,
};
use sqlx::SqliteConnection;

use super::rows;
use crate::store::{Kept, StoreError};

/// The latest of them, newest first, [`LOOKS_SHOWN`] at the most; without the person's own.
pub(super) async fn of(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    kind: Kind,
    history: &[Kept],
) -> Result<Vec<Look>, StoreError> {
    // Nobody can have looked at what was not there yet.
    let Some(since) = history.iter().map(|kept| kept.link.at).min() else { return Ok(Vec::new()) };
    let parts: Vec<&str> = Subject::ALL.iter().filter(|part| part.covers(kind)).map(|part| part.id()).collect();
    let found = sqlx::query(
        "SELECT number, looked_at, role, actor_id, reason, subject, refused FROM look
         WHERE claimant_id = ?1 AND looked_at >= ?2 AND NOT (role = 'claimant' AND actor_id = ?1)
             AND subject IN (SELECT value FROM json_each(?3))
         ORDER BY number DESC LIMIT ?4",
    )
    .bind(&claimant.0.as_bytes()[..])
    .bind(rows::micros(since))
    .bind(serde_json::to_string(&parts).map_err(|_| StoreError::Damaged("parts have names"))?)
    .bind(i64::try_from(LOOKS_SHOWN).unwrap_or(i64::MAX))
    .fetch_all(connection)
    .await?;
    found.iter().map(rows::look).collect()
}
