//! A referral: what a case worker says of an organisation that could help, and the consent that the person would give with it.
//!
//! It is a part of a consent, so that none can be accepted without one (promise 6).

use serde::{Deserialize, Serialize};

use crate::{
    consent::ConsentDraft,
    form::{Check, FieldError, Fields, Parse},
    text::{Line, OwnWords, Text},
    time::Now,
};

/// How many referrals of a case worker can wait for an answer at once: nobody is flooded with them.
pub const MOST_OPEN: usize = 5;

/// What a case worker says of the organisation that could help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// Why they think of it.
    pub why: OwnWords,
    /// What that organisation would do.
    pub does: OwnWords,
    /// How the person would reach them.
    pub reach: Option<Line>,
}

/// What is written on the form that proposes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralDraft {
    /// To whom, for what, and what they would see.
    pub consent: ConsentDraft,
    /// What is said of them.
    pub referral: Referral,
}

impl Parse for ReferralDraft {
    fn parse(fields: &Fields, now: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let consent = match ConsentDraft::parse(fields, now) {
            Ok(consent) => Some(consent),
            Err(errors) => {
                for error in errors {
                    check.wrong(&error.field, error.kind);
                }
                None
            }
        };
        let why = check.field("why", OwnWords::parse(fields.get("why")));
        let does = check.field("does", OwnWords::parse(fields.get("does")));
        let reach = check.field("reach", Line::optional(fields.get("reach")));
        let referral = (|| Some(Referral { why: why?, does: does?, reach: reach? }))();
        let draft = (|| Some(Self { consent: consent?, referral: referral? }))();
        check.finish(draft)
    }

    fn fields(&self) -> Fields {
        let Referral { why, does, reach } = &self.referral;
        self.consent
            .fields()
            .with("why", why.as_str())
            .with("does", does.as_str())
            .with("reach", reach.as_ref().map(Text::as_str).unwrap_or_default())
    }
}
