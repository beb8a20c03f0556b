"""Promise 17: what goes out is what was looked at, whatever two people do in whatever order.

Every sequence of these steps up to a length, by a worker and a chair over the real pages and the
real store, from where both have looked. The oracle knows no hash: what each phone opens is, byte
for byte, what the page that its publisher saw last showed for that reader; and somebody is sent
back to look again exactly when that would not be so.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.record_pages.going_out import Desks, Kept, two_desks
from youthvoice.envelope.words import Words
from youthvoice.record.cases import readers_of, young_person_of
from youthvoice.record.letters import Letter, letter_of, save_letter
from youthvoice.record.release import pages, publish
from youthvoice.record.staff import Staff
from youthvoice.record.views import give_outcome, points_for
from youthvoice.record.views.handles import handle

LENGTH = int(os.environ.get("YOUTHVOICE_INTERLEAVINGS", "2"))
"""Steps after both have looked and before the last publishing; `make soak` takes more."""
Step = Callable[[Desks], None]


def saves(desks: Desks) -> None:
    """The chair writes another letter: each time one that was not there before."""
    revision = letter_of(desks.store, desks.council.case.id).revision
    desks.fills("chair", "/letter", {"text": f"12 Mill Lane, letter {revision}"})


def clears(desks: Desks) -> None:
    """The worker lets whoever was added last have the letter, or takes it from them again."""
    reader = readers_of(desks.store, desks.council.case.id)[-1].id
    has = desks.store.row("SELECT 1 FROM cleared WHERE reader = ? AND item = 'letter'", [reader])
    ticked = {} if has else {"item": "letter"}
    desks.fills("worker", "/release", ticked, reader=reader)


def adds(desks: Desks) -> None:
    name = f"N{len(readers_of(desks.store, desks.council.case.id))}"
    desks.fills("chair", "/readers/new", {"role": "parent", "name": name})


def takes_back(desks: Desks) -> None:
    """The young person takes back what she said."""
    rows = desks.store.rows("SELECT * FROM points WHERE taken_back = 0 ORDER BY n LIMIT 1")
    for row in rows:
        back = {"question": row["question"], "instead_of": row["envelope"], "taken_back": True}
        desks.council.said(back | {"audience": row["audience"], "value": {}})


def says_otherwise(desks: Desks) -> None:
    """The worker says something else of what was said to her alone: the chair does not see it."""
    points = points_for(desks.store, desks.council.worker, desks.council.case.id)
    point = next(one for one in points if one.audience == "worker")
    why = f"because {len(point.events)}"
    desks.fills("worker", f"/views/{handle(point)}/outcome", {"outcome": "not_done", "why": why})


def looks(who: str) -> Step:
    return lambda desks: desks.looks(who)


def publishes(who: str) -> Step:
    return lambda desks: published_by(who, desks)


STEPS: dict[str, Step] = {
    "worker looks": looks("worker"),
    "chair looks": looks("chair"),
    "chair saves": saves,
    "worker clears": clears,
    "chair adds": adds,
    "young person takes back": takes_back,
    "worker answers": says_otherwise,
    "worker publishes": publishes("worker"),
    "chair publishes": publishes("chair"),
}


def published_by(who: str, desks: Desks) -> None:
    """The oracle."""
    saw, now = desks.composed.get(who), desks.composes()
    shown = desks.shown.get(who)
    if not desks.publishes(who):
        assert saw != now, f"{who} was sent back to look at the same"
        assert desks.phones_take() == {}
        assert desks.shown[who] == as_seen_by(who, desks, now)
        return
    assert saw == now, f"{who} published what they had not seen"
    got = desks.phones_take()
    assert got == now
    assert shown == as_seen_by(who, desks, got)


def as_seen_by(who: str, desks: Desks, messages: dict[str, Words]) -> dict[str, Words]:
    """For the chair without what is for the worker alone."""
    private = desks.store.rows("SELECT envelope, question FROM points WHERE audience = 'worker'")
    hidden = [(row["envelope"], row["question"]) for row in private if who == "chair"]
    return {
        reader: words
        | {
            "happened": [
                one for one in words["happened"] if (one["envelope"], one["question"]) not in hidden
            ]
        }
        for reader, words in messages.items()
    }


@pytest.fixture
def begun(ready: Desks) -> Desks:
    """Both signed in and looking since this test began: the cookie of another is of its future."""
    for name, staff in (("worker", ready.council.worker), ("chair", ready.council.chair)):
        ready.people[name].signs_in(staff)
        ready.looks(name)
    return ready


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    """Ready to be published; both have looked, and Hodan has the letter cleared."""
    with two_desks(tmp_path_factory.mktemp("desks")) as desks:
        store, case = desks.store, desks.council.case.id
        save_letter(store, desks.council.chair, case, Letter("Dear Amina"))
        for point in points_for(store, desks.council.worker, case):
            give_outcome(store, desks.council.worker, point.id, "done", why="It is done")
        clears(desks)
        looks("worker")(desks)
        looks("chair")(desks)
        yield desks


def goes_on(desks: Desks, more: int) -> int:
    """Every sequence of that many steps from here, and each of the two publishes at its end."""
    here = Kept(desks)
    ways = STEPS if more else {name: STEPS[name] for name in STEPS if "publishes" in name}
    count = 0
    for name, step in ways.items():
        with naming(name):
            step(desks)
            count += goes_on(desks, more - 1) if more else 1
        here.comes_back()
    return count


CHANGES = ("chair saves", "worker clears", "chair adds", "young person takes back")


def in_every_order(desks: Desks, left: tuple[str, ...]) -> int:
    """Some of these changes, or all, in any order; at each point each of the two publishes."""
    count = goes_on(desks, 0)
    here = Kept(desks)
    for name in left:
        with naming(name):
            STEPS[name](desks)
            count += in_every_order(desks, tuple(one for one in left if one != name))
        here.comes_back()
    return count


def test_every_order_of_preview_save_clear_add_reader_withdraw_and_publish(begun: Desks) -> None:
    assert in_every_order(begun, CHANGES) == 2 * (1 + 4 + 12 + 24 + 24)


@contextmanager
def naming(step: str) -> Iterator[None]:
    """A failure says by which steps it came about."""
    try:
        yield
    except AssertionError as wrong:
        wrong.add_note(f"after: {step}")
        raise


@pytest.mark.parametrize("first", STEPS)
def test_whatever_two_people_do_what_goes_out_is_what_was_looked_at(
    begun: Desks, first: str
) -> None:
    here = Kept(begun)
    with naming(first):
        STEPS[first](begun)
        assert goes_on(begun, LENGTH - 1) == 2 * len(STEPS) ** (LENGTH - 1)
    here.comes_back()


BREACHES = {
    "no look is asked for": lambda _key, _mark, _what: True,
    "a look at anything at all will do": lambda _key, mark, _what: len(mark) == 96,
}


@pytest.mark.parametrize("breach", BREACHES)
def test_the_check_notices_what_was_not_looked_at(
    begun: Desks, monkeypatch: pytest.MonkeyPatch, breach: str
) -> None:
    """The fault as it was: the tick says that somebody looked, and nothing says at what."""
    monkeypatch.setattr(pages, "is_mark_of", BREACHES[breach])
    here = Kept(begun)
    with pytest.raises(AssertionError, match="published what they had not seen"):
        goes_on(begun, 1)
    here.comes_back()


def test_the_check_notices_a_mark_over_the_letter_alone(
    begun: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another letter is found then, but not what happened to a thing that was said."""

    def letters(by: Staff, case: str, messages: dict[str, Words]) -> Words:
        return {"to": {reader: words["letter"] for reader, words in messages.items()}}

    for module in (pages, sys.modules[publish.__module__]):
        monkeypatch.setattr(module, "as_looked_at", letters)
    here = Kept(begun)
    begun.looks("worker")
    begun.looks("chair")
    with pytest.raises(AssertionError, match="published what they had not seen"):
        goes_on(begun, 1)
    here.comes_back()


def test_the_fault_that_was_found(begun: Desks) -> None:
    """The worker looks, the chair saves a letter with an address in it, the worker publishes."""
    here = Kept(begun)
    saves(begun)
    assert not begun.publishes("worker")
    assert begun.phones_take() == {}
    reader = young_person_of(begun.store, begun.council.case.id).id
    new_look = begun.shown["worker"][reader]
    assert new_look and "Mill Lane" in new_look["letter"]["html"]
    assert begun.publishes("worker")
    here.comes_back()
