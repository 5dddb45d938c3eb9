//! Systems of organisations that speak to the service by themselves (OAuth 2.0 client credentials, RFC 6749 section 4.4).

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    directory::Organisation,
    ids::{ClaimantId, OrganisationId, StaffId},
    text::Line,
};
use own_terms_receipt::hex::digits;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{Done, Order, StoreError};
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

/// How long it is remembered what was answered to a request with an idempotency key.
pub const REMEMBERED_FOR: SignedDuration = SignedDuration::from_hours(24);

/// A change that is made once, however often it is asked for under one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Once {
    /// Whose key it is.
    pub client: ClientId,
    /// The key.
    pub key: String,
    /// The whole of what is asked for, by which another request under the same key is known.
    pub asked: Vec<u8>,
    /// What is answered once it is done; nothing that was written is in it.
    pub answer: String,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// It was done now.
    Now(Done),
    /// It was done before, and this was answered.
    Before(String),
    /// Something else was asked for under this key.
    Otherwise,
}

/// What a store keeps of organisations' own systems.
#[async_trait]
pub trait ClientStore {
    /// Keeps a client of an organisation's, and a name for the organisation.
    ///
    /// # Errors
    /// The store's own.
    async fn put_client(&self, client: &ApiClient) -> Result<(), StoreError>;

    /// A client; none for one that is not there, or not any more.
    ///
    /// # Errors
    /// The store's own.
    async fn client(&self, id: ClientId) -> Result<Option<ApiClient>, StoreError>;

    /// Every client, by its organisation.
    ///
    /// # Errors
    /// The store's own.
    async fn clients(&self) -> Result<Vec<ApiClient>, StoreError>;

    /// Takes a client away: what it was given opens nothing from then on. True when it was there.
    ///
    /// # Errors
    /// The store's own.
    async fn end_client(&self, id: ClientId) -> Result<bool, StoreError>;

    /// The case worker whom a person chose, where they work for this organisation. It opens nothing, so it is no look.
    ///
    /// # Errors
    /// The store's own.
    async fn case_worker_at(
        &self,
        claimant: ClaimantId,
        organisation: OrganisationId,
    ) -> Result<Option<StaffId>, StoreError>;

    /// As [`super::Store::commit`], once: what was done is remembered in the same transaction, for [`REMEMBERED_FOR`].
    ///
    /// # Errors
    /// As there; what is refused is not remembered, because nothing was done.
    async fn commit_once(&self, order: Order, once: Once) -> Result<Answered, StoreError>;

    /// Forgets what was answered before a moment.
    ///
    /// # Errors
    /// The store's own.
    async fn forget_requests(&self, before: Timestamp) -> Result<(), StoreError>;
}
