//! The picture of who supports the person. The table under it says the same, and more; nothing is in the picture alone.

use leptos::prelude::*;

use super::network::{Row, Shape};
use crate::{pages::said::beginning, t};

/// How high the line of one of them is, in the picture's own measure: a sixteenth of a rem.
const LINE: usize = 46;
/// How many letters of a name there is room for on the narrowest phone, as large as text on the page.
const LETTERS: usize = 20;

/// Everyone on a branch of their own, with the person where all begin.
pub(super) fn picture(rows: &[Row<'_>]) -> AnyView {
    let names: Vec<String> = rows.iter().map(|row| row.name.clone()).collect();
    let label = t!("network-picture-label", count = rows.len(), names = crate::i18n::say_list(&names));
    let height = LINE * (rows.len() + 1);
    let last = LINE * rows.len() + LINE / 2;
    let branches = rows.iter().enumerate().map(|(at, row)| {
        let y = LINE * (at + 1) + LINE / 2;
        let name = beginning(&row.short, LETTERS);
        view! {
            <path class="branch" d=format!("M20 {y}H44") />
            {mark(row.shape, row.sees, 58, y)}
            <text x="82" y=y + 6 dir="auto">{name}</text>
        }
    });
    view! {
        <figure class="network">
            <figcaption>{t!("network-picture")}</figcaption>
            <svg viewBox=format!("0 0 288 {height}") role="img" aria-label=label>
                <path class="branch" d=format!("M20 {}V{last}", LINE / 2) />
                {mark(Shape::Person, true, 20, LINE / 2)}
                <text x="44" y=LINE / 2 + 6>{t!("network-you")}</text>
                {branches.collect_view()}
            </svg>
            {legend()}
        </figure>
    }
    .into_any()
}

/// Round for somebody, square for an organisation; filled where they can see something here.
fn mark(shape: Shape, sees: bool, x: usize, y: usize) -> AnyView {
    let class = if sees { "mark sees" } else { "mark" };
    match shape {
        Shape::Person => view! { <circle class=class cx=x cy=y r="13" /> }.into_any(),
        Shape::Organisation => {
            view! { <rect class=class x=x - 12 y=y - 12 width="24" height="24" rx="3" /> }.into_any()
        }
    }
}

/// What the marks mean; the picture's own label and the table say it to whoever does not see them.
fn legend() -> AnyView {
    let one = |shape, sees, words: String| {
        view! { <li><svg viewBox="0 0 28 28" aria-hidden="true">{mark(shape, sees, 14, 14)}</svg> <span>{words}</span></li> }
    };
    view! {
        <ul class="legend">
            {one(Shape::Person, true, t!("network-legend-person"))}
            {one(Shape::Organisation, true, t!("network-legend-organisation"))}
            {one(Shape::Person, false, t!("network-legend-own"))}
        </ul>
    }
    .into_any()
}
