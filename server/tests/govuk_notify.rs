//! GOV.UK Notify on this machine: as much of its API as texts and letters need, and it misbehaves where a test has it do so.

use std::{
    collections::VecDeque,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use own_terms::notify::{GovukNotify, GovukSetup};
use serde_json::{Value, json};
use sha2::Sha256;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};

const SERVICE: &str = "26785a09-ab16-4eb0-8407-a37497a57506";
const SECRET: &str = "3d844edf-8d35-48ac-975b-e847b4f122b0";
pub const TEMPLATE: &str = "f33517ff-2a88-4f6e-b855-c550268ce08a";

/// What it does when it is handed a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Answers with this status, and sends nothing.
    Refuses(u16),
    /// Never answers.
    Slow,
    /// Ends the connection without a word.
    Closes,
    /// Sends it, and ends the connection without saying so.
    SendsAndCloses,
}

#[derive(Default)]
struct Inside {
    moods: VecDeque<Mood>,
    sent: Vec<Value>,
    asked: Vec<String>,
}

/// GOV.UK Notify, which sends nothing anywhere.
pub struct Notify {
    addr: SocketAddr,
    inside: Arc<Mutex<Inside>>,
}

impl Notify {
    /// One that has these moods one after another, and behaves from then on.
    pub async fn start(moods: &[Mood]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let addr = listener.local_addr().unwrap();
        let inside = Arc::new(Mutex::new(Inside { moods: moods.iter().copied().collect(), ..Inside::default() }));
        let shared = inside.clone();
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                tokio::spawn(serve(stream, shared.clone()));
            }
        });
        Self { addr, inside }
    }

    /// What sends through it.
    pub fn sender(&self) -> GovukNotify {
        self.sender_of(false)
    }

    /// The same, letters too.
    pub fn sender_of_letters(&self) -> GovukNotify {
        self.sender_of(true)
    }

    fn sender_of(&self, letters: bool) -> GovukNotify {
        let setup = GovukSetup {
            url: format!("http://{}", self.addr).parse().unwrap(),
            key: format!("own-terms-test-{SERVICE}-{SECRET}"),
            template: TEMPLATE.parse().unwrap(),
            letters,
            patience: Some(Duration::from_millis(500)),
        };
        GovukNotify::new(setup).unwrap()
    }

    /// What it sent.
    pub fn sent(&self) -> Vec<Value> {
        self.inside.lock().unwrap().sent.clone()
    }

    /// What it was asked, a line each.
    pub fn asked(&self) -> Vec<String> {
        self.inside.lock().unwrap().asked.clone()
    }
}

async fn serve(stream: TcpStream, inside: Arc<Mutex<Inside>>) {
    let (read, mut write) = stream.into_split();
    let mut read = BufReader::new(read);
    let (mut line, mut head, mut long) = (String::new(), Vec::new(), 0);
    while read.read_line(&mut line).await.unwrap_or_default() > 2 {
        let said = line.trim().to_owned();
        if let Some(length) = said.to_ascii_lowercase().strip_prefix("content-length: ") {
            long = length.parse().unwrap();
        }
        head.push(said);
        line.clear();
    }
    let mut body = vec![0; long];
    read.read_exact(&mut body).await.unwrap();
    let Some((status, answer)) = answer(&head, &body, &inside).await else { return };
    let answer = answer.to_string();
    let whole = format!(
        "HTTP/1.1 {status} x\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{answer}",
        answer.len()
    );
    let _ = write.write_all(whole.as_bytes()).await;
}

/// What it answers; nothing where it only ends the connection.
async fn answer(head: &[String], body: &[u8], inside: &Mutex<Inside>) -> Option<(u16, Value)> {
    let first = head.first()?.clone();
    inside.lock().unwrap().asked.push(first.trim_end_matches(" HTTP/1.1").to_owned());
    let error = |kind: &str| json!({"errors": [{"error": kind, "message": "of 07700 900123"}]});
    if !is_ours(head) {
        return Some((403, error("AuthError")));
    }
    if let Some(reference) = first.strip_prefix("GET /v2/notifications?reference=") {
        let reference = reference.split(' ').next().unwrap();
        let sent = inside.lock().unwrap().sent.clone();
        let known: Vec<Value> = sent.into_iter().filter(|one| one["reference"] == reference).collect();
        return Some((200, json!({"notifications": known, "links": {}})));
    }
    let is_known = ["sms", "letter"].iter().any(|what| first.starts_with(&format!("POST /v2/notifications/{what} ")));
    assert!(is_known, "{first}");
    let text: Value = serde_json::from_slice(body).unwrap();
    assert!(head.iter().any(|line| line.eq_ignore_ascii_case("content-type: application/json")), "{head:?}");
    let mood = inside.lock().unwrap().moods.pop_front();
    match mood {
        Some(Mood::Refuses(status)) => Some((status, error("Error"))),
        Some(Mood::Slow) => std::future::pending().await,
        Some(Mood::Closes) => None,
        Some(Mood::SendsAndCloses) => {
            inside.lock().unwrap().sent.push(text);
            None
        }
        None => {
            inside.lock().unwrap().sent.push(text.clone());
            Some((201, json!({"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": text["reference"]})))
        }
    }
}

/// True when the token was made by whoever has the secret, for this service, just now.
fn is_ours(head: &[String]) -> bool {
    let token = head.iter().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("authorization").then_some(value.strip_prefix("Bearer ")?)
    });
    let Some([header, claims, signature]) = token
        .map(|token| token.split('.').collect::<Vec<_>>())
        .as_deref()
        .and_then(|parts| <[&str; 3]>::try_from(parts).ok())
    else {
        return false;
    };
    let read = |part: &str| serde_json::from_slice::<Value>(&BASE64_URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap();
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(format!("{header}.{claims}").as_bytes());
    let is_signed = mac.verify_slice(&BASE64_URL_SAFE_NO_PAD.decode(signature).unwrap()).is_ok();
    let (header, claims) = (read(header), read(claims));
    // The day of the tests.
    let issued = claims["iat"].as_i64().unwrap();
    let day = 1_803_810_600..1_803_810_600 + 24 * 60 * 60;
    is_signed && header == json!({"typ": "JWT", "alg": "HS256"}) && claims["iss"] == SERVICE && day.contains(&issued)
}

#[test]
fn a_key_or_an_address_that_is_none_is_said_and_not_repeated() {
    let setup = |url: &str, key: &str| GovukSetup {
        url: url.parse().unwrap(),
        key: key.to_owned(),
        template: TEMPLATE.parse().unwrap(),
        letters: false,
        patience: None,
    };
    let right = format!("a-name-{SERVICE}-{SECRET}");
    assert!(GovukNotify::new(setup("https://api.notifications.service.gov.uk", &right)).is_ok());
    for key in ["", "x", SECRET, &format!("{SERVICE}-{SECRET}x"), &format!("name-{SERVICE}{SECRET}")] {
        let Err(said) = GovukNotify::new(setup("https://api.notifications.service.gov.uk", key)) else {
            panic!("{key}")
        };
        assert!(said.contains("--notify-key") && (key.is_empty() || key == "x" || !said.contains(key)), "{said}");
    }
    assert!(
        GovukNotify::new(setup("http://api.notifications.service.gov.uk", &right))
            .is_err_and(|said| said.contains("https"))
    );
}
