//! Local and peer support: what an administrator keeps of it. Nothing of any person is in it.

use async_trait::async_trait;
use own_terms_domain::listing::Listing;

use super::StoreError;

/// What a store keeps of local and peer support.
#[async_trait]
pub trait ListingStore {
    /// Every listing, by name.
    ///
    /// # Errors
    /// The store's own.
    async fn listings(&self) -> Result<Vec<Listing>, StoreError>;

    /// Keeps these and no others: all of them, or where something goes wrong none.
    ///
    /// # Errors
    /// The store's own.
    async fn put_listings(&self, listings: &[Listing]) -> Result<(), StoreError>;
}
