-- REPLACE takes a row away without asking the triggers on DELETE, so a place that is taken is refused before that.

CREATE TRIGGER ledger_is_not_replaced BEFORE INSERT ON ledger
WHEN EXISTS (SELECT 1 FROM ledger WHERE claimant_id = NEW.claimant_id AND number = NEW.number)
BEGIN SELECT raise(ABORT, 'the ledger only grows'); END;

CREATE TRIGGER look_is_not_replaced BEFORE INSERT ON look
WHEN EXISTS (SELECT 1 FROM look WHERE claimant_id = NEW.claimant_id AND look_id = NEW.look_id)
BEGIN SELECT raise(ABORT, 'the log only grows'); END;

-- How many items there are, so that none is missed when a part of the file is damaged and its rows are not found.
ALTER TABLE claimant ADD COLUMN items INTEGER NOT NULL DEFAULT 0;
UPDATE claimant SET items = (SELECT count(*) FROM item WHERE item.claimant_id = claimant.claimant_id);
