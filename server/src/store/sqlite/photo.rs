//! The photos of case workers: kept for whose face it is, and gone with them.

use async_trait::async_trait;
use own_terms_domain::ids::{PhotoId, StaffId};
use sqlx::{Row as _, SqliteConnection, sqlite::SqliteRow};

use super::{SqliteStore, rows};
use crate::{
    photo::Photo,
    store::{PhotoStore, StoreError},
};

const DAMAGED: StoreError = StoreError::Damaged("a photo is not what was kept");

#[async_trait]
impl PhotoStore for SqliteStore {
    async fn put_photo(&self, staff: StaffId, photo: &Photo) -> Result<(), StoreError> {
        // Nobody chooses a supervisor or an administrator, so of them it would be held for nothing.
        let kept = sqlx::query(
            "INSERT INTO staff_photo (staff_id, photo_id, jpeg)
             SELECT staff_id, ?, ? FROM staff WHERE staff_id = ? AND closed = 0 AND role = 'case-worker'
             ON CONFLICT (staff_id) DO UPDATE SET photo_id = excluded.photo_id, jpeg = excluded.jpeg",
        )
        .bind(&photo.id().0.as_bytes()[..])
        .bind(photo.jpeg())
        .bind(&staff.0.as_bytes()[..])
        .execute(&self.writer)
        .await?;
        if kept.rows_affected() == 0 {
            return Err(StoreError::NotThere);
        }
        self.forget_photos().await;
        Ok(())
    }

    async fn take_photo_away(&self, staff: StaffId) -> Result<(), StoreError> {
        without_photo(&mut *self.writer.acquire().await?, staff).await?;
        self.forget_photos().await;
        Ok(())
    }

    async fn photo(&self, id: PhotoId) -> Result<Option<Photo>, StoreError> {
        let found = sqlx::query("SELECT photo_id, jpeg FROM staff_photo WHERE photo_id = ? LIMIT 1")
            .bind(&id.0.as_bytes()[..])
            .fetch_optional(&self.readers)
            .await?;
        found.as_ref().map(one).transpose()
    }
}

impl SqliteStore {
    /// Takes one that was there out of what was written lately too, and not when that happens to be next: it is not sealed.
    pub(super) async fn forget_photos(&self) {
        self.fold_log().await;
    }
}

/// Takes the photo of someone away; none is no error.
pub(super) async fn without_photo(connection: &mut SqliteConnection, staff: StaffId) -> Result<(), StoreError> {
    let gone = sqlx::query("DELETE FROM staff_photo WHERE staff_id = ?");
    gone.bind(&staff.0.as_bytes()[..]).execute(connection).await?;
    Ok(())
}

/// True when each is what was kept.
pub(super) async fn photos_are_whole(connection: &mut SqliteConnection) -> Result<bool, StoreError> {
    let all = sqlx::query("SELECT photo_id, jpeg FROM staff_photo").fetch_all(connection).await?;
    Ok(all.iter().all(|row| one(row).is_ok()))
}

fn one(row: &SqliteRow) -> Result<Photo, StoreError> {
    Photo::kept(PhotoId(rows::uuid(row, "photo_id")?), row.try_get("jpeg")?).ok_or(DAMAGED)
}
