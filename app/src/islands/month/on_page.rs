//! How a page shows the month: drawn whole by the server, with what the island needs to draw it anew.

use jiff::civil::Date;
use leptos::prelude::*;
use own_terms_domain::{form::Fields, hours::WEEK, month, terms::Terms, time::Now};

use super::{MonthPicture, draw, terms};
use crate::{
    i18n::{say_month, say_weekday},
    islands::data,
    t,
};

/// Which part of the terms the form beside the picture changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// How long and how often.
    Pace,
    /// Days and hours.
    Times,
    /// One more break.
    Breaks,
}

impl Part {
    /// The id of the form.
    fn form(self) -> &'static str {
        match self {
            Self::Pace => "pace",
            Self::Times => "times",
            Self::Breaks => "breaks",
        }
    }
}

/// The month that `first` is in, under `terms`; `typed` is what stands in the form beside it that changes it.
pub fn picture(terms: &Terms, first: Date, now: Now, live: Option<(Part, &Fields)>) -> impl IntoView + use<> {
    let mut given = words(first);
    for (name, value) in terms::to_pairs(terms, now.today).iter() {
        given.push(name, value);
    }
    let changed = live.map(|(part, fields)| (part.form(), fields));
    let month = month::picture(&terms::of(&given, now, changed), first, now.today);
    let (said, drawn) = (draw::sentence(&month, &given), draw::month(&month, &given));
    given.push("form", live.map_or("", |(part, _)| part.form()));
    given.push("first", first.to_string());
    given.push("today", now.today.to_string());
    // A page where nothing changes the picture needs no words for it.
    let pairs = live.map(|_| data::write(&given));
    // No role "status" with it: Orca would pass over the sentence when someone reads the page.
    let polite = live.map(|_| "polite");
    view! {
        <figure class="month" id="month" data-pairs=pairs>
            <figcaption>{t!("month-caption", month = say_month(first), year = first.year().to_string())}</figcaption>
            <p aria-live=polite id="month-said">{said}</p>
            <div id="month-drawn" inner_html=drawn></div>
        </figure>
        {live.map(|_| view! { <MonthPicture /> })}
    }
}

/// Everything the picture says, finished in the reader's language.
fn words(first: Date) -> Fields {
    let month = say_month(first);
    let mut words = Fields::new()
        .with("example", t!("month-example"))
        .with("table", t!("month-table"))
        .with("days", t!("month-days"))
        .with("what", t!("month-what"))
        .with("run", t!("month-run", from = "{from}", until = "{until}"));
    for (at, mark) in ["call", "gap", "full", "break", "closed"].iter().enumerate() {
        words.push(format!("mark-{at}"), t!(format!("mark-{mark}")));
    }
    for parts in 0..8 {
        words.push(format!("parts-{parts}"), t!(format!("month-parts-{parts}")));
    }
    for (at, day) in WEEK.iter().enumerate() {
        words.push(format!("weekday-{at}"), say_weekday(*day).chars().take(2).collect::<String>());
    }
    let start = usize::try_from(first.weekday().to_monday_zero_offset()).unwrap_or_default();
    let days = usize::try_from(first.days_in_month()).unwrap_or_default();
    for at in 0..days {
        let weekday = say_weekday(WEEK[(start + at) % 7]);
        words.push(format!("day-{at}"), t!("month-day", weekday = weekday, day = at + 1));
    }
    for count in 0..=days {
        words.push(format!("most-{count}"), t!("month-most", count = count, month = month.clone()));
    }
    words
}
