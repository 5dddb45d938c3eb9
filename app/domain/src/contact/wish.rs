//! Whether the person wants contact: yes, no, or not now.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    choices,
    dates::parse_day_to_come,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    reading::Choice,
    text::OwnWords,
    time::Now,
};

choices! {
    /// The three answers about contact, in the order shown; none is ever chosen beforehand.
    WishAnswer {
        /// Ask for a support conversation.
        Talk = "yes",
        /// No contact.
        NoContact = "no",
        /// Not now.
        NotNow = "not-now",
    }
}

/// What the person said about being contacted at all, and everything they wrote with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Which answer; none as long as nothing was said, and then nobody contacts them.
    pub answer: Option<WishAnswer>,
    /// What they want to talk about.
    pub about: Option<OwnWords>,
    /// What they do not want to talk about.
    pub not_about: Option<OwnWords>,
    /// The last day of "not now"; none means until they say.
    pub until: Option<Date>,
    /// The day they asked to talk. "Not now" keeps it, so that it holds again afterwards; "no" does not.
    pub asked: Option<Date>,
    /// The last day on which they want to be contacted, as they agreed it; none means until they say.
    pub last: Option<Date>,
}

impl Wish {
    /// True when they want to talk, today: they asked, and no "no" and no "not now" stands against it.
    pub fn is_to_talk(&self, today: Date) -> bool {
        match self.answer {
            Some(WishAnswer::Talk) => !self.has_ended(today),
            Some(WishAnswer::NotNow) => self.asked.is_some() && !self.is_not_now(today) && !self.has_ended(today),
            Some(WishAnswer::NoContact) | None => false,
        }
    }

    /// True once the last day has passed that they agreed to.
    pub fn has_ended(&self, today: Date) -> bool {
        self.last.is_some_and(|last| today > last)
    }

    /// True while "not now" holds.
    pub fn is_not_now(&self, today: Date) -> bool {
        self.answer == Some(WishAnswer::NotNow) && self.until.is_none_or(|until| today <= until)
    }
}

/// What is written on the contact form, before it meets what was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishDraft {
    /// Which answer.
    pub answer: WishAnswer,
    /// What to talk about.
    pub about: Option<OwnWords>,
    /// What not to talk about.
    pub not_about: Option<OwnWords>,
    /// The last day of "not now".
    pub until: Option<Date>,
}

impl WishDraft {
    /// The wish this makes of what was there before. What was written is kept with any answer.
    pub fn wish(self, before: &Wish, now: Now) -> Wish {
        // What ended by agreement does not begin again by itself: whoever asks after the last day asks anew.
        let stood = before.asked.filter(|_| !before.has_ended(now.today));
        let asked = match self.answer {
            WishAnswer::Talk => stood.or(Some(now.today)),
            WishAnswer::NotNow => stood,
            WishAnswer::NoContact => None,
        };
        let until = if self.answer == WishAnswer::NotNow { self.until } else { None };
        // To ask to talk takes the last day away; "not now" leaves it as it was agreed.
        let last = before.last.filter(|_| self.answer == WishAnswer::NotNow && !before.has_ended(now.today));
        Wish { answer: Some(self.answer), about: self.about, not_about: self.not_about, until, asked, last }
    }
}

impl Parse for WishDraft {
    fn parse(fields: &Fields, now: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let answer = check.field("answer", WishAnswer::parse(fields.get("answer")));
        let about = check.field("about", OwnWords::optional(fields.get("about")));
        let not_about = check.field("not-about", OwnWords::optional(fields.get("not-about")));
        let until = match parse_day_to_come(fields.get("until"), now) {
            Err(ErrorKind::Empty) => Some(None),
            other => check.field("until", other.map(Some)),
        };
        let draft = (|| Some(Self { answer: answer?, about: about?, not_about: not_about?, until: until? }))();
        check.finish(draft)
    }

    fn fields(&self) -> Fields {
        let words = |text: &Option<OwnWords>| text.as_ref().map(ToString::to_string).unwrap_or_default();
        Fields::new()
            .with("answer", self.answer.id())
            .with("about", words(&self.about))
            .with("not-about", words(&self.not_about))
            .with("until", self.until.map(|day| day.to_string()).unwrap_or_default())
    }
}
