//! The one way in: decide by the rules, then entries, state and chain in one transaction.

use jiff::Timestamp;
use own_terms_domain::{
    decide::{Entry, decide},
    ids::ClaimantId,
    item::{ItemId, Version},
    ledger::{BEGINNING, Hash, Link},
};
use sqlx::{Row as _, SqliteConnection};

use super::{SqliteStore, read::load, rows};
use crate::store::{
    Done, Order, Origin, StoreError,
    sealed::{Facts, ItemKey},
};

impl SqliteStore {
    pub(super) async fn write_place(
        &self,
        claimant: ClaimantId,
        origin: Origin,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        sqlx::query(
            "INSERT INTO claimant (claimant_id, origin, made_at, head) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        )
        .bind(&claimant.0.as_bytes()[..])
        .bind(origin.id())
        .bind(rows::micros(at))
        .bind(&BEGINNING[..])
        .execute(&self.writer)
        .await?;
        let entries: i64 = sqlx::query_scalar("SELECT entries FROM claimant WHERE claimant_id = ?")
            .bind(&claimant.0.as_bytes()[..])
            .fetch_one(&self.writer)
            .await?;
        Ok(entries == 0)
    }

    pub(super) async fn write_orders(&self, orders: Vec<Order>) -> Result<Vec<Done>, StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let mut done = Vec::with_capacity(orders.len());
        for order in orders {
            done.push(self.write_order(&mut transaction, order).await?);
        }
        transaction.commit().await?;
        Ok(done)
    }

    async fn write_order(&self, connection: &mut SqliteConnection, order: Order) -> Result<Done, StoreError> {
        let Order { claimant, actor, command, now } = order;
        let mut chain = Chain::of(connection, claimant).await?;
        let state = load(connection, &self.sealer, claimant).await?;
        let entries = decide(&state, actor, command, now).map_err(StoreError::Refused)?;
        let mut done = Done { entries: Vec::with_capacity(entries.len()) };
        for Entry { item, value } in entries {
            let number = chain.entries + 1;
            let version = Version(number);
            let key = self.key_of(connection, claimant, item).await?;
            let sealed = self.sealer.seal_entry(claimant, &key, number, value.as_ref())?;
            // To the microsecond, as it is stored, so that the hash can be made again.
            let at = Timestamp::from_microsecond(rows::micros(now.at)).unwrap_or(now.at);
            let link = Link {
                claimant,
                number,
                at,
                by: actor,
                item,
                version,
                commitment: sealed.commitment,
                previous: chain.head,
            };
            write_entry(connection, &link, &key, &sealed.content).await?;
            match value {
                Some(value) => {
                    let content =
                        self.sealer.seal_item(claimant, &key, Facts { id: item, version, at, by: actor }, &value)?;
                    write_item(connection, &link, &key, &content).await?;
                }
                None => delete_item(connection, claimant, item).await?,
            }
            chain = Chain { entries: number, head: link.hash() };
            done.entries.push((number, chain.head));
        }
        if !done.entries.is_empty() {
            chain.write(connection, claimant).await?;
        }
        Ok(done)
    }

    /// The key of an item that is held, or a new one.
    async fn key_of(
        &self,
        connection: &mut SqliteConnection,
        claimant: ClaimantId,
        item: ItemId,
    ) -> Result<ItemKey, StoreError> {
        let found = sqlx::query(
            "SELECT key_id, sealed_key FROM item JOIN item_key USING (claimant_id, key_id)
             WHERE claimant_id = ? AND item_id = ?",
        )
        .bind(&claimant.0.as_bytes()[..])
        .bind(item.to_string())
        .fetch_optional(&mut *connection)
        .await?;
        if let Some(row) = found {
            return self.sealer.open_key(claimant, rows::uuid(&row, "key_id")?, row.try_get("sealed_key")?);
        }
        let (key, sealed) = self.sealer.new_key(claimant)?;
        sqlx::query("INSERT INTO item_key (claimant_id, key_id, sealed_key) VALUES (?, ?, ?)")
            .bind(&claimant.0.as_bytes()[..])
            .bind(&key.id.as_bytes()[..])
            .bind(sealed)
            .execute(connection)
            .await?;
        Ok(key)
    }
}

/// The end of a claimant's chain.
struct Chain {
    entries: u32,
    head: Hash,
}

impl Chain {
    async fn of(connection: &mut SqliteConnection, claimant: ClaimantId) -> Result<Self, StoreError> {
        let row = sqlx::query("SELECT entries, head FROM claimant WHERE claimant_id = ?")
            .bind(&claimant.0.as_bytes()[..])
            .fetch_optional(connection)
            .await?
            .ok_or(StoreError::NotThere)?;
        Ok(Self { entries: rows::number(&row, "entries")?, head: rows::hash(&row, "head")? })
    }

    async fn write(&self, connection: &mut SqliteConnection, claimant: ClaimantId) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE claimant SET entries = ?, head = ?,
                 items = (SELECT count(*) FROM item WHERE item.claimant_id = claimant.claimant_id)
             WHERE claimant_id = ?",
        )
        .bind(self.entries)
        .bind(&self.head[..])
        .bind(&claimant.0.as_bytes()[..])
        .execute(connection)
        .await?;
        Ok(())
    }
}

async fn write_entry(
    connection: &mut SqliteConnection,
    link: &Link,
    key: &ItemKey,
    content: &[u8],
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO ledger (claimant_id, number, written_at, role, actor_id, item_id, version, key_id, content,
                             commitment, previous, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(&link.claimant.0.as_bytes()[..])
    .bind(link.number)
    .bind(rows::micros(link.at))
    .bind(link.by.role())
    .bind(rows::actor_id(link.by))
    .bind(link.item.to_string())
    .bind(link.version.0)
    .bind(&key.id.as_bytes()[..])
    .bind(content)
    .bind(&link.commitment[..])
    .bind(&link.previous[..])
    .bind(&link.hash()[..])
    .execute(connection)
    .await?;
    Ok(())
}

async fn write_item(
    connection: &mut SqliteConnection,
    link: &Link,
    key: &ItemKey,
    content: &[u8],
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO item (claimant_id, item_id, key_id, version, written_at, role, actor_id, content)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (claimant_id, item_id) DO UPDATE SET
             version = excluded.version, written_at = excluded.written_at, role = excluded.role,
             actor_id = excluded.actor_id, content = excluded.content",
    )
    .bind(&link.claimant.0.as_bytes()[..])
    .bind(link.item.to_string())
    .bind(&key.id.as_bytes()[..])
    .bind(link.version.0)
    .bind(rows::micros(link.at))
    .bind(link.by.role())
    .bind(rows::actor_id(link.by))
    .bind(content)
    .execute(connection)
    .await?;
    Ok(())
}

async fn delete_item(connection: &mut SqliteConnection, claimant: ClaimantId, item: ItemId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM item WHERE claimant_id = ? AND item_id = ?")
        .bind(&claimant.0.as_bytes()[..])
        .bind(item.to_string())
        .execute(connection)
        .await?;
    Ok(())
}
