-- What happened, in order and without gaps. Everything else is derived from it.
CREATE TABLE events (
    seq       INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL, -- milliseconds since 1970-01-01, UTC
    kind      TEXT    NOT NULL,
    actor     TEXT    NOT NULL,
    case_id   INTEGER,
    report_id INTEGER,
    body      TEXT    NOT NULL -- JSON
);
CREATE INDEX events_of_case ON events (case_id, seq) WHERE case_id IS NOT NULL;
CREATE INDEX events_of_report ON events (report_id, seq) WHERE report_id IS NOT NULL;

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'the event log is append-only: events are never changed');
END;
CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'the event log is append-only: events are never deleted');
END;
-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER events_follow_each_other BEFORE INSERT ON events
WHEN NEW.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM events)
BEGIN
    SELECT RAISE(ABORT, 'the event log is append-only: an event gets the next number');
END;

-- What entries were when somebody reported them.
CREATE TABLE contents (
    case_hash    TEXT PRIMARY KEY,
    entry        TEXT NOT NULL,
    title        TEXT NOT NULL,
    labels       TEXT NOT NULL, -- JSON
    picture      TEXT,          -- path of the file
    picture_hash TEXT
);

CREATE TABLE reports (
    id          INTEGER PRIMARY KEY,
    received_at INTEGER NOT NULL,
    case_hash   TEXT    NOT NULL REFERENCES contents (case_hash),
    gate        TEXT    NOT NULL,
    reasons     TEXT    NOT NULL, -- JSON
    answer      TEXT    NOT NULL,
    language    TEXT,
    abusive     INTEGER NOT NULL,
    masked      TEXT    NOT NULL,
    event       INTEGER NOT NULL REFERENCES events (seq)
);

CREATE TABLE cases (
    id         INTEGER PRIMARY KEY,
    case_hash  TEXT    NOT NULL REFERENCES contents (case_hash),
    category   TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    resting    TEXT    NOT NULL, -- the state that a release returns to
    settled    INTEGER NOT NULL,
    escalated  INTEGER NOT NULL,
    reopenings INTEGER NOT NULL,
    holder     TEXT,
    opened_at  INTEGER NOT NULL,
    deadline   INTEGER NOT NULL,
    reports    INTEGER NOT NULL,
    gate       TEXT    NOT NULL, -- the weightiest of its reports
    severity   INTEGER NOT NULL, -- of the worst finding that confirms a claim, 0 for none
    priority   INTEGER NOT NULL,
    outcome    TEXT
);
CREATE INDEX cases_waiting ON cases (escalated, priority DESC, deadline, id) WHERE settled = 0;
CREATE INDEX cases_due ON cases (deadline) WHERE settled = 0;
CREATE INDEX cases_of_content ON cases (case_hash);

CREATE TABLE filings (
    case_id   INTEGER NOT NULL REFERENCES cases (id),
    report_id INTEGER NOT NULL REFERENCES reports (id),
    PRIMARY KEY (case_id, report_id)
) WITHOUT ROWID;
CREATE INDEX filings_of_report ON filings (report_id);

CREATE TABLE claims (
    case_id   INTEGER NOT NULL,
    report_id INTEGER NOT NULL,
    number    INTEGER NOT NULL, -- from 1, within the report
    quote     TEXT    NOT NULL,
    category  TEXT    NOT NULL,
    anchors   TEXT    NOT NULL, -- JSON
    verdict   TEXT    NOT NULL,
    why       TEXT    NOT NULL,
    rules     TEXT    NOT NULL, -- JSON
    finding   TEXT,             -- JSON
    PRIMARY KEY (case_id, report_id, number),
    FOREIGN KEY (case_id, report_id) REFERENCES filings (case_id, report_id)
) WITHOUT ROWID;

-- What cases are about; reports on the same content that name the same thing belong together.
CREATE TABLE anchors (
    case_hash TEXT    NOT NULL,
    category  TEXT    NOT NULL,
    anchor    TEXT    NOT NULL,
    case_id   INTEGER NOT NULL REFERENCES cases (id),
    PRIMARY KEY (case_hash, category, anchor, case_id)
) WITHOUT ROWID;

CREATE TABLE decisions (
    event     INTEGER PRIMARY KEY REFERENCES events (seq),
    case_id   INTEGER NOT NULL REFERENCES cases (id),
    at        INTEGER NOT NULL,
    deadline  INTEGER NOT NULL, -- as it was then
    actor     TEXT    NOT NULL,
    outcome   TEXT    NOT NULL,
    automated INTEGER NOT NULL, -- decided by nobody who had read the report
    evidence  TEXT    NOT NULL, -- JSON: report and number of each claim that it rests on
    judgement TEXT    NOT NULL,
    facts     TEXT    NOT NULL,
    rule      TEXT    NOT NULL
);
CREATE INDEX decisions_of_case ON decisions (case_id, event);
