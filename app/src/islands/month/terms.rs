//! The terms as the page hands them to the island: the fields that would send them, so that one parser serves both.

#[cfg(feature = "ssr")]
use jiff::civil::Date;
use own_terms_domain::{
    form::{Fields, Parse},
    ranking::rank_name,
    reading::Choice,
    terms::{Break, Breaks, Format, Formats, Meeting, Pace, Terms, Times},
    time::Now,
};

/// The saved terms as pairs; each part's fields after its own name.
#[cfg(feature = "ssr")]
pub fn to_pairs(terms: &Terms, today: Date) -> Fields {
    let mut pairs = Fields::new();
    let mut add = |part: String, fields: Fields| {
        for (name, value) in fields.iter() {
            pairs.push(format!("{part}.{name}"), value);
        }
    };
    if let Some(meeting) = terms.formats.meetings.first() {
        add("formats".to_owned(), Fields::new().with(rank_name(meeting.format), "1"));
    }
    add("pace".to_owned(), terms.pace.fields());
    add("times".to_owned(), terms.times.fields());
    // Breaks that are over are no part of a month to come, and no form would take them.
    let to_come = terms.breaks.breaks.iter().filter(|a_break| a_break.until >= today);
    for (at, a_break) in to_come.enumerate() {
        add(format!("break-{at}"), a_break.fields());
    }
    pairs
}

/// The terms of the pairs, with the part that is being changed as it is typed, where that can be read already.
pub fn of(pairs: &Fields, now: Now, changed: Option<(&str, &Fields)>) -> Terms {
    let part = |part: &str| -> Fields {
        let fields =
            pairs.iter().filter_map(|(name, value)| Some((name.strip_prefix(part)?.strip_prefix('.')?, value)));
        fields.collect()
    };
    let mut terms = Terms {
        formats: formats(&part("formats")),
        pace: Pace::parse(&part("pace"), now).unwrap_or_default(),
        times: Times::parse(&part("times"), now).unwrap_or_default(),
        breaks: Breaks::default(),
    };
    let mut at = 0;
    while let Ok(a_break) = Break::parse(&part(&format!("break-{at}")), now) {
        terms.breaks.breaks.push(a_break);
        at += 1;
    }
    match changed {
        Some(("pace", fields)) => terms.pace = Pace::parse(fields, now).unwrap_or(terms.pace),
        Some(("times", fields)) => terms.times = Times::parse(fields, now).unwrap_or(terms.times),
        Some(("breaks", fields)) => {
            if let Some(more) = Break::parse(fields, now).ok().and_then(|a_break| terms.breaks.with(a_break).ok()) {
                terms.breaks = more;
            }
        }
        _ => {}
    }
    terms
}

/// The first way to meet, which is the one that the picture asks about.
fn formats(fields: &Fields) -> Formats {
    let first = Format::ALL.iter().copied().find(|format| fields.get(&rank_name(*format)) == "1");
    Formats { meetings: first.into_iter().map(|format| Meeting { format, place: None }).collect() }
}
