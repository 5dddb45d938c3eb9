-- What is held about a person: items as they stand, the ledger of every change, and who looked.
-- Every key starts with the claimant's id. Content is sealed with a key of its own for each item, so that
-- destroying the key destroys the content, wherever copies of the sealed bytes are.
-- Times are microseconds since 1970 (UTC). Each column has an entry in the catalogue (own-terms-domain, catalogue.rs).

CREATE TABLE claimant (
    claimant_id BLOB NOT NULL PRIMARY KEY CHECK (length(claimant_id) = 16),
    origin      TEXT NOT NULL CHECK (origin IN ('real', 'demonstration', 'measuring')),
    made_at     INTEGER NOT NULL,
    entries     INTEGER NOT NULL DEFAULT 0,
    head        BLOB NOT NULL CHECK (length(head) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_key (
    claimant_id BLOB NOT NULL REFERENCES claimant,
    key_id      BLOB NOT NULL CHECK (length(key_id) = 16),
    sealed_key  BLOB NOT NULL,
    PRIMARY KEY (claimant_id, key_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE item (
    claimant_id BLOB NOT NULL REFERENCES claimant,
    item_id     TEXT NOT NULL,
    key_id      BLOB NOT NULL,
    version     INTEGER NOT NULL CHECK (version > 0),
    written_at  INTEGER NOT NULL,
    role        TEXT NOT NULL,
    actor_id    BLOB,
    content     BLOB NOT NULL,
    PRIMARY KEY (claimant_id, item_id),
    FOREIGN KEY (claimant_id, key_id) REFERENCES item_key
) STRICT, WITHOUT ROWID;

-- No foreign key to item_key: the entry outlives the key of what was erased.
CREATE TABLE ledger (
    claimant_id BLOB NOT NULL REFERENCES claimant,
    number      INTEGER NOT NULL CHECK (number > 0),
    written_at  INTEGER NOT NULL,
    role        TEXT NOT NULL,
    actor_id    BLOB,
    item_id     TEXT NOT NULL,
    version     INTEGER NOT NULL,
    key_id      BLOB NOT NULL,
    content     BLOB NOT NULL,
    commitment  BLOB NOT NULL CHECK (length(commitment) = 32),
    previous    BLOB NOT NULL CHECK (length(previous) = 32),
    hash        BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (claimant_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE look (
    claimant_id BLOB NOT NULL REFERENCES claimant,
    look_id     BLOB NOT NULL CHECK (length(look_id) = 16),
    looked_at   INTEGER NOT NULL,
    role        TEXT NOT NULL,
    actor_id    BLOB,
    reason      TEXT NOT NULL,
    subject     TEXT NOT NULL,
    refused     INTEGER NOT NULL CHECK (refused IN (0, 1)),
    PRIMARY KEY (claimant_id, look_id)
) STRICT, WITHOUT ROWID;

-- Nobody can change or take away an entry or a look.
CREATE TRIGGER ledger_is_not_deleted BEFORE DELETE ON ledger BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER ledger_is_not_changed BEFORE UPDATE ON ledger BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER look_is_not_deleted BEFORE DELETE ON look BEGIN SELECT raise(ABORT, 'the log only grows'); END;
CREATE TRIGGER look_is_not_changed BEFORE UPDATE ON look BEGIN SELECT raise(ABORT, 'the log only grows'); END;

CREATE TABLE session (
    token_hash   BLOB NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
    claimant_id  BLOB NOT NULL REFERENCES claimant,
    signed_in_at INTEGER NOT NULL,
    seen_at      INTEGER NOT NULL,
    looked       INTEGER NOT NULL CHECK (looked IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX session_of_claimant ON session (claimant_id);
