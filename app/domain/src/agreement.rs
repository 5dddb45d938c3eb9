//! Agreements: what each of two will do, in their own words, by the yes of both; either leaves at any time.
//!
//! Nothing here says whether something was done, or why somebody left, and nothing counts it (promise 1).

use jiff::{ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    choices,
    dates::parse_day_to_come,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    ids::{AgreementId, StaffId},
    reading::Choice,
    text::OwnWords,
    time::{Now, days_between},
};

/// How many proposals of one side can wait for the other at once: nobody is flooded with them.
pub const MOST_OPEN: usize = 5;

/// How many agreements one person can hold, those that are over included until their day: no page grows without end.
pub const MOST_AGREEMENTS: usize = 200;

/// What is proposed. None of it changes afterwards: a change is another proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreementDraft {
    /// What the person would do, if anything.
    pub person: Option<OwnWords>,
    /// What the case worker would do.
    pub case_worker: Option<OwnWords>,
    /// The last day; without one it stands until one of the two leaves it.
    pub until: Option<Date>,
    /// The agreement that it would take the place of; that one stands until this one has its yes.
    pub replaces: Option<AgreementId>,
}

choices! {
    /// One of the two.
    Side {
        /// The person.
        Person = "person",
        /// The case worker.
        CaseWorker = "case-worker",
    }
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Progress {
    /// It was proposed, which is the yes of the one who did, and not answered.
    Proposed,
    /// Not now.
    Deferred,
    /// The person asks their doctor first: nothing is agreed until they let it go on.
    AskingDoctor,
    /// Both said yes to it.
    Agreed,
    /// No.
    Declined,
    /// It is no longer proposed.
    Withdrawn,
    /// It was agreed, and one of the two left it.
    Left {
        /// Who.
        by: Side,
    },
    /// It was agreed, and another took its place.
    Replaced {
        /// Which took its place.
        to: AgreementId,
    },
}

choices! {
    /// What an agreement is on a day.
    Status {
        /// It waits for an answer.
        Proposed = "proposed",
        /// Not now.
        Deferred = "deferred",
        /// The person asks their doctor first.
        AskingDoctor = "asking-doctor",
        /// It is agreed.
        Agreed = "agreed",
        /// It was agreed, and its last day has passed.
        Past = "past",
        /// Its last day has passed without a yes.
        Lapsed = "lapsed",
        /// No.
        Declined = "declined",
        /// It is no longer proposed.
        Withdrawn = "withdrawn",
        /// It was agreed, and one of the two left it.
        Left = "left",
        /// It was agreed, and another took its place.
        Replaced = "replaced",
    }
}

impl Status {
    /// True while a yes would make it agreed.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::Deferred | Self::AskingDoctor)
    }
}

/// One agreement: proposed, answered, and left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// With which case worker.
    pub with: StaffId,
    /// Who proposed it.
    pub by: Side,
    /// The day it came as far as it has.
    pub since: Date,
    /// What was proposed.
    #[serde(flatten)]
    pub draft: AgreementDraft,
    /// How far it has come.
    pub progress: Progress,
}

impl Agreement {
    /// What it is on a day.
    pub fn status(&self, today: Date) -> Status {
        let passed = self.draft.until.is_some_and(|until| until < today);
        match self.progress {
            Progress::Proposed | Progress::Deferred | Progress::AskingDoctor if passed => Status::Lapsed,
            Progress::Proposed => Status::Proposed,
            Progress::Deferred => Status::Deferred,
            Progress::AskingDoctor => Status::AskingDoctor,
            Progress::Agreed if passed => Status::Past,
            Progress::Agreed => Status::Agreed,
            Progress::Declined => Status::Declined,
            Progress::Withdrawn => Status::Withdrawn,
            Progress::Left { .. } => Status::Left,
            Progress::Replaced { .. } => Status::Replaced,
        }
    }

    /// True while it waits for the other's answer.
    pub fn is_open(&self) -> bool {
        matches!(self.progress, Progress::Proposed | Progress::Deferred | Progress::AskingDoctor)
    }

    /// The day it goes by itself: a year after its last day, or after it was over. One that stands without a last day does not go.
    pub fn until(&self) -> Option<Date> {
        let last = match (self.progress, self.draft.until) {
            (Progress::Agreed, until) => until?,
            (_, until) => until.map_or(self.since, |until| until.max(self.since)),
        };
        Some(last.checked_add(1.year()).unwrap_or(Date::MAX))
    }

    /// The same, come further on a day.
    #[must_use]
    pub fn at(&self, progress: Progress, today: Date) -> Self {
        Self { progress, since: today, ..self.clone() }
    }
}

/// How many days from now the last one can be: a year.
const LONGEST: i32 = 366;

/// True for a day that is further away than can be named. Counted, and not with jiff's spans: the form is read on a phone as well.
pub fn is_too_far_away(today: Date, day: Date) -> bool {
    days_between(today, day) > LONGEST
}

/// The last day that can be named.
pub fn latest_end(today: Date) -> Date {
    today.checked_add(LONGEST.days()).unwrap_or(today)
}

impl Parse for AgreementDraft {
    fn parse(fields: &Fields, now: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let person = check.field("person", OwnWords::optional(fields.get("person")));
        let case_worker = check.field("case_worker", OwnWords::optional(fields.get("case_worker")));
        if person == Some(None) && case_worker == Some(None) {
            check.wrong("person", ErrorKind::Empty);
        }
        let until = match parse_day_to_come(fields.get("until"), now) {
            Ok(until) if is_too_far_away(now.today, until) => Err(ErrorKind::TooFarAway),
            Ok(until) => Ok(Some(until)),
            Err(ErrorKind::Empty | ErrorKind::NotChosen) => Ok(None),
            Err(kind) => Err(kind),
        };
        let until = check.field("until", until);
        let replaces = match fields.get("replaces") {
            "" => Ok(None),
            id => id.parse().map(Some).map_err(|_| ErrorKind::NotAChoice),
        };
        let replaces = check.field("replaces", replaces);
        let draft =
            (|| Some(Self { person: person?, case_worker: case_worker?, until: until?, replaces: replaces? }))();
        check.finish(draft)
    }

    fn fields(&self) -> Fields {
        let words = |words: &Option<OwnWords>| words.as_ref().map_or(String::new(), ToString::to_string);
        Fields::new()
            .with("person", words(&self.person))
            .with("case_worker", words(&self.case_worker))
            .with("until", self.until.map(|day| day.to_string()).unwrap_or_default())
            .with("replaces", self.replaces.map(|id| id.to_string()).unwrap_or_default())
    }
}

choices! {
    /// What the other of the two answers, as buttons, in the order in which they always stand. None is easier to give than another.
    Answer {
        /// Yes, to all that it says.
        Yes = "yes",
        /// No.
        No = "no",
        /// Not now.
        NotNow = "not-now",
        /// "I ask my doctor first": the person's alone.
        AskDoctor = "ask-doctor",
    }
}

impl Parse for Answer {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let answer = check.field("answer", <Self as Choice>::parse(fields.get("answer")));
        check.finish(answer)
    }

    fn fields(&self) -> Fields {
        Fields::new().with("answer", self.id())
    }
}
