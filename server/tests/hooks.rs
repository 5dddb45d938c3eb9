//! What organisations' systems are told: that something changed for a consent, signed, at least once under one name, and never more.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::Bytes,
    http::{HeaderMap, StatusCode},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use own_terms::{
    clock::Clock,
    demo,
    entropy::Entropy,
    notify::Hooks,
    store::{ApiClient, Hook, Settled},
};
use own_terms_domain::{
    actor::Actor,
    appointment::Answer,
    decide::{ByConsent, Command},
    directory::Organisation,
    ids::{AppointmentId, ConsentId, OrganisationId, RecordId, StaffId},
    item::{ItemId, Kind},
    message::MessageDraft,
    profile::Profile,
};
use serde_json::{Value, json};
use sha2::Sha256;
use uuid::Uuid;

use crate::{
    given::{at, own, text},
    routes::{RIVERSIDE, Site, lets},
};

const ROSAS: AppointmentId = AppointmentId(Uuid::from_u128(0x8000_8000_0000_0000_0a01));
const HARBOUR: OrganisationId = OrganisationId(Uuid::from_u128(0x8000_8000_0000_0000_0402));

/// A system that is told, and answers one after another with these, then that it took it.
struct System {
    told: Arc<Mutex<Vec<(HeaderMap, String)>>>,
    hook: Hook,
}

impl System {
    async fn start(answers: &[u16]) -> Self {
        let told = Arc::new(Mutex::new(Vec::new()));
        let answers: Arc<Mutex<VecDeque<u16>>> = Arc::new(Mutex::new(answers.iter().copied().collect()));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/told", listener.local_addr().unwrap());
        let heard = told.clone();
        let app = Router::new().fallback(async move |headers: HeaderMap, body: Bytes| {
            heard.lock().unwrap().push((headers, String::from_utf8(body.to_vec()).unwrap()));
            let status = answers.lock().unwrap().pop_front().unwrap_or(204);
            (StatusCode::from_u16(status).unwrap(), [("location", "/elsewhere")])
        });
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { told, hook: Hook::new(url.parse().unwrap(), &Entropy::from_system().unwrap()) }
    }

    async fn of(self, site: &Site, id: OrganisationId, name: &str) -> Self {
        let organisation = Organisation { id, name: text(name) };
        let (client, _) = ApiClient::new(text("Files"), organisation, &Entropy::from_system().unwrap(), at(0).at);
        site.store.put_client(&client.told_at(Some(self.hook.clone()))).await.unwrap();
        self
    }

    fn told(&self) -> Vec<(HeaderMap, String)> {
        self.told.lock().unwrap().clone()
    }

    /// The consents of which it was told.
    fn consents(&self) -> Vec<String> {
        let consent = |body: &str| {
            let body: Value = serde_json::from_str(body).unwrap();
            assert_eq!(body["type"], "consent.changed");
            body["data"]["consent"].as_str().unwrap().to_owned()
        };
        self.told().iter().map(|(_, body)| consent(body)).collect()
    }
}

async fn round(site: &Site, minute: i64) -> usize {
    Hooks::new(site.store.clone(), true).round(Clock::Stopped(at(minute).at)).await.unwrap()
}

/// Rosa, who lets the organisation of her case worker ask.
async fn rosa(answers: &[u16]) -> (Site, System, ConsentId) {
    let site = Site::new().await;
    let system = System::start(answers).await.of(&site, RIVERSIDE, "Riverside Support").await;
    let consent = lets(&site, RIVERSIDE, 0xc88).await;
    assert_eq!(round(&site, 4).await, 1, "it was said yes to");
    system.told.lock().unwrap().clear();
    (site, system, consent)
}

async fn says_no(site: &Site, minute: i64) {
    let me = demo::chosen("rosa").unwrap();
    let on = site.held("rosa").await.version(ItemId::Appointment(ROSAS));
    let no = Command::AnswerOffer { id: ROSAS, on, answer: Answer::No };
    site.store.commit(own(me, no, at(minute))).await.unwrap();
}

#[tokio::test]
async fn an_answer_is_told_once_signed_and_without_a_word_of_what_it_is() {
    let (site, system, consent) = rosa(&[]).await;
    says_no(&site, 5).await;
    assert_eq!((round(&site, 6).await, round(&site, 7).await), (1, 0));
    let told = system.told();
    let [(headers, body)] = &told[..] else { panic!("{told:?}") };
    let body_said: Value = serde_json::from_str(body).unwrap();
    assert_eq!(body_said["data"], json!({ "consent": consent.to_string() }));
    assert_eq!(body_said.as_object().unwrap().len(), 3, "{body}");
    let header = |name: &str| headers[name].to_str().unwrap().to_owned();
    assert_eq!(header("webhook-timestamp"), at(6).at.as_second().to_string());
    let mut mac = Hmac::<Sha256>::new_from_slice(&system.hook.secret).unwrap();
    mac.update(format!("{}.{}.{body}", header("webhook-id"), header("webhook-timestamp")).as_bytes());
    assert_eq!(header("webhook-signature"), format!("v1,{}", BASE64_STANDARD.encode(mac.finalize().into_bytes())));
    let me = demo::chosen("rosa").unwrap();
    let all = format!("{headers:?}{body}");
    assert!(!all.contains(&me.to_string()) && !all.contains(&me.0.to_string()), "{all}");
}

#[tokio::test]
async fn nobody_is_told_what_they_did_themself_or_what_is_between_others() {
    let (site, riverside, consent) = rosa(&[]).await;
    let harbour = System::start(&[]).await.of(&site, HARBOUR, "Harbour Advice").await;
    let theirs = lets(&site, HARBOUR, 0xc89).await;
    round(&site, 4).await;
    harbour.told.lock().unwrap().clear();
    // Jo's organisation hears that something was said to Jo, and Harbour Advice does not.
    let me = demo::chosen("rosa").unwrap();
    let message =
        |id| Command::WriteMessage { id: RecordId(Uuid::from_u128(id)), draft: MessageDraft { words: text("Yes.") } };
    site.store.commit(own(me, message(0x9_0001), at(5))).await.unwrap();
    round(&site, 5).await;
    assert_eq!((riverside.consents(), harbour.consents()), (vec![consent.to_string()], Vec::new()));
    let by = ByConsent { consent, organisation: RIVERSIDE };
    let jo = Actor::System(StaffId(Uuid::from_u128(0x8000_8000_0000_0000_0301)));
    let command = Command::ByConsent { by, command: Box::new(message(0x9_0002)) };
    let order = own_terms::store::Order { actor: jo, ..own(me, command, at(6)) };
    site.store.commit(order).await.unwrap();
    assert_eq!(round(&site, 6).await, 0);
    // What both may see is called something else: neither sees it any more.
    let on = site.held("rosa").await.version_of(Kind::Profile);
    let profile = Command::SetProfile { on, profile: Profile { name: text("Rosa B") } };
    site.store.commit(own(me, profile, at(7))).await.unwrap();
    round(&site, 7).await;
    assert_eq!((riverside.told().len(), harbour.consents()), (2, vec![theirs.to_string()]));
}

#[tokio::test]
async fn what_is_not_taken_is_tried_again_under_its_name_and_a_redirect_leads_nowhere() {
    let (site, system, _) = rosa(&[500, 302]).await;
    // The yes was refused, and redirected; see what becomes of it.
    system.told.lock().unwrap().clear();
    assert_eq!(round(&site, 5).await, 1, "after two seconds");
    assert_eq!(round(&site, 5).await, 0, "not before twenty");
    assert_eq!(round(&site, 6).await, 1);
    assert_eq!(round(&site, 600).await, 0, "it was taken");
    let told = system.told();
    assert_eq!(told.len(), 2);
    assert_eq!(told[0].0["webhook-id"], told[1].0["webhook-id"]);
    assert_ne!(told[0].0["webhook-signature"], told[1].0["webhook-signature"], "signed for its own moment");
}

#[tokio::test]
async fn it_is_given_up_in_the_end() {
    let (site, system, _) = rosa(&[500; 20]).await;
    for hour in 1..40 {
        round(&site, 60 * hour).await;
    }
    assert_eq!(system.told().len(), 6, "and once before");
    assert_eq!(site.store.next_hook().await.unwrap(), None);
}

#[tokio::test]
async fn who_stopped_took_it_back_or_chose_another_is_spoken_of_to_nobody() {
    let me = demo::chosen("rosa").unwrap();
    for what in 0..3 {
        let (site, system, consent) = rosa(&[]).await;
        says_no(&site, 5).await;
        let on = site.held("rosa").await.version_of(Kind::CaseWorker);
        let command = match what {
            0 => Command::Stop,
            1 => Command::WithdrawConsent { id: consent },
            _ => Command::ChooseCaseWorker { on, staff: None },
        };
        site.store.commit(own(me, command, at(6))).await.unwrap();
        round(&site, 7).await;
        assert_eq!(system.consents(), Vec::<String>::new(), "{what}");
        assert_eq!(site.store.next_hook().await.unwrap(), None, "and nothing waits");
    }
}

#[tokio::test]
async fn of_two_servers_one_tells_it_and_what_one_left_in_the_middle_another_tells_under_its_name() {
    let (site, system, _) = rosa(&[]).await;
    says_no(&site, 5).await;
    let (one, two) = tokio::join!(round(&site, 6), round(&site, 6));
    assert_eq!((one + two, system.told().len()), (1, 1));
    let me = demo::chosen("rosa").unwrap();
    let message = Command::WriteMessage {
        id: RecordId(Uuid::from_u128(0x9_0003)),
        draft: MessageDraft { words: text("Hello.") },
    };
    site.store.commit(own(me, message, at(8))).await.unwrap();
    // It was told, and the one that did ended before that was written down.
    let left = site.store.claim_hooks(at(9).at, &[]).await.unwrap();
    assert_eq!((left.len(), round(&site, 10).await, round(&site, 20).await), (1, 0, 1));
    site.store.settle_hook(&left[0], Settled::Again(at(30).at)).await.unwrap();
    assert_eq!(site.store.next_hook().await.unwrap(), None, "whoever took it later settled it");
    let name = system.told()[1].0["webhook-id"].to_str().unwrap().to_owned();
    assert!(name.ends_with(&own_terms_receipt::hex::digits(&left[0].id)));
}

#[tokio::test]
async fn nothing_goes_to_an_address_within_ones_own_network() {
    let (site, system, _) = rosa(&[]).await;
    says_no(&site, 5).await;
    let outside = Hooks::new(site.store.clone(), false);
    assert_eq!(outside.round(Clock::Stopped(at(6).at)).await.unwrap(), 1);
    assert_eq!(system.told().len(), 0);
    assert!(site.store.next_hook().await.unwrap().is_some(), "it waits until it is given up");
    // By whatever name.
    let port = system.hook.url.port().unwrap();
    for host in ["localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0.0.0.0"] {
        let url: url::Url = format!("https://{host}:{port}/").parse().unwrap();
        let client = own_terms::client::Client::new(false, std::time::Duration::from_millis(300)).to_public_addresses();
        let asked = client.ask(&url, hyper::Request::builder(), axum::body::Body::empty()).await;
        assert!(asked.is_err(), "{host}");
    }
    assert_eq!(system.told().len(), 0);
}

#[tokio::test]
async fn a_system_that_does_not_answer_is_asked_once_and_holds_up_nobody_else() {
    let (site, riverside, _) = rosa(&[]).await;
    // One that takes a connection and never says a word, and has much to be told.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/told", listener.local_addr().unwrap()).parse().unwrap();
    let hook = Hook::new(url, &Entropy::from_system().unwrap());
    let silent = System { told: Arc::default(), hook }.of(&site, RIVERSIDE, "Riverside Support").await;
    let me = demo::chosen("rosa").unwrap();
    for number in 0..6 {
        let draft = MessageDraft { words: text("Hello.") };
        let id = RecordId(Uuid::from_u128(0x9_0100 + number));
        site.store.commit(own(me, Command::WriteMessage { id, draft }, at(5))).await.unwrap();
    }
    let (stopping, stopped) = tokio::sync::watch::channel(false);
    let hooks = Hooks::new(site.store.clone(), true);
    let running = tokio::spawn(hooks.run(Clock::Stopped(at(6).at), stopped));
    // All six reach the one that answers, while the other keeps its connection open.
    let (open, _) = listener.accept().await.unwrap();
    while riverside.told().len() < 6 {
        tokio::task::yield_now().await;
    }
    assert_eq!(silent.told().len(), 0);
    drop((open, listener));
    stopping.send(true).unwrap();
    running.await.unwrap();
    assert_eq!(riverside.told().len(), 6, "each once");
}

#[tokio::test]
async fn one_that_is_damaged_is_given_up_and_the_others_are_told() {
    let (site, system, consent) = rosa(&[]).await;
    says_no(&site, 5).await;
    let me = demo::chosen("rosa").unwrap();
    let draft = MessageDraft { words: text("Hello.") };
    let message = Command::WriteMessage { id: RecordId(Uuid::from_u128(0x9_0200)), draft };
    site.store.commit(own(me, message, at(5))).await.unwrap();
    let mut behind = crate::files::behind(site.folder()).await;
    let damage = "UPDATE hook SET content = x'00' WHERE hook_id = (SELECT min(hook_id) FROM hook)";
    assert_eq!(sqlx::query(damage).execute(&mut behind).await.unwrap().rows_affected(), 1);
    sqlx::Connection::close(behind).await.unwrap();
    assert_eq!((round(&site, 6).await, system.consents()), (1, vec![consent.to_string()]));
    assert_eq!(site.store.next_hook().await.unwrap(), None);
    // Nor does a secret that does not open.
    says_maybe(&site, 7).await;
    let mut behind = crate::files::behind(site.folder()).await;
    sqlx::query("UPDATE api_client SET hook_secret = x'00' WHERE hook_url IS NOT NULL")
        .execute(&mut behind)
        .await
        .unwrap();
    sqlx::Connection::close(behind).await.unwrap();
    assert_eq!((round(&site, 8).await, site.store.next_hook().await.unwrap()), (0, None));
}

async fn says_maybe(site: &Site, minute: i64) {
    let me = demo::chosen("rosa").unwrap();
    let draft = MessageDraft { words: text("Perhaps.") };
    let message = Command::WriteMessage { id: RecordId(Uuid::from_u128(0x9_0201)), draft };
    site.store.commit(own(me, message, at(minute))).await.unwrap();
}
