//! One request: who it is from, how they like to read, and what they may see.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
    response::Response,
};
use jiff::{SignedDuration, Timestamp};
use own_terms_app::{form::Notice, frame::Frame, notice};
use own_terms_domain::{
    actor::Actor,
    decide::{Command, Refusal},
    form::{ErrorKind, FieldError, Fields, Parse},
    ids::ClaimantId,
    item::Version,
    look::{Reason, Subject},
    reading::Reading,
    state::State,
    time::Now,
};

use super::{cookies, failure::Failure, token};
use crate::{
    app::App,
    assets,
    clock::LONDON,
    store::{Ask, Order, StoreError, TokenHash, View, Want},
};

/// A session ends this long after its last use.
pub const IDLE: SignedDuration = SignedDuration::from_hours(2);
/// A session ends this long after it began.
pub const WHOLE: SignedDuration = SignedDuration::from_hours(12);

/// A request, before anything of a person is looked at.
#[derive(Clone)]
pub struct Visit {
    /// The service.
    pub app: App,
    /// When it came.
    pub now: Now,
    /// The address it asks for.
    pub path: String,
    /// How the reader likes pages shown.
    pub reading: Reading,
    /// Whose device it is alone, as they said: their [`token::draft_tag`].
    pub own_device: Option<String>,
    /// What was just done, to be shown once.
    pub done: Option<String>,
    session: Option<(ClaimantId, TokenHash)>,
}

/// A request from someone signed in, with what they may see.
pub struct Person {
    /// The request.
    pub visit: Visit,
    /// Who it is.
    pub claimant: ClaimantId,
    /// What they may see.
    pub view: View,
    token: TokenHash,
}

/// What became of a command that a form asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was done, or was so already.
    Done,
    /// It was not, and the form is to be shown again.
    Again(Vec<FieldError>, Option<Notice>),
}

impl Outcome {
    /// One mistake, in a form that is read by hand.
    pub fn wrong(field: &str, kind: ErrorKind) -> Self {
        Self::Again(vec![FieldError { field: field.to_owned(), kind }], None)
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        Self::of(app, &parts.headers, parts.uri.path()).await
    }
}

impl Visit {
    /// The visit that a request's headers and address make.
    ///
    /// # Errors
    /// The store's.
    pub async fn of(app: &App, headers: &HeaderMap, path: &str) -> Result<Self, Failure> {
        let now = app.clock.now();
        let session = session(app, headers, now.at).await?;
        let cookie = |name| cookies::get(headers, app.settings.secure, name);
        Ok(Self {
            now,
            path: path.to_owned(),
            reading: cookie(cookies::READING).map(cookies::read_reading).unwrap_or_default(),
            own_device: cookie(cookies::OWN_DEVICE).map(str::to_owned),
            done: cookie(cookies::DONE).filter(|id| is_message(id)).map(str::to_owned),
            session,
            app: app.clone(),
        })
    }
}

/// A message's name: nothing that could say something else on a page.
fn is_message(id: &str) -> bool {
    own_terms_app::i18n::has(&format!("done-{id}"))
}

async fn session(app: &App, headers: &HeaderMap, at: Timestamp) -> Result<Option<(ClaimantId, TokenHash)>, Failure> {
    let Some(token) = cookies::get(headers, app.settings.secure, cookies::SESSION) else { return Ok(None) };
    let hash = token::session_hash(token);
    let session = app.store.session(hash, at, at - IDLE, at - WHOLE).await?;
    Ok(session.map(|session| (session.claimant, hash)))
}

impl Visit {
    /// True when someone is signed in.
    pub fn is_signed_in(&self) -> bool {
        self.session.is_some()
    }

    /// The session's token hash, to end it.
    pub fn token_hash(&self) -> Option<TokenHash> {
        self.session.map(|(_, token)| token)
    }

    /// The same visit, once someone has signed in.
    #[must_use]
    pub fn signed_in_as(self, claimant: ClaimantId, token: TokenHash) -> Self {
        Self { session: Some((claimant, token)), ..self }
    }

    /// The person signed in, with what they may see of `subject`.
    ///
    /// # Errors
    /// [`Failure::SignedOut`], or the store's.
    pub async fn person(self, subject: Subject, want: Want) -> Result<Person, Failure> {
        let (claimant, token) = self.session.ok_or(Failure::SignedOut)?;
        let ask = Ask {
            claimant,
            actor: Actor::Claimant(claimant),
            reason: Reason::MyOwn,
            subject,
            now: self.now,
            session: Some(token),
            want,
        };
        let view = self.app.store.view(ask).await?;
        Ok(Person { visit: self, claimant, view, token })
    }

    /// The same, for a form: it must carry the session's token.
    ///
    /// # Errors
    /// [`Failure::Forged`], and as [`Self::person`].
    pub async fn person_sending(self, subject: Subject, fields: &Fields) -> Result<Person, Failure> {
        let (_, hash) = self.session.ok_or(Failure::SignedOut)?;
        if !token::is_on_form(&self.app.form_key, &hash, fields) {
            return Err(Failure::Forged);
        }
        self.person(subject, Want::Items).await
    }

    /// The frame of a page, about nobody.
    pub fn frame(&self) -> Frame {
        Frame {
            reading: self.reading,
            path: self.path.clone(),
            demo: self.app.settings.demo,
            done: self.done.clone(),
            // Of nobody who is signed in: then drafts of whoever it was are to go.
            own_device: self.own_device.is_some(),
            exit: self.app.settings.exit.clone(),
            helpline: self.app.settings.helpline.clone(),
            today: self.now.today,
            zone: LONDON.clone(),
            asset: assets::href,
            ..Frame::empty()
        }
    }

    /// A page that anyone can read, with the frame of the person where someone is signed in.
    ///
    /// # Errors
    /// The store's.
    pub async fn any_frame(self) -> Result<(Visit, Frame), Failure> {
        if !self.is_signed_in() {
            let frame = self.frame();
            return Ok((self, frame));
        }
        let person = self.person(Subject::AtAGlance, Want::Items).await?;
        let frame = person.frame();
        Ok((person.visit, frame))
    }
}

impl Person {
    /// The person's items.
    pub fn state(&self) -> &State {
        &self.view.state
    }

    /// The frame of a page.
    pub fn frame(&self) -> Frame {
        let app = &self.visit.app;
        let draft_tag = token::draft_tag(&app.form_key, self.claimant);
        Frame {
            own_device: self.visit.own_device.as_ref() == Some(&draft_tag),
            person: Some(self.state().profile().map(|profile| profile.name.to_string()).unwrap_or_default()),
            stopped: self.state().standing().is_stopped(),
            token: token::for_form(&app.form_key, &self.token, &app.entropy),
            draft_tag,
            ..self.visit.frame()
        }
    }

    /// Asks for a command to be carried out.
    ///
    /// # Errors
    /// What no form can show: something that is not there or not theirs, or a failure here.
    pub async fn submit(&self, command: Command) -> Result<Outcome, Failure> {
        let order = Order {
            claimant: self.claimant,
            actor: Actor::Claimant(self.claimant),
            command,
            now: self.visit.now,
            notice: notice::version(self.visit.reading.language),
        };
        match self.visit.app.store.commit(order).await {
            Ok(_) => Ok(Outcome::Done),
            Err(StoreError::Refused(Refusal::Invalid(errors))) => Ok(Outcome::Again(errors, None)),
            Err(StoreError::Refused(Refusal::Changed(stands))) => {
                Ok(Outcome::Again(Vec::new(), Some(Notice::Changed(stands))))
            }
            Err(StoreError::Refused(Refusal::Stopped)) => Ok(Outcome::Again(Vec::new(), Some(Notice::Stopped))),
            Err(StoreError::Busy) => Ok(Outcome::Again(Vec::new(), Some(Notice::Busy))),
            Err(other) => Err(other.into()),
        }
    }

    /// Reads a form and asks for the command that it makes.
    ///
    /// # Errors
    /// As [`Self::submit`].
    pub async fn submit_form<F: Parse>(
        &self,
        fields: &Fields,
        command: impl FnOnce(Version, F) -> Command,
    ) -> Result<Outcome, Failure> {
        match F::parse(fields, self.visit.now) {
            Ok(form) => self.submit(command(Version::parse(fields.get("version")), form)).await,
            Err(errors) => Ok(Outcome::Again(errors, None)),
        }
    }
}

/// What a journey's handler gives.
pub type Answer = Result<Response, Failure>;
