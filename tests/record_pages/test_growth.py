"""Everything that reads, makes or shows what a phone can send grows no faster than n log n.

Every page is walked by the app's own list of addresses, every message by the record's own list of
what it tells, every kind by its list of kinds: a new one is measured without a thought of it.
What is measured is the processor time of this thread, the best of some, at n, 2n and 4n.
"""

import base64
import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from tests.record_pages.council import Council, answer, open_council
from tests.record_pages.desk import Desk
from tests.record_pages.piles import PILES, REPORT, same, views, young_person
from youthvoice.envelope.words import Words, from_bytes, to_bytes
from youthvoice.record import bounds
from youthvoice.record.access.shared import shared_now
from youthvoice.record.cases import readers_of
from youthvoice.record.invitations import invite
from youthvoice.record.kinds import KINDS
from youthvoice.record.mailroom.composing import ONE_OF_MANY, STATES
from youthvoice.record.mailroom.frames import Frame, join, split
from youthvoice.record.reports import keep_report
from youthvoice.record.tasks import tasks_of
from youthvoice.record.views import points_for
from youthvoice.record.views.handles import handle

SIZES = (50, 100, 200)
STEEPEST = 8.0
"""Times as long for four times as much: n log n gives 5.3, the square 16, the cube 64."""
TOO_SHORT = 0.004
"""Seconds that are not worth comparing."""
TRIES = 3

Work = Callable[[], object]
Sending = Callable[[Council, int], None]


def took(work: Work) -> float:
    began = time.thread_time()
    work()
    return time.thread_time() - began


def steepness(works: list[Work]) -> float:
    """How many times as long the largest takes as the smallest, at the best of some tries."""
    best = [float("inf")] * len(works)
    for _ in range(TRIES):
        best = [min(before, took(work)) for before, work in zip(best, works, strict=True)]
        if best[-1] / max(best[0], TOO_SHORT) < STEEPEST:
            break
    return best[-1] / max(best[0], TOO_SHORT)


@pytest.fixture
def councils(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Council]]:
    """One for each size, empty; what bounds a single message is out of the way."""
    monkeypatch.setattr(bounds, "MOST_ITEMS", 10**9)
    with ExitStack() as held:
        yield [held.enter_context(open_council(_folder(tmp_path, size))) for size in SIZES]


def _folder(parent: Path, size: int) -> Path:
    (parent / str(size)).mkdir()
    return parent / str(size)


def heap(councils: list[Council], pile: Sending) -> None:
    for council, size in zip(councils, SIZES, strict=True):
        with council.store.write():
            pile(council, size)


def addresses(council: Council, names: dict[str, str]) -> dict[str, str]:
    """Every page that answers to GET, by its rule. A new kind of name in one must be added here."""
    found = {}
    with council.app.test_request_context():
        for rule in council.app.url_map.iter_rules():
            if "GET" in (rule.methods or ()):
                values = {one: names[one] for one in rule.arguments}
                found[rule.rule] = council.app.url_map.bind("").build(rule.endpoint, values)
    return found


def _names(council: Council) -> dict[str, str]:
    store, case, reader = council.store, council.case.id, young_person(council)
    odd = council.sent(reader, {"kind": "later"})
    last = council.said(answer("good-proud", "The last"))
    [point] = [one for one in points_for(store, council.worker, case) if one.envelope == last]
    found = tasks_of(store, council.worker, case)
    return {
        "case_id": case,
        "reader_id": reader.id,
        "invitation_id": invite(council.house, reader.id).id,
        "report_id": keep_report(store, council.worker, case, REPORT).id,
        "point": handle(point),
        "task_id": found[0].id if found else "",
        "part": "voice",
        "alarm_id": "1",
        "number": "1",
        "envelope": odd,
        "token": "nonsense",
        "name": "nothing.css",
    }


@pytest.mark.parametrize("pile", PILES, ids=[pile.__name__ for pile in PILES])
def test_nothing_grows_faster_than_what_it_shows_or_tells(
    councils: list[Council], pile: Sending
) -> None:
    heap(councils, pile)
    names = [_names(one) for one in councils]
    works = _pages(councils, names) | _messages(councils, names)
    assert len(works) > 30
    steep = {what: steepness(some) for what, some in works.items()}
    assert {what: one for what, one in steep.items() if one >= STEEPEST} == {}


def _pages(councils: list[Council], names: list[dict[str, str]]) -> dict[str, list[Work]]:
    """Opening each page at each size, by the page's rule."""
    desks = [Desk(one).signs_in(one.worker) for one in councils]
    found: dict[str, list[Work]] = {}
    for desk, council, named in zip(desks, councils, names, strict=True):
        for rule, path in addresses(council, named).items():
            found.setdefault(rule, []).append(partial(desk.client.get, path))
    return found


def _messages(councils: list[Council], names: list[dict[str, str]]) -> dict[str, list[Work]]:
    """Composing each message at each size, by what a box is owed."""
    composed = {what: _composes(make) for what, make in STATES.items()}
    composed |= {what: _composes_one(make) for what, make in ONE_OF_MANY.items()}
    composed["what may be shared"] = _composes(shared_now)
    return {
        what: [
            partial(make, council, named) for council, named in zip(councils, names, strict=True)
        ]
        for what, make in composed.items()
    }


def _composes(make: Callable[..., object]) -> Callable[[Council, dict[str, str]], object]:
    return lambda council, _names: [
        make(council.store, one) for one in readers_of(council.store, council.case.id)
    ]


def _composes_one(make: Callable[..., object]) -> Callable[[Council, dict[str, str]], object]:
    return lambda council, names: make(council.store, young_person(council), names["report_id"])


def piece(council: Council, n: int) -> None:
    """A whole of as many pieces as there may be, each larger."""
    data = [bytes([at]) * (8 * n) for at in range(16)]
    whole = hashlib.sha256(b"".join(data)).hexdigest()
    for at, one in enumerate(data):
        words: Words = {"kind": "piece", "whole": whole, "at": at, "of": len(data)}
        council.sent(young_person(council), words | {"data": base64.b64encode(one).decode()})


def many_views(council: Council, n: int) -> None:
    council.said(*same("worry-home", 10 * n))


def views_named_alike(council: Council, n: int) -> None:
    """Names that look like the ids of repetitions."""
    names = ["q", *(f"q#{one}" for one in range(5 * n)), *["q"] * (5 * n)]
    council.said(*(answer(name, "x") for name in names))


def views_of_an_advocate(council: Council, n: int) -> None:
    council.sent(council.advocate, views(same("worry-home", 10 * n), said_yes=True))


def approve(council: Council, n: int) -> None:
    said = {"envelope": "ab" * 16, "question": "worry-home", "yes": False}
    council.sent(young_person(council), {"kind": "approve", "answers": [said] * (10 * n)})


def access(council: Council, n: int) -> None:
    words = {"kind": "access", "reader": council.advocate.id, "n": 1}
    council.sent(young_person(council), words | {"parts": ["letter"] * (100 * n)})


def again(council: Council, n: int) -> None:
    given = {"reader": council.advocate.id, "parts": ["letter"] * (100 * n), "n": 1}
    council.sent(young_person(council), {"kind": "again", "given": [given]})


def ask(council: Council, n: int) -> None:
    for _ in range(n):
        council.sent(young_person(council), {"kind": "ask", "what": "advocate"})


def read(council: Council, n: int) -> None:
    council.sent(young_person(council), {"kind": "read", "item": "letter", "serial": "9" * n})


def unusable(council: Council, n: int) -> None:
    found = [{"envelope": f"{one:032x}", "reason": "odd_shape"} for one in range(n)]
    council.sent(young_person(council), {"kind": "unusable", "found": found})


SENDINGS: dict[str, list[Sending]] = {
    "views": [many_views, views_named_alike, views_of_an_advocate],
    "piece": [piece],
    "read": [read],
    "ask": [ask],
    "access": [access],
    "again": [again],
    "approve": [approve],
    "unusable": [unusable],
}


def test_every_kind_that_a_phone_sends_is_measured() -> None:
    assert set(SENDINGS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_grows_faster_than_what_was_sent(councils: list[Council], kind: str) -> None:
    for sending in SENDINGS[kind]:
        works = [partial(sending, *one) for one in zip(councils, SIZES, strict=True)]
        assert steepness(works) < STEEPEST, sending.__name__


READINGS: dict[str, Callable[[int], Work]] = {
    "frames": lambda n: lambda: split(join([Frame("ab" * 16, b"x")] * n)),
    "words": lambda n: lambda: from_bytes(to_bytes({"answers": [[]] * (100 * n)})),
    "deep words": lambda n: (
        lambda: from_bytes(to_bytes({"answers": [[[[{"a": [0]}]]]] * (40 * n)}))
    ),
    "long words": lambda n: lambda: from_bytes(to_bytes({"answers": "é" * (1000 * n)})),
}


@pytest.mark.parametrize("reading", READINGS)
def test_no_bytes_are_read_in_more_than_their_length(reading: str) -> None:
    assert steepness([READINGS[reading](n) for n in SIZES]) < STEEPEST


def test_the_square_of_something_would_be_found() -> None:
    def square(n: int) -> Work:
        return lambda: sum(1 for one in range(20 * n) for other in range(20 * n) if one == other)

    assert steepness([square(n) for n in SIZES]) > STEEPEST


def test_every_table_that_hangs_on_what_was_sent_is_heaped_up(councils: list[Council]) -> None:
    council = councils[0]
    with council.store.write():
        for pile in PILES:
            pile(council, 20)
    tables = council.store.rows(
        "SELECT DISTINCT m.name FROM sqlite_master m, pragma_foreign_key_list(m.name) f"
        " WHERE m.type = 'table' AND f.\"table\" = 'envelopes'"
    )
    counts = {
        row["name"]: council.store.rows(f"SELECT count(*) AS n FROM {row['name']}")[0]["n"]
        for row in tables
    }
    assert len(counts) >= 7
    assert {name: n for name, n in counts.items() if n < 15 and name != "wholes"} == {}
