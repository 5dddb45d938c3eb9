//! Sessions: the store knows only the hash of a token, so that a copy of the database opens none.

use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    account::{Begun, SignedInBy},
    ids::{ClaimantId, WayInId},
    reading::Choice as _,
    sign_in::FoundBy,
};
use sqlx::{Row as _, SqliteConnection, sqlite::SqliteRow};

use super::{SqliteStore, rows};
use crate::store::{Alive, Ended, OutThere, Session, StoreError, TokenHash};

/// How exactly the last use is known; noting it at each request would be a write a request.
pub(super) const EXACTNESS: SignedDuration = SignedDuration::from_secs(60);

impl SqliteStore {
    pub(super) async fn write_session(
        &self,
        token: TokenHash,
        claimant: ClaimantId,
        Begun { at, by, way, device, shared }: Begun,
        there: Option<FoundBy<'_>>,
    ) -> Result<(), StoreError> {
        let begun = sqlx::query(
            "INSERT INTO session (token_hash, session_id, claimant_id, signed_in_by, way, device, shared, signed_in_at, seen_at, looked, there)
             SELECT ?, ?, claimant_id, ?, ?, ?, ?, ?, ?, 0, ? FROM claimant WHERE claimant_id = ?",
        )
        .bind(&token[..])
        .bind(&self.sealer.drawn()[..])
        .bind(by.id())
        .bind(way.map(|way| way.0.as_bytes().to_vec()))
        .bind(device.id())
        .bind(shared)
        .bind(rows::micros(at))
        .bind(rows::micros(at))
        .bind(there.map(|there| self.sealer.tag(there).to_vec()))
        .bind(&claimant.0.as_bytes()[..])
        .execute(&self.writer)
        .await?;
        if begun.rows_affected() == 1 { Ok(()) } else { Err(StoreError::NotThere) }
    }

    pub(super) async fn read_session(
        &self,
        token: TokenHash,
        at: Timestamp,
        Alive { used, used_where_shared, begun }: Alive,
    ) -> Result<Option<Session>, StoreError> {
        let found = sqlx::query(
            "SELECT claimant_id, signed_in_at, seen_at, signed_in_by, way, shared FROM session
             WHERE token_hash = ? AND seen_at >= iif(shared, ?, ?) AND signed_in_at >= ?",
        )
        .bind(&token[..])
        .bind(rows::micros(used_where_shared))
        .bind(rows::micros(used))
        .bind(rows::micros(begun))
        .fetch_optional(&self.readers)
        .await?;
        let Some(row) = found else { return Ok(None) };
        let mut session = Session {
            claimant: ClaimantId(rows::uuid(&row, "claimant_id")?),
            signed_in_at: rows::timestamp(&row, "signed_in_at")?,
            seen_at: rows::timestamp(&row, "seen_at")?,
            by: by_of(&row)?,
            way: way_of(&row)?,
            shared: row.try_get("shared")?,
        };
        if at.duration_since(session.seen_at) > EXACTNESS {
            let noted = sqlx::query("UPDATE session SET seen_at = max(seen_at, ?) WHERE token_hash = ?")
                .bind(rows::micros(at))
                .bind(&token[..])
                .execute(&self.writer)
                .await
                .map_err(StoreError::from);
            // A busy store is no reason to turn someone away who only wants to read, or whose form can be kept.
            if !matches!(noted, Err(StoreError::Busy)) {
                noted?;
                session.seen_at = at;
            }
        }
        Ok(Some(session))
    }

    pub(super) async fn mark_session(&self, token: TokenHash, shared: bool) -> Result<(), StoreError> {
        sqlx::query("UPDATE session SET shared = ? WHERE token_hash = ?")
            .bind(shared)
            .bind(&token[..])
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    pub(super) async fn delete_session(&self, token: TokenHash) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM session WHERE token_hash = ?").bind(&token[..]).execute(&self.writer).await?;
        Ok(())
    }

    pub(super) async fn delete_sessions(&self, claimant: ClaimantId, which: Ended) -> Result<(), StoreError> {
        let query = match which {
            Ended::One(_) => "DELETE FROM session WHERE claimant_id = ? AND session_id = ?",
            Ended::AllBut(_) => "DELETE FROM session WHERE claimant_id = ? AND token_hash <> ?",
        };
        let query = sqlx::query(query).bind(&claimant.0.as_bytes()[..]);
        let query = match &which {
            Ended::One(id) => query.bind(&id.0.as_bytes()[..]),
            Ended::AllBut(token) => query.bind(&token[..]),
        };
        query.execute(&self.writer).await?;
        Ok(())
    }

    pub(super) async fn delete_sessions_there(&self, out: OutThere<'_>) -> Result<(), StoreError> {
        let there = out.there().map(|there| self.sealer.tag(there).to_vec());
        let Some(whose) = out.whose() else {
            sqlx::query("DELETE FROM session WHERE there = ?").bind(there).execute(&self.writer).await?;
            return Ok(());
        };
        for (claimant, _) in self.read_found(whose).await? {
            sqlx::query(
                "DELETE FROM session WHERE claimant_id = ? AND signed_in_by = ? AND (?3 IS NULL OR there IS NULL OR there = ?3)",
            )
            .bind(&claimant.0.as_bytes()[..])
            .bind(SignedInBy::Provider.id())
            .bind(&there)
            .execute(&self.writer)
            .await?;
        }
        Ok(())
    }

    pub(super) async fn delete_old_sessions(&self, alive: Alive) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM session WHERE seen_at < iif(shared, ?, ?) OR signed_in_at < ?")
            .bind(rows::micros(alive.used_where_shared))
            .bind(rows::micros(alive.used))
            .bind(rows::micros(alive.begun))
            .execute(&self.writer)
            .await?;
        Ok(())
    }
}

/// Ends the sessions that began by a way to sign in which is closed, but for the one in which it is.
pub(super) async fn end_by_way(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    way: WayInId,
    but: Option<TokenHash>,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM session WHERE claimant_id = ? AND way = ? AND token_hash IS NOT ?")
        .bind(&claimant.0.as_bytes()[..])
        .bind(&way.0.as_bytes()[..])
        .bind(but.map(|token| token.to_vec()))
        .execute(connection)
        .await?;
    Ok(())
}

/// By what a session began.
pub(super) fn by_of(row: &SqliteRow) -> Result<SignedInBy, StoreError> {
    SignedInBy::parse(row.try_get("signed_in_by")?)
        .map_err(|_| StoreError::Damaged("a session began in no way that is known"))
}

/// Which of the person's own ways that was.
pub(super) fn way_of(row: &SqliteRow) -> Result<Option<WayInId>, StoreError> {
    let way = row.try_get::<Option<&[u8]>, _>("way")?;
    way.map(|_| rows::uuid(row, "way").map(WayInId)).transpose()
}
