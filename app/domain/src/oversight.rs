//! A supervisor who looks into what is between a person and their case worker: for a reason in words that the person reads, and for
//! half an hour.
//!
//! It is an item of the person's as any other, so that it stands in the ledger, among what is held and in what they take away. To
//! erase it ends it.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{
    choices,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    ids::StaffId,
    reading::Choice as _,
    text::OwnWords,
    time::Now,
};

/// For how long they see something; then they say anew why.
pub const WHILE: SignedDuration = SignedDuration::from_mins(30);

choices! {
    /// Why a supervisor looks.
    Cause {
        /// Somebody complained of something.
        Complaint = "complaint",
        /// Somebody may not be safe.
        Safeguarding = "safeguarding",
        /// The person asked for it.
        Asked = "asked",
    }
}

/// That a supervisor looks, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Oversight {
    /// The supervisor.
    pub by: StaffId,
    /// The case worker whom the person chose: nothing that was with another is looked at.
    pub of: StaffId,
    /// The sort of reason.
    pub why: Cause,
    /// The reason in the supervisor's words.
    pub words: OwnWords,
    /// Since when.
    pub since: Timestamp,
}

impl Oversight {
    /// Until when; at that moment nothing is seen any more.
    pub fn until(&self) -> Timestamp {
        self.since + WHILE
    }

    /// True while the supervisor sees something by it.
    pub fn is_open(&self, at: Timestamp) -> bool {
        self.since <= at && at < self.until()
    }
}

/// What a supervisor types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OversightDraft {
    /// The case worker whom the person chose.
    pub of: StaffId,
    /// The sort of reason.
    pub why: Cause,
    /// The reason.
    pub words: OwnWords,
}

impl Parse for OversightDraft {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let of = match fields.get("of-staff") {
            "" => Err(ErrorKind::NotChosen),
            id => id.parse().map_err(|_| ErrorKind::NotAChoice),
        };
        let of = check.field("of-staff", of);
        let why = check.field("why", Cause::parse(fields.get("why")));
        let words = check.field("words", OwnWords::parse(fields.get("words")));
        check.finish((|| Some(Self { of: of?, why: why?, words: words? }))())
    }

    fn fields(&self) -> Fields {
        let fields = Fields::new().with("of-staff", self.of.to_string());
        fields.with("why", self.why.id()).with("words", self.words.as_str())
    }
}
