//! Days of the week and hours of the day in which something may happen, by the clock on the person's wall.

use jiff::civil::{Time, Weekday};
use serde::{Deserialize, Serialize};

use crate::form::{Check, ErrorKind, Fields};

/// A stretch of one day, from `from` up to and including the end `until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(Time, Time)", into = "(Time, Time)")]
pub struct Window {
    from: Time,
    until: Time,
}

impl Window {
    /// A window.
    ///
    /// # Errors
    /// [`ErrorKind::EndsBeforeItStarts`] when it has no length.
    pub fn new(from: Time, until: Time) -> Result<Self, ErrorKind> {
        if from < until { Ok(Self { from, until }) } else { Err(ErrorKind::EndsBeforeItStarts) }
    }

    /// Its beginning.
    pub fn from(self) -> Time {
        self.from
    }

    /// Its end.
    pub fn until(self) -> Time {
        self.until
    }

    /// True when `from` to `until`, on the same day, is inside.
    pub fn covers(self, from: Time, until: Time) -> bool {
        self.from <= from && from <= until && until <= self.until
    }
}

impl TryFrom<(Time, Time)> for Window {
    type Error = String;
    fn try_from((from, until): (Time, Time)) -> Result<Self, String> {
        Self::new(from, until).map_err(|kind| kind.id().to_owned())
    }
}

impl From<Window> for (Time, Time) {
    fn from(window: Window) -> Self {
        (window.from, window.until)
    }
}

/// A week: a window for each day that has one, Monday first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekHours {
    /// Monday to Sunday.
    pub days: [Option<Window>; 7],
}

/// Monday to Sunday.
pub const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// The times a form offers: each half hour from 7am to 9pm.
pub fn half_hours() -> impl Iterator<Item = Time> {
    (14..=42).map(|half: i8| Time::constant(half / 2, (half % 2) * 30, 0, 0))
}

/// A time as a form sends it: `14:30`.
pub fn time_id(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// One of those, as a form sends it.
pub(crate) fn parse_time(id: &str) -> Result<Time, ErrorKind> {
    half_hours().find(|time| time_id(*time) == id).ok_or(ErrorKind::NotAChoice)
}

impl WeekHours {
    /// The window of a day of the week.
    pub fn on(&self, day: Weekday) -> Option<Window> {
        self.days[usize::try_from(day.to_monday_zero_offset()).unwrap_or_default()]
    }

    /// True when no day has a window.
    pub fn is_empty(&self) -> bool {
        self.days.iter().all(Option::is_none)
    }

    /// Monday to Friday, 9am to 5pm: what holds until the person says otherwise.
    pub fn office() -> Self {
        let window = Window { from: Time::constant(9, 0, 0, 0), until: Time::constant(17, 0, 0, 0) };
        let mut days = [Some(window); 7];
        days[5] = None;
        days[6] = None;
        Self { days }
    }

    /// Reads the fields `from-1`, `until-1` (Monday) to `from-7`, `until-7`; a day with no `from` is not a day.
    pub fn parse(fields: &Fields, check: &mut Check) -> Option<Self> {
        let mut days = [None; 7];
        let mut whole = true;
        for (index, day) in days.iter_mut().enumerate() {
            let (from_name, until_name) = (format!("from-{}", index + 1), format!("until-{}", index + 1));
            let from = fields.get(&from_name);
            if from.is_empty() {
                continue;
            }
            let from = check.field(&from_name, parse_time(from));
            let until = check.field(&until_name, parse_time(fields.get(&until_name)));
            let window = match (from, until) {
                (Some(from), Some(until)) => check.field(&until_name, Window::new(from, until)),
                _ => None,
            };
            whole &= window.is_some();
            *day = window;
        }
        whole.then_some(Self { days })
    }

    /// The fields that would send this again.
    pub fn add_to(&self, mut fields: Fields) -> Fields {
        for (index, day) in self.days.iter().enumerate() {
            if let Some(window) = day {
                fields.push(format!("from-{}", index + 1), time_id(window.from));
                fields.push(format!("until-{}", index + 1), time_id(window.until));
            }
        }
        fields
    }

    /// Days with the same window together, in the order of the week, for a sentence.
    pub fn together(&self) -> Vec<(Window, Vec<Weekday>)> {
        let mut groups: Vec<(Window, Vec<Weekday>)> = Vec::new();
        for (day, window) in WEEK.iter().zip(self.days) {
            let Some(window) = window else { continue };
            match groups.iter_mut().find(|(of, _)| *of == window) {
                Some((_, days)) => days.push(*day),
                None => groups.push((window, vec![*day])),
            }
        }
        groups
    }
}
