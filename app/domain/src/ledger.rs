//! The chain that each person's entries form, so that a missing, moved or changed one shows (promise 9).
//!
//! An entry's hash covers a salted commitment to its content and not the content itself, so that erasing the
//! content later leaves the chain whole.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::{
    actor::Actor,
    ids::ClaimantId,
    item::{ItemId, Version},
};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// The hash that the first entry of a chain follows.
pub const BEGINNING: Hash = [0; 32];

/// One entry of a person's ledger, without its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Whose ledger.
    pub claimant: ClaimantId,
    /// Its place in the ledger, from 1.
    pub number: u32,
    /// When it was written, to the microsecond.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: Actor,
    /// Which item it is about.
    pub item: ItemId,
    /// The version that the item has from it on.
    pub version: Version,
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

impl Link {
    /// The entry's hash: SHA-256 of its parts, each with its length before it, so that no two entries read alike.
    pub fn hash(&self) -> Hash {
        let mut hash = Sha256::new();
        let mut part = |bytes: &[u8]| {
            hash.update(u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
            hash.update(bytes);
        };
        part(b"own-terms entry 1");
        part(self.claimant.0.as_bytes());
        part(&self.number.to_be_bytes());
        part(&self.at.as_microsecond().to_be_bytes());
        part(self.by.role().as_bytes());
        part(self.by.id().unwrap_or_default().as_bytes());
        part(self.item.to_string().as_bytes());
        part(&self.version.0.to_be_bytes());
        part(&self.commitment);
        part(&self.previous);
        hash.finalize().into()
    }

    /// True when this entry follows an entry with `previous` as its hash, as number `number`.
    pub fn follows(&self, number: u32, previous: &Hash) -> bool {
        self.number == number && self.previous == *previous
    }
}
