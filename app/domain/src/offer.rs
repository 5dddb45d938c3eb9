//! The rule that binds staff: an offer of an appointment is within the person's terms, or is refused with each reason.
//!
//! The same rule draws the month picture, so what a person sees is what will be kept to.

use jiff::{
    Zoned,
    civil::{Date, Time},
};

use crate::{
    choices,
    terms::{Format, Terms},
    time::days_between,
};

/// The shortest appointment that can be offered, in minutes.
pub const SHORTEST: u16 = 5;

/// A stretch of one day by the clock on the person's wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The day.
    pub day: Date,
    /// The first moment.
    pub from: Time,
    /// The last moment.
    pub until: Time,
}

/// An appointment as it could be offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// How to meet.
    pub format: Format,
    /// How long, in minutes as they pass.
    pub minutes: u16,
    /// When, by the clock on the wall: one stretch, or more when the clock changes during it or it goes past midnight.
    stretches: Vec<Stretch>,
}

impl Offer {
    /// An offer on one day, with no change of the clock during it.
    ///
    /// None when it would go past the end of the day.
    pub fn on_day(format: Format, day: Date, from: Time, minutes: u16) -> Option<Self> {
        let minute =
            (u16::try_from(from.hour()).ok()? * 60 + u16::try_from(from.minute()).ok()?).checked_add(minutes)?;
        let until = Time::new(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, 0, 0).ok()?;
        Some(Self { format, minutes, stretches: vec![Stretch { day, from, until }] })
    }

    /// An offer from an instant on. Where the clock is put forward or back during it, each side is a stretch of its own.
    ///
    /// None when the end is beyond the calendar.
    pub fn at(format: Format, start: &Zoned, minutes: u16) -> Option<Self> {
        let zone = start.time_zone();
        let end = start.checked_add(jiff::Span::new().minutes(minutes)).ok()?;
        let mut stretches = Vec::new();
        let mut from = start.clone();
        while from < end {
            let change =
                zone.following(from.timestamp()).next().map(|transition| transition.timestamp().to_zoned(zone.clone()));
            let midnight = from.tomorrow().and_then(|day| day.start_of_day()).ok()?;
            let until = [Some(end.clone()), change.clone(), Some(midnight)].into_iter().flatten().min()?;
            // The last moment by the clock that ran during the stretch: at a change, not the time it is set to.
            let wall = zone.to_offset(from.timestamp()).to_datetime(until.timestamp());
            let last = if wall.date() == from.date() { wall.time() } else { Time::MAX };
            stretches.push(Stretch { day: from.date(), from: from.time(), until: last });
            from = until;
        }
        Some(Self { format, minutes, stretches })
    }

    /// The day it begins.
    pub fn day(&self) -> Option<Date> {
        self.stretches.first().map(|stretch| stretch.day)
    }
}

choices! {
    /// A term that an offer breaks; each has a message in every language, `error-<id>`.
    TermBroken {
        /// A way to meet that the person did not choose.
        Format = "term-format",
        /// Longer than they said.
        TooLong = "term-too-long",
        /// No length, or nearly none.
        TooShort = "term-too-short",
        /// Sooner after another than they said, or sooner before one.
        TooClose = "term-too-close",
        /// More in the month than they said.
        TooManyInMonth = "term-too-many-in-month",
        /// A day or an hour they did not choose.
        OutsideHours = "term-outside-hours",
        /// During a break.
        OnBreak = "term-on-break",
        /// With less notice than they said.
        TooLittleNotice = "term-too-little-notice",
    }
}

/// The terms that `offer`, made on the day `made`, breaks, given the days of the `other` appointments.
///
/// # Errors
/// Each term that it breaks, each once. Promise 3.
pub fn check(terms: &Terms, offer: &Offer, made: Date, others: &[Date]) -> Result<(), Vec<TermBroken>> {
    let mut broken = Vec::new();
    let mut say = |is_broken: bool, term| {
        if is_broken && !broken.contains(&term) {
            broken.push(term);
        }
    };
    let chosen = &terms.formats.meetings;
    say(!chosen.iter().any(|meeting| meeting.format == offer.format), TermBroken::Format);
    say(offer.minutes > terms.pace.longest, TermBroken::TooLong);
    say(offer.minutes < SHORTEST, TermBroken::TooShort);
    for stretch in &offer.stretches {
        let window = terms.times.week.on(stretch.day.weekday());
        let covered = window.is_some_and(|window| window.covers(stretch.from, stretch.until));
        say(!covered, TermBroken::OutsideHours);
        say(terms.breaks.on(stretch.day).is_some(), TermBroken::OnBreak);
    }
    match offer.day() {
        None => say(true, TermBroken::TooShort),
        Some(day) => {
            say(days_between(made, day) < i32::from(terms.pace.notice), TermBroken::TooLittleNotice);
            let too_close = |other: &Date| days_between(*other, day).abs() < i32::from(terms.pace.gap);
            say(others.iter().any(too_close), TermBroken::TooClose);
            let in_month = others.iter().filter(|other| other.first_of_month() == day.first_of_month()).count();
            say(terms.pace.most.is_some_and(|most| in_month >= usize::from(most)), TermBroken::TooManyInMonth);
        }
    }
    if broken.is_empty() { Ok(()) } else { Err(broken) }
}
