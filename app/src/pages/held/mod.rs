//! What is held: every item, who wrote it, when, why, until when, who can see it; and who has looked.

mod also;
pub mod download;
mod erase;
mod find;
mod item;
mod list;
mod looks;
mod sight;

use leptos::prelude::*;
use own_terms_domain::{
    account::Account,
    actor::Actor,
    agreement,
    catalogue::{Seen, about},
    item::{Held, Item, ItemId, Kind},
    look::Look,
    needs::{Needs, Place, Shelf},
    state::State,
    time::Now,
};

pub use self::{
    also::{Fact, say_place, say_seals, say_sign_in, say_to_send, say_waiting},
    erase::erase,
    find::{Found, MOST_FOUND, MOST_LOOKED, find},
    item::item,
    list::{list, named as list_named, of_kind},
    looks::looks,
    sight::who_sees,
};
use super::{
    Page,
    receipts::Entry,
    records::beside,
    said::{lines, say_item, way_in, which},
    words::{say_actor, say_choice, say_moment},
};
use crate::{
    components::{Details, Link, OwnWords, SummaryList, SummaryRow},
    form::FormState,
    i18n::say_date,
    islands::search_held,
    t,
};

/// How many looks are shown at most.
pub const LOOKS_SHOWN: usize = 100;
/// How many items a list shows at most.
pub const SHOWN: usize = 20;

/// What the page of what is held needs: of the kinds of which there can be many, the newest.
pub fn needs() -> Needs {
    let many = Kind::ALL.iter().copied().filter(|kind| !kind.is_single()).map(Shelf::Of);
    many.chain([Shelf::TakenAway]).fold(Needs::the_few(), |needs, of| needs.and_page(of, Place::Newest, SHOWN))
}

/// Everything that is held, of long lists the newest, the account, and who looked.
pub fn held<'a>(state: &'a State, account: &'a Account, looks: &'a [Look], now: Now) -> Page<'a> {
    Page::new("held-title", move || {
        view! {
            <h1>{t!("held-title")}</h1>
            <p class="lead">{t!("held-what")}</p>
            <p>{t!("held-count", count = state.count())}</p>
            <ul class="links">
                <li><Link href="/held/seen" label=t!("seen-title") /></li>
                <li><Link href="/held/download" label=t!("download-title") /></li>
            </ul>
            <h2>{t!("held-items")}</h2>
            {find::form(&FormState::default())}
            {search_held()}
            {list::kinds(state)}
            {Kind::ALL.iter().map(|kind| list::group(state, *kind, now)).collect_view()}
            {list::past(state)}
            <h2>{t!("held-erase-all")}</h2>
            <p>{t!("held-erase-all-what")}</p>
            <p><Link href="/held/erase?what=everything" label=t!("held-erase-all") /></p>
            {also::also(account)}
            <h2 id="looks">{t!("held-looks")}</h2>
            <p>{t!("held-looks-what")}</p>
            {looks::looks_table(looks)}
            {looks::earlier(looks)}
        }
        .into_any()
    })
    .with_islands()
}

/// One item: what it says, and the facts about it.
fn one(state: &State, held: &Held, now: Now) -> AnyView {
    let which = which(state, held);
    let more = match held.item.law_keeps_it_until(now.today) {
        Some(_) => t!("held-more-kept"),
        None => t!("held-more"),
    };
    let facts = view! { <SummaryList rows=facts(&held.item) /> };
    view! {
        <li data-held="">
            // What is looked through: with scripts here, without them at the server, which looks through [`text`].
            <div class="stack" data-said="">
                {content(&held.item, now)}
                <p class="hint">{written(held)}</p>
            </div>
            {beside(state, held, Some(&which))}
            <Details summary=t!("held-facts") about=which.clone()>{facts}</Details>
            <p><Link href=address("item", held.id) label=more about=which /></p>
        </li>
    }
    .into_any()
}

/// Who wrote an item, when, and who can see it. What the person asked for stays theirs when whoever is to answer says how far they are.
fn written(held: &Held) -> String {
    let (who, when) = (say_actor(held.by), say_moment(held.at));
    let by = if is_answered(held) {
        t!("held-changed-by", who = who, when = when)
    } else {
        t!("held-written-by", who = who, when = when)
    };
    format!("{by} {}", seen(&held.item))
}

/// True when what was written last is how far it has come, and not what it says.
fn is_answered(held: &Held) -> bool {
    match &held.item {
        Item::Correction(_) => !matches!(held.by, Actor::Claimant(_)),
        // What it says was proposed by one of the two, and answered by the other.
        Item::Agreement(one) => one.progress != agreement::Progress::Proposed,
        _ => false,
    }
}

/// What stands on the page about an item, to be looked through.
pub fn text(held: &Held, now: Now) -> String {
    let mut lines = say_item(&held.item, now);
    lines.push(written(held));
    lines.join("\n")
}

/// What an item says. Rules for safe contact are folded away: someone else may be looking at the screen.
fn content(item: &Item, now: Now) -> AnyView {
    if let Item::SignIn(way) = item {
        let name = view! { <OwnWords text=way.name.as_str() /> };
        return view! { {name} {way_in(&way.how)} }.into_any();
    }
    let content = lines(say_item(item, now));
    match item.kind() {
        Kind::Safe => view! { <Details summary=t!("held-show")>{content}</Details> }.into_any(),
        _ => content,
    }
}

/// Why a kind of item is held, on what basis, until when.
fn facts(item: &Item) -> Vec<SummaryRow> {
    let about = about(item.kind());
    vec![
        SummaryRow::new(t!("held-why"), say_choice("purpose", about.purpose)),
        SummaryRow::new(t!("held-basis"), say_choice("basis", about.basis)),
        SummaryRow::new(t!("held-until"), until(item)),
    ]
}

/// Until when an item is held, with the day it goes where it has one.
pub fn until(item: &Item) -> String {
    let said = say_choice("retention", about(item.kind()).retention);
    match item.goes_on() {
        Some(day) => t!("held-goes-on", until = said, day = say_date(day)),
        None => said,
    }
}

/// Who can see an item.
pub fn seen(item: &Item) -> String {
    match (about(item.kind()).seen, item) {
        (Seen::AsItSays, Item::Goal(goal)) => say_choice("audience-said", goal.draft.audience),
        (seen, _) => say_choice("seen", seen),
    }
}

/// The page of an item: `/held/item?what=goal.…`, `/held/erase?what=…`.
fn address(page: &str, id: ItemId) -> String {
    format!("/held/{page}?what={id}")
}
