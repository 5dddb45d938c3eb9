//! An invitation: a code that someone was given, in a link or to be typed, opens their place once; or one to help somebody.

use axum::{extract::RawQuery, http::StatusCode, response::Response};
use own_terms_app::{form::FormState, pages};
use own_terms_domain::{
    account::SignedInBy,
    form::{ErrorKind, FieldError, Fields},
    spoken::SpokenCode,
};

use super::{anew, sign_in::begin_at};
use crate::{
    store::{Opening, Purpose},
    web::{
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
    if let Ok(code) = &code {
        let opened = visit.app.store.open_ticket(Purpose::Invitation, &code.into(), Opening::Use, visit.now.at).await?;
        if let Some(claimant) = opened.and_then(|ticket| ticket.claimant) {
            return begin_at(visit, claimant, SignedInBy::Invitation, &fields, "/settings/sign-in").await;
        }
        // One field for both kinds of code: no finder of the one is found by the other.
        if let Some(answer) = anew::come(visit.clone(), code.clone(), fields.clone()).await? {
            return Ok(answer);
        }
    }
    // A slip is no try; to whatever opens nothing there is one answer.
    let kind = code.err().unwrap_or(ErrorKind::OpensNothing);
    let error = FieldError { field: "code".to_owned(), kind };
    let form = FormState { fields, errors: vec![error], notice: None };
    let content = pages::signing::invitation(&form).with_errors();
    Ok(page(&visit, visit.frame(), StatusCode::UNPROCESSABLE_ENTITY, content))
}
