//! What waits to be told because of a change, put down in the same transaction: nobody who changes something can leave it out.

use jiff::Timestamp;
use own_terms_domain::{
    contact::{EarlierContact, Side},
    decide::{Change, Entry},
    ids::ClaimantId,
    item::Item,
    reading::Choice as _,
};
use sqlx::SqliteConnection;

use super::super::SqliteStore;
use crate::{contact_change, store::StoreError};

impl SqliteStore {
    pub(super) async fn put_what_is_told(
        &self,
        connection: &mut SqliteConnection,
        claimant: ClaimantId,
        entries: &[Entry],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        for Entry { change, .. } in entries {
            let Change::Set(Item::EarlierContact(EarlierContact { earlier })) = change else { continue };
            for one in earlier.iter().filter(|one| one.until == at) {
                for side in Side::ALL.iter().copied() {
                    self.write_ticket_in(connection, contact_change::ticket(claimant, one, side)?).await?;
                }
            }
        }
        Ok(())
    }
}
