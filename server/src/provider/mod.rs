//! An identity provider (OpenID Connect): whom to send somebody to, and who they say it was when that somebody is back.
//!
//! Only the protocol is here, and nothing of a page: whoever asks keeps what is awaited, and decides what becomes of who was
//! told. What a provider says is believed only where a key that it publishes signed it, for us, just now (see the decision).

mod asking;
mod assertion;
mod claims;
mod fault;
mod jwt;
mod known;
mod setup;

use std::{sync::Arc, time::Duration};

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use jiff::Timestamp;
use own_terms_domain::reading::{Choice as _, Language};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use tokio::sync::Mutex;
use url::Url;

use self::known::Held;
pub use self::{claims::SignedOut, fault::Fault, setup::Setup};
use crate::{client::Client, entropy::Entropy};

/// How long a request may take from its beginning to its end; a page may need three of them.
const PATIENCE: Duration = Duration::from_secs(4);

/// An identity provider. It is first asked for anything when somebody wants to go there, so that one that is down keeps
/// nothing else from working.
#[derive(Clone)]
pub struct Provider(Arc<Inner>);

struct Inner {
    setup: Setup,
    client: Client,
    entropy: Entropy,
    held: Mutex<Held>,
}

/// What has to be known when somebody comes back. Whoever knew it could make up who they are.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Awaited {
    /// That it is the same who went (`state`).
    state: String,
    /// That it was made for this (`nonce`).
    nonce: String,
    /// That the code goes to whoever asked for it (PKCE, RFC 7636).
    verifier: String,
}

/// What somebody brings back in the address.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// What they were sent with.
    pub state: String,
    /// What is handed in for a token, once.
    pub code: String,
    /// Who sends them, where it says so (RFC 9207).
    pub issuer: String,
    /// Why there is no code.
    pub error: String,
}

/// Who it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// Who knows them.
    pub issuer: String,
    /// The name by which they are known there.
    pub subject: String,
    /// What it calls the session there in which they are, where it says so: it can be over before theirs here is.
    pub session: Option<String>,
}

impl Provider {
    /// The provider of this name; nothing is asked of it yet.
    ///
    /// # Errors
    /// Where it is not reached in a way that others cannot read: in words for whoever sets it up.
    pub fn new(setup: Setup, entropy: Entropy) -> Result<Self, String> {
        let client = Client::new(setup.loopback, PATIENCE);
        let is_safe = Url::parse(&setup.issuer).is_ok_and(|url| client.may_ask(&url) && url.query().is_none());
        if !is_safe {
            return Err("an identity provider is at an address that begins with https://".to_owned());
        }
        Ok(Self(Arc::new(Inner { setup, client, entropy, held: Mutex::default() })))
    }

    /// What people call it.
    pub fn name(&self) -> &str {
        &self.0.setup.name
    }

    /// Its address, as it names itself.
    pub fn issuer(&self) -> &str {
        &self.0.setup.issuer
    }

    /// Where to send somebody, and what to keep until they are back.
    ///
    /// # Errors
    /// [`Fault`], where the provider cannot be reached or is not what it should be.
    pub async fn ask(&self, language: Language, now: Timestamp) -> Result<(Url, Awaited), Fault> {
        let Inner { setup, .. } = &*self.0;
        let known = self.known(now).await?;
        let awaited = Awaited { state: self.random(), nonce: self.random(), verifier: self.random() };
        let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(&awaited.verifier));
        let mut url = known.authorization.clone();
        url.query_pairs_mut()
            .append_pair("response_type", "code")
            // To know them again is all that is asked for: neither a name nor an address.
            .append_pair("scope", "openid")
            .append_pair("client_id", &setup.client_id)
            .append_pair("redirect_uri", &setup.back)
            .append_pair("state", &awaited.state)
            .append_pair("nonce", &awaited.nonce)
            .append_pair("code_challenge", &challenge)
            .append_pair("code_challenge_method", "S256")
            .append_pair("ui_locales", language.id());
        if !setup.vectors.is_empty() {
            let vectors = serde_json::to_string(&setup.vectors).map_err(|_| Fault::Unreadable)?;
            url.query_pairs_mut().append_pair("vtr", &vectors);
        }
        Ok((url, awaited))
    }

    /// The code that somebody brought back, if it is an answer to what was asked.
    ///
    /// # Errors
    /// [`Fault::State`], [`Fault::Issuer`], [`Fault::SaidNo`], or that it cannot be reached.
    pub async fn code(&self, awaited: &Awaited, answer: Answer, now: Timestamp) -> Result<String, Fault> {
        if answer.state != awaited.state {
            return Err(Fault::State);
        }
        let is_theirs = match answer.issuer.as_str() {
            "" => !self.known(now).await?.says_who,
            issuer => issuer == self.0.setup.issuer,
        };
        match answer.code {
            _ if !is_theirs => Err(Fault::Issuer),
            _ if !answer.error.is_empty() => Err(Fault::SaidNo),
            code if code.is_empty() => Err(Fault::Unreadable),
            code => Ok(code),
        }
    }

    /// Who it is that brought back a code: it is handed in, once, and what is given for it is checked.
    ///
    /// # Errors
    /// [`Fault`], for anything at all that is not as it was asked for.
    pub async fn who(&self, awaited: &Awaited, code: &str, now: Timestamp) -> Result<Who, Fault> {
        let Inner { setup, client, entropy, .. } = &*self.0;
        let known = self.known(now).await?;
        let assertion = assertion::make(setup, known.token.as_str(), entropy, now)?;
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "authorization_code")
            .append_pair("code", code)
            .append_pair("redirect_uri", &setup.back)
            .append_pair("code_verifier", &awaited.verifier)
            .append_pair("client_id", &setup.client_id)
            .append_pair("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
            .append_pair("client_assertion", &assertion)
            .finish();
        let given: Given = asking::read(&asking::post(client, &known.token, form).await?)?;
        if !given.token_type.eq_ignore_ascii_case("Bearer") {
            return Err(Fault::Unreadable);
        }
        let claims: claims::IdToken = self.verified(&given.id_token, &claims::ID_TOKEN_TYPES, now).await?;
        claims.check(setup, &awaited.nonce, given.access_token.as_deref(), now)
    }

    /// Who signed out there, by what the provider itself tells us (back-channel logout).
    ///
    /// # Errors
    /// [`Fault`], for anything at all that is not right.
    pub async fn signed_out(&self, token: &str, now: Timestamp) -> Result<SignedOut, Fault> {
        let claims: claims::LogoutToken = self.verified(token, &claims::LOGOUT_TOKEN_TYPES, now).await?;
        claims.check(&self.0.setup, now)
    }

    /// What its own key signed; a key that is not known is looked for once more, because providers change theirs.
    async fn verified<C>(&self, token: &str, types: &[&str], now: Timestamp) -> Result<C, Fault>
    where
        C: serde::de::DeserializeOwned,
    {
        let parts = jwt::Parts::read(token, types)?;
        let key = match self.known(now).await?.key(parts.key_id()) {
            Some(key) => key,
            None => self.with_new_keys(now).await?.key(parts.key_id()).ok_or(Fault::Key)?,
        };
        parts.verified(&key)
    }

    /// 256 bits, as text for an address.
    fn random(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.0.entropy.bytes::<32>())
    }
}

/// What is given for a code.
#[derive(Deserialize)]
struct Given {
    id_token: String,
    token_type: String,
    access_token: Option<String>,
}
