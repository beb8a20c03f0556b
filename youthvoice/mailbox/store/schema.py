"""The tables of the SQLite store.

No column holds the time at which something happened: order is a number that only grows. The one
time that is kept is when an invitation expires, a whole hour.
"""

from youthvoice.mailbox.store.counts import TABLES as COUNTS

SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS invitations (
    id BLOB PRIMARY KEY,
    box BLOB NOT NULL UNIQUE,
    claim_hash BLOB NOT NULL,
    check_hash BLOB,
    expires INTEGER NOT NULL CHECK (expires % 3600 = 0),
    tries INTEGER NOT NULL DEFAULT 0,
    fingerprint BLOB NOT NULL,
    contents BLOB
) STRICT;
CREATE TABLE IF NOT EXISTS revoked (id BLOB PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS boxes (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    invitation BLOB NOT NULL UNIQUE REFERENCES invitations (id) ON DELETE CASCADE,
    agreement BLOB NOT NULL,
    signing BLOB NOT NULL,
    token_sha256 BLOB NOT NULL,
    proof BLOB NOT NULL,
    held INTEGER NOT NULL DEFAULT 0,
    confirmed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX IF NOT EXISTS boxes_unconfirmed ON boxes (number) WHERE confirmed = 0;
CREATE TABLE IF NOT EXISTS waiting (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),
    box BLOB NOT NULL REFERENCES boxes (id) ON DELETE CASCADE,
    id BLOB NOT NULL,
    size INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (box, direction, id)
) STRICT;
CREATE INDEX IF NOT EXISTS waiting_in_order ON waiting (direction, number);
CREATE INDEX IF NOT EXISTS waiting_in_box ON waiting (box, direction, number);
CREATE TABLE IF NOT EXISTS shares (
    id BLOB PRIMARY KEY,
    box BLOB NOT NULL REFERENCES boxes (id) ON DELETE CASCADE,
    share BLOB,
    proof_hash BLOB,
    tries INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX IF NOT EXISTS shares_of_box ON shares (box);
CREATE TABLE IF NOT EXISTS epochs (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    epoch INTEGER NOT NULL,
    is_settled INTEGER NOT NULL DEFAULT 1,
    record_epoch INTEGER NOT NULL DEFAULT 0,
    record_round INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS beat (id INTEGER PRIMARY KEY, value BLOB NOT NULL) STRICT;
{COUNTS}
COMMIT;
"""
