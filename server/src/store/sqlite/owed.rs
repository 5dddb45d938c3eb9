//! What organisations owe an answer about: records of theirs that somebody asked to have put right.

use own_terms_domain::{
    actor::Actor,
    ids::{ClaimantId, OrganisationId, RecordId},
    item::ItemId,
    needs::Needs,
};

use super::{SqliteStore, items::load, lists, new_keys::NewKeys, rows};
use crate::store::StoreError;

impl SqliteStore {
    pub(super) async fn read_owed_by(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<(ClaimantId, RecordId)>, StoreError> {
        let found = sqlx::query(lists::OWED).bind(&organisation.0.as_bytes()[..]).fetch_all(&self.readers).await?;
        let mut owed = Vec::new();
        for row in &found {
            let (claimant, id) = (ClaimantId(rows::uuid(row, "claimant_id")?), rows::item_id(row)?);
            let ItemId::Correction(record) = id else { continue };
            let connection = &mut *self.readers.acquire().await?;
            let needs = Needs::the_few().and_beside(id);
            let state = load(connection, &self.sealer, claimant, &needs, &NewKeys::default()).await?;
            let Some(asked) = state.correction(record).map(|correction| correction.asked) else { continue };
            let by = Actor::Organisation(organisation);
            if state.grants().answering.contains(&(by, record)) {
                owed.push((asked, claimant, record));
            }
        }
        owed.sort();
        Ok(owed.into_iter().map(|(_, claimant, record)| (claimant, record)).collect())
    }
}
