//! Appointments: offered by the case worker at one or several times, answered by the person, and fixed by their yes (promise 4).
//!
//! Nothing here says whether anyone came, or why not, and nothing counts how often somebody says no (promise 1).

mod draft;
mod participant;
mod promised;

use std::{fmt, str::FromStr};

use jiff::{
    ToSpan as _, Zoned,
    civil::{Date, Time},
    tz::AmbiguousOffset,
};
use serde::{Deserialize, Serialize};

pub use self::{
    participant::{Coming, ComingDraft, CompanionDraft, InterpreterDraft, Part, Participant, Who},
    promised::Promised,
};
use crate::{
    choices,
    dates::parse_day_to_come,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    hours::{parse_time, time_id},
    ids::{AppointmentId, NotAnId, StaffId},
    offer::Offer,
    reading::Choice,
    terms::Format,
    text::{Line, OwnWords},
    time::{Now, clock},
};

/// How many times one offer can name.
pub const MOST_TIMES: usize = 5;

/// How many offers can wait for an answer at once: nobody is flooded with them.
pub const MOST_OPEN: usize = 5;

/// How many appointments one person can hold, those that are over included until their day: no page grows without end.
pub const MOST_APPOINTMENTS: usize = 200;

/// When it would begin, by the clock on the wall: the clock is right even when the days between are longer or shorter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Slot {
    /// The day.
    pub day: Date,
    /// The time.
    pub from: Time,
}

impl Slot {
    /// The moment that it begins; none for a time that the clock skips on that day. Of a time that comes twice it is the first.
    pub fn begins(self) -> Option<Zoned> {
        let moment = clock().to_ambiguous_zoned(self.day.to_datetime(self.from));
        if matches!(moment.offset(), AmbiguousOffset::Gap { .. }) {
            return None;
        }
        moment.compatible().ok()
    }

    /// The moment that it ends, in minutes as they pass.
    pub fn ends(self, minutes: u16) -> Option<Zoned> {
        self.begins()?.checked_add(i64::from(minutes).minutes()).ok()
    }

    /// True until it begins.
    pub fn is_to_come(self, now: Now) -> bool {
        self.begins().is_some_and(|begins| begins.timestamp() > now.at)
    }

    /// True when the two have a moment in common.
    pub fn overlaps(self, minutes: u16, other: Self, other_minutes: u16) -> bool {
        let both = (|| {
            let (ends, other_ends) = (self.ends(minutes)?, other.ends(other_minutes)?);
            Some(self.begins()? < other_ends && other.begins()? < ends)
        })();
        both.unwrap_or(self == other)
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.day, time_id(self.from))
    }
}

impl FromStr for Slot {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (day, from) = text.split_once('T').ok_or(NotAnId)?;
        let slot = Self { day: day.parse().map_err(|_| NotAnId)?, from: from.parse().map_err(|_| NotAnId)? };
        if slot.to_string() == text { Ok(slot) } else { Err(NotAnId) }
    }
}

/// What is offered. None of it changes afterwards: a change is another offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppointmentDraft {
    /// What it is about.
    pub why: OwnWords,
    /// How to meet.
    pub format: Format,
    /// Where, for those of a place.
    pub place: Option<Line>,
    /// How long, in minutes.
    pub minutes: u16,
    /// What to bring.
    pub bring: Option<OwnWords>,
    /// What not to bring.
    pub not_bring: Option<OwnWords>,
    /// The times to choose from.
    pub times: Vec<Slot>,
    /// The appointment that it would take the place of; that one stands until this one has its yes.
    pub replaces: Option<AppointmentId>,
}

impl AppointmentDraft {
    /// What the terms say of it at one of its times; none for a time that is not there on that day.
    pub fn offer(&self, slot: Slot) -> Option<Offer> {
        Offer::at(self.format, &slot.begins()?, self.minutes)
    }
}

choices! {
    /// Who called it off.
    By {
        /// The person.
        Person = "person",
        /// A carer.
        Carer = "carer",
        /// The case worker.
        CaseWorker = "case-worker",
    }
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Progress {
    /// It was offered, and not answered.
    Offered,
    /// Yes, to this time.
    Accepted {
        /// Which.
        slot: Slot,
    },
    /// No.
    Declined,
    /// It is no longer offered.
    Withdrawn,
    /// It was agreed, and is called off.
    Cancelled {
        /// When it would have been.
        slot: Slot,
        /// Who called it off.
        by: By,
    },
    /// It was agreed, and another took its place.
    Moved {
        /// When it would have been.
        slot: Slot,
        /// Which took its place.
        to: AppointmentId,
    },
}

choices! {
    /// What an appointment is at a moment.
    Status {
        /// It waits for an answer.
        Offered = "offered",
        /// It waits for an answer, and the person suggested something else.
        Suggested = "suggested",
        /// It is agreed, and to come.
        Agreed = "agreed",
        /// It is agreed and to come, and the person asked for another time or way.
        Moving = "moving",
        /// It was agreed, and its time has come.
        Past = "past",
        /// None of its times is to come any more.
        Lapsed = "lapsed",
        /// No.
        Declined = "declined",
        /// It is no longer offered.
        Withdrawn = "withdrawn",
        /// It was agreed, and is called off.
        Cancelled = "cancelled",
        /// It was agreed, and another took its place.
        Moved = "moved",
    }
}

impl Status {
    /// True while it waits for an answer.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Offered | Self::Suggested)
    }

    /// True while it is agreed and to come.
    pub fn is_agreed(self) -> bool {
        matches!(self, Self::Agreed | Self::Moving)
    }
}

/// What the person would rather have; any of it can be left out, but not all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// Another way to meet.
    pub format: Option<Format>,
    /// Another day.
    pub day: Option<Date>,
    /// Another time.
    pub from: Option<Time>,
    /// In their own words.
    pub words: Option<OwnWords>,
}

/// One appointment: offered, answered, and called off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// With whom.
    pub with: StaffId,
    /// The day it was offered.
    pub offered: Date,
    /// What was offered.
    #[serde(flatten)]
    pub draft: AppointmentDraft,
    /// What the person would rather have.
    pub suggestion: Option<Suggestion>,
    /// How far it has come.
    pub progress: Progress,
}

impl Appointment {
    /// The time that was agreed, whether it still stands or not.
    pub fn slot(&self) -> Option<Slot> {
        match self.progress {
            Progress::Accepted { slot } | Progress::Cancelled { slot, .. } | Progress::Moved { slot, .. } => Some(slot),
            Progress::Offered | Progress::Declined | Progress::Withdrawn => None,
        }
    }

    /// The time that is agreed and stands, whether it has come or not.
    pub fn agreed(&self) -> Option<Slot> {
        match self.progress {
            Progress::Accepted { slot } => Some(slot),
            _ => None,
        }
    }

    /// The times to choose from that are to come.
    pub fn times_to_come(&self, now: Now) -> impl Iterator<Item = Slot> {
        self.draft.times.iter().copied().filter(move |slot| slot.is_to_come(now))
    }

    /// What it is at a moment.
    pub fn status(&self, now: Now) -> Status {
        let asked = self.suggestion.is_some();
        match self.progress {
            Progress::Offered if self.times_to_come(now).next().is_none() => Status::Lapsed,
            Progress::Offered if asked => Status::Suggested,
            Progress::Offered => Status::Offered,
            Progress::Accepted { slot } if !slot.is_to_come(now) => Status::Past,
            Progress::Accepted { .. } if asked => Status::Moving,
            Progress::Accepted { .. } => Status::Agreed,
            Progress::Declined => Status::Declined,
            Progress::Withdrawn => Status::Withdrawn,
            Progress::Cancelled { .. } => Status::Cancelled,
            Progress::Moved { .. } => Status::Moved,
        }
    }

    /// The day it goes by itself: a year after the day of it, or after the last of its times.
    pub fn until(&self) -> Date {
        let last = self.slot().map(|slot| slot.day).or(self.draft.times.iter().map(|slot| slot.day).max());
        last.unwrap_or(self.offered).checked_add(1.year()).unwrap_or(Date::MAX)
    }
}

/// What the person, or a carer whom they let, answers. None of these is easier to give than another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Yes, to one of the times.
    Yes(Slot),
    /// No.
    No,
    /// Something else.
    Suggest(Suggestion),
}

choices! {
    /// The answers as buttons, in the order in which they always stand.
    Said {
        /// Yes, to one of the times.
        Yes = "yes",
        /// No.
        No = "no",
        /// Something else.
        Suggest = "suggest",
    }
}

impl Parse for Answer {
    fn parse(fields: &Fields, now: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let answer = match check.field("answer", Said::parse(fields.get("answer"))) {
            Some(Said::Yes) => {
                let slot = match fields.get("slot") {
                    "" => Err(ErrorKind::NotChosen),
                    typed => typed.parse().map_err(|_| ErrorKind::NotAChoice),
                };
                check.field("slot", slot).map(Self::Yes)
            }
            Some(Said::No) => Some(Self::No),
            Some(Said::Suggest) => suggestion(fields, now, &mut check).map(Self::Suggest),
            None => None,
        };
        check.finish(answer)
    }

    fn fields(&self) -> Fields {
        let said = |said: Said| Fields::new().with("answer", said.id());
        match self {
            Self::Yes(slot) => said(Said::Yes).with("slot", slot.to_string()),
            Self::No => said(Said::No),
            Self::Suggest(wanted) => said(Said::Suggest)
                .with("format", wanted.format.map_or("", Choice::id))
                .with("day", wanted.day.map(|day| day.to_string()).unwrap_or_default())
                .with("from", wanted.from.map(time_id).unwrap_or_default())
                .with("words", wanted.words.as_ref().map_or("", OwnWords::as_str)),
        }
    }
}

fn suggestion(fields: &Fields, now: Now, check: &mut Check) -> Option<Suggestion> {
    let day = left_out(parse_day_to_come(fields.get("day"), now));
    let day = check.field("day", day);
    let from = match fields.get("from") {
        "" => Some(None),
        typed => check.field("from", parse_time(typed)).map(Some),
    };
    let format = check.field("format", left_out(Format::parse(fields.get("format"))));
    let words = check.field("words", OwnWords::optional(fields.get("words")));
    let wanted = Suggestion { format: format?, day: day?, from: from?, words: words? };
    if wanted == (Suggestion { format: None, day: None, from: None, words: None }) {
        check.wrong("day", ErrorKind::NotChosen);
        return None;
    }
    Some(wanted)
}

/// What is left out is nothing said, and no mistake.
fn left_out<T>(parsed: Result<T, ErrorKind>) -> Result<Option<T>, ErrorKind> {
    match parsed {
        Ok(value) => Ok(Some(value)),
        Err(ErrorKind::Empty | ErrorKind::NotChosen) => Ok(None),
        Err(kind) => Err(kind),
    }
}
