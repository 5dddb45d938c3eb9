//! The outbox: written with the change that causes a message, and taken from by one server at a time.

use jiff::Timestamp;
use own_terms_domain::{ids::ClaimantId, telling::Telling};
use sqlx::{Row as _, SqliteConnection, sqlite::SqliteRow};

use super::{SqliteStore, due::Queue, rows};
use crate::store::{Claimed, MessageId, Settled, StoreError, sealed::Sealer};

/// The messages that wait.
const OUTBOX: Queue = Queue {
    next: "SELECT min(next_at) FROM outbox",
    take: "UPDATE outbox SET claim = ?1, tried = tried + 1, next_at = ?2
           WHERE (claimant_id, message_id) IN
                 (SELECT claimant_id, message_id FROM outbox
                  WHERE next_at <= ?3 AND lower(hex(claimant_id)) NOT IN (SELECT value FROM json_each(?5))
                  ORDER BY next_at LIMIT ?4)
           RETURNING claimant_id, message_id, made_at, tried, content",
};

/// Puts down what a decision tells, and takes away what it tells no more, in the decision's own transaction.
pub(super) async fn tell(
    connection: &mut SqliteConnection,
    sealer: &Sealer,
    claimant: ClaimantId,
    telling: &Telling,
    at: Timestamp,
) -> Result<(), StoreError> {
    if telling.forgets_any() {
        forget(connection, sealer, claimant, telling).await?;
    }
    for (message, from) in &telling.tell {
        let (id, content) = sealer.seal_message(claimant, message)?;
        sqlx::query(
            "INSERT INTO outbox (claimant_id, message_id, made_at, next_at, content) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT DO NOTHING",
        )
        .bind(&claimant.0.as_bytes()[..])
        .bind(&id.0[..])
        .bind(rows::micros(at))
        .bind(rows::micros(*from))
        .bind(content)
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

async fn forget(
    connection: &mut SqliteConnection,
    sealer: &Sealer,
    claimant: ClaimantId,
    telling: &Telling,
) -> Result<(), StoreError> {
    let waiting = sqlx::query("SELECT message_id, content FROM outbox WHERE claimant_id = ?")
        .bind(&claimant.0.as_bytes()[..])
        .fetch_all(&mut *connection)
        .await?;
    for row in &waiting {
        let id = message_id(row)?;
        // One that does not open is never sent: it stands in nobody's way.
        let opened = sealer.open_message(claimant, id, row.try_get("content")?);
        if opened.is_ok_and(|message| !telling.forgets(&message)) {
            continue;
        }
        delete(connection, claimant, id).await?;
    }
    Ok(())
}

async fn delete(connection: &mut SqliteConnection, claimant: ClaimantId, id: MessageId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM outbox WHERE claimant_id = ? AND message_id = ?")
        .bind(&claimant.0.as_bytes()[..])
        .bind(&id.0[..])
        .execute(connection)
        .await?;
    Ok(())
}

fn message_id(row: &SqliteRow) -> Result<MessageId, StoreError> {
    rows::bytes(row, "message_id").map(MessageId)
}

impl SqliteStore {
    pub(super) async fn read_next_due(&self) -> Result<Option<Timestamp>, StoreError> {
        OUTBOX.next_due(&self.readers).await
    }

    pub(super) async fn write_claims(&self, at: Timestamp) -> Result<Vec<Claimed>, StoreError> {
        let claim = self.sealer.drawn();
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let taken = OUTBOX.take(&mut transaction, &claim, at, &[]).await?;
        let mut claimed = Vec::with_capacity(taken.len());
        for row in &taken {
            let (claimant, id) = (ClaimantId(rows::uuid(row, "claimant_id")?), message_id(row)?);
            match self.sealer.open_message(claimant, id, row.try_get("content")?) {
                Ok(message) => claimed.push(Claimed {
                    claimant,
                    id,
                    made_at: rows::timestamp(row, "made_at")?,
                    tried: rows::number(row, "tried")?,
                    message,
                    claim,
                }),
                Err(error) => {
                    tracing::error!(%error, "a message is given up");
                    delete(&mut transaction, claimant, id).await?;
                }
            }
        }
        transaction.commit().await?;
        Ok(claimed)
    }

    pub(super) async fn read_is_claimed(&self, claimed: &Claimed) -> Result<bool, StoreError> {
        let is_claimed = sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM outbox WHERE claimant_id = ? AND message_id = ? AND claim = ?)",
        )
        .bind(&claimed.claimant.0.as_bytes()[..])
        .bind(&claimed.id.0[..])
        .bind(&claimed.claim[..])
        .fetch_one(&self.readers)
        .await?;
        Ok(is_claimed)
    }

    pub(super) async fn delete_old_messages(&self, due_before: Timestamp) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM outbox WHERE next_at < ?")
            .bind(rows::micros(due_before))
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    pub(super) async fn write_settled(&self, claimed: &Claimed, settled: Settled) -> Result<(), StoreError> {
        let (sql, next) = match settled {
            Settled::Done => ("DELETE FROM outbox WHERE claimant_id = ?1 AND message_id = ?2 AND claim = ?3", None),
            Settled::Again(at) => (
                "UPDATE outbox SET next_at = ?4, claim = NULL WHERE claimant_id = ?1 AND message_id = ?2 AND claim = ?3",
                Some(at),
            ),
            Settled::Later(at) => (
                "UPDATE outbox SET next_at = ?4, claim = NULL, tried = 0
                 WHERE claimant_id = ?1 AND message_id = ?2 AND claim = ?3",
                Some(at),
            ),
        };
        let query =
            sqlx::query(sql).bind(&claimed.claimant.0.as_bytes()[..]).bind(&claimed.id.0[..]).bind(&claimed.claim[..]);
        let query = match next {
            Some(at) => query.bind(rows::micros(at)),
            None => query,
        };
        query.execute(&self.writer).await?;
        Ok(())
    }
}
