//! Home: a short letter about how things are, not a dashboard.

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor, consent::Progress, item::Kind, look::Look, recovery::SaidFrom, state::State, time::Now,
};

use super::{
    Page, appointments,
    carers::ends_soon,
    contact::was_changed,
    notes, oversight,
    people::{gone, say_chosen},
    sharing,
    signing::asked_for,
    words::{say_formats_of, say_looker, say_moment, say_pace, say_until_said, say_week, say_wish},
    your_choice,
};
use crate::{
    components::{Link, OwnWords, SummaryList, SummaryRow},
    t,
};

/// How many goals the letter shows.
const GOALS_SHOWN: usize = 3;

/// The letter. `from` is from where whoever reads it speaks, should somebody have asked for a new way in.
pub fn home<'a>(state: &'a State, looks: &'a [Look], from: Option<SaidFrom>, now: Now) -> Page<'a> {
    Page::new("home-title", move || {
        let hello = match state.profile() {
            Some(profile) => t!("home-hello", name = profile.name.to_string()),
            None => t!("home-hello-no-name"),
        };
        let stopped = state.standing().is_stopped();
        // Whoever is only here to help somebody else has no terms and no goals to read about first.
        let helping = !stopped && !state.standing().is_on();
        view! {
            <div class="letter">
                <h1>{hello}</h1>
                {asked_for(state, from, now)}
                {was_changed(state, now)}
                {gone(state)}
                {oversight::news(state, now)}
                {if stopped {
                    view! { <p>{t!("home-stopped")} " " <Link href="/stop" label=t!("frame-come-back") /></p> }.into_any()
                } else if helping {
                    view! { <p>{t!("standing-helping")} " " <Link href="/helping" label=t!("helping-title") /></p> }.into_any()
                } else {
                    view! { <p>{t!("home-wish")} " " {say_wish(&state.wish(), now)} " " <Link href="/contact" label=t!("change") about=t!("home-wish-about") /></p> }.into_any()
                }}
                {your_choice()}
                {(!helping).then(|| support(state, now))}
                <h2>{t!("home-looked")}</h2>
                <p>{since_last(looks)} " " <Link href="/held" label=t!("frame-held") /></p>
                {(!helping).then(|| view! { <h2>{t!("home-goals")}</h2> {goals(state)} })}
            </div>
        }
        .into_any()
    })
}

/// What was said of support, what comes next, and who gives it.
fn support(state: &State, now: Now) -> AnyView {
    view! {
        <h2>{t!("home-terms")}</h2>
        <SummaryList rows=terms(state) />
        <h2>{t!("home-next")}</h2>
        {next(state, now)}
        {notes::latest(state)}
        <h2>{t!("people-title")}</h2>
        <p>{people(state)} " " <Link href="/people" label=t!("network-link") /></p>
        {suggested(state)}
        {ends_soon(state, now)}
        {sharing::ends_soon(state, now)}
    }
    .into_any()
}

/// That something was suggested, where an answer is waited for.
fn suggested(state: &State) -> Option<AnyView> {
    let waits = state.consents().any(|(_, one)| one.referral.is_some() && one.progress == Progress::Requested);
    let href = "/people#suggested";
    waits.then(|| view! { <p>{t!("referral-home")} " " <Link href label=t!("referral-read-it") /></p> }.into_any())
}

/// What comes next and what waits for an answer; or that nothing does.
fn next(state: &State, now: Now) -> AnyView {
    match (appointments::next(state, now), notes::next(state, now)) {
        (None, None) => view! { <p>{t!("home-next-none")}</p> }.into_any(),
        next => next.into_any(),
    }
}

/// The terms at a glance; those not said yet say what holds until they are.
fn terms(state: &State) -> Vec<SummaryRow> {
    let terms = state.terms();
    vec![
        SummaryRow::new(t!("formats-term"), say_formats_of(state)).change("/appointments/terms/formats"),
        SummaryRow::new(t!("pace-term"), say_until_said(state, Kind::Pace, say_pace(&terms.pace)))
            .change("/appointments/terms/pace"),
        SummaryRow::new(t!("times-term"), say_until_said(state, Kind::Times, say_week(&terms.times.week)))
            .change("/appointments/terms/times"),
    ]
}

/// Whom the person chose to talk to; once they have stopped, that nobody can contact them stands above.
fn people(state: &State) -> Option<String> {
    (!state.standing().is_stopped()).then(|| say_chosen(state))
}

/// Who looked since the person was last here, not counting themself.
fn since_last(looks: &[Look]) -> String {
    let mut own = looks.iter().filter(|look| matches!(look.by, Actor::Claimant(_)));
    let last_time = own.nth(1).map(|look| look.at);
    let others: Vec<&Look> = looks
        .iter()
        .filter(|look| !matches!(look.by, Actor::Claimant(_)) && last_time.is_none_or(|last| look.at > last))
        .collect();
    let Some(latest) = others.first() else { return t!("home-nobody-looked") };
    t!("home-others-looked", count = others.len(), who = say_looker(latest), when = say_moment(latest.at))
}

fn goals(state: &State) -> AnyView {
    let goals = state.goals();
    let shown = goals
        .iter()
        .take(GOALS_SHOWN)
        .map(|shown| view! { <li><OwnWords text=shown.goal.draft.words.as_str() /></li> });
    view! {
        {if goals.is_empty() {
            view! { <p>{t!("goals-none")}</p> }.into_any()
        } else {
            view! { <ul class="stack">{shown.collect_view()}</ul> }.into_any()
        }}
        <p><Link href="/goals" label=t!("home-all-goals", count = goals.len()) /></p>
    }
    .into_any()
}
