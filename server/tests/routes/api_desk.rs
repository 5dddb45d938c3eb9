//! What a case worker does at the desk, through their organisation's own system: agreements, notes, what is suggested and asked, and what is
//! to be put right.

use axum::http::{Method, StatusCode};
use own_terms::demo;
use own_terms_domain::{
    actor::Actor,
    agreement::{AgreementDraft, Answer, Status},
    correction::CorrectionDraft,
    decide::Command,
    ids::{AgreementId, ConsentId, RecordId, StaffId},
    item::{ItemId, Version},
    look::{Reason, Subject},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Site,
    api::{Api, RIVERSIDE, lets},
};
use crate::given::{at, own, seen, text};

const JO: StaffId = StaffId(Uuid::from_u128(0x8000_8000_0000_0000_0301));
const HARBOUR: &str = "00000000000080008000000000000402";

/// Rosa lets Jo's organisation see what she is called, and that organisation's system.
async fn let_in() -> (Api, String, ConsentId) {
    let api = Api::new().await;
    let consent = lets(&api.site, RIVERSIDE, 0xc88).await;
    let token = api.riverside().await;
    (api, token, consent)
}

fn path(consent: ConsentId, what: &str) -> String {
    format!("/api/v1/consents/{consent}/{what}")
}

async fn rosa(site: &Site, command: Command, minute: i64) {
    site.store.commit(own(demo::chosen("rosa").unwrap(), command, at(minute))).await.unwrap();
}

fn proposal(person: &str) -> Value {
    json!({ "person": person, "case_worker": "ring the council", "until": "2027-03-31" })
}

fn suggestion(items: Value) -> Value {
    json!({ "organisation": HARBOUR, "purpose": "advice", "items": items, "why": "They know about rent.",
            "does": "They look at the letter with you.", "reach": "0808 157 0199" })
}

fn one<'a>(list: &'a Value, id: &Value) -> &'a Value {
    list["items"].as_array().unwrap().iter().find(|one| one["id"] == *id).unwrap()
}

#[tokio::test]
async fn an_agreement_is_proposed_answered_by_the_person_and_left_through_the_system() {
    let (api, token, consent) = let_in().await;
    let to = path(consent, "agreements");
    let (status, made) = api.post(&to, &token, "one", &proposal("read the letter")).await;
    assert_eq!(status, StatusCode::CREATED, "{made}");
    assert_eq!(api.post(&to, &token, "one", &proposal("read the letter")).await, (status, made.clone()));
    let Ok(ItemId::Agreement(id)) = made["id"].as_str().unwrap().parse() else { panic!("{made}") };
    let state = api.site.held("rosa").await;
    let held = state.get(ItemId::Agreement(id)).unwrap();
    assert_eq!((held.by, state.agreement(id).unwrap().with), (Actor::System(JO), JO));
    rosa(&api.site, Command::AnswerAgreement { id, on: held.version, answer: Answer::Yes }, 11).await;
    let (_, list) = api.get(&to, &token).await;
    let agreed = one(&list, &made["id"]);
    assert_eq!((&agreed["status"], &agreed["content"]["until"]), (&json!("agreed"), &json!("2027-03-31")));
    let which = format!("{to}/{}", made["id"].as_str().unwrap());
    for _ in 0..2 {
        assert_eq!(api.ask(Method::DELETE, &which, &token, None, "").await.0, StatusCode::NO_CONTENT);
    }
    assert_eq!(api.site.held("rosa").await.agreement(id).unwrap().status(at(12).today), Status::Left);
    // The wording is checked as anybody's, and without a consent there is nobody to agree with.
    let (status, said) = api.post(&to, &token, "two", &proposal("come, or your money will stop")).await;
    assert_eq!((status, &said["type"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("urn:own-terms:invalid")));
    rosa(&api.site, Command::WithdrawConsent { id: consent }, 12).await;
    assert_eq!(api.post(&to, &token, "three", &proposal("read it")).await.0, StatusCode::NOT_FOUND);
    assert_eq!(api.get(&to, &token).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_she_proposed_is_answered_in_the_version_that_was_read_and_nothing_else_is() {
    let (api, token, consent) = let_in().await;
    let id = AgreementId(Uuid::from_u128(0x9_0b01));
    let draft = AgreementDraft { person: Some(text("write it down")), case_worker: None, until: None, replaces: None };
    rosa(&api.site, Command::ProposeAgreement { id, draft }, 5).await;
    let to = path(consent, "agreements");
    let (_, list) = api.get(&to, &token).await;
    let version = one(&list, &json!(format!("agreement.{id}")))["version"].clone();
    let answer = format!("{to}/agreement.{id}/answer");
    let say = async |answer_is: &str, version: &Value| {
        let body = json!({ "answer": answer_is, "version": version }).to_string();
        api.ask(Method::POST, &answer, &token, None, &body).await
    };
    let (status, said) = say("yes", &json!(1)).await;
    assert_eq!((status, &said["type"]), (StatusCode::CONFLICT, &json!("urn:own-terms:changed")));
    assert_eq!(say("perhaps", &version).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(say("ask-doctor", &version).await.0, StatusCode::NOT_FOUND, "that is hers alone");
    assert_eq!(say("yes", &version).await.0, StatusCode::NO_CONTENT);
    assert_eq!(api.site.held("rosa").await.agreement(id).unwrap().status(at(6).today), Status::Agreed);
    let stranger = api.stranger().await;
    assert_eq!(
        api.ask(Method::DELETE, &format!("{to}/agreement.{id}"), &stranger, None, "").await.0,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn an_organisation_is_suggested_with_what_the_consent_covers_and_the_person_reads_it() {
    let (api, token, consent) = let_in().await;
    let (_, all) = api.get("/api/v1/organisations", &token).await;
    let harbour = all["organisations"].as_array().unwrap().iter().find(|one| one["id"] == HARBOUR);
    assert_eq!(harbour.unwrap()["name"], "Harbour Advice");
    let to = path(consent, "referrals");
    let (status, made) = api.post(&to, &token, "one", &suggestion(json!(["profile"]))).await;
    assert_eq!(status, StatusCode::CREATED, "{made}");
    let mut browser = api.site.signed_in("rosa").await;
    let page = browser.get("/people").await.text();
    let says = "through the system of their organisation thinks that Harbour Advice could help";
    assert!(page.contains(says), "{page}");
    let (_, list) = api.get(&path(consent, "questions"), &token).await;
    assert_eq!(one(&list, &made["id"])["status"], "requested");
    // What it does not cover, it cannot name; nor anybody who is not there.
    for items in [json!(["formats"]), json!(["wish"]), json!([]), json!(["goal.00000000000080008000000000000601"])] {
        let (status, said) = api.post(&to, &token, "two", &suggestion(items)).await;
        assert_eq!((status, &said["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("items")));
    }
    let mut nobody = suggestion(json!(["profile"]));
    nobody["organisation"] = json!("00000000000080008000000000000999");
    let (status, said) = api.post(&to, &token, "three", &nobody).await;
    assert_eq!((status, &said["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("organisation")));
    let question = json!({ "organisation": HARBOUR, "purpose": "help", "items": ["profile"] });
    let (status, asked) = api.post(&path(consent, "questions"), &token, "four", &question).await;
    assert_eq!(status, StatusCode::CREATED, "{asked}");
    let which = format!("{to}/{}", made["id"].as_str().unwrap());
    assert_eq!(api.ask(Method::DELETE, &which, &token, None, "").await.0, StatusCode::NO_CONTENT);
    assert_eq!(api.ask(Method::DELETE, &which, &token, None, "").await.0, StatusCode::NOT_FOUND);
    // Of a no she gives, nothing is told.
    let Ok(ItemId::Consent(id)) = asked["id"].as_str().unwrap().parse() else { panic!("{asked}") };
    let on = api.site.held("rosa").await.version(ItemId::Consent(id));
    let answer = own_terms_domain::consent::Answer::No;
    let language = own_terms_domain::reading::Language::English;
    rosa(&api.site, Command::AnswerConsent { id, on, language, answer }, 12).await;
    let (_, list) = api.get(&path(consent, "questions"), &token).await;
    assert!(list["items"].as_array().unwrap().iter().all(|one| one["id"] != asked["id"]), "{list}");
}

#[tokio::test]
async fn a_note_is_kept_with_her_yes_and_put_right_through_the_system() {
    let (api, token, consent) = let_in().await;
    let note = |agreed: bool| json!({ "words": "She has no plan.", "source": "our talk", "agreed": agreed });
    let to = path(consent, "notes");
    let (status, said) = api.post(&to, &token, "no", &note(false)).await;
    assert_eq!((status, &said["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("agreed")));
    let (status, made) = api.post(&to, &token, "yes", &note(true)).await;
    assert_eq!(status, StatusCode::CREATED, "{made}");
    let owed = path(consent, "corrections");
    assert_eq!(api.get(&owed, &token).await.1["corrections"], json!([]), "to write is not to see");
    let Some(record) = made["id"].as_str().unwrap().parse::<ItemId>().unwrap().record() else { panic!("{made}") };
    asks(&api.site, record).await;
    let (status, list) = api.get(&owed, &token).await;
    assert_eq!((status, &list["corrections"][0]["record"]["id"]), (StatusCode::OK, &made["id"]));
    let correction = &list["corrections"][0]["correction"];
    assert_eq!(correction["content"]["should_be"], "She has a plan.");
    let answer = format!("{owed}/{}/answer", correction["id"].as_str().unwrap());
    let body = json!({ "answer": "done", "version": correction["version"] }).to_string();
    assert_eq!(api.ask(Method::POST, &answer, &token, None, &body).await.0, StatusCode::NO_CONTENT);
    let state = api.site.held("rosa").await;
    assert_eq!(state.record(record).unwrap().1.words.as_str(), "She has a plan.");
    assert_eq!(api.get(&owed, &token).await.1["corrections"], json!([]));
}

/// Rosa asks to have a record put right.
async fn asks(site: &Site, record: RecordId) {
    let seen = site.held("rosa").await.record(record).unwrap().0.version;
    let draft = CorrectionDraft { should_be: text("She has a plan."), reason: None };
    rosa(site, Command::AskCorrection { record, on: Version(0), seen, draft }, 11).await;
}

#[tokio::test]
async fn what_an_organisation_passed_on_it_answers_for_after_its_consent_is_over_and_sees_nothing_else() {
    let (api, token, consent) = let_in().await;
    let held = json!({ "words": "No plan of her money.", "source": "our files" });
    let (_, made) = api.post(&path(consent, "records"), &token, "one", &held).await;
    let record = made["id"].as_str().unwrap().parse::<ItemId>().unwrap().record().unwrap();
    assert_eq!(api.get("/api/v1/corrections", &token).await.1, json!({ "corrections": [] }));
    asks(&api.site, record).await;
    rosa(&api.site, Command::Stop, 12).await;
    let (status, list) = api.get("/api/v1/corrections", &token).await;
    let owed = list["corrections"].as_array().unwrap();
    assert_eq!((status, owed.len()), (StatusCode::OK, 1), "{list}");
    assert_eq!((&owed[0]["record"]["id"], &owed[0]["record"]["content"]["words"]), (&made["id"], &held["words"]));
    let me = demo::chosen("rosa").unwrap();
    assert!(!list.to_string().contains(&me.to_string()) && !list.to_string().contains("Rosa"), "{list}");
    let looks = seen(&*api.site.store, me).await.looks;
    let look = looks.iter().find(|look| look.by == Actor::Organisation(RIVERSIDE) && !look.refused).unwrap();
    assert_eq!((look.reason, look.subject), (Reason::PuttingRight, Subject::Records));
    let which = format!("/api/v1/corrections/{}/answer", owed[0]["correction"]["id"].as_str().unwrap());
    let body =
        |answer: &str| json!({ "answer": answer, "why": "", "version": owed[0]["correction"]["version"] }).to_string();
    let stranger = api.stranger().await;
    assert_eq!(api.get("/api/v1/corrections", &stranger).await.1, json!({ "corrections": [] }));
    assert_eq!(api.ask(Method::POST, &which, &stranger, None, &body("done")).await.0, StatusCode::NOT_FOUND);
    let no = api.ask(Method::POST, &which, &token, None, &body("refuse")).await;
    assert_eq!((no.0, &no.1["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("why")));
    assert_eq!(api.ask(Method::POST, &which, &token, None, &body("done")).await.0, StatusCode::NO_CONTENT);
    assert_eq!(api.site.held("rosa").await.record(record).unwrap().1.words.as_str(), "She has a plan.");
    assert_eq!(api.ask(Method::POST, &which, &token, None, &body("done")).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobodys_number_is_in_anything_that_a_system_is_told() {
    let (api, token, consent) = let_in().await;
    api.post(&path(consent, "agreements"), &token, "one", &proposal("read the letter")).await;
    api.post(&path(consent, "messages"), &token, "two", &json!({ "words": "Hello." })).await;
    api.post(&path(consent, "referrals"), &token, "three", &suggestion(json!(["profile"]))).await;
    let me = demo::chosen("rosa").unwrap();
    let mut paths: Vec<String> =
        ["agreements", "appointments", "messages", "questions"].iter().map(|what| path(consent, what)).collect();
    let fhir = ["Appointment", "AppointmentResponse", "Communication", "Consent", "Goal"];
    paths.extend(fhir.iter().map(|kind| format!("/api/v1/fhir/{kind}?consent={consent}")));
    for path in paths {
        let (status, said) = api.get(&path, &token).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        for number in [JO.0, me.0] {
            let written = [number.simple().to_string(), number.hyphenated().to_string()];
            assert!(written.iter().all(|written| !said.to_string().contains(written)), "{path}: {said}");
        }
    }
}
