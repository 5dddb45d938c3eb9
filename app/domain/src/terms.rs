//! The person's terms for appointments: formats, who is with them, pace, times and breaks (promise 3).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    choices,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    hours::WeekHours,
    ranking,
    reading::Choice,
    text::{Line, OwnWords},
    time::{Now, parse_date},
};

choices! {
    /// A way to meet.
    Format {
        /// In writing, each in their own time.
        Writing = "writing",
        /// By telephone.
        Phone = "phone",
        /// Through the text relay service.
        TextRelay = "text-relay",
        /// By video.
        Video = "video",
        /// In person, at the person's home.
        AtHome = "at-home",
        /// In person, somewhere the person chooses.
        MyPlace = "my-place",
        /// In person, somewhere else.
        Elsewhere = "elsewhere",
        /// In person, at the jobcentre.
        Jobcentre = "jobcentre",
    }
}

impl Format {
    /// True when the person says which place.
    pub fn has_place(self) -> bool {
        matches!(self, Self::MyPlace | Self::Elsewhere)
    }
}

/// One way to meet that the person takes, and the place where one is to be named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// How.
    pub format: Format,
    /// Where, in the person's words.
    pub place: Option<Line>,
}

/// The ways to meet, first choice first. None at all: there is no way that the person would meet, and nothing is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Formats {
    /// First choice first.
    pub meetings: Vec<Meeting>,
}

impl Default for Formats {
    /// What holds until the person says otherwise: only in writing, which nobody has to answer at once or at home.
    fn default() -> Self {
        Self { meetings: vec![Meeting { format: Format::Writing, place: None }] }
    }
}

impl Parse for Formats {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let order: Vec<Format> = ranking::parse(fields, &mut check);
        // Checked in the order of the page, so that mistakes are said in it; kept in the person's order.
        let chosen = Format::ALL.iter().copied().filter(|format| order.contains(format));
        let found: Vec<Meeting> = chosen
            .map(|format| {
                let name = format!("place-{}", format.id());
                let place = format.has_place().then(|| check.field(&name, Line::optional(fields.get(&name))));
                Meeting { format, place: place.flatten().flatten() }
            })
            .collect();
        let meetings = ranking::in_order(&order, &found, |meeting| meeting.format);
        check.finish(Some(Self { meetings }))
    }

    fn fields(&self) -> Fields {
        let mut fields = ranking::add_to(Fields::new(), self.meetings.iter().map(|m| m.format));
        for meeting in &self.meetings {
            if let Some(place) = &meeting.place {
                fields.push(format!("place-{}", meeting.format.id()), place.as_str());
            }
        }
        fields
    }
}

choices! {
    /// Someone who interprets.
    Interpreter {
        /// British Sign Language.
        Bsl = "bsl",
        /// Sign-supported English.
        Sse = "sse",
        /// A lipspeaker.
        Lipspeaker = "lipspeaker",
        /// Deafblind manual or hands-on signing.
        Deafblind = "deafblind",
        /// Speech to text.
        SpeechToText = "speech-to-text",
        /// A spoken language.
        Spoken = "spoken",
    }
}

choices! {
    /// Something that makes an appointment possible; no diagnosis is asked for or kept.
    Adjustment {
        /// What will be talked about, sent before.
        AgendaBefore = "agenda-before",
        /// Breaks whenever asked for.
        Breaks = "breaks",
        /// More time to think and answer.
        MoreTime = "more-time",
        /// Plain words.
        PlainWords = "plain-words",
        /// A short note of what was said, afterwards.
        NoteAfter = "note-after",
        /// The same person each time.
        SamePerson = "same-person",
        /// Camera off.
        CameraOff = "camera-off",
        /// A quiet room.
        QuietRoom = "quiet-room",
        /// Soft light.
        SoftLight = "soft-light",
        /// Step-free all the way.
        StepFree = "step-free",
        /// Parking close by.
        Parking = "parking",
        /// A hearing loop.
        HearingLoop = "hearing-loop",
        /// Large print.
        LargePrint = "large-print",
    }
}

/// Who is with the person, who interprets, and what makes an appointment possible.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithMe {
    /// Who comes along.
    pub companion: Option<Line>,
    /// Who interprets.
    pub interpreter: Option<Interpreter>,
    /// Which spoken language, or anything more about interpreting.
    pub language: Option<Line>,
    /// The adjustments chosen.
    pub adjustments: Vec<Adjustment>,
    /// Anything else, in their words.
    pub also: Option<OwnWords>,
}

impl Parse for WithMe {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let companion = check.field("companion", Line::optional(fields.get("companion")));
        let interpreter = match Interpreter::parse(fields.get("interpreter")) {
            Err(ErrorKind::NotChosen) => Some(None),
            other => check.field("interpreter", other.map(Some)),
        };
        let language = check.field("language", Line::optional(fields.get("language")));
        let adjustments = ranking::ticked(fields, "adjustments", &mut check);
        let also = check.field("also", OwnWords::optional(fields.get("also")));
        let with_me = (|| {
            Some(Self {
                companion: companion?,
                interpreter: interpreter?,
                language: language?,
                adjustments,
                also: also?,
            })
        })();
        check.finish(with_me)
    }

    fn fields(&self) -> Fields {
        let line = |text: &Option<Line>| text.as_ref().map(ToString::to_string).unwrap_or_default();
        let mut fields = Fields::new()
            .with("companion", line(&self.companion))
            .with("interpreter", self.interpreter.map_or("", Choice::id))
            .with("language", line(&self.language));
        for adjustment in &self.adjustments {
            fields.push("adjustments", adjustment.id());
        }
        fields.with("also", self.also.as_ref().map_or("", OwnWords::as_str))
    }
}

choices! {
    /// When to remind the person of an appointment.
    Reminder {
        /// A week before.
        WeekBefore = "week-before",
        /// The day before.
        DayBefore = "day-before",
        /// The same morning.
        SameMorning = "same-morning",
    }
}

/// How long, how often, with how much notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    /// The longest an appointment may be, in minutes.
    pub longest: u16,
    /// The days from one appointment to the next, at least.
    pub gap: u16,
    /// The most appointments in a calendar month; none means as many as the gap leaves.
    pub most: Option<u8>,
    /// The days between an offer and the appointment, at least.
    pub notice: u16,
    /// When to remind.
    pub reminders: Vec<Reminder>,
}

impl Default for Pace {
    /// What holds until the person says otherwise: half an hour, a week apart, a week's notice, no reminders.
    fn default() -> Self {
        Self { longest: 30, gap: 7, most: None, notice: 7, reminders: Vec::new() }
    }
}

/// The lengths on the form, in minutes.
pub const LENGTHS: &[u16] = &[10, 15, 20, 30, 45, 60, 90];
/// The gaps on the form, in days.
pub const GAPS: &[u16] = &[0, 1, 2, 3, 7, 14, 21, 28, 42, 56, 91];
/// The most a month on the form.
pub const MOSTS: &[u8] = &[1, 2, 3, 4, 6, 8];
/// The notices on the form, in days.
pub const NOTICES: &[u16] = &[1, 2, 3, 5, 7, 14, 28];

/// One of the numbers that a form offers.
fn one_of<T: Copy + PartialEq + std::str::FromStr>(typed: &str, offered: &[T]) -> Result<T, ErrorKind> {
    if typed.is_empty() {
        return Err(ErrorKind::NotChosen);
    }
    typed.parse().ok().filter(|number| offered.contains(number)).ok_or(ErrorKind::NotAChoice)
}

impl Parse for Pace {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let longest = check.field("longest", one_of(fields.get("longest"), LENGTHS));
        let gap = check.field("gap", one_of(fields.get("gap"), GAPS));
        let most = match one_of(fields.get("most"), MOSTS) {
            Err(ErrorKind::NotChosen) => Some(None),
            other => check.field("most", other.map(Some)),
        };
        let notice = check.field("notice", one_of(fields.get("notice"), NOTICES));
        let reminders = ranking::ticked(fields, "reminders", &mut check);
        let pace = (|| Some(Self { longest: longest?, gap: gap?, most: most?, notice: notice?, reminders }))();
        check.finish(pace)
    }

    fn fields(&self) -> Fields {
        let mut fields = Fields::new()
            .with("longest", self.longest.to_string())
            .with("gap", self.gap.to_string())
            .with("most", self.most.map(|most| most.to_string()).unwrap_or_default())
            .with("notice", self.notice.to_string());
        for reminder in &self.reminders {
            fields.push("reminders", reminder.id());
        }
        fields
    }
}

/// The days and hours in which an appointment may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    /// A window for each day that has one.
    pub week: WeekHours,
}

impl Default for Times {
    fn default() -> Self {
        Self { week: WeekHours::office() }
    }
}

impl Parse for Times {
    fn parse(fields: &Fields, _: Now) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new();
        let week = WeekHours::parse(fields, &mut check);
        check.finish(week.map(|week| Self { week }))
    }

    fn fields(&self) -> Fields {
        self.week.add_to(Fields::new())
    }
}

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
        self.breaks.iter().find(|a_break| a_break.from <= day && day <= a_break.until)
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

/// All the terms that an offer of an appointment has to keep.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    /// The ways to meet.
    pub formats: Formats,
    /// How long, how often, with how much notice.
    pub pace: Pace,
    /// Days and hours.
    pub times: Times,
    /// Breaks.
    pub breaks: Breaks,
}
