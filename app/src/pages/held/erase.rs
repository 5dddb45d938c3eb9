//! Erasing: what goes, what stays and why, before it is done; it cannot be undone.

use leptos::prelude::*;
use own_terms_domain::{
    decide::ToErase,
    item::{Held, Version},
    state::State,
    time::Now,
};

use super::{address, content, list};
use crate::{
    components::{Backlink, Button, Form, Kind as ButtonKind, Link},
    form::FormState,
    pages::{
        Page,
        records::{going, has_records, has_ways_in, is_past, kept},
        words::say_choice,
    },
    t,
};

/// The question, with everything there is to know before an answer.
pub fn erase<'a>(state: &'a State, what: ToErase, form: &'a FormState, now: Now) -> Page<'a> {
    Page::new("erase-title", move || {
        let (heading, version, back) = match what {
            ToErase::Item { id, .. } => (
                t!("erase-item", kind = say_choice("kind", id.kind())),
                form.version(state.version(id)),
                address("item", id),
            ),
            ToErase::Kind(kind) => {
                (t!("erase-item", kind = say_choice("kind", kind)), Version::default().to_string(), "/held".to_owned())
            }
            ToErase::Everything => (t!("erase-everything"), Version::default().to_string(), "/held".to_owned()),
        };
        let ways_in = has_ways_in(state, what).then(ways_in_stay);
        // Closing them is a page of its own: nothing here takes any of them away.
        if ways_in.is_some() && what != ToErase::Everything {
            return view! {
                <Backlink href=back />
                {form.problems_with_buttons()}
                <h1>{t!("erase-elsewhere")}</h1>
                {shown(state, what, now)}
                {ways_in}
            }
            .into_any();
        }
        let (going, kept) = (going(state, what, now), kept(state, what, now));
        // Where all of it stays, nothing is asked and no button promises that it goes.
        if kept.is_some() && going == 0 && !is_past(state, what) {
            return view! {
                <Backlink href=back />
                {form.problems_with_buttons()}
                <h1>{t!("erase-not-yet")}</h1>
                {shown(state, what, now)}
                {kept}
            }
            .into_any();
        }
        let with_it = going > 0 && has_records(state, what);
        let stays_stopped = what == ToErase::Everything && state.standing().is_stopped();
        view! {
            <Backlink href=back.clone() />
            {form.problems_with_buttons()}
            <h1>{heading}</h1>
            <p class="your-choice">{t!("erase-choice")}</p>
            {shown(state, what, now)}
            <h2>{t!("erase-happens")}</h2>
            <ul class="stack">
                <li>{t!("erase-happens-now")}</li>
                <li>{t!("erase-happens-never")}</li>
                <li>{t!("erase-happens-line")}</li>
                {with_it.then(|| view! { <li>{t!("erase-happens-beside")}</li> <li>{t!("erase-happens-theirs")}</li> })}
                {stays_stopped.then(|| view! { <li>{t!("erase-happens-stopped")}</li> })}
                <li>{t!("erase-happens-copies")}</li>
            </ul>
            {kept}
            {ways_in}
            <Form version class="actions">
                <input type="hidden" name="what" value=name(what) />
                <Button label=t!("erase-now") kind=ButtonKind::Action />
                <Link href=back label=t!("erase-keep") kind=ButtonKind::Plain />
            </Form>
        }
        .into_any()
    })
}

/// That ways to sign in stay, and where each is closed.
fn ways_in_stay() -> impl IntoView {
    view! {
        <p>{t!("erase-ways-in")}</p>
        <p><Link href="/settings/sign-in" label=t!("erase-ways-in-link") /></p>
    }
}

/// What is about to go, so that nobody erases the wrong thing.
fn shown(state: &State, what: ToErase, now: Now) -> AnyView {
    let (items, count): (Vec<&Held>, usize) = match what {
        ToErase::Item { id, .. } => (state.get(id).into_iter().collect(), 1),
        ToErase::Kind(kind) => (list::of_kind(state, kind), state.count_of(kind)),
        ToErase::Everything => (Vec::new(), 0),
    };
    let more = count.saturating_sub(items.len());
    let more = (more > 0).then(|| view! { <p>{t!("erase-more", count = more)}</p> });
    let items: Vec<_> = items.into_iter().map(|held| view! { <li>{content(&held.item, now)}</li> }).collect();
    match (what, items.is_empty()) {
        (ToErase::Everything, _) => {
            view! { <p>{t!("erase-everything-what", count = going(state, what, now))}</p> }.into_any()
        }
        (_, true) => view! { <p>{t!("held-item-gone")}</p> }.into_any(),
        _ => view! { <ul class="held stack">{items}</ul> {more} }.into_any(),
    }
}

/// What is to be erased, as the form carries it.
fn name(what: ToErase) -> String {
    match what {
        ToErase::Item { id, .. } => id.to_string(),
        ToErase::Kind(kind) => format!("kind.{}", kind.id()),
        ToErase::Everything => "everything".to_owned(),
    }
}
