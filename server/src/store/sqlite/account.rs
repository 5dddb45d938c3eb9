//! A person's account: the row of their place, their sessions, and what waits for them to open it.

use own_terms_domain::{
    account::{Account, Device, Origin, SignIn, ToSend},
    ids::{ClaimantId, SessionId},
    reading::Choice as _,
    ticket::Waiting,
};
use sqlx::{Row as _, SqliteConnection, sqlite::SqliteRow};

use super::{
    rows,
    session::{by_of, way_of},
};
use crate::store::{Purpose, StoreError, TokenHash};

/// Someone's account, as it is seen in a session of theirs.
pub(super) async fn of(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    session: Option<TokenHash>,
) -> Result<Account, StoreError> {
    let place = sqlx::query(
        "SELECT origin, made_at, items, entries, head, anchored, looks, look_head FROM claimant WHERE claimant_id = ?",
    )
    .bind(&claimant.0.as_bytes()[..])
    .fetch_one(&mut *connection)
    .await?;
    let sessions = sqlx::query(
        "SELECT token_hash, session_id, signed_in_by, way, device, shared, signed_in_at, seen_at, looked, looked_at_log FROM session
         WHERE claimant_id = ? ORDER BY signed_in_at DESC, token_hash",
    )
    .bind(&claimant.0.as_bytes()[..])
    .fetch_all(&mut *connection)
    .await?;
    let waiting = sqlx::query(
        "SELECT purpose, made_at, until FROM ticket WHERE claimant_id = ? ORDER BY made_at DESC, ticket_id",
    )
    .bind(&claimant.0.as_bytes()[..])
    .fetch_all(&mut *connection)
    .await?;
    let to_send = sqlx::query(
        "SELECT made_at, next_at, tried FROM outbox WHERE claimant_id = ? ORDER BY made_at DESC, message_id",
    )
    .bind(&claimant.0.as_bytes()[..])
    .fetch_all(connection)
    .await?;
    Ok(Account {
        claimant,
        origin: Origin::parse(place.try_get("origin")?)
            .map_err(|_| StoreError::Damaged("a place comes from nowhere that is known"))?,
        made_at: rows::timestamp(&place, "made_at")?,
        items: rows::number(&place, "items")?,
        entries: rows::number(&place, "entries")?,
        head: rows::hash(&place, "head")?,
        anchored: rows::number(&place, "anchored")?,
        looks: rows::number(&place, "looks")?,
        look_head: rows::hash(&place, "look_head")?,
        sign_ins: sessions.iter().map(|row| sign_in(row, session)).collect::<Result<_, _>>()?,
        waiting: waiting.iter().map(ticket).collect::<Result<_, _>>()?,
        to_send: to_send.iter().map(message).collect::<Result<_, _>>()?,
    })
}

fn sign_in(row: &SqliteRow, here: Option<TokenHash>) -> Result<SignIn, StoreError> {
    Ok(SignIn {
        id: SessionId(rows::uuid(row, "session_id")?),
        by: by_of(row)?,
        way: way_of(row)?,
        device: Device::parse(row.try_get("device")?)
            .map_err(|_| StoreError::Damaged("a session is on no device that is known"))?,
        shared: row.try_get("shared")?,
        at: rows::timestamp(row, "signed_in_at")?,
        last_used: rows::timestamp(row, "seen_at")?,
        looked: row.try_get("looked")?,
        looked_at_log: row.try_get("looked_at_log")?,
        here: here == Some(rows::hash(row, "token_hash")?),
    })
}

fn ticket(row: &SqliteRow) -> Result<Waiting, StoreError> {
    Ok(Waiting {
        purpose: Purpose::parse(row.try_get("purpose")?)
            .map_err(|_| StoreError::Damaged("a ticket is for nothing that is known"))?,
        made_at: rows::timestamp(row, "made_at")?,
        until: rows::timestamp(row, "until")?,
    })
}

fn message(row: &SqliteRow) -> Result<ToSend, StoreError> {
    Ok(ToSend {
        made_at: rows::timestamp(row, "made_at")?,
        next_at: rows::timestamp(row, "next_at")?,
        tried: rows::number(row, "tried")?,
    })
}
