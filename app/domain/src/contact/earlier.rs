//! How the person could be reached before that was changed, for as long as a change is told and can be undone.
//!
//! Whoever picks up somebody's phone can change where messages go. So a change is told to where they went before and to where they go
//! now, a day later and in the person's hours, and each wording that stood can be put back for a week after that.

use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use super::{Safe, Ways};
use crate::time::clock;

/// How long a change rests before it is told: whoever stands beside the person then hears no phone, and a slip is put right unheard.
pub const DELAY: SignedDuration = SignedDuration::from_hours(24);
/// For how long it can be undone after that.
pub const UNDO_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How the person is reached: everything of it that a change is told of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// How and when.
    pub ways: Ways,
    /// How safely.
    pub safe: Safe,
}

impl Details {
    /// True when something that was said is said no longer.
    fn loses_by(&self, after: &Self) -> bool {
        self.ways != Ways::default() && self.ways != after.ways
            || self.safe != Safe::default() && self.safe != after.safe
    }
}

/// Details that stood once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// What they said.
    #[serde(flatten)]
    pub details: Details,
    /// Until when they stood; what names them as well.
    pub until: Timestamp,
}

impl Earlier {
    /// When the change is told, at the earliest.
    pub fn told_from(&self) -> Timestamp {
        self.until + DELAY
    }

    /// Until when they can be put back.
    pub fn kept_until(&self) -> Timestamp {
        self.told_from() + UNDO_FOR
    }
}

/// Details that stood and can be put back, in the order in which they ended.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierContact {
    /// Each that anybody can have relied on.
    pub earlier: Vec<Earlier>,
}

impl EarlierContact {
    /// The same, once `before` becomes `after`.
    ///
    /// To say something where nothing was said takes nothing away. Nor does what replaces another change that is not told yet: nobody
    /// was ever reached there. One that stood before, and stands again for a moment only, is not forgotten by that.
    #[must_use]
    pub fn and(&self, before: Details, after: &Details, at: Timestamp) -> Self {
        if before == *after {
            return self.clone();
        }
        let mut earlier: Vec<Earlier> = self.earlier.iter().filter(|one| at < one.kept_until()).cloned().collect();
        let came_untold = earlier.iter().any(|one| at < one.told_from());
        match earlier.iter().position(|one| one.details == before) {
            // It is told already when it says: a later change must not put that off.
            Some(known) if at < earlier[known].told_from() => {}
            Some(known) => {
                earlier.remove(known);
                earlier.push(Earlier { details: before, until: at });
            }
            None if came_untold || !before.loses_by(after) => {}
            None => earlier.push(Earlier { details: before, until: at }),
        }
        Self { earlier }
    }

    /// Those that can be put back now, beside what stands; the latest first.
    pub fn to_put_back<'a>(&'a self, stands: &'a Details, at: Timestamp) -> impl Iterator<Item = &'a Earlier> {
        self.earlier.iter().rev().filter(move |one| at < one.kept_until() && one.details != *stands)
    }

    /// The day on which the last of them can be put back no longer.
    pub fn until(&self) -> Date {
        let last = self.earlier.iter().map(Earlier::kept_until).max().unwrap_or(Timestamp::MIN);
        last.to_zoned(clock()).date().checked_add(1.day()).unwrap_or(Date::MAX)
    }
}
