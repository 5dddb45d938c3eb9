//! Asking for a record to be put right: what it says, what it should say, what happens then, and taking it back.

use leptos::prelude::*;
use own_terms_domain::{
    correction::{Correction, answered_by, begun_by},
    form::{Fields, Parse as _},
    item::{ItemId, Version},
    state::State,
    text::OwnWords as Words,
    time::Now,
};

use super::{Written, beside::progress, shown};
use crate::{
    components::{Backlink, Button, Form, Kind as ButtonKind, Textarea},
    form::FormState,
    i18n::say_date,
    islands::enhance,
    pages::{
        Page,
        said::{lines, say_item},
        words::say_actor,
    },
    t,
};

/// The form as it is opened: what was asked and waits for an answer, or else what the record says, so that one word can be
/// changed.
pub fn correction_form(state: &State, written: Written<'_>) -> FormState {
    let waiting = state.correction(written.id).filter(|correction| correction.progress.awaits_an_answer());
    FormState::of(match waiting {
        Some(correction) => correction.draft().fields(),
        None => Fields::new().with("should_be", written.words.as_str()),
    })
}

/// The page.
pub fn correct<'a>(state: &'a State, written: Written<'a>, form: &'a FormState, now: Now) -> Page<'a> {
    Page::new("correct-title", move || {
        let correction = state.correction(written.id);
        let version = state.version(ItemId::Correction(written.id));
        view! {
            <Backlink href=written.address("item") />
            {form.problems(|| stands(written, correction, now))}
            <h1>{t!("correct-heading")}</h1>
            <p class="your-choice">{t!("record-choice")}</p>
            <h2>{t!("correct-says")}</h2>
            {shown(written, now)}
            {correction.map(|correction| asked(written, correction, version))}
            {happens(written, waits(correction), now)}
            {fields(written, correction, version, form)}
        }
        .into_any()
    })
    .with_islands()
}

/// What is saved now, where it was changed meanwhile.
fn stands(written: Written<'_>, correction: Option<&Correction>, now: Now) -> AnyView {
    let asked = correction.map(|correction| {
        view! { {lines(vec![t!("correction-should-be", words = correction.should_be.to_string())])} {progress(correction)} }
    });
    view! { {lines(say_item(&written.held.item, now))} {asked} }.into_any()
}

/// What was asked before: where it stands, and how to take it back while it waits for an answer.
fn asked(written: Written<'_>, correction: &Correction, version: Version) -> AnyView {
    let draft = correction.reason.as_ref().map(|reason| t!("correction-reason", words = reason.to_string()));
    let mut said = vec![
        t!("correction-asked", day = say_date(correction.asked)),
        t!("correction-should-be", words = correction.should_be.to_string()),
    ];
    said.extend(draft);
    let what = written.held.id.to_string();
    let back = correction.progress.awaits_an_answer().then(|| {
        view! {
            <p id="take-back">{t!("correct-take-back-what")}</p>
            <Form to=written.address("correct") class="actions" version=version.to_string() bare=true>
                <input type="hidden" name="what" value=what />
                <Button label=t!("correct-take-back") name="do".to_owned() value="take-back".to_owned()
                    described_by="take-back".to_owned() />
            </Form>
        }
    });
    view! {
        <h2>{t!("correct-asked")}</h2>
        <div class="beside">{lines(said)} {progress(correction)}</div>
        {back}
    }
    .into_any()
}

/// True while what was asked has no answer yet.
fn waits(correction: Option<&Correction>) -> bool {
    correction.is_some_and(|correction| correction.progress.awaits_an_answer())
}

/// What happens when it is asked for, and by when: who reads it before anything else.
fn happens(written: Written<'_>, waits: bool, now: Now) -> AnyView {
    let heading = if waits { t!("correct-happens-anew") } else { t!("correct-happens") };
    let anew = waits.then(|| view! { <li>{t!("correct-counts-anew")}</li> });
    let (begin, answer) = (say_date(begun_by(now.today)), say_date(answered_by(now.today)));
    view! {
        <h2>{heading}</h2>
        <ul class="stack">
            {anew}
            <li>{t!("correct-happens-who", who = say_actor(written.held.by))}</li>
            <li>{t!("correct-happens-when", begin = begin, answer = answer)}</li>
            <li>{t!("correct-happens-no")}</li>
        </ul>
    }
    .into_any()
}

fn fields(written: Written<'_>, correction: Option<&Correction>, version: Version, form: &FormState) -> AnyView {
    let (hint, label) = if waits(correction) {
        (t!("correct-should-be-asked"), t!("correct-change"))
    } else {
        (t!("correct-should-be-hint"), t!("correct-ask"))
    };
    let fields = view! {
        <input type="hidden" name="what" value=written.held.id.to_string() />
        <input type="hidden" name="seen" value=form.version_in("seen", written.held.version) />
        <Textarea name="should_be" label=t!("correct-should-be") hint value=form.value("should_be")
            error=form.error("should_be") max=Words::MAX />
        <Textarea name="reason" label=t!("correct-reason") hint=t!("correct-reason-hint") value=form.value("reason")
            error=form.error("reason") max=Words::MAX rows=3 />
    };
    view! {
        <Form id="correction".to_owned() to=written.address("correct") version=form.version(version)>
            {fields}
            {enhance("correction")}
            <Button label kind=ButtonKind::Action name="do".to_owned() value="ask".to_owned() />
        </Form>
    }
    .into_any()
}
