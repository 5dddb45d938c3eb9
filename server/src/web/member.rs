//! Someone at the desk: who they are, and in the type that a handler takes, what they have to be to reach it.
//!
//! A page of the desk knows nothing of who is signed in as a person in the same browser, and the other way round.

use std::{marker::PhantomData, sync::Arc};

use axum::{
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
    response::Response,
};
use jiff::{SignedDuration, Timestamp};
use own_terms_app::{
    frame::{Desk, Ends, Frame},
    pages::Page,
};
use own_terms_domain::{
    actor::Actor,
    directory::Directory,
    form::Fields,
    staff::{Role, Staff},
};

use super::{failure::Failure, reply::page, token, visit::Visit};
use crate::{
    app::App,
    store::{AliveAtDesk, TokenHash},
};

/// A session at the desk ends this long after its last use.
pub const IDLE: SignedDuration = SignedDuration::from_mins(15);
/// A session at the desk ends this long after it began: a working day.
pub const WHOLE: SignedDuration = SignedDuration::from_hours(8);
/// For how long after signing in a passkey can be added: whoever finds a desk left alone makes no key of their own.
const FRESH: SignedDuration = SignedDuration::from_mins(10);

/// What someone has to be to reach a page of the desk.
pub trait Reach: Send + Sync + 'static {
    /// The one role that does; none where each does.
    const ROLE: Option<Role>;
}

/// Whoever works here.
pub struct Anyone;
/// Who talks with people.
pub struct CaseWorker;
/// Who sees that case workers have the time that they promised.
pub struct Supervisor;
/// Who keeps organisations and who works for them.
pub struct Administrator;

impl Reach for Anyone {
    const ROLE: Option<Role> = None;
}

impl Reach for CaseWorker {
    const ROLE: Option<Role> = Some(Role::CaseWorker);
}

impl Reach for Supervisor {
    const ROLE: Option<Role> = Some(Role::Supervisor);
}

impl Reach for Administrator {
    const ROLE: Option<Role> = Some(Role::Administrator);
}

/// A request from someone at the desk who may reach what it asks for.
pub struct Member<R: Reach> {
    /// The request.
    pub visit: Visit,
    /// Who they are.
    pub staff: Staff,
    /// Those who wrote what they are shown, by name.
    pub names: Directory,
    /// When they signed in.
    signed_in_at: Timestamp,
    ends: Ends,
    token: TokenHash,
    reach: PhantomData<fn() -> R>,
}

impl<R: Reach> FromRequestParts<App> for Member<R> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        Self::of(Visit::from_request_parts(parts, app).await?).await
    }
}

impl<R: Reach> Member<R> {
    /// Whoever is at the desk in this visit.
    ///
    /// # Errors
    /// [`Failure::DeskSignedOut`]; [`Failure::NotFound`] for whoever has another role; the store's.
    pub async fn of(visit: Visit) -> Result<Self, Failure> {
        let (token, at) = (visit.at_desk.ok_or(Failure::DeskSignedOut)?, visit.now.at);
        let session = visit.app.store.staff_session(token, at, alive(at)).await?.ok_or(Failure::DeskSignedOut)?;
        if R::ROLE.is_some_and(|role| role != session.staff.role) {
            return Err(Failure::NotFound);
        }
        let (unused, whole) = (session.seen_at + IDLE, session.signed_in_at + WHOLE);
        let ends_at = unused.min(whole);
        let ends = Ends { at: ends_at, after: ends_at.duration_since(at), idle: IDLE, can_stay: unused < whole };
        Ok(Self {
            visit,
            staff: session.staff,
            names: Directory::default(),
            signed_in_at: session.signed_in_at,
            ends,
            token,
            reach: PhantomData,
        })
    }

    /// True for a form from a page of this very session.
    ///
    /// # Errors
    /// [`Failure::Forged`] for any other.
    pub fn sent(&self, fields: &Fields) -> Result<(), Failure> {
        let of = token::of_desk_form(&self.visit.app.form_key, fields);
        if of == Some((self.staff.id, self.token)) { Ok(()) } else { Err(Failure::Forged) }
    }

    /// True while they have just shown who they are.
    pub fn is_fresh(&self) -> bool {
        self.visit.now.at.duration_since(self.signed_in_at) <= FRESH
    }

    /// Who looks and writes, when they do.
    pub fn actor(&self) -> Actor {
        match self.staff.role {
            Role::Supervisor => Actor::Supervisor(self.staff.id),
            // An administrator is no case worker that anybody chose.
            Role::CaseWorker | Role::Administrator => Actor::CaseWorker(self.staff.id),
        }
    }

    /// The session, to end it.
    pub fn token(&self) -> TokenHash {
        self.token
    }

    /// The frame of a page at the desk.
    pub fn frame(&self) -> Frame {
        let app = &self.visit.app;
        Frame {
            desk: Desk::Member { name: self.staff.name.to_string(), role: self.staff.role },
            ends: Some(self.ends),
            token: token::for_desk_form(&app.form_key, self.staff.id, self.token, &app.entropy),
            names: Arc::new(Directory::new([self.staff.clone()], []).and(self.names.clone())),
            ..self.visit.frame()
        }
    }

    /// A page of the desk.
    pub fn page(&self, content: Page<'_>) -> Response {
        page(&self.visit, self.frame(), StatusCode::OK, content)
    }

    /// The same page again, with what is wrong.
    pub fn again(&self, content: Page<'_>) -> Response {
        page(&self.visit, self.frame(), StatusCode::UNPROCESSABLE_ENTITY, content.with_errors())
    }
}

/// Which sessions at the desk are alive at a moment.
pub fn alive(at: Timestamp) -> AliveAtDesk {
    AliveAtDesk { used: at - IDLE, begun: at - WHOLE }
}
