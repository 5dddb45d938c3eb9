//! What the person and their case worker wrote to each other, as FHIR has it (Communication).
//!
//! An agreement is not among it: FHIR's plans and contracts are somebody's orders or bind somebody, and this is neither.

use own_terms_domain::{
    actor::Actor,
    ids::RecordId,
    item::{Held, Item, ItemId},
};
use serde_json::json;

use super::{Resource, patient, urn, who};
use crate::export::Record;

/// One message. FHIR has a place for when it was received; it is left empty, as nobody notes that.
pub(in crate::export) fn communication(record: &Record, held: &Held) -> Option<Resource> {
    let (ItemId::Message(RecordId(id)), Item::Message(message)) = (held.id, &held.item) else { return None };
    let case_worker = Actor::CaseWorker(message.with);
    let recipient = if held.by.case_worker().is_some() { patient(record) } else { who(record, case_worker) };
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
    Some((id, resource))
}
