//! Carrying on at a light touch: how often, and its end.

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    carrying_on::{CarryingOn, Touch},
    item::Kind,
    reading::Choice as _,
    state::State,
    time::Now,
};

use crate::{
    components::{Answers, Backlink, Button, Form, Kind as ButtonKind, Link, Radios, three_answers},
    form::FormState,
    i18n::say_date,
    pages::{
        Page,
        parts::picks,
        words::{say_actor, say_choice},
        your_choice,
    },
    t,
};

/// How the person carries on, a line each, as it is said to them.
pub fn say_carrying_on(one: &CarryingOn, now: Now) -> Vec<String> {
    let mut lines = say_touch(one);
    if let Some(ending) = one.waiting(now.today) {
        let (who, day) = (say_actor(Actor::CaseWorker(ending.with)), say_date(ending.last));
        lines.push(t!("carry-ending", who = who, day = day));
        lines.extend(ending.deferred.then(|| t!("carry-ending-deferred")));
    }
    lines
}

/// How often, and since when.
pub fn say_touch(one: &CarryingOn) -> Vec<String> {
    vec![say_choice("touch", one.touch), t!("carry-since", day = say_date(one.since))]
}

/// The form as it is opened.
pub fn fresh_carrying_on(state: &State) -> FormState {
    let touch = state.carrying_on().map(|one| one.touch.id()).unwrap_or_default();
    FormState::of(own_terms_domain::form::Fields::new().with("touch", touch))
}

/// The page.
pub fn carrying_on<'a>(state: &'a State, form: &'a FormState, now: Now) -> Page<'a> {
    Page::new("carry-title", move || {
        let stands = state.carrying_on();
        let version = state.version_of(Kind::CarryingOn);
        let said = || {
            let lines = stands.map_or_else(|| vec![t!("carry-not")], |one| say_carrying_on(one, now));
            view! { {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()} }.into_any()
        };
        let last = state.wish().last.filter(|last| now.today <= *last);
        let last = last.map(|last| view! { <p>{t!("carry-last", day = say_date(last))}</p> });
        // What is chosen here is how often at the most, and no wish to be contacted: whoever said "no contact", or came to the last day, reads that.
        let quiet = (!state.wish().is_to_talk(now.today)).then(|| {
            view! { <p>{t!("carry-quiet")} " " <Link href="/contact" label=t!("carry-quiet-link") /></p> }
        });
        let touch = view! {
            <Radios name="touch" legend=t!("carry-how") hint=t!("carry-how-hint") error=form.error("touch") picks=picks(Touch::ALL, form, "touch", "touch") />
        };
        let asked = stands.is_some_and(|one| one.waiting(now.today).is_some());
        let version = form.version(version);
        let asked = asked.then(|| {
            let (version, error) = (version.clone(), form.error("answer"));
            let answers = view! { <Answers legend=t!("carry-question") answers=three_answers() error /> };
            view! {
                <h2>{t!("carry-asked")}</h2>
                <p>{t!("carry-asked-what")}</p>
                <Form id="ending".to_owned() version>{answers}</Form>
            }
        });
        let end = stands.map(|_| {
            view! {
                <h2>{t!("carry-end")}</h2>
                <p>{t!("carry-end-what")}</p>
                <Form class="actions" bare=true>
                    <Button label=t!("carry-end-now") name="do".to_owned() value="end".to_owned() />
                </Form>
            }
        });
        view! {
            <Backlink href="/people" />
            {form.problems(said)}
            <h1>{t!("carry-title")}</h1>
            {your_choice()}
            <p>{t!("carry-what")}</p>
            <p>{t!("carry-work")}</p>
            <div class="panel stack">{said()} {last} {quiet}</div>
            {asked}
            <Form id="carry".to_owned() version>
                {touch}
                <Button label=t!("save") kind=ButtonKind::Action />
            </Form>
            <p>{t!("carry-terms")} " " <Link href="/appointments/terms" label=t!("carry-terms-link") /></p>
            {end}
        }
        .into_any()
    })
}
