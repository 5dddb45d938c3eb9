//! The only way to what is held: one way in ([`Store::commit`]), one way out ([`Store::view`]).

mod clients;
mod listings;
mod outbox;
mod photos;
pub mod sealed;
pub mod sqlite;
mod staff;
mod tickets;
mod view;

use async_trait::async_trait;
use jiff::{Timestamp, civil::Date};
use own_terms_domain::{
    account::{Begun, Origin, SignedInBy},
    actor::Actor,
    decide::{Command, Refusal},
    ids::{CarerId, ClaimantId, ConsentId, DelegationId, OrganisationId, SessionId, WayInId},
    item::ItemId,
    ledger::{Hash, NoticeVersion},
    sign_in::FoundBy,
    time::Now,
};
use own_terms_receipt::{
    file::Published,
    keys::{PublicKey, Signer},
};

pub use self::clients::{Answered, ApiClient, ClientId, ClientStore, Hook, Once, REMEMBERED_FOR, Told};
pub use self::listings::ListingStore;
pub use self::outbox::{Claimed, MessageId, Settled};
pub use self::photos::PhotoStore;
pub use self::staff::{Agreed, AliveAtDesk, BegunAtDesk, StaffSession, StaffStore, StaffWay, StaffWayId};
pub use self::tickets::{Opening, Purpose, Ticket, TicketCode, Ticketed, put_spoken};
pub use self::view::{
    Ask, CONSENTS_LOOKED_AT, CONSENTS_SHOWN, ENTRIES_SHOWN, Kept, LOOKS_SHOWN, Proof, SharedWith, View, Want, Which,
};

/// A command to be carried out.
#[derive(Debug, Clone)]
pub struct Order {
    /// About whom.
    pub claimant: ClaimantId,
    /// By whom.
    pub actor: Actor,
    /// What.
    pub command: Command,
    /// When.
    pub now: Now,
    /// The wording of the notice that they were shown.
    pub notice: NoticeVersion,
}

/// How many checkpoints are given at a time.
pub const CHECKPOINTS_SHOWN: u32 = 1000;

/// The SHA-256 of a session's token; the token itself is only in the person's browser.
pub type TokenHash = [u8; 32];

/// A session as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// Who signed in.
    pub claimant: ClaimantId,
    /// When.
    pub signed_in_at: Timestamp,
    /// When it was last used, as it is noted: once a minute.
    pub seen_at: Timestamp,
    /// By what it began.
    pub by: SignedInBy,
    /// Which of the person's own ways that was.
    pub way: Option<WayInId>,
    /// True when others use the device too.
    pub shared: bool,
}

/// Since when a session has to have been used, and to have begun, to be alive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alive {
    /// Used since.
    pub used: Timestamp,
    /// Used since, where others use the device too.
    pub used_where_shared: Timestamp,
    /// Begun since.
    pub begun: Timestamp,
}

/// Which of a person's sessions end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// This one.
    One(SessionId),
    /// All but the one of this token.
    AllBut(TokenHash),
}

/// Whoever signed out at an identity provider, as it names them: themself, or a session there, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutThere<'a> {
    /// Who knows them.
    pub issuer: &'a str,
    /// The name by which they are known there; none where only the session is named.
    pub subject: Option<&'a str>,
    /// The session there that is over; none where all of theirs are.
    pub session: Option<&'a str>,
}

impl<'a> OutThere<'a> {
    /// What they are found by.
    pub fn whose(&self) -> Option<FoundBy<'a>> {
        self.subject.map(|subject| FoundBy::Provider(self.issuer, subject))
    }

    /// What sessions here are found by that began in the one there.
    pub fn there(&self) -> Option<FoundBy<'a>> {
        self.session.map(|session| FoundBy::SessionThere(self.issuer, session))
    }
}

/// A change that was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// The entries of the ledger that it made, each the place of a receipt: number and hash. None when it was so already.
    pub entries: Vec<(u32, Hash)>,
    /// True when something was destroyed.
    pub erased: bool,
}

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The rules say no; nothing was changed.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// There is no such person, or nothing of theirs for this asker: the same answer for both.
    #[error("not there for this asker")]
    NotThere,
    /// Others were writing for too long. Nothing was changed; trying again is safe.
    #[error("busy")]
    Busy,
    /// What is stored is damaged or was changed from outside. It is not served.
    #[error("damaged: {0}")]
    Damaged(&'static str),
    /// The database failed.
    #[error("database: {0}")]
    Database(#[source] sqlx::Error),
}

/// What a check of the whole store found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// How many claimants.
    pub claimants: u64,
    /// How many entries of ledgers.
    pub entries: u64,
    /// How many messages wait to be sent to people.
    pub waiting: u64,
    /// Each thing wrong, without saying anything of a person.
    pub wrong: Vec<String>,
    /// What whoever runs it may want to know, and is not wrong.
    pub noted: Vec<String>,
}

/// The store: SQLite now, PostgreSQL by the same suite of tests.
#[async_trait]
pub trait Store: StaffStore + PhotoStore + ClientStore + ListingStore + Send + Sync + 'static {
    /// Makes a claimant's place, unless there is one, which stays as it is; true while nothing was ever said in it.
    ///
    /// # Errors
    /// [`StoreError::Busy`] or [`StoreError::Database`].
    async fn make_place(&self, claimant: ClaimantId, origin: Origin, at: Timestamp) -> Result<bool, StoreError>;

    /// Decides a command by the rules and puts entries, state and chain in one transaction on the disk.
    ///
    /// # Errors
    /// Any [`StoreError`]; nothing is half done.
    async fn commit(&self, order: Order) -> Result<Done, StoreError>;

    /// The same, asked for in a session of the person's: that one stays where the change ends others.
    ///
    /// # Errors
    /// As [`Self::commit`].
    async fn commit_in(&self, order: Order, session: TokenHash) -> Result<Done, StoreError>;

    /// Several commands for one claimant in one transaction: all of them or none.
    ///
    /// # Errors
    /// Any [`StoreError`]; nothing is half done.
    async fn commit_all(&self, orders: Vec<Order>) -> Result<Vec<Done>, StoreError>;

    /// Logs the look and answers it in one transaction. A look that cannot be logged is not answered (promise 5).
    ///
    /// # Errors
    /// Any [`StoreError`]; a refused look is logged too.
    async fn view(&self, ask: Ask) -> Result<View, StoreError>;

    /// Begins a session.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] when there is no such claimant, and the store's own.
    async fn begin_session(&self, token: TokenHash, claimant: ClaimantId, begun: Begun) -> Result<(), StoreError>;

    /// The same, of one that begins in a session at an identity provider, with which it can end.
    ///
    /// # Errors
    /// As [`Self::begin_session`].
    async fn begin_session_there(
        &self,
        token: TokenHash,
        claimant: ClaimantId,
        begun: Begun,
        there: FoundBy<'_>,
    ) -> Result<(), StoreError>;

    /// Ends what began through an identity provider of whoever signed out there, and of nobody else: where a session there is named,
    /// what began in it, and whatever of theirs is not known to have begun in another. Ending none is no error.
    ///
    /// # Errors
    /// The store's own.
    async fn end_sessions_there(&self, out: OutThere<'_>) -> Result<(), StoreError>;

    /// The session of a token, if it is alive; and notes that it was used at `at`.
    ///
    /// # Errors
    /// The store's own.
    async fn session(&self, token: TokenHash, at: Timestamp, alive: Alive) -> Result<Option<Session>, StoreError>;

    /// Says of a session whether others use its device too.
    ///
    /// # Errors
    /// The store's own.
    async fn share_session(&self, token: TokenHash, shared: bool) -> Result<(), StoreError>;

    /// Ends a session; ending none is no error.
    ///
    /// # Errors
    /// The store's own.
    async fn end_session(&self, token: TokenHash) -> Result<(), StoreError>;

    /// Ends sessions of a person, and of nobody else; ending none is no error.
    ///
    /// # Errors
    /// The store's own.
    async fn end_sessions(&self, claimant: ClaimantId, which: Ended) -> Result<(), StoreError>;

    /// Ends every session that is not alive.
    ///
    /// # Errors
    /// The store's own.
    async fn end_old_sessions(&self, alive: Alive) -> Result<(), StoreError>;

    /// Whose items are found by this, and which: one, mostly; none for nobody's. It tells nothing of what they say.
    ///
    /// # Errors
    /// The store's own.
    async fn found(&self, by: FoundBy<'_>) -> Result<Vec<(ClaimantId, ItemId)>, StoreError>;

    /// Whose item of this name is found by this; none for nobody's. It tells nothing of what it says.
    ///
    /// # Errors
    /// The store's own.
    async fn whose(&self, by: FoundBy<'_>, item: ItemId) -> Result<Option<ClaimantId>, StoreError>;

    /// The consents by which an organisation is shown something on a day, in the order of their names, some after one. That there is
    /// one is no look: nothing of what it covers is given.
    ///
    /// # Errors
    /// The store's own.
    async fn shared_with(
        &self,
        organisation: OrganisationId,
        today: Date,
        after: Option<ConsentId>,
    ) -> Result<SharedWith, StoreError>;

    /// The delegations that somebody was asked for and that are open to them on a day. That one is not is told to nobody, and is no
    /// look: nothing of what they say is given.
    ///
    /// # Errors
    /// The store's own.
    async fn helped_by(&self, carer: CarerId, today: Date) -> Result<Vec<(ClaimantId, DelegationId)>, StoreError>;

    /// Keeps a ticket; false, and nothing is kept, when another is found by the same.
    ///
    /// # Errors
    /// The store's own.
    async fn put_ticket(&self, ticket: Ticket) -> Result<bool, StoreError>;

    /// What a ticket opens at a moment; none for whatever does not open, with no word of why. A wrong secret uses up a try of
    /// the ticket that was found, and of no other.
    ///
    /// # Errors
    /// The store's own.
    async fn open_ticket(
        &self,
        purpose: Purpose,
        code: &TicketCode,
        opening: Opening,
        at: Timestamp,
    ) -> Result<Option<Ticketed>, StoreError>;

    /// Takes away every ticket of a person for a purpose: those given out before open nothing any more.
    ///
    /// # Errors
    /// The store's own.
    async fn drop_tickets(&self, claimant: ClaimantId, purpose: Purpose) -> Result<(), StoreError>;

    /// Takes away every ticket whose time is over.
    ///
    /// # Errors
    /// The store's own.
    async fn drop_old_tickets(&self, at: Timestamp) -> Result<(), StoreError>;

    /// When the next message is to be sent or looked at; none while none waits. It takes no turn from those who write.
    ///
    /// # Errors
    /// The store's own.
    async fn next_due(&self) -> Result<Option<Timestamp>, StoreError>;

    /// Takes messages whose time has come, the longest due first, some at a time: for a few minutes nobody else takes them.
    ///
    /// # Errors
    /// The store's own.
    async fn claim(&self, at: Timestamp) -> Result<Vec<Claimed>, StoreError>;

    /// True while a message is still to be sent, by whoever took it then.
    ///
    /// # Errors
    /// The store's own.
    async fn is_claimed(&self, claimed: &Claimed) -> Result<bool, StoreError>;

    /// Says what became of a message; nothing, when it is somebody else's by now, or is not told any more.
    ///
    /// # Errors
    /// The store's own.
    async fn settle(&self, claimed: &Claimed, settled: Settled) -> Result<(), StoreError>;

    /// Takes away every message that has been due since a moment, and that nobody took: where nothing is sent at all.
    ///
    /// # Errors
    /// The store's own.
    async fn drop_old_messages(&self, due_before: Timestamp) -> Result<(), StoreError>;

    /// True when the place of a real person is in it.
    ///
    /// # Errors
    /// The store's own.
    async fn holds_real_people(&self) -> Result<bool, StoreError>;

    /// Destroys every record whose day has come; how many people it was about.
    ///
    /// # Errors
    /// The store's own.
    async fn let_go(&self, now: Now, notice: NoticeVersion) -> Result<u32, StoreError>;

    /// Every key that receipts were signed with, the oldest first; it is made when it is first needed.
    ///
    /// # Errors
    /// The store's own.
    async fn keys(&self) -> Result<Vec<PublicKey>, StoreError>;

    /// The key in use, to sign a file that is being made; made at `at` when there is none.
    ///
    /// # Errors
    /// The store's own.
    async fn signer(&self, at: Timestamp) -> Result<Signer, StoreError>;

    /// Puts another key in use; the secret half of the one before is destroyed.
    ///
    /// # Errors
    /// The store's own.
    async fn change_key(&self, at: Timestamp) -> Result<(), StoreError>;

    /// Makes a checkpoint of every chain that grew since the last; true when there was one to make.
    ///
    /// # Errors
    /// The store's own.
    async fn make_checkpoint(&self, at: Timestamp) -> Result<bool, StoreError>;

    /// The checkpoints after a number, oldest first, [`CHECKPOINTS_SHOWN`] at a time.
    ///
    /// # Errors
    /// The store's own.
    async fn checkpoints(&self, after: u32) -> Result<Vec<Published>, StoreError>;

    /// Checks the database, every chain, and that everything sealed opens.
    ///
    /// # Errors
    /// The store's own; what is wrong with the content is in the answer.
    async fn check(&self) -> Result<Checked, StoreError>;
}
