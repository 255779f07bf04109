BEGIN TRANSACTION;
CREATE TABLE anchors (
    case_hash TEXT    NOT NULL,
    category  TEXT    NOT NULL,
    anchor    TEXT    NOT NULL,
    case_id   INTEGER NOT NULL REFERENCES cases (id),
    PRIMARY KEY (case_hash, category, anchor, case_id)
) WITHOUT ROWID;
INSERT INTO "anchors" VALUES('hash-1','other','words:047d5b0368062fffacac',4);
INSERT INTO "anchors" VALUES('hash-1','other','words:5d14c02c929ee6aecef8',2);
INSERT INTO "anchors" VALUES('hash-1','other','words:d204f419f9418e6e80d9',3);
INSERT INTO "anchors" VALUES('hash-1','spelling','label:brwoser',1);
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
INSERT INTO "cases" VALUES(1,'hash-1','spelling','decided','open',1,0,0,NULL,1780000000000,1780086400000,2,'substantiated',3,63,'upheld');
INSERT INTO "cases" VALUES(2,'hash-1','other','open','open',0,0,0,NULL,1780007200000,1780093600000,1,'empty',0,0,NULL);
INSERT INTO "cases" VALUES(3,'hash-1','other','escalated','escalated',0,1,0,NULL,1780007200000,1780093600000,1,'escalate',0,125,NULL);
INSERT INTO "cases" VALUES(4,'hash-1','other','claimed','open',0,0,0,'bob',1780007200000,1780093600000,1,'unclear',0,5,NULL);
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
INSERT INTO "claims" VALUES(1,1,1,'Brwoser','spelling','["label:brwoser"]','confirms','the linter looked','["SPL101"]','{"rule": "SPL101", "name": "misspelt-word", "severity": "error", "message": "''Brwoser'' is misspelt; write it right", "quote": "Brwoser", "path": "a.png", "line": null, "column": null, "region": [10, 20, 110, 60], "picture_size": [400, 300], "confidence": null}');
INSERT INTO "claims" VALUES(1,2,1,'brwoser','spelling','["label:brwoser"]','confirms','the linter looked','["SPL101"]','{"rule": "SPL101", "name": "misspelt-word", "severity": "error", "message": "''brwoser'' is misspelt; write it right", "quote": "brwoser", "path": "a.png", "line": null, "column": null, "region": [10, 20, 110, 60], "picture_size": [400, 300], "confidence": null}');
CREATE TABLE contents (
    case_hash    TEXT PRIMARY KEY,
    entry        TEXT NOT NULL,
    title        TEXT NOT NULL,
    labels       TEXT NOT NULL, -- JSON
    picture      TEXT,          -- path of the file
    picture_hash TEXT
);
INSERT INTO "contents" VALUES('hash-1','e1','JWT flow','["Browser", "API Server"]',NULL,NULL);
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
INSERT INTO "decisions" VALUES(18,1,1780014400000,1780086400000,'ann','upheld',0,'[{"report": 1, "number": 1}]','','the label reads Brwoser','labels are spelt right');
CREATE TABLE events (
    seq       INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL, -- milliseconds since 1970-01-01, UTC
    kind      TEXT    NOT NULL,
    actor     TEXT    NOT NULL,
    case_id   INTEGER,
    report_id INTEGER,
    body      TEXT    NOT NULL -- JSON
);
INSERT INTO "events" VALUES(1,1780000000000,'seen','intake',NULL,NULL,'{"case_hash": "hash-1", "entry": "e1", "title": "JWT flow", "labels": ["Browser", "API Server"], "picture": null, "picture_hash": null}');
INSERT INTO "events" VALUES(2,1780000000000,'received','intake',NULL,1,'{"text": "the label ''Brwoser'' is wrong", "case_hash": "hash-1", "gate": "substantiated", "reasons": ["it is substantiated"], "answer": "Thank you.", "language": "en", "abusive": false, "masked": "the label ''Brwoser'' is wrong"}');
INSERT INTO "events" VALUES(3,1780000000000,'opened','intake',1,NULL,'{"case_hash": "hash-1", "category": "spelling", "deadline": 1780086400000}');
INSERT INTO "events" VALUES(4,1780000000000,'filed','intake',1,1,'{"gate": "substantiated", "deadline": 1780086400000, "anchors": ["label:brwoser"], "claims": [{"number": 1, "quote": "Brwoser", "category": "spelling", "anchors": ["label:brwoser"], "verdict": "confirms", "why": "the linter looked", "rules": ["SPL101"], "finding": {"rule": "SPL101", "name": "misspelt-word", "severity": "error", "message": "''Brwoser'' is misspelt; write it right", "quote": "Brwoser", "path": "a.png", "line": null, "column": null, "region": [10, 20, 110, 60], "picture_size": [400, 300], "confidence": null}}]}');
INSERT INTO "events" VALUES(5,1780003600000,'received','intake',NULL,2,'{"text": "la etiqueta ''brwoser'' está mal", "case_hash": "hash-1", "gate": "substantiated", "reasons": ["it is substantiated"], "answer": "Thank you.", "language": "en", "abusive": false, "masked": "la etiqueta ''brwoser'' está mal"}');
INSERT INTO "events" VALUES(6,1780003600000,'filed','intake',1,2,'{"gate": "substantiated", "deadline": 1780090000000, "anchors": ["label:brwoser"], "claims": [{"number": 1, "quote": "brwoser", "category": "spelling", "anchors": ["label:brwoser"], "verdict": "confirms", "why": "the linter looked", "rules": ["SPL101"], "finding": {"rule": "SPL101", "name": "misspelt-word", "severity": "error", "message": "''brwoser'' is misspelt; write it right", "quote": "brwoser", "path": "a.png", "line": null, "column": null, "region": [10, 20, 110, 60], "picture_size": [400, 300], "confidence": null}}]}');
INSERT INTO "events" VALUES(7,1780007200000,'received','intake',NULL,3,'{"text": "spam", "case_hash": "hash-1", "gate": "empty", "reasons": ["it is empty"], "answer": "Thank you.", "language": "en", "abusive": false, "masked": "spam"}');
INSERT INTO "events" VALUES(8,1780007200000,'opened','intake',2,NULL,'{"case_hash": "hash-1", "category": "other", "deadline": 1780093600000}');
INSERT INTO "events" VALUES(9,1780007200000,'filed','intake',2,3,'{"gate": "empty", "deadline": 1780093600000, "anchors": ["words:5d14c02c929ee6aecef8"], "claims": []}');
INSERT INTO "events" VALUES(10,1780007200000,'received','intake',NULL,4,'{"text": "there is a weapon in it", "case_hash": "hash-1", "gate": "escalate", "reasons": ["it is escalate"], "answer": "Thank you.", "language": "en", "abusive": false, "masked": "there is a weapon in it"}');
INSERT INTO "events" VALUES(11,1780007200000,'opened','intake',3,NULL,'{"case_hash": "hash-1", "category": "other", "deadline": 1780093600000}');
INSERT INTO "events" VALUES(12,1780007200000,'filed','intake',3,4,'{"gate": "escalate", "deadline": 1780093600000, "anchors": ["words:d204f419f9418e6e80d9"], "claims": []}');
INSERT INTO "events" VALUES(13,1780007200000,'escalated','intake',3,NULL,'{"state": "escalated", "reason": "it is escalate"}');
INSERT INTO "events" VALUES(14,1780007200000,'received','intake',NULL,5,'{"text": "something is odd here", "case_hash": "hash-1", "gate": "unclear", "reasons": ["it is unclear"], "answer": "Thank you.", "language": "en", "abusive": false, "masked": "something is odd here"}');
INSERT INTO "events" VALUES(15,1780007200000,'opened','intake',4,NULL,'{"case_hash": "hash-1", "category": "other", "deadline": 1780093600000}');
INSERT INTO "events" VALUES(16,1780007200000,'filed','intake',4,5,'{"gate": "unclear", "deadline": 1780093600000, "anchors": ["words:047d5b0368062fffacac"], "claims": []}');
INSERT INTO "events" VALUES(17,1780007200000,'claimed','ann',1,NULL,'{"state": "claimed"}');
INSERT INTO "events" VALUES(18,1780014400000,'decided','ann',1,NULL,'{"state": "decided", "outcome": "upheld", "facts": "the label reads Brwoser", "evidence": [{"report": 1, "number": 1}], "judgement": "", "rule": "labels are spelt right", "automated": false}');
INSERT INTO "events" VALUES(19,1780014400000,'claimed','bob',3,NULL,'{"state": "claimed"}');
INSERT INTO "events" VALUES(20,1780014400000,'released','bob',3,NULL,'{"state": "escalated"}');
INSERT INTO "events" VALUES(21,1780014400000,'claimed','bob',4,NULL,'{"state": "claimed"}');
CREATE TABLE filings (
    case_id   INTEGER NOT NULL REFERENCES cases (id),
    report_id INTEGER NOT NULL REFERENCES reports (id),
    PRIMARY KEY (case_id, report_id)
) WITHOUT ROWID;
INSERT INTO "filings" VALUES(1,1);
INSERT INTO "filings" VALUES(1,2);
INSERT INTO "filings" VALUES(2,3);
INSERT INTO "filings" VALUES(3,4);
INSERT INTO "filings" VALUES(4,5);
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
INSERT INTO "reports" VALUES(1,1780000000000,'hash-1','substantiated','["it is substantiated"]','Thank you.','en',0,'the label ''Brwoser'' is wrong',2);
INSERT INTO "reports" VALUES(2,1780003600000,'hash-1','substantiated','["it is substantiated"]','Thank you.','en',0,'la etiqueta ''brwoser'' está mal',5);
INSERT INTO "reports" VALUES(3,1780007200000,'hash-1','empty','["it is empty"]','Thank you.','en',0,'spam',7);
INSERT INTO "reports" VALUES(4,1780007200000,'hash-1','escalate','["it is escalate"]','Thank you.','en',0,'there is a weapon in it',10);
INSERT INTO "reports" VALUES(5,1780007200000,'hash-1','unclear','["it is unclear"]','Thank you.','en',0,'something is odd here',14);
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
CREATE TRIGGER events_follow_each_other BEFORE INSERT ON events
WHEN NEW.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM events)
BEGIN
    SELECT RAISE(ABORT, 'the event log is append-only: an event gets the next number');
END;
CREATE INDEX cases_waiting ON cases (escalated, priority DESC, deadline, id) WHERE settled = 0;
CREATE INDEX cases_due ON cases (deadline) WHERE settled = 0;
CREATE INDEX cases_of_content ON cases (case_hash);
CREATE INDEX filings_of_report ON filings (report_id);
CREATE INDEX decisions_of_case ON decisions (case_id, event);
PRAGMA user_version = 1;
COMMIT;
