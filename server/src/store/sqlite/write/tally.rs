//! How many items of each kind are held.

use std::collections::BTreeMap;

use own_terms_domain::{
    ids::ClaimantId,
    item::{ItemId, Kind},
};
use sqlx::SqliteConnection;

use crate::store::StoreError;

/// How many more items are held than before: kept as they are written, because counting them would cost more the more there are.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) all: i64,
    kinds: BTreeMap<Kind, i64>,
}

impl Tally {
    pub(super) fn comes(&mut self, item: ItemId, is_new: bool) {
        self.change(item, i64::from(is_new));
    }

    pub(super) fn goes(&mut self, item: ItemId, was_held: bool) {
        self.change(item, -i64::from(was_held));
    }

    fn change(&mut self, item: ItemId, more: i64) {
        self.all += more;
        if !item.kind().is_single() {
            *self.kinds.entry(item.kind()).or_default() += more;
        }
    }

    pub(super) async fn write(self, connection: &mut SqliteConnection, claimant: ClaimantId) -> Result<(), StoreError> {
        for (kind, more) in self.kinds.into_iter().filter(|(_, more)| *more != 0) {
            sqlx::query(
                "INSERT INTO tally (claimant_id, kind, held) VALUES (?1, ?2, max(?3, 0))
                 ON CONFLICT DO UPDATE SET held = held + ?3",
            )
            .bind(&claimant.0.as_bytes()[..])
            .bind(kind.id())
            .bind(more)
            .execute(&mut *connection)
            .await?;
        }
        Ok(())
    }
}
