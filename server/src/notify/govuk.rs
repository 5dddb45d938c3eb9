//! Texts and letters through GOV.UK Notify's HTTP API: a text is a template with one variable, which is a neutral sentence; a letter is
//! the pages themselves.

use std::{sync::Arc, time::Duration};

use axum::body::Body;
use base64::{
    Engine as _,
    prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD},
};
use hmac::{Hmac, KeyInit as _, Mac as _};
use hyper::{
    Method, Request, StatusCode,
    header::{AUTHORIZATION, CONTENT_TYPE},
    http::request::Builder,
};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::Sha256;
use url::Url;
use uuid::Uuid;

use super::carrier::NotSent;
use crate::client::{Answer, Client};

/// How long Notify may take over one request.
const PATIENCE: Duration = Duration::from_secs(20);

/// How GOV.UK Notify is reached, and what it sends.
#[derive(Debug, Clone)]
pub struct GovukSetup {
    /// Where the API is.
    pub url: Url,
    /// The key as Notify gives it: its name, the number of the service and the secret, each of the last two a UUID.
    pub key: String,
    /// The template of a text; its one variable is called `words`.
    pub template: Uuid,
    /// True when letters go by it too, which the service there has to be allowed.
    pub letters: bool,
    /// How long a request may take, where it is not as usual.
    pub patience: Option<Duration>,
}

/// What sends texts and letters.
#[derive(Clone)]
pub struct GovukNotify(Arc<Inner>);

struct Inner {
    client: Client,
    url: Url,
    service: Uuid,
    secret: String,
    template: Uuid,
    letters: bool,
}

/// One try to send something.
pub(super) struct Tried<'a> {
    /// The name under which it is sent.
    pub id: &'a str,
    /// True when it may have been sent before under this name.
    pub again: bool,
    /// The moment.
    pub at: Timestamp,
}

/// What Notify has of what was sent under a name.
#[derive(Deserialize)]
struct Known {
    notifications: Vec<Value>,
}

impl GovukNotify {
    /// Nothing is asked of Notify yet.
    ///
    /// # Errors
    /// What is wrong with the setup, in words for whoever makes it.
    pub fn new(setup: GovukSetup) -> Result<Self, String> {
        let client = Client::new(true, setup.patience.unwrap_or(PATIENCE));
        if !client.may_ask(&setup.url) {
            return Err("--notify-url: an address that begins with https is needed".to_owned());
        }
        let (service, secret) = parts(&setup.key).ok_or(
            "--notify-key: a key is needed as GOV.UK Notify gives it: a name, the number of the service, and the secret",
        )?;
        let GovukSetup { url, template, letters, .. } = setup;
        Ok(Self(Arc::new(Inner { client, url, service, secret, template, letters })))
    }

    /// True when letters go by it.
    pub fn sends_letters(&self) -> bool {
        self.0.letters
    }

    /// Sends a text, once, under a name.
    pub(super) async fn text(&self, number: &str, words: &str, tried: &Tried<'_>) -> Result<(), NotSent> {
        let body = json!({
            "phone_number": number,
            "template_id": self.0.template.to_string(),
            "personalisation": {"words": words},
            "reference": tried.id,
        });
        self.send("v2/notifications/sms", &body, tried).await
    }

    /// Sends a letter, once, under a name: a PDF with the address where the window of the envelope is.
    pub(super) async fn letter(&self, pdf: &[u8], tried: &Tried<'_>) -> Result<(), NotSent> {
        let body = json!({"reference": tried.id, "content": BASE64_STANDARD.encode(pdf)});
        self.send("v2/notifications/letter", &body, tried).await
    }

    /// Hands it over; one that may have left before is asked for first, as Notify does not know it for the same.
    async fn send(&self, path: &str, body: &Value, tried: &Tried<'_>) -> Result<(), NotSent> {
        if tried.again && self.has(tried).await? {
            return Ok(());
        }
        let request = Request::builder().method(Method::POST).header(CONTENT_TYPE, "application/json");
        let answer = self.ask(path, request, Body::from(body.to_string()), tried.at).await?;
        match answer.status {
            StatusCode::CREATED => Ok(()),
            StatusCode::BAD_REQUEST => {
                tracing::warn!(path, "GOV.UK Notify does not send this: the address, or the template, is not right");
                Err(NotSent::Ever)
            }
            status => {
                // Not what it said: that may name the number.
                tracing::warn!(path, status = status.as_u16(), "GOV.UK Notify did not take a message");
                Err(NotSent::Yet)
            }
        }
    }

    /// True when Notify has something under this name.
    async fn has(&self, tried: &Tried<'_>) -> Result<bool, NotSent> {
        let request = Request::builder().method(Method::GET);
        let path = format!("v2/notifications?reference={}", tried.id);
        let answer = self.ask(&path, request, Body::empty(), tried.at).await?;
        let known = serde_json::from_slice::<Known>(&answer.body).ok();
        match known.filter(|_| answer.status == StatusCode::OK) {
            Some(known) => Ok(!known.notifications.is_empty()),
            None => Err(NotSent::Yet),
        }
    }

    async fn ask(&self, path: &str, request: Builder, body: Body, at: Timestamp) -> Result<Answer, NotSent> {
        let url = self.0.url.join(path).map_err(|_| NotSent::Ever)?;
        let request = request.header(AUTHORIZATION, format!("Bearer {}", self.token(at)));
        self.0.client.ask(&url, request, body).await.map_err(|error| {
            tracing::warn!(%error, "GOV.UK Notify gave no answer");
            NotSent::Yet
        })
    }

    /// A token that holds for half a minute: signed by HMAC-SHA-256 (RFC 7519), as Notify asks.
    fn token(&self, at: Timestamp) -> String {
        let part = |json: Value| BASE64_URL_SAFE_NO_PAD.encode(json.to_string());
        let claims = json!({"iss": self.0.service.to_string(), "iat": at.as_second()});
        let signed = format!("{}.{}", part(json!({"typ": "JWT", "alg": "HS256"})), part(claims));
        // A key of any length is taken, so that this cannot fail.
        let signature = Hmac::<Sha256>::new_from_slice(self.0.secret.as_bytes())
            .map(|mac| mac.chain_update(signed.as_bytes()).finalize().into_bytes())
            .unwrap_or_default();
        format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature))
    }
}

/// The number of the service, and the secret.
fn parts(key: &str) -> Option<(Uuid, String)> {
    const LONG: usize = 36;
    let (rest, secret) = key.split_at_checked(key.len().checked_sub(LONG)?)?;
    let rest = rest.strip_suffix('-')?;
    let (_, service) = rest.split_at_checked(rest.len().checked_sub(LONG)?)?;
    Uuid::parse_str(secret).ok()?;
    Some((Uuid::parse_str(service).ok()?, secret.to_owned()))
}
