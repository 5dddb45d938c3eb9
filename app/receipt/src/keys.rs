//! The keys that receipts are signed with (Ed25519, RFC 8032), and what they sign.

use std::collections::BTreeMap;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use jiff::{SignedDuration, Timestamp};
use own_terms_domain::ledger::Hash;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{hex::Hex, write::pretty};

/// Names a key: the first bytes of the SHA-256 of its public half.
pub type KeyId = Hex<8>;

/// How far the clocks of two servers may be apart.
const APART: SignedDuration = SignedDuration::from_mins(5);

/// What a signature is for; one for one thing is none for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// An entry of a ledger.
    Entry,
    /// A checkpoint.
    Checkpoint,
    /// A whole file of receipts.
    File,
}

impl For {
    fn message(self, hash: &Hash) -> Vec<u8> {
        let what: &[u8] = match self {
            Self::Entry => b"own-terms signs an entry 1\0",
            Self::Checkpoint => b"own-terms signs a checkpoint 1\0",
            Self::File => b"own-terms signs a file 1\0",
        };
        [what, hash].concat()
    }
}

/// A signature, and the key that it was made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    /// The key.
    pub signed_with: KeyId,
    /// The signature.
    pub signature: Hex<64>,
}

/// The public half of a key, as it is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicKey {
    /// Its name.
    pub id: KeyId,
    /// The key.
    pub public: Hex<32>,
    /// From when it was used.
    pub since: Timestamp,
    /// Until when; none while it is in use.
    pub until: Option<Timestamp>,
}

/// The key in use.
#[derive(Clone)]
pub struct Signer {
    key: SigningKey,
}

/// The name of a key.
pub fn id_of(public: &[u8; 32]) -> KeyId {
    let hash: Hash = Sha256::digest(public).into();
    Hex(std::array::from_fn(|at| hash[at]))
}

impl Signer {
    /// A key from its 32 secret bytes.
    pub fn new(secret: &[u8; 32]) -> Self {
        Self { key: SigningKey::from_bytes(secret) }
    }

    /// Its public half.
    pub fn public(&self) -> [u8; 32] {
        self.key.verifying_key().to_bytes()
    }

    /// Its name.
    pub fn id(&self) -> KeyId {
        id_of(&self.public())
    }

    /// Signs something.
    pub fn sign(&self, what: For, hash: &Hash) -> Signed {
        Signed { signed_with: self.id(), signature: Hex(self.key.sign(&what.message(hash)).to_bytes()) }
    }
}

impl PublicKey {
    /// True when its name is its own.
    pub fn is_sound(&self) -> bool {
        self.id == id_of(&self.public.0)
    }

    /// True when this key made the signature, for this, at a time when it was not out of use.
    pub fn has_signed(&self, what: For, hash: &Hash, signed: &Signed, at: Timestamp) -> bool {
        self.until.is_none_or(|until| at.duration_since(until) <= APART) && self.made(what, hash, signed)
    }

    fn made(&self, what: For, hash: &Hash, signed: &Signed) -> bool {
        let Ok(key) = VerifyingKey::from_bytes(&self.public.0) else { return false };
        let signature = Signature::from_bytes(&signed.signature.0);
        // Strict: no second signature that also passes can be made from a signature, nor a key that passes for everything.
        self.is_sound() && self.id == signed.signed_with && key.verify_strict(&what.message(hash), &signature).is_ok()
    }
}

/// The keys as they are published: `{"keys": [...]}`, see [`crate::read::published_keys`].
pub fn publish(keys: &[PublicKey]) -> String {
    pretty(&BTreeMap::from([("keys", keys)]), 0) + "\n"
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer(..)")
    }
}
