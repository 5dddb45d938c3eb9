//! Random tokens as text: the session's, and the one that shows that a form came from one of our own pages.

use own_terms_domain::{
    form::Fields,
    ids::{ClaimantId, StaffId},
};
use own_terms_receipt::hex::{self, digits};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{entropy::Entropy, sealing::Key, store::TokenHash};

/// A new session's token, 256 random bits: the text for the cookie, and the hash for the store.
pub fn new_session(entropy: &Entropy) -> (String, TokenHash) {
    let text = digits(&entropy.bytes::<32>());
    let hash = session_hash(&text);
    (text, hash)
}

/// The hash of a session's token.
pub fn session_hash(text: &str) -> TokenHash {
    Sha256::digest(text.as_bytes()).into()
}

/// Whose form it is, of which session, and for whom they acted: a form made for one person does nothing for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormOf {
    /// Who is signed in.
    pub claimant: ClaimantId,
    /// In which session.
    pub session: TokenHash,
    /// For whom they act; none for themself.
    pub acting_for: Option<ClaimantId>,
}

/// The token for a session's forms: sealed, whose it is, which session's and for whom. Even when that is over, it can still be told
/// whose form it was. Another text each time, so compression cannot be made to reveal it (BREACH).
pub fn for_form(key: &Key, of: FormOf, entropy: &Entropy) -> String {
    let whom = of.acting_for.map(|whom| *whom.0.as_bytes());
    let content = [&of.claimant.0.as_bytes()[..], &of.session, whom.as_ref().map_or(&[], |whom| &whom[..])].concat();
    // 64 bytes at the most are always within what the cipher takes, so this cannot fail.
    form_key(key).seal(entropy, PLACE, &content).map(|sealed| digits(&sealed)).unwrap_or_default()
}

/// Whose form it is that was sent, and of which session; none when it carries no token of ours.
pub fn of_form(key: &Key, fields: &Fields) -> Option<FormOf> {
    let content = form_key(key).open(PLACE, &hex::bytes(fields.get("token"))?).ok()?;
    let (claimant, rest) = content.split_first_chunk::<16>()?;
    let (session, whom) = rest.split_first_chunk::<32>()?;
    let id = |bytes: &[u8; 16]| ClaimantId(Uuid::from_bytes(*bytes));
    let acting_for = if whom.is_empty() { None } else { Some(id(whom.try_into().ok()?)) };
    Some(FormOf { claimant: id(claimant), session: *session, acting_for })
}

/// The token for a form of a session at the desk.
pub fn for_desk_form(key: &Key, staff: StaffId, session: TokenHash, entropy: &Entropy) -> String {
    let content = [&staff.0.as_bytes()[..], &session].concat();
    // 48 bytes are always within what the cipher takes, so this cannot fail.
    desk_key(key).seal(entropy, PLACE, &content).map(|sealed| digits(&sealed)).unwrap_or_default()
}

/// Whose form at the desk it is that was sent, and of which session; none when it carries no token of ours.
pub fn of_desk_form(key: &Key, fields: &Fields) -> Option<(StaffId, TokenHash)> {
    let content = desk_key(key).open(PLACE, &hex::bytes(fields.get("token"))?).ok()?;
    let (staff, session) = content.split_first_chunk::<16>()?;
    Some((StaffId(Uuid::from_bytes(*staff)), session.try_into().ok()?))
}

fn desk_key(key: &Key) -> Key {
    key.for_use("own-terms desk form tokens 1")
}

/// What binds a form's token to this use of the key.
const PLACE: &[u8] = b"form token";

fn form_key(key: &Key) -> Key {
    key.for_use("own-terms form tokens 3")
}

/// What a person's drafts are kept under on their own device: always the same, and telling nothing of who they are.
pub fn draft_tag(key: &Key, claimant: ClaimantId) -> String {
    let mut tag = [0; 8];
    // 8 bytes are always within what HKDF-SHA-256 gives, so this cannot fail.
    let _ = hkdf::Hkdf::<Sha256>::new(Some(claimant.0.as_bytes()), key.as_bytes()).expand(b"draft tag", &mut tag);
    digits(&tag)
}
