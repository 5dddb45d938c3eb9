//! The same things as FHIR R4 has them: no more than the consent and the choice of a case worker give, and the person named by the consent.

use axum::http::StatusCode;
use own_terms::demo;
use own_terms_domain::{
    decide::Command,
    goals::{Audience, GoalDraft},
    ids::{ClaimantId, ConsentId, GoalId, OrganisationId},
    item::{ItemId, Kind},
    look::Subject,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::api::{Api, RIVERSIDE, lets, lets_see};
use crate::given::{at, own, seen, text};

fn path(kind: &str, consent: ConsentId) -> String {
    format!("/api/v1/fhir/{kind}?consent={consent}")
}

fn resources(bundle: &Value) -> Vec<Value> {
    assert_eq!((&bundle["resourceType"], &bundle["type"]), (&json!("Bundle"), &json!("searchset")));
    let entries = bundle["entry"].as_array().cloned().unwrap_or_default();
    assert_eq!(bundle["total"], json!(entries.len()));
    entries.into_iter().map(|entry| entry["resource"].clone()).collect()
}

#[tokio::test]
async fn each_type_has_what_the_system_may_see_and_the_person_has_no_name_but_the_consent() {
    let api = Api::new().await;
    let consent = lets(&api.site, RIVERSIDE, 0xc88).await;
    let token = api.riverside().await;
    let me = demo::chosen("rosa").unwrap();
    let named = json!({ "system": "urn:own-terms:consent", "value": consent.to_string() });
    for kind in ["Appointment", "AppointmentResponse", "Communication", "Consent", "Goal"] {
        let (status, bundle) = api.get(&path(kind, consent), &token).await;
        assert_eq!(status, StatusCode::OK, "{kind}");
        let found = resources(&bundle);
        assert!(found.iter().all(|one| one["resourceType"] == kind), "{bundle}");
        let told = bundle.to_string();
        for number in [me.0.to_string(), me.to_string()] {
            assert!(!told.contains(&number), "{told}");
        }
        match kind {
            "Appointment" => {
                assert_eq!((found.len(), &found[0]["status"]), (1, &json!("proposed")));
                assert_eq!(found[0]["participant"][0]["actor"]["identifier"], named);
                let jo = found[0]["participant"][1]["actor"]["display"].as_str().unwrap();
                assert!(jo.contains("Jo Evans"), "{jo}");
            }
            "Consent" => {
                assert_eq!((&found[0]["status"], &found[0]["patient"]["identifier"]), (&json!("active"), &named));
            }
            "Communication" => {
                assert!(!found.is_empty() && found.iter().all(|one| one["subject"]["identifier"] == named));
            }
            // Nothing was answered, and the consent covers no goal.
            _ => assert!(found.is_empty(), "{told}"),
        }
    }
    let looks = seen(&*api.site.store, me).await.looks;
    for subject in [Subject::Appointments, Subject::Notes, Subject::Shared] {
        assert!(looks.iter().any(|look| look.subject == subject && look.by.role() != "claimant"), "{subject:?}");
    }
}

#[tokio::test]
async fn the_log_says_what_went_of_one_type_and_not_all_that_the_consent_covers() {
    let api = Api::new().await;
    let me = demo::chosen("rosa").unwrap();
    let goal = GoalId(Uuid::from_u128(0x9_0002));
    let draft = GoalDraft { words: text("Learn to swim"), area: None, audience: Audience::OnlyMe };
    api.site.store.commit(own(me, Command::AddGoal { id: goal, draft }, at(1))).await.unwrap();
    let consent = lets_see(&api.site, RIVERSIDE, 0xc89, &[ItemId::The(Kind::Profile), ItemId::Goal(goal)]).await;
    let token = api.riverside().await;
    let (status, goals) = api.get(&path("Goal", consent), &token).await;
    let found = resources(&goals);
    assert_eq!((status, found.len(), &found[0]["description"]["text"]), (StatusCode::OK, 1, &json!("Learn to swim")));
    assert_eq!(found[0]["meta"], Value::Null, "from whom else she keeps it is not in what she read");
    assert_eq!(sent(&api, me).await, Some(vec![ItemId::Goal(goal)]));
    assert_eq!(api.get(&path("Consent", consent), &token).await.0, StatusCode::OK);
    assert_eq!(sent(&api, me).await, Some(vec![]), "the consent itself is none of what it covers");
    assert_eq!(api.get(&format!("/api/v1/consents/{consent}"), &token).await.0, StatusCode::OK);
    assert_eq!(sent(&api, me).await.map(|sent| sent.len()), Some(2));
    // A consent of hers for somebody else is none for this system, whichever type is asked for.
    let harbours = lets(&api.site, OrganisationId(Uuid::from_u128(0x8000_8000_0000_0000_0402)), 0xc8a).await;
    for kind in ["Goal", "Consent"] {
        assert_eq!(api.get(&path(kind, harbours), &token).await.0, StatusCode::NOT_FOUND, "{kind}");
    }
}

/// What the latest look of an organisation was given; none where it was refused.
async fn sent(api: &Api, whose: ClaimantId) -> Option<Vec<ItemId>> {
    let looks = seen(&*api.site.store, whose).await.looks;
    let last = looks.into_iter().find(|look| look.by.role() == "organisation").unwrap();
    (!last.refused).then(|| last.shown.into_iter().map(|wording| wording.item).collect())
}

#[tokio::test]
async fn nothing_is_there_for_others_without_the_choice_and_once_it_is_taken_back() {
    let api = Api::new().await;
    let consent = lets(&api.site, RIVERSIDE, 0xc88).await;
    let (token, stranger) = (api.riverside().await, api.stranger().await);
    for kind in ["Appointment", "Consent"] {
        assert_eq!(api.get(&path(kind, consent), &stranger).await.0, StatusCode::NOT_FOUND);
    }
    for kind in ["Patient", "goal", "Goal/1", "$everything"] {
        assert_eq!(api.get(&path(kind, consent), &token).await.0, StatusCode::NOT_FOUND, "{kind}");
    }
    assert_eq!(api.get("/api/v1/fhir/Goal", &token).await.0, StatusCode::BAD_REQUEST);
    let me = demo::chosen("rosa").unwrap();
    let on = api.site.held("rosa").await.version(ItemId::The(Kind::CaseWorker));
    api.site.store.commit(own(me, Command::ChooseCaseWorker { on, staff: None }, at(5))).await.unwrap();
    assert_eq!(api.get(&path("Appointment", consent), &token).await.0, StatusCode::NOT_FOUND);
    assert_eq!(api.get(&path("Consent", consent), &token).await.0, StatusCode::OK);
    api.site.store.commit(own(me, Command::Stop, at(6))).await.unwrap();
    assert_eq!(api.get(&path("Consent", consent), &token).await.0, StatusCode::NOT_FOUND);
}
