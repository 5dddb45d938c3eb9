//! Listings of local and peer support, read from a file: a table (CSV), or services as Open Referral UK shapes them (HSDS, JSON).
//!
//! All of a file is kept, or none of it; of each line that is refused it is said why.

mod hsds;
mod table;

use std::{collections::BTreeSet, fmt};

use own_terms_domain::{
    email::EmailAddress,
    form::ErrorKind,
    listing::{Listing, MOST_LISTINGS, Topic},
    reading::Choice as _,
    text::{Line, OwnWords, Text},
};
use url::Url;

/// A file as it was read: what is kept of it, and how many services in it are offered no longer.
#[derive(Debug, PartialEq, Eq)]
pub struct Read {
    /// What is kept.
    pub listings: Vec<Listing>,
    /// How many were left out, as the file itself says that they are not offered now.
    pub left_out: usize,
}

/// A line that is refused: which, by its number in the file (of services: which of them), and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Which; 0 where it is about the file.
    pub line: u64,
    /// Why.
    pub why: Why,
}

/// Why a line, or a file, is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Something in one field.
    Field(&'static str, ErrorKind),
    /// Something called the same stands before it.
    SameKey,
    /// There are more than can be kept.
    TooMany,
    /// There is nothing in it to keep.
    Nothing,
    /// It cannot be read at all, as whatever reads it says.
    Unreadable(String),
    /// A column that has to be there is not.
    NoColumn(&'static str),
    /// A column that is not known: misspelt, perhaps.
    UnknownColumn(String),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "{}: ", self.line)?;
        }
        match &self.why {
            Why::Field(field, ErrorKind::Empty) => write!(f, "{field} is empty"),
            Why::Field(field, ErrorKind::TooLong { max }) => write!(f, "{field} is longer than {max} characters"),
            Why::Field(field, ErrorKind::NotAnEmail) => write!(f, "{field} does not look like an email address"),
            Why::Field(field, ErrorKind::NotAChoice) => write!(f, "{field} is none of those that are known"),
            Why::Field(field, kind) => write!(f, "{field} cannot be kept ({})", kind.id()),
            Why::SameKey => f.write_str("another with the same id stands before it"),
            Why::TooMany => write!(f, "there are more than {MOST_LISTINGS}"),
            Why::Nothing => f.write_str("there is nothing in it"),
            Why::Unreadable(why) => write!(f, "it cannot be read: {why}"),
            Why::NoColumn(name) => write!(f, "there is no column {name}"),
            Why::UnknownColumn(name) => write!(f, "the column {name:?} is not known"),
        }
    }
}

/// Something as it stands in a file, before any of it is looked at.
#[derive(Debug, Default)]
struct Raw {
    line: u64,
    key: String,
    name: String,
    by: String,
    about: String,
    topics: Vec<Result<Topic, ErrorKind>>,
    place: String,
    open: String,
    phone: String,
    email: String,
    web: String,
}

/// Reads a file, whichever of the two it is.
///
/// # Errors
/// Each line that is refused, and why; then nothing of it is kept.
pub fn read(file: &[u8]) -> Result<Read, Vec<Refused>> {
    let is_json = file.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|byte| b"[{".contains(byte));
    let (raw, left_out) = if is_json { hsds::read(file)? } else { (table::read(file)?, 0) };
    let whole = |why| Err(vec![Refused { line: 0, why }]);
    match raw.len() {
        0 => return whole(Why::Nothing),
        count if count > MOST_LISTINGS => return whole(Why::TooMany),
        _ => {}
    }
    let (mut keys, mut refused, mut listings) = (BTreeSet::new(), Vec::new(), Vec::new());
    for one in raw {
        if !keys.insert(one.key.trim().to_owned()) {
            refused.push(Refused { line: one.line, why: Why::SameKey });
        }
        match listing(&one) {
            Ok(listing) => listings.push(listing),
            Err(wrong) => {
                let line = one.line;
                refused.extend(wrong.into_iter().map(|(field, kind)| Refused { line, why: Why::Field(field, kind) }));
            }
        }
    }
    if refused.is_empty() { Ok(Read { listings, left_out }) } else { Err(refused) }
}

/// The listing that a line makes, or everything that is wrong with it.
fn listing(raw: &Raw) -> Result<Listing, Vec<(&'static str, ErrorKind)>> {
    let mut wrong = Vec::new();
    let key = note(&mut wrong, "id", Line::parse(raw.key.trim()));
    let name = note(&mut wrong, "name", Line::parse(raw.name.trim()));
    let by = note(&mut wrong, "organisation", Line::parse(raw.by.trim()));
    let about = note(&mut wrong, "description", OwnWords::parse(raw.about.trim()));
    let topics: Result<Vec<Topic>, ErrorKind> = raw.topics.iter().copied().collect();
    let topics = note(&mut wrong, "topics", topics);
    let place = note(&mut wrong, "where", Line::optional(raw.place.trim()));
    let open = note(&mut wrong, "when", Line::optional(raw.open.trim()));
    let phone = note(&mut wrong, "phone", Line::optional(raw.phone.trim()));
    let email = note(&mut wrong, "email", Line::optional(raw.email.trim()).and_then(an_email));
    let web = note(&mut wrong, "web", Line::optional(raw.web.trim()).and_then(a_page));
    let listing = (|| {
        let mut topics: Vec<Topic> = topics?;
        topics.sort_by_key(|topic| Topic::ALL.iter().position(|one| one == topic));
        topics.dedup();
        Some(Listing {
            key: key?,
            name: name?,
            by: by?,
            about: about?,
            topics,
            place: place?,
            open: open?,
            phone: phone?,
            email: email?,
            web: web?,
        })
    })();
    listing.filter(|_| wrong.is_empty()).ok_or(wrong)
}

fn note<T>(wrong: &mut Vec<(&'static str, ErrorKind)>, field: &'static str, parsed: Result<T, ErrorKind>) -> Option<T> {
    parsed.map_err(|kind| wrong.push((field, kind))).ok()
}

fn an_email(typed: Option<Line>) -> Result<Option<Line>, ErrorKind> {
    typed.map(|typed| EmailAddress::parse(typed.as_str()).map(|_| typed)).transpose()
}

/// A page that a browser opens; nothing else that an address can do.
fn a_page(typed: Option<Line>) -> Result<Option<Line>, ErrorKind> {
    let is_page = |typed: &Line| {
        Url::parse(Text::as_str(typed)).is_ok_and(|url| ["http", "https"].contains(&url.scheme()) && url.has_host())
    };
    typed.map(|typed| if is_page(&typed) { Ok(typed) } else { Err(ErrorKind::NotAChoice) }).transpose()
}
