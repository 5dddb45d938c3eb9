//! Somebody who went to an identity provider and comes back in the same browser, from whichever front of the house they went.
//!
//! People and those who work here have a provider each, a cookie each and tickets of their own; what is awaited, believed and kept
//! is one for both (see the decisions).

use axum::{
    http::{HeaderValue, StatusCode, header::REFRESH},
    response::Response,
};
use jiff::SignedDuration;
use own_terms_app::{form::FormState, pages::signing};
use own_terms_domain::{form::Fields, ids::ClaimantId};
use own_terms_receipt::hex;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{
    provider::{Answer as Brought, Awaited, Fault, Provider, SignedOut, Who},
    store::{Opening, Purpose, Ticket, TicketCode, TokenHash},
    web::{
        cookies,
        failure::Failure,
        reply::{page, put_cookie},
        typed::decode,
        visit::Visit,
    },
};

/// How long somebody may be away, and think before they press.
const WHILE: SignedDuration = SignedDuration::from_mins(10);

/// Where somebody went from, and through whom they come back.
#[derive(Clone, Copy)]
pub struct Away<'v> {
    visit: &'v Visit,
    provider: &'v Provider,
    purpose: Purpose,
    cookie: &'static str,
    /// Where those sign in who went from here.
    sign_in: &'static str,
    /// The session there is in this browser.
    here: Option<TokenHash>,
}

/// For what somebody went.
#[derive(Clone, Copy)]
pub enum For {
    /// To sign in.
    SigningIn,
    /// To add it as a way of theirs, in the session that there is; whose place it is about, where it is about one.
    Adding(Option<ClaimantId>),
}

/// How somebody is back.
pub enum Back {
    /// They brought nothing.
    Empty,
    /// It is known who they are.
    Known {
        /// True for whoever went to add it.
        adding: bool,
    },
    /// It is not.
    Not {
        /// Why.
        fault: Fault,
        /// True for whoever went to add it.
        adding: bool,
    },
}

/// What waits for somebody who went.
#[derive(Serialize, Deserialize)]
struct Waits {
    awaited: Awaited,
    /// The session in which they want to add it; none for whoever signs in.
    session: Option<String>,
    /// Who it is, once they are back.
    who: Option<Who>,
}

impl<'v> Away<'v> {
    /// From the front of the house that the address is at.
    ///
    /// # Errors
    /// [`Failure::NotFound`] where that has no provider.
    pub fn of(visit: &'v Visit) -> Result<Self, Failure> {
        let app = &visit.app;
        let (provider, purpose, cookie, sign_in, here) = if cookies::is_at_desk(&visit.path) {
            (&app.staff_provider, Purpose::StaffProvider, cookies::DESK_WENT, "/desk/sign-in", visit.at_desk)
        } else {
            (&app.provider, Purpose::Provider, cookies::WENT, "/sign-in", visit.token_hash())
        };
        let provider = provider.as_ref().ok_or(Failure::NotFound)?;
        Ok(Self { visit, provider, purpose, cookie, sign_in, here })
    }

    /// What people call the provider.
    pub fn name(&self) -> &'v str {
        self.provider.name()
    }

    /// The page on the way to the provider, which goes on by itself, with what waits until they are back.
    ///
    /// It is no redirect: browsers hold `form-action` against every address on the way, and providers have several of their own.
    ///
    /// # Errors
    /// The store's; inside, what is wrong with the provider.
    pub async fn go(&self, to: For, fields: &Fields) -> Result<Result<Response, Fault>, Failure> {
        let visit = self.visit;
        let (url, awaited) = match self.provider.ask(visit.reading.language, visit.now.at).await {
            Ok(asked) => asked,
            Err(fault) => return Ok(Err(fault)),
        };
        let (session, claimant) = match to {
            For::SigningIn => (None, None),
            For::Adding(claimant) => (self.here.map(|token| hex::digits(&token)), claimant),
        };
        let content = serde_json::to_vec(&Waits { awaited, session, who: None }).map_err(|_| Failure::Broken)?;
        let (code, made_at) = (TicketCode::long(&visit.app.entropy), visit.now.at);
        let (purpose, until) = (self.purpose, made_at + WHILE);
        let cookie = code.in_link();
        visit.app.store.put_ticket(Ticket { purpose, code, claimant, made_at, until, tries: 1, content }).await?;
        let form = FormState::of(fields.clone());
        let content = signing::going(self.name(), url.as_str(), self.sign_in, &form);
        let mut response = page(visit, visit.frame(), StatusCode::OK, content);
        // What was kept stays on the page, and the page stays with it.
        if form.value("kept").is_empty()
            && let Ok(refresh) = HeaderValue::try_from(format!("0; url={url}"))
        {
            response.headers_mut().insert(REFRESH, refresh);
        }
        let seconds = WHILE.as_secs().unsigned_abs();
        put_cookie(&mut response, cookies::set_for(visit.app.settings.secure, self.cookie, &cookie, seconds));
        Ok(Ok(response))
    }

    /// Takes what somebody brings back in the address.
    ///
    /// # Errors
    /// The store's.
    pub async fn back(&self, query: Option<String>) -> Result<Back, Failure> {
        let query = decode(query.unwrap_or_default().as_bytes());
        if query.iter().next().is_none() {
            return Ok(Back::Empty);
        }
        let brought = Brought {
            state: query.get("state").to_owned(),
            code: query.get("code").to_owned(),
            issuer: query.get("iss").to_owned(),
            error: query.get("error").to_owned(),
        };
        let Some((code, waits)) = self.waiting(Opening::Look).await? else {
            return Ok(Back::Not { fault: Fault::State, adding: false });
        };
        let adding = waits.session.is_some();
        Ok(match self.comes_back(&code, waits, brought).await? {
            Ok(()) => Back::Known { adding },
            Err(fault) => Back::Not { fault, adding },
        })
    }

    /// Puts whom the provider names beside what waited. The address loaded again does no more than the first time.
    async fn comes_back(
        &self,
        code: &TicketCode,
        waits: Waits,
        brought: Brought,
    ) -> Result<Result<(), Fault>, Failure> {
        let (store, at) = (&self.visit.app.store, self.visit.now.at);
        let handed_in = match self.provider.code(&waits.awaited, brought, at).await {
            Ok(_) if waits.who.is_some() => return Ok(Ok(())),
            Ok(handed_in) => handed_in,
            Err(fault) => return Ok(Err(fault)),
        };
        // Of two that bring the same, one hands it in.
        let Some(ticket) = store.open_ticket(self.purpose, code, Opening::Use, at).await? else {
            return Ok(Err(Fault::State));
        };
        let who = match self.provider.who(&waits.awaited, &handed_in, at).await {
            Ok(who) => who,
            Err(fault) => return Ok(Err(fault)),
        };
        let content = serde_json::to_vec(&Waits { who: Some(who), ..waits }).map_err(|_| Failure::Broken)?;
        let (purpose, claimant, code) = (self.purpose, ticket.claimant, code.clone());
        // They have all of the time again: to read and to press may take as long as to sign in there did.
        let until = at + WHILE;
        store.put_ticket(Ticket { purpose, code, claimant, made_at: ticket.made_at, until, tries: 1, content }).await?;
        Ok(Ok(()))
    }

    /// What waits for whoever went from this browser, and what opens it; for whoever adds one, in the session in which they went.
    async fn waiting(&self, opening: Opening) -> Result<Option<(TicketCode, Waits)>, Failure> {
        let Some(code) = self.visit.went.clone() else { return Ok(None) };
        let ticket = self.visit.app.store.open_ticket(self.purpose, &code, opening, self.visit.now.at).await?;
        let waits: Option<Waits> = ticket.and_then(|ticket| serde_json::from_slice(&ticket.content).ok());
        let here = self.here.map(|token| hex::digits(&token));
        Ok(waits.filter(|waits| waits.session.is_none() || waits.session == here).map(|waits| (code, waits)))
    }

    /// Whom the provider named: to sign in, or to be added in this session.
    ///
    /// # Errors
    /// The store's.
    pub async fn who(&self, adding: bool, opening: Opening) -> Result<Option<Who>, Failure> {
        let looked = self.waiting(Opening::Look).await?.filter(|(_, waits)| waits.session.is_some() == adding);
        let waits = match opening {
            Opening::Look => looked,
            // Only what is for them is used up: whoever else has the cookie takes nothing from whoever went.
            Opening::Use if looked.is_some() => self.waiting(Opening::Use).await?,
            Opening::Use => None,
        };
        Ok(waits.and_then(|(_, waits)| waits.who))
    }

    /// Takes away what only the way there and back needed.
    pub fn is_over(secure: bool, path: &str, response: &mut Response) {
        let cookie = if cookies::is_at_desk(path) { cookies::DESK_WENT } else { cookies::WENT };
        put_cookie(response, cookies::clear(secure, cookie));
    }

    /// Who signed out there, by the provider's own word, said for the first time.
    ///
    /// # Errors
    /// [`Failure::Unreadable`] for whatever is not believed or was said before, [`Failure::Busy`] where it cannot be asked for its
    /// keys, and the store's.
    pub async fn signed_out(&self, token: &str) -> Result<SignedOut, Failure> {
        let at = self.visit.now.at;
        let out = match self.provider.signed_out(token, at).await {
            Ok(out) => out,
            // It is theirs, and can be said again once they can be asked for their keys.
            Err(Fault::Unreachable) => return Err(Failure::Busy),
            Err(fault) => {
                // Anybody can send what is none.
                tracing::info!(%fault, "what is sent for a word of the identity provider is not believed");
                return Err(Failure::Unreadable);
            }
        };
        // What was said once is not said again: whoever kept it would sign people out at will.
        let said = self.visit.app.store.open_ticket(self.purpose, &once(&out), Opening::Look, at).await?;
        if said.is_some() { Err(Failure::Unreadable) } else { Ok(out) }
    }

    /// Notes that this was said, so that it is not said again. Only once it is done: where others were in the way, it can be.
    ///
    /// # Errors
    /// The store's.
    pub async fn was_said(&self, out: &SignedOut) -> Result<(), Failure> {
        let (purpose, code, made_at, until) = (self.purpose, once(out), self.visit.now.at, out.until);
        let content = Vec::new();
        let ticket = Ticket { purpose, code, claimant: None, made_at, until, tries: 1, content };
        self.visit.app.store.put_ticket(ticket).await?;
        Ok(())
    }
}

/// What such a word is known by again.
fn once(out: &SignedOut) -> TicketCode {
    TicketCode { finder: hex::digits(&Sha256::digest(&out.id)), secret: String::new() }
}

/// What whoever runs it needs to know, without a word about a person. Who turns back has done nothing wrong.
pub fn log(fault: Fault) {
    if fault == Fault::SaidNo || fault == Fault::State {
        tracing::info!(%fault, "somebody came back from the identity provider and was not signed in");
    } else {
        tracing::warn!(%fault, "nobody is signed in through the identity provider");
    }
}
