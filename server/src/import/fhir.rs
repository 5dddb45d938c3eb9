//! A FHIR R4 Bundle: what was said (Communication), asked for (`ServiceRequest`) or written (`DocumentReference`), and appointments. The
//! person is the subject, or one who takes part, by an identifier of the system `urn:own-terms:consent`.

use jiff::Timestamp;
use own_terms_domain::form::Fields;
use serde_json::Value;

use super::{Row, Rows, What, Wrong};
use crate::clock::LONDON;

/// The system of the identifier that names a person.
const CONSENT: &str = "urn:own-terms:consent";
/// The system of the ways to meet.
pub const FORMAT: &str = "urn:own-terms:format";

pub(super) fn rows(file: &str) -> Result<Rows, Wrong> {
    let bundle: Value = serde_json::from_str(file).map_err(|_| Wrong::Unreadable)?;
    if bundle["resourceType"] != "Bundle" {
        return Err(Wrong::Unreadable);
    }
    let entries = bundle["entry"].as_array().cloned().unwrap_or_default();
    Ok((1..).zip(&entries).map(|(at, entry)| row(at, &entry["resource"]).map_err(|wrong| (at, wrong))).collect())
}

fn row(at: usize, resource: &Value) -> Result<Row, Wrong> {
    let kind = resource["resourceType"].as_str().ok_or(Wrong::Incomplete)?;
    let words = match kind {
        "Appointment" => return appointment(at, resource),
        "Communication" => texts(&resource["payload"], "contentString"),
        "ServiceRequest" => {
            [text(&resource["code"]["text"]), texts(&resource["note"], "text")].into_iter().flatten().collect()
        }
        "DocumentReference" => text(&resource["description"]),
        // The names of types are letters; anything else is not repeated.
        other => {
            let is_type = other.len() < 40 && other.bytes().all(|byte| byte.is_ascii_alphabetic());
            return Err(if is_type { Wrong::Type(other.to_owned()) } else { Wrong::Incomplete });
        }
    };
    let source = text(&resource["meta"]["source"]).into_iter().next();
    let consent = named(&resource["subject"]["identifier"]).ok_or(Wrong::Incomplete)?;
    let (id, source) = (id(resource).ok_or(Wrong::Incomplete)?, source.ok_or(Wrong::Incomplete)?);
    Ok(Row { at, consent, id, what: What::Record { words: words.join("\n"), source } })
}

fn id(resource: &Value) -> Option<String> {
    text(&resource["identifier"][0]["value"]).into_iter().chain(text(&resource["id"])).next()
}

/// One that is still to come by what it says of itself; whether the person has agreed to it is for them to say here.
fn appointment(at: usize, resource: &Value) -> Result<Row, Wrong> {
    match resource["status"].as_str().ok_or(Wrong::Incomplete)? {
        "proposed" | "pending" | "booked" => {}
        _ => return Err(Wrong::Over),
    }
    let actors = resource["participant"].as_array().into_iter().flatten().map(|one| &one["actor"]);
    let consent = actors.clone().find_map(|actor| named(&actor["identifier"])).ok_or(Wrong::Incomplete)?;
    let place = actors.into_iter().find(|actor| actor["type"] == "Location").map(|actor| text(&actor["display"]));
    let periods = resource["requestedPeriod"].as_array().into_iter().flatten();
    let starts = std::iter::once(&resource["start"]).chain(periods.map(|period| &period["start"]));
    let times =
        starts.filter_map(moment).map(|start| start.to_zoned(LONDON.clone()).strftime("%Y-%m-%dT%H:%M").to_string());
    let lasts = || Some(moment(&resource["end"])?.duration_since(moment(&resource["start"])?).as_mins());
    let minutes = resource["minutesDuration"].as_i64().or_else(lasts).ok_or(Wrong::Incomplete)?;
    let types = resource["appointmentType"]["coding"].as_array().into_iter().flatten();
    let format = types.filter(|coding| coding["system"] == FORMAT).find_map(|coding| coding["code"].as_str());
    let fields = Fields::new()
        .with("why", text(&resource["description"]).join(""))
        .with("format", format.ok_or(Wrong::Incomplete)?)
        .with("place", place.unwrap_or_default().join(""))
        .with("minutes", minutes.to_string())
        .with("bring", text(&resource["patientInstruction"]).join(""));
    let fields = times.fold(fields, |fields, time| fields.with("times", time));
    Ok(Row { at, consent, id: id(resource).ok_or(Wrong::Incomplete)?, what: What::Appointment(fields) })
}

fn moment(value: &Value) -> Option<Timestamp> {
    value.as_str()?.parse().ok()
}

fn named(identifier: &Value) -> Option<String> {
    (identifier["system"] == CONSENT).then(|| identifier["value"].as_str().map(str::to_owned)).flatten()
}

fn text(value: &Value) -> Vec<String> {
    value.as_str().map(str::to_owned).into_iter().collect()
}

fn texts(list: &Value, name: &str) -> Vec<String> {
    list.as_array().into_iter().flatten().flat_map(|one| text(&one[name])).collect()
}
