//! An appointment in words: who, when, how and why, wherever it is shown.

use own_terms_domain::{
    actor::Actor,
    appointment::{Appointment, Slot, Suggestion},
    hours::time_id,
    time::Now,
};

use crate::{
    i18n::{say_date, say_time},
    pages::words::{say_actor, say_choice},
    t,
};

/// With whom.
pub(super) fn say_with(one: &Appointment) -> String {
    say_actor(Actor::CaseWorker(one.with))
}

/// A time with its end: "Tuesday 3 March 2027, 2pm to 2:20pm".
pub fn say_slot(slot: Slot, minutes: u16) -> String {
    let until = slot.ends(minutes).map_or(slot.from, |end| end.time());
    t!("slot-said", day = say_date(slot.day), from = say_time(slot.from), until = say_time(until))
}

/// What the person would rather have, a line each.
pub fn say_suggestion(wanted: &Suggestion) -> Vec<String> {
    let Suggestion { format, day, from, words } = wanted;
    let mut lines = Vec::new();
    lines.extend(format.map(|format| say_choice("format-title", format)));
    lines.extend(day.map(say_date));
    lines.extend(from.map(say_time));
    lines.extend(words.as_ref().map(ToString::to_string));
    lines
}

/// All that an appointment says, a line each.
pub fn say_appointment(one: &Appointment, now: Now) -> Vec<String> {
    let draft = &one.draft;
    let mut lines = vec![
        say_choice("appointment-status", one.status(now)),
        t!("appointment-said-with", who = say_with(one)),
        t!("appointment-said-why", words = draft.why.to_string()),
        t!("offers-how-long", how = say_choice("format-title", draft.format), minutes = draft.minutes),
    ];
    lines.extend(draft.place.as_ref().map(|place| t!("appointment-said-place", place = place.to_string())));
    lines.extend(one.slot().map(|slot| t!("appointment-said-when", when = say_slot(slot, draft.minutes))));
    lines.extend(draft.times.iter().map(|slot| t!("appointment-said-time", when = say_slot(*slot, draft.minutes))));
    lines.extend(draft.bring.as_ref().map(|words| t!("appointment-said-bring", words = words.to_string())));
    lines.extend(draft.not_bring.as_ref().map(|words| t!("appointment-said-not-bring", words = words.to_string())));
    lines.extend(draft.replaces.map(|_| t!("appointment-said-replaces")));
    let wanted = one.suggestion.iter().flat_map(say_suggestion);
    lines.extend(wanted.map(|words| t!("appointment-said-suggested", words = words)));
    lines.push(t!("appointment-said-offered", day = say_date(one.offered)));
    lines
}

/// A time of day as a form sends it, and in words.
pub(super) fn time_pick(time: jiff::civil::Time) -> (String, String) {
    (time_id(time), say_time(time))
}
