//! Content at rest: sealed with a key of its own for each item, and that key with the service's (XChaCha20-Poly1305).

use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use hkdf::Hkdf;
use sha2::Sha256;

use crate::entropy::Entropy;

const NONCE: usize = 24;

/// A key of 256 bits.
#[derive(Clone)]
pub struct Key([u8; 32]);

/// Sealed bytes that do not open: changed, moved to another place, or sealed with another key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("sealed content does not open")]
pub struct DoesNotOpen;

impl Key {
    /// A key from its bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The key's bytes, to be sealed or written to the key file.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A new random key.
    pub fn random(entropy: &Entropy) -> Self {
        Self(entropy.bytes())
    }

    /// A key for one use, from this one (HKDF-SHA-256, RFC 5869).
    #[must_use]
    pub fn for_use(&self, name: &'static str) -> Self {
        let mut bytes = [0; 32];
        // 32 bytes are always within what HKDF-SHA-256 gives (255 × 32), so this cannot fail.
        let _ = Hkdf::<Sha256>::new(None, &self.0).expand(name.as_bytes(), &mut bytes);
        Self(bytes)
    }

    /// A keyed hash (HKDF-SHA-256): the same for the same bytes, and nothing to whoever has no key.
    pub fn tag(&self, bytes: &[u8]) -> [u8; 32] {
        let mut tag = [0; 32];
        // 32 bytes are always within what HKDF-SHA-256 gives, so this cannot fail.
        let _ = Hkdf::<Sha256>::new(Some(b"tag"), &self.0).expand(bytes, &mut tag);
        tag
    }

    /// Seals `content` for `place`; it opens nowhere else.
    ///
    /// # Errors
    /// When the content is longer than the cipher takes (256 GiB).
    pub fn seal(&self, entropy: &Entropy, place: &[u8], content: &[u8]) -> Result<Vec<u8>, DoesNotOpen> {
        let nonce: [u8; NONCE] = entropy.bytes();
        let cipher = XChaCha20Poly1305::new(&self.0.into());
        let payload = Payload { msg: content, aad: place };
        let sealed = cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| DoesNotOpen)?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// Opens what was sealed for `place`.
    ///
    /// # Errors
    /// [`DoesNotOpen`].
    pub fn open(&self, place: &[u8], sealed: &[u8]) -> Result<Vec<u8>, DoesNotOpen> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or(DoesNotOpen)?;
        let cipher = XChaCha20Poly1305::new(&self.0.into());
        cipher.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: place }).map_err(|_| DoesNotOpen)
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(..)")
    }
}
