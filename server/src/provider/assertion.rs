//! That it is this service that hands in a code (`private_key_jwt`, RFC 7523): nothing secret ever leaves.

use jiff::{SignedDuration, Timestamp};
use own_terms_receipt::hex;
use serde::Serialize;

use super::{Setup, fault::Fault, jwt};
use crate::entropy::Entropy;

/// How long one can be used, once.
const WHILE: SignedDuration = SignedDuration::from_mins(2);

#[derive(Serialize)]
struct Assertion<'a> {
    iss: &'a str,
    sub: &'a str,
    aud: &'a str,
    jti: String,
    iat: i64,
    exp: i64,
}

/// One for the address where codes are handed in.
pub fn make(setup: &Setup, to: &str, entropy: &Entropy, now: Timestamp) -> Result<String, Fault> {
    let (iat, exp) = (now.as_second(), (now + WHILE).as_second());
    let jti = hex::digits(&entropy.bytes::<16>());
    jwt::sign(&Assertion { iss: &setup.client_id, sub: &setup.client_id, aud: to, jti, iat, exp }, &setup.key)
}
