"""What waits is counted as it comes and goes, by the database itself.

A trigger cannot be forgotten: also what goes with its box is counted, in the same transaction.
Counting rows instead would take longer the more somebody has sent.
"""

from typing import Literal

from sqlite_utils import Database

from youthvoice.mailbox.store.bounds import Disk, Held

Direction = Literal["up", "down"]

TABLES = """
CREATE TABLE IF NOT EXISTS counts (
    direction TEXT NOT NULL,
    box BLOB NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    PRIMARY KEY (direction, box)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counts_in_all (
    direction TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO counts
    SELECT direction, box, count(*), sum(size) FROM waiting
    WHERE NOT EXISTS (SELECT 1 FROM counts_in_all) GROUP BY direction, box;
INSERT OR IGNORE INTO counts_in_all
    SELECT column1, (SELECT coalesce(sum(bytes), 0) FROM counts WHERE direction = column1)
    FROM (VALUES ('up'), ('down')) WHERE NOT EXISTS (SELECT 1 FROM counts_in_all);
CREATE TRIGGER IF NOT EXISTS waiting_came AFTER INSERT ON waiting BEGIN
    INSERT INTO counts VALUES (NEW.direction, NEW.box, 1, NEW.size)
        ON CONFLICT DO UPDATE SET number = number + 1, bytes = bytes + NEW.size;
    UPDATE counts_in_all SET bytes = bytes + NEW.size WHERE direction = NEW.direction;
END;
CREATE TRIGGER IF NOT EXISTS waiting_went AFTER DELETE ON waiting BEGIN
    DELETE FROM counts WHERE direction = OLD.direction AND box = OLD.box AND number = 1;
    UPDATE counts SET number = number - 1, bytes = bytes - OLD.size
        WHERE direction = OLD.direction AND box = OLD.box;
    UPDATE counts_in_all SET bytes = bytes - OLD.size WHERE direction = OLD.direction;
END;
CREATE TRIGGER IF NOT EXISTS waiting_stays_as_it_came BEFORE UPDATE ON waiting BEGIN
    SELECT RAISE (ABORT, 'an envelope is never changed');
END;
"""
"""A file from before there were counts is counted once, when it is opened."""


def held(database: Database, direction: Direction, box: bytes) -> Held:
    """Two reads by key."""
    sql = "SELECT number, bytes FROM counts WHERE direction = ? AND box = ?"
    number, in_box = database.execute(sql, [direction, box]).fetchone() or (0, 0)
    sql = "SELECT bytes FROM counts_in_all WHERE direction = ?"
    (in_all,) = database.execute(sql, [direction]).fetchone()
    return Held(number, in_box, in_all)


def disk(database: Database, free: int) -> Disk:
    """What is free outside and inside the file; neither reads a table."""
    (pages,) = database.execute("PRAGMA freelist_count").fetchone()
    (size,) = database.execute("PRAGMA page_size").fetchone()
    return Disk(free, pages * size)
