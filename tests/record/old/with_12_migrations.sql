-- Made by the code as it was with 12 migrations: two cases (sample) with points, and 31 alarms.
PRAGMA user_version=12;
BEGIN TRANSACTION;
CREATE TABLE access (
        envelope TEXT PRIMARY KEY REFERENCES envelopes (id),
        advocate TEXT NOT NULL REFERENCES readers (id),
        parts TEXT NOT NULL, counter INTEGER NOT NULL, received_on TEXT NOT NULL);
CREATE TABLE alarms (
        id INTEGER PRIMARY KEY, code TEXT NOT NULL, at TEXT NOT NULL,
        reader TEXT REFERENCES readers (id), envelope TEXT NOT NULL DEFAULT '',
        arrival INTEGER REFERENCES arrivals (n), detail TEXT NOT NULL DEFAULT '',
        seen_by TEXT NOT NULL DEFAULT '', seen_at TEXT);
INSERT INTO "alarms" VALUES(1,'unknown_box','2026-11-28T15:09:41+00:00',NULL,'',4,'','Grace Adeyemi','2026-11-28T15:09:42+00:00');
INSERT INTO "alarms" VALUES(2,'unknown_box','2026-11-28T15:09:41+00:00',NULL,'',3,'','Grace Adeyemi','2026-11-28T15:09:42+00:00');
INSERT INTO "alarms" VALUES(3,'unknown_box','2026-11-28T15:09:41+00:00',NULL,'',2,'','',NULL);
INSERT INTO "alarms" VALUES(4,'read_soon','2026-11-28T15:09:41+00:00','b51a0cbb72734e1a','67a400e29b768298011472683e6d1fe6',NULL,'','',NULL);
INSERT INTO "alarms" VALUES(5,'does_not_open','2026-11-28T15:09:41+00:00','b51a0cbb72734e1a','abababababababababababababababab',1,'','Grace Adeyemi','2026-11-28T15:09:41+00:00');
INSERT INTO "alarms" VALUES(6,'does_not_open','2026-11-28T15:09:41+00:00','b51a0cbb72734e1a','00000000000000000000000000000000',NULL,'','',NULL);
INSERT INTO "alarms" VALUES(7,'does_not_open','2026-11-28T15:09:41+00:00','b51a0cbb72734e1a','00000000000000000000000000000001',NULL,'','',NULL);
INSERT INTO "alarms" VALUES(8,'does_not_open','2026-11-28T15:09:41+00:00','b51a0cbb72734e1a','00000000000000000000000000000002',NULL,'','',NULL);
INSERT INTO "alarms" VALUES(9,'does_not_open','2026-11-28T15:09:41+00:00','b51a0cbb72734e1a','00000000000000000000000000000003',NULL,'','',NULL);
INSERT INTO "alarms" VALUES(10,'does_not_open','2026-11-28T15:09:41+00:00','b51a0cbb72734e1a','00000000000000000000000000000004',NULL,'','',NULL);
INSERT INTO "alarms" VALUES(11,'does_not_open','2026-11-28T15:09:41+00:00','0e93e52bf4988266','cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd',NULL,'','',NULL);
INSERT INTO "alarms" VALUES(12,'unknown_invitation','2026-11-28T15:09:41+00:00',NULL,'',NULL,'00000000000000000000000000000000','',NULL);
INSERT INTO "alarms" VALUES(13,'unknown_invitation','2026-11-28T15:09:41+00:00',NULL,'',NULL,'00000000000000000000000000000001','',NULL);
INSERT INTO "alarms" VALUES(14,'unknown_invitation','2026-11-28T15:09:41+00:00',NULL,'',NULL,'00000000000000000000000000000002','',NULL);
INSERT INTO "alarms" VALUES(15,'unknown_invitation','2026-11-28T15:09:41+00:00',NULL,'',NULL,'00000000000000000000000000000003','',NULL);
INSERT INTO "alarms" VALUES(16,'unknown_invitation','2026-11-28T15:09:41+00:00',NULL,'',NULL,'00000000000000000000000000000004','',NULL);
INSERT INTO "alarms" VALUES(17,'unknown_invitation','2026-11-28T15:09:41+00:00',NULL,'',NULL,'00000000000000000000000000000005','',NULL);
INSERT INTO "alarms" VALUES(18,'unknown_invitation','2026-11-28T15:09:41+00:00',NULL,'',NULL,'00000000000000000000000000000006','',NULL);
INSERT INTO "alarms" VALUES(19,'unknown_invitation','2026-11-28T15:09:41+00:00',NULL,'',NULL,'00000000000000000000000000000007','',NULL);
INSERT INTO "alarms" VALUES(20,'unknown_invitation','2026-11-28T15:09:41+00:00',NULL,'',NULL,'00000000000000000000000000000008','',NULL);
INSERT INTO "alarms" VALUES(21,'unknown_invitation','2026-11-28T15:09:41+00:00',NULL,'',NULL,'00000000000000000000000000000009','',NULL);
INSERT INTO "alarms" VALUES(22,'unknown_invitation','2026-11-28T15:09:42+00:00',NULL,'',NULL,'0000000000000000000000000000000a','',NULL);
INSERT INTO "alarms" VALUES(23,'unknown_invitation','2026-11-28T15:09:42+00:00',NULL,'',NULL,'0000000000000000000000000000000b','',NULL);
INSERT INTO "alarms" VALUES(24,'unknown_invitation','2026-11-28T15:09:42+00:00',NULL,'',NULL,'0000000000000000000000000000000c','',NULL);
INSERT INTO "alarms" VALUES(25,'unknown_invitation','2026-11-28T15:09:42+00:00',NULL,'',NULL,'0000000000000000000000000000000d','',NULL);
INSERT INTO "alarms" VALUES(26,'unknown_invitation','2026-11-28T15:09:42+00:00',NULL,'',NULL,'0000000000000000000000000000000e','',NULL);
INSERT INTO "alarms" VALUES(27,'unknown_invitation','2026-11-28T15:09:42+00:00',NULL,'',NULL,'0000000000000000000000000000000f','',NULL);
INSERT INTO "alarms" VALUES(28,'unknown_invitation','2026-11-28T15:09:42+00:00',NULL,'',NULL,'00000000000000000000000000000010','',NULL);
INSERT INTO "alarms" VALUES(29,'unknown_invitation','2026-11-28T15:09:42+00:00',NULL,'',NULL,'00000000000000000000000000000011','',NULL);
INSERT INTO "alarms" VALUES(30,'unknown_invitation','2026-11-28T15:09:42+00:00',NULL,'',NULL,'00000000000000000000000000000012','',NULL);
INSERT INTO "alarms" VALUES(31,'unknown_invitation','2026-11-28T15:09:42+00:00',NULL,'',NULL,'00000000000000000000000000000013','',NULL);
INSERT INTO "alarms" VALUES(32,'not_handled','2026-11-28T15:09:42+00:00',NULL,'',1,'RuntimeError','',NULL);
CREATE TABLE approvals (
        n INTEGER PRIMARY KEY, envelope TEXT NOT NULL REFERENCES envelopes (id),
        reader TEXT NOT NULL REFERENCES readers (id), about TEXT NOT NULL,
        question TEXT NOT NULL, yes INTEGER NOT NULL, received_on TEXT NOT NULL);
CREATE TABLE area_words (term TEXT PRIMARY KEY, meaning TEXT NOT NULL);
CREATE TABLE arrivals (
        n INTEGER PRIMARY KEY, box TEXT NOT NULL, id TEXT NOT NULL, sha256 TEXT NOT NULL,
        raw BLOB NOT NULL, kept_at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('kept', 'opened', 'quarantined')),
        reason TEXT NOT NULL DEFAULT '', UNIQUE (box, id, sha256));
INSERT INTO "arrivals" VALUES(1,'6799eb28159262385109474fb04fbd91','67a400e29b768298011472683e6d1fe6','7f8488df73355fb9c67c14271cbe6f48a0726c3a538c749de55b7576172c3d64',X'595601020000000000000000000000000000000067A400E29B768298011472683E6D1FE6','2026-11-28T15:09:41+00:00','kept','');
INSERT INTO "arrivals" VALUES(2,'00000000000000000000000000000000','','5c235c80e6afc2fd0f1629484941ceab58ad0808919e7af751342c2cad5a2a42',X'756E6B6E6F776E2030','2026-11-28T15:09:41+00:00','quarantined','unknown_box');
INSERT INTO "arrivals" VALUES(3,'00000000000000000000000000000000','','5757d335df463e1b6ac103d5a72c2291b189e130ec7c776cd77010bbce88ec1c',X'756E6B6E6F776E2031','2026-11-28T15:09:41+00:00','quarantined','unknown_box');
INSERT INTO "arrivals" VALUES(4,'00000000000000000000000000000000','','51ac37da0711576001b11cd1aa2b6b226110c70e70f6373e71c50f57cc517839',X'756E6B6E6F776E2032','2026-11-28T15:09:41+00:00','quarantined','unknown_box');
CREATE TABLE boxes (
        box TEXT PRIMARY KEY, reader TEXT NOT NULL REFERENCES readers (id),
        invitation TEXT NOT NULL UNIQUE REFERENCES invitations (id),
        agreement TEXT NOT NULL, signing TEXT NOT NULL, token_sha256 TEXT NOT NULL,
        keys_serial INTEGER NOT NULL, revoked_at TEXT);
CREATE TABLE cases (
        id TEXT PRIMARY KEY, name TEXT NOT NULL,
        worker TEXT NOT NULL REFERENCES staff (id), chair TEXT NOT NULL REFERENCES staff (id),
        meeting TEXT NOT NULL, people TEXT NOT NULL, numbers TEXT NOT NULL,
        told_up_to INTEGER NOT NULL DEFAULT 0, revision INTEGER NOT NULL DEFAULT 0);
INSERT INTO "cases" VALUES('ec52f3192dee7b9b','Amina','c16011d4fe16b260','6d5c3583acb4223c','{"on": "2026-12-04", "at": "16:00", "place": "The Old Library", "which": "first"}','["Sam Osei, youth worker"]','[{"name": "Duty team", "number": "020 7946 0101"}]',0,0);
INSERT INTO "cases" VALUES('0a2c16b984a93ae4','Kai','5ee4003b015a8e8c','f05133499d859234','{"on": "", "at": "", "place": "", "which": "first"}','[]','[]',0,0);
CREATE TABLE "cleared" (
        reader TEXT NOT NULL REFERENCES readers (id), item TEXT NOT NULL,
        PRIMARY KEY (reader, item));
CREATE TABLE drafts (
        case_id TEXT NOT NULL REFERENCES cases (id), what TEXT NOT NULL,
        revision INTEGER NOT NULL, words TEXT NOT NULL, PRIMARY KEY (case_id, what));
CREATE TABLE duty_notices (
        envelope TEXT PRIMARY KEY REFERENCES envelopes (id),
        asked_at TEXT NOT NULL, sent_at TEXT);
CREATE TABLE envelopes (
        id TEXT PRIMARY KEY, arrival INTEGER NOT NULL REFERENCES arrivals (n),
        reader TEXT NOT NULL REFERENCES readers (id), words TEXT NOT NULL,
        problems TEXT NOT NULL, received_on TEXT NOT NULL);
INSERT INTO "envelopes" VALUES('67a400e29b768298011472683e6d1fe6',1,'b51a0cbb72734e1a','{"kind": "views", "form": "views", "written_on": "2026-11-20", "answers": [{"question": "worry-home", "audience": "meeting", "value": {"text": "shouting (sample)"}}, {"question": "who-trust", "audience": "meeting", "value": {"text": "gran (sample)"}}]}','[]','2026-11-28');
CREATE TABLE events (
        n INTEGER PRIMARY KEY, point TEXT NOT NULL REFERENCES points (id),
        what TEXT NOT NULL CHECK (what IN ('read', 'talked', 'outcome')),
        staff TEXT NOT NULL REFERENCES staff (id), happened_on TEXT NOT NULL,
        outcome TEXT NOT NULL DEFAULT '', why TEXT NOT NULL DEFAULT '',
        action TEXT NOT NULL DEFAULT '');
CREATE TABLE invitation_work (
        n INTEGER PRIMARY KEY, invitation TEXT NOT NULL REFERENCES invitations (id),
        what TEXT NOT NULL CHECK (what IN ('put', 'delete')), body TEXT NOT NULL);
CREATE TABLE invitations (
        id TEXT PRIMARY KEY, reader TEXT NOT NULL REFERENCES readers (id),
        box TEXT NOT NULL UNIQUE, device_key BLOB, keys_serial INTEGER NOT NULL,
        made_on TEXT NOT NULL, expires TEXT NOT NULL,
        claimed_at TEXT, revoked_at TEXT, revoked_because TEXT NOT NULL DEFAULT '', about_serial INTEGER NOT NULL DEFAULT 0);
CREATE TABLE mailroom_status (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        last_contact TEXT, last_trouble TEXT NOT NULL DEFAULT '', trouble_at TEXT,
        away INTEGER NOT NULL DEFAULT 0);
INSERT INTO "mailroom_status" VALUES(1,NULL,'',NULL,0);
CREATE TABLE outgoing (
        n INTEGER PRIMARY KEY, box TEXT NOT NULL REFERENCES boxes (box),
        id TEXT NOT NULL, sealed BLOB NOT NULL);
CREATE TABLE "owed" (
        box TEXT NOT NULL REFERENCES boxes (box), what TEXT NOT NULL, PRIMARY KEY (box, what));
CREATE TABLE owed_receipts (
        box TEXT NOT NULL REFERENCES boxes (box), envelope TEXT NOT NULL, sha256 TEXT NOT NULL,
        PRIMARY KEY (box, envelope));
CREATE TABLE pieces (
        envelope TEXT PRIMARY KEY REFERENCES envelopes (id),
        reader TEXT NOT NULL REFERENCES readers (id),
        whole TEXT NOT NULL, "at" INTEGER NOT NULL, "of" INTEGER NOT NULL,
        UNIQUE (reader, whole, "of", "at"));
CREATE TABLE points (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        envelope TEXT NOT NULL REFERENCES envelopes (id),
        reader TEXT NOT NULL REFERENCES readers (id),
        case_id TEXT NOT NULL REFERENCES cases (id),
        form TEXT NOT NULL, question TEXT NOT NULL, audience TEXT NOT NULL, value TEXT NOT NULL,
        problems TEXT NOT NULL, written_on TEXT NOT NULL, received_on TEXT NOT NULL, instead_of TEXT NOT NULL DEFAULT '', taken_back INTEGER NOT NULL DEFAULT 0, whose TEXT NOT NULL DEFAULT '', beside TEXT NOT NULL DEFAULT '{}', urgent INTEGER NOT NULL DEFAULT 0, about TEXT NOT NULL DEFAULT '', said_yes INTEGER NOT NULL DEFAULT 0);
INSERT INTO "points" VALUES(1,'67a400e29b768298011472683e6d1fe6:worry-home','67a400e29b768298011472683e6d1fe6','b51a0cbb72734e1a','ec52f3192dee7b9b','views','worry-home','meeting','{"text": "shouting (sample)"}','[]','2026-11-20','2026-11-28','',0,'','{}',0,'',0);
INSERT INTO "points" VALUES(2,'67a400e29b768298011472683e6d1fe6:who-trust','67a400e29b768298011472683e6d1fe6','b51a0cbb72734e1a','ec52f3192dee7b9b','views','who-trust','meeting','{"text": "gran (sample)"}','[]','2026-11-20','2026-11-28','',0,'','{}',0,'',0);
CREATE TABLE publications (
        reader TEXT NOT NULL REFERENCES readers (id), serial INTEGER NOT NULL,
        published_on TEXT NOT NULL, staff TEXT NOT NULL REFERENCES staff (id),
        words TEXT NOT NULL, PRIMARY KEY (reader, serial));
CREATE TABLE readers (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id),
        role TEXT NOT NULL CHECK (role IN ('young_person', 'parent', 'advocate')),
        name TEXT NOT NULL, points_serial INTEGER NOT NULL DEFAULT 0, about_serial INTEGER NOT NULL DEFAULT 0, reports_serial INTEGER NOT NULL DEFAULT 0);
INSERT INTO "readers" VALUES('b51a0cbb72734e1a','ec52f3192dee7b9b','young_person','Amina',0,1,0);
INSERT INTO "readers" VALUES('e6fc935ee7ad538d','ec52f3192dee7b9b','parent','Hodan',0,0,0);
INSERT INTO "readers" VALUES('c2cfda9061807ca7','ec52f3192dee7b9b','advocate','Ruth',0,0,0);
INSERT INTO "readers" VALUES('0e93e52bf4988266','0a2c16b984a93ae4','young_person','Kai',0,0,0);
CREATE TABLE readings (
        envelope TEXT PRIMARY KEY REFERENCES envelopes (id),
        reader TEXT NOT NULL REFERENCES readers (id), item TEXT NOT NULL, which TEXT NOT NULL,
        said_on TEXT NOT NULL);
CREATE TABLE report_events (
        n INTEGER PRIMARY KEY, report TEXT NOT NULL REFERENCES reports (id),
        reader TEXT NOT NULL REFERENCES readers (id),
        what TEXT NOT NULL CHECK (what IN ('shared', 'withdrawn', 'talked')),
        staff TEXT NOT NULL REFERENCES staff (id), happened_on TEXT NOT NULL,
        noted_on TEXT NOT NULL, writer TEXT NOT NULL DEFAULT '', how TEXT NOT NULL DEFAULT '');
CREATE TABLE reports (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id),
        title TEXT NOT NULL, writer TEXT NOT NULL, role TEXT NOT NULL, organisation TEXT NOT NULL,
        text TEXT NOT NULL, blank_pages TEXT NOT NULL, original BLOB, original_type TEXT NOT NULL,
        kept_on TEXT NOT NULL, staff TEXT NOT NULL REFERENCES staff (id));
CREATE TABLE serials (
        reader TEXT NOT NULL REFERENCES readers (id), what TEXT NOT NULL,
        serial INTEGER NOT NULL, PRIMARY KEY (reader, what));
CREATE TABLE sessions (
        session_sha256 BLOB PRIMARY KEY, staff TEXT NOT NULL REFERENCES staff (id),
        expires TEXT NOT NULL);
CREATE TABLE shared (
        reader TEXT PRIMARY KEY REFERENCES readers (id),
        serial INTEGER NOT NULL, words TEXT NOT NULL);
CREATE TABLE sign_in_tokens (
        token_sha256 BLOB PRIMARY KEY, staff TEXT NOT NULL REFERENCES staff (id),
        expires TEXT NOT NULL, used_at TEXT);
CREATE TABLE staff (
        id TEXT PRIMARY KEY, name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('worker', 'chair')));
INSERT INTO "staff" VALUES('c16011d4fe16b260','Grace Adeyemi','worker');
INSERT INTO "staff" VALUES('6d5c3583acb4223c','Siân Hughes','chair');
INSERT INTO "staff" VALUES('5ee4003b015a8e8c','Tomasz Nowak','worker');
INSERT INTO "staff" VALUES('f05133499d859234','Ravi Shah','chair');
CREATE TABLE tasks (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), what TEXT NOT NULL,
        envelope TEXT NOT NULL REFERENCES envelopes (id), since TEXT NOT NULL,
        staff TEXT NOT NULL REFERENCES staff (id),
        done_on TEXT, done_by TEXT REFERENCES staff (id), words TEXT NOT NULL DEFAULT '');
CREATE TABLE wholes (
        reader TEXT NOT NULL REFERENCES readers (id), sha256 TEXT NOT NULL,
        "of" INTEGER NOT NULL, bytes INTEGER NOT NULL, type TEXT NOT NULL,
        PRIMARY KEY (reader, sha256));
CREATE INDEX readers_of ON readers (case_id);
CREATE INDEX invitations_of ON invitations (reader);
CREATE INDEX boxes_of ON boxes (reader);
CREATE INDEX arrivals_to_open ON arrivals (n) WHERE state = 'kept';
CREATE INDEX points_of_case ON points (case_id);
CREATE INDEX points_of_reader ON points (reader);
CREATE INDEX events_of ON events (point);
CREATE UNIQUE INDEX marked_once ON events (point, what, staff)
        WHERE what IN ('read', 'talked');
CREATE TRIGGER envelopes_never_update BEFORE update ON envelopes
        BEGIN SELECT RAISE(ABORT, 'envelopes are kept as they were'); END;
CREATE TRIGGER envelopes_never_delete BEFORE delete ON envelopes
        BEGIN SELECT RAISE(ABORT, 'envelopes are kept as they were'); END;
CREATE TRIGGER points_never_update BEFORE update ON points
        BEGIN SELECT RAISE(ABORT, 'points are kept as they were'); END;
CREATE TRIGGER points_never_delete BEFORE delete ON points
        BEGIN SELECT RAISE(ABORT, 'points are kept as they were'); END;
CREATE TRIGGER events_never_update BEFORE update ON events
        BEGIN SELECT RAISE(ABORT, 'events are kept as they were'); END;
CREATE TRIGGER events_never_delete BEFORE delete ON events
        BEGIN SELECT RAISE(ABORT, 'events are kept as they were'); END;
CREATE TRIGGER publications_never_update BEFORE update ON publications
        BEGIN SELECT RAISE(ABORT, 'publications are kept as they were'); END;
CREATE TRIGGER publications_never_delete BEFORE delete ON publications
        BEGIN SELECT RAISE(ABORT, 'publications are kept as they were'); END;
CREATE TRIGGER pieces_never_update BEFORE update ON pieces
        BEGIN SELECT RAISE(ABORT, 'pieces are kept as they were'); END;
CREATE TRIGGER pieces_never_delete BEFORE delete ON pieces
        BEGIN SELECT RAISE(ABORT, 'pieces are kept as they were'); END;
CREATE TRIGGER wholes_never_update BEFORE update ON wholes
        BEGIN SELECT RAISE(ABORT, 'wholes are kept as they were'); END;
CREATE TRIGGER wholes_never_delete BEFORE delete ON wholes
        BEGIN SELECT RAISE(ABORT, 'wholes are kept as they were'); END;
CREATE INDEX reports_of ON reports (case_id);
CREATE INDEX report_events_of ON report_events (report);
CREATE INDEX readings_of ON readings (reader);
CREATE TRIGGER reports_never_update BEFORE update ON reports
        BEGIN SELECT RAISE(ABORT, 'reports are kept as they were'); END;
CREATE TRIGGER reports_never_delete BEFORE delete ON reports
        BEGIN SELECT RAISE(ABORT, 'reports are kept as they were'); END;
CREATE TRIGGER report_events_never_update BEFORE update ON report_events
        BEGIN SELECT RAISE(ABORT, 'report_events are kept as they were'); END;
CREATE TRIGGER report_events_never_delete BEFORE delete ON report_events
        BEGIN SELECT RAISE(ABORT, 'report_events are kept as they were'); END;
CREATE TRIGGER readings_never_update BEFORE update ON readings
        BEGIN SELECT RAISE(ABORT, 'readings are kept as they were'); END;
CREATE TRIGGER readings_never_delete BEFORE delete ON readings
        BEGIN SELECT RAISE(ABORT, 'readings are kept as they were'); END;
CREATE INDEX tasks_of ON tasks (case_id);
CREATE UNIQUE INDEX one_open_task ON tasks (case_id, what) WHERE done_on IS NULL;
CREATE INDEX access_of ON access (advocate);
CREATE INDEX approvals_of ON approvals (reader);
CREATE TRIGGER access_never_update BEFORE update ON access
        BEGIN SELECT RAISE(ABORT, 'access are kept as they were'); END;
CREATE TRIGGER access_never_delete BEFORE delete ON access
        BEGIN SELECT RAISE(ABORT, 'access are kept as they were'); END;
CREATE TRIGGER approvals_never_update BEFORE update ON approvals
        BEGIN SELECT RAISE(ABORT, 'approvals are kept as they were'); END;
CREATE TRIGGER approvals_never_delete BEFORE delete ON approvals
        BEGIN SELECT RAISE(ABORT, 'approvals are kept as they were'); END;
COMMIT;
