//! The picture of a month under the person's terms, drawn by the rule that binds staff, live as the form beside it changes.

#![expect(missing_docs, reason = "the island macro makes a struct without a comment")]

mod draw;
#[cfg(feature = "ssr")]
pub mod words;

use jiff::civil::Date;
use leptos::prelude::*;
use own_terms_domain::{
    form::{Fields, Parse},
    month::{DayMark, Month, picture},
    ranking::rank_name,
    terms::{Break, Breaks, Formats, Pace, Terms, Times},
    time::Now,
};
use serde::{Deserialize, Serialize};

use super::dom;

/// Which part of the terms the form beside the picture changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

/// The terms as the fields that would send them: the same parsing serves the form and what is saved.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Section {
    format: String,
    pace: Vec<(String, String)>,
    times: Vec<(String, String)>,
    breaks: Vec<Vec<(String, String)>>,
}

impl Section {
    /// The saved terms.
    pub fn of(terms: &Terms) -> Self {
        let list = |fields: Fields| fields.iter().map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
        Self {
            format: terms.formats.meetings.first().map(|meeting| rank_name(meeting.format)).unwrap_or_default(),
            pace: list(terms.pace.fields()),
            times: list(terms.times.fields()),
            breaks: terms.breaks.breaks.iter().map(|a_break| list(a_break.fields())).collect(),
        }
    }

    /// The terms, with the part that is being changed as it is typed, where that can be read already.
    fn terms(&self, now: Now, changed: Option<(Part, Fields)>) -> Terms {
        let read = |pairs: &[(String, String)]| pairs.iter().cloned().collect::<Fields>();
        let formats = Fields::new().with(self.format.as_str(), "1");
        let mut terms = Terms {
            formats: Formats::parse(&formats, now).unwrap_or_default(),
            pace: Pace::parse(&read(&self.pace), now).unwrap_or_default(),
            times: Times::parse(&read(&self.times), now).unwrap_or_default(),
            breaks: Breaks {
                breaks: self.breaks.iter().filter_map(|pairs| Break::parse(&read(pairs), now).ok()).collect(),
            },
        };
        match changed {
            Some((Part::Pace, fields)) => terms.pace = Pace::parse(&fields, now).unwrap_or(terms.pace),
            Some((Part::Times, fields)) => terms.times = Times::parse(&fields, now).unwrap_or(terms.times),
            Some((Part::Breaks, fields)) => {
                if let Some(more) = Break::parse(&fields, now).ok().and_then(|a_break| terms.breaks.with(a_break).ok())
                {
                    terms.breaks = more;
                }
            }
            None => {}
        }
        terms
    }
}

/// Everything the picture says, finished in the reader's language.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MonthWords {
    /// The name of the month.
    pub caption: String,
    /// How many appointments at most, from none on.
    pub most: Vec<String>,
    /// The parts of the day, by which of morning (1), afternoon (2) and evening (4) there are.
    pub parts: Vec<String>,
    /// That it is one example.
    pub example: String,
    /// What each mark means: call, gap, full, break, closed.
    pub marks: Vec<String>,
    /// The caption of the table, and the headings of its columns.
    pub table: [String; 3],
    /// Each day, in words for the table.
    pub days: Vec<String>,
    /// The letters of the days of the week.
    pub weekdays: Vec<String>,
    /// "from to until", with `{from}` and `{until}`.
    pub run: String,
}

/// The picture and the table that says the same. Without scripts it shows what is saved.
#[island]
pub fn MonthPicture(
    /// The saved terms.
    section: Section,
    /// The form that changes them.
    live: Option<Part>,
    /// The first day of the month.
    first: String,
    /// Today.
    today: String,
    /// What it says.
    words: MonthWords,
) -> impl IntoView {
    let parse = |date: &str| date.parse::<Date>().unwrap_or(Date::ZERO);
    let (first, today) = (parse(&first), parse(&today));
    let now = Now { at: jiff::Timestamp::UNIX_EPOCH, today };
    let drawn = {
        let section = section.clone();
        move |changed: Option<(Part, Fields)>| picture(&section.terms(now, changed), first, today)
    };
    let month = RwSignal::new(drawn(None));
    if let Some(part) = live {
        dom::on_form_input(part.form(), move |fields| {
            let new = drawn(Some((part, fields)));
            // Only a month that differs is drawn again, so that a screen reader is told only of a change.
            if month.with_untracked(|old| *old != new) {
                month.set(new);
            }
        });
    }
    let sentence = {
        let words = words.clone();
        move || month.with(|month| draw::sentence(month, &words))
    };
    view! {
        <figure class="month">
            <figcaption>{words.caption.clone()}</figcaption>
            <p role="status">{sentence}</p>
            {move || month.with(|month| draw::month(month, &words))}
        </figure>
    }
}

/// The place of a mark in the words and in the legend.
fn place(mark: &DayMark) -> usize {
    match mark {
        DayMark::Call => 0,
        DayMark::Gap => 1,
        DayMark::Full => 2,
        DayMark::Break(_) => 3,
        DayMark::Closed => 4,
    }
}

/// Days that follow each other and are the same: `(first, last, mark)`, counted from 0.
fn runs(month: &Month) -> Vec<(usize, usize, DayMark)> {
    let mut runs: Vec<(usize, usize, DayMark)> = Vec::new();
    for (at, mark) in month.days.iter().enumerate() {
        match runs.last_mut() {
            Some((_, last, same)) if same == mark => *last = at,
            _ => runs.push((at, at, mark.clone())),
        }
    }
    runs
}
