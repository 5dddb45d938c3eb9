//! A file of receipts: what is in it.

use jiff::Timestamp;
use own_terms_domain::{
    actor::Actor,
    checkpoint::{Checkpoint, Ends},
    ids::ClaimantId,
    item::ItemId,
    ledger::{Act, Hash, Link, NoticeVersion, commitment},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    hex::Hex,
    keys::{PublicKey, Signed},
};

/// What the first line of each file says it is.
pub const FORMAT: &str = "own-terms receipts 1";

/// Whose receipts, when they were taken, and where the chain ended then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// [`FORMAT`].
    pub format: String,
    /// The language of the words.
    pub language: String,
    /// When the file was made.
    pub made_at: Timestamp,
    /// Whose: the id that each entry's hash covers. It is no name.
    pub person: Uuid,
    /// True when every receipt from the first to the last is in it.
    pub whole: bool,
    /// How many entries the ledger had.
    pub entries: u32,
    /// The hash of the last.
    pub head: Hex<32>,
}

/// One receipt: an entry of the ledger as it was signed, what it says, and the same in plain words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Its number.
    pub number: u32,
    /// In plain words.
    pub words: Words,
    /// When it was written, to the microsecond.
    pub at: Timestamp,
    /// The role of whoever wrote it.
    pub role: String,
    /// Who within the role.
    pub by: Option<Uuid>,
    /// Which item.
    pub item: String,
    /// What was done with it.
    pub act: Act,
    /// The hash of the entry that spoke of the item before; only zeros when none did.
    pub replaced: Hex<32>,
    /// Which wording of the notice applied.
    pub notice: Hex<8>,
    /// What it says, where the person took that too and it was not erased.
    pub content: Option<Content>,
    /// The salted hash of what it says.
    pub commitment: Hex<32>,
    /// The hash of the entry before.
    pub previous: Hex<32>,
    /// The hash of this one.
    pub hash: Hex<32>,
    /// The key that signed it.
    pub signed_with: Hex<8>,
    /// The signature.
    pub signature: Hex<64>,
}

/// A receipt in plain words, a line each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// What was done.
    pub what: String,
    /// By whom.
    pub by: String,
    /// When, by the clock on the wall.
    pub when: String,
    /// What applied before; nothing when nothing did.
    pub before: Vec<String>,
    /// What applies from then on.
    pub after: Vec<String>,
}

/// What an entry says, as it was committed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// The salt.
    pub salt: Hex<16>,
    /// The text that was hashed with it: JSON.
    pub text: String,
}

impl Content {
    /// The commitment that an entry with this content has.
    pub fn commitment(&self) -> Hash {
        commitment(&self.salt.0, self.text.as_bytes())
    }
}

/// Where the chain was in a published checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// The checkpoint.
    pub checkpoint: Published,
    /// Which leaf of its tree, from 0.
    pub leaf: u32,
    /// How many entries the ledger had.
    pub entries: u32,
    /// The hash of the last.
    pub head: Hex<32>,
    /// How many looks the log had.
    pub looks: u32,
    /// The hash of the last.
    pub look_head: Hex<32>,
    /// The way from the leaf to the root.
    pub path: Vec<Hex<32>>,
}

/// A checkpoint as it is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// Its number.
    pub number: u32,
    /// When it was made, to the microsecond.
    pub at: Timestamp,
    /// How many chains are in its tree.
    pub leaves: u32,
    /// The root of the tree.
    pub root: Hex<32>,
    /// The hash of the checkpoint before.
    pub previous: Hex<32>,
    /// The key that signed it.
    pub signed_with: Hex<8>,
    /// The signature.
    pub signature: Hex<64>,
}

/// The whole file, as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// See [`Head`].
    #[serde(flatten)]
    pub head: Head,
    /// The receipts, in order.
    pub receipts: Vec<Receipt>,
    /// See [`Foot`].
    #[serde(flatten)]
    pub foot: Foot,
    /// The key that signed the file.
    pub signed_with: Hex<8>,
    /// The first 4 bytes of the SHA-256 of each line above this one.
    pub line_sums: String,
    /// The signature over every byte above it.
    pub signature: Hex<64>,
}

/// What proves the receipts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Foot {
    /// The latest checkpoint that the chain is in.
    pub anchor: Option<Anchor>,
    /// The keys that signed anything in the file.
    pub keys: Vec<PublicKey>,
}

impl Receipt {
    /// The receipt of an entry.
    pub fn new(link: &Link, signed: Signed, content: Option<Content>, words: Words) -> Self {
        Self {
            number: link.number,
            words,
            at: link.at,
            role: link.by.role().to_owned(),
            by: link.by.id(),
            item: link.item.to_string(),
            act: link.act,
            replaced: Hex(link.replaced),
            notice: Hex(link.notice.0),
            content,
            commitment: Hex(link.commitment),
            previous: Hex(link.previous),
            hash: Hex(link.hash()),
            signed_with: signed.signed_with,
            signature: signed.signature,
        }
    }

    /// The entry that it is the receipt of; none when what it says of it can be of no entry.
    pub fn link(&self, person: Uuid) -> Option<Link> {
        Some(Link {
            claimant: ClaimantId(person),
            number: self.number,
            at: self.at,
            by: Actor::of(&self.role, self.by)?,
            item: self.item.parse::<ItemId>().ok()?,
            act: self.act,
            replaced: self.replaced.0,
            notice: NoticeVersion(self.notice.0),
            commitment: self.commitment.0,
            previous: self.previous.0,
        })
    }

    /// Its signature.
    pub fn signed(&self) -> Signed {
        Signed { signed_with: self.signed_with, signature: self.signature }
    }
}

impl Anchor {
    /// The leaf that stands for this person's chains.
    pub fn ends(&self, person: Uuid) -> Ends {
        Ends {
            claimant: ClaimantId(person),
            entries: self.entries,
            head: self.head.0,
            looks: self.looks,
            look_head: self.look_head.0,
        }
    }
}

impl Published {
    /// A checkpoint and its signature.
    pub fn new(checkpoint: &Checkpoint, signed: Signed) -> Self {
        Self {
            number: checkpoint.number,
            at: checkpoint.at,
            leaves: checkpoint.leaves,
            root: Hex(checkpoint.root),
            previous: Hex(checkpoint.previous),
            signed_with: signed.signed_with,
            signature: signed.signature,
        }
    }

    /// The checkpoint that was signed.
    pub fn checkpoint(&self) -> Checkpoint {
        Checkpoint {
            number: self.number,
            at: self.at,
            leaves: self.leaves,
            root: self.root.0,
            previous: self.previous.0,
        }
    }

    /// Its signature.
    pub fn signed(&self) -> Signed {
        Signed { signed_with: self.signed_with, signature: self.signature }
    }
}
