-- The vault: the keys of items, each sealed with the service's. Apart from what they open, so that there can be many copies of
-- the database and one of this, and what is destroyed here is destroyed in all of them.

-- One row. While it is not known whether the keys of the last step are used, also the step before.
CREATE TABLE vault (
    vault_id BLOB NOT NULL PRIMARY KEY CHECK (length(vault_id) = 16),
    step     BLOB NOT NULL CHECK (length(step) = 16),
    before   BLOB CHECK (length(before) = 16)
) STRICT, WITHOUT ROWID;

-- Several keys for one item when it was taken away and said anew. Erasing destroys all of an item's.
CREATE TABLE item_key (
    claimant_id BLOB NOT NULL CHECK (length(claimant_id) = 16),
    key_id      BLOB NOT NULL CHECK (length(key_id) = 16),
    item_id     TEXT NOT NULL,
    sealed_key  BLOB NOT NULL,
    PRIMARY KEY (claimant_id, key_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX item_key_of_item ON item_key (claimant_id, item_id);

-- The keys that were put in last: what was to use them is committed afterwards, and may never have been.
CREATE TABLE new_key (
    claimant_id BLOB NOT NULL,
    key_id      BLOB NOT NULL,
    PRIMARY KEY (claimant_id, key_id)
) STRICT, WITHOUT ROWID;

-- What was destroyed, so that an older copy of the database knows that it was, and was not lost.
CREATE TABLE destroyed_key (
    claimant_id  BLOB NOT NULL CHECK (length(claimant_id) = 16),
    key_id       BLOB NOT NULL CHECK (length(key_id) = 16),
    destroyed_at INTEGER NOT NULL,
    PRIMARY KEY (claimant_id, key_id)
) STRICT, WITHOUT ROWID;

-- What is destroyed stays so.
CREATE TRIGGER destroyed_key_is_not_put_back BEFORE INSERT ON item_key
WHEN EXISTS (SELECT 1 FROM destroyed_key WHERE claimant_id = NEW.claimant_id AND key_id = NEW.key_id)
BEGIN SELECT raise(ABORT, 'a key that was destroyed stays so'); END;
CREATE TRIGGER destroyed_key_is_not_deleted BEFORE DELETE ON destroyed_key BEGIN SELECT raise(ABORT, 'what is destroyed stays so'); END;
CREATE TRIGGER destroyed_key_is_not_changed BEFORE UPDATE ON destroyed_key BEGIN SELECT raise(ABORT, 'what is destroyed stays so'); END;
