//! A FHIR R4 Bundle of records: what was said (Communication), asked for (`ServiceRequest`) or written (`DocumentReference`). The person is
//! the subject, by an identifier of the system `urn:own-terms:consent`.

use serde_json::Value;

use super::{Row, Rows, Wrong};

/// The system of the identifier that names a person.
const CONSENT: &str = "urn:own-terms:consent";

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
    let id = text(&resource["identifier"][0]["value"]).into_iter().chain(text(&resource["id"])).next();
    let source = text(&resource["meta"]["source"]).into_iter().next();
    let consent = named(&resource["subject"]["identifier"]).ok_or(Wrong::Incomplete)?;
    let (id, source) = (id.ok_or(Wrong::Incomplete)?, source.ok_or(Wrong::Incomplete)?);
    Ok(Row { at, consent, id, words: words.join("\n"), source })
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
