//! Carers as FHIR has them: who they are to the person (`RelatedPerson`), and what was allowed to whom, until when (Consent).
//!
//! After the proxy practice of the NHS: a Consent of the scope "patient-privacy" whose provision names the related person, the
//! period and each thing allowed; its status says only whether it holds.

use own_terms_app::pages::words::say_choice;
use own_terms_domain::{
    carer::{Delegation, Status},
    ids::DelegationId,
    item::{Held, Item, ItemId},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{in_bundle, in_list, patient, urn};
use crate::{clock::LONDON, export::Record};

/// The delegation that an item is.
fn of(held: &Held) -> Option<(Uuid, &Delegation)> {
    match (held.id, &held.item) {
        (ItemId::Carer(DelegationId(id)), Item::Carer(delegation)) => Some((id, delegation)),
        _ => None,
    }
}

/// The id of the one who is named in a delegation: their own number is of their own place, and not in this file as a name.
fn person_id(delegation: Uuid) -> Uuid {
    Uuid::from_u128(delegation.as_u128() ^ 1 << 127)
}

/// Who they are to the person: by the name that the person has for them.
pub(super) fn related_person(record: &Record, at: usize) -> String {
    let held = &record.items[at];
    let Some((delegation_id, delegation)) = of(held) else { return String::new() };
    let id = person_id(delegation_id);
    let resource = json!({
        "resourceType": "RelatedPerson",
        "id": id,
        "active": delegation.status(record.now.today) == Status::Live,
        "patient": patient(record),
        "name": [{ "use": "usual", "text": delegation.name }],
        "period": { "end": delegation.until },
    });
    in_list(1, &in_bundle(id, &resource))
}

/// What the person allows them.
pub(super) fn consent(record: &Record, at: usize) -> String {
    let held = &record.items[at];
    let Some((id, delegation)) = of(held) else { return String::new() };
    let status = delegation.status(record.now.today);
    let scope = json!({ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "patient-privacy" }] });
    let category =
        json!([{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "INFA" }] }]);
    let role = json!({ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "code": "IRCP" }] });
    let actions: Vec<Value> =
        delegation.scopes.iter().map(|scope| json!({ "text": say_choice("scope", *scope) })).collect();
    let kinds: Vec<Value> = delegation
        .kinds
        .iter()
        .map(|kind| json!({ "display": say_choice("kind", *kind), "code": kind.id(), "system": KIND }))
        .collect();
    let mut provision = json!({
        "type": "permit",
        "period": { "end": delegation.until },
        "actor": [{ "role": role, "reference": { "reference": urn(person_id(id)) } }],
        "action": actions,
    });
    if !kinds.is_empty() {
        provision["class"] = kinds.into();
    }
    let resource = json!({
        "resourceType": "Consent",
        "id": id,
        "status": code(status),
        "scope": scope,
        "category": category,
        "patient": patient(record),
        "dateTime": held.at.to_zoned(LONDON.clone()).timestamp(),
        "policyRule": { "text": say_choice("carer-status", status) },
        "provision": provision,
    });
    in_list(1, &in_bundle(id, &resource))
}

/// What a kind of what is held is called where no other system has a name for it.
const KIND: &str = "urn:own-terms:kind";

/// Where it stands. One that was never answered and is over was never agreed to.
fn code(status: Status) -> &'static str {
    match status {
        Status::Invited | Status::Opened | Status::Unchecked => "proposed",
        Status::Live => "active",
        Status::Expired | Status::Ended => "inactive",
    }
}
