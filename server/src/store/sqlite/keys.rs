//! The keys that receipts are signed with: one in use, and of the others the public halves.

use jiff::Timestamp;
use own_terms_receipt::{
    hex::Hex,
    keys::{PublicKey, Signer},
};
use sqlx::{Row as _, SqliteConnection};

use super::{SqliteStore, rows};
use crate::store::StoreError;

/// Every key, the oldest first.
pub(super) async fn all(connection: &mut SqliteConnection) -> Result<Vec<PublicKey>, StoreError> {
    let found = sqlx::query("SELECT key_id, public, since, until FROM signing_key ORDER BY since, key_id")
        .fetch_all(connection)
        .await?;
    found.iter().map(rows::public_key).collect()
}

impl SqliteStore {
    /// The key in use, asked for in each transaction, because another server may have put a new one in use meanwhile.
    pub(super) async fn signer_in_use(
        &self,
        connection: &mut SqliteConnection,
        at: Timestamp,
    ) -> Result<Signer, StoreError> {
        let found = sqlx::query("SELECT key_id, sealed_secret FROM signing_key WHERE until IS NULL")
            .fetch_optional(&mut *connection)
            .await?;
        match found {
            Some(row) => self.sealer.open_signer(Hex(rows::bytes(&row, "key_id")?), row.try_get("sealed_secret")?),
            None => self.put_in_use(connection, at).await,
        }
    }

    async fn put_in_use(&self, connection: &mut SqliteConnection, at: Timestamp) -> Result<Signer, StoreError> {
        let (signer, sealed) = self.sealer.new_signer()?;
        sqlx::query("INSERT INTO signing_key (key_id, public, sealed_secret, since) VALUES (?, ?, ?, ?)")
            .bind(&signer.id().0[..])
            .bind(&signer.public()[..])
            .bind(sealed)
            .bind(rows::micros(at))
            .execute(connection)
            .await?;
        Ok(signer)
    }

    pub(super) async fn write_new_key(&self, at: Timestamp) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        sqlx::query("UPDATE signing_key SET until = ?, sealed_secret = NULL WHERE until IS NULL")
            .bind(rows::micros(at))
            .execute(&mut *transaction)
            .await?;
        self.put_in_use(&mut transaction, at).await?;
        transaction.commit().await?;
        // The secret of the key before is in no page of the log either.
        self.fold_log().await;
        Ok(())
    }

    pub(super) async fn read_signer(&self, at: Timestamp) -> Result<Signer, StoreError> {
        let mut reading = self.readers.acquire().await?;
        let found = sqlx::query("SELECT EXISTS (SELECT 1 FROM signing_key WHERE until IS NULL)")
            .fetch_one(&mut *reading)
            .await?;
        if found.try_get(0)? {
            return self.signer_in_use(&mut reading, at).await;
        }
        drop(reading);
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let signer = self.signer_in_use(&mut transaction, at).await?;
        transaction.commit().await?;
        Ok(signer)
    }

    pub(super) async fn read_keys(&self) -> Result<Vec<PublicKey>, StoreError> {
        let mut reading = self.readers.acquire().await?;
        all(&mut reading).await
    }
}
