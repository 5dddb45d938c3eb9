//! Where and from when the person is reached: never outside their hours, nor when they want no contact (promise 3).

use jiff::{Span, Timestamp};

use super::{Channel, Postal, Way, Ways};
use crate::{
    choices,
    decide::may_contact,
    email::EmailAddress,
    hours::WeekHours,
    state::State,
    text::Line,
    time::{Now, clock},
};

/// Where something is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// An email address.
    Email(EmailAddress),
    /// The number of a phone that takes text messages.
    Text(Line),
    /// Where the post goes.
    Letter(Postal),
}

impl Address {
    /// By which channel it is reached.
    pub fn channel(&self) -> Channel {
        match self {
            Self::Email(_) => Channel::Email,
            Self::Text(_) => Channel::Text,
            Self::Letter(_) => Channel::Letter,
        }
    }

    /// The address of a way to reach somebody, where a machine can send something there.
    fn of(way: &Way) -> Option<Self> {
        let detail = way.detail.as_ref()?;
        match way.channel {
            Channel::Email => EmailAddress::parse(detail.as_str()).ok().map(Self::Email),
            Channel::Text => Some(Self::Text(detail.clone())),
            Channel::Letter => Postal::parse(detail.as_str()).map(Self::Letter),
            Channel::Here | Channel::Phone => None,
        }
    }
}

/// Where the person wants to be reached, and from when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Here, and it is their hour.
    Now(Address),
    /// From this moment on.
    Later(Timestamp),
    /// By none of the channels, or not at all.
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
    /// What holds at a moment, where something can be sent `by` some channels: the first of their ways that is one of those.
    pub fn by(state: &State, by: &[Channel], now: Now) -> Self {
        Self::through(&state.ways(), state, by, now)
    }

    /// Where one side of a change is told, named by the moment of it: nowhere once it was put back, and one address once.
    pub fn of_change(state: &State, until: Timestamp, side: Side, by: &[Channel], now: Now) -> Self {
        let (held, stands) = (state.earlier_contact(), state.contact_details());
        let Some(earlier) = held.to_put_back(&stands, now.at).find(|one| one.until == until) else {
            return Self::Never;
        };
        let before = &earlier.details.ways;
        let ways = match side {
            Side::After => &stands.ways,
            Side::Before if before.address(by) == stands.ways.address(by) => return Self::Never,
            Side::Before => before,
        };
        match Self::through(ways, state, by, now) {
            Self::Now(_) if now.at < earlier.told_from() => Self::Later(earlier.told_from()),
            Self::Later(from) => Self::Later(from.max(earlier.told_from())),
            reach => reach,
        }
    }

    fn through(ways: &Ways, state: &State, by: &[Channel], now: Now) -> Self {
        let Some(address) = ways.address(by).filter(|_| may_contact(state, now)) else { return Self::Never };
        match next_hour(ways.hours, now.at) {
            Some(from) if from > now.at => Self::Later(from),
            Some(_) => Self::Now(address),
            None => Self::Never,
        }
    }
}

/// By what a machine can send something.
const SENT: [Channel; 3] = [Channel::Email, Channel::Text, Channel::Letter];

impl Ways {
    /// Where something goes that can be sent `by` some channels: the first of the ways that is one of those.
    pub fn address(&self, by: &[Channel]) -> Option<Address> {
        self.ways.iter().filter(|way| by.contains(&way.channel)).find_map(Address::of)
    }

    /// The address to which emails go.
    pub fn email(&self) -> Option<EmailAddress> {
        match self.address(&[Channel::Email])? {
            Address::Email(address) => Some(address),
            Address::Text(_) | Address::Letter(_) => None,
        }
    }

    /// The first moment from `at` on at which something can be sent there.
    pub fn sent_from(&self, at: Timestamp) -> Option<Timestamp> {
        self.address(&SENT).and_then(|_| next_hour(self.hours, at))
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
