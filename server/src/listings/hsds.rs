//! Services as Open Referral UK shapes them (the Human Services Data Specification 3): one, a list, or a page of `/services`.

use own_terms_domain::listing::Topic;
use serde::Deserialize;
use serde_json::Value;

use super::{Raw, Refused, Why};

/// What is read of a service; whatever else it says is passed over.
#[derive(Debug, Deserialize)]
struct Service {
    id: String,
    name: String,
    #[serde(default)]
    description: Option<String>,
    #[serde(default)]
    status: Option<String>,
    #[serde(default)]
    url: Option<String>,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    organization: Option<Named>,
    #[serde(default)]
    phones: Vec<Phone>,
    #[serde(default)]
    schedules: Vec<Schedule>,
    #[serde(default, rename = "service_at_locations")]
    at_locations: Vec<AtLocation>,
    #[serde(default)]
    attributes: Vec<Attribute>,
}

#[derive(Debug, Deserialize)]
struct Named {
    name: String,
}

#[derive(Debug, Deserialize)]
struct Phone {
    number: String,
}

#[derive(Debug, Deserialize)]
struct Schedule {
    #[serde(default)]
    description: Option<String>,
}

#[derive(Debug, Deserialize)]
struct AtLocation {
    #[serde(default)]
    location: Option<Location>,
}

#[derive(Debug, Deserialize)]
struct Location {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    addresses: Vec<Address>,
}

#[derive(Debug, Deserialize)]
struct Address {
    #[serde(default, rename = "address_1")]
    street: Option<String>,
    #[serde(default)]
    city: Option<String>,
    #[serde(default)]
    postal_code: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Attribute {
    #[serde(default)]
    taxonomy_term: Option<Named>,
}

/// Words in the name of a term, and what it then helps with.
const TERMS: &[(&[&str], Topic)] = &[
    (&["peer", "self-help", "lived experience"], Topic::Peers),
    (&["health", "wellbeing", "physio", "pain"], Topic::Health),
    (&["money", "debt", "benefit", "financ", "advice"], Topic::Money),
    (&["hous", "home"], Topic::Home),
    (&["carer", "caring"], Topic::Caring),
    (&["social", "leisure", "activit", "befriend", "transport"], Topic::OutAndAbout),
    (&["learn", "educat", "employ", "work", "volunteer", "skill"], Topic::Learning),
];

pub(super) fn read(file: &[u8]) -> Result<(Vec<Raw>, usize), Vec<Refused>> {
    let unreadable = |line, error: serde_json::Error| Refused { line, why: Why::Unreadable(error.to_string()) };
    let whole: Value = serde_json::from_slice(file).map_err(|error| vec![unreadable(0, error)])?;
    let services = match whole {
        Value::Array(services) => services,
        Value::Object(mut page) => match page.remove("contents") {
            Some(Value::Array(services)) => services,
            Some(other) => vec![other],
            None => vec![Value::Object(page)],
        },
        other => vec![other],
    };
    let (mut all, mut refused, mut left_out) = (Vec::new(), Vec::new(), 0);
    for (line, service) in (1_u64..).zip(services) {
        match serde_json::from_value::<Service>(service) {
            Ok(service) if service.status.as_deref().is_some_and(|status| status != "active") => left_out += 1,
            Ok(service) => all.push(raw(line, service)),
            Err(error) => refused.push(unreadable(line, error)),
        }
    }
    if refused.is_empty() { Ok((all, left_out)) } else { Err(refused) }
}

fn raw(line: u64, service: Service) -> Raw {
    let place = service.at_locations.into_iter().find_map(|at| at.location).map(place);
    let terms = service.attributes.into_iter().filter_map(|attribute| attribute.taxonomy_term);
    Raw {
        line,
        key: service.id,
        by: service.organization.map_or_else(|| service.name.clone(), |organisation| organisation.name),
        name: service.name,
        about: service.description.unwrap_or_default(),
        topics: terms.map(|term| Ok(topic(&term.name))).collect(),
        place: place.unwrap_or_default(),
        open: service.schedules.into_iter().find_map(|schedule| schedule.description).unwrap_or_default(),
        phone: service.phones.into_iter().next().map(|phone| phone.number).unwrap_or_default(),
        email: service.email.unwrap_or_default(),
        web: service.url.unwrap_or_default(),
    }
}

/// What a term of any taxonomy comes to here.
fn topic(term: &str) -> Topic {
    let term = term.to_lowercase();
    let meant = TERMS.iter().find(|(words, _)| words.iter().any(|word| term.contains(word)));
    meant.map_or(Topic::Else, |(_, topic)| *topic)
}

fn place(location: Location) -> String {
    let address = location.addresses.into_iter().next();
    let parts = address.map(|one| [one.street, one.city, one.postal_code]).unwrap_or_default();
    let said = [location.name].into_iter().chain(parts).flatten().filter(|part| !part.trim().is_empty());
    said.collect::<Vec<_>>().join(", ")
}
