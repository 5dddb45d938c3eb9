//! What was typed into a form whose session had ended: sealed into the sign-in page until the same person is back (promise 11).
//!
//! It is in the browser's page alone, never in an address, a log or the store, and only the service's key opens it. It is
//! for one person, one form and one day, and is never saved by itself: it comes back as a form to look at.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use own_terms_domain::{
    form::Fields,
    ids::{ClaimantId, StaffId},
};
use own_terms_receipt::hex;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{failure::Failure, typed::MOST_BYTES};
use crate::{app::App, sealing::Key};

/// The field that carries it.
pub const FIELD: &str = "kept";
/// How long it can be opened.
const WHILE: SignedDuration = SignedDuration::from_hours(24);
/// The most bytes of it as they are sent; there must be room for what else is sent to sign in.
const MOST: usize = MOST_BYTES - 4096;
/// What binds it to this use of the key.
const PLACE: &[u8] = b"kept form";

/// Sealed, as text for a hidden field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept(pub Arc<str>);

/// Whose form it was.
pub trait Whose: Serialize + DeserializeOwned {
    /// What the key is used for: what was kept of a person's form opens as nothing at the desk, and the other way round.
    const USE: &'static str;
}

/// A person's, or a carer's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfPerson {
    /// Who was signed in.
    pub claimant: ClaimantId,
    /// For whom they acted.
    pub acting_for: Option<ClaimantId>,
}

/// Somebody's at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfStaff {
    /// Who was signed in.
    pub staff: StaffId,
    /// About whom it was.
    pub whom: Option<ClaimantId>,
}

impl Whose for OfPerson {
    const USE: &'static str = "own-terms kept forms 3";
}

impl Whose for OfStaff {
    const USE: &'static str = "own-terms kept desk forms 1";
}

/// What was typed, with whose it is and where it was going.
#[derive(Serialize, Deserialize)]
pub struct Opened<W> {
    /// Whose form it was.
    pub of: W,
    /// The address that it was sent to.
    pub path: String,
    at: i64,
    fields: Vec<(String, String)>,
}

impl<W> Opened<W> {
    /// What was typed.
    pub fn into_fields(self) -> Fields {
        self.fields.into_iter().collect()
    }
}

/// Seals what was sent to `path` by whoever's form it was.
///
/// # Errors
/// [`Failure::TooLarge`] when it could not be sent back; the browser still has it.
pub fn seal<W: Whose>(app: &App, at: Timestamp, of: W, path: &str, fields: &Fields) -> Result<Kept, Failure> {
    let typed = fields.iter().filter(|(name, _)| !["token", FIELD].contains(name));
    let fields = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let opened = Opened { of, path: path.to_owned(), at: at.as_second(), fields };
    let content = serde_json::to_vec(&opened).map_err(|_| Failure::Broken)?;
    let sealed = key::<W>(app).seal(&app.entropy, PLACE, &content).map_err(|_| Failure::TooLarge)?;
    let text = hex::digits(&sealed);
    if text.len() > MOST { Err(Failure::TooLarge) } else { Ok(Kept(text.into())) }
}

/// Opens what a form carries; none when it carries nothing, something else, or something too old.
pub fn open<W: Whose>(app: &App, at: Timestamp, fields: &Fields) -> Option<Opened<W>> {
    let sealed = hex::bytes(fields.get(FIELD))?;
    let content = key::<W>(app).open(PLACE, &sealed).ok()?;
    let opened: Opened<W> = serde_json::from_slice(&content).ok()?;
    let age = SignedDuration::from_secs(at.as_second().checked_sub(opened.at)?);
    (age <= WHILE).then_some(opened)
}

fn key<W: Whose>(app: &App) -> Key {
    app.form_key.for_use(W::USE)
}
