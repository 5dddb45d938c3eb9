//! What organisations' systems are to be told: put down with the change that causes it, taken by one server at a time.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    ids::{ClaimantId, ConsentId, OrganisationId, StaffId},
    needs::Needs,
    news::{News, still_holds},
    time::Now,
};
use sqlx::{Row as _, SqliteConnection, sqlite::SqliteRow};
use url::Url;
use uuid::Uuid;

use super::{SqliteStore, items::load, new_keys::NewKeys, rows};
use crate::store::{ClientId, Hook, Settled, StoreError, Told, sealed::Sealer};

/// How long one that was taken is nobody else's: longer than sending all of a round takes.
const TAKEN_FOR: SignedDuration = SignedDuration::from_mins(10);
/// How many are taken at once.
const MOST: i64 = 16;

/// Puts down what is told to whom: to systems with an address for it, and of what is between a person and a case worker to those of
/// the organisation for which that one works.
pub(super) async fn tell(
    connection: &mut SqliteConnection,
    sealer: &Sealer,
    claimant: ClaimantId,
    news: &BTreeSet<News>,
    at: Timestamp,
) -> Result<(), StoreError> {
    for one in news {
        let clients = sqlx::query(
            "SELECT client_id FROM api_client WHERE organisation_id = ?1 AND hook_url IS NOT NULL
             AND (?2 IS NULL OR EXISTS (SELECT 1 FROM staff WHERE staff_id = ?2 AND organisation_id = ?1))",
        )
        .bind(&one.by.organisation.0.as_bytes()[..])
        .bind(one.between.map(|staff| staff.0.as_bytes().to_vec()))
        .fetch_all(&mut *connection)
        .await?;
        for row in &clients {
            let (client, id) = (ClientId(rows::uuid(row, "client_id")?), sealer.drawn());
            sqlx::query("INSERT INTO hook (hook_id, client_id, made_at, next_at, content) VALUES (?, ?, ?, ?, ?)")
                .bind(&id[..])
                .bind(&client.0.as_bytes()[..])
                .bind(rows::micros(at))
                .bind(rows::micros(at))
                .bind(sealer.seal_news(&id, &bytes(claimant, *one))?)
                .execute(&mut *connection)
                .await?;
        }
    }
    Ok(())
}

/// Whose, by which consent of whom, and between them and whom.
fn bytes(claimant: ClaimantId, news: News) -> Vec<u8> {
    let between = news.between.map_or(Uuid::nil(), |staff| staff.0);
    let parts = [claimant.0, news.by.consent.0, news.by.organisation.0, between];
    parts.iter().flat_map(|part| *part.as_bytes()).collect()
}

fn news(bytes: &[u8]) -> Option<(ClaimantId, News)> {
    let parts: Vec<Uuid> = bytes.chunks(16).map(Uuid::from_slice).collect::<Result<_, _>>().ok()?;
    let [claimant, consent, organisation, between] = parts[..] else { return None };
    let by =
        own_terms_domain::decide::ByConsent { consent: ConsentId(consent), organisation: OrganisationId(organisation) };
    let between = (!between.is_nil()).then_some(StaffId(between));
    Some((ClaimantId(claimant), News { by, between }))
}

impl SqliteStore {
    pub(super) async fn read_next_hook(&self) -> Result<Option<Timestamp>, StoreError> {
        let next: Option<i64> = sqlx::query_scalar("SELECT min(next_at) FROM hook").fetch_one(&self.readers).await?;
        let next = next.map(Timestamp::from_microsecond).transpose();
        next.map_err(|_| StoreError::Damaged("a time is out of range"))
    }

    pub(super) async fn write_hook_claims(&self, at: Timestamp) -> Result<Vec<Told>, StoreError> {
        let claim = self.sealer.drawn();
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let taken = sqlx::query(
            "UPDATE hook SET claim = ?, tried = tried + 1, next_at = ?
             WHERE hook_id IN (SELECT hook_id FROM hook WHERE next_at <= ? ORDER BY next_at LIMIT ?)
             RETURNING hook_id, client_id, made_at, tried, content",
        )
        .bind(&claim[..])
        .bind(rows::micros(at + TAKEN_FOR))
        .bind(rows::micros(at))
        .bind(MOST)
        .fetch_all(&mut *transaction)
        .await?;
        let mut told = Vec::with_capacity(taken.len());
        for row in &taken {
            let id: [u8; 16] = rows::bytes(row, "hook_id")?;
            let opened = self.sealer.open_news(&id, row.try_get("content")?).ok();
            let hook = self.hook_of(&mut transaction, ClientId(rows::uuid(row, "client_id")?)).await?;
            let Some(((claimant, news), hook)) = opened.as_deref().and_then(news).zip(hook) else {
                tracing::error!("what a system is to be told does not open; it is given up");
                sqlx::query("DELETE FROM hook WHERE hook_id = ?").bind(&id[..]).execute(&mut *transaction).await?;
                continue;
            };
            let (made_at, tried) = (rows::timestamp(row, "made_at")?, rows::number(row, "tried")?);
            told.push(Told { id, claimant, news, hook, made_at, tried, claim });
        }
        transaction.commit().await?;
        Ok(told)
    }

    async fn hook_of(&self, connection: &mut SqliteConnection, client: ClientId) -> Result<Option<Hook>, StoreError> {
        let found = sqlx::query("SELECT client_id, hook_url, hook_secret FROM api_client WHERE client_id = ?")
            .bind(&client.0.as_bytes()[..])
            .fetch_optional(connection)
            .await?;
        found.map_or(Ok(None), |row| hook(&self.sealer, client, &row))
    }

    /// True while it may be told.
    pub(super) async fn read_still_told(&self, told: &Told, now: Now) -> Result<bool, StoreError> {
        let connection = &mut *self.readers.acquire().await?;
        let there: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM hook WHERE hook_id = ? AND claim = ?)")
            .bind(&told.id[..])
            .bind(&told.claim[..])
            .fetch_one(&mut *connection)
            .await?;
        if !there {
            return Ok(false);
        }
        // Consents are always at hand; what they cover is not looked at.
        let state = load(connection, &self.sealer, told.claimant, &Needs::the_few(), &NewKeys::default()).await?;
        Ok(still_holds(&state, told.news, now))
    }

    pub(super) async fn write_hook_settled(&self, told: &Told, settled: Settled) -> Result<(), StoreError> {
        let query = match settled {
            Settled::Done => sqlx::query("DELETE FROM hook WHERE hook_id = ?1 AND claim = ?2"),
            Settled::Again(_) | Settled::Later(_) => {
                sqlx::query("UPDATE hook SET next_at = ?3, claim = NULL WHERE hook_id = ?1 AND claim = ?2")
            }
        };
        let query = query.bind(&told.id[..]).bind(&told.claim[..]);
        let query = match settled {
            Settled::Done => query,
            Settled::Again(at) | Settled::Later(at) => query.bind(rows::micros(at)),
        };
        query.execute(&self.writer).await?;
        Ok(())
    }
}

/// The address of a client where it is told, with what that is signed with.
pub(super) fn hook(sealer: &Sealer, client: ClientId, row: &SqliteRow) -> Result<Option<Hook>, StoreError> {
    let url: Option<&str> = row.try_get("hook_url")?;
    let secret: Option<&[u8]> = row.try_get("hook_secret")?;
    let Some((url, secret)) = url.zip(secret) else { return Ok(None) };
    let url = Url::parse(url).map_err(|_| StoreError::Damaged("an address is no address"))?;
    let secret = sealer.open_news(client.0.as_bytes(), secret)?.try_into();
    Ok(Some(Hook { url, secret: secret.map_err(|_| StoreError::Damaged("a secret has another length"))? }))
}
