//! What each column of the store's two files holds, and what the catalogue says of it; tests hold it against the real schemas.

use super::{About, Basis, Purpose, Retention, Seen};

/// What a column of the store holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Content: what the kinds of item say, sealed.
    Content,
    /// Something about the person that is not content: they find its value in what they take away.
    Fact(About),
    /// Nothing that the rest of its row, and the row before, do not say: a hash over both.
    Follows(About),
    /// What locks the rest, and is told to nobody: keys, which key is for what, and the hash of a session's token. It says nothing
    /// by itself, and whoever had it would be nearer to what it locks.
    Lock(About),
    /// Nothing about anyone: what is published so that receipts can be checked.
    Published,
    /// Who works for which organisation, and which of its systems ask here: shown to everyone whom they wrote about or looked at.
    Directory,
    /// What local support there is: nothing about anyone, and shown to everyone here.
    Listed,
    /// How someone who works for an organisation signs in, that they are, and which of their hours are promised, not to whom: nothing
    /// of any person.
    AtTheDesk,
    /// That an organisation's system asked for something under a key of its own, or is to be told that something changed: of whom is
    /// in neither, but sealed.
    Asked,
    /// Nothing about anyone: how the files of the store belong together.
    Inside,
}

/// A person's place, the ledger of what was done in it and the log of who looked.
pub const PLACE: About = About {
    purpose: Purpose::Proof,
    basis: Basis::Accountability,
    retention: Retention::AsLongAsAnything,
    seen: Seen::Nobody,
};
/// That a person is signed in.
pub const SIGN_IN: About =
    About { purpose: Purpose::SigningIn, basis: Basis::Consent, retention: Retention::Session, seen: Seen::Nobody };
/// That something waits for a person to open it: an invitation, a link.
pub const WAITING: About = About { retention: Retention::UntilOpened, ..SIGN_IN };
/// That something waits to be sent to a person.
pub const TO_SEND: About =
    About { purpose: Purpose::Reaching, basis: Basis::Consent, retention: Retention::UntilSent, seen: Seen::Nobody };
/// What is kept with an item.
const ITEM: About = About {
    purpose: Purpose::OwnTerms,
    basis: Basis::Consent,
    retention: Retention::UntilTakenAway,
    seen: Seen::AsItSays,
};

const PROOF: Column = Column::Fact(PLACE);
const PROOF_LINK: Column = Column::Follows(PLACE);
const PROOF_LOCK: Column = Column::Lock(PLACE);
const WITH_ITEM: Column = Column::Fact(ITEM);
const ITEM_LOCK: Column = Column::Lock(ITEM);
const SESSION: Column = Column::Fact(SIGN_IN);
const SESSION_LOCK: Column = Column::Lock(SIGN_IN);
const TICKET: Column = Column::Fact(WAITING);
const TICKET_LOCK: Column = Column::Lock(WAITING);
const OUTBOX: Column = Column::Fact(TO_SEND);
const OUTBOX_LOCK: Column = Column::Lock(TO_SEND);
const PUBLISHED: Column = Column::Published;
const INSIDE: Column = Column::Inside;

/// What each column of each table of the store's two files holds: `(table, column, what)`.
pub const COLUMNS: &[(&str, &str, Column)] = &[
    ("claimant", "claimant_id", PROOF),
    ("claimant", "origin", PROOF),
    ("claimant", "made_at", PROOF),
    ("claimant", "items", PROOF),
    ("claimant", "entries", PROOF),
    ("claimant", "head", PROOF),
    ("claimant", "looks", PROOF),
    ("claimant", "look_head", PROOF),
    ("claimant", "anchored", PROOF),
    ("key_vault", "vault_id", INSIDE),
    ("key_vault", "step", INSIDE),
    ("key_vault", "is_copy", INSIDE),
    ("key_to_destroy", "claimant_id", PROOF_LOCK),
    ("key_to_destroy", "key_id", PROOF_LOCK),
    ("key_to_destroy", "erased_at", PROOF_LOCK),
    ("item", "claimant_id", WITH_ITEM),
    ("item", "item_id", WITH_ITEM),
    ("item", "key_id", ITEM_LOCK),
    ("item", "version", WITH_ITEM),
    ("item", "written_at", WITH_ITEM),
    ("item", "role", WITH_ITEM),
    ("item", "actor_id", WITH_ITEM),
    ("item", "goes_on", WITH_ITEM),
    ("item", "found_by", ITEM_LOCK),
    ("item", "content", Column::Content),
    ("tally", "claimant_id", PROOF),
    ("tally", "kind", PROOF),
    ("tally", "held", PROOF),
    ("signing_key", "key_id", PUBLISHED),
    ("signing_key", "public", PUBLISHED),
    ("signing_key", "sealed_secret", PUBLISHED),
    ("signing_key", "since", PUBLISHED),
    ("signing_key", "until", PUBLISHED),
    ("ledger", "claimant_id", PROOF),
    ("ledger", "number", PROOF),
    ("ledger", "written_at", PROOF),
    ("ledger", "role", PROOF),
    ("ledger", "actor_id", PROOF),
    ("ledger", "item_id", PROOF),
    ("ledger", "act", PROOF),
    ("ledger", "replaced", PROOF),
    ("ledger", "notice", PROOF),
    ("ledger", "key_id", PROOF_LOCK),
    ("ledger", "content", Column::Content),
    ("ledger", "commitment", PROOF),
    ("ledger", "previous", PROOF),
    ("ledger", "hash", PROOF),
    ("ledger", "signed_with", PROOF),
    ("ledger", "signature", PROOF),
    ("look", "claimant_id", PROOF),
    ("look", "number", PROOF),
    ("look", "looked_at", PROOF),
    ("look", "role", PROOF),
    ("look", "actor_id", PROOF),
    ("look", "reason", PROOF),
    ("look", "subject", PROOF),
    ("look", "refused", PROOF),
    ("look", "withheld", PROOF),
    ("look", "salt", PROOF_LOCK),
    ("look", "shown", PROOF),
    ("look", "hash", PROOF_LINK),
    ("checkpoint", "number", PUBLISHED),
    ("checkpoint", "made_at", PUBLISHED),
    ("checkpoint", "leaves", PUBLISHED),
    ("checkpoint", "root", PUBLISHED),
    ("checkpoint", "previous", PUBLISHED),
    ("checkpoint", "signed_with", PUBLISHED),
    ("checkpoint", "signature", PUBLISHED),
    ("anchor", "claimant_id", PROOF),
    ("anchor", "checkpoint", PROOF),
    ("anchor", "leaf", PROOF),
    ("anchor", "entries", PROOF),
    ("anchor", "head", PROOF),
    ("anchor", "looks", PROOF),
    ("anchor", "look_head", PROOF),
    ("anchor", "path", PROOF),
    ("organisation", "organisation_id", Column::Directory),
    ("organisation", "name", Column::Directory),
    ("staff", "staff_id", Column::Directory),
    ("staff", "organisation_id", Column::Directory),
    ("staff", "name", Column::Directory),
    ("staff", "role", Column::Directory),
    ("staff", "trained", Column::Directory),
    ("staff", "days", Column::Directory),
    ("staff", "languages", Column::Directory),
    ("staff", "about", Column::Directory),
    ("staff", "closed", Column::Directory),
    ("staff_photo", "staff_id", Column::Directory),
    ("staff_photo", "photo_id", Column::Directory),
    ("staff_photo", "jpeg", Column::Directory),
    ("listing", "key", Column::Listed),
    ("listing", "name", Column::Listed),
    ("listing", "by", Column::Listed),
    ("listing", "about", Column::Listed),
    ("listing", "topics", Column::Listed),
    ("listing", "place", Column::Listed),
    ("listing", "open", Column::Listed),
    ("listing", "phone", Column::Listed),
    ("listing", "email", Column::Listed),
    ("listing", "web", Column::Listed),
    ("api_client", "client_id", Column::Directory),
    ("api_client", "organisation_id", Column::Directory),
    ("api_client", "name", Column::Directory),
    ("api_client", "secret_hash", Column::Directory),
    ("api_client", "made_at", Column::Directory),
    ("api_client", "hook_url", Column::Directory),
    ("api_client", "hook_secret", Column::Directory),
    ("hook", "hook_id", Column::Asked),
    ("hook", "client_id", Column::Asked),
    ("hook", "made_at", Column::Asked),
    ("hook", "next_at", Column::Asked),
    ("hook", "tried", Column::Asked),
    ("hook", "claim", Column::Asked),
    ("hook", "content", Column::Asked),
    ("api_request", "client_id", Column::Asked),
    ("api_request", "request_id", Column::Asked),
    ("api_request", "asked", Column::Asked),
    ("api_request", "done_at", Column::Asked),
    ("api_request", "answer", Column::Asked),
    ("staff_key", "found_by", Column::AtTheDesk),
    ("staff_key", "staff_id", Column::AtTheDesk),
    ("staff_key", "sealed_key", Column::AtTheDesk),
    ("staff_key", "added_at", Column::AtTheDesk),
    ("promised", "promised_id", Column::AtTheDesk),
    ("promised", "staff_id", Column::AtTheDesk),
    ("promised", "begins_at", Column::AtTheDesk),
    ("promised", "ends_at", Column::AtTheDesk),
    ("staff_session", "token_hash", Column::AtTheDesk),
    ("staff_session", "staff_id", Column::AtTheDesk),
    ("staff_session", "signed_in_at", Column::AtTheDesk),
    ("staff_session", "seen_at", Column::AtTheDesk),
    ("staff_session", "signed_in_by", Column::AtTheDesk),
    ("staff_session", "there", Column::AtTheDesk),
    ("session", "token_hash", SESSION_LOCK),
    ("session", "session_id", SESSION),
    ("session", "claimant_id", SESSION),
    ("session", "signed_in_by", SESSION),
    ("session", "way", SESSION),
    ("session", "device", SESSION),
    ("session", "shared", SESSION),
    ("session", "signed_in_at", SESSION),
    ("session", "seen_at", SESSION),
    ("session", "looked", SESSION),
    ("session", "looked_at_log", SESSION),
    ("session", "there", SESSION_LOCK),
    ("ticket", "ticket_id", TICKET_LOCK),
    ("ticket", "purpose", TICKET),
    ("ticket", "secret_hash", TICKET_LOCK),
    ("ticket", "claimant_id", TICKET),
    ("ticket", "made_at", TICKET),
    ("ticket", "until", TICKET),
    ("ticket", "tries_left", TICKET_LOCK),
    ("ticket", "content", TICKET_LOCK),
    ("outbox", "claimant_id", OUTBOX),
    ("outbox", "message_id", OUTBOX_LOCK),
    ("outbox", "made_at", OUTBOX),
    ("outbox", "next_at", OUTBOX),
    ("outbox", "tried", OUTBOX),
    ("outbox", "claim", OUTBOX_LOCK),
    ("outbox", "content", OUTBOX_LOCK),
    // The vault, a file of its own.
    ("vault", "vault_id", INSIDE),
    ("vault", "step", INSIDE),
    ("vault", "before", INSIDE),
    ("item_key", "claimant_id", ITEM_LOCK),
    ("item_key", "key_id", ITEM_LOCK),
    ("item_key", "item_id", ITEM_LOCK),
    ("item_key", "sealed_key", ITEM_LOCK),
    ("new_key", "claimant_id", ITEM_LOCK),
    ("new_key", "key_id", ITEM_LOCK),
    ("destroyed_key", "claimant_id", PROOF_LOCK),
    ("destroyed_key", "key_id", PROOF_LOCK),
    ("destroyed_key", "destroyed_at", PROOF_LOCK),
];

/// What the catalogue says of a column.
pub fn column(table: &str, column: &str) -> Option<Column> {
    COLUMNS.iter().find(|(t, c, _)| *t == table && *c == column).map(|(_, _, what)| *what)
}
