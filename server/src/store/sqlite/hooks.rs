//! What organisations' systems are to be told: put down with the change that causes it, taken by one server at a time.

use std::collections::BTreeSet;

use jiff::Timestamp;
use own_terms_domain::{
    ids::{ClaimantId, ConsentId, OrganisationId, StaffId},
    needs::Needs,
    news::{News, still_holds},
    time::Now,
};
use sqlx::{Row as _, SqliteConnection, sqlite::SqliteRow};
use url::Url;
use uuid::Uuid;

use super::{SqliteStore, due::Queue, items::load, new_keys::NewKeys, rows};
use crate::store::{ClientId, Hook, Settled, StoreError, Told, sealed::Sealer};

/// What waits to be told: of each system no more than four at once, so that none that has much to be told holds up the others.
const HOOKS: Queue = Queue {
    next: "SELECT min(next_at) FROM hook",
    take: "UPDATE hook SET claim = ?1, tried = tried + 1, next_at = ?2
           WHERE hook_id IN
                 (SELECT hook_id FROM
                      (SELECT hook_id, next_at, row_number() OVER (PARTITION BY client_id ORDER BY next_at) AS place FROM hook
                       WHERE next_at <= ?3 AND lower(hex(client_id)) NOT IN (SELECT value FROM json_each(?5)))
                  WHERE place <= 4 ORDER BY place, next_at LIMIT ?4)
           RETURNING hook_id, client_id, made_at, tried, content",
};

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
        HOOKS.next_due(&self.readers).await
    }

    pub(super) async fn write_hook_claims(&self, at: Timestamp, but: &[ClientId]) -> Result<Vec<Told>, StoreError> {
        let claim = self.sealer.drawn();
        let but: Vec<String> = but.iter().map(|client| client.0.simple().to_string()).collect();
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let taken = HOOKS.take(&mut transaction, &claim, at, &but).await?;
        let mut told = Vec::with_capacity(taken.len());
        for row in &taken {
            match self.told(&mut transaction, row, claim).await {
                Ok(one) => told.push(one),
                // One that is damaged is given up, and stands in the way of no other.
                Err(StoreError::Damaged(what)) => {
                    tracing::error!(what, "what a system is to be told is given up");
                    let id: &[u8] = row.try_get("hook_id")?;
                    sqlx::query("DELETE FROM hook WHERE hook_id = ?").bind(id).execute(&mut *transaction).await?;
                }
                Err(other) => return Err(other),
            }
        }
        transaction.commit().await?;
        Ok(told)
    }

    async fn told(
        &self,
        connection: &mut SqliteConnection,
        row: &SqliteRow,
        claim: [u8; 16],
    ) -> Result<Told, StoreError> {
        let (id, client) = (rows::bytes(row, "hook_id")?, ClientId(rows::uuid(row, "client_id")?));
        let opened = self.sealer.open_news(&id, row.try_get("content")?)?;
        let (claimant, news) = news(&opened).ok_or(StoreError::Damaged("what a system is told is something else"))?;
        let hook = self.hook_of(connection, client).await?.ok_or(StoreError::Damaged("a system has no address"))?;
        let (made_at, tried) = (rows::timestamp(row, "made_at")?, rows::number(row, "tried")?);
        Ok(Told { id, client, claimant, news, hook, made_at, tried, claim })
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
