//! The clock: the only place that asks what time it is.

use std::sync::LazyLock;

use jiff::{Timestamp, tz::TimeZone};
use own_terms_domain::time::Now;

/// Where the service is: the time on the wall there is the time that people mean.
pub static LONDON: LazyLock<TimeZone> = LazyLock::new(|| jiff::tz::get!("Europe/London"));

/// What time it is.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// By this machine.
    System,
    /// Always the same, for tests.
    Stopped(Timestamp),
}

impl Clock {
    /// The moment, and the day it is in London.
    pub fn now(self) -> Now {
        let at = match self {
            #[expect(clippy::disallowed_methods, reason = "this is the place that the rule names")]
            Self::System => Timestamp::now(),
            Self::Stopped(at) => at,
        };
        now_at(at)
    }
}

/// A moment, with the day it is in London.
pub fn now_at(at: Timestamp) -> Now {
    Now { at, today: at.to_zoned(LONDON.clone()).date() }
}
