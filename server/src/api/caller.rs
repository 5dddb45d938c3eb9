//! Who asks: a client with a token that was given a moment ago, and that is still there.

use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
};
use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{actor::Actor, directory::Organisation, time::Now};
use own_terms_receipt::hex;
use uuid::Uuid;

use super::problem::Problem;
use crate::{
    app::App,
    sealing::Key,
    store::{ApiClient, ClientId},
};

/// How long a token opens something. A client that is taken away opens nothing at once all the same.
pub(super) const OPEN_FOR: SignedDuration = SignedDuration::from_mins(15);
const PLACE: &[u8] = b"api token";

/// An organisation's own system.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    /// Of whom.
    pub(super) organisation: Organisation,
    /// When it asks.
    pub(super) now: Now,
}

impl Caller {
    /// As the rules know it.
    pub(super) fn actor(&self) -> Actor {
        Actor::Organisation(self.organisation.id)
    }
}

/// A token for a client: sealed, so that it needs no table, and says nothing to whoever has it.
pub(super) fn token(app: &App, client: &ApiClient, at: Timestamp) -> Option<String> {
    let until = (at + OPEN_FOR).as_microsecond();
    // What its secret was is in it: a token from before another was made opens nothing.
    let content = [&client.id.0.as_bytes()[..], &client.secret_hash, &until.to_be_bytes()].concat();
    key(app).seal(&app.entropy, PLACE, &content).map(|sealed| hex::digits(&sealed)).ok()
}

fn key(app: &App) -> Key {
    app.form_key.for_use("own-terms api tokens 1")
}

/// The client, the hash of its secret, and until when.
fn open(app: &App, token: &str) -> Option<(ClientId, [u8; 32], Timestamp)> {
    let content = key(app).open(PLACE, &hex::bytes(token)?).ok()?;
    let (client, rest) = content.split_first_chunk::<16>()?;
    let (secret, until) = rest.split_first_chunk::<32>()?;
    let until = Timestamp::from_microsecond(i64::from_be_bytes(until.try_into().ok()?)).ok()?;
    Some((ClientId(Uuid::from_bytes(*client)), *secret, until))
}

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let now = app.clock.now();
        let sent = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = sent.and_then(|sent| {
            let (scheme, token) = sent.split_once(' ')?;
            scheme.eq_ignore_ascii_case("bearer").then_some(token)
        });
        let (id, secret, until) = token.and_then(|token| open(app, token)).ok_or(Problem::NotKnown)?;
        if now.at >= until {
            return Err(Problem::NotKnown);
        }
        let client = app.store.client(id).await?.filter(|client| client.secret_hash == secret);
        let client = client.ok_or(Problem::NotKnown)?;
        Ok(Self { organisation: client.organisation, now })
    }
}
