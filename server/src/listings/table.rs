//! Listings as a table: a line each, the names of the columns in the first.

use own_terms_domain::{listing::Topic, reading::Choice as _};

use super::{Raw, Refused, Why};

/// The columns that have to be there.
const NEEDED: [&str; 4] = ["id", "name", "organisation", "description"];
/// Those that may be. Of topics there can be several, with a semicolon between them.
const MORE: [&str; 6] = ["topics", "where", "when", "phone", "email", "web"];

pub(super) fn read(file: &[u8]) -> Result<Vec<Raw>, Vec<Refused>> {
    // As spreadsheets begin what they write.
    let file = file.strip_prefix("\u{feff}".as_bytes()).unwrap_or(file);
    let mut reader = csv::ReaderBuilder::new().from_reader(file);
    let refuse = |line, why| Refused { line, why };
    let unreadable = |error: csv::Error| {
        let line = error.position().map_or(0, csv::Position::line);
        refuse(line, Why::Unreadable(error.to_string()))
    };
    let heads = reader.headers().map_err(|error| vec![unreadable(error)])?.clone();
    let heads: Vec<String> = heads.iter().map(|head| head.trim().to_lowercase()).collect();
    let missing = NEEDED.iter().filter(|name| !heads.iter().any(|head| head == *name));
    let unknown = heads.iter().filter(|head| !NEEDED.contains(&head.as_str()) && !MORE.contains(&head.as_str()));
    let mut refused: Vec<Refused> = missing.map(|name| refuse(1, Why::NoColumn(name))).collect();
    refused.extend(unknown.map(|head| refuse(1, Why::UnknownColumn(head.clone()))));
    let mut all = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let at = |name: &str| heads.iter().position(|head| head == name).and_then(|at| record.get(at));
                let said = |name: &str| at(name).unwrap_or_default().to_owned();
                let topics = said("topics");
                let topics = topics.split(';').map(str::trim).filter(|topic| !topic.is_empty()).map(Topic::parse);
                all.push(Raw {
                    line: record.position().map_or(0, csv::Position::line),
                    key: said("id"),
                    name: said("name"),
                    by: said("organisation"),
                    about: said("description"),
                    topics: topics.collect(),
                    place: said("where"),
                    open: said("when"),
                    phone: said("phone"),
                    email: said("email"),
                    web: said("web"),
                });
            }
            Err(error) => refused.push(unreadable(error)),
        }
    }
    if refused.is_empty() { Ok(all) } else { Err(refused) }
}
