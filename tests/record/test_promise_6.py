"""Promise 6, the record's part: what is private changes not one byte of what a parent gets.

Private is what somebody else said and what came of it, and each action that is not theirs; also
that something was published for others meanwhile, in content, number, order or time.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.record.conftest import Clock
from tests.record.looking import publish
from tests.record.phone import answer, views
from youthvoice.envelope.words import to_bytes
from youthvoice.record.cases import Case, Meeting, Reader, add_reader, open_case, young_person_of
from youthvoice.record.kinds import keep_words
from youthvoice.record.letters import Letter, letter_of, save_letter
from youthvoice.record.mailroom.composing import STATES
from youthvoice.record.plans import Action, Plan, plan_of, save_plan
from youthvoice.record.release import bundle as bundle_of
from youthvoice.record.release import clear_only
from youthvoice.record.release.bundle import bundle
from youthvoice.record.staff import add_staff
from youthvoice.record.store import Store, open_store
from youthvoice.record.views import give_outcome, mark_read, mark_talked, points_for
from youthvoice.record.views.keep import make_views

PRIVATE = [
    [],
    [answer("worry-home", "my father must not know")],
    [answer("who-not", "dad", "advocate"), answer("who-trust", "gran", "meeting")],
    [answer("not-known", "x" * 10_000), "odd"] * 3,
]
LIGHTS, SHELTER = Action(id="lights", plain="Lights"), Action(id="shelter", plain="A secret place")
CLEARED = [
    set(),
    {"letter"},
    {"plan"},
    {"action:lights"},
    {"letter", "plan", "action:lights"},
]
FIRST_DAY = datetime(2026, 11, 21, 12, tzinfo=UTC)


class World:
    """A case with a young person and a parent; `got` is all that the parent's phone was sent."""

    def __init__(self, file: Path, cleared: set[str]) -> None:
        self.clock = Clock(FIRST_DAY)
        self.store = open_store(file, self.clock)
        self.worker = add_staff(self.store, "Grace", "worker")
        chair = add_staff(self.store, "Siân", "chair")
        meeting = Meeting("2026-12-04")
        self.case: Case = open_case(self.store, "Amina", self.worker, chair, meeting=meeting)
        self.parent = add_reader(self.store, self.case.id, "parent", "Hodan")
        self._give_a_phone()
        self._plan(LIGHTS)
        self._write("Dear Amina")
        clear_only(self.store, self.worker, self.case.id, self.parent.id, cleared)
        self._said(self.parent, "aa" * 16)
        make_views(self.store, self.parent, "aa" * 16, views(answer("worry-home", "the park")))()
        self.got = b""

    def day_one(self, private: list[Any]) -> None:
        if private:
            self._plan(SHELTER, LIGHTS)
            self._keep_private("ab" * 16, private)
        self._answer_all("in_plan", "you said so", "lights")
        self._publish()

    def day_two(self, private: list[Any]) -> None:
        """Something is published for others, or nothing at all."""
        if private:
            self._plan(SHELTER, Action(id="another", plain="One more"), LIGHTS)
            self._keep_private("ac" * 16, private)
            self._answer_all("done", "her father", only="ac" * 16)
            self._publish()

    def day_three(self) -> None:
        self._write("Dear Amina, once more")
        self._answer_all("done", "it is done", only="aa" * 16)
        self._publish()

    def _keep_private(self, envelope: str, private: list[Any]) -> None:
        reader = young_person_of(self.store, self.case.id)
        assert keep_words(self.store, reader, envelope, self._arrived(), views(*private)) == []

    def _answer_all(self, outcome: str, why: str, action: str = "", *, only: str = "") -> None:
        for point in points_for(self.store, self.worker, self.case.id):
            if only in ("", point.envelope):
                mark_read(self.store, self.worker, [point.id])
                mark_talked(self.store, self.worker, [point.id])
                give_outcome(self.store, self.worker, point.id, outcome, why, action)

    def _plan(self, *actions: Action) -> None:
        revision = plan_of(self.store, self.case.id).revision
        plan = Plan(name="Amina", actions=list(actions), revision=revision)
        save_plan(self.store, self.worker, self.case.id, plan)

    def _write(self, words: str) -> None:
        revision = letter_of(self.store, self.case.id).revision
        save_letter(self.store, self.worker, self.case.id, Letter(words, revision))

    def _publish(self) -> None:
        publish(self.store, self.worker, self.case.id)

    def end_the_day(self) -> None:
        """What the mailroom would send now, and what the parent would have after publishing."""
        self.got += self.clock.moment.isoformat().encode()
        for row in self.store.rows("SELECT what FROM owed WHERE box = 'b'"):
            words = STATES[row["what"]](self.store, self.parent)
            self.got += to_bytes(words) if words else b"nothing"
        self.got += to_bytes(bundle(self.store, self.parent.id))
        with self.store.write() as database:
            database.execute("DELETE FROM owed")
        self.clock.moment += timedelta(days=1)

    def _said(self, reader: Reader, envelope: str) -> None:
        row = {"id": envelope, "arrival": self._arrived(), "reader": reader.id, "words": "{}"}
        with self.store.write() as database:
            database.table("envelopes").insert(
                row | {"problems": "[]", "received_on": self.store.today().isoformat()}
            )

    def _arrived(self) -> int:
        with self.store.write() as database:
            count = int(database.table("arrivals").count)
            database.table("arrivals").insert(
                {"box": "", "id": str(count), "sha256": "", "raw": b"", "kept_at": ""}
                | {"state": "kept"}
            )
        return count + 1

    def _give_a_phone(self) -> None:
        with self.store.write() as database:
            database.execute(
                "INSERT INTO invitations (id, reader, box, keys_serial, made_on, expires)"
                " VALUES ('i', ?, 'b', 1, '2026-11-21', '2026-12-05')",
                [self.parent.id],
            )
            database.execute(
                "INSERT INTO boxes"
                " (box, reader, invitation, agreement, signing, token_sha256, keys_serial)"
                " VALUES ('b', ?, 'i', '', '', '', 1)",
                [self.parent.id],
            )


def what_a_parent_gets(file: Path, private: list[Any], cleared: set[str]) -> bytes:
    """Everything that a parent's phone is sent in that world, as bytes."""
    world = World(file, cleared)
    try:
        world.day_one(private)
        world.end_the_day()
        world.day_two(private)
        world.end_the_day()
        world.day_three()
        world.end_the_day()
    finally:
        world.store.close()
    return world.got


def hold(folder: Path, cleared: set[str]) -> bytes:
    """The bytes, which are the same in every world."""
    worlds = [
        what_a_parent_gets(folder / f"{n}.db", private, cleared)
        for n, private in enumerate(PRIVATE)
    ]
    assert set(worlds) == {worlds[0]}
    return worlds[0]


@pytest.mark.parametrize("cleared", CLEARED, ids=lambda items: "+".join(sorted(items)) or "none")
def test_worlds_that_differ_in_what_is_private_give_a_parent_the_same_bytes(
    tmp_path: Path, cleared: set[str]
) -> None:
    given = hold(tmp_path, cleared)
    assert (b"Dear Amina" in given) == ("letter" in cleared)
    assert (b"Lights" in given) == ("action:lights" in cleared)
    assert b"you said so" in given
    assert b"secret" not in given


Breach = Callable[..., Any]
MODULE = sys.modules[bundle_of.__module__]
WHOLE: Any = vars(MODULE)["_composed"]
LETTER: Any = vars(MODULE)["_letter"]
HAPPENED: Any = vars(MODULE)["_happened"]


def counts_the_case(store: Store, *about: Any) -> Any:
    words = WHOLE(store, *about)
    version = {"version": len(store.rows("SELECT reader FROM publications"))}
    return words | {"plan": words["plan"] and words["plan"] | version}


def counts_what_was_said(store: Store, *about: Any) -> Any:
    return WHOLE(store, *about) | {"points": len(store.rows("SELECT id FROM points"))}


def dates_the_letter_today(letter: Any, case: Any, today: str, _before: Any) -> Any:
    return LETTER(letter, case, today, [])


def numbers_the_whole_plan(store: Store, case: Case, reader: Reader, *about: Any) -> Any:
    return HAPPENED(store, case, reader, plan_of(store, case.id).actions, about[-1])


BREACHES: list[tuple[str, Breach]] = [
    ("_composed", counts_the_case),
    ("_composed", counts_what_was_said),
    ("_letter", dates_the_letter_today),
    ("_happened", numbers_the_whole_plan),
]


@pytest.mark.parametrize(("name", "breach"), BREACHES, ids=lambda one: getattr(one, "__name__", ""))
def test_the_check_above_notices_one_number_or_day_that_depends_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, breach: Breach
) -> None:
    monkeypatch.setattr(MODULE, name, breach)
    with pytest.raises(AssertionError):
        hold(tmp_path, {"letter", "plan", "action:lights"})


def test_the_check_above_notices_a_publication_that_is_for_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MODULE, "CONTENT", ("serial",))
    with pytest.raises(AssertionError):
        hold(tmp_path, {"letter"})
