//! Random tokens as text: the session's, and the one that shows that a form came from one of our own pages.

use own_terms_domain::{form::Fields, ids::ClaimantId};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

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

/// 32 bytes from hexadecimal.
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != N * 2 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; N];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok()?;
    }
    Some(bytes)
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

/// The token for a session's forms, under a fresh mask each time: compression cannot be made to reveal it (BREACH).
pub fn for_form(key: &Key, session: &TokenHash, entropy: &Entropy) -> String {
    let mask: [u8; 32] = entropy.bytes();
    let masked = xor(&mask, &secret(key, session));
    to_hex(&[mask, masked].concat())
}

/// True when the form carries the token of this session.
pub fn is_on_form(key: &Key, session: &TokenHash, fields: &Fields) -> bool {
    let Some(bytes) = from_hex::<64>(fields.get("token")) else { return false };
    let (mask, masked) = bytes.split_at(32);
    let (Ok(mask), Ok(masked)) = (mask.try_into(), masked.try_into()) else { return false };
    xor(mask, masked).ct_eq(&secret(key, session)).into()
}

/// The secret of a session's forms: the hash of its token, under a key that only the service has.
fn secret(key: &Key, session: &TokenHash) -> [u8; 32] {
    let mut secret = [0; 32];
    // 32 bytes are always within what HKDF-SHA-256 gives, so this cannot fail.
    let _ = hkdf::Hkdf::<Sha256>::new(Some(session), key.as_bytes()).expand(b"form token", &mut secret);
    secret
}

/// What a person's drafts are kept under on their own device: always the same, and telling nothing of who they are.
pub fn draft_tag(key: &Key, claimant: ClaimantId) -> String {
    let mut tag = [0; 8];
    // 8 bytes are always within what HKDF-SHA-256 gives, so this cannot fail.
    let _ = hkdf::Hkdf::<Sha256>::new(Some(claimant.0.as_bytes()), key.as_bytes()).expand(b"draft tag", &mut tag);
    to_hex(&tag)
}

fn xor(a: &[u8; 32], b: &[u8; 32]) -> [u8; 32] {
    std::array::from_fn(|at| a[at] ^ b[at])
}
