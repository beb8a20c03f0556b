"""The envelope `ask`: `{"kind": "ask", "what": "advocate", "on": day}`."""

import secrets

from youthvoice.envelope.words import Words
from youthvoice.record.cases import Reader, find_case
from youthvoice.record.owed import owe_reader
from youthvoice.record.store import Store

WISHES = ("advocate",)


def odd_ask(_store: Store, reader: Reader, words: Words) -> list[str]:
    """`unknown_kind` for a wish that we do not know, `not_for_this_reader` for anybody else's."""
    if words.get("what") not in WISHES:
        return ["unknown_kind"]
    return [] if reader.role == "young_person" else ["not_for_this_reader"]


def keep_ask(store: Store, reader: Reader, envelope_id: str, words: Words) -> list[str]:
    """A task for the case's worker, unless the same one is open; the phone is told of it."""
    case = find_case(store, reader.case_id)
    assert case is not None  # noqa: S101 - a foreign key holds it
    row = {"id": secrets.token_hex(8), "case_id": case.id, "what": words["what"]}
    row |= {"envelope": envelope_id, "since": store.today().isoformat(), "staff": case.worker.id}
    with store.write() as database:
        database.table("tasks").insert(row, ignore=True)
    owe_reader(store, reader.id, "asked")
    return []
