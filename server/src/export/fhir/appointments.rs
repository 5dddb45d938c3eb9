//! Appointments as FHIR has them: what was offered or agreed (Appointment), and what the person answered (`AppointmentResponse`).
//!
//! FHIR has words for who came and who did not ("fulfilled", "noshow"); none of them is used (promise 1).

use own_terms_app::{
    pages::appointments::{say_appointment, say_slot, say_who},
    t,
};
use own_terms_domain::{
    actor::Actor,
    appointment::{Appointment, Coming, Participant, Progress, Slot, Suggestion, Who},
    ids::AppointmentId,
    item::{Held, Item, ItemId},
    reading::Choice as _,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Resource, derived, patient, urn, who};
use crate::export::Record;

/// The appointment that an item is.
fn of(held: &Held) -> Option<(Uuid, &Appointment)> {
    match (held.id, &held.item) {
        (ItemId::Appointment(AppointmentId(id)), Item::Appointment(one)) => Some((id, one)),
        _ => None,
    }
}

/// What was offered, and the time that was agreed.
pub(in crate::export) fn appointment(record: &Record, held: &Held) -> Option<Resource> {
    let (id, one) = of(held)?;
    let draft = &one.draft;
    let mut resource = json!({
        "resourceType": "Appointment",
        "id": id,
        "status": status(one),
        // As typed.
        "description": draft.why,
        "appointmentType": { "coding": [{ "system": "urn:own-terms:format", "code": draft.format.id() }] },
        "minutesDuration": draft.minutes,
        "created": one.offered,
        "comment": say_appointment(one, record.now).join("\n"),
        "participant": participants(record, AppointmentId(id), one),
    });
    if let Some(slot) = one.slot() {
        add_period(&mut resource, slot, draft.minutes);
    } else {
        let times = draft.times.iter().filter_map(|slot| {
            let (start, end) = period(*slot, draft.minutes)?;
            Some(json!({ "start": start, "end": end }))
        });
        let times: Vec<Value> = times.collect();
        if !times.is_empty() {
            resource["requestedPeriod"] = times.into();
        }
    }
    let bring = draft.bring.as_ref().map(|words| t!("appointment-said-bring", words = words.to_string()));
    let not = draft.not_bring.as_ref().map(|words| t!("appointment-said-not-bring", words = words.to_string()));
    let to_the_person: Vec<String> = bring.into_iter().chain(not).collect();
    if !to_the_person.is_empty() {
        resource["patientInstruction"] = to_the_person.join("\n").into();
    }
    Some((id, resource))
}

/// The two whom it is between, and who else is there, each with an answer of their own.
fn participants(record: &Record, of: AppointmentId, one: &Appointment) -> Vec<Value> {
    let two = [
        json!({ "actor": patient(record), "status": answered(one) }),
        json!({ "actor": who(record, Actor::CaseWorker(one.with)), "status": "accepted" }),
    ];
    let others = record.items.iter().filter_map(|held| match (held.id, &held.item) {
        (ItemId::Participant(at, _), Item::Participant(other)) if at == of => Some(participant(other)),
        _ => None,
    });
    two.into_iter().chain(others).collect()
}

fn participant(one: &Participant) -> Value {
    let (system, code) = match one.who {
        Who::Interpreter { .. } => ("http://terminology.hl7.org/CodeSystem/participant-type", "translator"),
        Who::Companion { .. } | Who::Carer { .. } => {
            ("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "ESC")
        }
    };
    let status = match one.coming {
        Coming::Asked => "needs-action",
        Coming::Coming => "accepted",
        Coming::CannotCome => "declined",
    };
    let named = matches!(one.who, Who::Interpreter { .. }).then(|| one.name()).flatten();
    let display = named.map_or_else(|| say_who(one), |name| format!("{} ({name})", say_who(one)));
    json!({
        "type": [{ "coding": [{ "system": system, "code": code }] }],
        "actor": { "display": display },
        "status": status,
    })
}

/// What the person answered, or whoever they let; nothing where nobody did.
pub(in crate::export) fn response(record: &Record, held: &Held) -> Option<Resource> {
    let (appointment, one) = of(held)?;
    let answered = match answered(one) {
        "needs-action" => return None,
        answered => answered,
    };
    let id = derived(record, "answer", held.version.0);
    let mut resource = json!({
        "resourceType": "AppointmentResponse",
        "id": id,
        "appointment": { "reference": urn(appointment) },
        "actor": patient(record),
        "participantStatus": answered,
    });
    if let Some(slot) = one.slot() {
        add_period(&mut resource, slot, one.draft.minutes);
        resource["comment"] = say_slot(slot, one.draft.minutes).into();
    }
    if let Some(Suggestion { words: Some(words), .. }) = &one.suggestion {
        resource["comment"] = words.as_str().into();
    }
    Some((id, resource))
}

fn status(one: &Appointment) -> &'static str {
    match one.progress {
        Progress::Offered => "proposed",
        Progress::Accepted { .. } => "booked",
        Progress::Declined | Progress::Withdrawn | Progress::Cancelled { .. } | Progress::Moved { .. } => "cancelled",
    }
}

fn answered(one: &Appointment) -> &'static str {
    match one.progress {
        Progress::Accepted { .. } | Progress::Cancelled { .. } | Progress::Moved { .. } => "accepted",
        Progress::Declined => "declined",
        Progress::Offered | Progress::Withdrawn if one.suggestion.is_some() => "tentative",
        Progress::Offered | Progress::Withdrawn => "needs-action",
    }
}

fn add_period(resource: &mut Value, slot: Slot, minutes: u16) {
    if let Some((start, end)) = period(slot, minutes) {
        resource["start"] = start;
        resource["end"] = end;
    }
}

fn period(slot: Slot, minutes: u16) -> Option<(Value, Value)> {
    Some((json!(slot.begins()?.timestamp()), json!(slot.ends(minutes)?.timestamp())))
}
