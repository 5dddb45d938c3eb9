//! Who looked at one thing: the looks at the parts that it belongs to, since it was first written.

use own_terms_app::pages::records::LOOKS_SHOWN;
use own_terms_domain::{
    ids::ClaimantId,
    item::ItemId,
    look::{Look, Subject},
    reading::Choice as _,
};
use sqlx::{Row as _, SqliteConnection};

use super::{lists, rows};
use crate::store::StoreError;

/// The latest of them, newest first, [`LOOKS_SHOWN`] at the most; without the person's own.
pub(super) async fn of(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    item: ItemId,
) -> Result<Vec<Look>, StoreError> {
    let first = sqlx::query(lists::FIRST_OF)
        .bind(&claimant.0.as_bytes()[..])
        .bind(item.to_string())
        .fetch_optional(&mut *connection)
        .await?;
    // Nobody can have looked at what was not there yet.
    let Some(first) = first else { return Ok(Vec::new()) };
    let since: i64 = first.try_get("written_at")?;
    let parts: Vec<&str> = Subject::ALL.iter().filter(|part| part.covers(item.kind())).map(|part| part.id()).collect();
    let found = sqlx::query(lists::LOOKS_BY_OTHERS)
        .bind(&claimant.0.as_bytes()[..])
        .bind(since)
        .bind(serde_json::to_string(&parts).map_err(|_| StoreError::Damaged("parts have names"))?)
        .bind(i64::try_from(LOOKS_SHOWN).unwrap_or(i64::MAX))
        .fetch_all(connection)
        .await?;
    let looks: Result<Vec<Look>, _> = found.iter().map(rows::look).collect();
    // What an organisation was shown stands in the log thing by thing.
    let at_it = |look: &Look| look.shown.is_empty() || look.shown.iter().any(|shown| shown.item == item);
    Ok(looks?.into_iter().filter(at_it).collect())
}
