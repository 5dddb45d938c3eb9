//! One request: who it is from, how they like to read, and what they may see.

use std::sync::Arc;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
    response::Response,
};
use jiff::{SignedDuration, Timestamp};
use own_terms_app::{
    form::Notice,
    frame::{Ends, Frame},
};
use own_terms_domain::{
    account::Device,
    actor::Actor,
    ids::ClaimantId,
    look::{Reason, Subject},
    needs::Needs,
    reading::Reading,
    state::State,
    time::Now,
};

use super::{cookies, device, failure::Failure, token};
use crate::{
    app::App,
    assets,
    clock::LONDON,
    store::{Ask, Session, TokenHash, View, Want},
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
    /// What sort of device it comes from.
    pub device: Device,
    /// What tells this device from others that ask for a link to sign in, where it did.
    pub asked_from: Option<String>,
    /// What was just done, to be shown once.
    pub done: Option<String>,
    /// Which items it needs.
    pub needs: Needs,
    pub(super) session: Option<(ClaimantId, TokenHash)>,
    ends: Option<Ends>,
}

/// A request from someone signed in, with what they may see.
pub struct Person {
    /// The request.
    pub visit: Visit,
    /// Who it is.
    pub claimant: ClaimantId,
    /// What they may see.
    pub view: View,
    /// Why nothing is to be done of the form that they sent.
    pub held_back: Option<Notice>,
    token: TokenHash,
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
            device: device::of(headers),
            asked_from: cookie(cookies::ASKED).filter(|value| is_drawn(value)).map(str::to_owned),
            done: cookie(cookies::DONE).filter(|id| is_message(id)).map(str::to_owned),
            needs: Needs::the_few(),
            session: session.map(|(session, token)| (session.claimant, token)),
            ends: session.map(|(session, _)| ends(&session, now.at)),
            app: app.clone(),
        })
    }
}

/// A message's name: nothing that could say something else on a page.
fn is_message(id: &str) -> bool {
    own_terms_app::i18n::has(&format!("done-{id}"))
}

/// What we drew ourselves: 128 bits.
fn is_drawn(value: &str) -> bool {
    value.len() == 32 && value.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// When a session ends, if nothing is done in it.
fn ends(session: &Session, now: Timestamp) -> Ends {
    let (idle, whole) = (session.seen_at + IDLE, session.signed_in_at + WHOLE);
    let at = idle.min(whole);
    Ends { at, after: at.duration_since(now), idle: IDLE, can_stay: idle < whole }
}

async fn session(app: &App, headers: &HeaderMap, at: Timestamp) -> Result<Option<(Session, TokenHash)>, Failure> {
    let Some(token) = cookies::get(headers, app.settings.secure, cookies::SESSION) else { return Ok(None) };
    let hash = token::session_hash(token);
    let session = app.store.session(hash, at, at - IDLE, at - WHOLE).await?;
    Ok(session.map(|session| (session, hash)))
}

impl Visit {
    /// True when someone is signed in.
    pub fn is_signed_in(&self) -> bool {
        self.session.is_some()
    }

    /// Who is signed in.
    pub fn signed_in(&self) -> Option<ClaimantId> {
        self.session.map(|(claimant, _)| claimant)
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

    /// The same visit, in need of other items than the few of which there is one each.
    #[must_use]
    pub fn needing(self, needs: Needs) -> Self {
        Self { needs, ..self }
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
            withheld: None,
            session: Some(token),
            needs: self.needs.clone(),
            want,
        };
        let view = self.app.store.view(ask).await?;
        Ok(Person { visit: self, claimant, view, held_back: None, token })
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
            ends: self.visit.ends,
            token: token::for_form(&app.form_key, self.claimant, &self.token, &app.entropy),
            draft_tag,
            names: Arc::new(self.view.names.clone()),
            ..self.visit.frame()
        }
    }
}

/// What a journey's handler gives.
pub type Answer = Result<Response, Failure>;
