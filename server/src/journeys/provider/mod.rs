//! Signing in through an identity provider, and adding one: somebody goes there, and later comes back in the same browser.
//!
//! What has to be known by then waits in a ticket that only a cookie of that browser opens. To come back changes nothing here
//! yet: whom the provider named is put beside it, and a button does the rest (see the decision).

mod adding;
mod logout;

use axum::{
    extract::RawQuery,
    http::{HeaderValue, StatusCode, header::REFRESH},
    response::{IntoResponse as _, Redirect, Response},
};
use jiff::SignedDuration;
use own_terms_app::{
    form::FormState,
    pages::signing::{self, Place},
};
use own_terms_domain::{
    account::SignedInBy,
    form::{ErrorKind, FieldError, Fields},
    ids::ClaimantId,
    look::Subject,
    sign_in::FoundBy,
};
use own_terms_receipt::hex;
use serde::{Deserialize, Serialize};

pub use self::{
    adding::{add, go_adding, show_add, show_name},
    logout::signed_out_there,
};
use super::{
    email_link::places_of,
    sign_in::{again, begin},
};
use crate::{
    provider::{Answer as Brought, Awaited, Fault, Provider, Who},
    store::{Opening, Purpose, Ticket, TicketCode, Want},
    web::{
        cookies,
        failure::Failure,
        reply::{page, put_cookie},
        typed::{Typed, decode},
        visit::{Answer, Person, Visit},
    },
};

/// How long somebody may be away, and think before they press.
const WHILE: SignedDuration = SignedDuration::from_mins(10);
/// Where one is added: first what it is, then its name.
const ADD: &str = "/settings/sign-in/provider";
const NAME: &str = "/settings/sign-in/provider/add";
/// Where somebody who is back signs in.
const CONFIRM: &str = "/sign-in/provider/confirm";

/// What waits for somebody who went.
#[derive(Serialize, Deserialize)]
struct Waits {
    awaited: Awaited,
    /// The session in which they want to add it; none for whoever signs in.
    session: Option<String>,
    /// Who it is, once they are back.
    who: Option<Who>,
}

/// An address that forms are sent to has no page of its own.
pub async fn show() -> Redirect {
    Redirect::to("/sign-in")
}

/// Sends whoever it is to the provider, to sign in.
pub async fn go(mut visit: Visit, Typed(fields): Typed) -> Answer {
    match went(&visit, None, &fields).await? {
        Ok(response) => Ok(response),
        Err(fault) => Ok(refused(&mut visit, fault, fields)),
    }
}

/// Takes what somebody brings back from there, and leads on to where it is used: nothing of it stays in an address.
pub async fn back(mut visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let provider = offered(&visit)?.clone();
    let query = decode(query.unwrap_or_default().as_bytes());
    if query.iter().next().is_none() {
        return Ok(Redirect::to("/sign-in").into_response());
    }
    let brought = Brought {
        state: query.get("state").to_owned(),
        code: query.get("code").to_owned(),
        issuer: query.get("iss").to_owned(),
        error: query.get("error").to_owned(),
    };
    let Some((code, waits)) = waiting(&visit, Opening::Look).await? else {
        return Ok(refused(&mut visit, Fault::State, Fields::new()));
    };
    let is_adding = waits.session.is_some();
    match comes_back(&visit, &provider, &code, waits, brought).await? {
        Ok(()) => Ok(Redirect::to(if is_adding { NAME } else { CONFIRM }).into_response()),
        Err(fault) if is_adding => {
            log(fault);
            let error = FieldError { field: "provider".to_owned(), kind: ErrorKind::OpensNothing };
            let form = FormState { errors: vec![error], ..FormState::default() };
            ADD.clone_into(&mut visit.path);
            let person = visit.person(Subject::SignIn, Want::Items).await?;
            let content = signing::add_provider(provider.name(), &form).with_errors();
            Ok(page(&person.visit, person.frame(), StatusCode::UNPROCESSABLE_ENTITY, content))
        }
        Err(fault) => Ok(refused(&mut visit, fault, Fields::new())),
    }
}

/// Puts whom the provider names beside what waited. The address loaded again does no more than the first time.
async fn comes_back(
    visit: &Visit,
    provider: &Provider,
    code: &TicketCode,
    waits: Waits,
    brought: Brought,
) -> Result<Result<(), Fault>, Failure> {
    let (store, at) = (&visit.app.store, visit.now.at);
    let handed_in = match provider.code(&waits.awaited, brought, at).await {
        Ok(_) if waits.who.is_some() => return Ok(Ok(())),
        Ok(handed_in) => handed_in,
        Err(fault) => return Ok(Err(fault)),
    };
    // Of two that bring the same, one hands it in.
    let Some(ticket) = store.open_ticket(Purpose::Provider, code, Opening::Use, at).await? else {
        return Ok(Err(Fault::State));
    };
    let who = match provider.who(&waits.awaited, &handed_in, at).await {
        Ok(who) => who,
        Err(fault) => return Ok(Err(fault)),
    };
    let content = serde_json::to_vec(&Waits { who: Some(who), ..waits }).map_err(|_| Failure::Broken)?;
    let (purpose, claimant, code) = (Purpose::Provider, ticket.claimant, code.clone());
    // They have all of the time again: to read and to press may take as long as to sign in there did.
    let until = at + WHILE;
    store.put_ticket(Ticket { purpose, code, claimant, made_at: ticket.made_at, until, tries: 1, content }).await?;
    Ok(Ok(()))
}

/// Asks whoever is back to press the button.
pub async fn show_confirm(visit: Visit) -> Answer {
    let provider = offered(&visit)?.clone();
    match who_is_back(&visit, None, Opening::Look).await? {
        Some(_) => Ok(page(&visit, visit.frame(), StatusCode::OK, signing::confirm(provider.name()))),
        None => Ok(Redirect::to("/sign-in").into_response()),
    }
}

/// Signs in whoever the provider named, in the place that they choose where there are several.
pub async fn confirm(mut visit: Visit, Typed(fields): Typed) -> Answer {
    let provider = offered(&visit)?.clone();
    let Some(who) = who_is_back(&visit, None, Opening::Look).await? else {
        return Ok(refused(&mut visit, Fault::State, fields));
    };
    let places = places_of(&visit, FoundBy::Provider(&who.issuer, &who.subject)).await?;
    let chosen = match places.as_slice() {
        [one] => Some((one.claimant, one.way)),
        several => several.iter().find(|one| one.place.id == fields.get("place")).map(|one| (one.claimant, one.way)),
    };
    if chosen.is_none() && !places.is_empty() {
        let places: Vec<Place> = places.into_iter().map(|one| one.place).collect();
        let shared = fields.has("shared", "yes");
        return Ok(page(
            &visit,
            visit.frame(),
            StatusCode::OK,
            signing::which_place_known(provider.name(), &places, shared),
        ));
    }
    // Of two who press at the same moment, one has it.
    if who_is_back(&visit, None, Opening::Use).await?.is_none() {
        return Ok(refused(&mut visit, Fault::State, fields));
    }
    let secure = visit.app.settings.secure;
    let mut response = match chosen {
        Some((claimant, way)) => begin(visit, claimant, (SignedInBy::Provider, way), &fields).await?,
        None => page(&visit, visit.frame(), StatusCode::NOT_FOUND, signing::nobody(provider.name())),
    };
    put_cookie(&mut response, cookies::clear(secure, cookies::WENT));
    Ok(response)
}

/// The page on the way to the provider, which goes on by itself, with what waits until they are back.
///
/// It is no redirect: browsers hold `form-action` against every address on the way, and providers have several of their own.
async fn went(visit: &Visit, adding: Option<ClaimantId>, fields: &Fields) -> Result<Result<Response, Fault>, Failure> {
    let provider = offered(visit)?;
    let (url, awaited) = match provider.ask(visit.reading.language, visit.now.at).await {
        Ok(asked) => asked,
        Err(fault) => return Ok(Err(fault)),
    };
    let session = adding.and(visit.token_hash()).map(|token| hex::digits(&token));
    let content = serde_json::to_vec(&Waits { awaited, session, who: None }).map_err(|_| Failure::Broken)?;
    let (code, made_at) = (TicketCode::long(&visit.app.entropy), visit.now.at);
    let (purpose, claimant, until) = (Purpose::Provider, adding, made_at + WHILE);
    let cookie = code.in_link();
    visit.app.store.put_ticket(Ticket { purpose, code, claimant, made_at, until, tries: 1, content }).await?;
    let form = FormState::of(fields.clone());
    let content = signing::going(provider.name(), url.as_str(), &form);
    let mut response = page(visit, visit.frame(), StatusCode::OK, content);
    // What was kept stays on the page, and the page stays with it.
    if form.value("kept").is_empty()
        && let Ok(refresh) = HeaderValue::try_from(format!("0; url={url}"))
    {
        response.headers_mut().insert(REFRESH, refresh);
    }
    let seconds = WHILE.as_secs().unsigned_abs();
    put_cookie(&mut response, cookies::set_for(visit.app.settings.secure, cookies::WENT, &cookie, seconds));
    Ok(Ok(response))
}

/// What waits for whoever went from this browser, and what opens it; for whoever adds one, in the session in which they went.
async fn waiting(visit: &Visit, opening: Opening) -> Result<Option<(TicketCode, Waits)>, Failure> {
    let Some(code) = visit.went.clone() else { return Ok(None) };
    let ticket = visit.app.store.open_ticket(Purpose::Provider, &code, opening, visit.now.at).await?;
    let waits: Option<Waits> = ticket.and_then(|ticket| serde_json::from_slice(&ticket.content).ok());
    let here = visit.token_hash().map(|token| hex::digits(&token));
    Ok(waits.filter(|waits| waits.session.is_none() || waits.session == here).map(|waits| (code, waits)))
}

/// Whom the provider named: to sign in, or to be added by this person.
async fn who_is_back(visit: &Visit, adding: Option<&Person>, opening: Opening) -> Result<Option<Who>, Failure> {
    let waits = waiting(visit, opening).await?.map(|(_, waits)| waits);
    Ok(waits.filter(|waits| waits.session.is_some() == adding.is_some()).and_then(|waits| waits.who))
}

/// The page of all the ways, with that it did not work: one sentence, whatever the reason is, and never the provider's words.
fn refused(visit: &mut Visit, fault: Fault, fields: Fields) -> Response {
    log(fault);
    let error = FieldError { field: "provider".to_owned(), kind: ErrorKind::OpensNothing };
    "/sign-in".clone_into(&mut visit.path);
    again(visit, &FormState { fields, errors: vec![error], notice: None })
}

/// What whoever runs it needs to know, without a word about a person. Who turns back has done nothing wrong.
fn log(fault: Fault) {
    if fault == Fault::SaidNo || fault == Fault::State {
        tracing::info!(%fault, "somebody came back from the identity provider and was not signed in");
    } else {
        tracing::warn!(%fault, "nobody is signed in through the identity provider");
    }
}

/// The provider, where there is one.
fn offered(visit: &Visit) -> Result<&Provider, Failure> {
    visit.app.provider.as_ref().ok_or(Failure::NotFound)
}
