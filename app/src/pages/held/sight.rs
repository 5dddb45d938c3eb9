//! Who can see what: a picture, and a table that says the same.

use leptos::prelude::*;
use own_terms_domain::{
    reading::Choice as _,
    sight::{Row, Sees, Viewer, sight},
    state::State,
    time::Now,
};

use crate::{
    components::{Backlink, Link, Table},
    pages::{Page, oversight, words::say_choice},
    t,
};

/// The height of a row of the picture, and the way from one mark to the next. The picture is 300 wide, so that on the
/// narrowest phone its letters are as large as those around it.
const HEIGHT: usize = 70;
const APART: usize = 58;

/// Who sees what at this moment.
pub fn who_sees(state: &State, now: Now) -> Page<'_> {
    Page::new("seen-title", move || {
        let rows = sight(state, now);
        let viewers = Viewer::ALL.iter().map(|viewer| view! { <li>{say_choice("viewer", *viewer)}</li> });
        view! {
            <Backlink href="/held" />
            <h1>{t!("seen-title")}</h1>
            <p class="lead">{t!("seen-what")}</p>
            <p>{t!("seen-rule")}</p>
            // Hidden from screen readers, its title too: the table says all of it, under the same title.
            <figure class="sight" aria-hidden="true">
                <figcaption>{t!("seen-picture")}</figcaption>
                <div><ol>{viewers.collect_view()}</ol> {legend()} {drawing(&rows)}</div>
            </figure>
            <h2>{t!("seen-table")}</h2>
            {table(&rows)}
            {oversight::who_sees(state, now)}
            <p><Link href="/people/case-worker" label=t!("people-choose-link") /></p>
        }
        .into_any()
    })
}

fn drawing(rows: &[Row]) -> AnyView {
    let marks = rows.iter().enumerate().map(|(at, row)| {
        let top = at * HEIGHT;
        let marks = row.sees.iter().enumerate().map(|(place, sees)| mark(place, *sees, top + 42)).collect_view();
        view! { <text class="of" x="4" y=top + 18>{say_choice("kind", row.kind)}</text> {marks} }
    });
    let size = format!("0 0 300 {}", rows.len() * HEIGHT);
    view! { <svg viewBox=size>{marks.collect_view()}</svg> }.into_any()
}

/// A circle with the viewer's number in it: full, half or empty, so that nothing depends on colours.
fn mark(place: usize, sees: Sees, y: usize) -> AnyView {
    let x = 22 + place * APART;
    let half = (sees == Sees::Some).then(|| {
        let path = format!("M{x} {} a16 16 0 0 0 0 32 z", y - 16);
        view! { <path class="half" d=path /> }
    });
    view! {
        <g class=sees.id()>
            <circle cx=x cy=y r="16" />
            {half}
            <text x=x y=y + 6>{place + 1}</text>
        </g>
    }
    .into_any()
}

fn legend() -> AnyView {
    let one = |sees: &Sees| {
        let said = say_choice("sees", *sees);
        view! { <li><svg viewBox="4 4 36 36">{mark(0, *sees, 22)}</svg>{said}</li> }
    };
    view! { <ul class="legend">{Sees::ALL.iter().map(one).collect_view()}</ul> }.into_any()
}

fn table(rows: &[Row]) -> AnyView {
    let mut columns = vec![t!("seen-kind")];
    columns.extend(Viewer::ALL.iter().map(|viewer| say_choice("viewer", *viewer)));
    let rows = rows.iter().map(|row| {
        let mut cells = vec![say_choice("kind", row.kind).into_any()];
        cells.extend(row.sees.iter().map(|sees| say_choice("sees", *sees).into_any()));
        cells
    });
    let rows = rows.collect();
    view! { <Table caption=t!("seen-picture") caption_hidden=true columns rows /> }.into_any()
}
