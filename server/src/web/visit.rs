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
    frame::{Acting, Desk, Ends, Frame},
};
use own_terms_domain::{
    account::{Begun, Device, SignedInBy},
    actor::Actor,
    ids::{ClaimantId, WayInId},
    look::{Reason, Subject},
    needs::Needs,
    reading::Reading,
    spoken::SpokenCode,
    state::State,
    time::Now,
};

use super::{
    acting::{self, About},
    came_with, cookies, device,
    failure::Failure,
    token::{self, FormOf},
};
use crate::{
    app::App,
    assets,
    clock::LONDON,
    store::{Alive, Ask, Session, TicketCode, TokenHash, View, Want},
};

/// A session ends this long after its last use.
pub const IDLE: SignedDuration = SignedDuration::from_hours(2);
/// The same where others use the device too: a person who is called away leaves it open for no longer than that.
pub const IDLE_WHERE_SHARED: SignedDuration = SignedDuration::from_mins(15);
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
    /// What opens the ticket of whoever went to an identity provider from here.
    pub went: Option<TicketCode>,
    /// True where the reader's device asks for no more data than it takes.
    pub saves_data: bool,
    /// What was just done, to be shown once.
    pub done: Option<String>,
    /// Which items it needs.
    pub needs: Needs,
    /// For whom the carer who is signed in acts; none for themself.
    pub acting_for: Option<ClaimantId>,
    /// The code that somebody came with, to help.
    pub came_with: Option<SpokenCode>,
    /// How whoever is signed in did.
    pub signed_in: Option<SignedIn>,
    /// The token of a session at the desk that came with it, on an address of the desk; not yet asked whether it is alive.
    pub at_desk: Option<TokenHash>,
    /// Whom a case worker has opened, sealed.
    pub(super) opened: Option<String>,
    pub(super) session: Option<(ClaimantId, TokenHash)>,
    ends: Option<Ends>,
}

/// How someone signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedIn {
    /// When.
    pub at: Timestamp,
    /// By what.
    pub by: SignedInBy,
    /// Which of their own ways that was.
    pub way: Option<WayInId>,
    /// True when others use the device too.
    pub shared: bool,
}

/// A request from someone signed in, with what they may see.
pub struct Person {
    /// The request.
    pub visit: Visit,
    /// Whose place it is about.
    pub claimant: ClaimantId,
    /// Who asks: the person themself, or a carer.
    pub actor: Actor,
    /// What part of it was asked for.
    pub subject: Subject,
    /// What they may see.
    pub view: View,
    /// Why nothing is to be done of the form that they sent.
    pub held_back: Option<Notice>,
    pub(super) token: TokenHash,
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
        // The desk knows of nobody's place in the same browser, and leaves what is theirs on the device alone.
        let at_desk = cookies::is_at_desk(path);
        let session = if at_desk { None } else { session(app, headers, now.at).await? };
        let acting_for = session.and_then(|(session, token)| acting::chosen(app, headers, session.claimant, &token));
        let cookie = |name| cookies::get(headers, app.settings.secure, name);
        let of_people = |name| if at_desk { None } else { cookie(name) };
        let of_desk = |name| if at_desk { cookie(name) } else { None };
        Ok(Self {
            now,
            path: path.to_owned(),
            reading: cookie(cookies::READING).map(cookies::read_reading).unwrap_or_default(),
            own_device: of_people(cookies::OWN_DEVICE).map(str::to_owned),
            device: device::of(headers),
            saves_data: headers.get("save-data").is_some_and(|value| value == "on"),
            asked_from: of_people(cookies::ASKED).filter(|value| is_drawn(value)).map(str::to_owned),
            went: cookie(if at_desk { cookies::DESK_WENT } else { cookies::WENT }).and_then(TicketCode::of_link),
            done: cookie(cookies::done_at(path)).filter(|id| is_message(id)).map(str::to_owned),
            needs: Needs::the_few(),
            acting_for,
            came_with: came_with::read(app, headers).filter(|_| !at_desk),
            at_desk: of_desk(cookies::DESK).map(token::session_hash),
            opened: of_desk(cookies::DESK_OPENED).map(str::to_owned),
            signed_in: session.map(|(session, _)| signed_in(&session)),
            ends: session.map(|(session, _)| ends(&session, now.at)),
            session: session.map(|(session, token)| (session.claimant, token)),
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

fn signed_in(session: &Session) -> SignedIn {
    let Session { signed_in_at: at, by, way, shared, .. } = *session;
    SignedIn { at, by, way, shared }
}

/// When a session ends, if nothing is done in it.
fn ends(session: &Session, now: Timestamp) -> Ends {
    let idle = if session.shared { IDLE_WHERE_SHARED } else { IDLE };
    let (unused, whole) = (session.seen_at + idle, session.signed_in_at + WHOLE);
    let at = unused.min(whole);
    Ends { at, after: at.duration_since(now), idle, can_stay: unused < whole }
}

/// Which sessions are alive at a moment.
pub fn alive(at: Timestamp) -> Alive {
    Alive { used: at - IDLE, used_where_shared: at - IDLE_WHERE_SHARED, begun: at - WHOLE }
}

async fn session(app: &App, headers: &HeaderMap, at: Timestamp) -> Result<Option<(Session, TokenHash)>, Failure> {
    let Some(token) = cookies::get(headers, app.settings.secure, cookies::SESSION) else { return Ok(None) };
    let hash = token::session_hash(token);
    let session = app.store.session(hash, at, alive(at)).await?;
    Ok(session.map(|session| (session, hash)))
}

impl Visit {
    /// True when someone is signed in.
    pub fn is_signed_in(&self) -> bool {
        self.session.is_some()
    }

    /// True when others use the device that someone is signed in on too.
    pub fn is_shared(&self) -> bool {
        self.signed_in.is_some_and(|signed_in| signed_in.shared)
    }

    /// Who is signed in.
    pub fn claimant(&self) -> Option<ClaimantId> {
        self.session.map(|(claimant, _)| claimant)
    }

    /// The session's token hash, to end it.
    pub fn token_hash(&self) -> Option<TokenHash> {
        self.session.map(|(_, token)| token)
    }

    /// The same visit, once someone has signed in.
    #[must_use]
    pub fn signed_in_as(self, claimant: ClaimantId, token: TokenHash, begun: Begun) -> Self {
        let Begun { at, by, way, shared, .. } = begun;
        let signed_in = Some(SignedIn { at, by, way, shared });
        Self { session: Some((claimant, token)), signed_in, acting_for: None, ..self }
    }

    /// The same visit, once someone has signed in at the desk.
    #[must_use]
    pub fn at_desk_by(self, token: TokenHash) -> Self {
        Self { at_desk: Some(token), opened: None, ..self }
    }

    /// The same visit, in need of other items than the few of which there is one each.
    #[must_use]
    pub fn needing(self, needs: Needs) -> Self {
        Self { needs, ..self }
    }

    /// Whom the page is about, with what whoever is signed in may see of `subject`: the person themself, or the one they act for.
    ///
    /// # Errors
    /// [`Failure::SignedOut`], [`Failure::ActsNoMore`], [`Failure::NotFound`] for what a carer was not given, or the store's.
    pub async fn person(self, subject: Subject, want: Want) -> Result<Person, Failure> {
        match (self.acting_for, acting::about(&self.path)) {
            (Some(whom), About::Theirs(scope)) => self.helped(whom, scope, subject, want).await,
            (Some(_), About::NotThere) => Err(Failure::NotFound),
            (Some(_), About::Own) | (None, _) => self.own(subject, want).await,
        }
    }

    /// The person signed in, whomever they act for, with what they may see of their own.
    ///
    /// # Errors
    /// [`Failure::SignedOut`], or the store's.
    async fn own(self, subject: Subject, want: Want) -> Result<Person, Failure> {
        let (claimant, token) = self.session.ok_or(Failure::SignedOut)?;
        let actor = Actor::Claimant(claimant);
        let ask = Ask { reason: Reason::MyOwn, session: Some(token), want, ..self.ask(claimant, actor, subject) };
        let view = self.app.store.view(ask).await?;
        Ok(Person { visit: self, claimant, actor, subject, view, held_back: None, token })
    }

    /// A wish to see a part of someone's place, to help them.
    pub(crate) fn ask(&self, claimant: ClaimantId, actor: Actor, subject: Subject) -> Ask {
        Ask {
            claimant,
            actor,
            reason: Reason::HelpingAsAsked,
            subject,
            now: self.now,
            withheld: None,
            session: None,
            needs: self.needs.clone(),
            want: Want::Items,
        }
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
            // At the desk they are looked at to be looked after.
            photos: !self.saves_data || cookies::is_at_desk(&self.path),
            asset: assets::href,
            desk: if cookies::is_at_desk(&self.path) { Desk::SignedOut } else { Desk::Not },
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
        // Whoever acts for someone else is themself here: nobody's place is looked at for a page that anyone can read.
        let person = self.own(Subject::AtAGlance, Want::Items).await?;
        let frame = person.frame();
        Ok((person.visit, frame))
    }
}

impl Person {
    /// The person's items.
    pub fn state(&self) -> &State {
        &self.view.state
    }

    /// True when it is about whoever is signed in.
    pub fn is_own(&self) -> bool {
        self.actor == Actor::Claimant(self.claimant)
    }

    /// Whoever is signed in.
    fn me(&self) -> ClaimantId {
        match self.actor {
            Actor::Carer(carer) => ClaimantId(carer.0),
            _ => self.claimant,
        }
    }

    /// The frame of a page.
    pub fn frame(&self) -> Frame {
        let app = &self.visit.app;
        let draft_tag = token::draft_tag(&app.form_key, self.claimant);
        let name = self.state().name();
        let (acting, person) = match self.actor {
            Actor::Carer(carer) => {
                let given = self.state().grants().of(carer, self.visit.now.today);
                let scopes = given.flat_map(|grant| grant.scopes.clone()).collect();
                (Acting::For { name, scopes }, String::new())
            }
            _ if self.visit.acting_for.is_some() => (Acting::Aside, name),
            _ => (Acting::Nobody, name),
        };
        let of = FormOf { claimant: self.me(), session: self.token, acting_for: self.visit.acting_for };
        Frame {
            // What a carer writes for someone is never kept on a device: it is not the carer's own.
            own_device: self.is_own() && !self.visit.is_shared() && self.visit.own_device.as_ref() == Some(&draft_tag),
            shared: self.visit.is_shared(),
            person: Some(person),
            acting,
            stopped: self.is_own() && self.state().standing().is_stopped(),
            ends: self.visit.ends,
            token: token::for_form(&app.form_key, of, &app.entropy),
            draft_tag,
            names: Arc::new(self.view.names.clone()),
            ..self.visit.frame()
        }
    }
}

/// What a journey's handler gives.
pub type Answer = Result<Response, Failure>;
