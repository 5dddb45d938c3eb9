-- What pages of any size need to cost no more than small ones: how many items there are of a kind, and lists in the order
-- in which they were written. A kind of which there can be many has a point in the names of its items: `goal.…`.

-- How many items are held of each such kind: counted as they are written, so that no page has to count them, and that one
-- which is missing is noticed.
CREATE TABLE tally (
    claimant_id BLOB NOT NULL REFERENCES claimant,
    kind        TEXT NOT NULL,
    held        INTEGER NOT NULL CHECK (held >= 0),
    PRIMARY KEY (claimant_id, kind)
) STRICT, WITHOUT ROWID;

INSERT INTO tally (claimant_id, kind, held)
SELECT claimant_id, substr(item_id, 1, instr(item_id, '.') - 1), count(*) FROM item
WHERE instr(item_id, '.') > 0 GROUP BY 1, 2;

CREATE INDEX item_of_kind ON item (claimant_id, substr(item_id, 1, instr(item_id, '.') - 1), version);
CREATE INDEX item_key_of_item ON item_key (claimant_id, item_id);
CREATE INDEX ledger_taken_away ON ledger (claimant_id, number) WHERE act = 'take-away';
