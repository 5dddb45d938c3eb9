//! What an organisation's system is sent of each kind: no more than the words that the person read before the yes.

use std::collections::BTreeMap;

use own_terms::export::content;
use own_terms_domain::{consent, item::Kind};
use serde_json::Value;

use crate::given::{Folder, open, seen, someone_who_said_everything};

/// A field that is not here has no words in the text that is read (`said.rs` in the app): give it some, or keep it back.
fn read(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Profile => &["name"],
        Kind::Advice => &["from", "name", "words"],
        Kind::Goal => &["area", "stage", "words"],
        Kind::Ways => &["hours", "ways"],
        Kind::Formats => &["meetings"],
        Kind::WithMe => &["adjustments", "also", "companion", "interpreter", "language"],
        Kind::Pace => &["gap", "longest", "most", "notice", "reminders"],
        Kind::Times => &["week"],
        Kind::Breaks => &["breaks"],
        Kind::Note | Kind::Referral => &["sort", "source", "words"],
        other => panic!("{other:?} is for no organisation"),
    }
}

#[tokio::test]
async fn of_each_kind_an_organisation_is_sent_the_fields_that_were_read_and_nobodys_number() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let (one, _) = someone_who_said_everything(&store, 1, "Planted").await;
    let view = seen(&store, one).await;
    let mut found = BTreeMap::new();
    for held in view.state.all().filter(|held| consent::KINDS.contains(&held.item.kind())) {
        let sent = content(&held.item, &view.names).unwrap();
        let fields: Vec<String> = sent.as_object().unwrap().keys().cloned().collect();
        assert_eq!(fields, read(held.item.kind()), "{sent}");
        found.insert(held.item.kind(), sent);
    }
    assert_eq!(found.len(), consent::KINDS.len());
    let advice = &found[&Kind::Advice];
    assert_eq!(advice["from"], serde_json::json!({ "who": "supporter" }));
    assert!(matches!(&advice["name"], Value::String(name) if name.contains("Planted")), "{advice}");
}
