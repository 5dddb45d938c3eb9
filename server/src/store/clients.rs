//! Systems of organisations that speak to the service by themselves (OAuth 2.0 client credentials, RFC 6749 section 4.4).

use jiff::Timestamp;
use own_terms_domain::{directory::Organisation, text::Line};
use own_terms_receipt::hex::digits;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::entropy::Entropy;

/// The name of a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClientId(pub Uuid);

impl std::fmt::Display for ClientId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for ClientId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        text.parse().map(Self)
    }
}

/// A client: of which organisation, and the hash of what only it knows.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiClient {
    /// Its name in what it sends.
    pub id: ClientId,
    /// What people here call it.
    pub name: Line,
    /// Of whom.
    pub organisation: Organisation,
    /// SHA-256 of its secret, which has 256 random bits: nothing to guess, so nothing slow is needed.
    pub secret_hash: [u8; 32],
    /// Since when.
    pub made_at: Timestamp,
}

impl ApiClient {
    /// A new one, and its secret, which is kept nowhere.
    pub fn new(name: Line, organisation: Organisation, entropy: &Entropy, made_at: Timestamp) -> (Self, String) {
        let secret = digits(&entropy.bytes::<32>());
        let (id, secret_hash) = (ClientId(entropy.id()), hash(&secret));
        (Self { id, name, organisation, secret_hash, made_at }, secret)
    }

    /// One whose secret is no secret, of the demonstration.
    pub fn known(id: ClientId, name: Line, organisation: Organisation, secret: &str) -> Self {
        Self { id, name, organisation, secret_hash: hash(secret), made_at: Timestamp::UNIX_EPOCH }
    }

    /// True for its secret. What is compared are hashes: how long that takes tells nothing that helps.
    pub fn is_secret(&self, secret: &str) -> bool {
        hash(secret) == self.secret_hash
    }
}

impl std::fmt::Debug for ApiClient {
    /// Never the hash.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ApiClient").field("id", &self.id).finish_non_exhaustive()
    }
}

fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}
