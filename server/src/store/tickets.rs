//! What opens once, for a while: invitations, links in emails, and what is begun in one request and ended in the next.

use jiff::Timestamp;
use own_terms_domain::{choices, ids::ClaimantId, spoken::SpokenCode};

use crate::entropy::Entropy;

choices! {
    /// What a ticket is for; one for something else does not open.
    Purpose {
        /// To open one's place for the first time, or again after losing every way in.
        Invitation = "invitation",
        /// To help somebody, as they asked.
        Carer = "carer",
        /// To check that a consent is real. It is looked at, and never used up.
        Consent = "consent",
        /// To sign in by a link in an email.
        EmailLink = "email-link",
        /// To show that a new address is one's own.
        NewEmail = "new-email",
        /// A passkey's answer is awaited.
        Passkey = "passkey",
        /// An identity provider's answer is awaited.
        Provider = "provider",
    }
}

/// The two parts of what someone was given.
#[derive(Clone, PartialEq, Eq)]
pub struct TicketCode {
    /// What it is found by.
    pub finder: String,
    /// What only they know.
    pub secret: String,
}

impl TicketCode {
    /// A new one that nobody guesses, for links: 128 random bits to be found by, and as many that are secret.
    pub fn long(entropy: &Entropy) -> Self {
        let part = || own_terms_receipt::hex::digits(&entropy.bytes::<16>());
        Self { finder: part(), secret: part() }
    }

    /// As a link carries it.
    pub fn in_link(&self) -> String {
        format!("{}{}", self.finder, self.secret)
    }

    /// The code in a link; none for what is no such code.
    pub fn of_link(text: &str) -> Option<Self> {
        let is_one = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let (finder, secret) = text.split_at_checked(32).filter(|_| is_one)?;
        Some(Self { finder: finder.to_owned(), secret: secret.to_owned() })
    }
}

impl From<&SpokenCode> for TicketCode {
    fn from(code: &SpokenCode) -> Self {
        Self { finder: code.finder().to_owned(), secret: code.secret().to_owned() }
    }
}

impl std::fmt::Debug for TicketCode {
    /// Never the code itself.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TicketCode(..)")
    }
}

/// Something that opens once.
#[derive(Debug, Clone)]
pub struct Ticket {
    /// What for.
    pub purpose: Purpose,
    /// By what.
    pub code: TicketCode,
    /// Whose place it is about, where that is known.
    pub claimant: Option<ClaimantId>,
    /// Since when.
    pub made_at: Timestamp,
    /// Until when; at that moment it opens no more.
    pub until: Timestamp,
    /// How many wrong secrets it takes before it opens no more.
    pub tries: u8,
    /// What it carries, sealed while it is kept.
    pub content: Vec<u8>,
}

/// What a ticket opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticketed {
    /// Whose place it is about.
    pub claimant: Option<ClaimantId>,
    /// Since when it was kept.
    pub made_at: Timestamp,
    /// Until when it opens.
    pub until: Timestamp,
    /// What it carries.
    pub content: Vec<u8>,
}

/// What becomes of a ticket that opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// It stays, as when a mail scanner or a person looks what it is.
    Look,
    /// It is used up: of two at the same moment, one has it.
    Use,
}
