//! The ledger as it is read: entries opened where their keys are still there, and the proof that they are all of them.

use own_terms_domain::{actor::Actor, ids::ClaimantId, item::ItemId};
use own_terms_receipt::file::Anchor;
use sqlx::{Row as _, SqliteConnection, sqlite::SqliteRow};

use super::{keys, lists, rows};
use crate::store::{ENTRIES_SHOWN, Kept, Proof, StoreError, Which, sealed::Sealer};

/// Which entries a query is for.
enum Those {
    All,
    Of(ItemId),
    By(Actor),
}

/// The entries that were asked for, newest first.
pub(super) async fn entries(
    connection: &mut SqliteConnection,
    sealer: &Sealer,
    claimant: ClaimantId,
    which: Which,
) -> Result<Vec<Kept>, StoreError> {
    // The one that an entry replaced is the one before it about the same item.
    let (those, before, most) = match which {
        Which::All => (Those::All, None, None),
        Which::Of(item, before) => (Those::Of(item), before, Some(ENTRIES_SHOWN)),
        Which::By(actor, before) => (Those::By(actor), before, Some(ENTRIES_SHOWN)),
        Which::Before(before) => (Those::All, before, Some(ENTRIES_SHOWN)),
        Which::One(number) => match item_of(connection, claimant, number).await? {
            Some(item) => (Those::Of(item), number.checked_add(1), Some(2)),
            // Nothing is there, which is an answer and no refusal: it must not stand in the log as one.
            None => return Ok(Vec::new()),
        },
    };
    let sql = match those {
        Those::All => lists::ENTRIES,
        Those::Of(_) => lists::ENTRIES_OF,
        Those::By(_) => lists::ENTRIES_BY,
    };
    let query = sqlx::query(sql)
        .bind(&claimant.0.as_bytes()[..])
        .bind(before.map_or(i64::MAX, i64::from))
        .bind(most.map_or(-1, |most| i64::try_from(most).unwrap_or(i64::MAX)));
    let query = match those {
        Those::All => query,
        Those::Of(item) => query.bind(item.to_string()),
        Those::By(actor) => query.bind(rows::actor_id(actor)).bind(actor.role()),
    };
    let found = query.fetch_all(connection).await?;
    found.iter().map(|row| entry(sealer, claimant, row)).collect()
}

async fn item_of(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    number: u32,
) -> Result<Option<ItemId>, StoreError> {
    let found = sqlx::query("SELECT item_id FROM ledger WHERE claimant_id = ? AND number = ?")
        .bind(&claimant.0.as_bytes()[..])
        .bind(number)
        .fetch_optional(connection)
        .await?;
    found.as_ref().map(rows::item_id).transpose()
}

/// One entry, opened where its key is still there.
pub(super) fn entry(sealer: &Sealer, claimant: ClaimantId, row: &SqliteRow) -> Result<Kept, StoreError> {
    let link = rows::link(row, claimant)?;
    let content = match row.try_get::<Option<&[u8]>, _>("sealed_key")? {
        Some(sealed_key) => {
            let key = sealer.open_key(claimant, rows::uuid(row, "key_id")?, sealed_key)?;
            Some(key.open_entry(claimant, link.number, row.try_get("content")?)?)
        }
        None => None,
    };
    if content.as_ref().is_some_and(|content| content.commitment() != link.commitment) {
        return Err(StoreError::Damaged("the content of an entry is not what was committed to"));
    }
    Ok(Kept { link, signed: rows::signed(row)?, content })
}

/// The end of the ledger, with the latest `checkpoints` that it is in.
pub(super) async fn proof(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    checkpoints: Option<u32>,
) -> Result<Proof, StoreError> {
    let end = sqlx::query("SELECT entries, head FROM claimant WHERE claimant_id = ?")
        .bind(&claimant.0.as_bytes()[..])
        .fetch_one(&mut *connection)
        .await?;
    let anchors = anchors(connection, claimant, checkpoints).await?;
    Ok(Proof {
        entries: rows::number(&end, "entries")?,
        head: rows::hash(&end, "head")?,
        anchors,
        keys: keys::all(connection).await?,
    })
}

/// Where a person's chains are in checkpoints: the latest first, `most` at the most.
pub(super) async fn anchors(
    connection: &mut SqliteConnection,
    claimant: ClaimantId,
    most: Option<u32>,
) -> Result<Vec<Anchor>, StoreError> {
    let found = sqlx::query(
        "SELECT anchor.leaf, anchor.entries, anchor.head, anchor.looks, anchor.look_head, anchor.path, checkpoint.*
         FROM anchor JOIN checkpoint ON checkpoint.number = anchor.checkpoint
         WHERE anchor.claimant_id = ? ORDER BY anchor.checkpoint DESC LIMIT ?",
    )
    .bind(&claimant.0.as_bytes()[..])
    .bind(most.map_or(-1, i64::from))
    .fetch_all(connection)
    .await?;
    found.iter().map(rows::anchor).collect()
}
