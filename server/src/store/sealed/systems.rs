//! What is kept of organisations' systems, to and from its stored form.

use super::Sealer;
use crate::store::{Once, StoreError};

impl Sealer {
    /// The name of a request of a client's, and what it asks for, as they are stored.
    pub(in crate::store) fn request_tags(&self, once: &Once) -> ([u8; 32], [u8; 32]) {
        let client = once.client.0.as_bytes();
        let key = self.api_key.tag(&[b"key\0", &client[..], once.key.as_bytes()].concat());
        (key, self.api_key.tag(&[b"asked\0", &key[..], &once.asked].concat()))
    }

    /// Seals what a system is to be told, or what that is signed with.
    pub(in crate::store) fn seal_news(&self, id: &[u8; 16], content: &[u8]) -> Result<Vec<u8>, StoreError> {
        let sealed = self.hook_key.seal(&self.entropy, id, content);
        sealed.map_err(|_| StoreError::Damaged("what a system is told cannot be sealed"))
    }

    /// Opens it.
    pub(in crate::store) fn open_news(&self, id: &[u8; 16], sealed: &[u8]) -> Result<Vec<u8>, StoreError> {
        self.hook_key.open(id, sealed).map_err(|_| StoreError::Damaged("what a system is told does not open"))
    }

    /// Seals what was answered to it.
    pub(in crate::store) fn seal_answer(&self, key: &[u8; 32], answer: &str) -> Result<Vec<u8>, StoreError> {
        let sealed = self.api_key.seal(&self.entropy, key, answer.as_bytes());
        sealed.map_err(|_| StoreError::Damaged("an answer cannot be sealed"))
    }

    /// Opens it.
    pub(in crate::store) fn open_answer(&self, key: &[u8; 32], sealed: &[u8]) -> Result<String, StoreError> {
        let damaged = StoreError::Damaged("an answer does not open");
        let Ok(answer) = self.api_key.open(key, sealed) else { return Err(damaged) };
        String::from_utf8(answer).map_err(|_| damaged)
    }
}
