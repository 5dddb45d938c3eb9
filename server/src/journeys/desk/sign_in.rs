//! Signing in and out at the desk.

use axum::{
    extract::RawQuery,
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use own_terms_app::{
    form::FormState,
    pages::{self, desk::DemoStaff},
    shell::desk_home,
};
use own_terms_domain::{
    account::SignedInBy,
    form::{ErrorKind, FieldError, Fields},
    ids::StaffId,
    sign_in::FoundBy,
    spoken::SpokenCode,
};

use super::super::sign_in::asked_again;
use crate::{
    app::App,
    demo,
    provider::Provider,
    store::{BegunAtDesk, Opening, Purpose, TicketCode},
    web::{
        cookies,
        failure::Failure,
        kept::{self, OfStaff},
        member::{Anyone, Member},
        opened,
        reply::{page, put_cookie},
        token,
        typed::{Typed, decode},
        visit::{Answer, Visit},
    },
};

/// The ways to sign in.
pub async fn show(visit: Visit) -> Answer {
    match Member::<Anyone>::of(visit.clone()).await {
        Ok(member) => Ok(Redirect::to(desk_home(member.staff.role)).into_response()),
        Err(Failure::DeskSignedOut) => sign_in_page(&visit, &FormState::default()).await,
        Err(other) => Err(other),
    }
}

/// An answer of a device has no page of its own, when somebody comes back to its address.
pub async fn show_answer() -> Redirect {
    Redirect::to("/desk/sign-in")
}

/// The same, with what is wrong.
pub(in crate::journeys) async fn sign_in_page(visit: &Visit, form: &FormState) -> Answer {
    let staff = if visit.app.settings.demo { visit.app.store.all_staff().await? } else { Vec::new() };
    let staff = staff.into_iter().filter(|staff| !staff.closed);
    let invented = staff.filter_map(|staff| Some(DemoStaff { word: demo::staff::word(staff.id)?, staff }));
    let invented: Vec<_> = invented.collect();
    let provider = visit.app.staff_provider.as_ref().map(Provider::name);
    let content = pages::desk::sign_in(&invented, visit.app.passkeys.is_some(), provider, form);
    if form.errors.is_empty() && form.notice.is_none() {
        return Ok(page(visit, visit.frame(), StatusCode::OK, content));
    }
    Ok(asked_again(visit, form, content.with_errors()))
}

/// Signs in as one of those who work in the demonstration.
pub async fn choose(visit: Visit, Typed(fields): Typed) -> Answer {
    if !visit.app.settings.demo {
        return Err(Failure::NotFound);
    }
    let Some(staff) = demo::staff::named(fields.get("staff")) else {
        return sign_in_page(&visit, &wrong("staff", ErrorKind::NotChosen, fields)).await;
    };
    match begin(&visit, staff, By::this(SignedInBy::Choosing), None, &fields).await {
        // Who works here no more is no choice.
        Err(Failure::NotFound) => sign_in_page(&visit, &wrong("staff", ErrorKind::NotChosen, fields)).await,
        other => other,
    }
}

/// By what somebody has shown who they are.
#[derive(Clone, Copy)]
pub(super) struct By<'a> {
    pub(super) by: SignedInBy,
    /// The session at an identity provider in which they did, where that is known.
    pub(super) there: Option<FoundBy<'a>>,
}

impl By<'_> {
    /// By something that knows of no session elsewhere.
    pub(super) fn this(by: SignedInBy) -> Self {
        Self { by, there: None }
    }
}

/// Begins a session at the desk, and leads on: to what they wrote before their session ended, where `sent` carries it, or `to`, or
/// where they begin. What someone else wrote is dropped without a word.
pub(super) async fn begin(
    visit: &Visit,
    staff: StaffId,
    By { by, there }: By<'_>,
    to: Option<&str>,
    sent: &Fields,
) -> Answer {
    let app = &visit.app;
    // Whoever was at this desk before is not any more.
    if let Some(old) = visit.at_desk {
        app.store.end_staff_session(old).await?;
    }
    let (text, hash) = token::new_session(&app.entropy);
    app.store.begin_staff_session(hash, staff, BegunAtDesk { at: visit.now.at, by, there }).await?;
    let member = Member::<Anyone>::of(visit.clone().at_desk_by(hash)).await?;
    let kept = kept::open::<OfStaff>(app, visit.now.at, sent).filter(|kept| kept.of.staff == staff);
    let to = match &kept {
        // As for people: the browser sends this same form on, and nothing of it is in an address.
        Some(kept) => Redirect::temporary(&kept.path),
        None => Redirect::to(to.unwrap_or(desk_home(member.staff.role))),
    };
    let mut response = to.into_response();
    put_cookie(&mut response, cookies::set(app.settings.secure, cookies::DESK, &text));
    let whom = kept.and_then(|kept| kept.of.whom);
    let opened = whom.map_or_else(|| opened::nobody(app), |whom| opened::cookie(app, &member.seal(whom)));
    put_cookie(&mut response, opened);
    Ok(response)
}

/// Asks for the code of an invitation, or whether to use the one in the link. Nothing is looked up.
pub async fn show_invitation(visit: Visit, RawQuery(query): RawQuery) -> Response {
    let query = decode(query.unwrap_or_default().as_bytes());
    let form = match SpokenCode::parse(query.get("code")) {
        Ok(code) => FormState::of(Fields::new().with("code", code.to_string())),
        Err(_) => FormState::default(),
    };
    page(&visit, visit.frame(), StatusCode::OK, pages::desk::invitation(&form))
}

/// Opens the desk for the first time, and asks for a passkey to sign in with from then on.
pub async fn open_invitation(visit: Visit, Typed(fields): Typed) -> Answer {
    let kind = match SpokenCode::parse(fields.get("code")) {
        Ok(code) => match invited(&visit, &TicketCode::from(&code)).await? {
            Some(staff) => {
                // With two ways to choose from, they choose.
                let to = match (&visit.app.passkeys, &visit.app.staff_provider) {
                    (Some(_), None) => "/desk/passkey",
                    (None, Some(_)) => "/desk/provider",
                    (Some(_), Some(_)) | (None, None) => "/desk/account",
                };
                return begin(&visit, staff, By::this(SignedInBy::Invitation), Some(to), &fields).await;
            }
            None => ErrorKind::OpensNothing,
        },
        // A slip is no try.
        Err(kind) => kind,
    };
    let form = wrong("code", kind, fields);
    let content = pages::desk::invitation(&form).with_errors();
    Ok(page(&visit, visit.frame(), StatusCode::UNPROCESSABLE_ENTITY, content))
}

/// Whom a code invites; from now on it does not any more.
async fn invited(visit: &Visit, code: &TicketCode) -> Result<Option<StaffId>, Failure> {
    let store = &visit.app.store;
    let ticket = store.open_ticket(Purpose::StaffInvitation, code, Opening::Use, visit.now.at).await?;
    Ok(ticket.and_then(|ticket| Some(StaffId(uuid::Uuid::from_slice(&ticket.content).ok()?))))
}

/// Signs out: the session ends at the server.
pub async fn sign_out(visit: Visit) -> Answer {
    if let Some(token) = visit.at_desk {
        visit.app.store.end_staff_session(token).await?;
    }
    Ok(gone(&visit.app))
}

/// The way to the page for signing in, with nothing left of who was there.
fn gone(app: &App) -> Response {
    let mut response = Redirect::to("/desk/sign-in").into_response();
    put_cookie(&mut response, cookies::clear(app.settings.secure, cookies::DESK));
    put_cookie(&mut response, opened::nobody(app));
    put_cookie(&mut response, cookies::set(app.settings.secure, cookies::DESK_DONE, "desk-signed-out"));
    response
}

/// A form with one mistake.
pub(super) fn wrong(field: &str, kind: ErrorKind, fields: Fields) -> FormState {
    FormState { fields, errors: vec![FieldError { field: field.to_owned(), kind }], notice: None }
}
