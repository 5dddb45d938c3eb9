//! Finding something among all that is held: without scripts, and whatever is not on the page.
//!
//! What is looked for is sent in a form, so that it is in no address, no list of pages visited and no log (promise 12).

use leptos::prelude::*;
use own_terms_domain::{
    item::{Held, ItemId, Kind},
    state::State,
    time::Now,
};

use super::one;
use crate::{
    components::{Backlink, Button, Form, TextInput},
    form::FormState,
    pages::{Page, words::say_choice},
    t,
};

/// How many items are looked through for one answer; then it is asked whether to look on.
pub const MOST_LOOKED: usize = 2000;
/// How many are found for one answer.
pub const MOST_FOUND: usize = 50;

/// What was found, and how far it was looked.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The items found.
    pub items: Vec<ItemId>,
    /// How many were looked through, from the first on.
    pub looked: usize,
    /// Where to look on; none at the end.
    pub from: Option<ItemId>,
}

/// The field and the button.
pub(super) fn form(form: &FormState) -> AnyView {
    let (value, error) = (form.value("find"), form.error("find"));
    view! {
        <Form to="/held/find".to_owned() class="on-screen">
            <TextInput name="find" label=t!("held-find") hint=t!("held-find-hint") kind="search" autocomplete="off"
                spellcheck=false value error />
            <Button label=t!("held-find-now") />
        </Form>
    }
    .into_any()
}

/// The form, and what was found if anything was looked for.
pub fn find<'a>(state: &'a State, typed: &'a FormState, found: Option<Found>, now: Now) -> Page<'a> {
    Page::new("held-find-title", move || {
        view! {
            <Backlink href="/held" />
            {typed.problems_with_buttons()}
            <h1>{t!("held-find-title")}</h1>
            {form(typed)}
            {found.map(|found| results(state, typed, &found, now))}
        }
        .into_any()
    })
}

fn results(state: &State, typed: &FormState, found: &Found, now: Now) -> AnyView {
    let mut items: Vec<&Held> = found.items.iter().filter_map(|id| state.get(*id)).collect();
    items.sort_by_key(|held| std::cmp::Reverse(held.version));
    let group = |kind: &Kind| {
        let of_kind: Vec<_> = items.iter().filter(|held| held.id.kind() == *kind).collect();
        (!of_kind.is_empty()).then(|| {
            view! {
                <section>
                    <h3>{say_choice("kind", *kind)}</h3>
                    <ul class="held stack">{of_kind.into_iter().map(|held| one(state, held, now)).collect_view()}</ul>
                </section>
            }
        })
    };
    let (find, looked) = (typed.value("find"), found.looked.to_string());
    let on = found.from.map(|from| {
        let so_far = t!("held-found-so-far", looked = found.looked, count = state.count());
        view! {
            <p>{so_far}</p>
            <Form class="actions" bare=true>
                <input type="hidden" name="find" value=find />
                <input type="hidden" name="from" value=from.to_string() />
                <input type="hidden" name="looked" value=looked />
                <Button label=t!("held-find-on") />
            </Form>
        }
    });
    view! {
        <h2>{t!("held-found-title")}</h2>
        <p>{t!("held-found", count = items.len())}</p>
        {Kind::ALL.iter().map(group).collect_view()}
        {on}
    }
    .into_any()
}
