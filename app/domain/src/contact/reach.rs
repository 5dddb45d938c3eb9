//! Where and from when the person is reached: never outside their hours, nor when they want no contact (promise 3).

use jiff::{Span, Timestamp};

use super::{Channel, Way};
use crate::{
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
}

impl Address {
    /// By which channel it is reached.
    pub fn channel(&self) -> Channel {
        match self {
            Self::Email(_) => Channel::Email,
            Self::Text(_) => Channel::Text,
        }
    }

    /// The address of a way to reach somebody, where a machine can send something there.
    fn of(way: Way) -> Option<Self> {
        let detail = way.detail?;
        match way.channel {
            Channel::Email => EmailAddress::parse(detail.as_str()).ok().map(Self::Email),
            Channel::Text => Some(Self::Text(detail)),
            Channel::Here | Channel::Letter | Channel::Phone => None,
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

impl Reach {
    /// What holds at a moment, where something can be sent `by` some channels: the first of their ways that is one of those.
    pub fn by(state: &State, by: &[Channel], now: Now) -> Self {
        let ways = state.ways();
        let can_be = ways.ways.into_iter().filter(|way| by.contains(&way.channel));
        let address = can_be.filter_map(Address::of).next();
        let Some(address) = address.filter(|_| may_contact(state, now)) else { return Self::Never };
        match next_hour(ways.hours, now) {
            Some(from) if from > now.at => Self::Later(from),
            Some(_) => Self::Now(address),
            None => Self::Never,
        }
    }
}

/// The moment from which it is an hour of theirs: now, where it is one; no hours at all are any time.
fn next_hour(hours: WeekHours, now: Now) -> Option<Timestamp> {
    let clock = clock();
    let wall = now.at.to_zoned(clock.clone()).datetime();
    if hours.is_empty() {
        return Some(now.at);
    }
    let begins = |days: i64| {
        let day = wall.date().checked_add(Span::new().days(days)).ok()?;
        let window = hours.on(day.weekday())?;
        if days == 0 && window.covers(wall.time(), wall.time()) {
            return Some(now.at);
        }
        let from = day.to_datetime(window.from()).to_zoned(clock.clone()).ok()?.timestamp();
        (from > now.at).then_some(from)
    };
    (0..=7).find_map(begins)
}
