"""Both halves on real files, joined by their real API, each of which can be put back by itself.

The mailbox's app is called in this process; everything else is as in a council. Keys are real; of
the 600,000 rounds that stretch an invitation's words one is made.
"""

import itertools
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import httpx
from flask import Flask

from tests.restoring.phone import Phone
from youthvoice import clock
from youthvoice.backup.database import copy_database
from youthvoice.commands.putting_back import prepare_mailbox, prepare_record
from youthvoice.mailbox import create_mailbox, open_store
from youthvoice.record.cases import (
    Case,
    Meeting,
    Number,
    Reader,
    add_reader,
    open_case,
    young_person_of,
)
from youthvoice.record.house import House
from youthvoice.record.invitations import invite, revoke
from youthvoice.record.invitations.sure import be_sure
from youthvoice.record.keys import make_keys
from youthvoice.record.letters import Letter, letter_of, save_letter
from youthvoice.record.mailroom import rounds
from youthvoice.record.mailroom.door import Door
from youthvoice.record.release.before import last_serial
from youthvoice.record.release.bundle import bundle
from youthvoice.record.release.publish import _tell
from youthvoice.record.staff import Staff, add_staff
from youthvoice.record.store import Row
from youthvoice.record.store import open_store as open_record
from youthvoice.settings import Inside

URL = "http://mailbox"


@contextmanager
def cheap_words() -> Iterator[None]:
    """One round of stretching instead of 600,000; and no two moments are the same."""
    last, real = 0.0, clock.epoch

    def later() -> float:
        nonlocal last
        last = max(real(), last + 0.001)
        return last

    with patch("youthvoice.envelope.invitation.ROUNDS", 1), patch("youthvoice.clock.epoch", later):
        yield


class World:
    """A record with one case, its mailbox, and backups of either."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.backups: dict[str, list[Path]] = {"record": [], "mailbox": []}
        self.phones: list[Phone] = []
        self._names = itertools.count()
        make_keys(folder / "keys", "example")
        self.door = Door(URL, (folder / "keys" / "door.pem").read_bytes())
        self.door._client.close()
        self._open_record()
        self._open_mailbox()
        self.worker: Staff = add_staff(self.store, "Grace Adeyemi (sample)", "worker")
        self.chair: Staff = add_staff(self.store, "Siân Hughes (sample)", "chair")
        self.case: Case = open_case(
            self.store,
            "Amina (sample)",
            self.worker,
            self.chair,
            meeting=Meeting("2026-12-04", "16:00", "The Old Library (sample)"),
            people=[],
            numbers=[Number("Sample duty team", "020 7946 0101")],
        )
        self.young: Reader = young_person_of(self.store, self.case.id)
        self.advocate: Reader = add_reader(
            self.store, self.case.id, "advocate", "Ruth Levy (sample)"
        )

    def close(self) -> None:
        self.store.close()
        self.mailbox.close()

    def round(self, *, lost_after: int | None = None) -> None:
        """One round trip; after so many requests no answer comes any more."""
        with self.client(lost_after) as self.door._client:
            rounds._go(self.store, self.house.keys, self.door)

    def client(self, lost_after: int | None = None) -> httpx.Client:
        """The mailbox; a request beyond the limit reaches it, and its answer is lost."""
        real = httpx.WSGITransport(self.app)
        transport = real if lost_after is None else Losing(real, lost_after)
        return httpx.Client(transport=transport, base_url=URL)

    def invite(self, reader: Reader) -> Phone:
        made = invite(self.house, reader.id)
        phone = Phone(self, made.id, made.words, made.check_number, reader)
        self.phones.append(phone)
        return phone

    def revoke(self, phone: Phone) -> None:
        revoke(self.store, phone.invitation)

    def trusts(self, phone: Phone) -> None:
        """A worker says that this phone is still right."""
        be_sure(self.store, phone.invitation, by=self.worker)

    def publishes(self, html: str) -> int:
        """A letter goes to the young person, whatever else the gate wants; its serial."""
        letter = Letter(html, letter_of(self.store, self.case.id).revision)
        save_letter(self.store, self.chair, self.case.id, letter)
        _tell(self.store, self.chair, self.young.id, bundle(self.store, self.young.id))
        return last_serial(self.store, self.young.id)

    def back_up(self, half: str) -> None:
        kept = self.folder / f"{half}-{next(self._names)}.backup"
        copy_database(self._file(half), kept)
        self.backups[half].append(kept)

    def restore(self, half: str, which: int, *, by_hand: bool = False) -> None:
        """Put that half back as it was at that backup: by the command's own steps, or by hand."""
        backup = self.backups[half][which % len(self.backups[half])]
        (self.store if half == "record" else self.mailbox).close()
        file = self._file(half)
        for left in file.parent.glob(f"{file.name}*"):
            left.unlink()
        shutil.copyfile(backup, file)
        if not by_hand:
            {"record": prepare_record, "mailbox": prepare_mailbox}[half](file)
        if half == "record":
            self._open_record()
        else:
            self._open_mailbox()

    def alarms(self) -> set[str]:
        return {row["code"] for row in self.store.rows("SELECT code FROM alarms")}

    def said(self) -> list[str]:
        """Every text that the record has, as often as it has it."""
        rows = self.store.rows("SELECT value FROM points ORDER BY n")
        return [json.loads(row["value"]).get("text", "") for row in rows]

    def boxes(self) -> list[Row]:
        return self.store.rows("SELECT * FROM boxes")

    def _file(self, half: str) -> Path:
        return self.folder / f"{half}.db"

    def _open_record(self) -> None:
        self.store = open_record(self._file("record"))
        settings = Inside(
            record_database=self._file("record"),
            keys=self.folder / "keys",
            mailbox_url=URL,
            phone_url="https://phone.example",
            inside_url="https://record.example",
            council="example",
            council_name="Example Council",
            secret_key="x" * 32,
        )
        self.house = House(settings, self.store)

    def _open_mailbox(self) -> None:
        self.mailbox = open_store(self._file("mailbox"))
        self.app = Flask("mailbox")
        key = (self.folder / "keys" / "door.public.pem").read_text()
        self.app.register_blueprint(create_mailbox(self.mailbox, key))


class Losing(httpx.BaseTransport):
    """What is asked arrives; the answer does not."""

    def __init__(self, real: httpx.BaseTransport, after: int) -> None:
        self._real, self._left = real, after

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self._real.handle_request(request)
        self._left -= 1
        if self._left < 0:
            answer.close()
            raise httpx.ReadError("lost", request=request)
        return answer
