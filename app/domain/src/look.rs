//! A look at what is held: who, when, why, at what, and whether they were refused (promise 5).

use jiff::Timestamp;

use crate::{actor::Actor, choices};

choices! {
    /// Why someone looks. There is no look without one of these.
    Reason {
        /// It is about themself.
        MyOwn = "my-own",
        /// To help as the claimant asked.
        HelpingAsAsked = "helping-as-asked",
        /// To get ready for a conversation that the claimant asked for.
        ConversationAsked = "conversation-asked",
    }
}

choices! {
    /// What part was looked at.
    Subject {
        /// Everything.
        Everything = "everything",
        /// The terms at a glance.
        AtAGlance = "at-a-glance",
        /// Goals.
        Goals = "goals",
        /// Contact.
        Contact = "contact",
        /// Terms for appointments.
        Terms = "terms",
    }
}

/// One look, or one refused try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// Why.
    pub reason: Reason,
    /// At what.
    pub subject: Subject,
    /// True when they were refused.
    pub refused: bool,
}
