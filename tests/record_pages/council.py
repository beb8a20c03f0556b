"""A council with two cases, and a way to let a young person have said something."""

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from flask import Flask

from tests import clock
from youthvoice.envelope.words import Words
from youthvoice.inside import create_app
from youthvoice.record.cases import (
    Case,
    Meeting,
    Number,
    Reader,
    add_reader,
    open_case,
    readers_of,
    young_person_of,
)
from youthvoice.record.house import House
from youthvoice.record.keys import make_keys
from youthvoice.record.kinds import keep_words
from youthvoice.record.mailroom.frames import Frame
from youthvoice.record.mailroom.keeping import keep_bytes
from youthvoice.record.staff import Staff, add_staff
from youthvoice.record.staff.tokens import new_token
from youthvoice.record.store import Store, open_store
from youthvoice.settings import Inside

COUNCIL = "example"


class Clock:
    """Goes on as usual, from wherever a test puts it."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def __call__(self) -> datetime:
        return clock.now() + self.ahead


@dataclass
class Council:
    """One app on one store; `stranger` has a case of their own and no part in `case`."""

    app: Flask
    clock: Clock
    worker: Staff
    chair: Staff
    stranger: Staff
    case: Case
    other_case: Case

    @property
    def house(self) -> House:
        house: House = self.app.extensions["house"]
        return house

    @property
    def store(self) -> Store:
        return self.house.store

    @property
    def advocate(self) -> Reader:
        """Ruth, in `case`."""
        return next(r for r in readers_of(self.store, self.case.id) if r.role == "advocate")

    def link(self, staff: Staff) -> str:
        """A sign-in address that works once."""
        return f"/sign-in/{new_token(self.store, staff.id)}"

    def said(self, *answers: Any, case: Case | None = None, **more: Any) -> str:
        """Keep answers as if an envelope with them had been opened; gives its id."""
        words: Words = {"kind": "views", "form": "views", "written_on": "2026-11-20"}
        reader = young_person_of(self.store, (case or self.case).id)
        return self.sent(reader, words | {"answers": list(answers)} | more)

    def sent(self, reader: Reader, words: Words, own_id: str = "") -> str:
        """Keep words as if an envelope of that reader's with them had been opened; gives its id."""
        envelope = own_id or secrets.token_hex(16)
        raw = b"YV\x01\x02" + bytes(16) + bytes.fromhex(envelope)
        keep_bytes(self.store, Frame(secrets.token_hex(16), raw))
        arrival = self.store.row("SELECT n FROM arrivals WHERE id = ?", [envelope])
        assert arrival is not None
        keep_words(self.store, reader, envelope, arrival["n"], words)
        return envelope


def answer(question: str, value: Any, audience: str = "meeting") -> dict[str, Any]:
    """One answer; a plain text stands for a value of words."""
    value = {"text": value} if isinstance(value, str) else value
    return {"question": question, "audience": audience, "value": value}


@contextmanager
def open_council(folder: Path, **more: Any) -> Iterator[Council]:
    """A council in a folder, closed afterwards."""
    make_keys(folder / "keys", COUNCIL)
    app, clock = create_app(settings_in(folder, **more)), Clock()
    app.extensions["house"].close()
    store = open_store(folder / "record.db", clock)
    app.extensions["house"] = House(settings_in(folder, **more), store)
    try:
        yield _people(app, clock, store)
    finally:
        store.close()


def settings_in(folder: Path, **more: Any) -> Inside:
    """Settings with everything in one folder."""
    chosen: dict[str, Any] = {
        "record_database": folder / "record.db",
        "keys": folder / "keys",
        "mailbox_url": "http://127.0.0.1:9",
        "phone_url": "https://phone.example",
        "inside_url": "http://localhost",
        "council": COUNCIL,
        "council_name": "Example Council",
        "secret_key": secrets.token_hex(32),
    }
    return Inside(**chosen | more)


def _people(app: Flask, clock: Clock, store: Store) -> Council:
    worker = add_staff(store, "Grace Adeyemi", "worker")
    chair = add_staff(store, "Siân Hughes", "chair")
    stranger = add_staff(store, "Tomasz Nowak", "worker")
    case = open_case(
        store,
        "Amina",
        worker=worker,
        chair=chair,
        meeting=Meeting("2026-12-04", "16:00", "The Old Library"),
        people=["Sam Osei, youth worker"],
        numbers=[Number("Duty team", "020 7946 0101")],
    )
    add_reader(store, case.id, "parent", "Hodan")
    add_reader(store, case.id, "advocate", "Ruth")
    other_chair = add_staff(store, "Ravi Shah", "chair")
    other_case = open_case(store, "Kai", worker=stranger, chair=other_chair)
    return Council(app, clock, worker, chair, stranger, case, other_case)


def as_json(words: Any) -> str:
    """As tests compare messages."""
    return json.dumps(words, sort_keys=True)
