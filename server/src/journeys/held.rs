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
    reading::Choice as _,
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

/// Everything, and who looked last.
pub async fn show(visit: Visit) -> Answer {
    let person = visit.person(Subject::Everything, Want::Looks { before: None }).await?;
    Ok(person.page(pages::held::held(person.state(), &person.view.looks, person.visit.now)))
}

/// Who can see what.
pub async fn show_seen(visit: Visit) -> Answer {
    let person = visit.person(Subject::Everything, Want::Items).await?;
    Ok(person.page(pages::held::who_sees(person.state(), person.visit.now)))
}

/// Who looked, page by page.
pub async fn show_looks(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let before = before(&decode(query.unwrap_or_default().as_bytes()));
    let person = visit.person(Subject::Log, Want::Looks { before }).await?;
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
    let person = visit.person(Subject::Everything, Want::Entries(Which::Of(id))).await?;
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
    let person = visit.person(Subject::Everything, Want::Items).await?;
    let there = |id: &ItemId| match what {
        ToErase::Item { id: named, .. } => *id == named,
        ToErase::Kind(kind) => id.kind() == kind,
        ToErase::Everything => true,
    };
    if !person.state().ever_held().any(|id| there(&id)) {
        return Err(Failure::NotFound);
    }
    Ok(person.page(pages::held::erase(person.state(), what, &FormState::default(), person.visit.now)))
}

/// Erases.
pub async fn erase(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::Everything, fields).await?;
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
