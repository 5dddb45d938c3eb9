//! The chain that each person's entries form, so that a missing, moved or changed one shows (promise 9).
//!
//! An entry's hash covers a salted commitment to its content and not the content itself, so that erasing the
//! content later leaves the chain whole.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::{actor::Actor, choices, ids::ClaimantId, item::ItemId, reading::Choice as _};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// The hash that the first entry of a chain follows.
pub const BEGINNING: Hash = [0; 32];

choices! {
    /// What an entry does to its item.
    Act {
        /// It says something from now on.
        Set = "set",
        /// It says nothing from now on; what it said is kept in the ledger.
        TakeAway = "take-away",
        /// What it said is destroyed, now and in every entry before.
        Erase = "erase",
    }
}

/// Which wording of the notice (what is held, why, and that it is voluntary) applied: the first bytes of its SHA-256.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoticeVersion(pub [u8; 8]);

/// One entry of a person's ledger, without its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Whose ledger.
    pub claimant: ClaimantId,
    /// Its place in the ledger, from 1; it is also the version that its item has from then on.
    pub number: u32,
    /// When it was written, to the microsecond.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: Actor,
    /// Which item it is about.
    pub item: ItemId,
    /// What it does to the item.
    pub act: Act,
    /// The hash of the entry that spoke of the item before; [`BEGINNING`] when none did.
    pub replaced: Hash,
    /// The wording of the notice that applied.
    pub notice: NoticeVersion,
    /// The salted commitment to the content, see [`commitment`].
    pub commitment: Hash,
    /// The hash of the entry before; [`BEGINNING`] for the first.
    pub previous: Hash,
}

/// The commitment to a content: SHA-256 of 16 random bytes and the content.
pub fn commitment(salt: &[u8; 16], content: &[u8]) -> Hash {
    let mut hash = Sha256::new();
    hash.update(b"own-terms content 1\0");
    hash.update(salt);
    hash.update(content);
    hash.finalize().into()
}

/// SHA-256 of parts, each with its length before it, so that no two lists of parts read alike.
#[derive(Default)]
pub(crate) struct Parts(Sha256);

impl Parts {
    pub(crate) fn of(what: &'static str) -> Self {
        let mut parts = Self::default();
        parts.add(what.as_bytes());
        parts
    }

    pub(crate) fn add(&mut self, bytes: &[u8]) {
        self.0.update(u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
        self.0.update(bytes);
    }

    pub(crate) fn hash(self) -> Hash {
        self.0.finalize().into()
    }
}

impl Link {
    /// The entry's hash, over each of its parts.
    pub fn hash(&self) -> Hash {
        let mut parts = Parts::of("own-terms entry 1");
        let mut part = |bytes: &[u8]| parts.add(bytes);
        part(self.claimant.0.as_bytes());
        part(&self.number.to_be_bytes());
        part(&self.at.as_microsecond().to_be_bytes());
        part(self.by.role().as_bytes());
        part(self.by.id().unwrap_or_default().as_bytes());
        part(self.item.to_string().as_bytes());
        part(self.act.id().as_bytes());
        part(&self.replaced);
        part(&self.notice.0);
        part(&self.commitment);
        part(&self.previous);
        parts.hash()
    }

    /// True when this entry follows an entry with `previous` as its hash, as number `number`.
    pub fn follows(&self, number: u32, previous: &Hash) -> bool {
        self.number == number && self.previous == *previous
    }
}
