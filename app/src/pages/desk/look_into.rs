//! A supervisor who looks into what is between a person and their case worker: first why, then what they are shown by that.

use std::cmp::Reverse;

use jiff::Timestamp;
use leptos::prelude::*;
use own_terms_domain::{
    item::{Held, Kind},
    oversight::Cause,
    reading::Choice as _,
    staff::Staff,
    state::State,
    time::Now,
};

use super::{sure, their_name};
use crate::{
    components::{Backlink, Button, Form, Kind as ButtonKind, Link, Pick, Radios, TextInput, Textarea},
    form::FormState,
    pages::{
        Page,
        parts::picks,
        said::say_item,
        words::{say_actor, say_choice, say_clock, say_moment},
    },
    t,
};

/// The kinds that a supervisor is shown, in the order of the page.
const SHOWN: [Kind; 3] = [Kind::Agreement, Kind::Appointment, Kind::Message];

/// Of whom, and why. There is no list to choose from: whoever looks knows of whom it is about.
pub fn look_into<'a>(all: &'a [Staff], form: &'a FormState) -> Page<'a> {
    Page::new("look-into-title", move || {
        let one = |one: &Staff| {
            let id = one.id.to_string();
            let chosen = form.has("of-staff", &id);
            Pick::new(id, one.name.to_string()).chosen(chosen)
        };
        let fields = view! {
            <Radios name="of-staff" legend=t!("look-into-of") error=form.error("of-staff") picks=all.iter().map(one).collect() />
            <TextInput name="person-name" label=t!("look-into-name") hint=t!("look-into-name-hint") value=form.value("person-name")
                error=form.error("person-name") autocomplete="off" spellcheck=false />
            <Radios name="why" legend=t!("look-into-why") error=form.error("why") picks=picks(Cause::ALL, form, "why", "cause") />
            <Textarea name="words" label=t!("look-into-words") hint=t!("look-into-words-hint") value=form.value("words")
                error=form.error("words") />
            {sure(form)}
        };
        view! {
            <Backlink href="/desk/workload" />
            {form.problems(|| ().into_any())}
            <h1>{t!("look-into-title")}</h1>
            <p>{t!("look-into-what")}</p>
            <p>{t!("look-into-told")}</p>
            <Form>
                {fields}
                <Button label=t!("look-into-look") kind=ButtonKind::Action />
            </Form>
        }
        .into_any()
    })
}

/// What is between the two, until when it is shown, and that they are told.
pub fn looked_into<'a>(notes: &'a State, appointments: &'a State, until: Timestamp, now: Now) -> Page<'a> {
    Page::new("look-into-title", move || {
        let shown = SHOWN.map(|kind| {
            let all = notes.at_hand().chain(appointments.at_hand());
            let of_kind = all.filter(move |held| held.id.kind() == kind);
            let mut of_kind: Vec<&Held> = of_kind.collect();
            of_kind.sort_by_key(|held| Reverse(held.at));
            let all = of_kind.into_iter().map(|held| in_full(held, now)).collect::<Vec<_>>();
            let list = if all.is_empty() {
                view! { <p>{t!("look-into-none")}</p> }.into_any()
            } else {
                view! { <ul class="held stack">{all}</ul> }.into_any()
            };
            view! { <h2>{say_choice("kind", kind)}</h2> {list} }
        });
        view! {
            <Backlink href="/desk/look-into" />
            <h1>{t!("look-into-title")}</h1>
            <p>{their_name(notes)}</p>
            <p>{t!("look-into-until", time = say_clock(until))}</p>
            <p>{t!("look-into-told")}</p>
            {shown.into_iter().collect_view()}
            <p><Link href="/desk/workload" label=t!("desk-workload-title") /></p>
        }
        .into_any()
    })
}

fn in_full(held: &Held, now: Now) -> AnyView {
    let lines = say_item(&held.item, now);
    let lines = lines.into_iter().map(|line| view! { <p class="words"><bdi>{line}</bdi></p> }).collect_view();
    let written = t!("look-into-written", who = say_actor(held.by), when = say_moment(held.at));
    view! { <li class="stack">{lines} <p>{written}</p></li> }.into_any()
}
