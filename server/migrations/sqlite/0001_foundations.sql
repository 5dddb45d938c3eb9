-- What is held about a person: items as they stand, the ledger of every change, and who looked.
-- Every key starts with the claimant's id. Content is sealed with a key of its own for each item, which is
-- in a file of its own (../vault): destroying the key destroys the content, wherever copies of this file are.
-- Times are microseconds since 1970 (UTC). Each column has an entry in the catalogue (own-terms-domain, catalogue.rs).

CREATE TABLE claimant (
    claimant_id BLOB NOT NULL PRIMARY KEY CHECK (length(claimant_id) = 16),
    origin      TEXT NOT NULL CHECK (origin IN ('real', 'demonstration', 'measuring')),
    made_at     INTEGER NOT NULL,
    -- How many items there are, so that none is missed when a part of the file is damaged and its rows are not found.
    items       INTEGER NOT NULL DEFAULT 0,
    -- The end of the ledger, and of the log of looks.
    entries     INTEGER NOT NULL DEFAULT 0,
    head        BLOB NOT NULL CHECK (length(head) = 32),
    looks       INTEGER NOT NULL DEFAULT 0,
    look_head   BLOB NOT NULL CHECK (length(look_head) = 32),
    -- How many entries the last checkpoint had that this chain is in.
    anchored    INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE INDEX claimant_to_anchor ON claimant (claimant_id) WHERE anchored < entries;

-- Which vault has the keys of what is here, and the step that both are at: drawn anew each time that keys are put in or
-- destroyed, so that a database and a vault which are not of one moment know it.
CREATE TABLE key_vault (
    vault_id BLOB NOT NULL PRIMARY KEY CHECK (length(vault_id) = 16),
    step     BLOB NOT NULL CHECK (length(step) = 16),
    -- True in a copy to be kept, until it is opened in the database's place.
    is_copy  INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Keys of what is erased, from when that is on the disk until they are destroyed in the vault, a moment later.
CREATE TABLE key_to_destroy (
    claimant_id BLOB NOT NULL REFERENCES claimant,
    key_id      BLOB NOT NULL CHECK (length(key_id) = 16),
    erased_at   INTEGER NOT NULL,
    PRIMARY KEY (claimant_id, key_id)
) STRICT, WITHOUT ROWID;

-- No foreign key to item_key: that is in the vault.
CREATE TABLE item (
    claimant_id BLOB NOT NULL REFERENCES claimant,
    item_id     TEXT NOT NULL,
    key_id      BLOB NOT NULL,
    version     INTEGER NOT NULL CHECK (version > 0),
    written_at  INTEGER NOT NULL,
    role        TEXT NOT NULL,
    actor_id    BLOB,
    content     BLOB NOT NULL,
    -- The day it goes by itself, such as 2027-03-01.
    goes_on     TEXT,
    -- A keyed hash of what it is found by before it is known whose it is, such as an email address to sign in with.
    found_by    BLOB CHECK (length(found_by) = 32),
    PRIMARY KEY (claimant_id, item_id)
) STRICT, WITHOUT ROWID;

-- A kind of which there can be many has a point in the names of its items, `goal.…`: a list of them, as they were written.
CREATE INDEX item_of_kind ON item (claimant_id, substr(item_id, 1, instr(item_id, '.') - 1), version);

-- How many items are held of each such kind: kept as they are written, so that no page has to count them, and one that is
-- missing is noticed.
CREATE TABLE tally (
    claimant_id BLOB NOT NULL REFERENCES claimant,
    kind        TEXT NOT NULL,
    held        INTEGER NOT NULL CHECK (held >= 0),
    PRIMARY KEY (claimant_id, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX item_found_by ON item (found_by, item_id) WHERE found_by IS NOT NULL;
-- A consent is the name of a person for an organisation: no two people have one of the same name.
CREATE UNIQUE INDEX item_consent ON item (item_id) WHERE item_id GLOB 'consent.*';
-- What an organisation wrote, to find what it owes an answer about.
CREATE INDEX item_by_organisation ON item (actor_id, claimant_id, item_id) WHERE role = 'organisation';
CREATE INDEX item_to_let_go ON item (goes_on) WHERE goes_on IS NOT NULL;

-- Who works for which organisation, so that whoever writes or looks has a name.
CREATE TABLE organisation (
    organisation_id BLOB NOT NULL PRIMARY KEY CHECK (length(organisation_id) = 16),
    name            TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
    staff_id        BLOB NOT NULL PRIMARY KEY CHECK (length(staff_id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation,
    name            TEXT NOT NULL,
    role            TEXT NOT NULL CHECK (role IN ('case-worker', 'supervisor', 'administrator')),
    -- What they are trained in and the days they work: names with a space between them.
    trained         TEXT NOT NULL,
    days            TEXT NOT NULL,
    languages       TEXT,
    about           TEXT,
    -- They work here no more. Their name stays beside what they wrote and looked at.
    closed          INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1))
) STRICT, WITHOUT ROWID;

-- The photos of case workers, each put there by whose face it is: a small JPEG made here, and half of its SHA-256.
CREATE TABLE staff_photo (
    staff_id BLOB NOT NULL PRIMARY KEY REFERENCES staff,
    photo_id BLOB NOT NULL CHECK (length(photo_id) = 16),
    jpeg     BLOB NOT NULL CHECK (length(jpeg) <= 12288)
) STRICT;

CREATE INDEX staff_photo_by_id ON staff_photo (photo_id);

-- Local and peer support that anyone here can look up: nothing of any person.
CREATE TABLE listing (
    -- What whoever lists it calls it by.
    key    TEXT NOT NULL PRIMARY KEY,
    name   TEXT NOT NULL,
    by     TEXT NOT NULL,
    about  TEXT NOT NULL,
    -- What it helps with: names with a space between them.
    topics TEXT NOT NULL,
    place  TEXT,
    open   TEXT,
    phone  TEXT,
    email  TEXT,
    web    TEXT
) STRICT, WITHOUT ROWID;

-- Systems of organisations that ask by themselves. Of their secrets only the hashes are kept.
CREATE TABLE api_client (
    client_id       BLOB NOT NULL PRIMARY KEY CHECK (length(client_id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation,
    name            TEXT NOT NULL,
    secret_hash     BLOB NOT NULL CHECK (length(secret_hash) = 32),
    made_at         INTEGER NOT NULL,
    -- Where it is told that something changed, and what that is signed with, sealed.
    hook_url        TEXT,
    hook_secret     BLOB,
    CHECK ((hook_url IS NULL) = (hook_secret IS NULL))
) STRICT, WITHOUT ROWID;

-- What such systems are to be told: that something changed, and never what. For which consent, and whose that is, is sealed.
CREATE TABLE hook (
    hook_id   BLOB NOT NULL PRIMARY KEY CHECK (length(hook_id) = 16),
    client_id BLOB NOT NULL REFERENCES api_client ON DELETE CASCADE,
    made_at   INTEGER NOT NULL,
    -- When it is told, or tried again. Whoever takes it to tell it moves that on.
    next_at   INTEGER NOT NULL,
    tried     INTEGER NOT NULL DEFAULT 0 CHECK (tried >= 0),
    claim     BLOB CHECK (length(claim) = 16),
    content   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX hook_next ON hook (next_at);

-- What such systems asked for under a key of theirs, so that it is done once: keyed hashes of the key and of all that was asked for,
-- and what was answered, which says nothing but the name of what was made.
CREATE TABLE api_request (
    client_id  BLOB NOT NULL REFERENCES api_client ON DELETE CASCADE,
    request_id BLOB NOT NULL CHECK (length(request_id) = 32),
    asked      BLOB NOT NULL CHECK (length(asked) = 32),
    done_at    INTEGER NOT NULL,
    answer     BLOB NOT NULL,
    PRIMARY KEY (client_id, request_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX api_request_done ON api_request (done_at);

-- The passkeys of those who work here, and where they are signed in: apart from those of people, so that neither opens the other's.
CREATE TABLE staff_key (
    found_by   BLOB NOT NULL PRIMARY KEY CHECK (length(found_by) = 32),
    staff_id   BLOB NOT NULL REFERENCES staff,
    sealed_key BLOB NOT NULL,
    added_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX key_of_staff ON staff_key (staff_id);

CREATE TABLE staff_session (
    token_hash   BLOB NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
    staff_id     BLOB NOT NULL REFERENCES staff,
    signed_in_at INTEGER NOT NULL,
    seen_at      INTEGER NOT NULL,
    signed_in_by TEXT NOT NULL,
    -- As for people.
    there        BLOB CHECK (length(there) = 32)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_of_staff ON staff_session (staff_id);

-- The hours that case workers promised, so that no two people are promised the same one: not to whom. The name is a keyed hash.
CREATE TABLE promised (
    promised_id BLOB NOT NULL PRIMARY KEY CHECK (length(promised_id) = 32),
    staff_id    BLOB NOT NULL CHECK (length(staff_id) = 16),
    begins_at   INTEGER NOT NULL,
    ends_at     INTEGER NOT NULL CHECK (ends_at > begins_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX promised_of_staff ON promised (staff_id, ends_at);

-- The keys that receipts are signed with. One is in use; of the others only the public half is kept, so that older
-- receipts can be checked and no new one can be made.
CREATE TABLE signing_key (
    key_id        BLOB NOT NULL PRIMARY KEY CHECK (length(key_id) = 8),
    public        BLOB NOT NULL CHECK (length(public) = 32),
    sealed_secret BLOB,
    since         INTEGER NOT NULL,
    until         INTEGER,
    CHECK ((sealed_secret IS NULL) = (until IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX one_signing_key_in_use ON signing_key (until IS NULL) WHERE until IS NULL;

-- The entry outlives the key of what was erased.
CREATE TABLE ledger (
    claimant_id BLOB NOT NULL REFERENCES claimant,
    number      INTEGER NOT NULL CHECK (number > 0),
    written_at  INTEGER NOT NULL,
    role        TEXT NOT NULL,
    actor_id    BLOB,
    item_id     TEXT NOT NULL,
    act         TEXT NOT NULL CHECK (act IN ('set', 'take-away', 'erase')),
    replaced    BLOB NOT NULL CHECK (length(replaced) = 32),
    notice      BLOB NOT NULL CHECK (length(notice) = 8),
    key_id      BLOB NOT NULL,
    content     BLOB NOT NULL,
    commitment  BLOB NOT NULL CHECK (length(commitment) = 32),
    previous    BLOB NOT NULL CHECK (length(previous) = 32),
    hash        BLOB NOT NULL CHECK (length(hash) = 32),
    signed_with BLOB NOT NULL REFERENCES signing_key (key_id),
    signature   BLOB NOT NULL CHECK (length(signature) = 64),
    PRIMARY KEY (claimant_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX ledger_of_item ON ledger (claimant_id, item_id, number);
-- What others did, one of them at a time.
CREATE INDEX ledger_by_another ON ledger (claimant_id, actor_id, number) WHERE actor_id IS NOT claimant_id;
CREATE INDEX ledger_taken_away ON ledger (claimant_id, number) WHERE act = 'take-away';

CREATE TABLE look (
    claimant_id BLOB NOT NULL REFERENCES claimant,
    number      INTEGER NOT NULL CHECK (number > 0),
    looked_at   INTEGER NOT NULL,
    role        TEXT NOT NULL,
    actor_id    BLOB,
    reason      TEXT NOT NULL,
    subject     TEXT NOT NULL,
    refused     INTEGER NOT NULL CHECK (refused IN (0, 1)),
    -- The law under which the person is not told more than when.
    withheld    TEXT,
    -- Of such a look what its hash is salted with, or the person could find who it was by trying everyone.
    salt        BLOB CHECK (length(salt) = 16),
    -- What an organisation was shown: names of items with their versions, a space between them.
    shown       TEXT,
    hash        BLOB NOT NULL CHECK (length(hash) = 32),
    CHECK ((salt IS NULL) = (withheld IS NULL)),
    PRIMARY KEY (claimant_id, number)
) STRICT, WITHOUT ROWID;

-- The person's own looks are many and say little to them.
CREATE INDEX look_by_others ON look (claimant_id, looked_at, number) WHERE actor_id IS NOT claimant_id;
CREATE INDEX look_by_another ON look (claimant_id, actor_id, number) WHERE actor_id IS NOT claimant_id;

-- The ends of the chains that grew since the checkpoint before, as the root of a tree: signed, chained and published.
CREATE TABLE checkpoint (
    number      INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    made_at     INTEGER NOT NULL,
    leaves      INTEGER NOT NULL CHECK (leaves > 0),
    root        BLOB NOT NULL CHECK (length(root) = 32),
    previous    BLOB NOT NULL CHECK (length(previous) = 32),
    signed_with BLOB NOT NULL REFERENCES signing_key (key_id),
    signature   BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

-- Where a person's chains are in a checkpoint, and the way from there to its root.
CREATE TABLE anchor (
    claimant_id BLOB NOT NULL REFERENCES claimant,
    checkpoint  INTEGER NOT NULL REFERENCES checkpoint (number),
    leaf        INTEGER NOT NULL,
    entries     INTEGER NOT NULL,
    head        BLOB NOT NULL CHECK (length(head) = 32),
    looks       INTEGER NOT NULL,
    look_head   BLOB NOT NULL CHECK (length(look_head) = 32),
    path        BLOB NOT NULL CHECK (length(path) % 32 = 0),
    PRIMARY KEY (claimant_id, checkpoint)
) STRICT, WITHOUT ROWID;

-- Nobody can change or take away an entry, a look or a checkpoint. REPLACE takes a row away without asking the triggers
-- on DELETE, so a place that is taken is refused before that.
CREATE TRIGGER ledger_is_not_deleted BEFORE DELETE ON ledger BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER ledger_is_not_changed BEFORE UPDATE ON ledger BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER ledger_is_not_replaced BEFORE INSERT ON ledger
WHEN EXISTS (SELECT 1 FROM ledger WHERE claimant_id = NEW.claimant_id AND number = NEW.number)
BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER look_is_not_deleted BEFORE DELETE ON look BEGIN SELECT raise(ABORT, 'the log only grows'); END;
CREATE TRIGGER look_is_not_changed BEFORE UPDATE ON look BEGIN SELECT raise(ABORT, 'the log only grows'); END;
CREATE TRIGGER look_is_not_replaced BEFORE INSERT ON look
WHEN EXISTS (SELECT 1 FROM look WHERE claimant_id = NEW.claimant_id AND number = NEW.number)
BEGIN SELECT raise(ABORT, 'the log only grows'); END;
CREATE TRIGGER checkpoint_is_not_deleted BEFORE DELETE ON checkpoint BEGIN SELECT raise(ABORT, 'checkpoints only grow'); END;
CREATE TRIGGER checkpoint_is_not_changed BEFORE UPDATE ON checkpoint BEGIN SELECT raise(ABORT, 'checkpoints only grow'); END;
CREATE TRIGGER checkpoint_is_not_replaced BEFORE INSERT ON checkpoint
WHEN EXISTS (SELECT 1 FROM checkpoint WHERE number = NEW.number)
BEGIN SELECT raise(ABORT, 'checkpoints only grow'); END;

CREATE TABLE session (
    token_hash   BLOB NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
    -- By which the person names it, to end it from somewhere else; it opens nothing.
    session_id   BLOB NOT NULL UNIQUE CHECK (length(session_id) = 16),
    claimant_id  BLOB NOT NULL REFERENCES claimant,
    signed_in_by TEXT NOT NULL,
    -- The way to sign in that it began by, where it was one of the person's own: closing that ends it.
    way          BLOB CHECK (length(way) = 16),
    -- Phone, computer or other: what the browser says of itself is not kept.
    device       TEXT NOT NULL,
    -- True when others use the device too: it ends sooner when it is not used.
    shared       INTEGER NOT NULL CHECK (shared IN (0, 1)),
    signed_in_at INTEGER NOT NULL,
    seen_at      INTEGER NOT NULL,
    looked       INTEGER NOT NULL CHECK (looked IN (0, 1)),
    looked_at_log INTEGER NOT NULL DEFAULT 0 CHECK (looked_at_log IN (0, 1)),
    -- A keyed hash of what an identity provider calls the session there in which this began, so that it can end with that one.
    there        BLOB CHECK (length(there) = 32)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_of_claimant ON session (claimant_id);
CREATE INDEX session_there ON session (there) WHERE there IS NOT NULL;

-- What opens once: an invitation, a link in an email. Hashes alone, so that a copy of the database opens nothing.
CREATE TABLE ticket (
    ticket_id   BLOB NOT NULL PRIMARY KEY CHECK (length(ticket_id) = 32),
    purpose     TEXT NOT NULL,
    secret_hash BLOB NOT NULL CHECK (length(secret_hash) = 32),
    -- Whose place it is about; none where that is not told yet.
    claimant_id BLOB REFERENCES claimant,
    made_at     INTEGER NOT NULL,
    until       INTEGER NOT NULL,
    -- Wrong tries lock this one and no other.
    tries_left  INTEGER NOT NULL CHECK (tries_left >= 0),
    content     BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX ticket_of_claimant ON ticket (claimant_id);
CREATE INDEX ticket_until ON ticket (until);

-- What is to be sent to people: put here with the change that causes it, taken away once it has left or never will.
CREATE TABLE outbox (
    claimant_id BLOB NOT NULL REFERENCES claimant,
    -- A keyed hash of what it says and to whom: the same message is here once, and leaves under one name however often it is tried.
    message_id  BLOB NOT NULL CHECK (length(message_id) = 16),
    made_at     INTEGER NOT NULL,
    -- When it is sent, or looked at again. Whoever takes it to send it moves that on, and nobody else takes it until then.
    next_at     INTEGER NOT NULL,
    -- How often it was tried since it last was its hour.
    tried       INTEGER NOT NULL DEFAULT 0 CHECK (tried >= 0),
    -- Who has taken it: whoever took it later settles it.
    claim       BLOB CHECK (length(claim) = 16),
    -- What it is about and which address it goes to, never the address itself.
    content     BLOB NOT NULL,
    PRIMARY KEY (claimant_id, message_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX outbox_next ON outbox (next_at);
