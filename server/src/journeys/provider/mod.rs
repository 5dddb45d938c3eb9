//! Signing in through an identity provider, and adding one: somebody goes there, and later comes back in the same browser.
//!
//! What has to be known by then waits in a ticket that only a cookie of that browser opens. To come back changes nothing here
//! yet: whom the provider named is put beside it, and a button does the rest (see the decision).

mod adding;
pub(super) mod away;
mod logout;

use axum::{
    extract::RawQuery,
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use own_terms_app::{
    form::FormState,
    pages::signing::{self, Place},
};
use own_terms_domain::{
    account::SignedInBy,
    form::{ErrorKind, FieldError, Fields},
    look::Subject,
    sign_in::FoundBy,
};

use self::away::{Away, Back, For, log};
pub use self::{
    adding::{add, go_adding, show_add, show_name},
    logout::signed_out_there,
};
use super::{
    email_link::places_of,
    sign_in::{Shown, again, begin},
};
use crate::{
    provider::Fault,
    store::{Opening, Want},
    web::{
        reply::page,
        typed::Typed,
        visit::{Answer, Visit},
    },
};

/// Where one is added: first what it is, then its name.
const ADD: &str = "/settings/sign-in/provider";
const NAME: &str = "/settings/sign-in/provider/add";
/// Where somebody who is back signs in.
const CONFIRM: &str = "/sign-in/provider/confirm";

/// An address that forms are sent to has no page of its own.
pub async fn show() -> Redirect {
    Redirect::to("/sign-in")
}

/// Sends whoever it is to the provider, to sign in.
pub async fn go(mut visit: Visit, Typed(fields): Typed) -> Answer {
    let gone = Away::of(&visit)?.go(For::SigningIn, &fields).await?;
    Ok(gone.unwrap_or_else(|fault| refused(&mut visit, fault, fields)))
}

/// Takes what somebody brings back from there, and leads on to where it is used: nothing of it stays in an address.
pub async fn back(mut visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let back = Away::of(&visit)?.back(query).await?;
    match back {
        Back::Empty => Ok(Redirect::to("/sign-in").into_response()),
        Back::Known { adding } => Ok(Redirect::to(if adding { NAME } else { CONFIRM }).into_response()),
        Back::Not { fault, adding: true } => {
            log(fault);
            let error = FieldError { field: "provider".to_owned(), kind: ErrorKind::OpensNothing };
            let form = FormState { errors: vec![error], ..FormState::default() };
            ADD.clone_into(&mut visit.path);
            let person = visit.person(Subject::SignIn, Want::Items).await?;
            let content = signing::add_provider(Away::of(&person.visit)?.name(), &form).with_errors();
            Ok(page(&person.visit, person.frame(), StatusCode::UNPROCESSABLE_ENTITY, content))
        }
        Back::Not { fault, .. } => Ok(refused(&mut visit, fault, Fields::new())),
    }
}

/// Asks whoever is back to press the button.
pub async fn show_confirm(visit: Visit) -> Answer {
    let away = Away::of(&visit)?;
    match away.who(false, Opening::Look).await? {
        Some(_) => Ok(page(&visit, visit.frame(), StatusCode::OK, signing::confirm(away.name()))),
        None => Ok(Redirect::to("/sign-in").into_response()),
    }
}

/// Signs in whoever the provider named, in the place that they choose where there are several.
pub async fn confirm(mut visit: Visit, Typed(fields): Typed) -> Answer {
    let Some(who) = Away::of(&visit)?.who(false, Opening::Look).await? else {
        return Ok(refused(&mut visit, Fault::State, fields));
    };
    let places = places_of(&visit, FoundBy::Provider(&who.issuer, &who.subject)).await?;
    let chosen = match places.as_slice() {
        [one] => Some((one.claimant, one.way)),
        several => several.iter().find(|one| one.place.id == fields.get("place")).map(|one| (one.claimant, one.way)),
    };
    let away = Away::of(&visit)?;
    if chosen.is_none() && !places.is_empty() {
        let places: Vec<Place> = places.into_iter().map(|one| one.place).collect();
        let shared = fields.has("shared", "yes");
        let content = signing::which_place_known(away.name(), &places, shared);
        return Ok(page(&visit, visit.frame(), StatusCode::OK, content));
    }
    // Of two who press at the same moment, one has it.
    if away.who(false, Opening::Use).await?.is_none() {
        return Ok(refused(&mut visit, Fault::State, fields));
    }
    let (secure, path) = (visit.app.settings.secure, visit.path.clone());
    let mut response = match chosen {
        Some((claimant, way)) => {
            let there = who.session.as_deref().map(|session| FoundBy::SessionThere(&who.issuer, session));
            begin(visit, claimant, Shown { there, ..Shown::by(SignedInBy::Provider, way) }, &fields).await?
        }
        None => page(&visit, visit.frame(), StatusCode::NOT_FOUND, signing::nobody(away.name())),
    };
    Away::is_over(secure, &path, &mut response);
    Ok(response)
}

/// The page of all the ways, with that it did not work: one sentence, whatever the reason is, and never the provider's words.
fn refused(visit: &mut Visit, fault: Fault, fields: Fields) -> Response {
    log(fault);
    let error = FieldError { field: "provider".to_owned(), kind: ErrorKind::OpensNothing };
    "/sign-in".clone_into(&mut visit.path);
    again(visit, &FormState { fields, errors: vec![error], notice: None })
}
