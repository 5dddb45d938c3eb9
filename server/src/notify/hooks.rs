//! Who tells organisations' systems that something changed (webhooks, signed as Standard Webhooks 1.0 has it): what waits is asked again
//! when it leaves, and says which consent and nothing more.

use std::{sync::Arc, time::Duration};

use axum::body::Body;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use futures_util::{StreamExt as _, stream};
use hmac::{Hmac, KeyInit as _, Mac as _};
use hyper::{Method, Request, StatusCode, header::CONTENT_TYPE};
use jiff::Timestamp;
use own_terms_receipt::hex;
use serde_json::json;
use sha2::Sha256;
use tokio::sync::watch;

use super::tries;
use crate::{
    client::Client,
    clock::Clock,
    store::{Settled, Store, StoreError, Told},
};

/// How often it is looked whether something is due.
const EVERY: Duration = Duration::from_secs(3);
/// How many are told at the same moment.
const AT_ONCE: usize = 4;
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

    /// Until it is told to stop; what it has begun it ends.
    pub async fn run(self, clock: Clock, mut stop: watch::Receiver<bool>) {
        loop {
            let now = clock.now();
            let told = match self.store.next_hook().await {
                Ok(Some(next)) if next <= now.at => self.round(clock).await,
                Ok(_) => Ok(0),
                Err(error) => Err(error),
            };
            match told {
                Ok(0) => {}
                Ok(_) if !*stop.borrow() => continue,
                Ok(_) => return,
                Err(error) => tracing::warn!(%error, "systems were not told of something; it is tried again"),
            }
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                _ = stop.changed() => return,
            }
        }
    }

    /// Tells what is due, some at a time: how many were taken.
    ///
    /// # Errors
    /// The store's own.
    pub async fn round(&self, clock: Clock) -> Result<usize, StoreError> {
        let taken = self.store.claim_hooks(clock.now().at).await?;
        stream::iter(&taken)
            .for_each_concurrent(AT_ONCE, async |told| {
                if let Err(error) = self.bring(told, clock).await {
                    // It is taken again in a few minutes.
                    tracing::warn!(%error, "a system was not told of something; it is tried again");
                }
            })
            .await;
        Ok(taken.len())
    }

    async fn bring(&self, told: &Told, clock: Clock) -> Result<(), StoreError> {
        // Asked right before it leaves.
        let settled = if self.store.is_still_told(told, clock.now()).await? {
            self.tell(told, clock.now().at).await
        } else {
            Settled::Done
        };
        self.store.settle_hook(told, settled).await
    }

    async fn tell(&self, told: &Told, at: Timestamp) -> Settled {
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
