"""Two people at their desks who publish, and the phones that get what they publish.

Every page is fetched and every form is sent as a browser would; what a reader got is what their own
key opens in their own box.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Any

from tests.record_pages.council import Council, answer, open_council
from tests.record_pages.desk import Desk
from tests.record_pages.page import Element, Page
from youthvoice.envelope.keys import KeyPair
from youthvoice.envelope.opening import open_envelope
from youthvoice.envelope.place import Place
from youthvoice.envelope.words import Words
from youthvoice.record.cases import Reader, readers_of
from youthvoice.record.keys import KeyFolder
from youthvoice.record.mailroom.outgoing import seal_owed
from youthvoice.record.release import bundle
from youthvoice.record.release.before import last_serial
from youthvoice.record.store import Store

AT_SENDING = {"serial", "on", "epoch"}
KEYS = [KeyPair.new() for _ in range(8)]
"""Of phones, made once: they take longer to make than to use."""


class Desks:
    """A council in which somebody said two things, and a worker and a chair who look and publish.

    `shown` is what each of the two saw last, by reader who gets something new; `composed` is what
    every reader would have got at that moment, also what a chair is not shown.
    """

    def __init__(self, council: Council) -> None:
        self.council, self.store = council, council.store
        self.case = f"/cases/{council.case.id}"
        self.keys = KeyFolder.load(council.house.settings.keys)
        self.people = {
            "worker": Desk(council).signs_in(council.worker),
            "chair": Desk(council).signs_in(council.chair),
        }
        self.shown: dict[str, dict[str, Words]] = {}
        self.composed: dict[str, dict[str, Words]] = {}
        self.forms: dict[str, dict[str, str]] = {}

    def composes(self) -> dict[str, Words]:
        """What everybody gets who gets something."""
        readers = readers_of(self.store, self.council.case.id)
        composed = {one.id: bundle(self.store, one.id) for one in readers}
        return {
            reader: as_sent(words)
            for reader, words in composed.items()
            if words["serial"] != last_serial(self.store, reader)
        }

    def opens(self, who: str, path: str) -> Page:
        answered = self.people[who].client.get(self.case + path)
        assert answered.status_code == 200, answered.status_code
        return Page(answered.get_data(as_text=True))

    def sends(self, who: str, path: str, fields: dict[str, Any], expect: int) -> str:
        answered = self.people[who].client.post(self.case + path, data=fields)
        found = answered.get_data(as_text=True)
        assert answered.status_code == expect, (answered.status_code, found[:2000])
        return found

    def fills(self, who: str, path: str, typed: dict[str, Any], **form: str) -> None:
        """Open a page, fill in the form that has those hidden fields, and send it."""
        fields = hidden_fields(form_with(self.opens(who, path), form))
        action = fields.pop("", "") or self.case + path
        self.sends(who, action.removeprefix(self.case), fields | typed, 302)

    def looks(self, who: str) -> None:
        self.remembers(who, self.opens(who, "/release/look"))

    def remembers(self, who: str, page: Page) -> None:
        """What stands on the page, and the fields of its form."""
        names = [one.get("aria-labelledby")[4:] for one in page.all("section")]
        shown = json.loads(unescape(page.by_id("bundle").text))["all"]
        pairs = zip(names, shown, strict=True)
        self.shown[who] = {name: as_sent(words) for name, words in pairs if words}
        self.forms[who] = hidden_fields(forms(page)[0])
        self.composed[who] = self.composes()

    def publishes(self, who: str) -> bool:
        """With the page that they opened last. Whether it went; if not, the new look is theirs."""
        self.gives_phones()
        fields = self.forms.get(who) or hidden_fields(forms(self.opens(who, "/letter"))[0])
        fields = {name: value for name, value in fields.items() if name} | {"looked": "yes"}
        answered = self.people[who].client.post(f"{self.case}/release", data=fields)
        if answered.status_code == 409:
            self.remembers(who, Page(answered.get_data(as_text=True)))
        else:
            assert answered.status_code == 302, answered.status_code
            for remembered in (self.shown, self.composed, self.forms):
                remembered.pop(who)
        return answered.status_code == 302

    def phones_take(self) -> dict[str, Words]:
        """By reader the last publication that lies in their box; the boxes are empty then."""
        seal_owed(self.store, self.keys)
        rows = self.store.rows("SELECT box, reader, sealed FROM outgoing JOIN boxes USING (box)")
        with self.store.write() as database:
            database.table("outgoing").delete_where()
        opened = [(row["reader"], self._open(row["box"], row["sealed"])) for row in rows]
        return {
            reader: as_sent(words) for reader, words in opened if words["kind"] == "publication"
        }

    def gives_phones(self) -> None:
        for n, reader in enumerate(readers_of(self.store, self.council.case.id)):
            if not self.store.row("SELECT 1 FROM boxes WHERE reader = ?", [reader.id]):
                give_a_phone(self.store, reader, n, KEYS[n])

    def _open(self, box: str, sealed: bytes) -> Words:
        own = KEYS[int(box, 16)]
        place = Place("down", "example", bytes.fromhex(box))
        signed_by = self.keys.signing.public
        keys = {own.public.key_id: own}
        return open_envelope(sealed, place, keys=keys, recipients=[own.public], signed_by=signed_by)

    def keeps(self) -> "Kept":
        return Kept(self)


class Kept:
    """A moment to which one can go back: the whole store, and what everybody saw last."""

    def __init__(self, desks: Desks) -> None:
        self.desks, self.copy = desks, sqlite3.connect(":memory:")
        live(desks.store).backup(self.copy)
        self.seen = dict(desks.shown), dict(desks.forms), dict(desks.composed)

    def comes_back(self) -> None:
        self.copy.backup(live(self.desks.store))
        shown, forms, composed = map(dict, self.seen)
        self.desks.shown, self.desks.forms, self.desks.composed = shown, forms, composed


def live(store: Store) -> sqlite3.Connection:
    with store.write() as database:
        connection: sqlite3.Connection = database.conn
    return connection


def give_a_phone(store: Store, reader: Reader, n: int, pair: KeyPair) -> None:
    own, public = f"{n:032x}", pair.public.raw.hex()
    invitation = {"id": own, "reader": reader.id, "box": own, "device_key": b""}
    invitation |= {"keys_serial": 1, "made_on": "2026-11-02", "expires": "2026-11-16"}
    box = {"box": own, "reader": reader.id, "invitation": own, "agreement": public}
    box |= {"signing": public, "token_sha256": "", "keys_serial": 1}
    with store.write() as database:
        database.table("invitations").insert(invitation)
        database.table("boxes").insert(box)


def as_sent(words: Words) -> Words:
    """A message without what is chosen at sending, nor what the record's page puts beside it."""
    found = {name: value for name, value in words.items() if name not in AT_SENDING}
    letter, plan = found["letter"], found["plan"]
    found["letter"] = letter and {k: v for k, v in letter.items() if k != "on"}
    found["plan"] = plan and {k: v for k, v in plan.items() if k != "version"}
    beside = {"lead_in", "lines", "about"}
    found["happened"] = [
        {k: v for k, v in one.items() if k not in beside} for one in found["happened"]
    ]
    return found


def form_with(page: Page, hidden: dict[str, str]) -> Element:
    return next(one for one in forms(page) if hidden.items() <= hidden_fields(one).items())


def forms(page: Page) -> list[Element]:
    """Those of the page itself, not of what stands around every page."""
    [main] = page.all("main")
    return main.all("form")


def hidden_fields(form: Element) -> dict[str, str]:
    """What a browser sends of it unasked, with the form's address under no name."""
    own = {one.get("name"): one.get("value") for one in form.all("input")}
    types = {one.get("name"): one.get("type") for one in form.all("input")}
    hidden = {name: value for name, value in own.items() if types[name] == "hidden"}
    return hidden | ({"": form.get("action")} if form.get("action") else {})


@contextmanager
def two_desks(folder: Path) -> Iterator[Desks]:
    with open_council(folder) as council:
        council.said(answer("good-proud", "My drawing"), answer("who-trust", "Gran", "worker"))
        yield Desks(council)
