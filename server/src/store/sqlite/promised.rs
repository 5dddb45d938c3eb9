//! The hours that case workers promised, so that no two people are promised the same one: whose and when, and not to whom. The
//! name that each has can be made again only by whoever holds the service's key.

use jiff::Timestamp;
use own_terms_domain::{
    appointment::Promised,
    decide::Entry,
    ids::{ClaimantId, StaffId},
    item::{Item, ItemId},
    state::State,
};
use sqlx::SqliteConnection;

use super::{lists, rows};
use crate::store::{StoreError, sealed::Sealer};

/// What a case worker promised to others than whom this state is of, and that is not over.
pub(super) async fn to_others(
    connection: &mut SqliteConnection,
    sealer: &Sealer,
    state: &State,
    with: StaffId,
    at: Timestamp,
) -> Result<Vec<Promised>, StoreError> {
    let own: Vec<_> = state.appointments().map(|(id, _)| sealer.promised_tag(state.claimant(), id)).collect();
    let found =
        sqlx::query(lists::PROMISED).bind(&with.0.as_bytes()[..]).bind(rows::micros(at)).fetch_all(connection).await?;
    let mut all = Vec::new();
    for row in &found {
        if !own.contains(&rows::hash(row, "promised_id")?) {
            let (from, until) = (rows::timestamp(row, "begins_at")?, rows::timestamp(row, "ends_at")?);
            all.push(Promised { with, from, until });
        }
    }
    Ok(all)
}

/// Keeps what the entries promise, and no more what they call off, move or erase; nor what is over.
pub(super) async fn keep(
    connection: &mut SqliteConnection,
    sealer: &Sealer,
    claimant: ClaimantId,
    entries: &[Entry],
    at: Timestamp,
) -> Result<(), StoreError> {
    for Entry { item, change } in entries {
        let ItemId::Appointment(id) = item else { continue };
        let name = sealer.promised_tag(claimant, *id);
        sqlx::query("DELETE FROM promised WHERE promised_id = ? OR ends_at <= ?")
            .bind(&name[..])
            .bind(rows::micros(at))
            .execute(&mut *connection)
            .await?;
        let Some(Item::Appointment(appointment)) = change.value() else { continue };
        let Some(Promised { with, from, until }) = Promised::by(appointment).filter(|one| one.until > at) else {
            continue;
        };
        sqlx::query("INSERT INTO promised (promised_id, staff_id, begins_at, ends_at) VALUES (?, ?, ?, ?)")
            .bind(&name[..])
            .bind(&with.0.as_bytes()[..])
            .bind(rows::micros(from))
            .bind(rows::micros(until))
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}
