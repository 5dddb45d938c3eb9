//! What an organisation's system is given as FHIR R4 has it: one Bundle of one type, of what a consent covers and nothing else.

use own_terms_app::{frame::Frame, pages::words::say_choice, speaking::speaking};
use own_terms_domain::{
    choices,
    directory::Organisation,
    ids::{ClaimantId, ConsentId},
    item::Held,
    permission::ConsentGrant,
    reading::Choice as _,
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
