//! A new way in that somebody asked for: stopped or undone by a link, or where the person is signed in.

use axum::{
    extract::RawQuery,
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use jiff::Timestamp;
use own_terms_app::{notice, pages::signing};
use own_terms_domain::{
    actor::Actor,
    decide::{Command, Refusal},
    form::Fields,
    ids::ClaimantId,
    look::Subject,
    recovery::{Progress, SaidFrom},
};

use super::{
    email_link::{nothing, open},
    ways_in,
};
use crate::{
    notify::UndoTicket,
    store::{Opening, Order, Purpose, StoreError},
    web::{
        failure::Failure,
        reply::page,
        sending::Outcome,
        typed::{Typed, decode},
        visit::{Answer, Visit},
    },
};

/// Asks whether it was them, where the link in what they were sent leads. To look uses nothing up.
pub async fn show(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let query = decode(query.unwrap_or_default().as_bytes());
    let code = query.get("code");
    if code.is_empty() {
        return Ok(Redirect::to("/sign-in").into_response());
    }
    match opened(&visit, code, Opening::Look).await? {
        Some(_) => Ok(page(&visit, visit.frame(), StatusCode::OK, signing::undo(code))),
        None => Ok(nothing(&visit)),
    }
}

/// Stops or undoes it; or leaves it as it is, where it was them.
pub async fn answer(visit: Visit, Typed(fields): Typed) -> Answer {
    let code = fields.get("code");
    let Some((claimant, ticket)) = opened(&visit, code, Opening::Look).await? else { return Ok(nothing(&visit)) };
    if fields.get("do") != "stop" {
        return Ok(page(&visit, visit.frame(), StatusCode::OK, signing::undo_left()));
    }
    let (now, notice) = (visit.now, notice::version(visit.reading.language));
    let command = Command::StopRecovery { asked: ticket.asked, from: SaidFrom::Link { way: ticket.way } };
    // Whoever reads what is sent there is taken at their word, as when they sign in by it.
    let order = Order { claimant, actor: Actor::Claimant(claimant), command, now, notice };
    match visit.app.store.commit(order).await {
        Ok(_) => Ok(page(&visit, visit.frame(), StatusCode::OK, signing::undone())),
        Err(StoreError::Refused(Refusal::NotPermitted)) => Ok(nothing(&visit)),
        Err(other) => Err(other.into()),
    }
}

async fn opened(visit: &Visit, code: &str, opening: Opening) -> Result<Option<(ClaimantId, UndoTicket)>, Failure> {
    let ticket = open(visit, Purpose::Undo, code, opening).await?;
    Ok(ticket.and_then(|ticket| Some((ticket.claimant?, serde_json::from_slice(&ticket.content).ok()?))))
}

/// From where whoever is signed in says something about it.
pub(super) fn from(visit: &Visit) -> Option<SaidFrom> {
    visit.signed_in.map(|signed_in| SaidFrom::Session { by: signed_in.by, way: signed_in.way, at: signed_in.at })
}

/// What they say of it where they are signed in.
pub async fn say(visit: Visit, Typed(fields): Typed) -> Answer {
    let from = from(&visit).ok_or(Failure::SignedOut);
    let (person, fields) = visit.needing(ways_in::needs()).person_sending(Subject::AtAGlance, fields).await?;
    let (from, asked) = (from?, asked(&fields)?);
    let undoes = person.state().recovery().is_some_and(|stands| matches!(stands.progress, Progress::Opened { .. }));
    let (command, done) = match fields.get("do") {
        "stop" if undoes => (Command::StopRecovery { asked, from }, "recovery-undone"),
        "stop" => (Command::StopRecovery { asked, from }, "recovery-stopped"),
        "mine" => (Command::KnowRecovery { asked, from }, "recovery-known"),
        _ => return Err(Failure::Unreadable),
    };
    let outcome: Outcome = person.submit(command).await?;
    person
        .after(outcome, "/settings/sign-in", done, fields, move |person, form| {
            signing::ways_in(person.state(), ways_in::offered(&person.visit), Some(from), person.visit.now, form)
        })
        .await
}

fn asked(fields: &Fields) -> Result<Timestamp, Failure> {
    fields.get("asked").parse().map_err(|_| Failure::NotFound)
}
