//! What is to be sent to people, from the change that causes it until it has left.

use jiff::Timestamp;
use own_terms_domain::{ids::ClaimantId, telling::Message};

/// The name of a message: it says nothing of it, and is the same however often it is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MessageId(pub [u8; 16]);

/// A message that somebody has taken to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// To whom.
    pub claimant: ClaimantId,
    /// Its name.
    pub id: MessageId,
    /// When it was put down.
    pub made_at: Timestamp,
    /// Which try this is, from 1.
    pub tried: u32,
    /// What it says.
    pub message: Message,
    /// By whom it was taken.
    pub claim: [u8; 16],
}

/// What becomes of a message that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// It has left, or never will: it is held no longer.
    Done,
    /// It is tried again then.
    Again(Timestamp),
    /// It is not its hour: it is looked at then, as if for the first time.
    Later(Timestamp),
}
