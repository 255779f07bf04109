-- What was sent, letter by letter, and by whom. Not in the log, which never forgets, so that a person can be forgotten.
CREATE TABLE originals (
    event     INTEGER PRIMARY KEY REFERENCES events (seq),
    report_id INTEGER NOT NULL UNIQUE,
    text      TEXT    NOT NULL,
    name      TEXT,
    email     TEXT
);
CREATE TRIGGER originals_are_never_changed BEFORE UPDATE ON originals
BEGIN
    SELECT RAISE(ABORT, 'what was sent is kept or forgotten, and never changed');
END;
INSERT INTO originals
SELECT seq, report_id, json_extract(body, '$.text'), NULL, NULL FROM events WHERE kind = 'received';

-- The sender's own name for a report: what is sent twice is one report.
ALTER TABLE reports ADD COLUMN ref TEXT;
CREATE UNIQUE INDEX reports_by_ref ON reports (ref) WHERE ref IS NOT NULL;

-- Kept for a person to look at, where the others like it were dismissed.
ALTER TABLE cases ADD COLUMN sampled INTEGER NOT NULL DEFAULT 0;
CREATE INDEX cases_empty ON cases (id) WHERE settled = 0 AND gate = 'empty';

-- The same thing reported on what an entry was before.
CREATE INDEX contents_of_entry ON contents (entry);
CREATE INDEX anchors_of_case ON anchors (case_id);
