//! Messages: what the person and the case worker whom they chose write to each other; each word is seen by both at once.
//!
//! Nothing says whether one was read, and no answer is owed to any.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    form::{Check, FieldError, Fields, Parse},
    ids::StaffId,
    record::Sort,
    text::OwnWords,
    time::Now,
};

/// What is typed to write one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageDraft {
    /// What it says.
    pub words: OwnWords,
}

/// One message; who wrote it is who wrote the item. It does not change afterwards: a new one corrects it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The case worker who wrote it, or to whom it was written.
    pub with: StaffId,
    /// What it says.
    pub words: OwnWords,
    /// The day it goes by itself.
    pub until: Date,
}

impl Message {
    /// The message of a draft, as it is written on a day: it goes as a note does.
    pub fn new(draft: MessageDraft, with: StaffId, today: Date) -> Self {
        Self { with, words: draft.words, until: Sort::Note.until(today) }
    }
}

impl Parse for MessageDraft {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let words = check.field("words", OwnWords::parse(fields.get("words")));
        check.finish(words.map(|words| Self { words }))
    }

    fn fields(&self) -> Fields {
        Fields::new().with("words", self.words.as_str())
    }
}
