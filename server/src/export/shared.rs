//! What an organisation's system is given as FHIR R4 has it: one Bundle of one type, of what a consent covers and nothing else.

use own_terms_app::{frame::Frame, pages::words::say_choice, speaking::speaking};
use own_terms_domain::{
    actor::Actor,
    choices,
    directory::{Directory, Known, Organisation},
    ids::{ClaimantId, ConsentId},
    item::{Held, Item},
    permission::ConsentGrant,
    reading::Choice as _,
    supporter::Adviser,
    time::Now,
};
use serde_json::{Value, json};

use super::{
    Record,
    fhir::{self, Resource, appointments, messages},
};
use crate::{clock::LONDON, store::View};

choices! {
    /// A type of resource that can be asked for.
    Kind {
        /// What was offered, and agreed.
        Appointment = "Appointment",
        /// What the person answered to it.
        AppointmentResponse = "AppointmentResponse",
        /// What was written to each other.
        Communication = "Communication",
        /// The consent itself.
        Consent = "Consent",
        /// Goals that the consent covers.
        Goal = "Goal",
    }
}

impl Kind {
    /// True for what is between the person and their case worker; the rest is what the consent covers.
    pub fn is_between(self) -> bool {
        matches!(self, Self::Appointment | Self::AppointmentResponse | Self::Communication)
    }
}

/// What an item says, as an organisation's system is told it: what stands in the text that the person read, and nobody's number.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn content(item: &Item, names: &Directory) -> serde_json::Result<Value> {
    let mut content = serde_json::to_value(item)?["content"].take();
    let Some(fields) = content.as_object_mut() else { return Ok(content) };
    match item {
        // From whom a goal is kept, and that it could be got back, is between the person and this service.
        Item::Goal(_) => {
            fields.remove("audience");
            fields.remove("taken_away");
        }
        // What it pulls against may be no business of this organisation: the person did not read that it would go.
        Item::Advice(advice) => {
            fields.remove("against");
            if let Some(from) = fields.get_mut("from").and_then(Value::as_object_mut) {
                from.remove("id");
            }
            let who = match advice.from {
                Adviser::CaseWorker(id) => names.of(Actor::CaseWorker(id)),
                Adviser::Organisation(id) => names.of(Actor::Organisation(id)),
                Adviser::Supporter(_) | Adviser::Carer(_) => None,
            };
            let name = who.map(|who| match who {
                Known::Staff(staff) | Known::System(staff) => &staff.name,
                Known::Organisation(organisation) => &organisation.name,
                Known::Carer(name) => name,
            });
            if let Some(name) = name {
                fields.insert("name".to_owned(), name.to_string().into());
            }
        }
        // When it goes by itself is not in what was read.
        Item::Record(_) => {
            fields.remove("until");
        }
        // Whom it is with, and who asked, is whoever the consent and the choice let ask: by a name, where it stands beside it.
        Item::Appointment(_) | Item::Message(_) | Item::Agreement(_) => {
            fields.remove("with");
        }
        Item::Consent(_) => {
            fields.remove("asked_by");
        }
        _ => {}
    }
    Ok(content)
}

/// The Bundle of a type.
pub fn bundle(kind: Kind, view: &View, whose: ClaimantId, grant: &ConsentGrant, to: &Organisation, now: Now) -> Value {
    let record = Record {
        whose,
        account: None,
        taken: None,
        shared: Some(grant.id),
        items: view.state.all().cloned().collect(),
        gone: Vec::new(),
        entries: Vec::new(),
        anchors: Vec::new(),
        looks: Vec::new(),
        now,
    };
    let frame = Frame { names: view.names.clone().into(), today: now.today, zone: LONDON.clone(), ..Frame::empty() };
    let of: fn(&Record, &Held) -> Option<Resource> = match kind {
        Kind::Appointment => appointments::appointment,
        Kind::AppointmentResponse => appointments::response,
        Kind::Communication => messages::communication,
        Kind::Goal => fhir::goal,
        Kind::Consent => |_, _| None,
    };
    let entries: Vec<Value> = speaking(frame, || {
        let mut found: Vec<Resource> = record.items.iter().filter_map(|held| of(&record, held)).collect();
        if kind == Kind::Consent {
            found.push((grant.id.0, consent(grant, to)));
        }
        let entry = |(id, resource): Resource| json!({ "fullUrl": format!("urn:uuid:{id}"), "resource": resource, "search": { "mode": "match" } });
        found.into_iter().map(entry).collect()
    });
    let mut bundle =
        json!({ "resourceType": "Bundle", "type": "searchset", "total": entries.len(), "timestamp": now.at });
    // FHIR has no empty lists.
    if !entries.is_empty() {
        bundle["entry"] = entries.into();
    }
    bundle
}

/// The consent: to whom, for what, until when. What it covers is asked for by itself.
fn consent(grant: &ConsentGrant, to: &Organisation) -> Value {
    let code = |system: &str, code: &str| json!({ "coding": [{ "system": system, "code": code }] });
    json!({
        "resourceType": "Consent",
        "id": grant.id.0,
        "status": "active",
        "scope": code("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"),
        "category": [code("http://terminology.hl7.org/CodeSystem/v3-ActCode", "INFA")],
        "patient": named(grant.id),
        "policyRule": { "text": say_choice("consent-purpose", grant.purpose) },
        "provision": {
            "type": "permit",
            "period": { "end": grant.until },
            "actor": [{
                "role": code("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP"),
                "reference": { "display": to.name },
            }],
            "purpose": [{ "system": "urn:own-terms:purpose", "code": grant.purpose.id() }],
        },
    })
}

fn named(consent: ConsentId) -> Value {
    json!({ "type": "Patient", "identifier": { "system": "urn:own-terms:consent", "value": consent.to_string() } })
}
