//! Goals and who did what as health and care systems exchange them: one FHIR R4 Bundle.
//!
//! Only what has a place there is in it: the name, the goals, carers and what each may do, appointments and what was answered,
//! each entry of the ledger and each look.

pub(super) mod appointments;
mod carers;
pub(super) mod messages;

use std::sync::Arc;

use own_terms_app::{
    pages::{
        receipts::entry_what,
        words::{say_actor, say_choice, say_look, say_looker},
    },
    t,
};
use own_terms_domain::{
    actor::Actor,
    goals::{Goal, Stage},
    ids::{AppointmentId, DelegationId, GoalId, RecordId},
    item::{Held, Item, ItemId},
    ledger::Act,
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{Pieces, Record, copy, each, in_list, one};
use crate::journeys::receipts::shown;

/// The whole Bundle, a line for each resource.
pub(super) fn pieces(record: &Arc<Record>) -> Pieces {
    let file = one(record, head)
        .chain(each(record, record.items.len(), |record, at| entry(goal(record, &record.items[at]))))
        .chain(each(record, record.items.len(), carers::related_person))
        .chain(each(record, record.items.len(), carers::consent))
        .chain(each(record, record.items.len(), |record, at| {
            entry(appointments::appointment(record, &record.items[at]))
        }))
        .chain(each(record, record.items.len(), |record, at| entry(appointments::response(record, &record.items[at]))))
        .chain(each(record, record.items.len(), |record, at| entry(messages::communication(record, &record.items[at]))))
        .chain(each(record, record.entries.len(), provenance))
        .chain(each(record, record.looks.len(), audit))
        .chain(one(record, taken))
        .chain(one(record, |_| "\n]}\n".to_owned()));
    Box::new(file)
}

fn head(record: &Record) -> String {
    let name = record.items.iter().find_map(|held| match &held.item {
        Item::Profile(profile) => Some(profile.name.as_str()),
        _ => None,
    });
    let mut patient = json!({ "resourceType": "Patient", "id": patient_id(record) });
    if let Some(name) = name {
        patient["name"] = json!([{ "use": "usual", "text": name }]);
    }
    let begin = json!({ "resourceType": "Bundle", "type": "collection", "timestamp": record.now.at }).to_string();
    // The entries follow in the same object.
    let begin = begin.trim_end_matches('}');
    format!("{begin},\"entry\":[{}", in_list(0, &in_bundle(patient_id(record), &patient)))
}

/// A resource of its own, in a Bundle.
pub(super) type Resource = (Uuid, Value);

fn entry(resource: Option<Resource>) -> String {
    resource.map_or_else(String::new, |(id, resource)| in_list(1, &in_bundle(id, &resource)))
}

/// A goal, in the person's words.
pub(super) fn goal(record: &Record, held: &Held) -> Option<Resource> {
    let (ItemId::Goal(GoalId(id)), Item::Goal(goal)) = (held.id, &held.item) else { return None };
    let mut resource = json!({
        "resourceType": "Goal",
        "id": id,
        "lifecycleStatus": lifecycle(goal),
        // As typed, and in no code: a code would be someone else's word for it.
        "description": { "text": goal.draft.words },
        "subject": patient(record),
        "expressedBy": patient(record),
        "statusDate": held.at.to_zoned(crate::clock::LONDON.clone()).date(),
    });
    if let Some(code) = achievement(goal) {
        let system = "http://terminology.hl7.org/CodeSystem/goal-achievement";
        resource["achievementStatus"] =
            json!({ "coding": [{ "system": system, "code": code }], "text": say_choice("stage", goal.stage) });
    }
    if let Some(area) = goal.draft.area {
        resource["category"] = json!([{ "text": say_choice("area", area) }]);
    }
    // What only the person sees is marked, for whoever they hand the file to. An organisation that may see it is not told from whom else
    // it is kept.
    if record.shared.is_none() && goal.draft.audience == own_terms_domain::goals::Audience::OnlyMe {
        let system = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
        resource["meta"] = json!({ "security": [{ "system": system, "code": "R", "display": "restricted" }] });
    }
    Some((id, resource))
}

/// Where a goal is in its life. A goal that was taken away is sought no more, whatever its stage was.
fn lifecycle(goal: &Goal) -> &'static str {
    match (goal.taken_away, goal.stage) {
        (Some(_), _) | (None, Stage::LetGo) => "cancelled",
        (None, Stage::Thinking) => "proposed",
        (None, Stage::Doing) => "active",
        (None, Stage::Resting) => "on-hold",
        (None, Stage::Done) => "completed",
    }
}

/// How far it has come, where the person's own word says so. Resting, or letting go, is no failure, so it has no code here.
fn achievement(goal: &Goal) -> Option<&'static str> {
    match (goal.taken_away, goal.stage) {
        (_, Stage::Done) => Some("achieved"),
        (None, Stage::Doing) => Some("in-progress"),
        _ => None,
    }
}

fn provenance(record: &Record, at: usize) -> String {
    let kept = &record.entries[at];
    let link = &kept.link;
    let standing = record.items.iter().any(|held| held.id == link.item);
    let target = match link.item {
        ItemId::Goal(GoalId(id)) if standing => json!({ "reference": urn(id) }),
        ItemId::Goal(GoalId(id)) => {
            json!({ "type": "Goal", "identifier": { "system": "urn:ietf:rfc:3986", "value": urn(id) } })
        }
        ItemId::Carer(DelegationId(id)) | ItemId::Appointment(AppointmentId(id)) | ItemId::Message(RecordId(id))
            if standing =>
        {
            json!({ "reference": urn(id) })
        }
        _ => patient(record),
    };
    let code = match (link.act, link.replaced == own_terms_domain::ledger::BEGINNING) {
        (Act::Set, true) => "CREATE",
        (Act::Set, false) => "UPDATE",
        (Act::TakeAway, _) => "NULLIFY",
        (Act::Erase, _) => "DELETE",
    };
    let system = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
    let id = derived(record, "provenance", link.number);
    let resource = json!({
        "resourceType": "Provenance",
        "id": id,
        "target": [target],
        "recorded": link.at,
        "activity": { "coding": [{ "system": system, "code": code }], "text": entry_what(&shown(kept)) },
        "agent": [{ "who": who(record, link.by) }],
    });
    in_list(1, &in_bundle(id, &resource))
}

fn audit(record: &Record, at: usize) -> String {
    let look = &record.looks[at];
    let [_, _, why, what, outcome] = say_look(look);
    let looker = if look.withheld.is_some() { json!({ "display": say_looker(look) }) } else { who(record, look.by) };
    let id = derived(record, "look", look.number);
    let resource = json!({
        "resourceType": "AuditEvent",
        "id": id,
        "type": { "system": "http://dicom.nema.org/resources/ontology/DCM", "code": "110110", "display": "Patient Record" },
        "action": "R",
        "recorded": look.at,
        // 4 is for what was not done for a reason that is no fault: they were refused.
        "outcome": if look.refused { "4" } else { "0" },
        "outcomeDesc": outcome,
        "purposeOfEvent": [{ "text": why }],
        "agent": [{ "who": looker, "requestor": true }],
        "source": { "observer": { "display": t!("service-name") } },
        "entity": [{ "what": patient(record), "description": what }],
    });
    in_list(1, &in_bundle(id, &resource))
}

/// The person's number; in a copy that a carer takes one that names nothing here.
fn patient_id(record: &Record) -> Uuid {
    if record.taken.is_some() { derived(record, "patient", 0) } else { record.whose.0 }
}

/// For whom and by whom a copy was taken.
fn taken(record: &Record) -> String {
    let (Some(taken), Some(said)) = (&record.taken, copy::say(record)) else { return String::new() };
    let id = derived(record, "copy", 0);
    let resource = json!({
        "resourceType": "Provenance",
        "id": id,
        "target": [patient(record)],
        "recorded": record.now.at,
        "activity": { "text": said },
        "agent": [{ "who": { "display": taken.by }, "onBehalfOf": patient(record) }],
    });
    in_list(1, &in_bundle(id, &resource))
}

fn patient(record: &Record) -> Value {
    match record.shared {
        // To an organisation's system a person has no other name.
        Some(consent) => {
            json!({ "type": "Patient", "identifier": { "system": "urn:own-terms:consent", "value": consent.to_string() } })
        }
        None => json!({ "reference": urn(patient_id(record)) }),
    }
}

/// Who did something: the person themself, or a role with the service's own name for whoever it was.
fn who(record: &Record, actor: Actor) -> Value {
    match actor {
        Actor::Claimant(_) => patient(record),
        // Nobody's number is told to an organisation's system.
        other if record.shared.is_some() => json!({ "display": say_actor(other) }),
        other => match other.id() {
            Some(id) => {
                json!({ "display": say_actor(other), "identifier": { "system": "urn:ietf:rfc:3986", "value": urn(id) } })
            }
            None => json!({ "display": say_actor(other) }),
        },
    }
}

fn in_bundle(id: Uuid, resource: &Value) -> String {
    json!({ "fullUrl": urn(id), "resource": resource }).to_string()
}

fn urn(id: Uuid) -> String {
    format!("urn:uuid:{id}")
}

/// An id for what has only a number, the same each time that it is taken away.
fn derived(record: &Record, what: &str, number: u32) -> Uuid {
    let hash = Sha256::digest(format!("own-terms fhir 1\0{}\0{what}\0{number}", record.whose));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
