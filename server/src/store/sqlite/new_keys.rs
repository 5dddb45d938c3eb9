//! The keys that a transaction needs and that are not in the vault yet: they are put there together, before it is committed.

use own_terms_domain::{ids::ClaimantId, item::ItemId};
use uuid::Uuid;

use crate::store::sealed::ItemKey;

/// A key that is not in the vault yet.
pub(super) struct NewKey {
    pub(super) claimant: ClaimantId,
    pub(super) item: ItemId,
    pub(super) key: ItemKey,
    pub(super) sealed: Vec<u8>,
}

/// The keys that a transaction has made so far.
#[derive(Default)]
pub(super) struct NewKeys(Vec<NewKey>);

impl NewKeys {
    pub(super) fn add(&mut self, key: NewKey) {
        self.0.push(key);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &NewKey> {
        self.0.iter()
    }

    pub(super) fn get(&self, claimant: ClaimantId, id: Uuid) -> Option<ItemKey> {
        self.0.iter().find(|new| new.claimant == claimant && new.key.id == id).map(|new| new.key.clone())
    }

    /// The items of someone that were said for the first time, or anew.
    pub(super) fn items(&self, claimant: ClaimantId) -> impl Iterator<Item = ItemId> {
        self.0.iter().filter(move |new| new.claimant == claimant).map(|new| new.item)
    }

    /// Said and erased in one transaction: the key is kept nowhere.
    pub(super) fn forget(&mut self, claimant: ClaimantId, item: ItemId) {
        self.0.retain(|new| (new.claimant, new.item) != (claimant, item));
    }
}
