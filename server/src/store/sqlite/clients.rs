//! Systems of organisations, as they are stored.

use own_terms_domain::{directory::Organisation, ids::OrganisationId, text::Text};
use sqlx::{Row as _, sqlite::SqliteRow};

use super::{SqliteStore, directory::write_organisation, rows};
use crate::store::{ApiClient, ClientId, StoreError};

const CLIENTS: &str =
    "SELECT client_id, api_client.name, organisation_id, organisation.name AS organisation, secret_hash, made_at
    FROM api_client JOIN organisation USING (organisation_id)";

impl SqliteStore {
    pub(super) async fn write_client(&self, client: &ApiClient) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        write_organisation(&mut transaction, &client.organisation).await?;
        sqlx::query(
            "INSERT INTO api_client (client_id, organisation_id, name, secret_hash, made_at) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (client_id) DO UPDATE SET organisation_id = excluded.organisation_id, name = excluded.name,
                 secret_hash = excluded.secret_hash",
        )
        .bind(&client.id.0.as_bytes()[..])
        .bind(&client.organisation.id.0.as_bytes()[..])
        .bind(client.name.as_str())
        .bind(&client.secret_hash[..])
        .bind(rows::micros(client.made_at))
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(())
    }

    pub(super) async fn read_client(&self, id: ClientId) -> Result<Option<ApiClient>, StoreError> {
        let found = sqlx::query(sqlx::AssertSqlSafe(format!("{CLIENTS} WHERE client_id = ?")))
            .bind(&id.0.as_bytes()[..])
            .fetch_optional(&self.readers)
            .await?;
        found.as_ref().map(client).transpose()
    }

    pub(super) async fn read_clients(&self) -> Result<Vec<ApiClient>, StoreError> {
        let found = sqlx::query(sqlx::AssertSqlSafe(format!("{CLIENTS} ORDER BY organisation.name, api_client.name")))
            .fetch_all(&self.readers)
            .await?;
        found.iter().map(client).collect()
    }

    pub(super) async fn delete_client(&self, id: ClientId) -> Result<bool, StoreError> {
        let gone = sqlx::query("DELETE FROM api_client WHERE client_id = ?")
            .bind(&id.0.as_bytes()[..])
            .execute(&self.writer)
            .await?;
        Ok(gone.rows_affected() == 1)
    }
}

fn client(row: &SqliteRow) -> Result<ApiClient, StoreError> {
    let organisation = OrganisationId(rows::uuid(row, "organisation_id")?);
    Ok(ApiClient {
        id: ClientId(rows::uuid(row, "client_id")?),
        name: text(row, "name")?,
        organisation: Organisation { id: organisation, name: text(row, "organisation")? },
        secret_hash: rows::bytes(row, "secret_hash")?,
        made_at: rows::timestamp(row, "made_at")?,
    })
}

fn text<const MAX: usize>(row: &SqliteRow, column: &str) -> Result<Text<MAX>, StoreError> {
    Text::parse(row.try_get(column)?).map_err(|_| StoreError::Damaged("a name is not text"))
}
