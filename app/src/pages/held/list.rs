//! Items of one kind: on the page of what is held, and page by page where there are many.

use leptos::prelude::*;
use own_terms_domain::{
    item::{Held, ItemId, Kind},
    needs::Shelf,
    reading::Choice as _,
    state::{Listed, State},
    time::Now,
};

use super::{address, one};
use crate::{
    components::{Backlink, Details, Link},
    pages::{Page, said::which_kind, words::say_choice},
    t,
};

/// What is held of a kind, as far as it is at hand.
pub fn of_kind(state: &State, kind: Kind) -> Vec<&Held> {
    if kind.is_single() {
        return state.get(ItemId::The(kind)).into_iter().collect();
    }
    state.page(Shelf::Of(kind)).items.iter().filter_map(|(id, _)| state.get(*id)).collect()
}

/// The name of a list, as its address has it.
fn name(of: Shelf) -> &'static str {
    match of {
        Shelf::Of(kind) => kind.id(),
        Shelf::TakenAway => "taken-away",
    }
}

/// The list that an address names.
pub fn named(name: &str) -> Option<Shelf> {
    if name == "taken-away" { Some(Shelf::TakenAway) } else { Kind::parse(name).ok().map(Shelf::Of) }
}

/// The ways to each kind of which something is held.
pub(super) fn kinds(state: &State) -> AnyView {
    let one = |kind: &Kind| {
        let (href, count) = (format!("/held/kind?what={}", kind.id()), state.count_of(*kind));
        (count > 0).then(|| {
            let label = t!("held-kind-count", kind = say_choice("kind", *kind), count = count);
            view! { <li><Link href label /></li> }
        })
    };
    let kinds = Kind::ALL.iter().map(one).collect_view();
    view! { <Details summary=t!("held-kinds")><ul class="stack">{kinds}</ul></Details> }.into_any()
}

/// The items of a kind, the newest first, and the way to the others.
pub(super) fn group(state: &State, kind: Kind, now: Now) -> Option<AnyView> {
    let (items, count) = (of_kind(state, kind), state.count_of(kind));
    let others = (count > items.len()).then(|| {
        let href = format!("/held/kind?what={}", kind.id());
        let about = which_kind(kind);
        view! { <p><Link href label=t!("held-see-all", count = count) about /></p> }
    });
    (!items.is_empty()).then(|| {
        view! {
            <section data-held-group="">
                <h3>{say_choice("kind", kind)}</h3>
                <ul class="held stack">{items.into_iter().map(|held| one(state, held, now)).collect_view()}</ul>
                {others}
                {erase_all(kind, count)}
            </section>
        }
        .into_any()
    })
}

/// The way to erase all of a kind; ways to sign in are closed one by one, and what is kept from carers goes with its record.
fn erase_all(kind: Kind, count: usize) -> Option<AnyView> {
    (count > 1 && !matches!(kind, Kind::SignIn | Kind::KeptBack)).then(|| {
        let href = format!("/held/erase?what=kind.{}", kind.id());
        let about = which_kind(kind);
        view! { <p><Link href label=t!("held-erase-kind") about /></p> }.into_any()
    })
}

/// Things that are held no longer, while what they said can still be read.
pub(super) fn past(state: &State) -> Option<AnyView> {
    let listed = state.page(Shelf::TakenAway);
    let more = listed.older.then(|| {
        view! { <p><Link href="/held/kind?what=taken-away" label=t!("held-past-all") /></p> }
    });
    (!listed.items.is_empty()).then(|| {
        view! {
            <h2>{t!("held-past")}</h2>
            <p>{t!("held-past-what")}</p>
            {links(listed)}
            {more}
        }
        .into_any()
    })
}

fn links(listed: &Listed) -> AnyView {
    let one = |(id, _): &(ItemId, _)| {
        view! { <li><Link href=address("item", *id) label=say_choice("kind", id.kind()) /></li> }
    };
    view! { <ul class="stack">{listed.items.iter().map(one).collect_view()}</ul> }.into_any()
}

/// A page of a list, the newest first.
pub fn list(state: &State, of: Shelf, now: Now) -> Page<'_> {
    Page::new("held-title", move || match of {
        Shelf::Of(kind) => {
            let (items, count) = (of_kind(state, kind), state.count_of(kind));
            view! {
                <Backlink href="/held" />
                <h1>{say_choice("kind", kind)}</h1>
                <p>{t!("held-count", count = count)}</p>
                <ul class="held stack">{items.into_iter().map(|held| one(state, held, now)).collect_view()}</ul>
                {(!kind.is_single()).then(|| ways_on(state.page(of)))}
                {erase_all(kind, count)}
            }
            .into_any()
        }
        Shelf::TakenAway => {
            let listed = state.page(of);
            view! {
                <Backlink href="/held" />
                <h1>{t!("held-past")}</h1>
                <p>{t!("held-past-what")}</p>
                {links(listed)}
                {ways_on(listed)}
            }
            .into_any()
        }
    })
}

/// The ways to newer and to older ones.
fn ways_on(listed: &Listed) -> AnyView {
    let what = name(listed.of);
    let newer = listed.items.first().filter(|_| listed.newer).map(|(_, place)| {
        view! { <p><Link href=format!("/held/kind?what={what}&after={place}") label=t!("held-newer") /></p> }
    });
    let older = listed.items.last().filter(|_| listed.older).map(|(_, place)| {
        view! { <p><Link href=format!("/held/kind?what={what}&before={place}") label=t!("held-older") /></p> }
    });
    // Of a page on which nothing is any more, the way is to the beginning.
    let first = (listed.items.is_empty() && listed.newer).then(|| {
        view! { <p><Link href=format!("/held/kind?what={what}") label=t!("held-newer") /></p> }
    });
    view! { {newer} {first} {older} }.into_any()
}
