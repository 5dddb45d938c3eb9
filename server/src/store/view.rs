//! What someone asks to see, and what they are given.

use own_terms_domain::{
    account::Account,
    actor::Actor,
    decide::ByConsent,
    directory::Directory,
    ids::{ClaimantId, ConsentId},
    item::{ItemId, Kind},
    ledger::{Hash, Link},
    look::{Law, Look, Reason, Subject},
    needs::Needs,
    state::State,
    time::Now,
};
use own_terms_receipt::{
    file::Anchor,
    keys::{PublicKey, Signed},
};

use super::{TokenHash, sealed::Opened};

/// A wish to see.
#[derive(Debug, Clone)]
pub struct Ask {
    /// About whom.
    pub claimant: ClaimantId,
    /// By whom.
    pub actor: Actor,
    /// Why.
    pub reason: Reason,
    /// What part.
    pub subject: Subject,
    /// When.
    pub now: Now,
    /// The law under which the person is not told who asks; nothing in the service asks so by itself.
    pub withheld: Option<Law>,
    /// The session it is asked in; the person's own looks are logged once a session.
    pub session: Option<TokenHash>,
    /// Which items; anyone but the person is asked about each of them.
    pub needs: Needs,
    /// What beside the items; nobody but the person gets any of it.
    pub want: Want,
}

/// What is wanted beside the items as they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// Nothing.
    Items,
    /// Who looked, newest first, [`LOOKS_SHOWN`] at a time: those before this number, or the latest.
    Looks {
        /// Only what this one looked at, who is not the person.
        by: Option<Actor>,
        /// The number of the look that the page before ended with.
        before: Option<u32>,
    },
    /// Entries of the ledger, newest first.
    Entries(Which),
    /// Who looked last, and the account.
    Overview,
    /// For an organisation: what one consent covers, and not what others do.
    SharedBy {
        /// The consent.
        consent: ConsentId,
        /// One kind alone: nothing else is given, nor stands in the log as sent. That there is none of it is no refusal.
        only: Option<Kind>,
    },
    /// For an organisation's system in a case worker's stead: while a consent holds, and nothing otherwise.
    ByConsent(ByConsent),
    /// Every entry of the ledger and every checkpoint that it is in, newest first, and the account: what is taken away.
    Record,
}

/// Which entries of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// All.
    All,
    /// This one, and the one that it replaced; none when there is no such number.
    One(u32),
    /// Those about one item, [`ENTRIES_SHOWN`] at a time: those before this number, or the latest; and of those who looked at
    /// what it belongs to since, the latest.
    Of(ItemId, Option<u32>),
    /// What one who is not the person did, [`ENTRIES_SHOWN`] at a time: those before this number, or the latest.
    By(Actor, Option<u32>),
    /// [`ENTRIES_SHOWN`] at a time: those before this number, or the latest.
    Before(Option<u32>),
}

/// One entry of the ledger, as it was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The entry.
    pub link: Link,
    /// Its signature.
    pub signed: Signed,
    /// What it says; none once that is erased.
    pub content: Option<Opened>,
}

/// The proof of a person's ledger, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// How many entries there are.
    pub entries: u32,
    /// The hash of the last.
    pub head: Hash,
    /// The checkpoints that the chain is in: the latest, or with the whole record all of them, the latest first.
    pub anchors: Vec<Anchor>,
    /// Every key that ever signed.
    pub keys: Vec<PublicKey>,
}

/// What the asker may see.
#[derive(Debug, Clone)]
pub struct View {
    /// The items they may see.
    pub state: State,
    /// Who looked, when asked for.
    pub looks: Vec<Look>,
    /// Entries, when asked for.
    pub entries: Vec<Kept>,
    /// The end of the ledger, when entries are asked for.
    pub proof: Option<Proof>,
    /// The account, when asked for.
    pub account: Option<Account>,
    /// Everyone who wrote or looked at what is in it, by name.
    pub names: Directory,
}

/// How many consents an organisation's system is given at a time.
pub const CONSENTS_SHOWN: usize = 20;

/// How many are looked through for them at a time, those that are over among them.
pub const CONSENTS_LOOKED_AT: usize = 200;

/// Some of the consents by which an organisation is shown something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SharedWith {
    /// Those that hold; none, where all that were looked through are over.
    pub live: Vec<ConsentId>,
    /// After which one it goes on; none once it has been through all.
    pub next: Option<ConsentId>,
}

/// How many looks a view gives.
pub const LOOKS_SHOWN: usize = own_terms_app::pages::held::LOOKS_SHOWN;

/// How many entries a view gives at a time.
pub const ENTRIES_SHOWN: usize = own_terms_app::pages::receipts::SHOWN;
