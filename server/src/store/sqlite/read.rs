//! The one way out: log the look, then answer it, in one transaction.

use own_terms_domain::{
    actor::Actor,
    ids::ClaimantId,
    item::Held,
    look::{Look, Reason, Subject},
    permission::{Grants, may_see},
    reading::Choice as _,
    state::State,
};
use sqlx::{Row as _, SqliteConnection};

use super::{SqliteStore, rows};
use crate::store::{
    Ask, LOOKS_SHOWN, StoreError, View,
    sealed::{Facts, Sealer},
};

impl SqliteStore {
    pub(super) async fn read_view(&self, ask: Ask) -> Result<View, StoreError> {
        // A person's own looks are one entry a sign-in: once that is there, a look of theirs writes nothing.
        let mut reading = self.readers.begin().await?;
        if is_logged(&mut reading, &ask).await? {
            return answer(&mut reading, &self.sealer, &ask).await;
        }
        // Given back before the wait for the writer, or those who wait would keep readers from others.
        drop(reading);
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        // Asked again, now that nobody else writes: two pages opened at once are one look.
        if is_logged(&mut transaction, &ask).await? {
            return answer(&mut transaction, &self.sealer, &ask).await;
        }
        if !exists(&mut transaction, ask.claimant).await? {
            return Err(StoreError::NotThere);
        }
        let answer = answer(&mut transaction, &self.sealer, &ask).await;
        let refused = matches!(answer, Err(StoreError::NotThere));
        if answer.is_ok() || refused {
            self.log(&mut transaction, &ask, refused).await?;
            transaction.commit().await?;
        }
        answer
    }

    async fn log(&self, transaction: &mut SqliteConnection, ask: &Ask, refused: bool) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO look (claimant_id, look_id, looked_at, role, actor_id, reason, subject, refused)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(&ask.claimant.0.as_bytes()[..])
        .bind(&self.sealer.id().as_bytes()[..])
        .bind(rows::micros(ask.now.at))
        .bind(ask.actor.role())
        .bind(rows::actor_id(ask.actor))
        .bind(ask.reason.id())
        .bind(ask.subject.id())
        .bind(refused)
        .execute(&mut *transaction)
        .await?;
        if let (Actor::Claimant(claimant), Some(token), false) = (ask.actor, ask.session, refused) {
            sqlx::query("UPDATE session SET looked = 1 WHERE token_hash = ? AND claimant_id = ?")
                .bind(&token[..])
                .bind(&claimant.0.as_bytes()[..])
                .execute(transaction)
                .await?;
        }
        Ok(())
    }
}

async fn is_logged(connection: &mut SqliteConnection, ask: &Ask) -> Result<bool, StoreError> {
    let (Actor::Claimant(claimant), Some(token)) = (ask.actor, ask.session) else { return Ok(false) };
    if claimant != ask.claimant {
        return Ok(false);
    }
    let looked: Option<bool> =
        sqlx::query_scalar("SELECT looked FROM session WHERE token_hash = ? AND claimant_id = ?")
            .bind(&token[..])
            .bind(&claimant.0.as_bytes()[..])
            .fetch_optional(connection)
            .await?;
    Ok(looked == Some(true))
}

async fn exists(connection: &mut SqliteConnection, claimant: ClaimantId) -> Result<bool, StoreError> {
    Ok(sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM claimant WHERE claimant_id = ?)")
        .bind(&claimant.0.as_bytes()[..])
        .fetch_one(connection)
        .await?)
}

/// What this asker may see; [`StoreError::NotThere`] when that is nothing and they are not the person.
async fn answer(connection: &mut SqliteConnection, sealer: &Sealer, ask: &Ask) -> Result<View, StoreError> {
    let state = load(connection, sealer, ask.claimant).await?;
    let grants = state.grants().clone();
    let state = state.only(|held| may_see(ask.actor, ask.claimant, &grants, held, ask.now.at));
    let own = ask.actor == Actor::Claimant(ask.claimant);
    if !own && state.all().next().is_none() {
        return Err(StoreError::NotThere);
    }
    let looks = if own && ask.with_looks { looks(connection, ask.claimant).await? } else { Vec::new() };
    Ok(View { state, looks })
}

/// Every item of a claimant, opened.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    sealer: &Sealer,
    claimant: ClaimantId,
) -> Result<State, StoreError> {
    let found = sqlx::query(
        "SELECT item.item_id, item.version, item.written_at, item.role, item.actor_id, item.content,
                item.key_id, item_key.sealed_key
         FROM item LEFT JOIN item_key USING (claimant_id, key_id)
         WHERE item.claimant_id = ? ORDER BY item.item_id",
    )
    .bind(&claimant.0.as_bytes()[..])
    .fetch_all(&mut *connection)
    .await?;
    let there_are: Option<i64> = sqlx::query_scalar("SELECT items FROM claimant WHERE claimant_id = ?")
        .bind(&claimant.0.as_bytes()[..])
        .fetch_optional(connection)
        .await?;
    if there_are.unwrap_or_default() != i64::try_from(found.len()).unwrap_or(i64::MAX) {
        return Err(StoreError::Damaged("an item is missing"));
    }
    let mut items = Vec::with_capacity(found.len());
    for row in &found {
        let sealed_key: Option<&[u8]> = row.try_get("sealed_key")?;
        let sealed_key = sealed_key.ok_or(StoreError::Damaged("an item has no key"))?;
        let key = sealer.open_key(claimant, rows::uuid(row, "key_id")?, sealed_key)?;
        let (id, version) = (rows::item_id(row)?, rows::version(row)?);
        let (at, by) = (rows::timestamp(row, "written_at")?, rows::actor(row)?);
        let item = key.open_item(claimant, Facts { id, version, at, by }, row.try_get("content")?)?;
        if item.kind() != id.kind() {
            return Err(StoreError::Damaged("an item is of another kind than its id"));
        }
        items.push(Held { id, version, at, by, item });
    }
    Ok(State::new(claimant, items, Grants::default()))
}

async fn looks(connection: &mut SqliteConnection, claimant: ClaimantId) -> Result<Vec<Look>, StoreError> {
    let found = sqlx::query(
        "SELECT looked_at, role, actor_id, reason, subject, refused FROM look
         WHERE claimant_id = ? ORDER BY looked_at DESC, look_id LIMIT ?",
    )
    .bind(&claimant.0.as_bytes()[..])
    .bind(i64::try_from(LOOKS_SHOWN).unwrap_or(i64::MAX))
    .fetch_all(connection)
    .await?;
    found
        .iter()
        .map(|row| {
            Ok(Look {
                at: rows::timestamp(row, "looked_at")?,
                by: rows::actor(row)?,
                reason: Reason::parse(row.try_get("reason")?)
                    .map_err(|_| StoreError::Damaged("a look has no known reason"))?,
                subject: Subject::parse(row.try_get("subject")?)
                    .map_err(|_| StoreError::Damaged("a look has no known subject"))?,
                refused: row.try_get("refused")?,
            })
        })
        .collect()
}
