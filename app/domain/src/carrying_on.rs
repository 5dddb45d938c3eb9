//! Carrying on at a light touch, for as long as the person wants: ended by them at any time, or by agreement with notice.
//!
//! Nothing asks whether a job has begun, and it goes on whether one has or not.

use jiff::{ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{choices, ids::StaffId};

/// The days from a proposal to end it until the last day, at least.
pub const NOTICE: i32 = 28;

choices! {
    /// How often at the most.
    Touch {
        /// Once in four weeks.
        Month = "month",
        /// Once in eight weeks.
        TwoMonths = "two-months",
        /// Once in thirteen weeks.
        Quarter = "quarter",
    }
}

impl Touch {
    /// The days from one appointment to the next, at least.
    pub fn gap(self) -> u16 {
        match self {
            Self::Month => 28,
            Self::TwoMonths => 56,
            Self::Quarter => 91,
        }
    }
}

choices! {
    /// What the person says to an end that was proposed.
    EndingAnswer {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Not now.
        NotNow = "not-now",
    }
}

/// An end that the case worker proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// Who.
    pub with: StaffId,
    /// The last day.
    pub last: Date,
    /// True once the person said "not now".
    pub deferred: bool,
}

/// That the person carries on, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarryingOn {
    /// How often at the most.
    pub touch: Touch,
    /// Since when.
    pub since: Date,
    /// An end that was proposed, and not answered yet.
    pub ending: Option<Ending>,
}

impl CarryingOn {
    /// The end that waits for an answer; one whose day has passed unanswered ended nothing, and waits no more.
    pub fn waiting(&self, today: Date) -> Option<&Ending> {
        self.ending.as_ref().filter(|ending| today <= ending.last)
    }
}

/// The first last day that can be proposed on a day.
pub fn earliest_end(today: Date) -> Date {
    today.checked_add(NOTICE.days()).unwrap_or(today)
}

/// The latest.
pub fn latest_end(today: Date) -> Date {
    today.checked_add(1.year()).unwrap_or(today)
}
