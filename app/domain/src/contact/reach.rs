//! Where and from when the person is reached by email: never outside their hours, nor when they want no contact (promise 3).

use jiff::{Span, Timestamp};

use super::Channel;
use crate::{
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

impl Reach {
    /// What holds at a moment.
    pub fn by_email(state: &State, now: Now) -> Self {
        let ways = state.ways();
        let detail = ways.ways.into_iter().find(|way| way.channel == Channel::Email).and_then(|way| way.detail);
        let address = detail.and_then(|detail| EmailAddress::parse(detail.as_str()).ok());
        let Some(address) = address.filter(|_| may_contact(state, now)) else { return Self::Never };
        match next_hour(ways.hours, now) {
            Some(from) if from > now.at => Self::Later(address, from),
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
