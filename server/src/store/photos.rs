//! The photos of case workers: each is theirs to put there and to take away.

use async_trait::async_trait;
use own_terms_domain::ids::{PhotoId, StaffId};

use super::StoreError;
use crate::photo::Photo;

/// What a store keeps of photos. One goes with whoever does not work here any more ([`super::StaffStore::close_staff`]).
#[async_trait]
pub trait PhotoStore {
    /// Keeps the photo of a case worker, in place of the one that they had.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] for whoever is no case worker here, or not any more, and the store's own.
    async fn put_photo(&self, staff: StaffId, photo: &Photo) -> Result<(), StoreError>;

    /// Takes the photo of someone away; where there is none, that is no error.
    ///
    /// # Errors
    /// The store's own.
    async fn take_photo_away(&self, staff: StaffId) -> Result<(), StoreError>;

    /// A photo that somebody has now; none where nobody does.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where it is not what was kept, and the store's own.
    async fn photo(&self, id: PhotoId) -> Result<Option<Photo>, StoreError>;
}
