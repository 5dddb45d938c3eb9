//! Breaks: times with no appointments at all.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    dates::parse_date,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    text::Line,
    time::Now,
};

/// A time with no appointments at all, from its first day to its last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Break {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// What the person calls it.
    pub name: Option<Line>,
}

impl Break {
    /// True when `day` is in it.
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }
}

/// How many breaks one person can hold.
pub const MOST_BREAKS: usize = 20;

/// The breaks, earliest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breaks {
    /// Earliest first.
    pub breaks: Vec<Break>,
}

impl Breaks {
    /// The break that `day` is in.
    pub fn on(&self, day: Date) -> Option<&Break> {
        self.breaks.iter().find(|a_break| a_break.covers(day))
    }

    /// These and one more.
    ///
    /// # Errors
    /// [`ErrorKind::TooMany`].
    pub fn with(&self, a_break: Break) -> Result<Self, ErrorKind> {
        let mut breaks = self.breaks.clone();
        if !breaks.contains(&a_break) {
            let after = |other: &Break| (other.from, other.until) <= (a_break.from, a_break.until);
            let place = breaks.iter().take_while(|other| after(other)).count();
            breaks.insert(place, a_break);
        }
        if breaks.len() > MOST_BREAKS {
            return Err(ErrorKind::TooMany { max: MOST_BREAKS });
        }
        Ok(Self { breaks })
    }
}

impl Parse for Break {
    fn parse(fields: &Fields, now: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let from = check.field("from", parse_date(fields.get("from")));
        let until = check.field(
            "until",
            parse_date(fields.get("until")).and_then(|until| match from {
                Some(from) if until < from => Err(ErrorKind::EndsBeforeItStarts),
                _ if until < now.today => Err(ErrorKind::InThePast),
                _ => Ok(until),
            }),
        );
        let name = check.field("name", Line::optional(fields.get("name")));
        let a_break = (|| Some(Self { from: from?, until: until?, name: name? }))();
        check.finish(a_break)
    }

    fn fields(&self) -> Fields {
        Fields::new()
            .with("from", self.from.to_string())
            .with("until", self.until.to_string())
            .with("name", self.name.as_ref().map_or("", Line::as_str))
    }
}
