//! What the person and their case worker wrote to each other, as FHIR has it (Communication).
//!
//! An agreement is not among it: FHIR's plans and contracts are somebody's orders or bind somebody, and this is neither.

use own_terms_domain::{
    actor::Actor,
    ids::RecordId,
    item::{Item, ItemId},
};
use serde_json::json;

use super::{in_bundle, in_list, patient, urn, who};
use crate::export::Record;

/// One message. FHIR has a place for when it was received; it is left empty, as nobody notes that.
pub(super) fn communication(record: &Record, at: usize) -> String {
    let held = &record.items[at];
    let (ItemId::Message(RecordId(id)), Item::Message(message)) = (held.id, &held.item) else { return String::new() };
    let case_worker = Actor::CaseWorker(message.with);
    let recipient = if held.by == case_worker { patient(record) } else { who(record, case_worker) };
    let resource = json!({
        "resourceType": "Communication",
        "id": id,
        "identifier": [{ "system": "urn:ietf:rfc:3986", "value": urn(id) }],
        "status": "completed",
        "subject": patient(record),
        "sent": held.at,
        "sender": who(record, held.by),
        "recipient": [recipient],
        // As typed.
        "payload": [{ "contentString": message.words }],
    });
    in_list(1, &in_bundle(id, &resource))
}
