//! What a provider's tokens say, and whether it is said by it, to us, now, and to this very question.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use url::Url;

use super::{Setup, Who, fault::Fault};

/// The types that a token about somebody may say it is of.
pub const ID_TOKEN_TYPES: [&str; 1] = ["JWT"];
/// And one that says that they signed out; those of its own type are older than that name.
pub const LOGOUT_TOKEN_TYPES: [&str; 2] = ["logout+jwt", "JWT"];

/// How far two clocks may be apart.
const APART: SignedDuration = SignedDuration::from_secs(60);
/// The longest that a token may be good for: nothing of it is needed later.
const LONGEST: SignedDuration = SignedDuration::from_hours(24);
/// The longest name by which somebody, or a session of theirs, is known (OpenID Connect Core, 2).
const LONGEST_NAME: usize = 255;
/// The event of signing out.
const LOGOUT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// Who somebody is.
#[derive(Deserialize)]
pub struct IdToken {
    iss: String,
    sub: String,
    aud: Audience,
    azp: Option<String>,
    exp: i64,
    iat: i64,
    nbf: Option<i64>,
    nonce: Option<String>,
    sid: Option<String>,
    at_hash: Option<String>,
    vot: Option<String>,
    vtm: Option<String>,
}

/// That somebody signed out there.
#[derive(Deserialize)]
pub struct LogoutToken {
    iss: String,
    sub: Option<String>,
    aud: Audience,
    exp: i64,
    iat: i64,
    jti: String,
    sid: Option<String>,
    events: Map<String, Value>,
    nonce: Option<Value>,
}

/// Who signed out, by their name or by that of a session there, and what tells it from other times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedOut {
    /// Who knows them.
    pub issuer: String,
    /// The name by which they are known there; none where only the session is named.
    pub subject: Option<String>,
    /// The session there that is over; none where all of theirs are.
    pub session: Option<String>,
    /// What this was called, once.
    pub id: String,
    /// Until when it could be said again.
    pub until: Timestamp,
}

/// To whom something is said.
#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

impl Audience {
    /// True when it is said to this one and to nobody beside it.
    fn is(&self, client: &str) -> bool {
        match self {
            Self::One(one) => one == client,
            Self::Several(all) => all.len() == 1 && all.iter().all(|one| one == client),
        }
    }
}

impl IdToken {
    /// Who it is about, if all of it is right (OpenID Connect Core, 3.1.3.7).
    pub fn check(self, setup: &Setup, nonce: &str, access_token: Option<&str>, now: Timestamp) -> Result<Who, Fault> {
        if self.iss != setup.issuer {
            return Err(Fault::Issuer);
        }
        if !self.aud.is(&setup.client_id) || self.azp.is_some_and(|azp| azp != setup.client_id) {
            return Err(Fault::Audience);
        }
        is_now(self.iat, self.exp, now)?;
        if self.nbf.is_some_and(|from| from > (now + APART).as_second()) {
            return Err(Fault::Time);
        }
        if self.nonce.as_deref() != Some(nonce) {
            return Err(Fault::Nonce);
        }
        if self.at_hash.is_some_and(|hash| access_token.map(half_hash) != Some(hash)) {
            return Err(Fault::Hash);
        }
        if !setup.vectors.is_empty() {
            is_sure(setup, self.vot.as_deref(), self.vtm.as_deref())?;
        }
        let session = self.sid.map(name).transpose()?;
        Ok(Who { issuer: self.iss, subject: name(self.sub)?, session })
    }
}

impl LogoutToken {
    /// Who signed out, if all of it is right (OpenID Connect Back-Channel Logout, 2.6).
    pub fn check(self, setup: &Setup, now: Timestamp) -> Result<SignedOut, Fault> {
        if self.iss != setup.issuer {
            return Err(Fault::Issuer);
        }
        if !self.aud.is(&setup.client_id) {
            return Err(Fault::Audience);
        }
        is_now(self.iat, self.exp, now)?;
        // One with a nonce is about signing in, and would be used for something else than it was made for.
        if self.nonce.is_some() || !self.events.get(LOGOUT).is_some_and(Value::is_object) {
            return Err(Fault::NotALogout);
        }
        let (subject, session) = (self.sub.map(name).transpose()?, self.sid.map(name).transpose()?);
        if subject.is_none() && session.is_none() {
            return Err(Fault::NotALogout);
        }
        let until = Timestamp::from_second(self.exp).map_err(|_| Fault::Time)? + APART;
        if self.jti.is_empty() {
            return Err(Fault::NotALogout);
        }
        Ok(SignedOut { issuer: self.iss, subject, session, id: self.jti, until })
    }
}

/// Issued by now, not over yet, and not good for longer than anything should be.
fn is_now(issued: i64, over: i64, now: Timestamp) -> Result<(), Fault> {
    let is_now = issued <= (now + APART).as_second()
        && issued >= (now - LONGEST).as_second()
        && over > (now - APART).as_second()
        && over <= (now + LONGEST).as_second();
    if is_now { Ok(()) } else { Err(Fault::Time) }
}

/// As sure as was asked, by the rules that this provider has for it (RFC 8485).
fn is_sure(setup: &Setup, vector: Option<&str>, rules: Option<&str>) -> Result<(), Fault> {
    let vector = vector.ok_or(Fault::Trust)?;
    let parts = |vector: &str| {
        let mut parts: Vec<String> = vector.split('.').map(str::to_owned).collect();
        parts.sort();
        parts
    };
    let is_asked = setup.vectors.iter().any(|asked| parts(asked) == parts(vector));
    let origin = |url: &str| Url::parse(url).ok().map(|url| url.origin());
    let are_theirs = rules.and_then(origin).is_some_and(|rules| Some(rules) == origin(&setup.issuer));
    if is_asked && are_theirs { Ok(()) } else { Err(Fault::Trust) }
}

/// A name as the standard has it: up to 255 letters that can be seen, so that no two that look alike are two.
fn name(name: String) -> Result<String, Fault> {
    let is_one = !name.is_empty() && name.len() <= LONGEST_NAME && name.bytes().all(|byte| byte.is_ascii_graphic());
    if is_one { Ok(name) } else { Err(Fault::Unreadable) }
}

/// The left half of a token's hash (OpenID Connect Core, 3.1.3.6).
fn half_hash(token: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(&Sha256::digest(token)[..16])
}
