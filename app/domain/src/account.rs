//! A person's account: the facts of their place here that nobody wrote, and where they are signed in.

use jiff::Timestamp;

use crate::{
    choices,
    ids::{ClaimantId, SessionId, WayInId},
    ledger::Hash,
    ticket::Waiting,
};

choices! {
    /// Where a claimant's place came from.
    Origin {
        /// A real person.
        Real = "real",
        /// Invented, for the demonstration.
        Demonstration = "demonstration",
        /// Invented, for measuring.
        Measuring = "measuring",
    }
}

choices! {
    /// How someone signed in.
    SignedInBy {
        /// By choosing a person of the demonstration.
        Choosing = "choosing",
        /// By an invitation.
        Invitation = "invitation",
        /// By a link in an email.
        Email = "email",
        /// By a passkey.
        Passkey = "passkey",
        /// Through someone else who knows them.
        Provider = "provider",
        /// By the code of a new way in, after every way was lost.
        Recovery = "recovery",
    }
}

choices! {
    /// What sort of device someone signed in on; no more of it is kept.
    Device {
        /// A phone or a tablet.
        Phone = "phone",
        /// A computer.
        Computer = "computer",
        /// Something else, or one that does not say.
        Other = "other",
    }
}

/// How a session begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Begun {
    /// When.
    pub at: Timestamp,
    /// By what.
    pub by: SignedInBy,
    /// Which of their ways that was, where it was one of those.
    pub way: Option<WayInId>,
    /// On what.
    pub device: Device,
    /// True when others use that device too, as whoever signed in said.
    pub shared: bool,
}

/// What is held of a person's place beside what was said in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Whose it is: the service's own name for them.
    pub claimant: ClaimantId,
    /// Where it came from.
    pub origin: Origin,
    /// When it was made.
    pub made_at: Timestamp,
    /// How many items are in it.
    pub items: u32,
    /// How many entries its ledger has.
    pub entries: u32,
    /// The hash of the last of them.
    pub head: Hash,
    /// How many of them the last checkpoint has that the ledger is in.
    pub anchored: u32,
    /// How many looks are in its log.
    pub looks: u32,
    /// The hash of the last of them.
    pub look_head: Hash,
    /// Where the person is signed in, the latest first.
    pub sign_ins: Vec<SignIn>,
    /// Invitations and links that wait for them, the latest first.
    pub waiting: Vec<Waiting>,
    /// Messages that wait to be sent to them, the latest first.
    pub to_send: Vec<ToSend>,
}

/// A message that waits to be sent to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToSend {
    /// When it was put there.
    pub made_at: Timestamp,
    /// When it is sent, or looked at again.
    pub next_at: Timestamp,
    /// How often it was tried.
    pub tried: u32,
}

/// One session of a person, as they may know it: without what would let someone else go on with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, asked for by its name")]
pub struct SignIn {
    /// Which one: it opens nothing.
    pub id: SessionId,
    /// How they signed in.
    pub by: SignedInBy,
    /// Which of their ways that was, where it was one of those: once it is closed, this ends.
    pub way: Option<WayInId>,
    /// On what.
    pub device: Device,
    /// True when others use that device too, as they said: then it ends sooner when it is not used.
    pub shared: bool,
    /// When they signed in.
    pub at: Timestamp,
    /// When it was last used; noted no more often than once a minute.
    pub last_used: Timestamp,
    /// True when the log has their look.
    pub looked: bool,
    /// True when the log has that they opened the log.
    pub looked_at_log: bool,
    /// True for the one that asks.
    pub here: bool,
}

impl SignIn {
    /// How many lines of the log it has: one for all looks, and one for those at the log itself.
    pub fn lines(&self) -> usize {
        usize::from(self.looked) + usize::from(self.looked_at_log)
    }
}
