//! What an organisation's own system is given: what a consent covers while it is live, and nothing to anybody else (promise 6).

use std::{collections::BTreeSet, net::IpAddr, sync::Arc};

use axum::{
    body::{Body, to_bytes},
    http::{Method, Request, StatusCode, header},
    response::Response,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use own_terms::{
    app::{App, Settings},
    clock::Clock,
    demo,
    entropy::Entropy,
    limits::Limits,
    router::router,
    sealing::Key,
    serve::Peer,
    store::{ApiClient, ClientId},
};
use own_terms_domain::{
    actor::Actor,
    consent::{self, ConsentDraft, Length, Purpose, Yes},
    decide::Command,
    directory::Organisation,
    goals::{Audience, GoalDraft},
    ids::{ConsentId, GoalId, OrganisationId},
    item::{ItemId, Kind},
    look::Subject,
    reading::{Choice, Language},
};
use serde_json::Value;
use tower::ServiceExt as _;
use uuid::Uuid;

use super::{Browser, Site};
use crate::given::{KEY, at, own, seen, text};

const HARBOUR: &str = "00000000-0000-8000-8000-000000000402";
pub const RIVERSIDE: OrganisationId = OrganisationId(Uuid::from_u128(0x8000_8000_0000_0000_0401));
const HARBOURS: &str = "00000000-0000-8000-8000-000000000502";
/// What Jo asks Rosa whether Harbour Advice may see.
const ASKED: &str = "00000000-0000-8000-8000-000000000c01";

/// Systems of organisations, and the service that they ask.
pub(super) struct Api {
    pub(super) site: Site,
    app: axum::Router,
}

fn app_at(site: &Site, minute: i64) -> axum::Router {
    let entropy = Entropy::from_system().unwrap();
    let clock = Clock::Stopped(at(minute).at);
    router(App::new(site.store.clone(), clock, entropy, &Key::from_bytes(KEY), Settings::default()))
}

impl Api {
    pub(super) async fn new() -> Self {
        let site = Site::new().await;
        let app = app_at(&site, 10);
        Self { site, app }
    }

    /// The same, where systems may ask for less.
    pub(super) fn limited(&mut self, limits: Limits) {
        let (entropy, clock) = (Entropy::from_system().unwrap(), Clock::Stopped(at(10).at));
        let app = App::new(self.site.store.clone(), clock, entropy, &Key::from_bytes(KEY), Settings::default());
        self.app = router(App { limits: Arc::new(limits), ..app });
    }

    /// Asks from an address.
    pub(super) async fn get_from(&self, from: IpAddr, path: &str) -> Response {
        let request = Request::builder().uri(path).header(header::HOST, "own-terms.example").extension(Peer(from));
        self.app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
    }

    /// The same people, later.
    pub(super) fn later(&mut self, minute: i64) {
        self.app = app_at(&self.site, minute);
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        authorization: Option<&str>,
        body: &'static str,
    ) -> (Response, Value) {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "own-terms.example");
        if let Some(sent) = authorization {
            request = request.header(header::AUTHORIZATION, sent);
        }
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from(body));
        let answer = self.app.clone().oneshot(request.unwrap()).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        (Response::from_parts(parts, Body::empty()), serde_json::from_slice(&bytes).unwrap_or_default())
    }

    async fn token(&self, client: &str, secret: &str) -> Option<String> {
        let credentials = format!("Basic {}", STANDARD.encode(format!("{client}:{secret}")));
        let (answer, said) =
            self.send(Method::POST, "/api/v1/token", Some(&credentials), "grant_type=client_credentials").await;
        assert_eq!(answer.headers()["cache-control"], "no-store");
        match answer.status() {
            StatusCode::OK => Some(format!("Bearer {}", said["access_token"].as_str().unwrap())),
            StatusCode::UNAUTHORIZED => {
                assert_eq!(said["error"], "invalid_client");
                None
            }
            other => panic!("{other}"),
        }
    }

    pub(super) async fn harbour(&self) -> String {
        self.token(HARBOURS, "demonstration").await.unwrap()
    }

    pub(super) async fn get(&self, path: &str, token: &str) -> (StatusCode, Value) {
        let (answer, said) = self.send(Method::GET, path, Some(token), "").await;
        (answer.status(), said)
    }

    /// Asks for a change, under a key.
    pub(super) async fn ask(
        &self,
        method: Method,
        path: &str,
        token: &str,
        key: Option<&str>,
        body: &str,
    ) -> (StatusCode, Value) {
        let request = Request::builder().method(method).uri(path).header(header::HOST, "own-terms.example");
        let request = request.header(header::AUTHORIZATION, token).header(header::CONTENT_TYPE, "application/json");
        let request = key.into_iter().fold(request, |request, key| request.header("idempotency-key", key));
        let answer = self.app.clone().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
        let (status, bytes) = (answer.status(), to_bytes(answer.into_body(), usize::MAX).await.unwrap());
        (status, serde_json::from_slice(&bytes).unwrap_or_default())
    }

    pub(super) async fn post(&self, path: &str, token: &str, key: &str, body: &Value) -> (StatusCode, Value) {
        self.ask(Method::POST, path, token, Some(key), &body.to_string()).await
    }

    /// A system of another organisation.
    pub(super) async fn stranger(&self) -> String {
        self.system_of(OrganisationId(Uuid::from_u128(0x499)), "Taff Advice").await
    }

    /// A system of the organisation that Jo works for, whom Rosa chose.
    pub(super) async fn riverside(&self) -> String {
        self.system_of(RIVERSIDE, "Riverside Support").await
    }

    pub(super) async fn system_of(&self, id: OrganisationId, name: &str) -> String {
        let organisation = Organisation { id, name: text(name) };
        let entropy = Entropy::from_system().unwrap();
        let (client, secret) = ApiClient::new(text("Files"), organisation, &entropy, at(1).at);
        self.site.store.put_client(&client).await.unwrap();
        self.token(&client.id.to_string(), &secret).await.unwrap()
    }
}

/// What Rosa lets an organisation see: what she is called.
pub async fn lets(site: &Site, organisation: OrganisationId, number: u128) -> ConsentId {
    lets_see(site, organisation, number, &[ItemId::The(Kind::Profile)]).await
}

/// What Rosa lets an organisation see.
pub async fn lets_see(site: &Site, organisation: OrganisationId, number: u128, items: &[ItemId]) -> ConsentId {
    let (me, id) = (demo::chosen("rosa").unwrap(), ConsentId(Uuid::from_u128(number)));
    let draft = ConsentDraft { organisation, purpose: Purpose::Help, items: items.to_vec() };
    site.store.commit(own(me, Command::AskConsent { id, draft }, at(2))).await.unwrap();
    let state = site.held("rosa").await;
    let seen = items.iter().map(|item| state.get(*item).unwrap().wording()).collect();
    let yes = Yes { seen, length: Length::Year, remind: false };
    let on = state.version(ItemId::Consent(id));
    let answer = consent::Answer::Yes(yes);
    let command = Command::AnswerConsent { id, on, language: Language::English, answer };
    site.store.commit(own(me, command, at(3))).await.unwrap();
    id
}

fn one(consent: &str) -> String {
    format!("/api/v1/consents/{consent}")
}

async fn say(browser: &mut Browser, answer: &str) {
    let page = format!("/sharing/one?which={}", ASKED.replace('-', ""));
    let done = browser.fill_in(&page, "length", &[("answer", answer), ("length", "14")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
}

#[tokio::test]
async fn a_system_is_given_what_was_said_yes_to_and_the_person_sees_each_thing_that_went() {
    let api = Api::new().await;
    let token = api.harbour().await;
    assert_eq!(api.get("/api/v1/consents", &token).await.1["consents"], Value::Array(Vec::new()));
    assert_eq!(api.get(&one(ASKED), &token).await.0, StatusCode::NOT_FOUND, "asked, and not answered");
    let mut rosa = api.site.signed_in("rosa").await;
    say(&mut rosa, "yes").await;
    let (_, list) = api.get("/api/v1/consents", &token).await;
    assert_eq!(list["consents"].as_array().unwrap().len(), 1);
    assert_eq!(list["consents"][0]["id"].as_str().unwrap().replace('-', ""), ASKED.replace('-', ""));
    let (status, shared) = api.get(&one(ASKED), &token).await;
    assert_eq!(status, StatusCode::OK);
    let state = api.site.held("rosa").await;
    let consent = state.consents().next().unwrap().1.clone();
    assert_eq!(shared["purpose"], Choice::id(consent.purpose));
    let given: BTreeSet<ItemId> = consent.given().unwrap().wordings.iter().map(|wording| wording.item).collect();
    let went: BTreeSet<ItemId> =
        shared["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().parse().unwrap()).collect();
    assert!(!went.is_empty() && went == given, "{went:?} is not {given:?}");
    // Nobody's number is told: not hers, and not that of whoever wrote about her.
    let me = demo::chosen("rosa").unwrap();
    let told = shared.to_string();
    for number in [me.0.to_string(), me.0.simple().to_string()] {
        assert!(!told.contains(&number), "{told}");
    }
    let looks = seen(&*api.site.store, me).await.looks;
    let harbour = Actor::Organisation(OrganisationId(HARBOUR.parse().unwrap()));
    let look = looks.iter().find(|look| look.by == harbour && look.subject == Subject::Shared).unwrap();
    assert_eq!((look.refused, look.shown.iter().map(|wording| wording.item).collect()), (false, given));
}

#[tokio::test]
async fn what_is_taken_back_changed_over_or_stopped_is_given_no_more_and_the_try_is_in_the_log() {
    let api = Api::new().await;
    let token = api.harbour().await;
    let me = demo::chosen("rosa").unwrap();
    let mut rosa = api.site.signed_in("rosa").await;
    say(&mut rosa, "yes").await;
    assert_eq!(api.get(&one(ASKED), &token).await.0, StatusCode::OK);
    // In the middle of what the system does: the very next request is refused.
    let done = rosa.submit("/stop", &[("do", "stop")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let (status, said) = api.get(&one(ASKED), &token).await;
    assert_eq!((status, &said["type"]), (StatusCode::NOT_FOUND, &"urn:own-terms:not-there".into()));
    assert_eq!(api.get("/api/v1/consents", &token).await.1["consents"], Value::Array(Vec::new()));
    let last =
        seen(&*api.site.store, me).await.looks.into_iter().find(|look| look.by.role() == "organisation").unwrap();
    assert!(last.refused && last.shown.is_empty());
    assert_eq!(rosa.submit("/stop", &[("do", "as-it-was")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(api.get(&one(ASKED), &token).await.0, StatusCode::NOT_FOUND, "coming back brings none back");
}

#[tokio::test]
async fn one_consent_gives_nothing_of_what_another_covers() {
    let api = Api::new().await;
    let token = api.harbour().await;
    let mut rosa = api.site.signed_in("rosa").await;
    say(&mut rosa, "yes").await;
    let me = demo::chosen("rosa").unwrap();
    // A goal that she lets the same organisation see, for another purpose.
    let goal = GoalId(Uuid::from_u128(0x9_0001));
    let draft = GoalDraft { words: text("Learn to swim"), area: None, audience: Audience::CaseWorker };
    let add = Command::AddGoal { id: goal, draft };
    api.site.store.commit(own(me, add, at(2))).await.unwrap();
    let (id, items) = (ConsentId(Uuid::from_u128(0xc77)), vec![ItemId::Goal(goal)]);
    let organisation = OrganisationId(HARBOUR.parse().unwrap());
    let draft = ConsentDraft { organisation, purpose: Purpose::Health, items };
    let ask = Command::AskConsent { id, draft };
    api.site.store.commit(own(me, ask, at(3))).await.unwrap();
    let state = api.site.held("rosa").await;
    let wording = state.get(ItemId::Goal(goal)).unwrap().wording();
    let yes = Yes { seen: vec![wording], length: Length::Week, remind: false };
    let command = Command::AnswerConsent {
        id,
        on: state.version(ItemId::Consent(id)),
        language: Language::English,
        answer: consent::Answer::Yes(yes),
    };
    api.site.store.commit(own(me, command, at(4))).await.unwrap();
    let (_, first) = api.get(&one(ASKED), &token).await;
    assert!(!first.to_string().contains("Learn to swim"));
    let (_, second) = api.get(&one(&id.to_string()), &token).await;
    assert_eq!((second["items"].as_array().unwrap().len(), &second["purpose"]), (1, &"health".into()));
    assert!(second.to_string().contains("Learn to swim"));
    // From whom else she keeps it is not in the words that she read.
    let fields: Vec<&String> = second["items"][0]["content"].as_object().unwrap().keys().collect();
    assert_eq!(fields, ["area", "stage", "words"]);
}

/// Each address × each kind of caller × own, other's, missing and malformed ids.
#[tokio::test]
async fn to_everyone_else_a_consent_is_as_if_it_were_not_there() {
    let api = Api::new().await;
    let mut rosa = api.site.signed_in("rosa").await;
    say(&mut rosa, "yes").await;
    let (harbour, stranger) = (api.harbour().await, api.stranger().await);
    let me = demo::chosen("rosa").unwrap();
    let looks = seen(&*api.site.store, me).await.looks.len();
    let missing = api.get(&one("00000000-0000-8000-8000-000000000c99"), &stranger).await;
    for id in [ASKED, "not-an-id", "%00", &"a".repeat(500)] {
        assert_eq!(api.get(&one(id), &stranger).await, missing, "{id}");
    }
    assert_eq!(api.get("/api/v1/consents", &stranger).await.1["consents"], Value::Array(Vec::new()));
    for id in ["00000000-0000-8000-8000-000000000c99", "not-an-id"] {
        assert_eq!(api.get(&one(id), &harbour).await, missing, "{id}");
    }
    let cookie = rosa.get("/home").await;
    assert_eq!(cookie.status, StatusCode::OK);
    let tampered = harbour.replace(&harbour[20..22], if &harbour[20..22] == "00" { "11" } else { "00" });
    for path in ["/api/v1/consents".to_owned(), one(ASKED), one("not-an-id")] {
        for sent in [None, Some(""), Some("Bearer"), Some("Bearer x"), Some(tampered.as_str()), Some("Basic YTpi")] {
            let (answer, said) = api.send(Method::GET, &path, sent, "").await;
            assert_eq!((answer.status(), &said["status"]), (StatusCode::UNAUTHORIZED, &401.into()), "{path} {sent:?}");
            assert_eq!(answer.headers()["www-authenticate"], "Bearer");
        }
        // A session of the person's is no token.
        let page = rosa.get(&path).await;
        assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    let home_was_looked_at = 1;
    assert_eq!(
        seen(&*api.site.store, me).await.looks.len(),
        looks + home_was_looked_at,
        "and tells nobody that they tried"
    );
}

#[tokio::test]
async fn a_token_ends_after_a_quarter_of_an_hour_and_with_its_client() {
    let mut api = Api::new().await;
    let token = api.harbour().await;
    assert_eq!(api.get("/api/v1/consents", &token).await.0, StatusCode::OK);
    api.later(10 + 15);
    assert_eq!(api.get("/api/v1/consents", &token).await.0, StatusCode::UNAUTHORIZED);
    let again = api.harbour().await;
    assert_eq!(api.get("/api/v1/consents", &again).await.0, StatusCode::OK);
    assert!(api.site.store.end_client(ClientId(HARBOURS.parse().unwrap())).await.unwrap());
    assert_eq!(api.get("/api/v1/consents", &again).await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(api.token(HARBOURS, "demonstration").await, None);
}

#[tokio::test]
async fn who_knows_no_secret_is_given_no_token_and_known_and_unknown_are_answered_alike() {
    let api = Api::new().await;
    for (client, secret) in [(HARBOURS, "demonstratio"), (HARBOURS, ""), (ASKED, "demonstration"), ("x", "y")] {
        assert_eq!(api.token(client, secret).await, None, "{client} {secret}");
    }
    let right = format!("Basic {}", STANDARD.encode(format!("{HARBOURS}:demonstration")));
    for body in ["", "grant_type=password", "grant_type=authorization_code&code=x", "\u{0}"] {
        let (answer, said) = api.send(Method::POST, "/api/v1/token", Some(&right), body).await;
        assert_eq!(
            (answer.status(), &said["error"]),
            (StatusCode::BAD_REQUEST, &"unsupported_grant_type".into()),
            "{body:?}"
        );
    }
    let (answer, _) = api.send(Method::GET, "/api/v1/token", Some(&right), "").await;
    assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn the_document_names_each_address_that_there_is_and_no_other() {
    let api = Api::new().await;
    let (answer, document) = api.send(Method::GET, "/api/v1/openapi.json", None, "").await;
    assert_eq!((answer.status(), &document["openapi"]), (StatusCode::OK, &"3.1.0".into()));
    let source = include_str!("../../src/api/mod.rs");
    let routes: BTreeSet<&str> = source
        .lines()
        .filter_map(|line| line.trim().strip_prefix(".route(\"")?.split('"').next())
        .filter(|path| *path != "/openapi.json")
        .collect();
    let named: BTreeSet<&str> = document["paths"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(named, routes);
}
