//! Whether a consent is real, for whoever has its code. Every look is in the person's log; whatever is not in force is answered alike.

use axum::{extract::RawQuery, http::StatusCode};
use own_terms_app::{form::FormState, pages};
use own_terms_domain::{
    actor::Actor,
    consent::Consent,
    directory::Directory,
    form::{ErrorKind, FieldError, Fields},
    ids::ConsentId,
    look::{Reason, Subject},
    spoken::SpokenCode,
};

use crate::{
    store::{Ask, Opening, Purpose, StoreError, TicketCode},
    web::{
        failure::Failure,
        reply::page,
        typed::{Typed, decode},
        visit::{Answer, Visit},
    },
};

/// The form for a code; a link fills it in.
pub async fn show(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let query = decode(query.unwrap_or_default().as_bytes());
    let form = FormState::of(Fields::new().with("code", query.get("code")));
    let (visit, frame) = visit.any_frame().await?;
    Ok(page(&visit, frame, StatusCode::OK, pages::consent::consent(None, &form)))
}

/// What the code is of, while that is in force.
pub async fn answer(visit: Visit, Typed(fields): Typed) -> Answer {
    let found = match SpokenCode::parse(fields.get("code")) {
        Ok(code) => of(&visit, &TicketCode::from(&code)).await?.ok_or(ErrorKind::OpensNothing),
        Err(kind) => Err(kind),
    };
    let form = FormState::of(Fields::new().with("code", fields.get("code")));
    let (visit, frame) = visit.any_frame().await?;
    match found {
        Ok((consent, names)) => {
            let frame = own_terms_app::frame::Frame { names: std::sync::Arc::new(names), ..frame };
            Ok(page(&visit, frame, StatusCode::OK, pages::consent::consent(Some(&consent), &form)))
        }
        Err(kind) => {
            let error = FieldError { field: "code".to_owned(), kind };
            let form = FormState { errors: vec![error], ..form };
            let content = pages::consent::consent(None, &form).with_errors();
            Ok(page(&visit, frame, StatusCode::UNPROCESSABLE_ENTITY, content))
        }
    }
}

/// The consent that a code is of; none for what is not in force, with no word of why.
async fn of(visit: &Visit, code: &TicketCode) -> Result<Option<(Consent, Directory)>, Failure> {
    let store = &visit.app.store;
    let opened = store.open_ticket(Purpose::Consent, code, Opening::Look, visit.now.at).await?;
    let Some(ticket) = opened else { return Ok(None) };
    let id: Option<ConsentId> = String::from_utf8(ticket.content).ok().and_then(|id| id.parse().ok());
    let (Some(whose), Some(id)) = (ticket.claimant, id) else { return Err(Failure::Broken) };
    let ask = visit.ask(whose, Actor::CodeHolder(id), Subject::Consents);
    match store.view(Ask { reason: Reason::CheckingConsent, ..ask }).await {
        Ok(view) => Ok(view.state.consent(id).cloned().map(|consent| (consent, view.names))),
        Err(StoreError::NotThere) => Ok(None),
        Err(other) => Err(other.into()),
    }
}
