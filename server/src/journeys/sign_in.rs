//! Signing in and out, and leaving at once.

use std::time::Duration;

use axum::{
    extract::{Request, State},
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{LOCATION, REFRESH, WWW_AUTHENTICATE},
    },
    middleware::Next,
    response::{Html, IntoResponse as _, Redirect, Response},
};
use own_terms_app::{
    form::{FormState, Notice},
    pages,
};
use own_terms_domain::{
    account::{Begun, SignedInBy},
    actor::Actor,
    form::{ErrorKind, FieldError, Fields},
    ids::{ClaimantId, WayInId},
    look::{Reason, Subject},
    sign_in::FoundBy,
    state::State as PersonsState,
    time::Now,
};

use super::{
    desk,
    ways_in::{self, offered},
};
use crate::{
    app::App,
    demo,
    store::{Ask, Want},
    web::{
        acting, came_with, cookies,
        failure::Failure,
        kept::{self, Kept, OfPerson},
        reply::{clear_storage, page, put_cookie},
        token,
        typed::Typed,
        visit::{Answer, Visit},
    },
};

/// How long leaving waits for the session to end; the page of somewhere else comes first.
const LEAVING: Duration = Duration::from_millis(500);

/// The ways to sign in.
pub async fn show(visit: Visit) -> Answer {
    if visit.is_signed_in() {
        return Ok(Redirect::to("/home").into_response());
    }
    let form = FormState::default();
    Ok(page(&visit, visit.frame(), StatusCode::OK, pages::public::sign_in(&people(&visit), offered(&visit), &form)))
}

/// The people to choose from; none but in the demonstration.
fn people(visit: &Visit) -> Vec<pages::public::DemoPerson> {
    if visit.app.settings.demo { demo::to_choose_from() } else { Vec::new() }
}

/// Asks whoever sent a form without being signed in to sign in, on a page that carries what they wrote.
pub async fn ask_who_sent(State(app): State<App>, request: Request, next: Next) -> Response {
    let (headers, at_desk) = (request.headers().clone(), cookies::is_at_desk(request.uri().path()));
    let response = next.run(request).await;
    let Some(kept) = response.extensions().get::<Kept>() else { return response };
    let fields = Fields::new().with(kept::FIELD, &*kept.0);
    let form = FormState { fields, errors: Vec::new(), notice: Some(Notice::Kept) };
    let answer = match Visit::of(&app, &headers, if at_desk { "/desk/sign-in" } else { "/sign-in" }).await {
        Ok(visit) if at_desk => desk::sign_in::sign_in_page(&visit, &form).await,
        Ok(visit) => Ok(again(&visit, &form)),
        Err(failure) => Err(failure),
    };
    answer.unwrap_or_else(Failure::into_response)
}

/// The ways to sign in, with what is wrong, or why it is asked, and what is kept meanwhile.
pub(super) fn again(visit: &Visit, form: &FormState) -> Response {
    let people = people(visit);
    let content = pages::public::sign_in(&people, offered(visit), form).with_errors();
    asked_again(visit, form, content)
}

/// That page: 401 where it asks because of what is kept, and else with what is wrong.
pub(super) fn asked_again(visit: &Visit, form: &FormState, content: pages::Page<'_>) -> Response {
    let asked = form.notice == Some(Notice::Kept);
    let status = if asked { StatusCode::UNAUTHORIZED } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut response = page(visit, visit.frame(), status, content);
    if asked {
        // HTTP has a 401 say how to sign in. Browsers ask for a password only by the ways that they know, and this is none.
        let way = HeaderValue::from_static("Cookie realm=\"own-terms\"");
        response.headers_mut().insert(WWW_AUTHENTICATE, way);
    }
    response
}

/// Signs in as a person of the demonstration.
pub async fn choose(visit: Visit, Typed(fields): Typed) -> Answer {
    if !visit.app.settings.demo {
        return Err(Failure::NotFound);
    }
    let Some(claimant) = demo::chosen(fields.get("person")) else {
        let error = FieldError { field: "person".to_owned(), kind: ErrorKind::NotChosen };
        return Ok(again(&visit, &FormState { fields, errors: vec![error], notice: None }));
    };
    begin(visit, claimant, Shown::by(SignedInBy::Choosing, None), &fields).await
}

/// By what somebody has shown who they are.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) by: SignedInBy,
    /// Which of their own ways that was.
    pub(super) way: Option<WayInId>,
    /// The session at an identity provider in which they did, where that is known.
    pub(super) there: Option<FoundBy<'a>>,
}

impl Shown<'_> {
    /// By something that knows of no session elsewhere.
    pub(super) fn by(by: SignedInBy, way: Option<WayInId>) -> Self {
        Self { by, way, there: None }
    }
}

/// Begins the session of someone who has shown who they are, by whatever way, and leads on: to what they wrote before they
/// were signed out, where `sent` carries it, or home. What someone else wrote is dropped without a word.
pub(super) async fn begin(visit: Visit, claimant: ClaimantId, by: Shown<'_>, sent: &Fields) -> Answer {
    begin_at(visit, claimant, by, sent, "/home").await
}

/// As [`begin`], leading on to `to` instead of home.
pub(super) async fn begin_at(
    visit: Visit,
    claimant: ClaimantId,
    Shown { by, way, there }: Shown<'_>,
    sent: &Fields,
    to: &str,
) -> Answer {
    let app = visit.app.clone();
    // Whoever was signed in on this device before is not any more.
    if let Some(old) = visit.token_hash() {
        app.store.end_session(old).await?;
    }
    let kept = kept::open::<OfPerson>(&app, visit.now.at, sent).filter(|kept| kept.of.claimant == claimant);
    let came_with = visit.came_with.is_some();
    let (text, hash) = token::new_session(&app.entropy);
    let acting_for = kept.as_ref().and_then(|kept| kept.of.acting_for);
    let shared = sent.has("shared", "yes");
    let begun = Begun { at: visit.now.at, by, way, device: visit.device, shared };
    match there {
        Some(there) => app.store.begin_session_there(hash, claimant, begun, there).await?,
        None => app.store.begin_session(hash, claimant, begun).await?,
    }
    let person = visit.signed_in_as(claimant, hash, begun).person(Subject::AtAGlance, Want::Items).await?;
    let to = match kept {
        // With 307 the browser sends this same form on, so that what is kept is in no address.
        Some(kept) => Redirect::temporary(&kept.path),
        // They came with a carer's code, and had a place already.
        None if came_with && to == "/home" => Redirect::to("/helping/accept"),
        None => Redirect::to(to),
    };
    let mut response = to.into_response();
    let secure = app.settings.secure;
    if shared {
        nothing_is_kept(&mut response, secure);
    }
    put_cookie(&mut response, acting_for.and_then(|whom| acting::choose(&app, claimant, &hash, whom)));
    put_cookie(&mut response, cookies::set(secure, cookies::SESSION, &text));
    if person.state().has_said(own_terms_domain::item::Kind::Reading) {
        let reading = cookies::write_reading(person.state().reading());
        put_cookie(&mut response, cookies::set_for_a_year(secure, cookies::READING, &reading));
    }
    Ok(response)
}

/// Whatever was kept on a device goes, and nothing more is kept on it: others use it too.
pub(super) fn nothing_is_kept(response: &mut Response, secure: bool) {
    put_cookie(response, cookies::clear(secure, cookies::OWN_DEVICE));
    clear_storage(response);
}

/// What stands in the place of someone who has shown that it is theirs, though they are not signed in.
pub(super) async fn place_of(app: &App, claimant: ClaimantId, now: Now) -> Result<PersonsState, Failure> {
    let ask = Ask {
        claimant,
        actor: Actor::Claimant(claimant),
        reason: Reason::MyOwn,
        subject: Subject::AtAGlance,
        now,
        withheld: None,
        session: None,
        needs: ways_in::needs(),
        want: Want::Items,
    };
    Ok(app.store.view(ask).await?.state)
}

/// Signs out: the session ends at the server, and what was kept on the device goes.
pub async fn sign_out(visit: Visit) -> Answer {
    if let Some(token) = visit.token_hash() {
        visit.app.store.end_session(token).await?;
    }
    Ok(gone(&visit.app, "/signed-out"))
}

/// Goes on with the session: that somebody asks is noted already.
pub async fn stay(visit: Visit) -> Answer {
    if visit.is_signed_in() { Ok(StatusCode::NO_CONTENT.into_response()) } else { Err(Failure::SignedOut) }
}

/// Leaves at once, for somewhere that has nothing to do with us. Nothing may stand in the way of it: where the store is
/// busy, the session ends behind the person's back.
pub async fn leave(State(app): State<App>, headers: HeaderMap) -> Response {
    if let Some(token) = cookies::get(&headers, app.settings.secure, cookies::SESSION).map(token::session_hash) {
        let store = app.store.clone();
        let ending = tokio::spawn(async move {
            if let Err(error) = store.end_session(token).await {
                tracing::error!(%error, "a session did not end though its person left");
            }
        });
        let _ = tokio::time::timeout(LEAVING, ending).await;
    }
    // Not there at once: browsers hold `form-action` against every redirect on the way, and it may have more.
    let mut response = gone(&app, "/left");
    // With scripts the page goes there by itself, and this is a message behind its back that must lead nowhere.
    if headers.get("sec-fetch-dest").is_some_and(|dest| dest == "empty") {
        *response.status_mut() = StatusCode::NO_CONTENT;
        response.headers_mut().remove(LOCATION);
    }
    response
}

/// An empty page that goes on to somewhere else at once.
pub async fn left(State(app): State<App>) -> Response {
    let refresh = HeaderValue::try_from(format!("0; url={}", app.settings.exit));
    let mut response =
        Html("<!DOCTYPE html><html lang=\"en\"><title>…</title><link rel=\"icon\" href=\"data:,\"></html>")
            .into_response();
    if let Ok(refresh) = refresh {
        response.headers_mut().insert(REFRESH, refresh);
    }
    response
}

/// That they are signed out.
pub async fn signed_out(visit: Visit) -> Response {
    page(&visit, visit.frame(), StatusCode::OK, pages::public::signed_out(visit.own_device.is_some()))
}

/// The way to `to`, with nothing left on the device.
fn gone(app: &App, to: &str) -> Response {
    let mut response = Redirect::to(to).into_response();
    put_cookie(&mut response, cookies::clear(app.settings.secure, cookies::SESSION));
    put_cookie(&mut response, acting::choose_nobody(app));
    put_cookie(&mut response, came_with::forget(app));
    put_cookie(&mut response, cookies::clear(app.settings.secure, cookies::DONE));
    clear_storage(&mut response);
    response
}
