"""What the mailbox can know: nothing of a person, no finer time than an hour (promise 3)."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from tests import clock
from tests.mailbox.acting import Inside, Invited, Phone
from tests.mailbox.conftest import ADDRESS
from tests.mailbox.serving import Served, client
from youthvoice.envelope.keys import KeyPair
from youthvoice.mailbox.at_hand import NAME

YEAR = 365 * 24 * 3600


def numbers(database: Path) -> list[int]:
    """Every whole number in every column of every table."""
    connection = sqlite3.connect(database)
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    rows = [row for (name,) in tables for row in connection.execute(f"SELECT * FROM {name}")]
    connection.close()
    return [value for row in rows for value in row if isinstance(value, int)]


def live(inside: Inside, phone: Phone) -> None:
    """A little of everything that can happen."""
    inside.leave(Invited())
    phone.put(phone.says())
    phone.put_many(phone.says(), b"x")
    inside.deliver((phone.invited.box, inside.letter(phone)))
    inside.http.get("/healthz")
    phone.claim("000000")
    phone.hold_contents()
    inside.send("POST", "/claims/confirm", json={"invitations": [phone.invited.id]})


def test_stored_times_are_whole_hours(inside: Inside, phone: Phone, database: Path) -> None:
    live(inside, phone)
    times = [one for one in numbers(database) if abs(one - clock.seconds()) < YEAR]
    assert times, "an invitation says when it expires"
    assert [one for one in times if one % 3600] == []


def test_no_address_and_no_browser_is_kept(inside: Inside, phone: Phone, database: Path) -> None:
    inside.http.headers["User-Agent"] = "a-telling-browser/7"
    live(inside, phone)
    kept = b"".join(path.read_bytes() for path in database.parent.glob("mailbox.db*"))
    assert phone.invited.box in kept
    for canary in (ADDRESS, "a-telling-browser", "mailbox.test"):
        assert canary.encode() not in kept


def test_its_files_are_for_its_owner_only(phone: Phone, database: Path) -> None:
    names = {path.name: path.stat().st_mode & 0o777 for path in database.parent.glob("mailbox.db*")}
    assert set(names) >= {"mailbox.db", "mailbox.db-wal", "mailbox.db.lock"}
    assert set(names.values()) == {0o600}


def told(phone: Phone) -> list[str]:
    """All that could tell one phone from another."""
    invited = phone.invited
    secret = invited.secret
    return [
        ADDRESS,
        invited.id,
        invited.box.hex(),
        phone.token.hex(),
        phone.device.token_sha256.hex(),
        secret.claim_key.hex(),
        "/boxes/",
    ]


def test_logs_hold_no_ids_and_no_addresses(
    inside: Inside,
    phone: Phone,
    app: Flask,
    database: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG")
    live(inside, phone)
    connection = sqlite3.connect(database)
    connection.execute("DROP TABLE waiting")
    connection.close()
    assert phone.put(phone.says()).status_code == 503
    app.extensions[NAME] = None
    assert phone.put(phone.says()).status_code == 500
    of_the_client = ("httpx", "httpcore")
    ours = [one for one in caplog.records if not one.name.startswith(of_the_client)]
    written = "\n".join(caplog.handler.format(one) for one in ours)
    assert "the store failed: OperationalError" in written
    assert "AttributeError" in written
    assert [name for name in told(phone) if name in written] == []


def test_a_real_server_writes_no_ids_either(
    serve: Callable[..., Served], proof: KeyPair, phone: Phone
) -> None:
    served = serve()
    _, url = served.start()
    with client(url) as http:
        inside = Inside(http, proof)
        live(inside, Phone(http, inside, phone.invited, token=phone.token))
        http.put(f"/api/boxes/{phone.invited.box.hex()}/up/x", content=os.urandom(2 << 20))
    served.stop()
    assert [name for name in (*told(phone), "127.0.0.1") if name in served.log] == []
