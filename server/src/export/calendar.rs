//! Breaks as days of a calendar (RFC 5545), that say nothing of what they are: other people see calendars too (promise 12).

use jiff::{ToSpan as _, civil::Date, tz::TimeZone};
use own_terms_app::t;
use own_terms_domain::{
    item::Item,
    terms::{Break, Breaks},
};
use own_terms_receipt::hex::digits;
use sha2::{Digest as _, Sha256};

use super::Record;

/// The whole file.
pub(super) fn calendar(record: &Record) -> String {
    let stamp = record.now.at.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string();
    let mut lines: Vec<String> =
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Own Terms//Own Terms//EN", "CALSCALE:GREGORIAN"]
            .map(str::to_owned)
            .into();
    let breaks = record.items.iter().filter_map(|held| match &held.item {
        Item::Breaks(Breaks { breaks }) => Some(breaks),
        _ => None,
    });
    for (at, a_break) in breaks.flatten().enumerate() {
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", uid(record, at, a_break)),
            format!("DTSTAMP:{stamp}"),
            format!("DTSTART;VALUE=DATE:{}", day(a_break.from)),
            // The day after the last.
            format!("DTEND;VALUE=DATE:{}", day(a_break.until.saturating_add(1.day()))),
            format!("SUMMARY:{}", escaped(&t!("calendar-private"))),
            "CLASS:PRIVATE".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.join("\r\n") + "\r\n"
}

/// The same for the same days of the same person, so that a calendar that is given the file again has each once.
fn uid(record: &Record, at: usize, a_break: &Break) -> String {
    let same_days = record.items.iter().filter_map(|held| match &held.item {
        Item::Breaks(Breaks { breaks }) => Some(breaks),
        _ => None,
    });
    let days = (a_break.from, a_break.until);
    let nth = same_days.flatten().take(at).filter(|other| (other.from, other.until) == days).count();
    let what = format!("own-terms break 1\0{}\0{}\0{}\0{nth}", record.whose, a_break.from, a_break.until);
    digits(&Sha256::digest(what)[..16])
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// Text as the format wants it; ours is one short word, so that no line has to be folded.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}
