//! The times that a case worker can pick from: those within the person's terms and no others, and of each other day why not (promise 3).

use jiff::{
    ToSpan as _,
    civil::{Date, Time},
};

use crate::{
    appointment::Slot,
    hours::half_hours,
    ids::{AppointmentId, StaffId},
    offer::{Offer, TermBroken, check},
    state::State,
    terms::Format,
    time::Now,
};

/// How many days are shown.
pub const DAYS: i32 = 35;

/// A day to pick from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickerDay {
    /// Which.
    pub day: Date,
    /// When it could begin.
    pub times: Vec<Time>,
    /// Where it could not: why, as few reasons as any time of that day has.
    pub why_not: Vec<TermBroken>,
}

/// What is to be picked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// By whom.
    pub with: StaffId,
    /// How to meet.
    pub format: Format,
    /// For how long.
    pub minutes: u16,
    /// The one whose place it would take.
    pub replaces: Option<AppointmentId>,
}

/// The days after today. What is agreed stands in the way, but for what it would replace; so does what was promised to others.
pub fn days(state: &State, wanted: Wanted, now: Now) -> Vec<PickerDay> {
    let Wanted { with, format, minutes, replaces } = wanted;
    let terms = state.terms();
    let agreed: Vec<(Slot, u16)> = agreed_but(state, replaces).collect();
    let others: Vec<Date> = agreed.iter().map(|(slot, _)| slot.day).collect();
    let is_free = |slot: Slot| {
        let at_once = agreed.iter().any(|(other, long)| slot.overlaps(minutes, *other, *long));
        !at_once && !state.is_promised(with, slot, minutes)
    };
    let one = |ahead: i32| {
        let day = now.today.checked_add(ahead.days()).ok()?;
        let (mut times, mut why_not) = (Vec::new(), None::<Vec<TermBroken>>);
        for from in half_hours() {
            let slot = Slot { day, from };
            let Some(offer) = slot.begins().and_then(|begins| Offer::at(format, &begins, minutes)) else { continue };
            match check(&terms, &offer, now.today, &others) {
                Ok(()) if is_free(slot) => times.push(from),
                Err(broken) if why_not.as_ref().is_none_or(|least| broken.len() < least.len()) => {
                    why_not = Some(broken);
                }
                Ok(()) | Err(_) => {}
            }
        }
        let why_not = if times.is_empty() { why_not.unwrap_or_default() } else { Vec::new() };
        Some(PickerDay { day, times, why_not })
    };
    (1..=DAYS).filter_map(one).collect()
}

/// The lengths that can be picked, in minutes: in steps that people use, up to the longest that the person said.
pub fn lengths(state: &State) -> Vec<u16> {
    let longest = state.pace().longest;
    let mut lengths: Vec<u16> =
        [15, 20, 30, 45, 60, 90, 120].into_iter().filter(|minutes| *minutes < longest).collect();
    lengths.push(longest);
    lengths
}

/// What is agreed, but for the one that would be moved, and how long each is: nothing else is at the same time.
pub(crate) fn agreed_but(state: &State, replaced: Option<AppointmentId>) -> impl Iterator<Item = (Slot, u16)> {
    let others = state.appointments().filter(move |(id, _)| Some(*id) != replaced);
    others.filter_map(|(_, one)| Some((one.agreed()?, one.draft.minutes)))
}
