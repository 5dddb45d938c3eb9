//! The Bundle for health and care services: honest about goals, and with everyone who did something. Whether it is FHIR R4
//! is asked of another's models, in e2e/take-away.

use own_terms::store::{Order, Store as _};
use own_terms_app::pages::held::download::FileKind;
use own_terms_domain::{
    actor::Actor,
    carer::{CarerDraft, DeviceUse},
    decide::{Command, ToErase},
    goals::Stage,
    ids::{CarerId, ClaimantId, DelegationId},
    item::{ItemId, Kind, Version},
    permission::Scope,
};
use serde_json::Value;

use super::{AWKWARD, file, record};
use crate::given::{Folder, add_goal, at, goal_id, make, open, own, say, seen, text};

async fn resources(store: &dyn own_terms::store::Store, claimant: ClaimantId, kind: &str) -> Vec<Value> {
    let bundle: Value = serde_json::from_slice(&file(FileKind::Fhir, &record(store, claimant).await)).unwrap();
    assert_eq!((&bundle["resourceType"], &bundle["type"]), (&"Bundle".into(), &"collection".into()));
    let entries = bundle["entry"].as_array().unwrap();
    let names: std::collections::BTreeSet<&str> =
        entries.iter().map(|entry| entry["fullUrl"].as_str().unwrap()).collect();
    assert_eq!(names.len(), entries.len(), "each has a name of its own");
    // What is pointed at is there.
    let text = bundle.to_string();
    for reference in text.split("\"reference\":\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(names.contains(reference), "{reference} is not in it");
    }
    entries.iter().map(|entry| entry["resource"].clone()).filter(|resource| resource["resourceType"] == kind).collect()
}

#[tokio::test]
async fn a_goal_is_where_the_person_says_and_in_their_words() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let one = make(&store, 1).await;
    let id = goal_id(1);
    say(&store, one, add_goal(1, AWKWARD)).await.unwrap();
    for (stage, lifecycle, achieved) in [
        (Stage::Doing, "active", "in-progress".into()),
        (Stage::Resting, "on-hold", Value::Null),
        (Stage::Done, "completed", "achieved".into()),
        (Stage::LetGo, "cancelled", Value::Null),
        (Stage::Thinking, "proposed", Value::Null),
    ] {
        let on = seen(&store, one).await.state.version(ItemId::Goal(id));
        say(&store, one, Command::MarkGoal { id, on, stage }).await.unwrap();
        let goal = resources(&store, one, "Goal").await.remove(0);
        assert_eq!(goal["lifecycleStatus"], lifecycle);
        assert_eq!(goal["achievementStatus"]["coding"][0]["code"], achieved);
        assert_eq!(goal["description"]["text"], AWKWARD);
    }
    let on = seen(&store, one).await.state.version(ItemId::Goal(id));
    say(&store, one, Command::TakeAwayGoal { id, on }).await.unwrap();
    assert_eq!(resources(&store, one, "Goal").await[0]["lifecycleStatus"], "cancelled");
}

#[tokio::test]
async fn a_carer_is_somebody_related_with_a_consent_that_says_what_until_when_and_whether_it_holds() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let one = make(&store, 1).await;
    let (id, carer) =
        (DelegationId(uuid::Uuid::from_u128(0x9002)), Actor::Carer(CarerId(uuid::Uuid::from_u128(0x200))));
    let (scopes, kinds, until) = (vec![Scope::SeeHeld], vec![Kind::Note], jiff::civil::date(2027, 6, 1));
    let draft = CarerDraft { name: text("Sam"), scopes, kinds, until, device: DeviceUse::OnlyMine };
    say(&store, one, Command::InviteCarer { id, draft }).await.unwrap();
    let status = async || resources(&store, one, "Consent").await.remove(0)["status"].clone();
    assert_eq!(status().await, "proposed");
    for command in [Command::OpenInvitation { id, instead: None }, Command::AcceptInvitation { id, on: Version(2) }] {
        store.commit(Order { actor: carer, ..own(one, command, at(1)) }).await.unwrap();
    }
    let consent = resources(&store, one, "Consent").await.remove(0);
    assert_eq!(consent["status"], "active");
    let provision = &consent["provision"];
    assert_eq!((&provision["type"], &provision["period"]["end"]), (&"permit".into(), &"2027-06-01".into()));
    assert_eq!(provision["action"][0]["text"], "See what is held");
    assert_eq!(provision["class"][0]["code"], "note");
    let person = resources(&store, one, "RelatedPerson").await.remove(0);
    assert_eq!((&person["name"][0]["text"], &person["active"]), (&"Sam".into(), &true.into()));
    say(&store, one, Command::EndCarer { id }).await.unwrap();
    assert_eq!(status().await, "inactive");
}

#[tokio::test]
async fn an_appointment_is_proposed_booked_or_cancelled_and_never_tells_who_came() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let one = make(&store, 1).await;
    super::calendar::want_to_talk(&store, one).await;
    super::calendar::agree(&store, one, 0xa001, "2027-03-26T14:00", None).await;
    let of = async |kind| resources(&store, one, kind).await;
    let booked = of("Appointment").await.remove(0);
    assert_eq!((&booked["status"], &booked["start"]), (&"booked".into(), &"2027-03-26T14:00:00Z".into()));
    assert_eq!((&booked["description"], &booked["minutesDuration"]), (&"a reason that tells".into(), &20.into()));
    assert_eq!(booked["participant"][0]["status"], "accepted");
    let answer = of("AppointmentResponse").await.remove(0);
    assert_eq!((&answer["participantStatus"], &answer["end"]), (&"accepted".into(), &"2027-03-26T14:20:00Z".into()));
    super::calendar::agree(&store, one, 0xa002, "2027-03-30T14:00", Some(0xa001)).await;
    let statuses: std::collections::BTreeSet<String> =
        of("Appointment").await.iter().map(|one| one["status"].to_string()).collect();
    assert_eq!(statuses.into_iter().collect::<Vec<_>>(), ["\"booked\"", "\"cancelled\""]);
    say(&store, one, Command::Stop).await.unwrap();
    assert!(of("Appointment").await.iter().all(|one| one["status"] == "cancelled"));
}

#[tokio::test]
async fn each_change_and_each_look_is_there_after_erasing_too() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let one = make(&store, 1).await;
    say(&store, one, add_goal(1, "to be erased")).await.unwrap();
    say(&store, one, Command::Erase { what: ToErase::Everything }).await.unwrap();
    let changes = resources(&store, one, "Provenance").await;
    let codes: Vec<_> =
        changes.iter().map(|change| change["activity"]["coding"][0]["code"].as_str().unwrap()).collect();
    assert!(codes.first() == Some(&"CREATE") && codes.contains(&"DELETE"), "{codes:?}");
    assert!(resources(&store, one, "Goal").await.is_empty());
    let looks = resources(&store, one, "AuditEvent").await;
    assert!(!looks.is_empty() && looks.iter().all(|look| look["outcome"] == "0"));
    let patient = resources(&store, one, "Patient").await.remove(0);
    assert_eq!(patient.as_object().unwrap().len(), 2, "a kind and an id: {patient}");
}
