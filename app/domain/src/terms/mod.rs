//! The person's terms for appointments: formats, who is with them, pace, times and breaks (promise 3).

mod breaks;
mod formats;
mod pace;
mod times;
mod with_me;

pub use breaks::{Break, Breaks, MOST_BREAKS};
pub use formats::{Format, Formats, Meeting};
pub use pace::{GAPS, LENGTHS, MOSTS, NOTICES, Pace, Reminder};
pub use times::Times;
pub use with_me::{Adjustment, Interpreter, WithMe};

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
