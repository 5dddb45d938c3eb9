//! The clock: the only place that asks what time it is.

use std::sync::LazyLock;

use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::TimeZone};
use own_terms_domain::time::Now;

/// Where the service is: the time on the wall there is the time that people mean.
pub static LONDON: LazyLock<TimeZone> = LazyLock::new(|| jiff::tz::get!("Europe/London"));

/// What time it is.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// By this machine.
    System,
    /// By this machine, and so much later or earlier: a demonstration shows what a day brings that is to come.
    Off(SignedDuration),
    /// Always the same, for tests.
    Stopped(Timestamp),
}

impl Clock {
    /// The one that now shows this time on the wall in London; by this machine where none is named.
    ///
    /// # Errors
    /// When no day that the clock knows is meant.
    pub fn starting(on_the_wall: Option<DateTime>) -> Result<Self, jiff::Error> {
        let Some(wall) = on_the_wall else { return Ok(Self::System) };
        let by = wall.to_zoned(LONDON.clone())?.timestamp().duration_since(by_this_machine());
        // Room on both sides for what is reckoned from it.
        by_this_machine().checked_add(by)?.checked_add(SignedDuration::from_hours(24 * 366 * 100))?;
        Ok(Self::Off(by))
    }

    /// The moment, and the day it is in London.
    pub fn now(self) -> Now {
        now_at(match self {
            Self::System => by_this_machine(),
            Self::Off(by) => by_this_machine() + by,
            Self::Stopped(at) => at,
        })
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the place that the rule names")]
fn by_this_machine() -> Timestamp {
    Timestamp::now()
}

/// A moment, with the day it is in London.
pub fn now_at(at: Timestamp) -> Now {
    Now { at, today: at.to_zoned(LONDON.clone()).date() }
}
