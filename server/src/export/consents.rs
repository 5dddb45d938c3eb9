//! Consents as records of consent: with the fields of ISO/IEC TS 27560:2023 and the terms of the Data Privacy Vocabulary.

use jiff::{Timestamp, civil::Date};
use own_terms_domain::{
    actor::Actor,
    catalogue::Basis,
    consent::{Consent, Status},
    item::{Held, Item, ItemId, Kind, Wording},
    reading::Choice as _,
};
use own_terms_receipt::hex::Hex;
use serde::Serialize;

use super::{
    Record,
    json::{By, Named, by, json, named},
};
use crate::store::Kept;

/// Which edition of the fields these are.
const SCHEMA_VERSION: &str = "ISO/IEC TS 27560:2023";

/// Whose law it is under: the United Kingdom's.
const JURISDICTION: &str = "GB";

#[derive(Serialize)]
struct ConsentRecord {
    schema_version: &'static str,
    record_id: String,
    principal: String,
    notice: Notice,
    purpose: Named,
    lawful_basis: Named,
    personal_data: Vec<Data>,
    recipient: By,
    until: Option<Date>,
    jurisdiction: &'static str,
    withdrawal: &'static str,
    rights: &'static str,
    status: Named,
    dpv: String,
    events: Vec<Event>,
    sent: Vec<Sent>,
}

/// The wording of the notice that applied at the last answer: the first bytes of its SHA-256 are its version.
#[derive(Serialize)]
struct Notice {
    version: String,
    language: Option<&'static str>,
}

#[derive(Serialize)]
struct Data {
    kind: Named,
    item: ItemId,
    /// The wording that was read; none before a yes.
    version: Option<u32>,
}

/// One step: asked, answered, taken back.
#[derive(Serialize)]
struct Event {
    at: Timestamp,
    by: By,
    status: Option<Named>,
    dpv: Option<String>,
    entry: u32,
}

/// What was in fact sent, when.
#[derive(Serialize)]
struct Sent {
    at: Timestamp,
    look: u32,
    shown: Vec<Wording>,
}

/// Each consent that is held.
pub(super) fn held(record: &Record) -> impl Iterator<Item = (&Held, &Consent)> {
    record.items.iter().filter_map(|held| match &held.item {
        Item::Consent(consent) => Some((held, consent)),
        _ => None,
    })
}

/// The record of one, from the item, its entries and the log.
pub(super) fn one(record: &Record, held: &Held, consent: &Consent) -> String {
    let status = consent.status(record.now.today);
    let given = consent.given();
    let wording = |id: ItemId| given.and_then(|given| given.wordings.iter().find(|wording| wording.item == id));
    let data = |item: &ItemId| Data {
        kind: named::<Kind>("kind", item.kind()),
        item: *item,
        version: wording(*item).map(|wording| wording.version.0),
    };
    let entry = record.entry(held);
    json(&ConsentRecord {
        schema_version: SCHEMA_VERSION,
        record_id: held.id.to_string(),
        principal: record.whose.0.to_string(),
        notice: Notice {
            version: entry.map(|kept| Hex(kept.link.notice.0).to_string()).unwrap_or_default(),
            language: given.map(|given| given.language.id()),
        },
        purpose: named("consent-purpose", consent.purpose),
        lawful_basis: named("basis", Basis::Consent),
        personal_data: consent.items.iter().map(data).collect(),
        recipient: by(Actor::Organisation(consent.organisation)),
        until: given.map(|given| given.until),
        jurisdiction: JURISDICTION,
        withdrawal: "/sharing",
        rights: "/privacy",
        status: named("consent-status", status),
        dpv: dpv(status),
        events: record.history(held.id).map(event).collect(),
        sent: sent(record, consent),
    })
}

fn event(kept: &Kept) -> Event {
    let said = kept.content.as_ref().and_then(|opened| opened.item.as_ref());
    let status = said.and_then(|item| match item {
        // As it was on the day on which it was said.
        Item::Consent(consent) => Some(consent.status(crate::clock::now_at(kept.link.at).today)),
        _ => None,
    });
    Event {
        at: kept.link.at,
        by: by(kept.link.by),
        status: status.map(|status| named("consent-status", status)),
        dpv: status.map(dpv),
        entry: kept.link.number,
    }
}

fn dpv(status: Status) -> String {
    format!("https://w3id.org/dpv#{}", status.dpv())
}

/// The looks by which the one who is named in it was shown what it names.
fn sent(record: &Record, consent: &Consent) -> Vec<Sent> {
    let to = Actor::Organisation(consent.organisation);
    let of = |shown: &[Wording]| -> Vec<Wording> {
        shown.iter().filter(|wording| consent.names(wording.item)).copied().collect()
    };
    let looks = record.looks.iter().filter(|look| look.by == to && look.withheld.is_none());
    let sent = looks.map(|look| Sent { at: look.at, look: look.number, shown: of(&look.shown) });
    sent.filter(|sent| !sent.shown.is_empty()).collect()
}
