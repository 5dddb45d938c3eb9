//! What a flag takes, and what is said of what it does not take.

use own_terms_domain::{
    ids::{ClaimantId, StaffId},
    reading::{Choice, Language},
    text::{Line, OwnWords},
};

use crate::demo;

/// Takes whose place it is.
pub(super) fn parse_person(person: &str) -> Result<ClaimantId, String> {
    let named = demo::chosen(person).or_else(|| person.parse().ok());
    named.ok_or_else(|| "the number of a place is needed, or a name of the demonstration".to_owned())
}

/// Takes who asks.
pub(super) fn parse_staff(staff: &str) -> Result<StaffId, String> {
    let named = demo::staff::named(staff).or_else(|| staff.parse().ok());
    named.ok_or_else(|| "the number of a case worker is needed, or a name of the demonstration".to_owned())
}

/// Takes what someone is called.
pub(super) fn parse_name(name: &str) -> Result<Line, String> {
    Line::parse(name).map_err(|_| "a name is needed, of up to 200 letters".to_owned())
}

/// Takes one of some choices.
pub(super) fn parse_choice<C: Choice>(id: &str) -> Result<C, String> {
    let all = || C::ALL.iter().map(|choice| choice.id()).collect::<Vec<_>>().join(", ");
    C::parse(id).map_err(|_| format!("one of these is needed: {}", all()))
}

/// Takes what someone says of themself.
pub(super) fn parse_words(words: &str) -> Result<OwnWords, String> {
    OwnWords::parse(words).map_err(|_| "some words are needed, up to 2,000 letters".to_owned())
}

/// Takes a vector of trust.
pub(super) fn parse_vector(vector: &str) -> Result<String, String> {
    let is_part = |part: &str| part.len() >= 2 && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if vector.split('.').all(is_part) {
        Ok(vector.to_owned())
    } else {
        Err("a vector is needed, like Cl.Cm".to_owned())
    }
}

/// Takes a language that pages are in.
pub(super) fn parse_language(language: &str) -> Result<Language, String> {
    Language::parse(language).map_err(|_| "one of these is needed: en, cy".to_owned())
}

/// Takes an address of the web with nothing after the name of the service.
pub(super) fn parse_origin(url: &str) -> Result<String, String> {
    let name = parse_exit(url).ok().and_then(|url| url.split_once("://").map(|(_, name)| name.to_owned()));
    let is_plain = |name: &String| !name.contains(['/', '?', '#', '@']) && url == url.to_ascii_lowercase();
    name.filter(is_plain).map(|_| url.to_owned()).ok_or_else(|| {
        "where the service is reached is needed, like https://own-terms.example, and nothing after it".to_owned()
    })
}

/// Takes an absolute web address that a header can carry.
pub(super) fn parse_exit(url: &str) -> Result<String, String> {
    let after = url.strip_prefix("https://").or(url.strip_prefix("http://"));
    let has_host = after.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '['));
    let is_plain = url.chars().all(|c| c.is_ascii_graphic() && !"\"'<>;,\\".contains(c));
    if has_host && is_plain {
        Ok(url.to_owned())
    } else {
        Err("a web address is needed, like https://www.bbc.co.uk/weather".to_owned())
    }
}
