//! Signed tokens (RFC 7515, RFC 7519), by the one algorithm that was agreed: ES256. What a token says of its own algorithm is never
//! believed, only compared.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use p256::ecdsa::{
    Signature, SigningKey, VerifyingKey,
    signature::{Signer as _, Verifier as _},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::fault::Fault;

/// The one algorithm: ECDSA on the curve P-256 with SHA-256 (RFC 7518, 3.4).
const ALGORITHM: &str = "ES256";

/// A token that was taken apart, and is not believed yet.
pub struct Parts<'a> {
    signed: &'a str,
    claims: &'a str,
    signature: Signature,
    header: Header,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    typ: Option<String>,
    /// What has to be understood beside the standard; nothing is.
    crit: Option<Value>,
}

impl<'a> Parts<'a> {
    /// Takes a token apart that is to be of one of these types, if it says of which it is.
    pub fn read(token: &'a str, types: &[&str]) -> Result<Self, Fault> {
        let (signed, signature) = token.rsplit_once('.').ok_or(Fault::Unreadable)?;
        let (header, claims) = signed.split_once('.').ok_or(Fault::Unreadable)?;
        let header: Header = serde_json::from_slice(&bytes(header)?).map_err(|_| Fault::Unreadable)?;
        if header.alg != ALGORITHM || header.crit.is_some() {
            return Err(Fault::Algorithm);
        }
        if header.typ.as_ref().is_some_and(|typ| !types.iter().any(|one| one.eq_ignore_ascii_case(typ))) {
            return Err(Fault::Type);
        }
        let signature = Signature::from_slice(&bytes(signature)?).map_err(|_| Fault::Signature)?;
        Ok(Self { signed, claims, signature, header })
    }

    /// Which key it says that it is signed by.
    pub fn key_id(&self) -> Option<&str> {
        self.header.kid.as_deref()
    }

    /// What it says, if this key signed it.
    pub fn verified<C: DeserializeOwned>(&self, key: &VerifyingKey) -> Result<C, Fault> {
        key.verify(self.signed.as_bytes(), &self.signature).map_err(|_| Fault::Signature)?;
        serde_json::from_slice(&bytes(self.claims)?).map_err(|_| Fault::Unreadable)
    }
}

/// A token of our own.
pub fn sign(claims: &impl Serialize, key: &SigningKey) -> Result<String, Fault> {
    let part = |json: Vec<u8>| BASE64_URL_SAFE_NO_PAD.encode(json);
    let claims = serde_json::to_vec(claims).map_err(|_| Fault::Unreadable)?;
    let header = format!("{{\"alg\":\"{ALGORITHM}\",\"typ\":\"JWT\"}}");
    let signed = format!("{}.{}", part(header.into_bytes()), part(claims));
    let signature: Signature = key.sign(signed.as_bytes());
    Ok(format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature.to_bytes())))
}

fn bytes(part: &str) -> Result<Vec<u8>, Fault> {
    BASE64_URL_SAFE_NO_PAD.decode(part).map_err(|_| Fault::Unreadable)
}
