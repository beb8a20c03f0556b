"""What an advocate's phone may have of a young person's: composed when something changes."""

import json

from youthvoice.envelope.words import MOST, Words, to_bytes
from youthvoice.questions.model import AUDIENCES, audience
from youthvoice.record.access.given import LETTER, PLAN, parts_of
from youthvoice.record.cases import Reader, readers_of, young_person_of
from youthvoice.record.epochs.epoch import after
from youthvoice.record.owed import owe_reader
from youthvoice.record.store import Store
from youthvoice.record.views.own import own_points
from youthvoice.record.views.point import Point
from youthvoice.record.views.told import make_room


def renew_shared(store: Store, case_id: str) -> None:
    """What advocates may have of a case may be another now; part of the caller's transaction.

    It is composed in the next round trip, and not in this transaction: that takes as long as there
    is much in the case.
    """
    with store.write() as database:
        database.execute(
            "INSERT INTO to_renew (case_id, cause) VALUES (?, random())"
            " ON CONFLICT (case_id) DO UPDATE SET cause = excluded.cause",
            [case_id],
        )
        store.ring()


def renew_all(store: Store) -> None:
    """Owe each advocate what they may have now, where that is not what they were sent.

    Composed with no lock held; where something changed meanwhile it stays to be renewed.
    """
    for row in store.rows("SELECT case_id, cause FROM to_renew"):
        readers = readers_of(store, row["case_id"])
        now = [(one, shared_now(store, one)) for one in readers if one.role == "advocate"]
        with store.write() as database:
            if store.row("SELECT 1 FROM to_renew WHERE case_id = :case_id AND cause = :cause", row):
                for reader, words in now:
                    _renew(store, reader, words)
                database.table("to_renew").delete(row["case_id"])


def shared_words(store: Store, reader: Reader) -> Words | None:
    """The message `shared`: the whole of what this advocate may have; None if nothing ever was."""
    row = store.row("SELECT serial, words FROM shared WHERE reader = ?", [reader.id])
    if row is None:
        return None
    words: Words = json.loads(row["words"])
    return {"kind": "shared", "serial": row["serial"]} | words


def shared_now(store: Store, reader: Reader) -> Words:
    """The points, the letter and the plan that this advocate may have, verbatim.

    Of answers that are marked "Only my worker" there is no trace. Where not all fits into one
    envelope the longest answers are left empty, and the phone says so.
    """
    parts = parts_of(store, reader.id)
    young_person = young_person_of(store, reader.case_id)
    points = [_told(point) for point in own_points(store, young_person) if _is_in(point, parts)]
    got = _published(store, young_person)
    shared: Words = {
        "parts": list(parts),
        "points": points,
        "letter": got.get("letter") if LETTER in parts else None,
        "plan": got.get("plan") if PLAN in parts else None,
    }
    make_room(points, len(to_bytes(shared)) - MOST + _AROUND)
    return shared


_AROUND = 1024
"""Bytes that a message has beside these."""


def _renew(store: Store, reader: Reader, now: Words) -> None:
    row = store.row("SELECT serial, words FROM shared WHERE reader = ?", [reader.id])
    had = json.loads(row["words"]) if row else {}
    if all(had.get(name) == now[name] for name in now) or not (row or now["parts"]):
        return
    words = json.dumps(now | {"on": store.today().isoformat()}, ensure_ascii=False)
    with store.write() as database:
        kept = {
            "reader": reader.id,
            "serial": after(store, row["serial"] if row else 0),
            "words": words,
        }
        database.table("shared").insert(kept, replace=True)
    owe_reader(store, reader.id, "shared")


def _is_in(point: Point, parts: tuple[str, ...]) -> bool:
    is_private = audience(point.audience) == AUDIENCES[0]
    section = point.section.id if point.section else ""
    return section in parts and not is_private and not point.change


def _told(point: Point) -> Words:
    return {
        "question": point.question_id,
        "value": point.value,
        "audience": point.audience,
        "on": point.received_on.isoformat(),
    }


def _published(store: Store, young_person: Reader) -> Words:
    """What the young person was sent last."""
    row = store.row(
        "SELECT words FROM publications WHERE reader = ? ORDER BY serial DESC LIMIT 1",
        [young_person.id],
    )
    found: Words = json.loads(row["words"]) if row else {}
    return found
