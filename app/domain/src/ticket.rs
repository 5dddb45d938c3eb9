//! What opens once, for a while: what each is for, and what the person may know of those that wait for them.

use jiff::Timestamp;

use crate::choices;

choices! {
    /// What a ticket is for; one for something else does not open.
    Purpose {
        /// To open one's place for the first time.
        Invitation = "invitation",
        /// To open it again after losing every way in.
        Recovery = "recovery",
        /// To say that such a new way in is not what the person wanted.
        Undo = "undo",
        /// For someone who works for an organisation, to sign in for the first time. It is about no person.
        StaffInvitation = "staff-invitation",
        /// Their passkey's answer is awaited. It is about no person.
        StaffPasskey = "staff-passkey",
        /// The answer of the identity provider of those who work here is awaited. It is about no person.
        StaffProvider = "staff-provider",
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

/// A ticket that waits for a person: without what would let someone open it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// What it opens.
    pub purpose: Purpose,
    /// When it was made.
    pub made_at: Timestamp,
    /// Until when it opens.
    pub until: Timestamp,
}
