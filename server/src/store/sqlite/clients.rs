//! Systems of organisations, as they are stored.

use async_trait::async_trait;
use jiff::Timestamp;
use own_terms_domain::{
    decide::Refusal,
    directory::Organisation,
    ids::{ClaimantId, OrganisationId, RecordId, StaffId},
    item::{ItemId, Kind},
    sign_in::FoundBy,
    text::Text,
    time::Now,
};
use sqlx::{Row as _, sqlite::SqliteRow};

use super::{SqliteStore, directory::write_organisation, hooks::hook, rows};
use crate::store::{
    Answered, ApiClient, ClientId, ClientStore, Done, Once, Order, Settled, StoreError, Told, sealed::Sealer,
};

const CLIENTS: &str =
    "SELECT client_id, api_client.name, organisation_id, organisation.name AS organisation, secret_hash, made_at,
           hook_url, hook_secret
    FROM api_client JOIN organisation USING (organisation_id)";

#[async_trait]
impl ClientStore for SqliteStore {
    async fn put_client(&self, client: &ApiClient) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let secret = client.hook.as_ref().map(|hook| self.sealer.seal_news(client.id.0.as_bytes(), &hook.secret));
        let secret = secret.transpose()?;
        write_organisation(&mut transaction, &client.organisation).await?;
        sqlx::query(
            "INSERT INTO api_client (client_id, organisation_id, name, secret_hash, made_at, hook_url, hook_secret)
             VALUES (?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (client_id) DO UPDATE SET organisation_id = excluded.organisation_id, name = excluded.name,
                 secret_hash = excluded.secret_hash, hook_url = excluded.hook_url, hook_secret = excluded.hook_secret",
        )
        .bind(&client.id.0.as_bytes()[..])
        .bind(&client.organisation.id.0.as_bytes()[..])
        .bind(client.name.as_str())
        .bind(&client.secret_hash[..])
        .bind(rows::micros(client.made_at))
        .bind(client.hook.as_ref().map(|hook| hook.url.as_str()))
        .bind(secret)
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(())
    }

    async fn client(&self, id: ClientId) -> Result<Option<ApiClient>, StoreError> {
        let found = sqlx::query(sqlx::AssertSqlSafe(format!("{CLIENTS} WHERE client_id = ?")))
            .bind(&id.0.as_bytes()[..])
            .fetch_optional(&self.readers)
            .await?;
        found.as_ref().map(|row| client(&self.sealer, row)).transpose()
    }

    async fn clients(&self) -> Result<Vec<ApiClient>, StoreError> {
        let found = sqlx::query(sqlx::AssertSqlSafe(format!("{CLIENTS} ORDER BY organisation.name, api_client.name")))
            .fetch_all(&self.readers)
            .await?;
        found.iter().map(|row| client(&self.sealer, row)).collect()
    }

    async fn end_client(&self, id: ClientId) -> Result<bool, StoreError> {
        let gone = sqlx::query("DELETE FROM api_client WHERE client_id = ?")
            .bind(&id.0.as_bytes()[..])
            .execute(&self.writer)
            .await?;
        Ok(gone.rows_affected() == 1)
    }

    async fn case_worker_at(
        &self,
        claimant: ClaimantId,
        organisation: OrganisationId,
    ) -> Result<Option<StaffId>, StoreError> {
        let chosen: Option<Vec<u8>> =
            sqlx::query_scalar("SELECT found_by FROM item WHERE claimant_id = ? AND item_id = ?")
                .bind(&claimant.0.as_bytes()[..])
                .bind(ItemId::The(Kind::CaseWorker).to_string())
                .fetch_optional(&self.readers)
                .await?
                .flatten();
        let staff =
            sqlx::query("SELECT staff_id FROM staff WHERE organisation_id = ? AND role = 'case-worker' AND closed = 0")
                .bind(&organisation.0.as_bytes()[..])
                .fetch_all(&self.readers)
                .await?;
        for row in &staff {
            let id = StaffId(rows::uuid(row, "staff_id")?);
            if chosen.as_deref() == Some(&self.sealer.tag(FoundBy::CaseWorker(id))[..]) {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    async fn owed_by(&self, organisation: OrganisationId) -> Result<Vec<(ClaimantId, RecordId)>, StoreError> {
        self.read_owed_by(organisation).await
    }

    async fn commit_once(&self, order: Order, once: Once) -> Result<Answered, StoreError> {
        self.write_once(order, once).await
    }

    async fn commit_whole(
        &self,
        orders: Vec<Order>,
        keep: bool,
        progress: &(dyn Fn(usize) + Send + Sync),
    ) -> Result<Vec<Result<Done, Refusal>>, StoreError> {
        self.write_whole(orders, keep, progress).await
    }

    async fn next_hook(&self) -> Result<Option<Timestamp>, StoreError> {
        self.read_next_hook().await
    }

    async fn claim_hooks(&self, at: Timestamp, but: &[ClientId]) -> Result<Vec<Told>, StoreError> {
        self.write_hook_claims(at, but).await
    }

    async fn is_still_told(&self, told: &Told, now: Now) -> Result<bool, StoreError> {
        self.read_still_told(told, now).await
    }

    async fn settle_hook(&self, told: &Told, settled: Settled) -> Result<(), StoreError> {
        self.write_hook_settled(told, settled).await
    }

    async fn forget_requests(&self, before: Timestamp) -> Result<(), StoreError> {
        self.delete_old_requests(before).await
    }
}

fn client(sealer: &Sealer, row: &SqliteRow) -> Result<ApiClient, StoreError> {
    let id = ClientId(rows::uuid(row, "client_id")?);
    let organisation = OrganisationId(rows::uuid(row, "organisation_id")?);
    Ok(ApiClient {
        id,
        name: text(row, "name")?,
        organisation: Organisation { id: organisation, name: text(row, "organisation")? },
        secret_hash: rows::bytes(row, "secret_hash")?,
        made_at: rows::timestamp(row, "made_at")?,
        hook: hook(sealer, id, row)?,
    })
}

fn text<const MAX: usize>(row: &SqliteRow, column: &str) -> Result<Text<MAX>, StoreError> {
    Text::parse(row.try_get(column)?).map_err(|_| StoreError::Damaged("a name is not text"))
}
