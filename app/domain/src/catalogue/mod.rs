//! The catalogue of what is held: for each kind of item and each column, what it is, why, on what basis, until when, and who sees it.
//!
//! Tests hold it against the real schema and against every field of every kind (promise 5).

mod columns;
mod fields;

use crate::{choices, item::Kind};

pub use self::{
    columns::{COLUMNS, Column, PLACE, SIGN_IN, TO_SEND, WAITING, column},
    fields::fields,
};

choices! {
    /// Why something is held.
    Purpose {
        /// So that support is as the person wants it.
        OwnTerms = "own-terms",
        /// To reach the person only as they said.
        Reaching = "reaching",
        /// To know that it is them.
        SigningIn = "signing-in",
        /// To show pages as they like to read.
        Reading = "reading",
        /// So that nobody looks or changes anything unseen.
        Proof = "proof",
        /// So that the person need not tell it twice.
        Helping = "helping",
        /// So that accounts can be checked.
        Accounts = "accounts",
        /// So that what is wrong is put right.
        PuttingRight = "putting-right",
    }
}

choices! {
    /// The lawful basis (UK GDPR, Articles 6 and 9).
    Basis {
        /// The person's consent, taken back at any time: Article 6(1)(a), and 9(2)(a) for health.
        Consent = "consent",
        /// A legal duty to account for who looked and what was done: Article 6(1)(c), with 5(2).
        Accountability = "accountability",
        /// A task in the public interest: Article 6(1)(e), and 9(2)(h) for health.
        PublicTask = "public-task",
        /// A legal duty to keep accounts: Article 6(1)(c).
        LegalDuty = "legal-duty",
    }
}

choices! {
    /// How long something is held.
    Retention {
        /// Until the person takes it away.
        UntilTakenAway = "until-taken-away",
        /// Until the session ends, 12 hours at most.
        Session = "session",
        /// Until it was opened, or a moment that it names has come.
        UntilOpened = "until-opened",
        /// Until it has left, or there is nothing to tell any more.
        UntilSent = "until-sent",
        /// Until a day that the item itself names; before that until the person takes it away.
        UntilItsDay = "until-its-day",
        /// Until a day that the item itself names, because the law asks for it.
        KeptByLaw = "kept-by-law",
        /// As long as what it is about.
        WithItsRecord = "with-its-record",
        /// As long as anything else is held, so that the proof is whole.
        AsLongAsAnything = "as-long-as-anything",
    }
}

choices! {
    /// Who can see something beside the person.
    Seen {
        /// Nobody.
        Nobody = "nobody",
        /// The case worker whom the person chose.
        CaseWorker = "case-worker",
        /// The case worker whom the person chose, and until it is answered whoever wrote it.
        WhoeverWroteIt = "whoever-wrote-it",
        /// Whoever it is about.
        WhomItIsAbout = "whom-it-is-about",
        /// The case worker who asked for it; and whoever has its code, that it is real.
        WhoeverAsked = "whoever-asked",
        /// As the item itself says.
        AsItSays = "as-it-says",
    }
}

/// What the catalogue says of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// Why it is held.
    pub purpose: Purpose,
    /// On what basis.
    pub basis: Basis,
    /// Until when.
    pub retention: Retention,
    /// Who sees it.
    pub seen: Seen,
}

/// What the catalogue says of a kind of item.
pub fn about(kind: Kind) -> About {
    let own = |purpose, seen| About { purpose, basis: Basis::Consent, retention: Retention::UntilTakenAway, seen };
    let record = |purpose, basis, retention| About { purpose, basis, retention, seen: Seen::WhoeverWroteIt };
    match kind {
        Kind::Profile
        | Kind::Standing
        | Kind::CaseWorker
        | Kind::GoalOrder
        | Kind::Formats
        | Kind::WithMe
        | Kind::Pace
        | Kind::Times
        | Kind::Breaks
        | Kind::CarryingOn => own(Purpose::OwnTerms, Seen::CaseWorker),
        Kind::Goal => own(Purpose::OwnTerms, Seen::AsItSays),
        Kind::Participant => About { retention: Retention::WithItsRecord, ..own(Purpose::OwnTerms, Seen::AsItSays) },
        Kind::Supporter | Kind::Advice | Kind::CalendarFeed => own(Purpose::OwnTerms, Seen::Nobody),
        Kind::Wish | Kind::Ways | Kind::Safe => own(Purpose::Reaching, Seen::CaseWorker),
        Kind::EarlierContact => About { retention: Retention::UntilItsDay, ..own(Purpose::Reaching, Seen::Nobody) },
        Kind::Appointment | Kind::Agreement => {
            About { retention: Retention::UntilItsDay, ..own(Purpose::OwnTerms, Seen::CaseWorker) }
        }
        Kind::Message => About { retention: Retention::UntilItsDay, ..own(Purpose::Helping, Seen::CaseWorker) },
        Kind::Oversight => About { basis: Basis::Accountability, ..own(Purpose::PuttingRight, Seen::Nobody) },
        Kind::Reading => own(Purpose::Reading, Seen::Nobody),
        Kind::SignIn | Kind::Recovery => own(Purpose::SigningIn, Seen::Nobody),
        Kind::Carer => own(Purpose::OwnTerms, Seen::WhomItIsAbout),
        Kind::KeptBack => About { retention: Retention::WithItsRecord, ..own(Purpose::OwnTerms, Seen::Nobody) },
        Kind::Consent => own(Purpose::OwnTerms, Seen::WhoeverAsked),
        Kind::Note => record(Purpose::Helping, Basis::Consent, Retention::UntilItsDay),
        Kind::Referral => record(Purpose::Helping, Basis::PublicTask, Retention::UntilItsDay),
        Kind::Payment => record(Purpose::Accounts, Basis::LegalDuty, Retention::KeptByLaw),
        Kind::Correction | Kind::OtherView => {
            record(Purpose::PuttingRight, Basis::Accountability, Retention::WithItsRecord)
        }
    }
}
