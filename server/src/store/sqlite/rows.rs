//! Rows of the database to and from the domain's types; whatever does not fit is damage, and is said, not guessed at.

use jiff::Timestamp;
use own_terms_domain::{
    actor::Actor,
    item::{ItemId, Version},
    ledger::Hash,
};
use sqlx::{Row as _, sqlite::SqliteRow};
use uuid::Uuid;

use crate::store::StoreError;

/// Microseconds since 1970.
pub(super) fn micros(at: Timestamp) -> i64 {
    at.as_microsecond()
}

/// The id of an actor as it is stored.
pub(super) fn actor_id(actor: Actor) -> Option<Vec<u8>> {
    actor.id().map(|id| id.as_bytes().to_vec())
}

pub(super) fn timestamp(row: &SqliteRow, column: &str) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(row.try_get(column)?).map_err(|_| StoreError::Damaged("a time is out of range"))
}

pub(super) fn uuid(row: &SqliteRow, column: &str) -> Result<Uuid, StoreError> {
    let bytes: &[u8] = row.try_get(column)?;
    Uuid::from_slice(bytes).map_err(|_| StoreError::Damaged("an id is not an id"))
}

pub(super) fn hash(row: &SqliteRow, column: &str) -> Result<Hash, StoreError> {
    let bytes: &[u8] = row.try_get(column)?;
    bytes.try_into().map_err(|_| StoreError::Damaged("a hash is not a hash"))
}

pub(super) fn number(row: &SqliteRow, column: &str) -> Result<u32, StoreError> {
    let number: i64 = row.try_get(column)?;
    number.try_into().map_err(|_| StoreError::Damaged("a number is out of range"))
}

pub(super) fn version(row: &SqliteRow) -> Result<Version, StoreError> {
    Ok(Version(number(row, "version")?))
}

pub(super) fn actor(row: &SqliteRow) -> Result<Actor, StoreError> {
    let role: &str = row.try_get("role")?;
    let id: Option<&[u8]> = row.try_get("actor_id")?;
    let id = id.map(Uuid::from_slice).transpose().map_err(|_| StoreError::Damaged("an id is not an id"))?;
    Actor::of(role, id).ok_or(StoreError::Damaged("an actor is of no known role"))
}

pub(super) fn item_id(row: &SqliteRow) -> Result<ItemId, StoreError> {
    let text: &str = row.try_get("item_id")?;
    text.parse().map_err(|_| StoreError::Damaged("an item is of no known kind"))
}
