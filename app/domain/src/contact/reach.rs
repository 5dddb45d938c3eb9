//! Where and from when the person is reached by email: never outside their hours, nor when they want no contact (promise 3).

use jiff::{Span, Timestamp};

use super::{Channel, Ways};
use crate::{
    choices,
    decide::may_contact,
    email::EmailAddress,
    hours::WeekHours,
    state::State,
    time::{Now, clock},
};

/// Where the person wants to be reached by email, and from when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Here, and it is their hour.
    Now(EmailAddress),
    /// Here, from this moment on.
    Later(EmailAddress, Timestamp),
    /// By no email, or not at all.
    Never,
}

choices! {
    /// Where a change of how the person is reached is told.
    Side {
        /// Where they were reached before it.
        Before = "before",
        /// Where they are reached now.
        After = "after",
    }
}

impl Reach {
    /// What holds at a moment.
    pub fn by_email(state: &State, now: Now) -> Self {
        Self::through(&state.ways(), state, now)
    }

    /// Where one side of a change is told, named by the moment of it: nowhere once it was put back, and one address once.
    pub fn of_change(state: &State, until: Timestamp, side: Side, now: Now) -> Self {
        let (held, stands) = (state.earlier_contact(), state.contact_details());
        let Some(earlier) = held.to_put_back(&stands, now.at).find(|one| one.until == until) else {
            return Self::Never;
        };
        let before = &earlier.details.ways;
        let ways = match side {
            Side::After => &stands.ways,
            Side::Before if before.email() == stands.ways.email() => return Self::Never,
            Side::Before => before,
        };
        match Self::through(ways, state, now) {
            Self::Now(address) if now.at < earlier.told_from() => Self::Later(address, earlier.told_from()),
            Self::Later(address, from) => Self::Later(address, from.max(earlier.told_from())),
            reach => reach,
        }
    }

    fn through(ways: &Ways, state: &State, now: Now) -> Self {
        let Some(address) = ways.email().filter(|_| may_contact(state, now)) else { return Self::Never };
        match next_hour(ways.hours, now.at) {
            Some(from) if from > now.at => Self::Later(address, from),
            Some(_) => Self::Now(address),
            None => Self::Never,
        }
    }
}

impl Ways {
    /// The address to which emails go.
    pub fn email(&self) -> Option<EmailAddress> {
        let detail = self.ways.iter().find(|way| way.channel == Channel::Email).and_then(|way| way.detail.as_ref())?;
        EmailAddress::parse(detail.as_str()).ok()
    }

    /// The first moment from `at` on at which an email can go there.
    pub fn email_from(&self, at: Timestamp) -> Option<Timestamp> {
        self.email().and_then(|_| next_hour(self.hours, at))
    }
}

/// The moment from which it is an hour of theirs: now, where it is one; no hours at all are any time.
fn next_hour(hours: WeekHours, at: Timestamp) -> Option<Timestamp> {
    let clock = clock();
    let wall = at.to_zoned(clock.clone()).datetime();
    if hours.is_empty() {
        return Some(at);
    }
    let begins = |days: i64| {
        let day = wall.date().checked_add(Span::new().days(days)).ok()?;
        let window = hours.on(day.weekday())?;
        if days == 0 && window.covers(wall.time(), wall.time()) {
            return Some(at);
        }
        let from = day.to_datetime(window.from()).to_zoned(clock.clone()).ok()?.timestamp();
        (from > at).then_some(from)
    };
    (0..=7).find_map(begins)
}
