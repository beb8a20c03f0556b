"""Whatever a phone can send is taken in, or kept whole: nobody waits, nothing is lost."""

import json
import sqlite3
import tracemalloc
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from tests.record.conftest import People
from tests.record.pen import Pen, many
from tests.record.phone import answer, views
from youthvoice.envelope.words import DEEPEST, MOST, Words, to_bytes
from youthvoice.record.alarms import alarms_for
from youthvoice.record.bounds import LONGEST_WORD, MOST_ITEMS, MOST_POINTS
from youthvoice.record.cases import add_reader
from youthvoice.record.keys import KeyFolder
from youthvoice.record.mailroom import intake
from youthvoice.record.mailroom.intake import MOST_TRIES, open_arrival, open_kept
from youthvoice.record.mailroom.keeping import keep
from youthvoice.record.mailroom.measure import Measure
from youthvoice.record.quarantine.wholes import wholes_of, words_of
from youthvoice.record.staff.access import NotYours
from youthvoice.record.store import Store
from youthvoice.record.views import points_for

MIB = 1024 * 1024
MOST_MEMORY = 50 * MIB


@pytest.fixture
def keys(key_folder: Path) -> KeyFolder:
    return KeyFolder.load(key_folder)


@pytest.fixture
def pen(store: Store, people: People, keys: KeyFolder) -> Pen:
    return Pen(store, keys, people.young_person)


def take_in(pen: Pen, *written: Words) -> None:
    keep(pen.store, pen.keys, [pen.seals(words) for words in written])
    open_kept(pen.store, pen.keys)


def codes(store: Store, people: People) -> list[tuple[str, int]]:
    return [(one.code, one.count) for one in alarms_for(store, people.worker)]


def filled(unit: str) -> Words:
    """A message as large as an envelope holds, of one thing over and over."""
    count = (MOST - 200) // (len(unit.encode()) + 1)
    items = json.loads("[" + ",".join([unit] * count) + "]")
    return {"kind": "views", "form": "views", "answers": items}


TOO_MUCH: list[tuple[str, Words]] = [
    ("answers to one question", views(*many("worry-home", 16_000 // 4))),
    ("one answer too many", views(*many("worry-home", MOST_ITEMS + 1))),
    ("a form that is a book", views(answer("who-trust", "x")) | {"form": "x" * 300_000}),
    ("a day that is a book", views(answer("a", "x")) | {"written_on": "x" * (LONGEST_WORD + 1)}),
    ("a crowd beside", views(answer("a", "x")) | {"beside": {"who": "x" * 2_000}}),
    ("approvals", {"kind": "approve", "answers": [{"envelope": "a"}] * (MOST_ITEMS + 1)}),
    ("parts", {"kind": "access", "parts": ["a"] * (MOST_ITEMS + 1), "n": 1, "reader": "x"}),
    ("parts again", {"kind": "again", "given": [{"parts": ["a"] * (MOST_ITEMS + 1), "n": 1}]}),
    ("lists", filled("[]")),
    ("objects", filled("{}")),
    ("objects with a thing", filled('{"":0}')),
    ("lists in lists", filled("[[[]]]")),
    ("numbers", filled("0")),
    ("not Latin", filled('"ﷺ"')),
]


@pytest.mark.parametrize(("name", "words"), TOO_MUCH, ids=[name for name, _ in TOO_MUCH])
def test_what_is_too_much_is_kept_whole_with_an_alarm_and_a_receipt(
    store: Store, people: People, pen: Pen, name: str, words: Words
) -> None:
    tracemalloc.start()
    take_in(pen, words, views(answer("worry-home", "shouting")))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < MOST_MEMORY, name
    assert codes(store, people) == [("too_much", 1)]
    assert [point.value for point in points_for(store, people.worker, people.case.id)] == [
        {"text": "shouting"}
    ]
    assert len(store.rows("SELECT * FROM owed_receipts")) == 2
    [whole] = wholes_of(store, alarms_for(store, people.worker)[0])
    assert json.loads(words_of(store, people.worker, whole.envelope)) == words
    with pytest.raises(NotYours):
        words_of(store, people.stranger, whole.envelope)


def test_what_became_points_is_not_given_out_as_a_whole(
    store: Store, people: People, pen: Pen
) -> None:
    take_in(pen, views(answer("worry-home", "shouting")))
    row = store.row("SELECT id FROM envelopes")
    assert row
    with pytest.raises(NotYours):
        words_of(store, people.worker, row["id"])


FITS: list[tuple[str, Words]] = [
    ("the most answers", views(*many("worry-home", MOST_ITEMS))),
    ("long questions", views(*many("q" * 600, MOST_ITEMS))),
    ("a long list", views({"question": "who-there", "value": {"choices": ["x"] * 150_000}})),
    ("deep", views({"question": "who-there", "value": json.loads("[" * 28 + "]" * 28)})),
    ("odd letters", views(answer("worry-home", "\u0000\u202e\ufffe\U0010ffff" * 10_000))),
    ("the largest number", views({"question": "safe-home", "value": {"number": 2**53 - 1}})),
]


@pytest.mark.parametrize(("name", "words"), FITS, ids=[name for name, _ in FITS])
def test_what_fits_is_taken_in_within_the_memory(
    store: Store, people: People, pen: Pen, name: str, words: Words
) -> None:
    tracemalloc.start()
    take_in(pen, words)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < MOST_MEMORY, name
    assert codes(store, people) == []
    values = [point.value for point in points_for(store, people.worker, people.case.id)]
    assert values == [one["value"] for one in words["answers"]]


def test_names_that_look_like_repetitions_stay_apart(
    store: Store, people: People, pen: Pen
) -> None:
    names = ["q#2", "q", "q", "q#2", "q", "q#3", "q#2#2"]
    take_in(pen, views(*(answer(name, str(n)) for n, name in enumerate(names))))
    rows = store.rows("SELECT id, question FROM points ORDER BY n")
    assert [row["question"] for row in rows] == names
    assert len({row["id"] for row in rows}) == len(names)


UNREADABLE = [
    b'{"answers":[1e999],"kind":"views"}',
    b'{"answers":[-1e999],"kind":"views"}',
    b'{"answers":[1.5],"kind":"views"}',
    b'{"answers":[NaN],"kind":"views"}',
    b'{"answers":[' + b"9" * 700_000 + b'],"kind":"views"}',
    b'{"answers":[9007199254740992],"kind":"views"}',
    b'{"answers":' + b"[" * 300_000 + b"]" * 300_000 + b',"kind":"views"}',
    b'{"answers":' + b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1) + b',"kind":"views"}',
    b'{"answers":["\\ud800"],"kind":"views"}',
    b'{"answers":["\xff"],"kind":"views"}',
    b'{"kind":"views","kind":"read"}',
    b'{"\xc3\xa9":1}',
]


@pytest.mark.parametrize("written", UNREADABLE, ids=range(len(UNREADABLE)))
def test_what_no_phone_of_ours_writes_is_kept_as_it_came_and_stops_nobody(
    store: Store, people: People, pen: Pen, monkeypatch: pytest.MonkeyPatch, written: bytes
) -> None:
    with monkeypatch.context() as seams:
        seams.setattr("youthvoice.envelope.seal.to_bytes", lambda _: written)
        bad = pen.seals({})
    keep(store, pen.keys, [bad, pen.seals(views(answer("worry-home", "shouting")))])
    open_kept(store, pen.keys)
    assert codes(store, people) == [("not_canonical", 1)]
    assert store.row("SELECT raw FROM arrivals WHERE state = 'quarantined'") == {
        "raw": bad.envelope
    }
    assert len(points_for(store, people.worker, people.case.id)) == 1


def test_one_person_has_no_more_points_than_a_page_can_bear(
    store: Store, people: People, pen: Pen
) -> None:
    for n in range(MOST_POINTS // MOST_ITEMS):
        take_in(pen, views(*many("worry-home", MOST_ITEMS, n)))
    assert codes(store, people) == []
    take_in(pen, views(answer("worry-home", "one more")))
    assert codes(store, people) == [("too_much", 1)]
    parent = Pen(store, pen.keys, add_reader(store, people.case.id, "parent", "Hodan"))
    take_in(parent, views(answer("family-worries", "mine")) | {"form": "family"})
    assert store.row("SELECT count(*) AS n FROM points") == {"n": MOST_POINTS + 1}


def is_free(store: Store) -> bool:
    """Whether another process could write at this moment, without waiting."""
    with closing(sqlite3.connect(store.path, timeout=0, isolation_level=None)) as other:
        try:
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
        except sqlite3.OperationalError:
            return False
    return True


def test_staff_save_while_an_envelope_is_opened_and_made_into_points(
    store: Store, pen: Pen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The opening and the making stand still until somebody else has saved."""
    saved, reached = Event(), []

    def waits(step: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def step_waits(*given: Any) -> Any:
            reached.append((step, is_free(store), saved.wait(30)))
            return real(*given)

        return step_waits

    monkeypatch.setattr(intake, "open_bytes", waits("open", intake.open_bytes))
    monkeypatch.setattr(intake, "make_words", waits("make", intake.make_words))
    keep(store, pen.keys, [pen.seals(views(*many("worry-home", 100)))])
    taking_in = Thread(target=lambda: open_kept(store, pen.keys))
    taking_in.start()
    with store.write() as database:
        database.execute("UPDATE cases SET told_up_to = told_up_to")
    saved.set()
    taking_in.join()
    assert reached == [("open", True, True), ("make", True, True)]
    assert store.row("SELECT count(*) AS n FROM points") == {"n": 100}


def statements(store: Store, work: Callable[[], object]) -> list[int]:
    """How many statements each transaction of this thread has."""
    found: list[int] = []

    def count(sql: str) -> None:
        if sql.startswith("BEGIN"):
            found.append(0)
        elif found:
            found[-1] += 1

    with store.write() as database:
        connection = database.conn
    connection.set_trace_callback(count)
    work()
    connection.set_trace_callback(None)
    return found


def test_the_longest_transaction_of_the_largest_message_is_short(store: Store, pen: Pen) -> None:
    """Rows go in ready; their number is bounded, and with it how long anybody waits."""

    def cost(count: int) -> int:
        keep(store, pen.keys, [pen.seals(views(*many("worry-home", count)))])
        row = store.row("SELECT n FROM arrivals WHERE state = 'kept'")
        assert row
        return max(statements(store, lambda: open_arrival(store, pen.keys, row["n"])))

    assert cost(MOST_ITEMS) - cost(1) <= MOST_ITEMS
    assert max(statements(store, lambda: take_in(pen, views(*many("a", 4_000))))) < 60


def test_a_restart_goes_on_with_what_was_not_finished(
    store: Store, people: People, pen: Pen, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames = [pen.seals(views(answer("worry-home", str(n)))) for n in range(5)]
    keep(store, pen.keys, frames)
    made: list[str] = []
    real = intake.make_words

    def dies_at_the_third(*given: Any) -> Any:
        made.append(given[2])
        if len(made) == 3:
            raise KeyboardInterrupt
        return real(*given)

    monkeypatch.setattr(intake, "make_words", dies_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        open_kept(store, pen.keys)
    open_kept(store, pen.keys)
    ids = [frame.envelope[20:36].hex() for frame in frames]
    assert made == [*ids[:3], *ids[2:]]
    assert len(points_for(store, people.worker, people.case.id)) == 5


def test_one_that_ends_the_process_holds_up_neither_others_nor_what_is_sent(
    store: Store, people: People, pen: Pen, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames = [pen.seals(views(answer("worry-home", str(n)))) for n in range(4)]
    poison = frames[1].envelope[20:36].hex()
    keep(store, pen.keys, frames)
    real = intake.make_words

    def dies(*given: Any) -> Any:
        if given[2] == poison:
            raise SystemExit
        return real(*given)

    monkeypatch.setattr(intake, "make_words", dies)
    deaths = 0
    for _ in range(2 * MOST_TRIES):
        try:
            open_kept(store, pen.keys)
        except SystemExit:
            deaths += 1
    assert deaths <= MOST_TRIES
    assert len(points_for(store, people.worker, people.case.id)) == 3
    with pytest.raises(SystemExit):
        open_kept(store, pen.keys, stubborn=True)
    monkeypatch.undo()
    open_kept(store, pen.keys, stubborn=True)
    assert len(points_for(store, people.worker, people.case.id)) == 4


def test_opening_ends_when_the_time_of_a_round_is_over(store: Store, pen: Pen) -> None:
    keep(store, pen.keys, [pen.seals(views(answer("a", str(n)))) for n in range(5)])
    ticks = iter(range(100))
    open_kept(store, pen.keys, Measure(seconds=4, clock=lambda: next(ticks)))
    assert store.row("SELECT count(*) AS n FROM points") == {"n": 3}
    open_kept(store, pen.keys, Measure())
    assert store.row("SELECT count(*) AS n FROM points") == {"n": 5}


def test_the_largest_message_of_all_is_a_message(pen: Pen) -> None:
    assert len(to_bytes(filled("0"))) > MOST - 1_000
