//! What was asked for under an idempotency key: remembered in the transaction of the change, so that there is never the one without the other.

use jiff::Timestamp;
use own_terms_domain::{
    decide::{Refusal, may_ask_again},
    needs::Needs,
};
use sqlx::{Row as _, Sqlite, Transaction};

use super::{SqliteStore, items::load, new_keys::NewKeys, rows};
use crate::store::{Answered, Once, Order, REMEMBERED_FOR, StoreError};

impl SqliteStore {
    pub(super) async fn write_once(&self, order: Order, once: Once) -> Result<Answered, StoreError> {
        // Whoever asks the same at the same moment waits here, and finds it done.
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        if let Some(before) = self.remember(&mut transaction, &once, order.now.at).await? {
            // Consents and the choice are always at hand. What was done stands, and is told to nobody who may not ask for it any more.
            let few = Needs::the_few();
            let state = load(&mut transaction, &self.sealer, order.claimant, &few, &NewKeys::default()).await?;
            if !may_ask_again(&state, order.actor, &order.command, order.now) {
                return Err(StoreError::Refused(Refusal::NotPermitted));
            }
            return Ok(before);
        }
        let mut done = self.carry_out(transaction, vec![order], None).await?;
        Ok(Answered::Now(done.pop().unwrap_or_default()))
    }

    /// What became of it before; otherwise it is remembered from the end of this transaction on.
    async fn remember(
        &self,
        transaction: &mut Transaction<'static, Sqlite>,
        once: &Once,
        at: Timestamp,
    ) -> Result<Option<Answered>, StoreError> {
        let (key, asked) = self.sealer.request_tags(once);
        let found =
            sqlx::query("SELECT asked, answer FROM api_request WHERE client_id = ? AND request_id = ? AND done_at > ?")
                .bind(&once.client.0.as_bytes()[..])
                .bind(&key[..])
                .bind(rows::micros(at - REMEMBERED_FOR))
                .fetch_optional(&mut **transaction)
                .await?;
        if let Some(row) = found {
            let same = rows::bytes::<32>(&row, "asked")? == asked;
            let answer = if same {
                Answered::Before(self.sealer.open_answer(&key, row.try_get("answer")?)?)
            } else {
                Answered::Otherwise
            };
            return Ok(Some(answer));
        }
        sqlx::query(
            "INSERT INTO api_request (client_id, request_id, asked, done_at, answer) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (client_id, request_id) DO UPDATE SET
                 asked = excluded.asked, done_at = excluded.done_at, answer = excluded.answer",
        )
        .bind(&once.client.0.as_bytes()[..])
        .bind(&key[..])
        .bind(&asked[..])
        .bind(rows::micros(at))
        .bind(self.sealer.seal_answer(&key, &once.answer)?)
        .execute(&mut **transaction)
        .await?;
        Ok(None)
    }

    pub(super) async fn delete_old_requests(&self, before: Timestamp) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM api_request WHERE done_at < ?")
            .bind(rows::micros(before))
            .execute(&self.writer)
            .await?;
        Ok(())
    }
}
