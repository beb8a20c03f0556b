"""What strangers put into a mailbox is bounded here, and holds up nothing that a phone says."""

from pathlib import Path

import pytest

from tests.record.conftest import People
from tests.record.pen import Pen
from tests.record.phone import answer, views
from youthvoice.record.alarms import alarms_for
from youthvoice.record.keys import KeyFolder
from youthvoice.record.mailroom import keeping
from youthvoice.record.mailroom.frames import Frame
from youthvoice.record.mailroom.intake import open_kept
from youthvoice.record.mailroom.keeping import MOST_REFUSED, MOST_UNOPENED, keep
from youthvoice.record.store import Store
from youthvoice.record.views import points_for

UNKNOWN_BOX = "ab" * 16


@pytest.fixture
def pen(store: Store, people: People, key_folder: Path) -> Pen:
    return Pen(store, KeyFolder.load(key_folder), people.young_person)


def come(pen: Pen, *frames: Frame) -> set[str]:
    """They are collected; the hashes that the mailbox is told to forget."""
    told = keep(pen.store, pen.keys, list(frames))
    open_kept(pen.store, pen.keys)
    return {one["sha256"] for one in told}


def count(store: Store, table: str, where: str = "1") -> int:
    row = store.row(f"SELECT count(*) AS count FROM {table} WHERE {where}")
    return int(row["count"]) if row else 0


def alarms(store: Store, people: People) -> list[tuple[str, int]]:
    return [(one.code, one.count) for one in alarms_for(store, people.worker)]


def test_bytes_for_an_unknown_box_are_never_stored_and_stay_in_the_mailbox(
    store: Store, people: People, pen: Pen
) -> None:
    strange = [Frame(UNKNOWN_BOX, pen.garbage(n).envelope) for n in range(50)]
    assert come(pen, *strange) == set()
    assert come(pen, *strange) == set()
    assert (count(store, "arrivals"), count(store, "refused")) == (0, 50)
    assert alarms(store, people) == [("unknown_box", 50)]


def test_not_even_the_hashes_of_what_is_strange_grow_for_ever(
    store: Store, people: People, pen: Pen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MOST_REFUSED", 20)
    for box in range(50):
        come(pen, Frame(f"{box:032x}", b"%d" % box))
    assert (count(store, "arrivals"), count(store, "refused")) == (0, 20)
    assert alarms(store, people) == [("unknown_box", 20)]
    assert MOST_REFUSED < 10_000


def test_a_box_that_becomes_known_gives_what_waited_in_the_mailbox(
    store: Store, people: People, pen: Pen
) -> None:
    """As after an older record was restored: the box is unknown until its claim is told again."""
    sealed = pen.seals(views(answer("worry-home", "shouting")))
    box = store.row("SELECT * FROM boxes")
    with store.write() as database:
        database.table("boxes").delete(pen.box)
    assert come(pen, sealed) == set()
    with store.write() as database:
        database.table("boxes").insert(box)
    assert len(come(pen, sealed)) == 1
    assert len(points_for(store, people.worker, people.case.id)) == 1


def test_beyond_the_quota_of_a_box_what_does_not_open_is_counted_and_what_opens_is_taken_in(
    store: Store, people: People, pen: Pen
) -> None:
    come(pen, *(pen.garbage(n) for n in range(MOST_UNOPENED)))
    more = [pen.garbage(n) for n in range(MOST_UNOPENED, MOST_UNOPENED + 30)]
    honest = pen.seals(views(answer("worry-home", "shouting")))
    assert len(come(pen, *more[:15], honest, *more[15:])) == 1
    assert come(pen, *more) == set()
    assert count(store, "arrivals", "state != 'opened'") == MOST_UNOPENED
    assert count(store, "refused") == 30
    assert ("too_many_unopened", 30) in alarms(store, people)
    assert len(points_for(store, people.worker, people.case.id)) == 1


def test_the_quota_counts_within_one_body_too(store: Store, pen: Pen) -> None:
    come(pen, *(pen.garbage(n) for n in range(MOST_UNOPENED + 10)))
    assert count(store, "arrivals") == MOST_UNOPENED


def test_the_quota_of_bytes_is_as_strict(
    store: Store, pen: Pen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MOST_BYTES", 10_000)
    come(pen, *(pen.garbage(n, 2_996) for n in range(3)))
    come(pen, *(pen.garbage(n, 2_996) for n in range(3, 6)))
    assert (count(store, "arrivals"), count(store, "refused")) == (3, 3)


def test_one_boxs_quota_is_no_other_boxs(store: Store, people: People, pen: Pen) -> None:
    come(pen, *(pen.garbage(n) for n in range(MOST_UNOPENED + 5)))
    second = Pen(store, pen.keys, people.young_person)
    assert len(come(second, second.garbage(1))) == 1


def test_a_whole_recording_in_one_body_is_no_stranger(
    store: Store, people: People, pen: Pen
) -> None:
    """More honest envelopes than the quota, all at once."""
    honest = [pen.seals(views(answer("a", str(n)))) for n in range(MOST_UNOPENED + 20)]
    assert len(come(pen, *honest)) == len(honest)
    assert len(points_for(store, people.worker, people.case.id)) == len(honest)
    assert alarms(store, people) == []


def test_before_the_claim_is_seen_a_box_has_its_quota_and_no_more(
    store: Store, people: People, pen: Pen
) -> None:
    with store.write() as database:
        database.table("boxes").delete(pen.box)
        database.execute("UPDATE invitations SET claimed_at = NULL")
    frames = [pen.seals(views(answer("a", str(n)))) for n in range(MOST_UNOPENED + 3)]
    assert len(come(pen, *frames)) == MOST_UNOPENED
    assert count(store, "arrivals", "state = 'kept'") == MOST_UNOPENED
