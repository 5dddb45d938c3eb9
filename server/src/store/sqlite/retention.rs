//! Retention that runs by itself: what has come to its day is destroyed as if the person had erased it.

use own_terms_domain::{actor::Actor, decide::Command, ids::ClaimantId, ledger::NoticeVersion, time::Now};

use super::SqliteStore;
use crate::store::{Order, StoreError};

impl SqliteStore {
    pub(super) async fn write_let_go(&self, now: Now, notice: NoticeVersion) -> Result<u32, StoreError> {
        // Days as they are written sort as days do.
        let found: Vec<Vec<u8>> = sqlx::query_scalar("SELECT DISTINCT claimant_id FROM item WHERE goes_on <= ?")
            .bind(now.today.to_string())
            .fetch_all(&self.readers)
            .await?;
        let (mut people, mut failed) = (0, None);
        for id in found {
            let id = uuid::Uuid::from_slice(&id).map_err(|_| StoreError::Damaged("an id is not an id"))?;
            // One at a time, so that nobody waits for long behind this.
            let order = Order { claimant: ClaimantId(id), actor: Actor::Service, command: Command::LetGo, now, notice };
            match self.write_orders(vec![order], None).await {
                Ok(_) => people += 1,
                // That one person's place is damaged keeps nobody else's longer than was promised.
                Err(error) => failed = Some(error),
            }
        }
        failed.map_or(Ok(people), Err)
    }
}
