//! What is held, who looked, and erasing.

use axum::{
    extract::RawQuery,
    response::{IntoResponse as _, Redirect},
};
use own_terms_app::{form::FormState, pages};
use own_terms_domain::{
    decide::{Command, ToErase},
    form::Fields,
    item::{ItemId, Kind, Version},
    look::Subject,
    needs::{Names, Needs, Place, Shelf},
    reading::Choice as _,
    sight,
    state::State,
};

use super::receipts::shown;
use crate::{
    store::{Want, Which},
    web::{
        failure::Failure,
        typed::{Typed, decode},
        visit::{Answer, Visit},
    },
};

/// Everything, of long lists the newest, the account, and who looked last.
pub async fn show(visit: Visit) -> Answer {
    if visit.acting_for.is_some() {
        let person = visit.person(Subject::Everything, Want::Items).await?;
        return Ok(person.page(pages::helping::held(person.state(), person.visit.now)));
    }
    let person = visit.needing(pages::held::needs()).person(Subject::Everything, Want::Overview).await?;
    let account = person.view.account.as_ref().ok_or(Failure::Broken)?;
    Ok(person.page(pages::held::held(person.state(), account, &person.view.looks, person.visit.now)))
}

/// A list, page by page.
pub async fn show_kind(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    if query.get("what").is_empty() {
        return Ok(Redirect::to("/held").into_response());
    }
    let of = pages::held::list_named(query.get("what")).ok_or(Failure::NotFound)?;
    let needs = Needs::the_few().and_page(of, place(&query), pages::held::SHOWN);
    let person = visit.needing(needs).person(Subject::Everything, Want::Items).await?;
    Ok(person.page(pages::held::list(person.state(), of, person.visit.now)))
}

/// Where in a list the page of an address begins.
pub(super) fn place(query: &Fields) -> Place {
    let place = |name| query.get(name).parse().ok().map(Version);
    match (place("before"), place("after")) {
        (Some(before), _) => Place::Before(before),
        (None, Some(after)) => Place::After(after),
        (None, None) => Place::Newest,
    }
}

/// Who can see what.
pub async fn show_seen(visit: Visit) -> Answer {
    let first = visit.clone().needing(sight::needs_first()).person(Subject::Everything, Want::Items).await?;
    let person = visit.needing(sight::needs(first.state())).person(Subject::Everything, Want::Items).await?;
    Ok(person.page(pages::held::who_sees(person.state(), person.visit.now)))
}

/// Who looked, page by page.
pub async fn show_looks(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let before = before(&decode(query.unwrap_or_default().as_bytes()));
    let person = visit.person(Subject::Log, Want::Looks { by: None, before }).await?;
    Ok(person.page(pages::held::looks(&person.view.looks)))
}

/// What is asked of someone signed in: whoever is not is led to sign in, whatever they ask for.
pub(super) fn signed_in(visit: Visit, query: Option<String>) -> Result<(Visit, Fields), Failure> {
    if visit.is_signed_in() {
        Ok((visit, decode(query.unwrap_or_default().as_bytes())))
    } else {
        Err(Failure::SignedOut)
    }
}

/// The number that a page goes on before; none for anything else, which is the first page.
pub(super) fn before(query: &Fields) -> Option<u32> {
    query.get("before").parse().ok()
}

/// One item with its history.
pub async fn show_item(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    if query.get("what").is_empty() {
        return Ok(Redirect::to("/held").into_response());
    }
    let id: ItemId = query.get("what").parse().map_err(|_| Failure::NotFound)?;
    let person = visit
        .needing(Needs::the_few().and_item(id).and_beside(id))
        .person(Subject::Everything, Want::Entries(Which::Of(id, before(&query))))
        .await?;
    if person.view.entries.is_empty() {
        return Err(Failure::NotFound);
    }
    let history: Vec<_> = person.view.entries.iter().map(shown).collect();
    Ok(person.page(pages::held::item(person.state(), id, &history, &person.view.looks, person.visit.now)))
}

/// The question before erasing.
pub async fn show_erase(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    if query.get("what").is_empty() {
        return Ok(Redirect::to("/held").into_response());
    }
    let what = to_erase(&query).ok_or(Failure::NotFound)?;
    let person = visit.clone().needing(needs_to_erase(what)).person(Subject::Everything, Want::Items).await?;
    if goes_with_its_record(person.state(), what) || !was_ever_there(&visit, person.state(), what).await? {
        return Err(Failure::NotFound);
    }
    Ok(person.page(pages::held::erase(person.state(), what, &FormState::default(), person.visit.now)))
}

/// True for what nobody erases by itself: to erase that a record is kept from carers would show it to them unasked.
fn goes_with_its_record(state: &State, what: ToErase) -> bool {
    match what {
        ToErase::Item { id, .. } => matches!(id, ItemId::KeptBack(_)) && state.get(id).is_some(),
        ToErase::Kind(kind) => kind == Kind::KeptBack,
        ToErase::Everything => false,
    }
}

/// What the question needs: of many the newest, to see what they are.
fn needs_to_erase(what: ToErase) -> Needs {
    let few = Needs::the_few();
    match what {
        ToErase::Item { id, .. } => few.and_item(id).and_beside(id),
        ToErase::Kind(kind) if kind.is_single() => few.and_item(ItemId::The(kind)),
        ToErase::Kind(kind) => few.and_page(Shelf::Of(kind), Place::Newest, pages::held::SHOWN),
        // What the law keeps of it, and whether anything was taken away.
        ToErase::Everything => Kind::ALL
            .iter()
            .filter(|kind| kind.is_kept_by_law())
            .map(|kind| Shelf::Of(*kind))
            .chain([Shelf::TakenAway])
            .fold(few, |needs, of| needs.and_page(of, Place::Newest, pages::held::SHOWN)),
    }
}

/// True when there is anything of it, or was. Only when there is nothing any more are the names gone through of what was.
async fn was_ever_there(visit: &Visit, state: &State, what: ToErase) -> Result<bool, Failure> {
    let names = match what {
        ToErase::Item { id, .. } => return Ok(state.was_ever_held(id)),
        ToErase::Kind(kind) if state.count_of(kind) > 0 => return Ok(true),
        ToErase::Everything if state.count() > 0 => return Ok(true),
        ToErase::Kind(kind) => Names::Of(kind),
        ToErase::Everything => Names::All,
    };
    let needs = Needs::the_few().and_names(names);
    let person = visit.clone().needing(needs).person(Subject::Everything, Want::Items).await?;
    Ok(match what {
        ToErase::Kind(kind) => person.state().ever_held_of(kind).next().is_some(),
        _ => person.state().ever_held().next().is_some(),
    })
}

/// Erases.
pub async fn erase(visit: Visit, Typed(fields): Typed) -> Answer {
    let needs = |fields: &Fields| to_erase(fields).map(needs_to_erase).unwrap_or_default();
    let (person, fields) = visit.person_sending_about(Subject::Everything, fields, needs).await?;
    let what = to_erase(&fields).ok_or(Failure::Unreadable)?;
    let outcome = person.submit(Command::Erase { what }).await?;
    person
        .after(outcome, "/held", "erased", fields, move |person, form| {
            pages::held::erase(person.state(), what, form, person.visit.now)
        })
        .await
}

/// What is to be erased: an item in the version that was seen, a kind, or everything.
fn to_erase(fields: &Fields) -> Option<ToErase> {
    let what = fields.get("what");
    if what == "everything" {
        return Some(ToErase::Everything);
    }
    match what.strip_prefix("kind.") {
        Some(kind) => Kind::parse(kind).ok().map(ToErase::Kind),
        None => Some(ToErase::Item { id: what.parse().ok()?, on: Version::parse(fields.get("version")) }),
    }
}
