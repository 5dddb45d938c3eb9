//! Local and peer support, as it is stored.

use async_trait::async_trait;
use own_terms_domain::{
    listing::Listing,
    text::{Line, Text},
};
use sqlx::sqlite::SqliteRow;

use super::{
    SqliteStore,
    directory::{choices, ids, optional, text},
};
use crate::store::{ListingStore, StoreError};

#[async_trait]
impl ListingStore for SqliteStore {
    async fn listings(&self) -> Result<Vec<Listing>, StoreError> {
        let found = sqlx::query(
            "SELECT key, name, by, about, topics, place, open, phone, email, web FROM listing ORDER BY name, key",
        )
        .fetch_all(&self.readers)
        .await?;
        found.iter().map(listing).collect()
    }

    async fn put_listings(&self, listings: &[Listing]) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        sqlx::query("DELETE FROM listing").execute(&mut *transaction).await?;
        for one in listings {
            let said = |text: &Option<Line>| text.as_ref().map(|text| text.as_str().to_owned());
            sqlx::query(
                "INSERT INTO listing (key, name, by, about, topics, place, open, phone, email, web)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            )
            .bind(one.key.as_str())
            .bind(one.name.as_str())
            .bind(one.by.as_str())
            .bind(Text::as_str(&one.about))
            .bind(ids(&one.topics))
            .bind(said(&one.place))
            .bind(said(&one.open))
            .bind(said(&one.phone))
            .bind(said(&one.email))
            .bind(said(&one.web))
            .execute(&mut *transaction)
            .await?;
        }
        transaction.commit().await?;
        Ok(())
    }
}

fn listing(row: &SqliteRow) -> Result<Listing, StoreError> {
    Ok(Listing {
        key: text(row, "key")?,
        name: text(row, "name")?,
        by: text(row, "by")?,
        about: text(row, "about")?,
        topics: choices(row, "topics")?,
        place: optional(row, "place")?,
        open: optional(row, "open")?,
        phone: optional(row, "phone")?,
        email: optional(row, "email")?,
        web: optional(row, "web")?,
    })
}
