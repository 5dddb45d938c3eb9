//! What a provider says of itself: where to go, and the keys that it signs with. Asked for when it is needed, kept for a while.

use std::sync::Arc;

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use p256::ecdsa::VerifyingKey;
use serde::Deserialize;
use url::Url;

use super::{
    Provider,
    asking::{get, read},
    fault::Fault,
};

/// How long it is believed before it is asked again.
const WHILE: SignedDuration = SignedDuration::from_hours(1);
/// How soon it is asked again for a key that is not known: anybody can send what names one that there is not.
const NEW_KEYS_AFTER: SignedDuration = SignedDuration::from_secs(30);
/// How soon it is tried again once it could not be reached, so that not everyone waits for it in turn.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_secs(5);

/// What is known of a provider, and since when.
#[derive(Default)]
pub struct Held {
    known: Option<Arc<Known>>,
    failed: Option<(Timestamp, Fault)>,
}

/// What a provider says of itself.
pub struct Known {
    /// Where people are sent.
    pub authorization: Url,
    /// Where codes are handed in.
    pub token: Url,
    /// True when it says who it is to whoever comes back (RFC 9207).
    pub says_who: bool,
    keys: Vec<(Option<String>, VerifyingKey)>,
    at: Timestamp,
}

impl Known {
    /// The key of this name; without a name, the only one there is.
    pub fn key(&self, id: Option<&str>) -> Option<VerifyingKey> {
        match (id, self.keys.as_slice()) {
            (Some(id), keys) => keys.iter().find(|(name, _)| name.as_deref() == Some(id)).map(|(_, key)| *key),
            (None, [(_, only)]) => Some(*only),
            (None, _) => None,
        }
    }
}

impl Provider {
    /// What it says of itself.
    pub(super) async fn known(&self, now: Timestamp) -> Result<Arc<Known>, Fault> {
        // One asks at a time, and the others have its answer.
        let held = &mut *self.0.held.lock().await;
        match &held.known {
            Some(known) if now.duration_since(known.at) < WHILE => Ok(known.clone()),
            _ => self.ask_anew(held, now).await,
        }
    }

    /// The same with the keys that it has now, where it was not asked for them just before.
    pub(super) async fn with_new_keys(&self, now: Timestamp) -> Result<Arc<Known>, Fault> {
        let held = &mut *self.0.held.lock().await;
        match &held.known {
            Some(known) if now.duration_since(known.at) < NEW_KEYS_AFTER => Ok(known.clone()),
            _ => self.ask_anew(held, now).await,
        }
    }

    async fn ask_anew(&self, held: &mut Held, now: Timestamp) -> Result<Arc<Known>, Fault> {
        let just_now = held.failed.filter(|(at, _)| now.duration_since(*at) < AGAIN_AFTER);
        let asked = match just_now {
            Some((_, fault)) => Err(fault),
            None => self.discover(now).await,
        };
        let fault = match asked {
            Ok(known) => {
                let known = Arc::new(known);
                *held = Held { known: Some(known.clone()), failed: None };
                return Ok(known);
            }
            Err(fault) => fault,
        };
        if just_now.is_none() {
            held.failed = Some((now, fault));
            tracing::warn!(%fault, "the identity provider does not say how to use it");
        }
        // What it said before stands until it says otherwise; where it is down, nobody gets further in any case.
        held.known.clone().ok_or(fault)
    }

    async fn discover(&self, now: Timestamp) -> Result<Known, Fault> {
        let (setup, client) = (&self.0.setup, &self.0.client);
        let url = format!("{}/.well-known/openid-configuration", setup.issuer.trim_end_matches('/'));
        let said: Metadata = read(&get(client, &Url::parse(&url).map_err(|_| Fault::Unreadable)?).await?)?;
        if said.issuer != setup.issuer {
            return Err(Fault::Issuer);
        }
        if ![&said.authorization_endpoint, &said.token_endpoint, &said.jwks_uri].iter().all(|url| client.may_ask(url)) {
            return Err(Fault::Unreadable);
        }
        let set: KeySet = read(&get(client, &said.jwks_uri).await?)?;
        Ok(Known {
            authorization: said.authorization_endpoint,
            token: said.token_endpoint,
            says_who: said.authorization_response_iss_parameter_supported,
            keys: set.keys.into_iter().filter_map(Jwk::read).collect(),
            at: now,
        })
    }
}

/// What is read of what a provider publishes (OpenID Connect Discovery).
#[derive(Deserialize)]
struct Metadata {
    issuer: String,
    authorization_endpoint: Url,
    token_endpoint: Url,
    jwks_uri: Url,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

/// Its keys (RFC 7517), of whatever sort.
#[derive(Deserialize)]
struct KeySet {
    keys: Vec<Jwk>,
}

#[derive(Deserialize)]
struct Jwk {
    kty: String,
    crv: Option<String>,
    x: Option<String>,
    y: Option<String>,
    kid: Option<String>,
    #[serde(rename = "use")]
    usage: Option<String>,
    alg: Option<String>,
}

impl Jwk {
    /// The key, if it is one for ES256; others are no business of ours.
    fn read(self) -> Option<(Option<String>, VerifyingKey)> {
        let is_one = self.kty == "EC"
            && self.crv.as_deref() == Some("P-256")
            && self.usage.is_none_or(|usage| usage == "sig")
            && self.alg.is_none_or(|alg| alg == "ES256");
        let part = |part: Option<String>| BASE64_URL_SAFE_NO_PAD.decode(part?).ok().filter(|bytes| bytes.len() == 32);
        let point = [&[4][..], &part(self.x)?, &part(self.y)?].concat();
        VerifyingKey::from_sec1_bytes(&point).ok().filter(|_| is_one).map(|key| (self.kid, key))
    }
}
