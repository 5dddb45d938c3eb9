//! Agreements and notes: what waits for an answer, what is agreed, and what the person and their case worker write to each other.

mod one;
mod words;
mod write;

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    agreement::{Agreement, Side, Status},
    decide::may_contact,
    directory::Known,
    ids::AgreementId,
    item::{Held, Item, Kind},
    message::Message,
    needs::{Needs, Place, Shelf},
    state::{Listed, State},
    time::Now,
};

use self::words::{say_side, say_status};
pub use self::{
    one::{One, one},
    words::say_agreement,
    write::{fresh_message, fresh_proposal, propose, write},
};
use super::{
    Page,
    records::beside,
    said::beginning,
    words::{say_actor, say_moment},
    your_choice,
};
use crate::{
    components::{Details, Kind as ButtonKind, Link, OwnWords},
    frame::frame,
    t,
};

/// How many messages a page shows at most.
pub const SHOWN: usize = 20;

/// How many letters tell one message from others: they are heard with each link, so they are few.
const WHICH: usize = 30;

/// What the page needs: every agreement, and of the messages a page.
pub fn needs(from: Place) -> Needs {
    Needs::the_few().and_all(Kind::Agreement).and_page(Shelf::Of(Kind::Message), from, SHOWN)
}

/// The page of one agreement.
pub fn address(id: AgreementId) -> String {
    format!("/notes/agreement?which={id}")
}

/// What waits for an answer first, then what is agreed, then the messages with the newest first, and what is over folded away.
pub fn notes(state: &State, now: Now) -> Page<'_> {
    Page::new("notes-title", move || {
        let of = |keep: fn(&Agreement, Status) -> bool| those(state, now, keep);
        let is_there = state.standing().is_on() && state.chosen_case_worker().is_some();
        let to = |href: &'static str, label: &str| {
            is_there.then(|| view! { <p><Link href label=t!(label) kind=ButtonKind::Plain /></p> })
        };
        let over = of(|_, status| !status.is_open() && status != Status::Agreed);
        let over = (!over.is_empty()).then(|| {
            let all = list(over, now);
            view! { <Details summary=t!("notes-over")>{all}</Details> }
        });
        view! {
            <h1>{t!("notes-title")}</h1>
            {your_choice()}
            <p>{t!("notes-both")}</p>
            <p>{t!("notes-no-duty")}</p>
            {with_whom(state, now)}
            {group("notes-waiting", of(|one, status| status.is_open() && one.by == Side::CaseWorker), now)}
            {group("notes-proposed", of(|one, status| status.is_open() && one.by == Side::Person), now)}
            {group("notes-agreed", of(|_, status| status == Status::Agreed), now)}
            {over}
            {to("/notes/propose", "notes-propose")}
            <h2>{t!("notes-conversation")}</h2>
            {to("/notes/write", "notes-write")}
            {conversation(state)}
            <h2>{t!("notes-others")}</h2>
            <p>{t!("notes-others-what")} " " <Link href="/held/kind?what=note" label=t!("notes-others-link") /></p>
        }
        .into_any()
    })
}

/// Those that `keep` picks, the newest first.
fn those(state: &State, now: Now, keep: fn(&Agreement, Status) -> bool) -> Vec<(AgreementId, &Agreement)> {
    let mut all: Vec<_> = state.agreements().filter(|(_, one)| keep(one, one.status(now.today))).collect();
    all.sort_by_key(|(id, one)| (std::cmp::Reverse(one.since), *id));
    all
}

fn group(title: &str, all: Vec<(AgreementId, &Agreement)>, now: Now) -> Option<AnyView> {
    (!all.is_empty()).then(|| view! { <h2>{t!(title)}</h2> {list(all, now)} }.into_any())
}

fn list(all: Vec<(AgreementId, &Agreement)>, now: Now) -> AnyView {
    view! { <ul class="held stack">{all.into_iter().map(|(id, one)| in_list(id, one, now)).collect_view()}</ul> }
        .into_any()
}

/// What each of the two would do, how it stands, and the way to its page.
fn in_list(id: AgreementId, one: &Agreement, now: Now) -> AnyView {
    let status = one.status(now.today);
    let answers = status.is_open() && one.by == Side::CaseWorker;
    let label = if answers { t!("offers-answer-link") } else { t!("offers-see-link") };
    let draft = &one.draft;
    let about = draft.person.as_ref().or(draft.case_worker.as_ref());
    let about = about.map(|words| format!("– {}", beginning(words.as_str(), WHICH)));
    let part = |side: Side| {
        let words = words::part(one, side)?.as_str().to_owned();
        Some(view! { <p class="hint">{say_side(side)}</p> <OwnWords text=words /> })
    };
    view! {
        <li class="stack">
            {part(Side::Person)}
            {part(Side::CaseWorker)}
            <p>{say_status(one, now.today)}</p>
            <p><Link href=address(id) label about /></p>
        </li>
    }
    .into_any()
}

/// With whom, and whether they can answer; or that there is nobody to write to, and how to choose somebody.
fn with_whom(state: &State, now: Now) -> AnyView {
    if !state.standing().is_on() {
        return view! { <p>{t!("notes-stopped")} " " <Link href="/stop" label=t!("frame-come-back") /></p> }.into_any();
    }
    let Some(staff) = state.chosen_case_worker() else {
        return view! { <p>{t!("notes-nobody")} " " <Link href="/people/case-worker" label=t!("people-choose") /></p> }
            .into_any();
    };
    let who = say_actor(Actor::CaseWorker(staff));
    let silent = (!may_contact(state, now)).then(|| {
        view! { <p>{t!("notes-silent", who = who.clone())} " " <Link href="/contact" label=t!("frame-contact") /></p> }
    });
    view! {
        <p>{t!("notes-with", who = who.clone())}</p>
        {silent}
    }
    .into_any()
}

/// The messages of a page, the newest first, and the ways to others.
fn conversation(state: &State) -> AnyView {
    let listed = state.page(Shelf::Of(Kind::Message));
    let all: Vec<AnyView> = listed
        .items
        .iter()
        .filter_map(|(id, _)| state.get(*id))
        .filter_map(|held| match &held.item {
            Item::Message(message) => Some(said(state, held, message)),
            _ => None,
        })
        .collect();
    if all.is_empty() && !listed.newer {
        return view! { <p>{t!("notes-none")}</p> }.into_any();
    }
    view! { <p>{t!("notes-newest")}</p> <ul class="held stack">{all}</ul> {ways_on(listed)} }.into_any()
}

/// Who wrote, when, the words, and how the person sees them.
fn said(state: &State, held: &Held, message: &Message) -> AnyView {
    let (who, when) = (say_author(held), say_moment(held.at));
    let which = format!("– {}", beginning(message.words.as_str(), WHICH));
    let about = view! {
        <p><Link href=format!("/held/item?what={}", held.id) label=t!("notes-about-message") about=which.clone() /></p>
    };
    view! {
        <li class="stack">
            <h3>{t!("notes-who-when", who = who, when = when)}</h3>
            <OwnWords text=message.words.as_str() />
            {beside(state, held, Some(&which))}
            {about}
        </li>
    }
    .into_any()
}

/// Whose words they are: of somebody who is known the name alone, as who they are stands above.
fn say_author(held: &Held) -> String {
    match (held.by, frame().names.of(held.by)) {
        (Actor::Claimant(_), _) => t!("notes-you"),
        (_, Some(Known::Staff(staff) | Known::System(staff))) => staff.name.to_string(),
        (by, _) => say_actor(by),
    }
}

/// The ways to newer and to older ones.
fn ways_on(listed: &Listed) -> AnyView {
    let link = |href: String, label: String| view! { <p><Link href label /></p> };
    let newer = listed.items.first().filter(|_| listed.newer).map(|(_, place)| format!("/notes?after={place}"));
    // Of a page on which nothing is any more, the way is to the beginning.
    let newer = newer.or((listed.items.is_empty() && listed.newer).then(|| "/notes".to_owned()));
    let older = listed.items.last().filter(|_| listed.older).map(|(_, place)| format!("/notes?before={place}"));
    view! {
        {newer.map(|href| link(href, t!("held-newer")))}
        {older.map(|href| link(href, t!("held-older")))}
    }
    .into_any()
}

/// For the letter: that somebody proposed something; none where nothing waits.
pub fn next(state: &State, now: Now) -> Option<AnyView> {
    let waiting = those(state, now, |one, status| status == Status::Proposed && one.by == Side::CaseWorker);
    (!waiting.is_empty()).then(|| {
        view! { <p>{t!("notes-open", count = waiting.len())} " " <Link href="/notes" label=t!("offers-answer-link") /></p> }
            .into_any()
    })
}

/// For the letter: who wrote last, if it was somebody else.
pub fn latest(state: &State) -> Option<AnyView> {
    let (id, _) = state.page(Shelf::Of(Kind::Message)).items.first()?;
    let held = state.get(*id).filter(|held| !matches!(held.by, Actor::Claimant(_)))?;
    let (who, when) = (say_author(held), say_moment(held.at));
    Some(
        view! { <p>{t!("notes-latest", who = who, when = when)} " " <Link href="/notes" label=t!("notes-read") /></p> }
            .into_any(),
    )
}
