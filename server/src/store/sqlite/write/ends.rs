//! What ends with a change, in the same transaction: sessions that began by a way that is closed, and codes that open nothing more.

use own_terms_domain::{
    account::SignedInBy,
    decide::{Change, Entry},
    ids::ClaimantId,
    item::{Item, ItemId},
    reading::Choice as _,
    recovery::{Progress, Recovery},
    state::State,
};
use sqlx::SqliteConnection;

use super::super::session::end_by_way;
use crate::store::{Purpose, StoreError, TokenHash};

/// Ends what the entries end; the session `here`, in which they were asked for, goes on.
pub(super) async fn end(
    connection: &mut SqliteConnection,
    state: &State,
    entries: &[Entry],
    here: Option<TokenHash>,
) -> Result<(), StoreError> {
    let claimant = state.claimant();
    for Entry { item, change } in entries {
        match (item, change) {
            (ItemId::SignIn(way), Change::Erase | Change::TakeAway) => {
                end_by_way(connection, claimant, *way, here).await?;
            }
            (_, Change::Set(Item::Recovery(recovery))) if is_further(state.recovery(), recovery) => {
                end_codes(connection, claimant, recovery).await?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// True when more has become of it than that the person said a word about it.
fn is_further(before: Option<&Recovery>, after: &Recovery) -> bool {
    before.is_none_or(|before| (before.asked, &before.progress) != (after.asked, &after.progress))
}

async fn end_codes(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    recovery: &Recovery,
) -> Result<(), StoreError> {
    // Whatever became of it, the code before opens nothing; what was sent to undo it lives as long as that can be.
    let opened = matches!(recovery.progress, Progress::Opened { .. });
    let purposes: &[Purpose] = if opened { &[Purpose::Recovery] } else { &[Purpose::Recovery, Purpose::Undo] };
    for purpose in purposes {
        sqlx::query("DELETE FROM ticket WHERE claimant_id = ? AND purpose = ?")
            .bind(&claimant.0.as_bytes()[..])
            .bind(purpose.id())
            .execute(&mut *connection)
            .await?;
    }
    if matches!(recovery.progress, Progress::Undone { .. }) {
        sqlx::query("DELETE FROM session WHERE claimant_id = ? AND signed_in_by = ?")
            .bind(&claimant.0.as_bytes()[..])
            .bind(SignedInBy::Recovery.id())
            .execute(connection)
            .await?;
    }
    Ok(())
}
