//! The month as a sentence, as a picture, and as a table that says the same.

use leptos::prelude::*;
use own_terms_domain::month::{DayMark, Month};

use super::{MonthWords, place, runs};

/// The side of a day in the picture.
const SIDE: usize = 40;
const CLASSES: [&str; 5] = ["day call", "day kept-free", "day kept-free", "day break", "day closed"];

/// What the month comes to, in one sentence.
pub(super) fn sentence(month: &Month, words: &MonthWords) -> String {
    let mut said = words.most.get(month.most).cloned().unwrap_or_default();
    if month.most > 0 {
        let parts = usize::from(month.parts.morning)
            + 2 * usize::from(month.parts.afternoon)
            + 4 * usize::from(month.parts.evening);
        said += words.parts.get(parts).map_or("", String::as_str);
    }
    said
}

/// The picture, its legend and the table.
///
/// The picture is hidden from screen readers: the sentence before it and the table after it say all of it.
pub(super) fn month(month: &Month, words: &MonthWords) -> AnyView {
    let start = usize::try_from(month.first.weekday().to_monday_zero_offset()).unwrap_or_default();
    let weeks = (start + month.days.len()).div_ceil(7);
    let letters = words.weekdays.iter().enumerate().map(|(at, letter)| {
        view! { <text x=(at * SIDE + SIDE / 2).to_string() y="20">{letter.clone()}</text> }
    });
    let days = month.days.iter().enumerate().map(|(at, mark)| {
        let (x, y) = ((start + at) % 7 * SIDE, (start + at) / 7 * SIDE + 28);
        view! {
            <g class=CLASSES[place(mark)]>
                <rect x=(x + 2).to_string() y=(y + 2).to_string() width="36" height="36" rx="6" />
                <text x=(x + SIDE / 2).to_string() y=(y + 26).to_string()>{(at + 1).to_string()}</text>
            </g>
        }
    });
    let used = |at: usize| month.days.iter().any(|mark| place(mark) == at);
    let legend = (0..CLASSES.len()).filter(|at| used(*at)).map(|at| {
        view! {
            <li>
                <svg viewBox="0 0 40 40" aria-hidden="true"><g class=CLASSES[at]><rect x="2" y="2" width="36" height="36" rx="6" /></g></svg>
                {words.marks[at].clone()}
            </li>
        }
    });
    let rows = runs(month).into_iter().map(|(first, last, mark)| {
        let name = match &mark {
            DayMark::Break(Some(name)) => Some(name.clone()),
            _ => None,
        };
        let said = words.marks[place(&mark)].clone();
        let day = |at: usize| words.days.get(at).cloned().unwrap_or_default();
        let days = if first == last {
            day(first)
        } else {
            words.run.replace("{from}", &day(first)).replace("{until}", &day(last))
        };
        view! {
            <tr>
                <th scope="row">{days}</th>
                <td>{said} {name.map(|name| view! { ": " <bdi class="own-words">{name}</bdi> })}</td>
            </tr>
        }
    });
    view! {
        <svg viewBox=format!("0 0 {} {}", SIDE * 7, SIDE * weeks + 30) aria-hidden="true">
            <defs>
                <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse">
                    <path class="hatch" d="M0 8 8 0" />
                </pattern>
            </defs>
            {letters.collect_view()}
            {days.collect_view()}
        </svg>
        <ul class="legend" aria-hidden="true">{legend.collect_view()}</ul>
        <p class="hint">{words.example.clone()}</p>
        <details>
            <summary>{words.table[0].clone()}</summary>
            <table>
                <caption class="visually-hidden">{words.table[0].clone()}</caption>
                <thead><tr><th scope="col">{words.table[1].clone()}</th><th scope="col">{words.table[2].clone()}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}
