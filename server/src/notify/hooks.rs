//! Who tells organisations' systems that something changed (webhooks, signed as Standard Webhooks 1.0 has it): what waits is asked again
//! when it leaves, and says which consent and nothing more.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use axum::body::Body;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use futures_util::future::join_all;
use hmac::{Hmac, KeyInit as _, Mac as _};
use hyper::{Method, Request, StatusCode, header::CONTENT_TYPE};
use jiff::Timestamp;
use own_terms_receipt::hex;
use serde_json::json;
use sha2::Sha256;
use tokio::{
    sync::watch,
    task::{Id, JoinSet},
};

use super::tries;
use crate::{
    client::Client,
    clock::Clock,
    store::{ClientId, Settled, Store, StoreError, Told},
};

/// How often it is looked whether something is due.
const EVERY: Duration = Duration::from_secs(3);
/// How long a system may take over one.
const PATIENCE: Duration = Duration::from_secs(15);

/// Tells systems.
pub struct Hooks {
    store: Arc<dyn Store>,
    client: Client,
}

impl Hooks {
    /// One that speaks to public addresses by https alone; `here` lets it speak to this machine too, for development.
    pub fn new(store: Arc<dyn Store>, here: bool) -> Self {
        Self { store, client: Client::new(here, PATIENCE).to_public_addresses() }
    }

    /// Until it is told to stop; what it has begun it ends. A system that is slow to answer holds up nobody but itself.
    pub async fn run(self, clock: Clock, mut stop: watch::Receiver<bool>) {
        let hooks = Arc::new(self);
        let (mut under_way, mut busy) = (JoinSet::new(), BTreeMap::<Id, ClientId>::new());
        while !*stop.borrow() {
            match hooks.take(clock, &busy.values().copied().collect::<Vec<_>>()).await {
                Ok(lots) => {
                    for (client, lot) in lots {
                        let hooks = hooks.clone();
                        busy.insert(under_way.spawn(async move { hooks.bring_all(lot, clock).await }).id(), client);
                    }
                }
                Err(error) => tracing::warn!(%error, "systems were not told of something; it is tried again"),
            }
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                Some(ended) = under_way.join_next_with_id() => {
                    busy.remove(&ended.map_or_else(|error| error.id(), |(id, ())| id));
                }
                _ = stop.changed() => {}
            }
        }
        while under_way.join_next().await.is_some() {}
    }

    /// Tells what is due, some at a time: how many were taken.
    ///
    /// # Errors
    /// The store's own.
    pub async fn round(&self, clock: Clock) -> Result<usize, StoreError> {
        let lots = self.take(clock, &[]).await?;
        let taken = lots.values().map(Vec::len).sum();
        join_all(lots.into_values().map(|lot| self.bring_all(lot, clock))).await;
        Ok(taken)
    }

    /// Takes what is due, but for some systems: what there is for each of the others.
    async fn take(&self, clock: Clock, but: &[ClientId]) -> Result<BTreeMap<ClientId, Vec<Told>>, StoreError> {
        let now = clock.now().at;
        let mut lots = BTreeMap::<ClientId, Vec<Told>>::new();
        // It is looked first, so that nothing is written while nothing is due.
        if self.store.next_hook().await?.is_none_or(|next| next > now) {
            return Ok(lots);
        }
        for told in self.store.claim_hooks(now, but).await? {
            lots.entry(told.client).or_default().push(told);
        }
        Ok(lots)
    }

    /// Tells one system what there is for it, one after another. Where it does not answer at all, it is not asked to take the rest either.
    async fn bring_all(&self, lot: Vec<Told>, clock: Clock) {
        let mut answers = true;
        for told in lot {
            if let Err(error) = self.bring(&told, clock, &mut answers).await {
                // It is taken again in a few minutes.
                tracing::warn!(%error, "a system was not told of something; it is tried again");
            }
        }
    }

    async fn bring(&self, told: &Told, clock: Clock, answers: &mut bool) -> Result<(), StoreError> {
        // Asked right before it leaves.
        let settled = match self.store.is_still_told(told, clock.now()).await? {
            false => Settled::Done,
            true if !*answers => again(told, clock.now().at),
            true => self.tell(told, clock.now().at, answers).await,
        };
        self.store.settle_hook(told, settled).await
    }

    async fn tell(&self, told: &Told, at: Timestamp, answers: &mut bool) -> Settled {
        let body = json!({
            "type": "consent.changed",
            "timestamp": told.made_at,
            "data": { "consent": told.news.by.consent.to_string() },
        });
        let (id, second, body) = (name(told), at.as_second(), body.to_string());
        let request = Request::builder()
            .method(Method::POST)
            .header(CONTENT_TYPE, "application/json")
            .header("webhook-id", &id)
            .header("webhook-timestamp", second)
            .header("webhook-signature", signature(&told.hook.secret, &id, second, &body));
        match self.client.ask(&told.hook.url, request, Body::from(body)).await {
            Ok(answer) if answer.status.is_success() => Settled::Done,
            // It wants no more of them: for this one that is an answer.
            Ok(answer) if answer.status == StatusCode::GONE => Settled::Done,
            Ok(answer) => {
                tracing::warn!(status = answer.status.as_u16(), "a system did not take what it is told");
                again(told, at)
            }
            Err(error) => {
                *answers = false;
                tracing::warn!(%error, "a system was not told of something");
                again(told, at)
            }
        }
    }
}

/// The same however often it is tried, so that whoever has it already knows it.
fn name(told: &Told) -> String {
    format!("msg_{}", hex::digits(&told.id))
}

/// HMAC-SHA256 over the name, the moment and the body.
fn signature(secret: &[u8; 32], id: &str, second: i64, body: &str) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { unreachable!("HMAC takes a key of any length") };
    mac.update(format!("{id}.{second}.{body}").as_bytes());
    format!("v1,{}", BASE64_STANDARD.encode(mac.finalize().into_bytes()))
}

fn again(told: &Told, at: Timestamp) -> Settled {
    if let Some(rest) = tries::rest(told.tried) {
        return Settled::Again(at + rest);
    }
    tracing::error!("a system is not told of something: it did not take it, however often it was tried");
    Settled::Done
}
