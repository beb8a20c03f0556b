"""What an advocate wrote for a young person counts once that person has said yes (#12).

The envelope `approve`: `{"kind": "approve", "answers": [{"envelope", "question", "yes"}], "on"}`.
A no is final: it holds against a yes, whichever came first.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from youthvoice.envelope.words import MOST, Words, to_bytes
from youthvoice.record.cases import Reader, young_person_of
from youthvoice.record.epochs.epoch import ROOM
from youthvoice.record.owed import next_serial, owe_reader
from youthvoice.record.store import Row, Store
from youthvoice.record.views.point import Point
from youthvoice.record.views.points import all_points
from youthvoice.record.views.told import point_words


def odd_approve(_store: Store, reader: Reader, words: Words) -> list[str]:
    """`not_for_this_reader` from anybody but the young person."""
    answers = words.get("answers")
    if not isinstance(answers, list) or not all(_is_answer(one) for one in answers):
        return ["unknown_kind"]
    return [] if reader.role == "young_person" else ["not_for_this_reader"]


def keep_approve(store: Store, reader: Reader, envelope_id: str, words: Words) -> list[str]:
    """Each yes and no; who wrote it is told, and so are the young person's other phones."""
    with store.write() as database:
        database.table("approvals").insert_all(
            _row(store, reader, envelope_id, answer) for answer in words["answers"]
        )
    owe_reader(store, reader.id, "to_approve")
    tell_authors(store, reader.case_id, {answer["envelope"] for answer in words["answers"]})
    return []


def tell_of_writing(store: Store, case_id: str, *, counts: bool) -> None:
    """An advocate wrote something: the young person is owed what there is to approve, and how
    their points stand if it `counts` already. No other advocate is told.
    """
    reader_id = young_person_of(store, case_id).id
    owe_reader(store, reader_id, "to_approve")
    if counts:
        owe_reader(store, reader_id, "points")


def tell_authors(store: Store, case_id: str, envelopes: Collection[str]) -> None:
    """Each advocate whose own words these envelopes brought is owed what became of them."""
    sql = (
        "SELECT reader FROM envelopes JOIN readers ON readers.id = reader"
        " WHERE envelopes.id = ? AND problems = '[]' AND case_id = ? AND role = 'advocate'"
    )
    rows = (store.row(sql, [envelope, case_id]) for envelope in envelopes)
    for reader_id in {row["reader"] for row in rows if row}:
        owe_reader(store, reader_id, "points")


def to_approve_words(store: Store, reader: Reader) -> Words | None:
    """The message `to_approve`: what advocates wrote and nobody has said yes or no to.

    As much as one envelope holds, whole; the rest comes once something was said to these.
    """
    if reader.role != "young_person":
        return None
    waiting = [point for point in all_points(store, reader.case_id) if waits_for_yes(point)]
    if not waiting and not _was_told(store, reader):
        return None
    serial = next_serial(store, reader.id, "to_approve")
    message: Words = {"kind": "to_approve", "serial": serial, "points": []}
    room = MOST - ROOM - len(to_bytes(message))
    return message | {"points": list(_that_fit((_told(point) for point in waiting), room))}


def waits_for_yes(point: Point) -> bool:
    """Whether the young person is to be asked about it."""
    is_waiting = point.approval is not None and point.approval.state == "waiting"
    return is_waiting and not point.change and not point.takes_back


def _that_fit(points: Iterable[Words], room: int) -> Iterator[Words]:
    """The first ones, as many as so many bytes hold with a comma after each."""
    for point in points:
        room -= len(to_bytes(point)) + 1
        if room < 0:
            return
        yield point


def _told(point: Point) -> Words:
    by = {"name": point.reader.name, "role": point.reader.role}
    return point_words(point) | {
        "whose": point.whose,
        "by": by,
        "on": point.received_on.isoformat(),
    }


def _was_told(store: Store, reader: Reader) -> bool:
    sql = "SELECT 1 FROM serials WHERE reader = ? AND what = 'to_approve'"
    return store.row(sql, [reader.id]) is not None


def _is_answer(one: Any) -> bool:
    return (
        isinstance(one, dict)
        and isinstance(one.get("envelope"), str)
        and isinstance(one.get("question"), str)
        and isinstance(one.get("yes"), bool)
    )


def _row(store: Store, reader: Reader, envelope_id: str, answer: Words) -> Row:
    return {
        "envelope": envelope_id,
        "reader": reader.id,
        "about": answer["envelope"],
        "question": answer["question"],
        "yes": answer["yes"],
        "received_on": store.today().isoformat(),
    }
