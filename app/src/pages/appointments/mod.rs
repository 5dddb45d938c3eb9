//! Appointments: what waits for an answer, what is agreed, and the terms that every offer has to keep.

mod calendar;
mod one;
mod terms;
mod there;
mod words;

use leptos::prelude::*;
use own_terms_domain::{
    appointment::{Appointment, Slot, Status},
    decide::may_contact,
    ids::AppointmentId,
    permission::Scope,
    state::State,
    terms::Break,
    time::Now,
};

pub use self::{
    calendar::{Feed, calendar},
    one::{One, one},
    terms::{breaks, formats, pace, terms, times, with_me_form},
    there::{say_coming, say_participant, say_who},
    words::{say_appointment, say_slot, say_suggestion},
};
use self::{terms::rows, words::say_with};
use super::{Page, words::say_choice, your_choice};
use crate::{
    components::{Details, Kind as ButtonKind, Link, OwnWords, SummaryList},
    frame::{Acting, frame},
    t,
};

/// Those that `of` picks, the earliest first.
pub fn those(state: &State, now: Now, of: fn(Status) -> bool) -> Vec<(AppointmentId, &Appointment)> {
    let mut all: Vec<_> = state.appointments().filter(|(_, one)| of(one.status(now))).collect();
    all.sort_by_key(|(id, one)| (first_of(one, now), *id));
    all
}

/// When it is, or the first time to choose from.
fn first_of(one: &Appointment, now: Now) -> Option<Slot> {
    one.slot().or(one.times_to_come(now).min()).or(one.draft.times.iter().copied().min())
}

/// What is agreed and to come, and would be called off by a break.
pub fn called_off_by<'a>(state: &'a State, a_break: &Break, now: Now) -> Vec<(AppointmentId, &'a Appointment)> {
    let all = those(state, now, Status::is_agreed).into_iter();
    all.filter(|(_, one)| one.agreed().is_some_and(|slot| a_break.covers(slot.day))).collect()
}

/// Offers to answer first, then what is agreed, then the way to the terms, and what is over folded away.
pub fn appointments(state: &State, now: Now) -> Page<'_> {
    Page::new("appointments-title", move || {
        let open = those(state, now, Status::is_open);
        let agreed = those(state, now, Status::is_agreed);
        let mut over = those(state, now, |status| !status.is_open() && !status.is_agreed());
        over.reverse();
        let nothing = (open.is_empty() && agreed.is_empty()).then(|| view! { <p>{t!("home-next-none")}</p> });
        let own = matches!(frame().acting, Acting::Nobody);
        // What a carer sees of this says nothing of what the person said about contact.
        let silent =
            (own && !agreed.is_empty() && !may_contact(state, now)).then(|| view! { <p>{t!("offers-no-contact")}</p> });
        let over = (!over.is_empty()).then(|| {
            let (count, all) = (over.len(), list(state, over, now));
            view! { <Details summary=t!("offers-over", count = count)>{all}</Details> }
        });
        view! {
            <h1>{t!("appointments-title")}</h1>
            {your_choice()}
            {nothing}
            {group(state, "offers-waiting", open, now)}
            {group(state, "offers-agreed", agreed, now)}
            {silent}
            <p>{t!("appointments-offers")}</p>
            {own.then(|| view! { <p><Link href="/appointments/calendar" label=t!("calendar-link") /></p> })}
            {the_terms(state, own)}
            {over}
        }
        .into_any()
    })
}

fn group(state: &State, title: &str, all: Vec<(AppointmentId, &Appointment)>, now: Now) -> Option<AnyView> {
    (!all.is_empty()).then(|| view! { <h2>{t!(title)}</h2> {list(state, all, now)} }.into_any())
}

fn list(state: &State, all: Vec<(AppointmentId, &Appointment)>, now: Now) -> AnyView {
    view! { <ul class="stack">{all.into_iter().map(|(id, one)| in_list(state, id, one, now)).collect_view()}</ul> }
        .into_any()
}

fn in_list(state: &State, id: AppointmentId, one: &Appointment, now: Now) -> AnyView {
    let (status, who) = (one.status(now), say_with(one));
    let when = one.slot().map(|slot| say_slot(slot, one.draft.minutes));
    let when = when.unwrap_or_else(|| t!("offers-times-count", count = one.draft.times.len()));
    let link = if status.is_open() { t!("offers-answer-link") } else { t!("offers-see-link") };
    let how = say_choice("format-title", one.draft.format);
    let to_come = status.is_open() || status.is_agreed();
    let own = to_come && matches!(frame().acting, Acting::Nobody);
    let missed = own.then(|| there::missed(state, id)).into_iter().flatten();
    let notes = missed.chain(there::asked_of_me(state, id, one, now));
    let notes = notes.map(|line| view! { <p><OwnWords text=line inline=true /></p> }).collect_view();
    view! {
        <li class="stack">
            <h3>{when.clone()}</h3>
            <p>{t!("offers-with-how-long", who = who.clone(), how = how, minutes = one.draft.minutes)}</p>
            <OwnWords text=one.draft.why.as_str() />
            <p>{say_choice("appointment-status", status)}</p>
            {notes}
            <p><Link href=address(id) label=link about=format!("– {who}, {when}") /></p>
        </li>
    }
    .into_any()
}

/// The page of one appointment.
pub fn address(id: AppointmentId) -> String {
    format!("/appointments/one?which={id}")
}

/// The terms in words, for the person; for a carer the way to them, if they were given to see them.
fn the_terms(state: &State, own: bool) -> Option<AnyView> {
    let rows = own.then(|| view! { <SummaryList rows=rows(state) /> });
    frame().may(Scope::SeeTerms).then(|| {
        view! {
            <h2>{t!("home-terms")}</h2>
            <p>{t!("appointments-terms-what")}</p>
            {rows}
            <p><Link href="/appointments/terms" label=t!("appointments-terms") kind=ButtonKind::Plain /></p>
        }
        .into_any()
    })
}

/// What comes next, for the letter: the next one that is agreed, and whether something waits for an answer; none where nothing does.
pub fn next(state: &State, now: Now) -> Option<AnyView> {
    let open = those(state, now, Status::is_open).len();
    let agreed = those(state, now, Status::is_agreed).into_iter().next();
    let agreed = agreed.and_then(|(id, one)| {
        let when = say_slot(one.agreed()?, one.draft.minutes);
        let how = say_choice("format", one.draft.format);
        let said = t!("offers-next", when = when.clone(), how = how, who = say_with(one));
        let missed = there::missed(state, id).into_iter().map(|line| view! { <OwnWords text=line inline=true /> " " });
        let missed = missed.collect_view();
        Some(
            view! { <p>{said} " " {missed} <Link href=address(id) label=t!("offers-see-link") about=format!("– {when}") /></p> },
        )
    });
    let waiting = (open > 0).then(|| {
        view! { <p>{t!("offers-open", count = open)} " " <Link href="/appointments" label=t!("offers-answer-link") /></p> }
    });
    (agreed.is_some() || waiting.is_some()).then(|| view! { {agreed} {waiting} }.into_any())
}
