//! Rows of the database to and from the domain's types; whatever does not fit is damage, and is said, not guessed at.

use jiff::Timestamp;
use own_terms_domain::{
    actor::Actor,
    checkpoint::Checkpoint,
    ids::ClaimantId,
    item::{ItemId, Version, Wording},
    ledger::{Act, Hash, Link, NoticeVersion},
    look::{Law, Look, Reason, Subject},
    reading::Choice as _,
};
use own_terms_receipt::{
    file::{Anchor, Published},
    hex::Hex,
    keys::{PublicKey, Signed},
};
use sqlx::{Row as _, sqlite::SqliteRow};
use uuid::Uuid;

use crate::store::StoreError;

/// Microseconds since 1970.
pub(super) fn micros(at: Timestamp) -> i64 {
    at.as_microsecond()
}

/// A moment as it is stored, so that a hash over it can be made again.
pub(super) fn to_micros(at: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(micros(at)).unwrap_or(at)
}

/// The id of an actor as it is stored.
pub(super) fn actor_id(actor: Actor) -> Option<Vec<u8>> {
    actor.id().map(|id| id.as_bytes().to_vec())
}

pub(super) fn timestamp(row: &SqliteRow, column: &str) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(row.try_get(column)?).map_err(|_| StoreError::Damaged("a time is out of range"))
}

pub(super) fn uuid(row: &SqliteRow, column: &str) -> Result<Uuid, StoreError> {
    let bytes: &[u8] = row.try_get(column)?;
    Uuid::from_slice(bytes).map_err(|_| StoreError::Damaged("an id is not an id"))
}

pub(super) fn hash(row: &SqliteRow, column: &str) -> Result<Hash, StoreError> {
    let bytes: &[u8] = row.try_get(column)?;
    bytes.try_into().map_err(|_| StoreError::Damaged("a hash is not a hash"))
}

/// Bytes of a fixed length.
pub(super) fn bytes<const N: usize>(row: &SqliteRow, column: &str) -> Result<[u8; N], StoreError> {
    let bytes: &[u8] = row.try_get(column)?;
    bytes.try_into().map_err(|_| StoreError::Damaged("bytes are of another length"))
}

pub(super) fn signed(row: &SqliteRow) -> Result<Signed, StoreError> {
    Ok(Signed { signed_with: Hex(bytes(row, "signed_with")?), signature: Hex(bytes(row, "signature")?) })
}

/// An entry of a ledger, without its content.
pub(super) fn link(row: &SqliteRow, claimant: ClaimantId) -> Result<Link, StoreError> {
    Ok(Link {
        claimant,
        number: number(row, "number")?,
        at: timestamp(row, "written_at")?,
        by: actor(row)?,
        item: item_id(row)?,
        act: Act::parse(row.try_get("act")?).map_err(|_| StoreError::Damaged("an entry does nothing that is known"))?,
        replaced: hash(row, "replaced")?,
        notice: NoticeVersion(bytes(row, "notice")?),
        commitment: hash(row, "commitment")?,
        previous: hash(row, "previous")?,
    })
}

pub(super) fn checkpoint(row: &SqliteRow) -> Result<Published, StoreError> {
    let checkpoint = Checkpoint {
        number: number(row, "number")?,
        at: timestamp(row, "made_at")?,
        leaves: number(row, "leaves")?,
        root: hash(row, "root")?,
        previous: hash(row, "previous")?,
    };
    Ok(Published::new(&checkpoint, signed(row)?))
}

/// Where someone's chains are in a checkpoint, with the checkpoint.
pub(super) fn anchor(row: &SqliteRow) -> Result<Anchor, StoreError> {
    let path: &[u8] = row.try_get("path")?;
    Ok(Anchor {
        checkpoint: checkpoint(row)?,
        leaf: number(row, "leaf")?,
        entries: number(row, "entries")?,
        head: Hex(hash(row, "head")?),
        looks: number(row, "looks")?,
        look_head: Hex(hash(row, "look_head")?),
        path: path.as_chunks::<32>().0.iter().copied().map(Hex).collect(),
    })
}

pub(super) fn public_key(row: &SqliteRow) -> Result<PublicKey, StoreError> {
    let until: Option<i64> = row.try_get("until")?;
    let until = until.map(Timestamp::from_microsecond).transpose();
    Ok(PublicKey {
        id: Hex(bytes(row, "key_id")?),
        public: Hex(bytes(row, "public")?),
        since: timestamp(row, "since")?,
        until: until.map_err(|_| StoreError::Damaged("a time is out of range"))?,
    })
}

pub(super) fn look(row: &SqliteRow) -> Result<Look, StoreError> {
    Ok(Look {
        number: number(row, "number")?,
        at: timestamp(row, "looked_at")?,
        by: actor(row)?,
        reason: Reason::parse(row.try_get("reason")?).map_err(|_| StoreError::Damaged("a look has no known reason"))?,
        subject: Subject::parse(row.try_get("subject")?)
            .map_err(|_| StoreError::Damaged("a look has no known subject"))?,
        refused: row.try_get("refused")?,
        withheld: match row.try_get::<Option<&str>, _>("withheld")? {
            Some(law) => {
                Some(Law::parse(law).map_err(|_| StoreError::Damaged("a look is withheld under no known law"))?)
            }
            None => None,
        },
        shown: row.try_get::<Option<&str>, _>("shown")?.map_or(Ok(Vec::new()), shown)?,
    })
}

/// What was shown, as it is stored; nothing where there was none.
pub(super) fn write_shown(shown: &[Wording]) -> Option<String> {
    let written: Vec<String> = shown.iter().map(ToString::to_string).collect();
    (!shown.is_empty()).then(|| written.join(" "))
}

fn shown(text: &str) -> Result<Vec<Wording>, StoreError> {
    let shown: Result<_, _> = text.split_whitespace().map(str::parse).collect();
    shown.map_err(|_| StoreError::Damaged("what was shown is nothing that is known"))
}

pub(super) fn number(row: &SqliteRow, column: &str) -> Result<u32, StoreError> {
    let number: i64 = row.try_get(column)?;
    number.try_into().map_err(|_| StoreError::Damaged("a number is out of range"))
}

pub(super) fn version(row: &SqliteRow) -> Result<Version, StoreError> {
    Ok(Version(number(row, "version")?))
}

pub(super) fn actor(row: &SqliteRow) -> Result<Actor, StoreError> {
    let role: &str = row.try_get("role")?;
    let id: Option<&[u8]> = row.try_get("actor_id")?;
    let id = id.map(Uuid::from_slice).transpose().map_err(|_| StoreError::Damaged("an id is not an id"))?;
    Actor::of(role, id).ok_or(StoreError::Damaged("an actor is of no known role"))
}

pub(super) fn item_id(row: &SqliteRow) -> Result<ItemId, StoreError> {
    let text: &str = row.try_get("item_id")?;
    text.parse().map_err(|_| StoreError::Damaged("an item is of no known kind"))
}
