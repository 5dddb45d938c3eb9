//! The record for other programs: by its schema, with every wording, and every text as it was typed.

use boon::{Compiler, Schemas};
use own_terms::export::SCHEMA;
use own_terms_app::pages::held::download::FileKind;
use own_terms_domain::{
    actor::Actor,
    decide::{Command, ToErase},
    goals::{Area, Audience, GoalDraft},
    ids::{CarerId, ClaimantId, ConsentId, FeedId, OrganisationId, StaffId},
    item::{ItemId, Version},
};
use serde_json::Value;
use uuid::Uuid;

use super::{AWKWARD, file, record};
use crate::given::{Folder, add_goal, goal_id, make, open, say, seen, someone_who_said_everything, text};

/// Fails with every complaint of the schema.
fn assert_valid(json: &Value) {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("record", serde_json::from_str(SCHEMA).unwrap()).unwrap();
    let schema = compiler.compile("record", &mut schemas).unwrap();
    if let Err(wrong) = schemas.validate(json, schema) {
        panic!("{wrong:#}");
    }
}

/// The first item of a kind.
fn item<'a>(json: &'a Value, kind: &str) -> &'a Value {
    json["items"].as_array().unwrap().iter().find(|item| item["kind"]["id"] == kind).unwrap()
}

async fn json(store: &dyn own_terms::store::Store, claimant: ClaimantId) -> Value {
    let json = serde_json::from_slice(&file(FileKind::Json, &record(store, claimant).await)).unwrap();
    assert_valid(&json);
    json
}

#[tokio::test]
async fn it_is_as_its_schema_says_for_someone_who_said_everything_or_nothing_or_erased_it() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (one, _) = someone_who_said_everything(&store, 1, "Planted").await;
    let whole = json(&store, one).await;
    assert_eq!(whole["items"].as_array().unwrap().len(), 40);
    // The schema is one that can say no.
    let mut wrong = whole.clone();
    wrong["items"][0]["content"]["surname"] = "x".into();
    assert!(std::panic::catch_unwind(|| assert_valid(&wrong)).is_err());
    say(&store, one, Command::Erase { what: ToErase::Everything }).await.unwrap();
    let left = json(&store, one).await;
    assert!(left["no_longer_held"].as_array().unwrap().iter().all(|gone| gone["erased"].is_string()), "{left}");
    let nobody = make(&store, 2).await;
    let empty = json(&store, nobody).await;
    assert_eq!(empty["items"], Value::Array(Vec::new()));
}

#[tokio::test]
async fn each_earlier_wording_is_there_and_when_something_was_erased() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let one = make(&store, 1).await;
    for command in [add_goal(1, "first words"), add_goal(2, "to be erased")] {
        say(&store, one, command).await.unwrap();
    }
    let draft = GoalDraft { words: text("second words"), area: Some(Area::Home), audience: Audience::OnlyMe };
    say(&store, one, Command::ChangeGoal { id: goal_id(1), on: Version(1), draft }).await.unwrap();
    let id = ItemId::Goal(goal_id(2));
    let what = ToErase::Item { id, on: seen(&store, one).await.state.version(id) };
    say(&store, one, Command::Erase { what }).await.unwrap();
    let json = json(&store, one).await;
    let goal = item(&json, "goal");
    assert_eq!(goal["content"]["words"], "second words");
    assert_eq!(goal["earlier"].as_array().unwrap().len(), 1);
    assert_eq!(goal["earlier"][0]["content"]["words"], "first words");
    assert_eq!(goal["seen_by"]["words"], "Only you can see this.");
    let gone = &json["no_longer_held"][0];
    assert_eq!(gone["earlier"][0]["content"], Value::Null);
    assert_eq!((&gone["earlier"][0]["erased"], &gone["earlier"][1]["act"]), (&true.into(), &"erase".into()));
    assert_eq!(gone["erased"], gone["earlier"][1]["at"]);
    assert_eq!(json["looks"][0]["by"]["role"], "claimant");
}

#[tokio::test]
async fn any_text_comes_back_as_it_was_typed() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let one = make(&store, 1).await;
    say(&store, one, add_goal(1, AWKWARD)).await.unwrap();
    let json = json(&store, one).await;
    assert_eq!(item(&json, "goal")["content"]["words"], AWKWARD);
    assert_eq!(item(&json, "goal")["words"][0], AWKWARD);
}

#[test]
fn whoever_can_do_or_see_something_has_a_role_in_the_schema() {
    let id = Uuid::nil();
    let actors = [
        Actor::Claimant(ClaimantId(id)),
        Actor::Carer(CarerId(id)),
        Actor::CaseWorker(StaffId(id)),
        Actor::System(StaffId(id)),
        Actor::Supervisor(StaffId(id)),
        Actor::Organisation(OrganisationId(id)),
        Actor::CodeHolder(ConsentId(id)),
        Actor::Calendar(FeedId(id)),
        Actor::Service,
    ];
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let roles = &schema["$defs"]["actor"]["properties"]["role"]["enum"];
    assert_eq!(*roles, Value::from(actors.map(Actor::role).to_vec()));
}
