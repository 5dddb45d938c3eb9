//! Acting for somebody: for whom this session does, and which pages are there then.
//!
//! The choice is sealed into a cookie of this very session and stands in no table: a copy of the database would tell who helps
//! whom. It permits nothing by itself: what a carer may see and do is asked of the store at each request.

use axum::http::{HeaderMap, HeaderValue};
use own_terms_domain::{
    actor::Actor,
    ids::{CarerId, ClaimantId},
    look::Subject,
    permission::Scope,
};
use own_terms_receipt::hex;
use uuid::Uuid;

use super::{
    cookies,
    failure::Failure,
    visit::{Person, Visit},
};
use crate::{
    app::App,
    store::{Ask, StoreError, TokenHash, Want},
};

/// What binds the choice to this use of the key.
const PLACE: &[u8] = b"acting for";

/// The pages that are there while someone acts for another, and what they need to have been given for each; none where anything
/// at all will do. Any page that is not here is not there.
const THEIRS: &[(&str, Option<Scope>)] = &[
    ("/home", None),
    ("/goals", Some(Scope::SeeGoals)),
    ("/goals/add", Some(Scope::ChangeGoals)),
    ("/goals/change", Some(Scope::ChangeGoals)),
    ("/appointments", Some(Scope::AnswerAppointments)),
    ("/appointments/one", Some(Scope::AnswerAppointments)),
    ("/appointments/terms", Some(Scope::SeeTerms)),
    ("/appointments/terms/formats", Some(Scope::SetTerms)),
    ("/appointments/terms/with-me", Some(Scope::SetTerms)),
    ("/appointments/terms/pace", Some(Scope::SetTerms)),
    ("/appointments/terms/times", Some(Scope::SetTerms)),
    ("/appointments/terms/breaks", Some(Scope::SetTerms)),
    ("/held", Some(Scope::SeeHeld)),
    ("/held/download", Some(Scope::Download)),
    ("/held/download/file", Some(Scope::Download)),
];

/// The beginnings of the pages that are about the carer themself, whomever they act for.
const OWN: &[&str] = &["/helping", "/settings"];

/// Whom a page is about while someone acts for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The one they act for, with what they need to have been given.
    Theirs(Option<Scope>),
    /// Themself.
    Own,
    /// Nobody: it is not there.
    NotThere,
}

/// Whom the page of an address is about.
pub fn about(path: &str) -> About {
    match THEIRS.iter().find(|(theirs, _)| *theirs == path) {
        Some((_, scope)) => About::Theirs(*scope),
        None if OWN.iter().any(|own| path.starts_with(own)) => About::Own,
        None => About::NotThere,
    }
}

/// For whom a request is, as this session chose; none when it chose nobody, or another session did.
pub fn chosen(app: &App, headers: &HeaderMap, claimant: ClaimantId, session: &TokenHash) -> Option<ClaimantId> {
    let sealed = hex::bytes(cookies::get(headers, app.settings.secure, cookies::ACTING)?)?;
    let content = app.form_key.for_use("own-terms acting 1").open(PLACE, &sealed).ok()?;
    let (whom, of) = content.split_first_chunk::<16>()?;
    (of == bound_to(claimant, session)).then_some(ClaimantId(Uuid::from_bytes(*whom)))
}

/// The cookie that chooses someone, for this session alone.
pub fn choose(app: &App, claimant: ClaimantId, session: &TokenHash, whom: ClaimantId) -> Option<HeaderValue> {
    let content = [&whom.0.as_bytes()[..], &bound_to(claimant, session)].concat();
    let sealed = app.form_key.for_use("own-terms acting 1").seal(&app.entropy, PLACE, &content).ok()?;
    cookies::set(app.settings.secure, cookies::ACTING, &hex::digits(&sealed))
}

/// The cookie that chooses nobody.
pub fn choose_nobody(app: &App) -> Option<HeaderValue> {
    cookies::clear(app.settings.secure, cookies::ACTING)
}

fn bound_to(claimant: ClaimantId, session: &TokenHash) -> Vec<u8> {
    [&claimant.0.as_bytes()[..], session].concat()
}

impl Visit {
    /// Someone whom the carer who is signed in helps, with what they were given of `subject`.
    pub(super) async fn helped(
        self,
        whom: ClaimantId,
        scope: Option<Scope>,
        subject: Subject,
        want: Want,
    ) -> Result<Person, Failure> {
        let (me, token) = self.session.ok_or(Failure::SignedOut)?;
        let carer = CarerId(me.0);
        let actor = Actor::Carer(carer);
        let store = &self.app.store;
        let view = match store.view(Ask { want, ..self.ask(whom, actor, subject) }).await {
            Ok(view) => view,
            Err(StoreError::NotThere) if self.still_helps(carer, whom).await? => return Err(Failure::NotFound),
            Err(StoreError::NotThere) => return Err(Failure::ActsNoMore),
            Err(other) => return Err(other.into()),
        };
        // They were asked, and it does not hold yet, or not any more.
        if view.state.grants().of(carer, self.now.today).all(|grant| grant.scopes.is_empty()) {
            return Err(Failure::ActsNoMore);
        }
        if scope.is_some_and(|scope| !view.state.grants().carer_has(carer, scope, self.now.today)) {
            return Err(Failure::NotFound);
        }
        Ok(Person { visit: self, claimant: whom, actor, subject, view, held_back: None, token })
    }

    /// True when anything at all that was given to a carer holds now.
    async fn still_helps(&self, carer: CarerId, whom: ClaimantId) -> Result<bool, Failure> {
        match self.app.store.view(self.ask(whom, Actor::Carer(carer), Subject::Helping)).await {
            Ok(view) => Ok(view.state.grants().of(carer, self.now.today).any(|grant| !grant.scopes.is_empty())),
            Err(StoreError::NotThere) => Ok(false),
            Err(other) => Err(other.into()),
        }
    }
}
