//! Systems of organisations that speak to the service by themselves (OAuth 2.0 client credentials, RFC 6749 section 4.4).

use async_trait::async_trait;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    decide::Refusal,
    directory::Organisation,
    ids::{ClaimantId, OrganisationId, RecordId, StaffId},
    news::News,
    text::Line,
    time::Now,
};
use own_terms_receipt::hex::digits;
use sha2::{Digest as _, Sha256};
use url::Url;
use uuid::Uuid;

use super::{Done, Order, Settled, StoreError};
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
    /// Where it is told that something changed.
    pub hook: Option<Hook>,
}

/// Where a client is told that something changed.
#[derive(Clone, PartialEq, Eq)]
pub struct Hook {
    /// The address.
    pub url: Url,
    /// What is signed with: both sides know it.
    pub secret: [u8; 32],
}

impl Hook {
    /// One at an address.
    pub fn new(url: Url, entropy: &Entropy) -> Self {
        Self { url, secret: entropy.bytes() }
    }

    /// The secret as Standard Webhooks writes it.
    pub fn written(&self) -> String {
        format!("whsec_{}", BASE64_STANDARD.encode(self.secret))
    }
}

impl std::fmt::Debug for Hook {
    /// Never the secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hook(..)")
    }
}

/// Something that a system is to be told, as somebody has taken it to tell.
#[derive(Debug, Clone)]
pub struct Told {
    /// Its name, which says nothing.
    pub id: [u8; 16],
    /// Whose system is told.
    pub client: ClientId,
    /// About whom.
    pub claimant: ClaimantId,
    /// Of what.
    pub news: News,
    /// Where.
    pub hook: Hook,
    /// When it was put down.
    pub made_at: Timestamp,
    /// Which try this is, from 1.
    pub tried: u32,
    /// By whom it was taken.
    pub claim: [u8; 16],
}

impl ApiClient {
    /// A new one, and its secret, which is kept nowhere.
    pub fn new(name: Line, organisation: Organisation, entropy: &Entropy, made_at: Timestamp) -> (Self, String) {
        let secret = digits(&entropy.bytes::<32>());
        let (id, secret_hash) = (ClientId(entropy.id()), hash(&secret));
        (Self { id, name, organisation, secret_hash, made_at, hook: None }, secret)
    }

    /// The same, which is told at an address that something changed.
    #[must_use]
    pub fn told_at(self, hook: Option<Hook>) -> Self {
        Self { hook, ..self }
    }

    /// One whose secret is no secret, of the demonstration.
    pub fn known(id: ClientId, name: Line, organisation: Organisation, secret: &str) -> Self {
        Self { id, name, organisation, secret_hash: hash(secret), made_at: Timestamp::UNIX_EPOCH, hook: None }
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

    /// Whom an organisation owes an answer about which record of its own, those first who have waited longest. It opens no record, so it is
    /// no look.
    ///
    /// # Errors
    /// The store's own.
    async fn owed_by(&self, organisation: OrganisationId) -> Result<Vec<(ClaimantId, RecordId)>, StoreError>;

    /// As [`super::Store::commit`], once: what was done is remembered in the same transaction, for [`REMEMBERED_FOR`].
    ///
    /// # Errors
    /// As there; what is refused is not remembered, because nothing was done.
    async fn commit_once(&self, order: Order, once: Once) -> Result<Answered, StoreError>;

    /// Decides all of these, those after one that is refused too, and keeps what they change only if none is and `keep` is true. How
    /// many were decided is said to `progress`.
    ///
    /// # Errors
    /// The store's own, with nothing kept; what the rules refuse is in the answer.
    async fn commit_whole(
        &self,
        orders: Vec<Order>,
        keep: bool,
        progress: &(dyn Fn(usize) + Send + Sync),
    ) -> Result<Vec<Result<Done, Refusal>>, StoreError>;

    /// When something is next to be told to a system, or looked at again.
    ///
    /// # Errors
    /// The store's own.
    async fn next_hook(&self) -> Result<Option<Timestamp>, StoreError>;

    /// Takes what is to be told and whose time has come, some at a time and but for some systems: for a few minutes nobody else takes it.
    ///
    /// # Errors
    /// The store's own.
    async fn claim_hooks(&self, at: Timestamp, but: &[ClientId]) -> Result<Vec<Told>, StoreError>;

    /// True while it may be told still, by whoever took it then. Nothing that the consent covers is looked at.
    ///
    /// # Errors
    /// The store's own.
    async fn is_still_told(&self, told: &Told, now: Now) -> Result<bool, StoreError>;

    /// Says what became of it.
    ///
    /// # Errors
    /// The store's own.
    async fn settle_hook(&self, told: &Told, settled: Settled) -> Result<(), StoreError>;

    /// Forgets what was answered before a moment.
    ///
    /// # Errors
    /// The store's own.
    async fn forget_requests(&self, before: Timestamp) -> Result<(), StoreError>;
}
