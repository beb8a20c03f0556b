"""The tables, as a list of migrations. A migration that was released is never edited."""

PEOPLE = (
    """CREATE TABLE staff (
        id TEXT PRIMARY KEY, name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('worker', 'chair')))""",
    """CREATE TABLE sign_in_tokens (
        token_sha256 BLOB PRIMARY KEY, staff TEXT NOT NULL REFERENCES staff (id),
        expires TEXT NOT NULL, used_at TEXT)""",
    """CREATE TABLE cases (
        id TEXT PRIMARY KEY, name TEXT NOT NULL,
        worker TEXT NOT NULL REFERENCES staff (id), chair TEXT NOT NULL REFERENCES staff (id),
        meeting TEXT NOT NULL, people TEXT NOT NULL, numbers TEXT NOT NULL,
        told_up_to INTEGER NOT NULL DEFAULT 0)""",
    """CREATE TABLE readers (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id),
        role TEXT NOT NULL CHECK (role IN ('young_person', 'parent', 'advocate')),
        name TEXT NOT NULL, points_serial INTEGER NOT NULL DEFAULT 0)""",
    "CREATE INDEX readers_of ON readers (case_id)",
    """CREATE TABLE invitations (
        id TEXT PRIMARY KEY, reader TEXT NOT NULL REFERENCES readers (id),
        box TEXT NOT NULL UNIQUE, device_key BLOB, keys_serial INTEGER NOT NULL,
        made_on TEXT NOT NULL, expires TEXT NOT NULL,
        claimed_at TEXT, revoked_at TEXT, revoked_because TEXT NOT NULL DEFAULT '')""",
    "CREATE INDEX invitations_of ON invitations (reader)",
    """CREATE TABLE invitation_work (
        n INTEGER PRIMARY KEY, invitation TEXT NOT NULL REFERENCES invitations (id),
        what TEXT NOT NULL CHECK (what IN ('put', 'delete')), body TEXT NOT NULL)""",
    """CREATE TABLE boxes (
        box TEXT PRIMARY KEY, reader TEXT NOT NULL REFERENCES readers (id),
        invitation TEXT NOT NULL UNIQUE REFERENCES invitations (id),
        agreement TEXT NOT NULL, signing TEXT NOT NULL, token_sha256 TEXT NOT NULL,
        keys_serial INTEGER NOT NULL, revoked_at TEXT)""",
    "CREATE INDEX boxes_of ON boxes (reader)",
)

POST = (
    """CREATE TABLE arrivals (
        n INTEGER PRIMARY KEY, box TEXT NOT NULL, id TEXT NOT NULL, sha256 TEXT NOT NULL,
        raw BLOB NOT NULL, kept_at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('kept', 'opened', 'quarantined')),
        reason TEXT NOT NULL DEFAULT '', UNIQUE (box, id, sha256))""",
    "CREATE INDEX arrivals_to_open ON arrivals (n) WHERE state = 'kept'",
    """CREATE TABLE envelopes (
        id TEXT PRIMARY KEY, arrival INTEGER NOT NULL REFERENCES arrivals (n),
        reader TEXT NOT NULL REFERENCES readers (id), words TEXT NOT NULL,
        problems TEXT NOT NULL, received_on TEXT NOT NULL)""",
    """CREATE TABLE owed (
        box TEXT NOT NULL REFERENCES boxes (box),
        what TEXT NOT NULL CHECK (what IN ('points', 'publication', 'keys')),
        PRIMARY KEY (box, what))""",
    """CREATE TABLE owed_receipts (
        box TEXT NOT NULL REFERENCES boxes (box), envelope TEXT NOT NULL, sha256 TEXT NOT NULL,
        PRIMARY KEY (box, envelope))""",
    """CREATE TABLE outgoing (
        n INTEGER PRIMARY KEY, box TEXT NOT NULL REFERENCES boxes (box),
        id TEXT NOT NULL, sealed BLOB NOT NULL)""",
    """CREATE TABLE alarms (
        id INTEGER PRIMARY KEY, code TEXT NOT NULL, at TEXT NOT NULL,
        reader TEXT REFERENCES readers (id), envelope TEXT NOT NULL DEFAULT '',
        arrival INTEGER REFERENCES arrivals (n), detail TEXT NOT NULL DEFAULT '',
        seen_by TEXT NOT NULL DEFAULT '', seen_at TEXT)""",
    """CREATE TABLE mailroom_status (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        last_contact TEXT, last_trouble TEXT NOT NULL DEFAULT '', trouble_at TEXT,
        away INTEGER NOT NULL DEFAULT 0)""",
    "INSERT INTO mailroom_status (one) VALUES (1)",
)

WORDS = (
    """CREATE TABLE points (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        envelope TEXT NOT NULL REFERENCES envelopes (id),
        reader TEXT NOT NULL REFERENCES readers (id),
        case_id TEXT NOT NULL REFERENCES cases (id),
        form TEXT NOT NULL, question TEXT NOT NULL, audience TEXT NOT NULL, value TEXT NOT NULL,
        problems TEXT NOT NULL, written_on TEXT NOT NULL, received_on TEXT NOT NULL)""",
    "CREATE INDEX points_of_case ON points (case_id)",
    "CREATE INDEX points_of_reader ON points (reader)",
    """CREATE TABLE events (
        n INTEGER PRIMARY KEY, point TEXT NOT NULL REFERENCES points (id),
        what TEXT NOT NULL CHECK (what IN ('read', 'talked', 'outcome')),
        staff TEXT NOT NULL REFERENCES staff (id), happened_on TEXT NOT NULL,
        outcome TEXT NOT NULL DEFAULT '', why TEXT NOT NULL DEFAULT '',
        action TEXT NOT NULL DEFAULT '')""",
    "CREATE INDEX events_of ON events (point)",
    """CREATE UNIQUE INDEX marked_once ON events (point, what, staff)
        WHERE what IN ('read', 'talked')""",
    """CREATE TABLE drafts (
        case_id TEXT NOT NULL REFERENCES cases (id), what TEXT NOT NULL,
        revision INTEGER NOT NULL, words TEXT NOT NULL, PRIMARY KEY (case_id, what))""",
    """CREATE TABLE cleared (
        reader TEXT NOT NULL REFERENCES readers (id),
        item TEXT NOT NULL CHECK (item IN ('letter', 'plan')), PRIMARY KEY (reader, item))""",
    """CREATE TABLE publications (
        reader TEXT NOT NULL REFERENCES readers (id), serial INTEGER NOT NULL,
        published_on TEXT NOT NULL, staff TEXT NOT NULL REFERENCES staff (id),
        words TEXT NOT NULL, PRIMARY KEY (reader, serial))""",
)


def _kept_for_ever(*tables: str) -> tuple[str, ...]:
    return tuple(
        f"""CREATE TRIGGER {table}_never_{verb} BEFORE {verb} ON {table}
        BEGIN SELECT RAISE(ABORT, '{table} are kept as they were'); END"""
        for table in tables
        for verb in ("update", "delete")
    )


KEPT_FOR_EVER = _kept_for_ever("envelopes", "points", "events", "publications")
"""Staff never edit a young person's words; nor does a mistake in this code."""

SESSIONS_AND_CHANGES = (
    """CREATE TABLE sessions (
        session_sha256 BLOB PRIMARY KEY, staff TEXT NOT NULL REFERENCES staff (id),
        expires TEXT NOT NULL)""",
    "ALTER TABLE cases ADD COLUMN revision INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE invitations ADD COLUMN case_revision INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE owed_now (
        box TEXT NOT NULL REFERENCES boxes (box),
        what TEXT NOT NULL CHECK (what IN ('points', 'publication', 'keys', 'about')),
        PRIMARY KEY (box, what))""",
    "INSERT INTO owed_now (box, what) SELECT box, what FROM owed ORDER BY rowid",
    "DROP TABLE owed",
    "ALTER TABLE owed_now RENAME TO owed",
)

CHANGED_URGENT_BESIDE = (
    "ALTER TABLE points ADD COLUMN instead_of TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE points ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE points ADD COLUMN whose TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE points ADD COLUMN beside TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE points ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE duty_notices (
        envelope TEXT PRIMARY KEY REFERENCES envelopes (id),
        asked_at TEXT NOT NULL, sent_at TEXT)""",
)

ATTACHED = (
    """CREATE TABLE pieces (
        envelope TEXT PRIMARY KEY REFERENCES envelopes (id),
        reader TEXT NOT NULL REFERENCES readers (id),
        whole TEXT NOT NULL, "at" INTEGER NOT NULL, "of" INTEGER NOT NULL,
        UNIQUE (reader, whole, "of", "at"))""",
    """CREATE TABLE wholes (
        reader TEXT NOT NULL REFERENCES readers (id), sha256 TEXT NOT NULL,
        "of" INTEGER NOT NULL, bytes INTEGER NOT NULL, type TEXT NOT NULL,
        PRIMARY KEY (reader, sha256))""",
    *_kept_for_ever("pieces", "wholes"),
)

OWED_ANYTHING = (
    """CREATE TABLE owed_now (
        box TEXT NOT NULL REFERENCES boxes (box), what TEXT NOT NULL, PRIMARY KEY (box, what))""",
    "INSERT INTO owed_now (box, what) SELECT box, what FROM owed ORDER BY rowid",
    "DROP TABLE owed",
    "ALTER TABLE owed_now RENAME TO owed",
)

NEWS_TO_ONE = (
    "ALTER TABLE readers ADD COLUMN about_serial INTEGER NOT NULL DEFAULT 0",
    """UPDATE readers SET about_serial =
        (SELECT revision FROM cases WHERE cases.id = readers.case_id)""",
    "ALTER TABLE invitations RENAME COLUMN case_revision TO about_serial",
)


CLEARED_BY_NAME = (
    """CREATE TABLE cleared_now (
        reader TEXT NOT NULL REFERENCES readers (id), item TEXT NOT NULL,
        PRIMARY KEY (reader, item))""",
    "INSERT INTO cleared_now (reader, item) SELECT reader, item FROM cleared ORDER BY rowid",
    """INSERT OR IGNORE INTO cleared_now (reader, item)
        SELECT reader, 'action:' || json_extract(action.value, '$.id')
        FROM cleared JOIN readers ON readers.id = reader
        JOIN drafts ON drafts.case_id = readers.case_id AND drafts.what = 'plan',
        json_each(drafts.words, '$.actions') AS action WHERE item = 'plan'""",
    "DROP TABLE cleared",
    "ALTER TABLE cleared_now RENAME TO cleared",
)
"""Who had the plan keeps it whole: every action of the draft, which all that is out came from."""


FORM_FOR_PARENTS = (
    "UPDATE readers SET about_serial = about_serial + 1 WHERE role = 'parent'",
    """INSERT OR IGNORE INTO owed (box, what)
        SELECT box, 'about' FROM boxes JOIN readers ON readers.id = boxes.reader
        WHERE role = 'parent' AND revoked_at IS NULL""",
)
"""Parents whose phone was told of no form are told of it; so are those who have yet to claim."""


REPORTS = (
    """CREATE TABLE reports (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id),
        title TEXT NOT NULL, writer TEXT NOT NULL, role TEXT NOT NULL, organisation TEXT NOT NULL,
        text TEXT NOT NULL, blank_pages TEXT NOT NULL, original BLOB, original_type TEXT NOT NULL,
        kept_on TEXT NOT NULL, staff TEXT NOT NULL REFERENCES staff (id))""",
    "CREATE INDEX reports_of ON reports (case_id)",
    """CREATE TABLE report_events (
        n INTEGER PRIMARY KEY, report TEXT NOT NULL REFERENCES reports (id),
        reader TEXT NOT NULL REFERENCES readers (id),
        what TEXT NOT NULL CHECK (what IN ('shared', 'withdrawn', 'talked')),
        staff TEXT NOT NULL REFERENCES staff (id), happened_on TEXT NOT NULL,
        noted_on TEXT NOT NULL, writer TEXT NOT NULL DEFAULT '', how TEXT NOT NULL DEFAULT '')""",
    "CREATE INDEX report_events_of ON report_events (report)",
    """CREATE TABLE readings (
        envelope TEXT PRIMARY KEY REFERENCES envelopes (id),
        reader TEXT NOT NULL REFERENCES readers (id), item TEXT NOT NULL, which TEXT NOT NULL,
        said_on TEXT NOT NULL)""",
    "CREATE INDEX readings_of ON readings (reader)",
    "ALTER TABLE readers ADD COLUMN reports_serial INTEGER NOT NULL DEFAULT 0",
    *_kept_for_ever("reports", "report_events", "readings"),
)


ABOUT_A_PARTICULAR_THING = ("ALTER TABLE points ADD COLUMN about TEXT NOT NULL DEFAULT ''",)


AREA_WORDS = ("CREATE TABLE area_words (term TEXT PRIMARY KEY, meaning TEXT NOT NULL)",)


ADVOCATES = (
    """CREATE TABLE tasks (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), what TEXT NOT NULL,
        envelope TEXT NOT NULL REFERENCES envelopes (id), since TEXT NOT NULL,
        staff TEXT NOT NULL REFERENCES staff (id),
        done_on TEXT, done_by TEXT REFERENCES staff (id), words TEXT NOT NULL DEFAULT '')""",
    "CREATE INDEX tasks_of ON tasks (case_id)",
    """CREATE UNIQUE INDEX one_open_task ON tasks (case_id, what) WHERE done_on IS NULL""",
    """CREATE TABLE access (
        envelope TEXT PRIMARY KEY REFERENCES envelopes (id),
        advocate TEXT NOT NULL REFERENCES readers (id),
        parts TEXT NOT NULL, counter INTEGER NOT NULL, received_on TEXT NOT NULL)""",
    "CREATE INDEX access_of ON access (advocate)",
    """CREATE TABLE approvals (
        n INTEGER PRIMARY KEY, envelope TEXT NOT NULL REFERENCES envelopes (id),
        reader TEXT NOT NULL REFERENCES readers (id), about TEXT NOT NULL,
        question TEXT NOT NULL, yes INTEGER NOT NULL, received_on TEXT NOT NULL)""",
    "CREATE INDEX approvals_of ON approvals (reader)",
    "ALTER TABLE points ADD COLUMN said_yes INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE serials (
        reader TEXT NOT NULL REFERENCES readers (id), what TEXT NOT NULL,
        serial INTEGER NOT NULL, PRIMARY KEY (reader, what))""",
    """CREATE TABLE shared (
        reader TEXT PRIMARY KEY REFERENCES readers (id),
        serial INTEGER NOT NULL, words TEXT NOT NULL)""",
    *_kept_for_ever("access", "approvals"),
    """UPDATE readers SET about_serial = about_serial + 1 WHERE role != 'parent'
        AND case_id IN (SELECT case_id FROM readers WHERE role = 'advocate')""",
    """INSERT OR IGNORE INTO owed (box, what)
        SELECT box, 'about' FROM boxes JOIN readers ON readers.id = boxes.reader
        WHERE role != 'parent' AND revoked_at IS NULL
        AND case_id IN (SELECT case_id FROM readers WHERE role = 'advocate')""",
)
"""Advocates whose phone is in use are told of their form, and young people of their advocates."""

PRESSES = (
    """CREATE TABLE presses (
        press BLOB PRIMARY KEY, sent BLOB NOT NULL, at TEXT NOT NULL, status INTEGER NOT NULL,
        goes_to TEXT NOT NULL, says TEXT NOT NULL, page BLOB)""",
    "CREATE INDEX presses_by_age ON presses (at)",
)
EPOCHS = (
    """CREATE TABLE epochs (
        one INTEGER PRIMARY KEY CHECK (one = 1), own INTEGER NOT NULL DEFAULT 0,
        round INTEGER NOT NULL DEFAULT 0, is_settled INTEGER NOT NULL DEFAULT 1,
        told_epoch INTEGER NOT NULL DEFAULT 0, told_round INTEGER NOT NULL DEFAULT 0,
        mailbox INTEGER NOT NULL DEFAULT 0)""",
    "INSERT INTO epochs (one) VALUES (1)",
    "CREATE TABLE unheard (advocate TEXT PRIMARY KEY REFERENCES readers (id))",
    "ALTER TABLE boxes ADD COLUMN proof TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE boxes ADD COLUMN heard INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE boxes ADD COLUMN is_unsure INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE invitations ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE invitations ADD COLUMN body TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE access_now (
        envelope TEXT NOT NULL REFERENCES envelopes (id),
        advocate TEXT NOT NULL REFERENCES readers (id),
        parts TEXT NOT NULL, counter INTEGER NOT NULL, received_on TEXT NOT NULL,
        PRIMARY KEY (envelope, advocate))""",
    "INSERT INTO access_now SELECT * FROM access ORDER BY rowid",
    "DROP TABLE access",
    "ALTER TABLE access_now RENAME TO access",
    "CREATE INDEX access_of ON access (advocate)",
    *_kept_for_ever("access"),
)
"""Which history this is. An invitation is kept as the mailbox has it until it is claimed, so that
it can be left there again; a claim with its proof. An envelope may bring choices about several
advocates. `is_unsure`: neither half knows whether the phone was shut out since the backup.
"""

PAGES_LOOKED_AT = (
    "ALTER TABLE reports ADD COLUMN doubts TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE reports ADD COLUMN copy BLOB",
    """CREATE TABLE report_looks (
        report TEXT NOT NULL REFERENCES reports (id), page INTEGER NOT NULL,
        staff TEXT NOT NULL REFERENCES staff (id), on_day TEXT NOT NULL,
        PRIMARY KEY (report, page))""",
    *_kept_for_ever("report_looks"),
)
"""The PDF of a report from before this goes to no further phone: nobody compared its pages."""

BOUNDED_INTAKE = (
    """CREATE TABLE alarms_now (
        id INTEGER PRIMARY KEY, code TEXT NOT NULL, reader TEXT REFERENCES readers (id),
        count INTEGER NOT NULL, first_at TEXT NOT NULL, last_at TEXT NOT NULL,
        envelope TEXT NOT NULL DEFAULT '', detail TEXT NOT NULL DEFAULT '',
        seen_by TEXT NOT NULL DEFAULT '', seen_at TEXT)""",
    """INSERT INTO alarms_now
        SELECT one.first, last.code, last.reader, one.count, one.first_at, one.last_at,
        last.envelope, last.detail, last.seen_by, one.seen_at
        FROM (SELECT min(id) AS first, max(id) AS last, count(*) AS count, min(at) AS first_at,
            max(at) AS last_at, max(seen_at) AS seen_at FROM alarms
            GROUP BY code, reader, seen_at IS NULL, seen_by) AS one
        JOIN alarms AS last ON last.id = one.last""",
    """ALTER TABLE arrivals ADD COLUMN tries INTEGER NOT NULL DEFAULT 0""",
    """UPDATE arrivals SET reason = 'not_handled' WHERE state = 'kept'
        AND n IN (SELECT arrival FROM alarms WHERE code = 'not_handled')""",
    "DROP TABLE alarms",
    "ALTER TABLE alarms_now RENAME TO alarms",
    """CREATE UNIQUE INDEX one_unseen_alarm ON alarms (code, coalesce(reader, ''))
        WHERE seen_at IS NULL""",
    "CREATE INDEX arrivals_unopened ON arrivals (box) WHERE state != 'opened'",
    """CREATE TABLE refused (
        box TEXT NOT NULL, sha256 TEXT NOT NULL, first_at TEXT NOT NULL,
        PRIMARY KEY (box, sha256))""",
    "ALTER TABLE mailroom_status ADD COLUMN collected_up_to INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE owed ADD COLUMN cause INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE to_renew (
        case_id TEXT PRIMARY KEY REFERENCES cases (id), cause INTEGER NOT NULL)""",
    "CREATE INDEX odd_envelopes ON envelopes (reader) WHERE problems != '[]'",
)
"""One alarm of a kind, with a count; a bound to what is kept unopened. What is owed has a number
that is another with every cause, so that it can be composed outside the transaction that notes it.
"""

MIGRATIONS = (
    (*PEOPLE, *POST, *WORDS, *KEPT_FOR_EVER),
    SESSIONS_AND_CHANGES,
    CHANGED_URGENT_BESIDE,
    ATTACHED,
    OWED_ANYTHING,
    NEWS_TO_ONE,
    CLEARED_BY_NAME,
    FORM_FOR_PARENTS,
    REPORTS,
    ABOUT_A_PARTICULAR_THING,
    AREA_WORDS,
    ADVOCATES,
    PRESSES,
    EPOCHS,
    PAGES_LOOKED_AT,
    BOUNDED_INTAKE,
)
