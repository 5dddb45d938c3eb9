//! The same things as FHIR R4 has them: no more than the consent and the choice of a case worker give, and the person named by the consent.

use axum::http::StatusCode;
use own_terms::demo;
use own_terms_domain::{decide::Command, ids::ConsentId, item::ItemId, look::Subject};
use serde_json::{Value, json};

use super::api::{Api, RIVERSIDE, lets};
use crate::given::{at, own, seen};

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
    let on = api.site.held("rosa").await.version(ItemId::The(own_terms_domain::item::Kind::CaseWorker));
    api.site.store.commit(own(me, Command::ChooseCaseWorker { on, staff: None }, at(5))).await.unwrap();
    assert_eq!(api.get(&path("Appointment", consent), &token).await.0, StatusCode::NOT_FOUND);
    assert_eq!(api.get(&path("Consent", consent), &token).await.0, StatusCode::OK);
    api.site.store.commit(own(me, Command::Stop, at(6))).await.unwrap();
    assert_eq!(api.get(&path("Consent", consent), &token).await.0, StatusCode::NOT_FOUND);
}
