//! Breaks and appointments as a calendar has them (RFC 5545), that say nothing of what they are: other people see calendars too
//! (promise 12).
//!
//! No METHOD: a calendar then just takes them in. With one it would name an organiser (RFC 5546), and that would tell.

use jiff::{ToSpan as _, Zoned, civil::Date, tz::TimeZone};
use own_terms_app::t;
use own_terms_domain::{
    appointment::{Appointment, Progress},
    ids::{AppointmentId, ClaimantId},
    item::{Held, Item, ItemId, Version},
    state::State,
    terms::{Break, Breaks},
    time::Now,
};
use own_terms_receipt::hex::digits;
use sha2::{Digest as _, Sha256};

use super::Record;

/// The whole file.
pub(super) fn calendar(record: &Record) -> String {
    whole(&[], &events(record.whose, &record.items.iter().collect::<Vec<_>>(), record.now))
}

/// The same for a calendar that asks by itself: what it is called, and how often to ask, are said in it as well (RFC 7986).
pub fn calendar_feed(state: &State, now: Now) -> String {
    let name = escaped(&t!("calendar-private"));
    let about = [
        format!("NAME:{name}"),
        // As calendars had it before there was a word for it, and as most of them still read it.
        format!("X-WR-CALNAME:{name}"),
        format!("REFRESH-INTERVAL;VALUE=DURATION:{ASK_EVERY}"),
        format!("X-PUBLISHED-TTL:{ASK_EVERY}"),
    ];
    whole(&about, &events(state.claimant(), &state.at_hand().collect::<Vec<_>>(), now))
}

/// How often a calendar is asked to come: what is called off in the morning is known in the afternoon.
const ASK_EVERY: &str = "PT4H";

fn events(whose: ClaimantId, items: &[&Held], now: Now) -> Vec<String> {
    let mut events = Vec::new();
    let breaks = items.iter().filter_map(|held| match &held.item {
        Item::Breaks(Breaks { breaks }) => Some(breaks),
        _ => None,
    });
    let breaks: Vec<&Break> = breaks.flatten().collect();
    for (at, a_break) in breaks.iter().enumerate() {
        let days = [
            format!("DTSTART;VALUE=DATE:{}", day(a_break.from)),
            // The day after the last.
            format!("DTEND;VALUE=DATE:{}", day(a_break.until.saturating_add(1.day()))),
        ];
        events.push(event(&uid(whose, &breaks[..at], a_break), now, days.into()));
    }
    events.extend(items.iter().filter_map(|held| match (held.id, &held.item) {
        (ItemId::Appointment(id), Item::Appointment(one)) => appointment(whose, id, held.version, one, now),
        _ => None,
    }));
    events
}

/// One appointment as a file of its own, and with it the one that it took the place of; none where nothing was ever agreed.
pub fn calendar_of_one(state: &State, id: AppointmentId, now: Now) -> Option<String> {
    let of =
        |id| appointment(state.claimant(), id, state.version(ItemId::Appointment(id)), state.appointment(id)?, now);
    let before = state
        .appointment(id)?
        .draft
        .replaces
        .filter(|_| state.appointment(id).is_some_and(|one| one.agreed().is_some()));
    let moved = before.filter(|before| {
        state.appointment(*before).is_some_and(|one| matches!(one.progress, Progress::Moved { to, .. } if to == id))
    });
    let events: Vec<String> = moved.and_then(of).into_iter().chain([of(id)?]).collect();
    Some(whole(&[], &events))
}

fn whole(about: &[String], events: &[String]) -> String {
    let begin = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Own Terms//Own Terms//EN", "CALSCALE:GREGORIAN"];
    let inside = about.iter().chain(events).map(String::as_str);
    let lines = begin.into_iter().chain(inside).chain(["END:VCALENDAR"]);
    lines.collect::<Vec<_>>().join("\r\n") + "\r\n"
}

fn event(uid: &str, now: Now, when: Vec<String>) -> String {
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{uid}"),
        format!("DTSTAMP:{}", instant(&now.at.to_zoned(TimeZone::UTC))),
    ];
    lines.extend(when);
    lines.extend([
        format!("SUMMARY:{}", escaped(&t!("calendar-private"))),
        "CLASS:PRIVATE".to_owned(),
        "END:VEVENT".to_owned(),
    ]);
    lines.join("\r\n")
}

/// What was agreed, or is called off; none of what nobody said yes to. Its number is the same for ever, and each change has a
/// higher SEQUENCE, so that a calendar which has it changes that one.
fn appointment(
    claimant: ClaimantId,
    id: AppointmentId,
    version: Version,
    one: &Appointment,
    now: Now,
) -> Option<String> {
    let slot = one.slot()?;
    let status = if one.agreed().is_some() { "CONFIRMED" } else { "CANCELLED" };
    let what = format!("own-terms appointment 1\0{claimant}\0{id}");
    let when = vec![
        format!("DTSTART:{}", instant(&slot.begins()?)),
        format!("DTEND:{}", instant(&slot.ends(one.draft.minutes)?)),
        format!("SEQUENCE:{version}"),
        format!("STATUS:{status}"),
    ];
    Some(event(&digits(&Sha256::digest(what)[..16]), now, when))
}

/// A moment as it is everywhere: right whatever zone a calendar is in, and whenever its clock changes.
fn instant(moment: &Zoned) -> String {
    moment.with_time_zone(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// The same for the same days of the same person, so that a calendar that is given the file again has each once.
fn uid(whose: ClaimantId, before: &[&Break], a_break: &Break) -> String {
    let days = (a_break.from, a_break.until);
    let nth = before.iter().filter(|other| (other.from, other.until) == days).count();
    let what = format!("own-terms break 1\0{whose}\0{}\0{}\0{nth}", a_break.from, a_break.until);
    digits(&Sha256::digest(what)[..16])
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// Text as the format wants it; ours is one short word, so that no line has to be folded.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}
