//! Checkpoints: the ends of the chains that grew, signed and published, so that none can be rewritten unseen.

use jiff::Timestamp;
use own_terms_domain::{
    checkpoint::{Checkpoint, Ends, tree},
    ids::ClaimantId,
    ledger::{BEGINNING, Hash},
};
use own_terms_receipt::{file::Published, keys::For};
use sqlx::SqliteConnection;

use super::{SqliteStore, rows};
use crate::store::{CHECKPOINTS_SHOWN, StoreError};

/// How many chains one checkpoint has at most, so that others who write wait no longer than a moment.
const MOST: u32 = 5_000;

impl SqliteStore {
    pub(super) async fn write_checkpoint(&self, at: Timestamp) -> Result<bool, StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let grown = grown(&mut transaction).await?;
        let leaves: Vec<Hash> = grown.iter().map(Ends::leaf).collect();
        let Some((root, paths)) = tree(&leaves) else { return Ok(false) };
        let last = sqlx::query("SELECT * FROM checkpoint ORDER BY number DESC LIMIT 1")
            .fetch_optional(&mut *transaction)
            .await?;
        let last = last.as_ref().map(rows::checkpoint).transpose()?.map(|last| last.checkpoint());
        let checkpoint = Checkpoint {
            number: last.map_or(0, |last| last.number) + 1,
            at: rows::to_micros(at),
            leaves: u32::try_from(leaves.len()).unwrap_or(u32::MAX),
            root,
            previous: last.map_or(BEGINNING, |last| last.hash()),
        };
        let signed = self.signer_in_use(&mut transaction, at).await?.sign(For::Checkpoint, &checkpoint.hash());
        let published = Published::new(&checkpoint, signed);
        write(&mut transaction, &published).await?;
        for (leaf, (ends, path)) in (0..).zip(grown.iter().zip(paths)) {
            write_anchor(&mut transaction, checkpoint.number, leaf, ends, &path.concat()).await?;
        }
        transaction.commit().await?;
        Ok(true)
    }

    pub(super) async fn read_checkpoints(&self, after: u32) -> Result<Vec<Published>, StoreError> {
        let found = sqlx::query("SELECT * FROM checkpoint WHERE number > ? ORDER BY number LIMIT ?")
            .bind(after)
            .bind(CHECKPOINTS_SHOWN)
            .fetch_all(&self.readers)
            .await?;
        found.iter().map(rows::checkpoint).collect()
    }
}

/// The ends of the chains that have grown since their last checkpoint.
async fn grown(connection: &mut SqliteConnection) -> Result<Vec<Ends>, StoreError> {
    let found = sqlx::query(
        "SELECT claimant_id, entries, head, looks, look_head FROM claimant
         WHERE anchored < entries ORDER BY claimant_id LIMIT ?",
    )
    .bind(MOST)
    .fetch_all(connection)
    .await?;
    let ends = found.iter().map(|row| {
        Ok(Ends {
            claimant: ClaimantId(rows::uuid(row, "claimant_id")?),
            entries: rows::number(row, "entries")?,
            head: rows::hash(row, "head")?,
            looks: rows::number(row, "looks")?,
            look_head: rows::hash(row, "look_head")?,
        })
    });
    ends.collect()
}

async fn write(connection: &mut SqliteConnection, published: &Published) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO checkpoint (number, made_at, leaves, root, previous, signed_with, signature)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(published.number)
    .bind(rows::micros(published.at))
    .bind(published.leaves)
    .bind(&published.root.0[..])
    .bind(&published.previous.0[..])
    .bind(&published.signed_with.0[..])
    .bind(&published.signature.0[..])
    .execute(connection)
    .await?;
    Ok(())
}

async fn write_anchor(
    connection: &mut SqliteConnection,
    checkpoint: u32,
    leaf: u32,
    ends: &Ends,
    path: &[u8],
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO anchor (claimant_id, checkpoint, leaf, entries, head, looks, look_head, path)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(&ends.claimant.0.as_bytes()[..])
    .bind(checkpoint)
    .bind(leaf)
    .bind(ends.entries)
    .bind(&ends.head[..])
    .bind(ends.looks)
    .bind(&ends.look_head[..])
    .bind(path)
    .execute(&mut *connection)
    .await?;
    sqlx::query("UPDATE claimant SET anchored = ? WHERE claimant_id = ?")
        .bind(ends.entries)
        .bind(&ends.claimant.0.as_bytes()[..])
        .execute(connection)
        .await?;
    Ok(())
}
