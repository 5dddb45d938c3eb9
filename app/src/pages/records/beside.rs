//! What stands beside a record wherever it is shown: how the person sees it, and where its putting right stands.

use leptos::prelude::*;
use own_terms_domain::{correction::Correction, item::Held, state::State};

use super::Written;
use crate::{
    components::{Link, OwnWords},
    frame::frame,
    pages::said::{lines, say_progress},
    t,
};

/// What stands right under a record, and the ways to put it right; nothing for what is no record. Among others, `which` says
/// whose ways they are.
pub fn beside(state: &State, held: &Held, which: Option<&str>) -> AnyView {
    let Some(written) = Written::of(state, held.id) else { return ().into_any() };
    view! { {said(state, written)} {ways(state, written, which)} }.into_any()
}

/// The person's own words, and where what they asked for stands.
pub(super) fn said(state: &State, written: Written<'_>) -> AnyView {
    let view = state.other_view(written.id).map(|view| {
        view! {
            <div class="beside">
                <p><strong>{t!("beside-differently")}</strong></p>
                <OwnWords text=view.words.as_str() />
            </div>
        }
    });
    let correction = state.correction(written.id).map(|correction| {
        view! {
            <div class="beside">
                <p><strong>{t!("beside-correction")}</strong></p>
                {progress(correction)}
            </div>
        }
    });
    view! { {view} {correction} }.into_any()
}

/// Where it stands, what comes next and by when; and what one can do when that day has gone by.
pub(super) fn progress(correction: &Correction) -> AnyView {
    let late = correction.progress.awaits_an_answer() && correction.progress.promised() < frame().today;
    let late = late.then(|| view! { <p>{t!("progress-late")}</p> });
    view! { {lines(say_progress(&correction.progress))} {late} }.into_any()
}

/// The two ways to answer what someone else wrote, of one weight; to a message there is the one.
pub(super) fn ways(state: &State, written: Written<'_>, which: Option<&str>) -> AnyView {
    let correct = match state.correction(written.id).map(|correction| correction.progress.awaits_an_answer()) {
        Some(true) => t!("record-change-asked"),
        Some(false) => t!("record-ask-again"),
        None => t!("correct-heading"),
    };
    let differently = match state.other_view(written.id) {
        Some(_) => t!("record-change-view"),
        None => t!("record-say-differently"),
    };
    let which = which.map(str::to_owned);
    let correct = written.can_be_put_right().then(|| {
        view! { <li><Link href=written.address("correct") label=correct about=which.clone() /></li> }
    });
    view! {
        <ul class="links">
            {correct}
            <li><Link href=written.address("differently") label=differently about=which /></li>
        </ul>
    }
    .into_any()
}
