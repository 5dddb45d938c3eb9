//! A form that was sent at the desk: by whom, about whom, and whether anything is to be done of it.
//!
//! About whom stands in the form itself, and not in who is opened by now: another page may have opened somebody else meanwhile.

use axum::{
    extract::{FromRequest, Request},
    response::Response,
};
use own_terms_app::{
    form::{FormState, Notice},
    notice,
    pages::Page,
};
use own_terms_domain::{
    decide::{Command, Refusal},
    form::{ErrorKind, FieldError, Fields},
    ids::ClaimantId,
};

use super::{
    failure::Failure,
    kept::{self, Kept, OfStaff},
    member::{Member, Reach},
    opened,
    reply::{page, put_cookie, status_of},
    token,
    typed::Typed,
    visit::Visit,
};
use crate::{
    app::App,
    store::{Order, StoreError},
};

/// The field that names, to this session alone, whom a form is about.
pub const OF: &str = "of";

/// A form from a page of this session, or one that came back after signing in again.
pub struct Sent<R: Reach> {
    /// Who sent it.
    pub member: Member<R>,
    /// About whom, where it is about somebody.
    pub whom: Option<ClaimantId>,
    /// What was typed.
    pub fields: Fields,
    /// Why nothing is to be done of it.
    pub held_back: Option<Notice>,
}

/// What became of a command that a form at the desk asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    /// It was done, or was so already.
    Done,
    /// It was not, and the form is to be shown again.
    Again(Vec<FieldError>, Option<Notice>),
    /// It cannot be done any more: they said no meanwhile, stopped, or chose somebody else.
    NoMore,
}

impl<R: Reach> FromRequest<App> for Sent<R> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let visit = Visit::of(app, request.headers(), request.uri().path()).await?;
        let Typed(fields) = Typed::from_request(request, app).await?;
        Self::of(visit, fields).await
    }
}

impl<R: Reach> Sent<R> {
    pub(super) async fn of(visit: Visit, fields: Fields) -> Result<Self, Failure> {
        if !fields.get(kept::FIELD).is_empty() {
            return Self::back(visit, &fields).await;
        }
        let (app, at, path) = (visit.app.clone(), visit.now.at, visit.path.clone());
        let from = token::of_desk_form(&app.form_key, &fields);
        let whom = from.and_then(|from| opened::named_in(&app, from, fields.get(OF)));
        match (Member::of(visit).await, from) {
            (Err(Failure::DeskSignedOut), Some((staff, _))) => {
                let typed: Fields = fields.iter().filter(|(name, _)| *name != OF).collect();
                Err(Failure::SignedOutSending(kept::seal(&app, at, OfStaff { staff, whom }, &path, &typed)?))
            }
            (Err(other), _) => Err(other),
            (Ok(member), Some((staff, session))) if staff == member.staff.id => {
                let held_back = (session != member.token()).then_some(Notice::OldPage);
                Ok(Self { member, whom, fields, held_back })
            }
            // What a colleague wrote is not for whoever is at the desk now.
            (Ok(_), _) => Err(Failure::Forged),
        }
    }

    /// What was kept while somebody signed in, for them alone and at the address it was sent to.
    async fn back(visit: Visit, fields: &Fields) -> Result<Self, Failure> {
        let kept = kept::open::<OfStaff>(&visit.app, visit.now.at, fields).filter(|kept| kept.path == visit.path);
        match (Member::of(visit).await, kept) {
            (Ok(member), Some(kept)) if kept.of.staff == member.staff.id => {
                let whom = kept.of.whom;
                Ok(Self { member, whom, fields: kept.into_fields(), held_back: Some(Notice::SignedOut) })
            }
            // The page was loaded again after that session ended too.
            (Err(Failure::DeskSignedOut), Some(_)) => {
                Err(Failure::SignedOutSending(Kept(fields.get(kept::FIELD).into())))
            }
            (Err(other), _) => Err(other),
            (Ok(_), _) => Err(Failure::Forged),
        }
    }

    /// About whom it is.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when it names nobody.
    pub fn about(&self) -> Result<ClaimantId, Failure> {
        self.whom.ok_or(Failure::NotFound)
    }

    /// Asks for a command about whom it is; as it is worded, where whoever wrote it was told how it can read and is sure.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when it is about nobody, and the store's.
    pub async fn submit(&self, command: Command) -> Result<Became, Failure> {
        if self.held_back.is_some() {
            return Ok(Became::Again(Vec::new(), self.held_back));
        }
        let sure = self.fields.has("sure", "yes");
        let command = if sure { Command::AsWorded(Box::new(command)) } else { command };
        let visit = &self.member.visit;
        let notice = notice::version(visit.reading.language);
        let order = Order { claimant: self.about()?, actor: self.member.actor(), command, now: visit.now, notice };
        match visit.app.store.commit(order).await {
            Ok(_) => Ok(Became::Done),
            Err(StoreError::Refused(Refusal::Invalid(errors))) => Ok(Became::Again(errors, None)),
            Err(StoreError::Refused(Refusal::OutsideTerms(broken))) => {
                let wrong = |term| FieldError { field: "times".to_owned(), kind: ErrorKind::Term(term) };
                Ok(Became::Again(broken.into_iter().map(wrong).collect(), None))
            }
            Err(StoreError::Refused(Refusal::Changed(stands))) => {
                Ok(Became::Again(Vec::new(), Some(Notice::Changed(stands))))
            }
            Err(StoreError::Busy) => Ok(Became::Again(Vec::new(), Some(Notice::Busy))),
            Err(StoreError::Refused(_) | StoreError::NotThere) => Ok(Became::NoMore),
            Err(other) => Err(other.into()),
        }
    }

    /// What is wrong with it as it was typed; nothing is said of that before they want it sent.
    pub fn wrong(&self, errors: Vec<FieldError>) -> Became {
        Became::Again(if self.held_back.is_some() { Vec::new() } else { errors }, self.held_back)
    }

    /// The way to `to`, where whom it was about is opened, with what was done to be said there once.
    pub fn go(&self, to: &str, done: Option<&str>) -> Response {
        self.opening(self.member.visit.go(to, done))
    }

    /// The same page again, with everything that was typed, and why.
    pub fn again(&self, form: &FormState, content: Page<'_>) -> Response {
        let member = &self.member;
        self.opening(page(&member.visit, member.frame(), status_of(form.notice), content.with_errors()))
    }

    fn opening(&self, mut response: Response) -> Response {
        if let Some(whom) = self.whom.filter(|whom| self.member.opened() != Some(*whom)) {
            put_cookie(&mut response, opened::cookie(&self.member.visit.app, &self.member.seal(whom)));
        }
        response
    }
}
