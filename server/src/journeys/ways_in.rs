//! How the person signs in: seeing, naming and closing each way, and adding an address that was shown to be theirs.

use axum::{
    extract::RawQuery,
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use own_terms_app::{
    form::FormState,
    i18n::{FluentArgs, say_in},
    notice,
    pages::signing::{self, Offered},
};
use own_terms_domain::{
    actor::Actor,
    decide::{Command, Refusal},
    form::{ErrorKind, FieldError, Fields},
    ids::{ClaimantId, WayInId},
    item::{Kind, Version},
    look::Subject,
    needs::Needs,
    reading::Language,
    sign_in::{How, WayIn, WayName},
    text::Line,
};

use super::{
    email_link::{address, nothing, open},
    held::signed_in,
    recovery,
};
use crate::{
    notify::{Asked, NewEmailTicket},
    store::{Opening, Order, Purpose, StoreError, Want},
    web::{
        failure::Failure,
        reply::page,
        sending::Outcome,
        typed::{Typed, decode},
        visit::{Answer, Visit},
    },
};

/// Every way to sign in.
pub(super) fn needs() -> Needs {
    Needs::the_few().and_all(Kind::SignIn)
}

/// The ways that this service has.
pub(super) fn offered(visit: &Visit) -> Offered {
    let provider = visit.app.provider.as_ref().map(|provider| provider.name().to_owned());
    Offered { passkeys: visit.app.passkeys.is_some(), email: visit.app.outbox.is_open(), provider }
}

/// Every way the person has, and what can be added.
pub async fn show(visit: Visit) -> Answer {
    let offered = offered(&visit);
    let person = visit.needing(needs()).person(Subject::AtAGlance, Want::Items).await?;
    let (from, now) = (recovery::from(&person.visit), person.visit.now);
    Ok(person.page(signing::ways_in(person.state(), offered, from, now, &FormState::default())))
}

/// One way.
pub async fn show_way(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let (visit, query) = signed_in(visit, query)?;
    if query.get("way").is_empty() {
        return Ok(Redirect::to("/settings/sign-in").into_response());
    }
    let id = which(&query)?;
    let person = visit.needing(needs()).person(Subject::AtAGlance, Want::Items).await?;
    if person.state().way_in(id).is_none() {
        return Err(Failure::NotFound);
    }
    let here = began_by(&person.visit, id);
    Ok(person.page(signing::way_in(person.state(), id, here, &FormState::default())))
}

fn which(fields: &Fields) -> Result<WayInId, Failure> {
    fields.get("way").parse().map_err(|_| Failure::NotFound)
}

/// True when whoever is signed in here did so by this way.
fn began_by(visit: &Visit, way: WayInId) -> bool {
    visit.signed_in.is_some_and(|signed_in| signed_in.way == Some(way))
}

/// Names a way, or closes it.
pub async fn change_way(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(needs()).person_sending(Subject::AtAGlance, fields).await?;
    let id = which(&fields)?;
    let (outcome, done) = if fields.get("do") == "close" {
        let (on, sure) = (Version::parse(fields.get("version")), fields.has("sure", "yes"));
        (person.submit(Command::RemoveWayIn { id, on, sure }).await?, "way-in-closed")
    } else {
        let command = |on, WayName(name)| Command::NameWayIn { id, on, name };
        (person.submit_form(&fields, command).await?, "way-in-named")
    };
    person
        .after(outcome, "/settings/sign-in", done, fields, move |person, form| {
            signing::way_in(person.state(), id, began_by(&person.visit, id), form)
        })
        .await
}

/// Asks for an address.
pub async fn show_email(visit: Visit) -> Answer {
    let is_open = visit.app.outbox.is_open();
    let person = visit.person(Subject::AtAGlance, Want::Items).await?;
    if !is_open {
        return Err(Failure::NotFound);
    }
    Ok(person.page(signing::add_email(&FormState::default())))
}

/// Sends a link there. The address is kept only once the link was opened.
pub async fn add_email(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::AtAGlance, fields).await?;
    if !person.visit.app.outbox.is_open() {
        return Err(Failure::NotFound);
    }
    let outcome = match address(&fields) {
        Ok(_) if person.held_back.is_some() => Outcome::Again(Vec::new(), person.held_back),
        Ok(address) => {
            let (language, at) = (person.visit.reading.language, person.visit.now.at);
            person.visit.app.outbox.put(Asked::NewEmail { claimant: person.claimant, address, language, at });
            Outcome::Done
        }
        Err(kind) => Outcome::wrong("email", kind),
    };
    person.after(outcome, "/settings/sign-in", "way-in-email-asked", fields, |_, form| signing::add_email(form)).await
}

/// Asks whether to sign in with an address, where the link that was sent there leads.
pub async fn show_address(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let query = decode(query.unwrap_or_default().as_bytes());
    let code = query.get("code");
    if code.is_empty() {
        return Ok(Redirect::to("/sign-in").into_response());
    }
    let Some((_, ticket)) = opened(&visit, code, Opening::Look).await? else { return Ok(nothing(&visit)) };
    let form = FormState::default();
    Ok(page(&visit, visit.frame(), StatusCode::OK, signing::address(code, &ticket.address, &form)))
}

/// Adds the address: whoever presses the button reads what is sent there, and it was asked for in the person's own session.
pub async fn answer_address(visit: Visit, Typed(fields): Typed) -> Answer {
    let code = fields.get("code");
    if fields.get("do") != "yes" {
        return match opened(&visit, code, Opening::Use).await? {
            Some(_) => Ok(page(&visit, visit.frame(), StatusCode::OK, signing::left_alone())),
            None => Ok(nothing(&visit)),
        };
    }
    let Some((claimant, ticket)) = opened(&visit, code, Opening::Look).await? else { return Ok(nothing(&visit)) };
    let language = visit.reading.language;
    let how = How::Email { address: ticket.address.clone() };
    let command = Command::AddWayIn { id: ticket.way, way: WayIn { name: name(language)?, how } };
    let order = Order {
        claimant,
        actor: Actor::Claimant(claimant),
        command,
        now: visit.now,
        notice: notice::version(language),
    };
    match visit.app.store.commit(order).await {
        Ok(_) => {}
        Err(StoreError::Refused(Refusal::Invalid(errors))) => {
            let form = FormState { errors: errors.into_iter().map(many).collect(), ..FormState::default() };
            let content = signing::address(code, &ticket.address, &form).with_errors();
            return Ok(page(&visit, visit.frame(), StatusCode::UNPROCESSABLE_ENTITY, content));
        }
        Err(other) => return Err(other.into()),
    }
    // Only once it is added: where others were in the way, the link still works.
    opened(&visit, code, Opening::Use).await?;
    if visit.claimant() == Some(claimant) {
        return Ok(visit.go("/settings/sign-in", Some("way-in-added")));
    }
    Ok(page(&visit, visit.frame(), StatusCode::OK, signing::address_added()))
}

/// Too many ways are said of all of them, and not of the name.
fn many(error: FieldError) -> FieldError {
    match error.kind {
        ErrorKind::TooMany { .. } => FieldError { field: "name".to_owned(), ..error },
        _ => error,
    }
}

/// What a way is called until the person says otherwise.
fn name(language: Language) -> Result<Line, Failure> {
    Line::parse(&say_in(language, "way-in-email-name", None::<&FluentArgs>)).map_err(|_| Failure::Broken)
}

async fn opened(visit: &Visit, code: &str, opening: Opening) -> Result<Option<(ClaimantId, NewEmailTicket)>, Failure> {
    let ticket = open(visit, Purpose::NewEmail, code, opening).await?;
    Ok(ticket.and_then(|ticket| Some((ticket.claimant?, serde_json::from_slice(&ticket.content).ok()?))))
}
