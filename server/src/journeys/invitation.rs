//! An invitation: a code that someone was given, in a link or to be typed, opens their place once; or one to help somebody.

use axum::{extract::RawQuery, http::StatusCode, response::Response};
use jiff::Timestamp;
use own_terms_app::{form::FormState, notice, pages};
use own_terms_domain::{
    account::SignedInBy,
    actor::Actor,
    decide::{Command, Refusal},
    form::{ErrorKind, FieldError, Fields},
    ids::ClaimantId,
    recovery::DELAY,
    spoken::SpokenCode,
};

use super::{
    anew,
    sign_in::{Shown, begin_at},
};
use crate::{
    store::{Opening, Order, Purpose, StoreError, TicketCode},
    web::{
        failure::Failure,
        reply::page,
        typed::{Typed, decode},
        visit::{Answer, Visit},
    },
};

/// Asks for the code, or whether to use the one in the link. Nothing is looked up, so that looking uses nothing up.
pub async fn show(visit: Visit, RawQuery(query): RawQuery) -> Response {
    let query = decode(query.unwrap_or_default().as_bytes());
    let form = match SpokenCode::parse(query.get("code")) {
        Ok(code) => FormState::of(Fields::new().with("code", code.to_string()).with("for", query.get("for"))),
        Err(_) => FormState::default(),
    };
    page(&visit, visit.frame(), StatusCode::OK, pages::signing::invitation(&form))
}

/// Opens the place, and asks how they want to sign in next time; or shows who asks to be helped.
pub async fn open(visit: Visit, Typed(fields): Typed) -> Answer {
    // Someone on their way here from the page for signing in brings what is kept, and no code yet.
    if fields.all("code").next().is_none() {
        let form = FormState::of(fields);
        return Ok(page(&visit, visit.frame(), StatusCode::OK, pages::signing::invitation(&form)));
    }
    let code = SpokenCode::parse(fields.get("code"));
    let opens = match &code {
        Ok(code) => opened(&visit, &code.into()).await?,
        Err(_) => None,
    };
    match opens {
        Some(Opens::NotYet(from)) => Ok(page(&visit, visit.frame(), StatusCode::OK, pages::signing::not_yet(from))),
        Some(Opens::Again(claimant)) => {
            begin_at(visit, claimant, Shown::by(SignedInBy::Recovery, None), &fields, "/settings/sign-in").await
        }
        Some(Opens::First(claimant)) => {
            begin_at(visit, claimant, Shown::by(SignedInBy::Invitation, None), &fields, "/settings/sign-in").await
        }
        None => {
            // One field for both kinds of code: no finder of the one is found by the other.
            if let Ok(code) = &code
                && let Some(answer) = anew::come(visit.clone(), code.clone(), fields.clone()).await?
            {
                return Ok(answer);
            }
            // A slip is no try; to whatever opens nothing there is one answer.
            let kind = code.err().unwrap_or(ErrorKind::OpensNothing);
            let error = FieldError { field: "code".to_owned(), kind };
            let form = FormState { fields, errors: vec![error], notice: None };
            let content = pages::signing::invitation(&form).with_errors();
            Ok(page(&visit, visit.frame(), StatusCode::UNPROCESSABLE_ENTITY, content))
        }
    }
}

/// What a code does.
enum Opens {
    /// It opens a place for the first time.
    First(ClaimantId),
    /// It opens one again.
    Again(ClaimantId),
    /// It opens something, and only from this moment on.
    NotYet(Timestamp),
}

/// What a code opens of one's own: only whoever has the right code learns that it opens something later.
async fn opened(visit: &Visit, code: &TicketCode) -> Result<Option<Opens>, Failure> {
    let ticket = visit.app.store.open_ticket(Purpose::Invitation, code, Opening::Use, visit.now.at).await?;
    match ticket.and_then(|ticket| ticket.claimant) {
        Some(claimant) => Ok(Some(Opens::First(claimant))),
        None => again(visit, code).await,
    }
}

/// What the code of a new way in opens: what becomes of it is decided by the rules, in one transaction that ends the code too.
async fn again(visit: &Visit, code: &TicketCode) -> Result<Option<Opens>, Failure> {
    let (store, now) = (&visit.app.store, visit.now);
    let ticket = store.open_ticket(Purpose::Recovery, code, Opening::Look, now.at).await?;
    let found = ticket.and_then(|ticket| Some((ticket.claimant?, serde_json::from_slice(&ticket.content).ok()?)));
    let Some((claimant, asked)) = found else { return Ok(None) };
    let opens: Timestamp = asked + DELAY;
    if now.at < opens {
        return Ok(Some(Opens::NotYet(opens)));
    }
    let notice = notice::version(visit.reading.language);
    let command = Command::OpenRecovery { asked };
    match store.commit(Order { claimant, actor: Actor::Service, command, now, notice }).await {
        Ok(_) => Ok(Some(Opens::Again(claimant))),
        Err(StoreError::Refused(Refusal::NotPermitted)) => Ok(None),
        Err(other) => Err(other.into()),
    }
}
