//! What someone else wrote about the person: notes, what was passed on, money paid; each with its source and the day it goes.

use jiff::{ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    choices,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    item::Kind,
    text::{Line, OwnWords},
    time::Now,
};

choices! {
    /// What sort of record it is; why it is held, and until when, follow from it.
    Sort {
        /// A note of a conversation.
        Note = "note",
        /// What an organisation passed on when the person came.
        Referral = "referral",
        /// Money that was paid to the person.
        Payment = "payment",
    }
}

impl Sort {
    /// The kind of item that it is.
    pub fn kind(self) -> Kind {
        match self {
            Self::Note => Kind::Note,
            Self::Referral => Kind::Referral,
            Self::Payment => Kind::Payment,
        }
    }

    /// The day a record written on `day` goes by itself.
    ///
    /// A note and what was passed on go after a year. Records of money are kept for six years from the end of the financial
    /// year (31 March), as accounting law asks (Charities Act 2011, section 131; Companies Act 2006, section 388).
    pub fn until(self, day: Date) -> Date {
        let (from, years) = match self {
            Self::Note | Self::Referral => (day, 1),
            Self::Payment => {
                let end = |year| Date::new(year, 3, 31).unwrap_or(day);
                (if day <= end(day.year()) { end(day.year()) } else { end(day.year().saturating_add(1)) }, 6)
            }
        };
        from.checked_add(years.years()).unwrap_or(Date::MAX)
    }

    /// True for what the law keeps until its day, whoever asks.
    pub fn is_kept_by_law(self) -> bool {
        self == Self::Payment
    }
}

/// What is written for a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordDraft {
    /// Of what sort.
    pub sort: Sort,
    /// What it says.
    pub words: OwnWords,
    /// Where it comes from: "what you told me on the phone".
    pub source: Line,
}

/// What a case worker writes down of a conversation: nothing of one is kept that the person did not say yes to keeping (promise 4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteOfTalk(pub RecordDraft);

impl Parse for NoteOfTalk {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let words = check.field("words", OwnWords::parse(fields.get("words")));
        let source = check.field("source", Line::parse(fields.get("source")));
        let said_yes = if fields.has("agreed", "yes") { Ok(()) } else { Err(ErrorKind::NotChosen) };
        let said_yes = check.field("agreed", said_yes);
        let draft = (|| {
            said_yes?;
            Some(Self(RecordDraft { sort: Sort::Note, words: words?, source: source? }))
        })();
        check.finish(draft)
    }

    fn fields(&self) -> Fields {
        let Self(draft) = self;
        Fields::new().with("words", draft.words.as_str()).with("source", draft.source.as_str()).with("agreed", "yes")
    }
}

/// A record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Of what sort.
    pub sort: Sort,
    /// What it says.
    pub words: OwnWords,
    /// Where it comes from.
    pub source: Line,
    /// The day it goes by itself.
    pub until: Date,
}

impl Record {
    /// The record of a draft, as it is written on a day.
    pub fn new(draft: RecordDraft, today: Date) -> Self {
        let RecordDraft { sort, words, source } = draft;
        Self { sort, words, source, until: sort.until(today) }
    }

    /// The day until which the law keeps it; none when it can go today.
    pub fn law_keeps_it_until(&self, today: Date) -> Option<Date> {
        (self.sort.is_kept_by_law() && today < self.until).then_some(self.until)
    }
}

/// That the person keeps a record from their carers, whatever they were given: it stands beside the record, which does not change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptBack {
    /// What sort of record it is.
    pub sort: Sort,
}

/// "I see it differently": the person's own words, which stand beside a record wherever it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherView {
    /// How the person sees it.
    pub words: OwnWords,
}

impl Parse for OtherView {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let words = check.field("view", OwnWords::parse(fields.get("view")));
        check.finish(words.map(|words| Self { words }))
    }

    fn fields(&self) -> Fields {
        Fields::new().with("view", self.words.as_str())
    }
}
