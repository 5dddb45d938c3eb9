//! A device with a passkey, in software: it answers as an honest one would through a browser, or lies where a test has it lie.

use own_terms::entropy::Entropy;
use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// What is in the flags of an answer: somebody was there, it was made sure who, and a new key comes with it.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const WITH_KEY: u8 = 0x40;

/// A device, and the passkey in it.
#[derive(Clone)]
pub struct Device {
    /// The address that its browser is at.
    pub origin: String,
    /// The name that it believes to speak to, when not the one that asks.
    pub speaks_to: Option<String>,
    /// True when it makes sure who holds it.
    pub verifies: bool,
    /// How often it has signed; 0 for one that does not count.
    pub counter: u32,
    /// Whose place it keeps with the key.
    pub user: Vec<u8>,
    /// The id of its key.
    pub credential: Vec<u8>,
    /// Its secret half.
    pub key: SigningKey,
}

impl Device {
    /// A new one, whose browser is at `origin`.
    pub fn at(origin: &str) -> Self {
        let entropy = Entropy::from_system().unwrap();
        let key = SigningKey::from_slice(&entropy.bytes::<32>()).unwrap();
        let credential = entropy.bytes::<20>().to_vec();
        let origin = origin.to_owned();
        Self { origin, speaks_to: None, verifies: true, counter: 0, user: Vec::new(), credential, key }
    }

    /// Another key under the same id.
    pub fn with_another_key(&self) -> Self {
        Self { key: Self::at("").key, ..self.clone() }
    }

    /// Makes its passkey, as it is asked to.
    pub fn create(&mut self, options: &Value) -> String {
        self.user = from_base64(options["user"]["id"].as_str().unwrap());
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = (point.x().unwrap(), point.y().unwrap());
        // In CBOR: a map of a key on the curve P-256 for ES256.
        let key = [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32][..], x, &[0x22, 0x58, 32][..], y].concat();
        let id = &self.credential;
        let length = u16::try_from(id.len()).unwrap().to_be_bytes();
        let said =
            [self.said(options["rp"]["id"].as_str().unwrap(), WITH_KEY), vec![0; 16], length.to_vec(), id.clone(), key];
        let said = said.concat();
        let length = u16::try_from(said.len()).unwrap().to_be_bytes();
        let none = [
            &[0xa3, 0x63][..],
            b"fmt",
            &[0x64][..],
            b"none",
            &[0x67][..],
            b"attStmt",
            &[0xa0, 0x68][..],
            b"authData",
            &[0x59][..],
        ];
        let attestation = [none.concat(), length.to_vec(), said].concat();
        let client = self.client("webauthn.create", options);
        self.answer(json!({ "clientDataJSON": base64(&client), "attestationObject": base64(&attestation) }))
    }

    /// Answers with its passkey, as it is asked to.
    pub fn get(&self, options: &Value) -> String {
        let client = self.client("webauthn.get", options);
        let said = self.said(options["rpId"].as_str().unwrap(), 0);
        let signature: Signature = self.key.sign(&[&said[..], &Sha256::digest(&client)].concat());
        self.answer(json!({
            "clientDataJSON": base64(&client),
            "authenticatorData": base64(&said),
            "signature": base64(signature.to_der().as_bytes()),
            "userHandle": base64(&self.user),
        }))
    }

    fn answer(&self, response: Value) -> String {
        let id = base64(&self.credential);
        json!({ "id": id, "rawId": id, "type": "public-key", "clientExtensionResults": {}, "response": response })
            .to_string()
    }

    /// What the browser says of it.
    fn client(&self, what: &str, options: &Value) -> Vec<u8> {
        let challenge = &options["challenge"];
        let said = json!({ "type": what, "challenge": challenge, "origin": self.origin, "crossOrigin": false });
        said.to_string().into_bytes()
    }

    /// What the device says of it.
    fn said(&self, asker: &str, more: u8) -> Vec<u8> {
        let to = self.speaks_to.as_deref().unwrap_or(asker);
        let flags = PRESENT | more | if self.verifies { VERIFIED } else { 0 };
        [&Sha256::digest(to)[..], &[flags], &self.counter.to_be_bytes()].concat()
    }
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bytes as they stand in such JSON: base64 for addresses, without padding.
pub fn base64(bytes: &[u8]) -> String {
    let bits =
        |chunk: &[u8]| chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
    let letters = |chunk: &[u8]| -> Vec<u8> {
        (0..=chunk.len()).map(|at| LETTERS[(bits(chunk) >> (18 - 6 * at) & 63) as usize]).collect()
    };
    String::from_utf8(bytes.chunks(3).flat_map(letters).collect()).unwrap()
}

/// The bytes again.
pub fn from_base64(text: &str) -> Vec<u8> {
    let values: Vec<u32> =
        text.bytes().map(|letter| u32::try_from(LETTERS.iter().position(|l| *l == letter).unwrap()).unwrap()).collect();
    let bytes = |chunk: &[u32]| -> Vec<u8> {
        let bits = chunk.iter().fold(0, |bits, value| bits << 6 | value) << (6 * (4 - chunk.len()));
        bits.to_be_bytes()[1..chunk.len()].to_vec()
    };
    values.chunks(4).flat_map(bytes).collect()
}
