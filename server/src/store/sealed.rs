//! Items to and from their stored form: JSON, salted and sealed in its place.

use jiff::Timestamp;
use own_terms_domain::{
    actor::Actor,
    ids::{AppointmentId, ClaimantId, StaffId},
    item::{Item, ItemId, Version},
    ledger::{Hash, commitment},
    sign_in::{FoundBy, How},
    telling::Message,
};
use own_terms_receipt::keys::{KeyId, Signer};
use uuid::Uuid;

use super::{MessageId, StoreError, TicketCode};
use crate::{entropy::Entropy, sealing::Key};

/// Seals and opens items with keys that are themselves sealed.
#[derive(Clone)]
pub struct Sealer {
    service_key: Key,
    signing_key: Key,
    finding_key: Key,
    ticket_key: Key,
    outbox_key: Key,
    staff_key: Key,
    entropy: Entropy,
}

/// An item's own key.
#[derive(Clone)]
pub(super) struct ItemKey {
    /// Its id.
    pub id: Uuid,
    key: Key,
}

/// What an entry says, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What its commitment is salted with.
    pub salt: [u8; SALT],
    /// The JSON that was committed to.
    pub json: String,
    /// What the item said from then on; none when it was taken away.
    pub item: Option<Item>,
}

impl Opened {
    /// What the chain covers.
    pub fn commitment(&self) -> Hash {
        commitment(&self.salt, self.json.as_bytes())
    }
}

/// The stored form of an entry's content.
pub(super) struct SealedEntry {
    /// Salt and JSON, sealed.
    pub content: Vec<u8>,
    /// What the chain covers.
    pub commitment: Hash,
}

const SALT: usize = 16;

/// What stands in plain sight beside an item: which it is, and who wrote it when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts {
    pub(super) id: ItemId,
    pub(super) version: Version,
    pub(super) at: Timestamp,
    pub(super) by: Actor,
}

impl Facts {
    fn bytes(self) -> Vec<u8> {
        let (id, by) = (self.id.to_string(), self.by.id().unwrap_or_default());
        let (version, at) = (self.version.0.to_be_bytes(), self.at.as_microsecond().to_be_bytes());
        // Only the two names have no fixed length, and neither has a NUL in it.
        [id.as_bytes(), b"\0", &version, &at, by.as_bytes(), self.by.role().as_bytes()].concat()
    }
}

impl Sealer {
    /// A sealer under the service's key.
    pub fn new(service_key: &Key, entropy: Entropy) -> Self {
        Self {
            service_key: service_key.for_use("own-terms item keys 1"),
            signing_key: service_key.for_use("own-terms signing keys 1"),
            finding_key: service_key.for_use("own-terms finding 1"),
            ticket_key: service_key.for_use("own-terms tickets 1"),
            outbox_key: service_key.for_use("own-terms outbox 1"),
            staff_key: service_key.for_use("own-terms staff keys 1"),
            entropy,
        }
    }

    /// What an item is found by, as it is stored.
    pub(super) fn tag(&self, by: FoundBy<'_>) -> [u8; 32] {
        self.finding_key.tag(&by.bytes())
    }

    /// What a ticket is found by, and its secret, as they are stored: the one cannot be taken for the other.
    pub(super) fn ticket_tags(&self, purpose: &str, code: &TicketCode) -> ([u8; 32], [u8; 32]) {
        let tag = |what: &str, part: &str| self.ticket_key.tag([what, purpose, part].join("\0").as_bytes());
        let id = tag("finder", &code.finder);
        (id, self.ticket_key.tag(&[&b"secret\0"[..], &id, code.secret.as_bytes()].concat()))
    }

    /// What an hour is kept under that somebody was promised: nobody else can tell whose it is.
    pub(super) fn promised_tag(&self, claimant: ClaimantId, id: AppointmentId) -> [u8; 32] {
        self.finding_key.tag(&place(claimant, "promised", id.0.as_bytes()))
    }

    /// Seals what a ticket carries.
    pub(super) fn seal_ticket(&self, id: &[u8; 32], content: &[u8]) -> Result<Vec<u8>, StoreError> {
        let sealed = self.ticket_key.seal(&self.entropy, id, content);
        sealed.map_err(|_| StoreError::Damaged("a ticket cannot be sealed"))
    }

    /// Opens what a ticket carries.
    pub(super) fn open_ticket(&self, id: &[u8; 32], sealed: &[u8]) -> Result<Vec<u8>, StoreError> {
        self.ticket_key.open(id, sealed).map_err(|_| StoreError::Damaged("a ticket does not open"))
    }

    /// The name of a message, which says nothing of it, and the message, sealed.
    pub(super) fn seal_message(
        &self,
        claimant: ClaimantId,
        message: &Message,
    ) -> Result<(MessageId, Vec<u8>), StoreError> {
        let json = serde_json::to_vec(message).map_err(|_| StoreError::Damaged("a message cannot be written"))?;
        let tag = self.outbox_key.tag(&place(claimant, "message", &json));
        let id = MessageId(std::array::from_fn(|at| tag[at]));
        let sealed = self.outbox_key.seal(&self.entropy, &place(claimant, "outbox", &id.0), &json);
        Ok((id, sealed.map_err(|_| StoreError::Damaged("a message cannot be sealed"))?))
    }

    /// Opens a message.
    pub(super) fn open_message(
        &self,
        claimant: ClaimantId,
        id: MessageId,
        sealed: &[u8],
    ) -> Result<Message, StoreError> {
        let json = self.outbox_key.open(&place(claimant, "outbox", &id.0), sealed);
        let json = json.map_err(|_| StoreError::Damaged("a message does not open"))?;
        serde_json::from_slice(&json).map_err(|_| StoreError::Damaged("a message says nothing that is known"))
    }

    /// Seals a passkey of someone who works here; it opens for them alone, found by what it says.
    pub(super) fn seal_staff_key(&self, tag: &[u8; 32], staff: StaffId, how: &How) -> Result<Vec<u8>, StoreError> {
        let json = serde_json::to_vec(how).map_err(|_| StoreError::Damaged("a passkey cannot be written"))?;
        let sealed = self.staff_key.seal(&self.entropy, &[&tag[..], staff.0.as_bytes()].concat(), &json);
        sealed.map_err(|_| StoreError::Damaged("a passkey cannot be sealed"))
    }

    /// Opens it.
    pub(super) fn open_staff_key(&self, tag: &[u8; 32], staff: StaffId, sealed: &[u8]) -> Result<How, StoreError> {
        let json = self.staff_key.open(&[&tag[..], staff.0.as_bytes()].concat(), sealed);
        let json = json.map_err(|_| StoreError::Damaged("a passkey at the desk does not open"))?;
        serde_json::from_slice(&json).map_err(|_| StoreError::Damaged("a passkey at the desk cannot be read"))
    }

    /// Sixteen random bytes, to know one thing from another by.
    pub(super) fn drawn(&self) -> [u8; 16] {
        self.entropy.bytes()
    }

    /// A new key for an item, and its sealed form.
    pub(super) fn new_key(&self, claimant: ClaimantId) -> Result<(ItemKey, Vec<u8>), StoreError> {
        let (id, key) = (self.entropy.id(), Key::random(&self.entropy));
        let sealed = self
            .service_key
            .seal(&self.entropy, &place(claimant, "key", id.as_bytes()), key.as_bytes())
            .map_err(|_| StoreError::Damaged("a key cannot be sealed"))?;
        Ok((ItemKey { id, key }, sealed))
    }

    /// Opens an item's key.
    pub(super) fn open_key(&self, claimant: ClaimantId, id: Uuid, sealed: &[u8]) -> Result<ItemKey, StoreError> {
        let bytes = self
            .service_key
            .open(&place(claimant, "key", id.as_bytes()), sealed)
            .map_err(|_| StoreError::Damaged("an item's key does not open with this service's key"))?;
        let bytes = <[u8; 32]>::try_from(bytes).map_err(|_| StoreError::Damaged("an item's key is too short"))?;
        Ok(ItemKey { id, key: Key::from_bytes(bytes) })
    }

    /// Seals an item as it stands, together with the facts that stand in plain sight beside it.
    pub(super) fn seal_item(
        &self,
        claimant: ClaimantId,
        key: &ItemKey,
        facts: Facts,
        item: &Item,
    ) -> Result<Vec<u8>, StoreError> {
        let json = to_json(Some(item))?;
        self.seal(key, &place(claimant, "item", &facts.bytes()), &json)
    }

    /// Seals the content of an entry of the ledger.
    pub(super) fn seal_entry(
        &self,
        claimant: ClaimantId,
        key: &ItemKey,
        number: u32,
        value: Option<&Item>,
    ) -> Result<SealedEntry, StoreError> {
        let salt: [u8; SALT] = self.entropy.bytes();
        let json = to_json(value)?;
        let salted = [&salt[..], &json].concat();
        let content = self.seal(key, &place(claimant, "entry", &number.to_be_bytes()), &salted)?;
        Ok(SealedEntry { content, commitment: commitment(&salt, &json) })
    }

    /// A new key to sign with, and its secret half, sealed.
    pub(super) fn new_signer(&self) -> Result<(Signer, Vec<u8>), StoreError> {
        let secret: [u8; 32] = self.entropy.bytes();
        let signer = Signer::new(&secret);
        let sealed = self
            .signing_key
            .seal(&self.entropy, &signer.id().0, &secret)
            .map_err(|_| StoreError::Damaged("a key cannot be sealed"))?;
        Ok((signer, sealed))
    }

    /// The key to sign with, from its sealed secret half.
    pub(super) fn open_signer(&self, id: KeyId, sealed: &[u8]) -> Result<Signer, StoreError> {
        let does_not_open = StoreError::Damaged("the signing key does not open with this service's key");
        let Ok(secret) = self.signing_key.open(&id.0, sealed) else { return Err(does_not_open) };
        let secret = <[u8; 32]>::try_from(secret).map_err(|_| does_not_open)?;
        let signer = Signer::new(&secret);
        if signer.id() == id { Ok(signer) } else { Err(StoreError::Damaged("the signing key is another's")) }
    }

    fn seal(&self, key: &ItemKey, place: &[u8], content: &[u8]) -> Result<Vec<u8>, StoreError> {
        key.key.seal(&self.entropy, place, content).map_err(|_| StoreError::Damaged("content cannot be sealed"))
    }
}

impl ItemKey {
    /// Opens an item as it stands; not if one of the facts beside it was changed.
    pub(super) fn open_item(&self, claimant: ClaimantId, facts: Facts, sealed: &[u8]) -> Result<Item, StoreError> {
        let json = open(self, &place(claimant, "item", &facts.bytes()), sealed)?;
        from_json(&json)?.ok_or(StoreError::Damaged("an item is empty"))
    }

    /// Opens the content of an entry.
    pub(super) fn open_entry(&self, claimant: ClaimantId, number: u32, sealed: &[u8]) -> Result<Opened, StoreError> {
        let salted = open(self, &place(claimant, "entry", &number.to_be_bytes()), sealed)?;
        let (salt, json) = salted.split_first_chunk::<SALT>().ok_or(StoreError::Damaged("an entry is too short"))?;
        let json = String::from_utf8(json.to_vec()).map_err(|_| StoreError::Damaged("an entry is no text"))?;
        Ok(Opened { salt: *salt, item: from_json(json.as_bytes())?, json })
    }
}

fn open(key: &ItemKey, place: &[u8], sealed: &[u8]) -> Result<Vec<u8>, StoreError> {
    key.key.open(place, sealed).map_err(|_| StoreError::Damaged("sealed content does not open"))
}

/// Where sealed bytes stand; they do not open anywhere else, so that one person's cannot be put in another's place.
fn place(claimant: ClaimantId, what: &str, which: &[u8]) -> Vec<u8> {
    [claimant.0.as_bytes(), what.as_bytes(), b"\0", which].concat()
}

fn to_json(item: Option<&Item>) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(&item).map_err(|_| StoreError::Damaged("an item cannot be written"))
}

fn from_json(json: &[u8]) -> Result<Option<Item>, StoreError> {
    serde_json::from_slice(json).map_err(|_| StoreError::Damaged("an item cannot be read"))
}
