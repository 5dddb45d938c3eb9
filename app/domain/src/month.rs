//! What a month would look like under the person's terms, drawn by the rule that binds staff.

use jiff::civil::{Date, Time};

use crate::{
    offer::{Offer, SHORTEST, TermBroken, check},
    terms::{Format, Terms},
};

/// What a day of the month is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayMark {
    /// An appointment could be on this day, and in the example there is one.
    Call,
    /// Kept free: too close after the one before it in the example.
    Gap,
    /// Kept free: the month already has as many as the person said.
    Full,
    /// In a break, with its name.
    Break(Option<String>),
    /// Not one of the person's days, or nothing can be offered that soon.
    Closed,
}

/// A month under the person's terms: the fullest it could be, each appointment on the first day that the rule allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// The first day.
    pub first: Date,
    /// Each day, in order.
    pub days: Vec<DayMark>,
    /// The most appointments that could be offered in it.
    pub most: usize,
    /// The parts of the day in which there could be one in this month.
    pub parts: Parts,
}

/// The parts of a day: the morning ends at midday, the afternoon at 5pm.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts {
    /// Before midday.
    pub morning: bool,
    /// From midday to 5pm.
    pub afternoon: bool,
    /// From 5pm.
    pub evening: bool,
}

/// Draws the month that `first` is in, for offers made on the day `today`.
pub fn picture(terms: &Terms, first: Date, today: Date) -> Month {
    let first = first.first_of_month();
    let format = terms.formats.meetings.first().map_or(Format::Writing, |meeting| meeting.format);
    let mut calls: Vec<Date> = Vec::new();
    let mut parts = Parts::default();
    let mut days = Vec::new();
    for day in (1..=first.days_in_month()).filter_map(|day| Date::new(first.year(), first.month(), day).ok()) {
        let mark = mark(terms, format, day, today, &calls);
        if mark == DayMark::Call {
            calls.push(day);
        }
        if matches!(mark, DayMark::Call | DayMark::Gap | DayMark::Full)
            && let Some(window) = terms.times.week.on(day.weekday())
        {
            let midday = Time::constant(12, 0, 0, 0);
            let evening = Time::constant(17, 0, 0, 0);
            parts.morning |= window.from() < midday;
            parts.afternoon |= window.from() < evening && window.until() > midday;
            parts.evening |= window.until() > evening;
        }
        days.push(mark);
    }
    Month { first, days, most: calls.len(), parts }
}

fn mark(terms: &Terms, format: Format, day: Date, today: Date, calls: &[Date]) -> DayMark {
    if let Some(a_break) = terms.breaks.on(day) {
        return DayMark::Break(a_break.name.as_ref().map(ToString::to_string));
    }
    // The shortest offer at the beginning of the day's window: if the rule refuses that one, it refuses them all.
    let offer =
        terms.times.week.on(day.weekday()).and_then(|window| Offer::on_day(format, day, window.from(), SHORTEST));
    let Some(offer) = offer else { return DayMark::Closed };
    match check(terms, &offer, today, calls) {
        Ok(()) => DayMark::Call,
        Err(broken) if broken == [TermBroken::TooClose] => DayMark::Gap,
        Err(broken) if broken.iter().all(|term| matches!(term, TermBroken::TooClose | TermBroken::TooManyInMonth)) => {
            DayMark::Full
        }
        Err(_) => DayMark::Closed,
    }
}
