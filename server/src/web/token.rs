//! Random tokens as text: the session's, and the one that shows that a form came from one of our own pages.

use own_terms_domain::{form::Fields, ids::ClaimantId};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{entropy::Entropy, sealing::Key, store::TokenHash};

/// Bytes as lowercase hexadecimal.
pub fn to_hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// So many bytes from hexadecimal.
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    bytes_from_hex(text)?.try_into().ok()
}

/// Bytes from hexadecimal.
pub fn bytes_from_hex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()
}

/// A new session's token, 256 random bits: the text for the cookie, and the hash for the store.
pub fn new_session(entropy: &Entropy) -> (String, TokenHash) {
    let text = to_hex(&entropy.bytes::<32>());
    let hash = session_hash(&text);
    (text, hash)
}

/// The hash of a session's token.
pub fn session_hash(text: &str) -> TokenHash {
    Sha256::digest(text.as_bytes()).into()
}

/// The token for a session's forms: sealed, whose it is and which session's. Even when that is over, it can still be told
/// whose form it was. Another text each time, so compression cannot be made to reveal it (BREACH).
pub fn for_form(key: &Key, claimant: ClaimantId, session: &TokenHash, entropy: &Entropy) -> String {
    let content = [&claimant.0.as_bytes()[..], session].concat();
    // 48 bytes are always within what the cipher takes, so this cannot fail.
    form_key(key).seal(entropy, PLACE, &content).map(|sealed| to_hex(&sealed)).unwrap_or_default()
}

/// Whose form it is that was sent, and of which session; none when it carries no token of ours.
pub fn of_form(key: &Key, fields: &Fields) -> Option<(ClaimantId, TokenHash)> {
    let content = form_key(key).open(PLACE, &bytes_from_hex(fields.get("token"))?).ok()?;
    let (claimant, session) = content.split_first_chunk::<16>()?;
    Some((ClaimantId(Uuid::from_bytes(*claimant)), session.try_into().ok()?))
}

/// What binds a form's token to this use of the key.
const PLACE: &[u8] = b"form token";

fn form_key(key: &Key) -> Key {
    key.for_use("own-terms form tokens 2")
}

/// What a person's drafts are kept under on their own device: always the same, and telling nothing of who they are.
pub fn draft_tag(key: &Key, claimant: ClaimantId) -> String {
    let mut tag = [0; 8];
    // 8 bytes are always within what HKDF-SHA-256 gives, so this cannot fail.
    let _ = hkdf::Hkdf::<Sha256>::new(Some(claimant.0.as_bytes()), key.as_bytes()).expand(b"draft tag", &mut tag);
    to_hex(&tag)
}
