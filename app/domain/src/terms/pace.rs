//! How long, how often, with how much notice.

use serde::{Deserialize, Serialize};

use crate::{
    choices,
    form::{Check, ErrorKind, FieldError, Fields, Parse},
    ranking,
    reading::Choice,
    time::Now,
};

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
