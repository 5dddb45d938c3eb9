//! Signing in by a passkey, and adding one: a device is asked, and later its answer comes with a form.
//!
//! What was asked of someone who is signed in waits in a ticket, so that an answer counts once, soon, and wherever it arrives.
//! Anyone at all can ask to sign in, as often as they like: so what was asked goes out sealed, and nothing is written until an
//! answer is right.

use axum::{
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse as _, Redirect, Response},
};
use jiff::SignedDuration;
use own_terms_app::{form::FormState, pages};
use own_terms_domain::{
    account::SignedInBy,
    actor::Actor,
    decide::Command,
    form::{ErrorKind, FieldError, Fields, Parse as _},
    ids::{ClaimantId, WayInId},
    item::ItemId,
    look::{Reason, Subject},
    needs::Needs,
    sign_in::{FoundBy, How, WayIn, WayName},
};
use own_terms_receipt::hex;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use webauthn_rs::prelude::WebauthnError;

use super::{sign_in, ways_in};
use crate::{
    passkeys::{self, Asked, Passkeys},
    sealing::Key,
    store::{Ask, Opening, Purpose, StoreError, Ticket, TicketCode, Ticketed, Want},
    web::{
        failure::Failure,
        sending::Outcome,
        typed::Typed,
        visit::{Answer, Person, Visit},
    },
};

/// How long an answer is waited for, as long as the browser itself waits for the person.
pub(super) const WHILE: SignedDuration = SignedDuration::from_mins(5);
/// What binds what was asked to this use of the key.
const PLACE: &[u8] = b"passkey asked";
/// Where one that was added is seen among the others.
const WAYS: &str = "/settings/sign-in";

/// Asks whoever it is for a passkey of theirs.
pub async fn begin_signing_in(visit: Visit, Typed(_): Typed) -> Answer {
    let Asked { options, awaited } = offered(&visit)?.ask_who().map_err(cannot_ask)?;
    let asked = Sealed { at: visit.now.at.as_second(), awaited };
    let content = serde_json::to_vec(&asked).map_err(|_| Failure::Broken)?;
    let sealed = key(&visit).seal(&visit.app.entropy, PLACE, &content).map_err(|_| Failure::Broken)?;
    Ok(given(&options, &hex::digits(&sealed)))
}

/// An answer has no page of its own, when somebody comes back to its address.
pub async fn show() -> Redirect {
    Redirect::to("/sign-in")
}

/// Signs in whoever's passkey answered. One that nobody has and one that is wrong are told alike.
pub async fn sign_in(mut visit: Visit, Typed(fields): Typed) -> Answer {
    if let Some((claimant, way)) = who_answered(&visit, &fields).await? {
        return sign_in::begin(visit, claimant, sign_in::Shown::by(SignedInBy::Passkey, Some(way)), &fields).await;
    }
    let error = FieldError { field: "passkey".to_owned(), kind: ErrorKind::OpensNothing };
    // What is shown is the page of all the ways, and what is at its foot leads back to that.
    "/sign-in".clone_into(&mut visit.path);
    Ok(sign_in::again(&visit, &FormState { fields, errors: vec![error], notice: None }))
}

/// Adding one.
pub async fn show_add(visit: Visit) -> Answer {
    let person = visit.person(Subject::SignIn, Want::Items).await?;
    offered(&person.visit)?;
    Ok(person.page(pages::passkey::add(&FormState::default())))
}

/// Asks for a new one, under the name that the person gives it.
pub async fn begin_adding(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(ways_in::needs()).person_sending(Subject::SignIn, fields).await?;
    if person.held_back.is_some() {
        return Err(Failure::Forged);
    }
    // What is wrong with it is said when the form itself is sent.
    let Ok(WayName(name)) = WayName::parse(&fields, person.visit.now) else {
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    let others = person.state().ways_in().map(|(_, way)| &way.how);
    let asked = offered(&person.visit)?.ask_for_new(person.claimant.0, name.as_str(), others);
    ask(&person.visit, person.claimant, asked).await
}

/// Adds it.
pub async fn add(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(ways_in::needs()).person_sending(Subject::SignIn, fields).await?;
    let outcome = match WayName::parse(&fields, person.visit.now) {
        // It is shown again in any case, and an answer is not used up for that.
        _ if person.held_back.is_some() => Outcome::Done,
        Err(errors) => Outcome::Again(errors, None),
        Ok(WayName(name)) => match new_one(&person, &fields).await? {
            Some(how) => {
                let id = WayInId(person.visit.app.entropy.id());
                person.submit(Command::AddWayIn { id, way: WayIn { name, how } }).await?
            }
            None => Outcome::wrong("new-passkey", ErrorKind::OpensNothing),
        },
    };
    person.after(outcome, WAYS, "passkey-added", fields, |_, form| pages::passkey::add(form)).await
}

/// Whose passkey answered what was asked, and which one, if all of it is right.
async fn who_answered(visit: &Visit, fields: &Fields) -> Result<Option<(ClaimantId, WayInId)>, Failure> {
    let (passkeys, store) = (offered(visit)?, &visit.app.store);
    let Some(awaited) = unsealed(visit, fields.get("ticket")) else { return Ok(None) };
    let Some(answer) = passkeys::Answer::read(fields.get("answer")) else { return Ok(None) };
    // Both have to say whose it is: what is kept here, and what the device kept. Someone who had another's passkey put down
    // as their own would otherwise have them sign in to a place that is not theirs.
    let found = store.found(FoundBy::Passkey(&answer.credential())).await?;
    let Some((claimant, ItemId::SignIn(way))) = found.into_iter().find(|(whose, _)| whose.0 == answer.whose) else {
        return Ok(None);
    };
    let Some(key) = stored_key(visit, claimant, way).await? else { return Ok(None) };
    // Once: somebody who saw a right answer cannot use it.
    let is_right = passkeys.is_right(&answer, &awaited, &key) && is_new(visit, fields.get("ticket")).await?;
    Ok(is_right.then_some((claimant, way)))
}

/// What was asked of somebody who wants to sign in, on its way to them and back.
#[derive(Serialize, Deserialize)]
struct Sealed {
    at: i64,
    awaited: Vec<u8>,
}

fn key(visit: &Visit) -> Key {
    visit.app.form_key.for_use("own-terms passkeys 1")
}

/// What was asked, if it was here and not too long ago.
pub(super) fn unsealed(visit: &Visit, ticket: &str) -> Option<Vec<u8>> {
    let content = key(visit).open(PLACE, &hex::bytes(ticket)?).ok()?;
    let Sealed { at, awaited } = serde_json::from_slice(&content).ok()?;
    let age = SignedDuration::from_secs(visit.now.at.as_second().checked_sub(at)?);
    (age < WHILE).then_some(awaited)
}

/// True for the first right answer to what was asked: a mark of it is kept for as long as another could come.
pub(super) async fn is_new(visit: &Visit, ticket: &str) -> Result<bool, Failure> {
    let finder = hex::digits(&Sha256::digest(ticket.to_ascii_lowercase()));
    let (code, made_at) = (TicketCode { finder, secret: String::new() }, visit.now.at);
    let (purpose, until, content) = (Purpose::Passkey, made_at + WHILE, Vec::new());
    Ok(visit.app.store.put_ticket(Ticket { purpose, code, claimant: None, made_at, until, tries: 0, content }).await?)
}

/// The stored half of a passkey, looked at by the service before it can know who it is; the person sees that look.
async fn stored_key(visit: &Visit, claimant: ClaimantId, way: WayInId) -> Result<Option<String>, Failure> {
    let ask = Ask {
        claimant,
        actor: Actor::Service,
        reason: Reason::SigningIn,
        subject: Subject::SignIn,
        now: visit.now,
        withheld: None,
        session: None,
        needs: Needs::the_few().and_item(ItemId::SignIn(way)),
        want: Want::Items,
    };
    let view = match visit.app.store.view(ask).await {
        Ok(view) => view,
        // It was closed meanwhile.
        Err(StoreError::NotThere) => return Ok(None),
        Err(other) => return Err(other.into()),
    };
    Ok(view.state.way_in(way).and_then(|way| match &way.how {
        How::Passkey { key, .. } => Some(key.as_str().to_owned()),
        How::Email { .. } | How::Provider { .. } => None,
    }))
}

/// The new passkey that a device made for this person when it was asked; none when it is of somebody else already, or anything
/// is not as it was asked.
async fn new_one(person: &Person, fields: &Fields) -> Result<Option<How>, Failure> {
    let passkeys = offered(&person.visit)?;
    let awaited = awaited(&person.visit, person.claimant, fields).await?;
    let Some(how) = awaited.and_then(|awaited| passkeys.new_one(fields.get("answer"), &awaited.content)) else {
        return Ok(None);
    };
    let whose = person.visit.app.store.found(how.found_by()).await?;
    Ok(whose.iter().all(|(claimant, _)| *claimant == person.claimant).then_some(how))
}

/// What was asked of whom, if that answer is still waited for. From now on it is not.
async fn awaited(visit: &Visit, of: ClaimantId, fields: &Fields) -> Result<Option<Ticketed>, Failure> {
    let Some(code) = TicketCode::of_link(fields.get("ticket")) else { return Ok(None) };
    let ticket = visit.app.store.open_ticket(Purpose::Passkey, &code, Opening::Use, visit.now.at).await?;
    Ok(ticket.filter(|ticket| ticket.claimant == Some(of)))
}

/// Gives what a device is to be asked, with the ticket for its answer.
async fn ask(visit: &Visit, claimant: ClaimantId, asked: Result<Asked, WebauthnError>) -> Answer {
    let Asked { options, awaited } = asked.map_err(cannot_ask)?;
    let (code, made_at) = (TicketCode::long(&visit.app.entropy), visit.now.at);
    let given = given(&options, &code.in_link());
    let (purpose, until) = (Purpose::Passkey, made_at + WHILE);
    visit
        .app
        .store
        .put_ticket(Ticket { purpose, code, claimant: Some(claimant), made_at, until, tries: 1, content: awaited })
        .await?;
    Ok(given)
}

/// What a device is to be asked, and what is to come back with its answer.
pub(super) fn given(options: &Value, ticket: &str) -> Response {
    let given = json!({ "options": options, "ticket": ticket }).to_string();
    ([(CONTENT_TYPE, "application/json")], given).into_response()
}

#[expect(clippy::needless_pass_by_value, reason = "it is what an error is turned into another with")]
pub(super) fn cannot_ask(error: WebauthnError) -> Failure {
    tracing::error!(%error, "a passkey cannot be asked for");
    Failure::Broken
}

/// Passkeys, where there are any.
pub(super) fn offered(visit: &Visit) -> Result<&Passkeys, Failure> {
    visit.app.passkeys.as_ref().ok_or(Failure::NotFound)
}
