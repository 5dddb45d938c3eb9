//! Putting right what someone else wrote: what was asked, where it stands, and what is promised by when.
//!
//! The right to rectification (UK GDPR, Article 16), answered within a month (Article 12(3)).

use jiff::{ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    text::OwnWords,
    time::Now,
};

/// What the person writes to have a record put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionDraft {
    /// What it should say.
    pub should_be: OwnWords,
    /// Why, if they want to say.
    pub reason: Option<OwnWords>,
}

/// A wish to have a record put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The day it was asked for.
    pub asked: Date,
    /// What the record said then.
    pub was: OwnWords,
    /// What it should say.
    pub should_be: OwnWords,
    /// Why, if they said.
    pub reason: Option<OwnWords>,
    /// Where it stands.
    pub progress: Progress,
}

/// Where a correction stands, with a date promised each time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the one field is said once, below: the day by which what comes next is done")]
pub enum Progress {
    /// Asked for; by the promised day someone has begun.
    Open { promised: Date },
    /// Begun; by the promised day there is an answer.
    InProgress { promised: Date },
    /// Put right; by the promised day everyone who was given the old words has been told (UK GDPR, Article 19).
    Done { promised: Date },
    /// Refused, and why; who asks for it to be looked at again is answered by the promised day.
    Refused { why: OwnWords, promised: Date },
}

impl Progress {
    /// Which of the states it is: the last part of the name of its message.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::InProgress { .. } => "in-progress",
            Self::Done { .. } => "done",
            Self::Refused { .. } => "refused",
        }
    }

    /// The day promised.
    pub fn promised(&self) -> Date {
        let (Self::Open { promised }
        | Self::InProgress { promised }
        | Self::Done { promised }
        | Self::Refused { promised, .. }) = self;
        *promised
    }

    /// True until there is an answer.
    pub fn awaits_an_answer(&self) -> bool {
        matches!(self, Self::Open { .. } | Self::InProgress { .. })
    }
}

/// What whoever wrote the record says to a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It is being looked into.
    Begin,
    /// It is put right, as the person asked.
    Done,
    /// It stays, and this is why.
    Refuse {
        /// The reason, which the person reads as it is written.
        why: OwnWords,
    },
}

impl Parse for Answer {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let answer = match fields.get("do") {
            "begin" => Some(Self::Begin),
            "done" => Some(Self::Done),
            "refuse" => check.field("why", OwnWords::parse(fields.get("why"))).map(|why| Self::Refuse { why }),
            _ => check.field("do", Err(ErrorKind::NotAChoice)),
        };
        check.finish(answer)
    }

    fn fields(&self) -> Fields {
        match self {
            Self::Begin => Fields::new().with("do", "begin"),
            Self::Done => Fields::new().with("do", "done"),
            Self::Refuse { why } => Fields::new().with("do", "refuse").with("why", why.as_str()),
        }
    }
}

impl Correction {
    /// A correction asked for today.
    pub fn ask(draft: CorrectionDraft, was: OwnWords, today: Date) -> Self {
        let CorrectionDraft { should_be, reason } = draft;
        Self { asked: today, was, should_be, reason, progress: Progress::Open { promised: begun_by(today) } }
    }

    /// What becomes of it with an answer given today; none when it was answered before.
    #[must_use]
    pub fn answered(&self, answer: Answer, today: Date) -> Option<Self> {
        let progress = match (&self.progress, answer) {
            (Progress::Open { .. }, Answer::Begin) => Progress::InProgress { promised: answered_by(self.asked) },
            (Progress::Open { .. } | Progress::InProgress { .. }, Answer::Done) => {
                Progress::Done { promised: in_days(today, 7) }
            }
            (Progress::Open { .. } | Progress::InProgress { .. }, Answer::Refuse { why }) => {
                Progress::Refused { why, promised: answered_by(today) }
            }
            _ => return None,
        };
        Some(Self { progress, ..self.clone() })
    }

    /// What was written to ask for it.
    pub fn draft(&self) -> CorrectionDraft {
        CorrectionDraft { should_be: self.should_be.clone(), reason: self.reason.clone() }
    }
}

fn in_days(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap_or(Date::MAX)
}

/// The day by which someone has begun with what was asked on `asked`.
pub fn begun_by(asked: Date) -> Date {
    in_days(asked, 7)
}

/// The day by which there is an answer to what was asked on `asked`: a month after (UK GDPR, Article 12(3)).
pub fn answered_by(asked: Date) -> Date {
    asked.checked_add(1.month()).unwrap_or(Date::MAX)
}

impl Parse for CorrectionDraft {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let should_be = check.field("should_be", OwnWords::parse(fields.get("should_be")));
        let reason = check.field("reason", OwnWords::optional(fields.get("reason")));
        let draft = (|| Some(Self { should_be: should_be?, reason: reason? }))();
        check.finish(draft)
    }

    fn fields(&self) -> Fields {
        Fields::new()
            .with("should_be", self.should_be.as_str())
            .with("reason", self.reason.as_ref().map_or("", OwnWords::as_str))
    }
}
