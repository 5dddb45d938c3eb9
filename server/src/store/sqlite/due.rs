//! What waits for its time, whatever it is: found, and taken by one server at a time. Whoever ends in the middle leaves it until it is
//! nobody's again.

use jiff::{SignedDuration, Timestamp};
use sqlx::{SqliteConnection, SqlitePool, sqlite::SqliteRow};

use super::rows;
use crate::store::StoreError;

/// How long what was taken is nobody else's: longer than sending all of a round takes.
const TAKEN_FOR: SignedDuration = SignedDuration::from_mins(10);
/// How many are taken at once.
const MOST: i64 = 16;

/// A table of what waits.
pub(super) struct Queue {
    /// When the next is due.
    pub(super) next: &'static str,
    /// Takes those that are due (at 3), as many as 4, of nobody in 5; under a claim (1), until a moment (2).
    pub(super) take: &'static str,
}

impl Queue {
    pub(super) async fn next_due(&self, readers: &SqlitePool) -> Result<Option<Timestamp>, StoreError> {
        let next: Option<i64> = sqlx::query_scalar(self.next).fetch_one(readers).await?;
        let next = next.map(Timestamp::from_microsecond).transpose();
        next.map_err(|_| StoreError::Damaged("a time is out of range"))
    }

    /// Takes what is due, but for what is of some, by their names in hexadecimal digits.
    pub(super) async fn take(
        &self,
        connection: &mut SqliteConnection,
        claim: &[u8; 16],
        at: Timestamp,
        but: &[String],
    ) -> Result<Vec<SqliteRow>, StoreError> {
        let but = serde_json::to_string(but).map_err(|_| StoreError::Damaged("names are text"))?;
        let taken = sqlx::query(self.take)
            .bind(&claim[..])
            .bind(rows::micros(at + TAKEN_FOR))
            .bind(rows::micros(at))
            .bind(MOST)
            .bind(but)
            .fetch_all(connection)
            .await?;
        Ok(taken)
    }
}
