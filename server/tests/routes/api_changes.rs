//! What an organisation's own system changes: as at the desk, by a consent, once under each key.

use axum::http::{Method, StatusCode};
use own_terms::demo;
use own_terms_domain::{
    actor::Actor,
    appointment::{Answer, Progress},
    decide::{Command, ToErase},
    ids::{AppointmentId, ConsentId, OrganisationId, StaffId},
    item::ItemId,
    look::Subject,
    record::OtherView,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Site,
    api::{Api, RIVERSIDE, lets},
};
use crate::given::{at, own, seen, text};

const JO: StaffId = StaffId(Uuid::from_u128(0x8000_8000_0000_0000_0301));

/// Rosa lets Jo's organisation ask, and that organisation's system.
async fn let_in() -> (Api, String, ConsentId) {
    let api = Api::new().await;
    let consent = lets(&api.site, RIVERSIDE, 0xc88).await;
    let token = api.riverside().await;
    (api, token, consent)
}

fn path(consent: ConsentId, what: &str) -> String {
    format!("/api/v1/consents/{consent}/{what}")
}

/// An offer within Rosa's terms: the demonstration stands at the first of March.
fn offer(time: &str) -> Value {
    json!({ "why": "The letter from the council.", "format": "phone", "minutes": 20, "times": [time] })
}

async fn offered(site: &Site) -> Vec<AppointmentId> {
    let state = site.held("rosa").await;
    let theirs = state.appointments().filter(|(_, one)| one.draft.why.as_str().contains("council"));
    theirs.map(|(id, _)| id).collect()
}

#[tokio::test]
async fn an_offer_is_seen_by_the_person_and_its_answer_by_the_system_and_each_look_is_in_her_log() {
    let (api, token, consent) = let_in().await;
    let (status, made) = api.post(&path(consent, "appointments"), &token, "one", &offer("2027-03-16T10:00")).await;
    assert_eq!(status, StatusCode::CREATED, "{made}");
    let ids = offered(&api.site).await;
    assert_eq!(made["id"], format!("appointment.{}", ids[0]));
    let state = api.site.held("rosa").await;
    let held = state.get(ItemId::Appointment(ids[0])).unwrap();
    assert_eq!((held.by, state.appointment(ids[0]).unwrap().with), (Actor::System(JO), JO));
    let mut rosa = api.site.signed_in("rosa").await;
    let page = rosa.get("/held").await;
    assert!(page.text().contains("through the system of their organisation"), "{}", page.text());
    // Beside who can see it, and there only: it sees nothing else of hers.
    let seeing = |page: String| page.contains("through the system of their organisation: ");
    assert!(seeing(rosa.get(&format!("/held/item?what=appointment.{}", ids[0])).await.text()));
    assert!(!seeing(rosa.get("/held/item?what=wish").await.text()));
    let me = demo::chosen("rosa").unwrap();
    let slot = "2027-03-16T10:00".parse().unwrap();
    let yes = Command::AnswerOffer { id: ids[0], on: held.version, answer: Answer::Yes(slot) };
    api.site.store.commit(own(me, yes, at(11))).await.unwrap();
    let (status, list) = api.get(&path(consent, "appointments"), &token).await;
    assert_eq!(status, StatusCode::OK);
    let one = list["items"].as_array().unwrap().iter().find(|one| one["id"] == made["id"]).unwrap();
    assert_eq!((&one["status"], &one["content"]["progress"]["state"]), (&json!("agreed"), &json!("accepted")));
    assert!(!list.to_string().contains(&me.to_string()));
    let looks = seen(&*api.site.store, me).await.looks;
    let look = looks.iter().find(|look| look.by == Actor::System(JO)).unwrap();
    assert_eq!((look.subject, look.refused), (Subject::Appointments, false));
    // What was agreed is not taken back, but called off.
    let which = path(consent, &format!("appointments/appointment.{}", ids[0]));
    assert_eq!(api.ask(Method::DELETE, &which, &token, None, "").await.0, StatusCode::NOT_FOUND);
    let done = api.ask(Method::POST, &format!("{which}/cancellation"), &token, None, "").await;
    assert_eq!(done.0, StatusCode::NO_CONTENT);
    let progress = api.site.held("rosa").await.appointment(ids[0]).unwrap().progress;
    assert!(matches!(progress, Progress::Cancelled { .. }));
}

#[tokio::test]
async fn what_waits_for_an_answer_is_taken_back_once() {
    let (api, token, consent) = let_in().await;
    let (_, made) = api.post(&path(consent, "appointments"), &token, "one", &offer("2027-03-16T10:00")).await;
    let which = path(consent, &format!("appointments/{}", made["id"].as_str().unwrap()));
    for _ in 0..2 {
        assert_eq!(api.ask(Method::DELETE, &which, &token, None, "").await.0, StatusCode::NO_CONTENT);
    }
    assert_eq!(
        api.site.held("rosa").await.appointment(offered(&api.site).await[0]).unwrap().progress,
        Progress::Withdrawn
    );
}

#[tokio::test]
async fn every_rule_is_as_at_the_desk_and_is_told_by_its_kind() {
    let (api, token, consent) = let_in().await;
    let to = path(consent, "appointments");
    let mut with = offer("2027-03-16T10:00");
    with["format"] = json!("at-home");
    let (status, said) = api.post(&to, &token, "format", &with).await;
    assert_eq!((status, &said["type"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("urn:own-terms:outside-terms")));
    assert_eq!(said["terms"], json!(["term-format"]));
    let mut with = offer("2027-03-16T10:00");
    with["why"] = json!("Come about the council unless you want your money to stop.");
    with["sure"] = json!(true);
    let (status, said) = api.post(&to, &token, "threat", &with).await;
    assert_eq!((status, &said["type"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("urn:own-terms:invalid")));
    assert_eq!(said["errors"][0]["kind"], "conditional");
    let order = |sure: bool| json!({ "words": "You must bring the letter.", "sure": sure });
    let notes = path(consent, "messages");
    let (status, said) = api.post(&notes, &token, "order", &order(false)).await;
    assert_eq!((status, &said["errors"][0]["kind"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("coercive")));
    assert_eq!(
        api.post(&notes, &token, "order", &order(true)).await.0,
        StatusCode::CREATED,
        "nothing was done under it"
    );
    let day = api.post(&to, &token, "past", &offer("2026-03-16T10:00")).await;
    assert_eq!((day.0, &day.1["errors"][0]["kind"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("in-the-past")));
    assert!(offered(&api.site).await.is_empty());
    // "Not now": nothing is offered or written from that moment on, and what she wrote before is not answered either.
    let me = demo::chosen("rosa").unwrap();
    let on = api.site.held("rosa").await.version_of(own_terms_domain::item::Kind::Wish);
    let draft = own_terms_domain::contact::WishDraft {
        answer: own_terms_domain::contact::WishAnswer::NoContact,
        about: None,
        not_about: None,
        until: None,
    };
    api.site.store.commit(own(me, Command::SetWish { on, draft }, at(5))).await.unwrap();
    for (to, what) in [(&to, offer("2027-03-16T10:00")), (&notes, json!({ "words": "Hello" }))] {
        let (status, said) = api.post(to, &token, "now", &what).await;
        assert_eq!((status, &said["type"]), (StatusCode::CONFLICT, &json!("urn:own-terms:no-contact")));
    }
}

#[tokio::test]
async fn an_hour_that_her_case_worker_promised_to_somebody_else_is_not_offered_by_the_system_either() {
    let (api, token, consent) = let_in().await;
    let priya = api.site.held("priya").await;
    let slot = priya.appointments().find_map(|(_, one)| one.agreed()).unwrap();
    let (status, said) = api.post(&path(consent, "appointments"), &token, "one", &offer(&slot.to_string())).await;
    assert_eq!((status, &said["errors"][0]["kind"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("promised")));
}

#[tokio::test]
async fn without_her_choice_or_her_consent_there_is_nobody_to_write_to() {
    let (api, token, consent) = let_in().await;
    let note = json!({ "words": "Hello" });
    let stranger = api.stranger().await;
    let missing = api.post(&path(consent, "messages"), &stranger, "one", &note).await;
    assert_eq!(missing.0, StatusCode::NOT_FOUND);
    // An organisation that may see something, and for which nobody works whom she chose.
    let harbour = OrganisationId("00000000-0000-8000-8000-000000000402".parse().unwrap());
    let theirs = lets(&api.site, harbour, 0xc89).await;
    let harbours = api.harbour().await;
    for what in ["messages", "appointments"] {
        let body = if what == "messages" { note.clone() } else { offer("2027-03-16T10:00") };
        assert_eq!(api.post(&path(theirs, what), &harbours, "one", &body).await, missing);
        assert_eq!(api.get(&path(theirs, what), &harbours).await, missing);
    }
    let me = demo::chosen("rosa").unwrap();
    api.site.store.commit(own(me, Command::WithdrawConsent { id: consent }, at(5))).await.unwrap();
    for what in ["messages", "appointments", "records"] {
        let body = match what {
            "messages" => note.clone(),
            "appointments" => offer("2027-03-16T10:00"),
            _ => json!({ "words": "A plan", "source": "our files" }),
        };
        assert_eq!(api.post(&path(consent, what), &token, "two", &body).await, missing, "{what}");
    }
    assert_eq!(api.get(&path(consent, "messages"), &token).await, missing);
    let looks = seen(&*api.site.store, me).await.looks;
    assert!(looks.iter().any(|look| look.by == Actor::System(JO) && look.refused), "and she sees that they tried");
}

#[tokio::test]
async fn messages_come_with_how_she_sees_them_and_nothing_of_what_stands_beside_records() {
    let (api, token, consent) = let_in().await;
    let (status, made) = api.post(&path(consent, "messages"), &token, "one", &json!({ "words": "A sunny day." })).await;
    assert_eq!(status, StatusCode::CREATED);
    let Ok(ItemId::Message(id)) = made["id"].as_str().unwrap().parse() else { panic!("{made}") };
    let me = demo::chosen("rosa").unwrap();
    let view = OtherView { words: text("It rained.") };
    let differently = Command::SayDifferently { record: id, on: own_terms_domain::item::Version(0), view };
    api.site.store.commit(own(me, differently, at(12))).await.unwrap();
    let (_, list) = api.get(&path(consent, "messages"), &token).await;
    let said = list.to_string();
    assert!(said.contains("A sunny day.") && said.contains("It rained."), "{said}");
    assert!(!said.contains("hard on every day"), "beside a note: {said}");
}

#[tokio::test]
async fn what_is_held_elsewhere_is_on_show_and_what_she_erases_does_not_come_back() {
    let (api, token, consent) = let_in().await;
    let held = json!({ "words": "We have a plan of your money.", "source": "our files" });
    let (status, made) = api.post(&path(consent, "records"), &token, "one", &held).await;
    assert_eq!(status, StatusCode::CREATED, "{made}");
    let mut rosa = api.site.signed_in("rosa").await;
    let page = rosa.get("/held").await.text();
    assert!(page.contains("We have a plan of your money.") && page.contains("Riverside Support"), "{page}");
    let me = demo::chosen("rosa").unwrap();
    let id: ItemId = made["id"].as_str().unwrap().parse().unwrap();
    let on = api.site.held("rosa").await.version(id);
    api.site.store.commit(own(me, Command::Erase { what: ToErase::Item { id, on } }, at(12))).await.unwrap();
    // The same request again is answered as it was, and writes nothing.
    assert_eq!(api.post(&path(consent, "records"), &token, "one", &held).await, (StatusCode::CREATED, made));
    assert!(!rosa.get("/held").await.text().contains("plan of your money"));
}

#[tokio::test]
async fn the_same_key_does_it_once_and_another_request_under_it_is_told_so() {
    let (mut api, token, consent) = let_in().await;
    let to = path(consent, "messages");
    let first = api.post(&to, &token, "\"8e03978e\"", &json!({ "words": "Hello" })).await;
    assert_eq!(first.0, StatusCode::CREATED);
    assert_eq!(api.post(&to, &token, "8e03978e", &json!({ "words": "Hello" })).await, first);
    let other = api.post(&to, &token, "8e03978e", &json!({ "words": "Hello again" })).await;
    assert_eq!((other.0, &other.1["type"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("urn:own-terms:other-request")));
    let elsewhere =
        api.post(&path(consent, "records"), &token, "8e03978e", &json!({ "words": "Hello", "source": "x" })).await;
    assert_eq!(elsewhere.0, StatusCode::UNPROCESSABLE_ENTITY, "a key is for one address as well");
    // Somebody else's key of the same letters is another key.
    let again = api.riverside().await;
    assert_ne!(api.post(&to, &again, "8e03978e", &json!({ "words": "Hello" })).await, first);
    for key in [None, Some(""), Some("\"\"")] {
        let (status, said) = api.ask(Method::POST, &to, &token, key, "{\"words\":\"Hello\"}").await;
        assert_eq!((status, &said["type"]), (StatusCode::BAD_REQUEST, &json!("urn:own-terms:no-idempotency-key")));
    }
    for body in ["", "{", "[]", "{}", "{\"words\":1}", "{\"words\":\"x\",\"more\":1}"] {
        let (status, _) = api.ask(Method::POST, &to, &token, Some("k"), body).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{body}");
    }
    api.later(10 + 24 * 60);
    let token = api.riverside().await;
    assert_eq!(api.post(&to, &token, "8e03978e", &json!({ "words": "Hello" })).await.0, StatusCode::CREATED);
}

#[tokio::test]
async fn of_many_at_the_same_moment_under_one_key_one_does_it_and_all_have_its_answer() {
    let (api, token, consent) = let_in().await;
    let (to, body) = (path(consent, "appointments"), offer("2027-03-16T10:00"));
    let ask = || api.post(&to, &token, "race", &body);
    let answers = futures_util::future::join_all((0..12).map(|_| ask())).await;
    for answer in &answers {
        assert_eq!(answer, &answers[0]);
    }
    assert_eq!(answers[0].0, StatusCode::CREATED, "{:?}", answers[0]);
    assert_eq!(offered(&api.site).await.len(), 1);
}
