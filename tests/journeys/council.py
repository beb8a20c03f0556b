"""A council for one story: both halves as they run in production, on loopback."""

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any, Protocol

from tests import clock
from tests.journeys import halves
from youthvoice.commands.trying import _wait_until_well, links, prepare, stop_half
from youthvoice.envelope.keys import PublicKey
from youthvoice.envelope.place import Place as Where
from youthvoice.envelope.seal import new_id, seal
from youthvoice.record.house import open_house
from youthvoice.settings import Inside, load


class Place(Protocol):
    """What phones and desks need to know: where the halves answer, and the printed links."""

    outside: str
    inside: str

    def invitation(self, role: str = ...) -> dict[str, str]:
        """The first invitation for that role."""

    def staff(self, role: str, which: int = ...) -> dict[str, str]:
        """A member of staff with that role."""


class Council:
    """Two processes and their data. `outside` can be stopped: that is "no signal"."""

    def __init__(self, data: Path, port: int, inside_port: int) -> None:
        self.data = data
        self.environment = prepare(data, port, inside_port)
        self.outside = f"http://127.0.0.1:{port}"
        self.inside = f"http://127.0.0.1:{inside_port}"
        self.halves: dict[str, Any] = {}
        self.links: dict[str, Any] = {}

    def start(self) -> None:
        for name in ("outside", "inside"):
            self.halves[name] = halves.start_half(name, self.environment)
        for name, half in self.halves.items():
            _wait_until_well(name, half, self.environment)
        self.links = links(self.environment, self.data)

    def stop(self) -> None:
        for name in list(self.halves):
            self.stop_half(name)

    def start_half(self, name: str) -> None:
        self.halves[name] = halves.start_half(name, self.environment)
        _wait_until_well(name, self.halves[name], self.environment)

    def wait(self, days: int) -> None:
        """So many days pass here; no link and no session still holds."""
        self.stop()
        clock.wait(days)
        self.start()

    def start_half_of_another_day(self, name: str) -> None:
        """With another form, and so with another version of the app (`another_day`)."""
        self.halves[name] = halves.start_half_of_another_day(name, self.environment)
        _wait_until_well(name, self.halves[name], self.environment)

    def rotate_keys(self) -> None:
        """As the council does once a year, by the command."""
        command = [sys.executable, "-m", "youthvoice", "keys", "rotate", self.data / "keys"]
        subprocess.run(command, check=True, capture_output=True)

    def stop_half(self, name: str) -> None:
        stop_half(self.halves.pop(name))

    def invitation(self, role: str = "young_person", which: int = 0) -> dict[str, str]:
        found = [one for one in self.links["invitations"] if one["role"] == role]
        one: dict[str, str] = found[which]
        return one

    def staff(self, role: str, which: int = 0) -> dict[str, str]:
        found = [one for one in self.links["staff"] if one["role"] == role]
        one: dict[str, str] = found[which]
        return one

    def says(self, words: dict[str, Any]) -> None:
        """The council sends these very words to the one phone in use, sealed and signed as ever."""
        house = open_house(load(Inside, self.environment))
        try:
            [box] = house.store.rows("SELECT * FROM boxes")
            own_id = new_id()
            place = Where("down", house.keys.current.council, bytes.fromhex(box["box"]))
            to = [PublicKey.from_hex(box["agreement"])]
            sealed = seal(words, place, to=to, by=house.keys.signing, envelope_id=own_id)
            row = {"box": box["box"], "id": own_id.hex(), "sealed": sealed}
            with house.store.write() as database:
                database.table("outgoing").insert(row)
                house.store.ring()
        finally:
            house.close()

    def knows(self, phones: int) -> bool:
        """Whether the record has taken in that many claims."""
        return self.record("select count(*) from boxes") == [(phones,)]

    def mailbox(self, sql: str) -> list[tuple[Any, ...]]:
        """Ask the mailbox's database itself."""
        with sqlite3.connect(self.data / "mailbox.db") as database:
            return database.execute(sql).fetchall()

    def record(self, sql: str) -> list[tuple[Any, ...]]:
        """Ask the record's database itself."""
        with sqlite3.connect(self.data / "record.db") as database:
            return database.execute(sql).fetchall()
