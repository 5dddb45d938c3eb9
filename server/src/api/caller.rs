//! Who asks: a client with a token that was given a moment ago, and that is still there.

use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
};
use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    actor::Actor,
    decide::ByConsent,
    directory::Organisation,
    ids::{ClaimantId, ConsentId},
    item::ItemId,
    sign_in::FoundBy,
    time::Now,
};
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
    /// Which of theirs.
    pub(super) client: ClientId,
    /// Of whom.
    pub(super) organisation: Organisation,
    /// When it asks.
    pub(super) now: Now,
}

impl Caller {
    /// As the rules know it, for itself.
    pub(super) fn actor(&self) -> Actor {
        Actor::Organisation(self.organisation.id)
    }

    /// The person whom a consent to this organisation names; whether it holds is asked with what is done by it.
    pub(super) async fn named_by(&self, app: &App, consent: &str) -> Result<Named, Problem> {
        let consent: ConsentId = consent.parse().map_err(|_| Problem::NotThere)?;
        let found_by = FoundBy::Organisation(self.organisation.id);
        let claimant = app.store.whose(found_by, ItemId::Consent(consent)).await?.ok_or(Problem::NotThere)?;
        Ok(Named { claimant, by: ByConsent { consent, organisation: self.organisation.id } })
    }

    /// As the rules know it in the stead of the case worker whom that person chose, where they work for this organisation.
    pub(super) async fn in_stead(&self, app: &App, named: Named) -> Result<Actor, Problem> {
        let chosen = app.store.case_worker_at(named.claimant, self.organisation.id).await?;
        chosen.map(Actor::System).ok_or(Problem::NotThere)
    }
}

/// A person, by the consent that names them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    /// Whose place it is: told to nobody.
    pub(super) claimant: ClaimantId,
    /// The consent.
    pub(super) by: ByConsent,
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
        app.limits.client(client.id).map_err(Problem::TooOften)?;
        Ok(Self { client: client.id, organisation: client.organisation, now })
    }
}
