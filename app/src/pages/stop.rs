//! Stopping, at once and without a reason; and coming back.

use leptos::prelude::*;
use own_terms_domain::{
    reading::Choice,
    standing::{ComeBack, Standing},
    state::State,
};

use super::{Page, words::say_moment};
use crate::{
    components::{Backlink, Button, Form, Kind as ButtonKind},
    form::FormState,
    t,
};

/// Stop, or come back: whichever there is to do.
pub fn stop<'a>(state: &'a State, form: &'a FormState) -> Page<'a> {
    Page::new("stop-title", move || match state.standing() {
        Standing::Open => stopping(form),
        Standing::Stopped(since) => coming_back(form, &t!("stopped-since", moment = say_moment(since.at))),
        Standing::Helping => coming_back(form, &t!("standing-helping")),
    })
}

fn stopping(form: &FormState) -> AnyView {
    let happens = (1..=4).map(|number| view! { <li>{t!(format!("stop-happens-{number}"))}</li> });
    view! {
        <Backlink href="/home" />
        {form.problems_with_buttons()}
        <h1>{t!("stop-heading")}</h1>
        <p class="your-choice">{t!("stop-choice")}</p>
        <ul class="stack">{happens.collect_view()}</ul>
        <Form bare=true>
            <Button label=t!("stop-now") kind=ButtonKind::Action name="do".to_owned() value="stop".to_owned() />
        </Form>
    }
    .into_any()
}

fn coming_back(form: &FormState, since: &str) -> AnyView {
    let how = |how: ComeBack| {
        let id = how.id();
        view! {
            <li>
                <p id=format!("about-{id}")>{t!(format!("come-back-{id}-what"))}</p>
                <Button label=t!(format!("come-back-{id}")) name="do".to_owned() value=id.to_owned()
                    described_by=format!("about-{id}") />
            </li>
        }
    };
    view! {
        <Backlink href="/home" />
        {form.problems_with_buttons()}
        <h1>{t!("stopped-heading")}</h1>
        <p>{since.to_owned()}</p>
        <p>{t!("stopped-what")}</p>
        <h2>{t!("come-back-heading")}</h2>
        <p class="your-choice">{t!("come-back-choice")}</p>
        <Form bare=true>
            <ul class="stack">{ComeBack::ALL.iter().copied().map(how).collect_view()}</ul>
        </Form>
    }
    .into_any()
}
