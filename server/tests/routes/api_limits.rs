//! What a system cannot do by doing much of it: flood a person, fill their log, take the service from others, or make somebody unreachable.

use axum::http::{Method, StatusCode};
use governor::Quota;
use own_terms::{
    demo,
    limits::Limits,
    store::{Ask, CONSENTS_LOOKED_AT, CONSENTS_SHOWN, Store, StoreError, Want},
};
use own_terms_domain::{
    account::Origin,
    actor::Actor,
    consent::{self, ConsentDraft, Length, Purpose, Yes},
    decide::{Command, MOST_BY_ORGANISATION, MOST_BY_SYSTEM, Refusal},
    ids::{ClaimantId, ConsentId, OrganisationId},
    item::{ItemId, Kind, Version},
    look::{Reason, Subject},
    needs::Needs,
    profile::Profile,
    reading::Language,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::api::{Api, RIVERSIDE, lets};
use crate::given::{at, own, person, seen, text};

fn path(consent: ConsentId, what: &str) -> String {
    format!("/api/v1/consents/{consent}/{what}")
}

fn too_many(said: &Value) -> bool {
    said["errors"] == json!([{ "field": "day", "kind": "too-many" }])
}

#[tokio::test]
async fn a_system_writes_so_much_in_a_day_for_one_person_and_no_more_and_can_always_take_back() {
    let mut api = Api::new().await;
    let consent = lets(&api.site, RIVERSIDE, 0xc88).await;
    let token = api.riverside().await;
    let offer = json!({ "why": "The letter.", "format": "phone", "minutes": 20, "times": ["2027-03-16T10:00"] });
    let (status, offered) = api.post(&path(consent, "appointments"), &token, "offer", &offer).await;
    assert_eq!(status, StatusCode::CREATED, "{offered}");
    let to = path(consent, "messages");
    let message = |number: usize| json!({ "words": format!("Message {number}.") });
    for number in 1..MOST_BY_SYSTEM {
        let (status, said) = api.post(&to, &token, &number.to_string(), &message(number)).await;
        assert_eq!(status, StatusCode::CREATED, "{said}");
    }
    let (status, said) = api.post(&to, &token, "more", &message(99)).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && too_many(&said), "{said}");
    // What was made is answered still, and what is there is taken back.
    assert_eq!(api.post(&to, &token, "1", &message(1)).await.0, StatusCode::CREATED);
    let which = format!("{}/{}", path(consent, "appointments"), offered["id"].as_str().unwrap());
    assert_eq!(api.ask(Method::DELETE, &which, &token, None, "").await.0, StatusCode::NO_CONTENT);
    assert!(
        too_many(&api.post(&path(consent, "appointments"), &token, "offer-2", &offer).await.1),
        "nor anything else"
    );
    // What the organisation itself holds is counted by itself.
    let record = |number: usize| json!({ "words": format!("Record {number}."), "source": "our files" });
    for number in 0..MOST_BY_ORGANISATION {
        let key = format!("record-{number}");
        assert_eq!(api.post(&path(consent, "records"), &token, &key, &record(number)).await.0, StatusCode::CREATED);
    }
    assert!(too_many(&api.post(&path(consent, "records"), &token, "record", &record(999)).await.1));
    api.later(10 + 24 * 60 + 1);
    let token = api.riverside().await;
    let other = api.post(&to, &token, "the-next-day", &message(100)).await;
    assert_eq!(other.0, StatusCode::CREATED, "{}", other.1);
}

#[tokio::test]
async fn a_system_that_asks_on_after_the_end_stands_in_the_log_once_a_day() {
    let mut api = Api::new().await;
    let consent = lets(&api.site, RIVERSIDE, 0xc88).await;
    let me = demo::chosen("rosa").unwrap();
    let token = api.riverside().await;
    assert_eq!(api.get(&path(consent, "messages"), &token).await.0, StatusCode::OK);
    api.site.store.commit(own(me, Command::WithdrawConsent { id: consent }, at(5))).await.unwrap();
    let refused = async |api: &Api, subject: Subject| {
        let looks = seen(&*api.site.store, me).await.looks;
        looks.iter().filter(|look| look.refused && look.subject == subject).count()
    };
    for _ in 0..5 {
        assert_eq!(api.get(&path(consent, "messages"), &token).await.0, StatusCode::NOT_FOUND);
        assert_eq!(api.get(&format!("/api/v1/consents/{consent}"), &token).await.0, StatusCode::NOT_FOUND);
    }
    assert_eq!((refused(&api, Subject::Notes).await, refused(&api, Subject::Shared).await), (1, 1));
    api.later(10 + 24 * 60);
    let token = api.riverside().await;
    for _ in 0..3 {
        assert_eq!(api.get(&path(consent, "messages"), &token).await.0, StatusCode::NOT_FOUND);
    }
    assert_eq!(refused(&api, Subject::Notes).await, 2);
    // Whoever tries in person stands there each time.
    let before = refused(&api, Subject::Goals).await;
    let stranger = Actor::Carer(own_terms_domain::ids::CarerId(Uuid::from_u128(0x77)));
    for _ in 0..3 {
        let (reason, subject, want) = (Reason::HelpingAsAsked, Subject::Goals, Want::Items);
        let (now, needs) = (at(20), Needs::everything());
        let ask =
            Ask { claimant: me, actor: stranger, reason, subject, now, withheld: None, session: None, needs, want };
        assert!(matches!(api.site.store.view(ask).await, Err(StoreError::NotThere)));
    }
    assert_eq!(refused(&api, Subject::Goals).await, before + 3);
}

#[tokio::test]
async fn what_was_done_under_a_key_is_told_no_more_once_the_consent_is_over() {
    let api = Api::new().await;
    let consent = lets(&api.site, RIVERSIDE, 0xc88).await;
    let token = api.riverside().await;
    let held = json!({ "words": "A plan.", "source": "our files" });
    let first = api.post(&path(consent, "records"), &token, "one", &held).await;
    assert_eq!(first.0, StatusCode::CREATED);
    assert_eq!(api.post(&path(consent, "records"), &token, "one", &held).await, first);
    let me = demo::chosen("rosa").unwrap();
    api.site.store.commit(own(me, Command::WithdrawConsent { id: consent }, at(11))).await.unwrap();
    let again = api.post(&path(consent, "records"), &token, "one", &held).await;
    assert_eq!(again, api.post(&path(consent, "records"), &token, "two", &held).await, "as to a new request");
    assert_eq!(again.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_asks_too_often_is_told_when_to_come_back_and_nobody_else_is() {
    let mut api = Api::new().await;
    let few = |number: u32| Quota::per_hour(1.try_into().unwrap()).allow_burst(number.try_into().unwrap());
    api.limited(Limits::of(few(4), few(3)));
    // One of them is its token.
    let token = api.harbour().await;
    for _ in 0..3 {
        assert_eq!(api.get("/api/v1/consents", &token).await.0, StatusCode::OK);
    }
    let (status, said) = api.get("/api/v1/consents", &token).await;
    assert_eq!((status, &said["type"]), (StatusCode::TOO_MANY_REQUESTS, &json!("urn:own-terms:too-often")));
    let other = api.riverside().await;
    assert_eq!(api.get("/api/v1/consents", &other).await.0, StatusCode::OK);
    // And of whoever says nothing of who they are, each network; but for this machine, where a proxy is.
    let from = |address: &str| address.parse().unwrap();
    for _ in 0..3 {
        assert_eq!(api.get_from(from("2001:db8::1"), "/api/v1/consents").await.status(), StatusCode::UNAUTHORIZED);
    }
    let answer = api.get_from(from("2001:db8::2"), "/api/v1/consents").await;
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(answer.headers()["retry-after"].to_str().unwrap().parse::<u64>().unwrap() > 0);
    assert_eq!(answer.headers()["content-type"], "application/problem+json");
    for another in ["2001:db8:0:1::1", "198.51.100.7"] {
        assert_eq!(api.get_from(from(another), "/api/v1/consents").await.status(), StatusCode::UNAUTHORIZED);
    }
    for _ in 0..5 {
        assert_eq!(api.get_from(from("127.0.0.1"), "/api/v1/consents").await.status(), StatusCode::UNAUTHORIZED);
    }
    // Pages are no part of it.
    assert_eq!(api.get_from(from("2001:db8::2"), "/health").await.status(), StatusCode::OK);
}

/// Somebody who lets Harbour Advice see what they are called, and takes it back where `over`.
async fn lets_harbour(store: &dyn Store, number: u128, over: bool) -> ConsentId {
    let (me, id) = (person(number), ConsentId(Uuid::from_u128(0xc_0000 + number)));
    store.make_place(me, Origin::Real, at(0).at).await.unwrap();
    let profile = Profile { name: text("Somebody") };
    store.commit(own(me, Command::SetProfile { on: Version(0), profile }, at(1))).await.unwrap();
    asks(store, me, id).await.unwrap();
    let state = seen(store, me).await.state;
    let item = state.get(ItemId::The(Kind::Profile)).unwrap().wording();
    let answer = consent::Answer::Yes(Yes { seen: vec![item], length: Length::Year, remind: false });
    let on = state.version(ItemId::Consent(id));
    let yes = Command::AnswerConsent { id, on, language: Language::English, answer };
    store.commit(own(me, yes, at(3))).await.unwrap();
    if over {
        store.commit(own(me, Command::WithdrawConsent { id }, at(4))).await.unwrap();
    }
    id
}

async fn asks(store: &dyn Store, me: ClaimantId, id: ConsentId) -> Result<(), StoreError> {
    let organisation = OrganisationId("00000000-0000-8000-8000-000000000402".parse().unwrap());
    let draft = ConsentDraft { organisation, purpose: Purpose::Help, items: vec![ItemId::The(Kind::Profile)] };
    store.commit(own(me, Command::AskConsent { id, draft }, at(2))).await.map(drop)
}

#[tokio::test]
async fn every_consent_that_holds_is_found_page_by_page_however_many_are_over() {
    let api = Api::new().await;
    let mut wanted = Vec::new();
    let over = CONSENTS_LOOKED_AT + 3;
    for number in 0..over + CONSENTS_SHOWN + 2 {
        // Those that are over come first, so that a whole page has none that holds.
        let is_over = number < over;
        let id = lets_harbour(&*api.site.store, 0x1_0000 + number as u128, is_over).await;
        wanted.extend((!is_over).then(|| id.to_string()));
    }
    let token = api.harbour().await;
    let (mut found, mut after, mut pages) = (Vec::new(), String::new(), 0);
    loop {
        let (status, page) = api.get(&format!("/api/v1/consents{after}"), &token).await;
        assert_eq!(status, StatusCode::OK);
        found.extend(page["consents"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()));
        pages += 1;
        match page["next"].as_str() {
            Some(next) => after = format!("?after={next}"),
            None => break,
        }
    }
    assert_eq!((found, pages), (wanted, 3));
}

#[tokio::test]
async fn nobody_makes_a_consent_of_the_name_that_somebody_elses_has() {
    let api = Api::new().await;
    let store = &*api.site.store;
    let hers = lets_harbour(store, 0x2_0001, false).await;
    let other = person(0x2_0002);
    store.make_place(other, Origin::Real, at(0).at).await.unwrap();
    let profile = Profile { name: text("Another") };
    store.commit(own(other, Command::SetProfile { on: Version(0), profile }, at(1))).await.unwrap();
    assert!(matches!(asks(store, other, hers).await, Err(StoreError::Refused(Refusal::NotPermitted))));
    let token = api.harbour().await;
    assert_eq!(api.get(&format!("/api/v1/consents/{hers}"), &token).await.0, StatusCode::OK);
    asks(store, other, ConsentId(Uuid::from_u128(0xc_9999))).await.unwrap();
    // The same form sent twice by whose it is, asks one thing still.
    asks(store, other, ConsentId(Uuid::from_u128(0xc_9999))).await.unwrap();
}
