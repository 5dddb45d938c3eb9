//! An identity provider on this machine: it does as the standards say, and lies where a test has it lie.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use axum::{
    Form, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use own_terms::{
    entropy::Entropy,
    provider::{Provider, Setup},
};
use p256::ecdsa::{
    Signature, SigningKey, VerifyingKey,
    signature::{Signer as _, Verifier as _},
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tokio::net::TcpListener;
use url::Url;

use crate::{
    authenticator::{base64, from_base64},
    given::at,
};

/// What it calls the service.
pub const CLIENT: &str = "own-terms";
/// Where it sends people back to.
pub const BACK: &str = "https://own-terms.example/sign-in/provider/back";
/// What people call it.
pub const NAME: &str = "Example Login";
/// How sure it says it is.
pub const VECTOR: &str = "Cl.Cm";

/// The same for those who work there.
pub const BACK_AT_DESK: &str = "https://own-terms.example/desk/sign-in/provider/back";

/// How the service knows the provider at an address.
pub fn at_with(issuer: &str, vectors: &[&str], key: SigningKey, back: &str) -> Provider {
    let setup = Setup {
        issuer: issuer.to_owned(),
        name: NAME.to_owned(),
        client_id: CLIENT.to_owned(),
        key,
        vectors: vectors.iter().map(|vector| (*vector).to_owned()).collect(),
        back: back.to_owned(),
        loopback: true,
    };
    Provider::new(setup, Entropy::from_system().unwrap()).unwrap()
}

/// The same, with a key that nobody knows.
pub fn at_address(issuer: &str, vectors: &[&str]) -> Provider {
    at_with(issuer, vectors, new_key(), BACK)
}

pub fn new_key() -> SigningKey {
    SigningKey::from_slice(&Entropy::from_system().unwrap().bytes::<32>()).unwrap()
}

/// A token before it is signed.
pub struct Token {
    pub header: Value,
    pub claims: Value,
    pub sign: Sign,
}

/// How it is signed.
pub enum Sign {
    /// By the provider's key.
    Rightly,
    /// By another key.
    WithAnother,
    /// By HMAC, with the public half of the provider's key for a secret.
    WithThePublicKey,
    /// Not at all.
    Not,
}

/// What it does to each token.
pub type Lie = Arc<dyn Fn(&mut Token) + Send + Sync>;

/// What it does when it is asked for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mood {
    /// Answers.
    Fine,
    /// Answers with this status.
    Failing(StatusCode),
    /// Never ends.
    Silent,
    /// Answers with far more than it was asked for.
    Endless,
    /// Sends whoever asks somewhere else.
    Elsewhere,
}

/// Someone who went there, by the code that they were given.
struct Went {
    subject: String,
    nonce: String,
    challenge: String,
    back: String,
}

struct Inside {
    url: String,
    key: SigningKey,
    key_id: String,
    service: VerifyingKey,
    lie: Option<Lie>,
    moods: BTreeMap<&'static str, Mood>,
    metadata: Value,
    codes: BTreeMap<String, Went>,
    assertions: BTreeSet<String>,
    asked: Vec<&'static str>,
    now: i64,
}

#[derive(Clone)]
pub struct IdentityProvider(Arc<Mutex<Inside>>, SigningKey);

impl IdentityProvider {
    /// One that does as it should, at minute 1 of the day of the tests.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let of_service = new_key();
        let metadata = json!({
            "issuer": url,
            "authorization_endpoint": format!("{url}/authorize"),
            "token_endpoint": format!("{url}/token"),
            "jwks_uri": format!("{url}/keys"),
        });
        let provider = Self(
            Arc::new(Mutex::new(Inside {
                url,
                key: new_key(),
                key_id: "the first".to_owned(),
                service: *of_service.verifying_key(),
                lie: None,
                moods: BTreeMap::new(),
                metadata,
                codes: BTreeMap::new(),
                assertions: BTreeSet::new(),
                asked: Vec::new(),
                now: at(1).at.as_second(),
            })),
            of_service,
        );
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(metadata_of))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        provider
    }

    /// As the service knows it.
    pub fn known(&self) -> Provider {
        self.known_as(&[])
    }

    /// The same, asked to be as sure as one of these says.
    pub fn known_as(&self, vectors: &[&str]) -> Provider {
        at_with(&self.url(), vectors, self.1.clone(), BACK)
    }

    /// As the service knows it for those who work there.
    pub fn known_at_desk(&self, vectors: &[&str]) -> Provider {
        at_with(&self.url(), vectors, self.1.clone(), BACK_AT_DESK)
    }

    pub fn url(&self) -> String {
        self.inside().url.clone()
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap()
    }

    pub fn lies(&self, lie: impl Fn(&mut Token) + Send + Sync + 'static) {
        self.inside().lie = Some(Arc::new(lie));
    }

    pub fn is_honest(&self) {
        self.inside().lie = None;
    }

    /// How it is at an address from now on: `/token`, `/keys`, or where it says what it is (`/`).
    pub fn is(&self, at: &'static str, mood: Mood) {
        self.inside().moods.insert(at, mood);
    }

    /// Says something else of itself.
    pub fn says(&self, name: &str, value: impl Into<Value>) {
        self.inside().metadata[name] = value.into();
    }

    /// Signs with another key from now on.
    pub fn changes_its_key(&self, id: &str) {
        let mut inside = self.inside();
        (inside.key, inside.key_id) = (new_key(), id.to_owned());
    }

    pub fn is_at_minute(&self, minutes: i64) {
        self.inside().now = at(minutes).at.as_second();
    }

    /// How often it was asked at an address.
    pub fn asked(&self, at: &str) -> usize {
        self.inside().asked.iter().filter(|asked| **asked == at).count()
    }

    /// Somebody is there whom it knows, as a browser that was sent there with this address: the address that it sends them back to.
    pub fn sign_in(&self, address: &Url, subject: &str) -> String {
        let query: BTreeMap<String, String> = address.query_pairs().into_owned().collect();
        assert_eq!(address.path(), "/authorize");
        assert_eq!((&*query["response_type"], &*query["scope"]), ("code", "openid"), "nothing else is asked for");
        assert_eq!(&*query["client_id"], CLIENT);
        assert!([BACK, BACK_AT_DESK].contains(&&*query["redirect_uri"]), "{}", query["redirect_uri"]);
        assert_eq!(query["code_challenge_method"], "S256");
        let code = own_terms_receipt::hex::digits(&Entropy::from_system().unwrap().bytes::<16>());
        let (nonce, challenge) = (query["nonce"].clone(), query["code_challenge"].clone());
        let (subject, back) = (subject.to_owned(), query["redirect_uri"].clone());
        let mut address = Url::parse(&back).unwrap();
        self.inside().codes.insert(code.clone(), Went { subject, nonce, challenge, back });
        address.query_pairs_mut().append_pair("code", &code).append_pair("state", &query["state"]);
        format!("{}?{}", address.path(), address.query().unwrap())
    }

    /// A word that somebody signed out there.
    pub fn logout_token(&self, subject: &str, id: &str) -> String {
        let inside = self.inside();
        let claims = json!({
            "iss": inside.url, "aud": CLIENT, "sub": subject, "jti": id, "iat": inside.now, "exp": inside.now + 120,
            "events": { "http://schemas.openid.net/event/backchannel-logout": {} },
        });
        inside.signed("logout+jwt", claims)
    }
}

impl Inside {
    fn mood(&mut self, at: &'static str) -> Mood {
        self.asked.push(at);
        self.moods.get(at).cloned().unwrap_or(Mood::Fine)
    }

    fn signed(&self, typ: &str, claims: Value) -> String {
        let header = json!({ "alg": "ES256", "kid": self.key_id, "typ": typ });
        let mut token = Token { header, claims, sign: Sign::Rightly };
        if let Some(lie) = &self.lie {
            lie(&mut token);
        }
        let part = |value: &Value| base64(value.to_string().as_bytes());
        let signed = format!("{}.{}", part(&token.header), part(&token.claims));
        let by = |key: &SigningKey| -> Vec<u8> {
            {
                let signature: Signature = key.sign(signed.as_bytes());
                signature.to_bytes().to_vec()
            }
        };
        let signature = match token.sign {
            Sign::Rightly => by(&self.key),
            Sign::WithAnother => by(&new_key()),
            Sign::WithThePublicKey => hmac(self.key.verifying_key().to_sec1_point(false).as_bytes(), signed.as_bytes()),
            Sign::Not => Vec::new(),
        };
        format!("{signed}.{}", base64(&signature))
    }

    /// A token for a code, if whoever hands it in is the service, and went with its question.
    fn token_for(&mut self, form: &BTreeMap<String, String>) -> Option<Value> {
        let get = |name: &str| form.get(name).map(String::as_str);
        assert_eq!(get("grant_type"), Some("authorization_code"));
        assert_eq!(get("client_assertion_type"), Some("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
        assert_eq!(get("client_id"), Some(CLIENT));
        let (signed, signature) = get("client_assertion")?.rsplit_once('.')?;
        let signature = Signature::from_slice(&from_base64(signature)).ok()?;
        self.service.verify(signed.as_bytes(), &signature).ok()?;
        let claims: Value = serde_json::from_slice(&from_base64(signed.split_once('.')?.1)).ok()?;
        let is_its_own =
            claims["iss"] == CLIENT && claims["sub"] == CLIENT && claims["aud"] == format!("{}/token", self.url);
        let is_now = claims["exp"].as_i64()? > self.now && claims["iat"].as_i64()? <= self.now;
        if !is_its_own || !is_now || !self.assertions.insert(claims["jti"].as_str()?.to_owned()) {
            return None;
        }
        let went = self.codes.remove(get("code")?)?;
        if base64(&Sha256::digest(get("code_verifier")?)) != went.challenge || get("redirect_uri") != Some(&went.back) {
            return None;
        }
        let access = "an access token that nobody uses";
        let claims = json!({
            "iss": self.url, "aud": CLIENT, "sub": went.subject, "nonce": went.nonce,
            "iat": self.now, "exp": self.now + 120, "at_hash": base64(&Sha256::digest(access)[..16]),
            "vot": VECTOR, "vtm": format!("{}/trustmark", self.url),
        });
        let token = self.signed("JWT", claims);
        Some(json!({ "token_type": "Bearer", "access_token": access, "expires_in": 120, "id_token": token }))
    }
}

fn json_of(value: &Value) -> Response {
    ([("content-type", "application/json")], value.to_string()).into_response()
}

async fn answer(mood: Mood, fine: Response) -> Response {
    match mood {
        Mood::Fine => fine,
        Mood::Failing(status) => status.into_response(),
        Mood::Silent => {
            tokio::time::sleep(Duration::from_mins(5)).await;
            fine
        }
        Mood::Endless => format!("{{\"x\":\"{}\"}}", "x".repeat(1_000_000)).into_response(),
        Mood::Elsewhere => Redirect::temporary("/keys").into_response(),
    }
}

async fn metadata_of(State(provider): State<IdentityProvider>) -> Response {
    let (mood, metadata) = {
        let mut inside = provider.inside();
        (inside.mood("/"), inside.metadata.clone())
    };
    answer(mood, json_of(&metadata)).await
}

async fn keys(State(provider): State<IdentityProvider>) -> Response {
    let (mood, point, id) = {
        let mut inside = provider.inside();
        (inside.mood("/keys"), inside.key.verifying_key().to_sec1_point(false), inside.key_id.clone())
    };
    let (x, y) = (base64(point.x().unwrap()), base64(point.y().unwrap()));
    let set = json!({ "keys": [
        { "kty": "RSA", "kid": "for others", "n": "AQAB", "e": "AQAB", "alg": "RS256" },
        { "kty": "EC", "crv": "P-256", "kid": "to seal", "x": x, "y": y, "use": "enc" },
        { "kty": "EC", "crv": "P-256", "kid": id, "x": x, "y": y, "use": "sig", "alg": "ES256" },
    ] });
    answer(mood, json_of(&set)).await
}

async fn token(State(provider): State<IdentityProvider>, Form(form): Form<BTreeMap<String, String>>) -> Response {
    let (mood, given) = {
        let mut inside = provider.inside();
        (inside.mood("/token"), inside.token_for(&form))
    };
    let fine = match given {
        Some(given) => json_of(&given),
        None => (StatusCode::BAD_REQUEST, json_of(&json!({ "error": "invalid_grant" }))).into_response(),
    };
    answer(mood, fine).await
}

/// HMAC with SHA-256 (RFC 2104).
fn hmac(key: &[u8], text: &[u8]) -> Vec<u8> {
    let mut block = [0; 64];
    block[..32].copy_from_slice(&Sha256::digest(key));
    let padded = |with: u8| block.map(|byte| byte ^ with);
    let inner = Sha256::digest([&padded(0x36)[..], text].concat());
    Sha256::digest([&padded(0x5c)[..], &inner].concat()).to_vec()
}
