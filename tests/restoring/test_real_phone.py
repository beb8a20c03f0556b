"""The phone's own code, run without a browser, when either half is put back.

`tests/journeys/test_restored.py` tells the same in real browsers; the machine of promise 16 plays
with a phone told again in Python, and here stands that the two do the same.
"""

import json
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from waitress.server import create_server

from tests.restoring.world import World
from youthvoice.places import ROOT
from youthvoice.record.cases import Reader
from youthvoice.record.invitations import invite

HERE = Path(__file__).parent


class Served:
    """The mailbox of a world over HTTP, whichever app it has by now."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._server = create_server(self._answer, host="127.0.0.1", port=0)
        self.url = f"http://127.0.0.1:{self._server.effective_port}"
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()

    def _answer(self, environ: Any, start_response: Any) -> Any:
        return self._world.app(environ, start_response)

    def stop(self) -> None:
        self._server.close()


class RealPhone:
    """A process of Node with the modules of `static/phone`."""

    def __init__(self, url: str) -> None:
        command = ["node", str(HERE / "phone.mjs"), url, str(ROOT / "static")]
        self._node = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def does(self, what: str, **how: Any) -> Any:
        assert self._node.stdin and self._node.stdout
        self._node.stdin.write(json.dumps({"do": what} | how) + "\n")
        self._node.stdin.flush()
        told = json.loads(self._node.stdout.readline())
        assert "wrong" not in told, told["wrong"]
        return told["answer"]

    def close(self) -> None:
        self._node.communicate()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


@pytest.fixture
def served(world: World) -> Iterator[Served]:
    made = Served(world)
    yield made
    made.stop()


@pytest.fixture
def phone(world: World, served: Served) -> Iterator[RealPhone]:
    made = claimed(world, served, world.young)
    yield made
    made.close()


def claimed(world: World, served: Served, reader: Reader) -> RealPhone:
    made = invite(world.house, reader.id)
    world.round()
    phone = RealPhone(served.url)
    phone.does("claim", words=made.words, number=made.check_number)
    return phone


def settle(world: World, *phones: RealPhone) -> None:
    for _ in range(3):
        world.round()
        for one in phones:
            one.does("sync")


def test_copies_come_again_once_and_stay_copies(world: World, phone: RealPhone) -> None:
    phone.does("say", text="before")
    settle(world, phone)
    world.back_up("record")
    phone.does("say", text="since")
    settle(world, phone)
    held = phone.does("tell")
    assert set(held["copies"]) == set(held["out"])
    assert len(held["out"]) == 2
    assert {one["at"] for one in held["said"].values()} == {"received"}
    world.restore("record", 0)
    settle(world, phone)
    settle(world, phone)
    assert sorted(world.said()) == ["before", "since"]
    now = phone.does("tell")
    assert now["epoch"] > held["epoch"]
    assert set(held["copies"]) < set(now["copies"]) == set(now["out"]), "and what it said again"
    assert not [one for one in now["copies"].values() if one.get("again")]


def test_a_new_letter_is_shown_and_an_older_one_is_not(world: World, phone: RealPhone) -> None:
    settle(world, phone)
    world.back_up("record")
    world.publishes("<p>one</p>")
    settle(world, phone)
    world.publishes("<p>two</p>")
    settle(world, phone)
    world.restore("record", 0)
    settle(world, phone)
    assert "two" in phone.does("tell")["publication"]["letter"]["html"]
    world.publishes("<p>three</p>")
    settle(world, phone)
    assert "three" in phone.does("tell")["publication"]["letter"]["html"]


def test_its_last_choice_counts_and_not_what_the_record_remembers(
    world: World, phone: RealPhone
) -> None:
    advocate = world.advocate.id
    phone.does("choose", reader=advocate, parts=["good"], n=1)
    settle(world, phone)
    world.back_up("record")
    phone.does("choose", reader=advocate, parts=[], n=2)
    settle(world, phone)
    world.restore("record", 0)
    settle(world, phone)
    [given] = phone.does("tell")["access"]["given"]
    assert (given["parts"], given["n"]) == ([], 2)
    rows = world.store.rows("SELECT counter, parts FROM access ORDER BY counter")
    assert [(row["counter"], row["parts"]) for row in rows] == [(1, '["good"]'), (2, "[]")]
    assert world.store.rows("SELECT * FROM unheard") == []


def test_what_the_mailbox_took_and_lost_is_sent_again_at_once(
    world: World, phone: RealPhone
) -> None:
    settle(world, phone)
    world.back_up("mailbox")
    phone.does("say", text="taken, and lost")
    phone.does("sync")
    world.restore("mailbox", 0)
    settle(world, phone)
    assert world.said() == ["taken, and lost"]
