"""The envelope `access`: `{"kind": "access", "reader": id, "parts": [...], "n": 3, "on": day}`.

`n` is one more than any that the phone knows of; `parts` is the whole choice, empty to end it.
"""

import json

from youthvoice.envelope.words import Words
from youthvoice.record.access.unheard import chosen_anew
from youthvoice.record.cases import Reader, find_reader
from youthvoice.record.epochs.epoch import epoch_of
from youthvoice.record.owed import owe_reader
from youthvoice.record.store import Store

LARGEST = 2**53 - 1
"""What a phone can count to."""


def odd_access(store: Store, reader: Reader, words: Words) -> list[str]:
    """`not_for_this_reader` but from the young person about an advocate of their own case."""
    parts, counter = words.get("parts"), words.get("n")
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        return ["unknown_kind"]
    if type(counter) is not int or not 0 < counter <= LARGEST:
        return ["unknown_kind"]
    advocate = find_reader(store, str(words.get("reader")))
    is_theirs = advocate and (advocate.role, advocate.case_id) == ("advocate", reader.case_id)
    return [] if reader.role == "young_person" and is_theirs else ["not_for_this_reader"]


def keep_access(store: Store, reader: Reader, envelope_id: str, words: Words) -> list[str]:
    """The choice, beside all before it; the young person's other phones are told."""
    with store.write():
        keep_choice(store, reader, envelope_id, words)
        if words.get("epoch", 0) == epoch_of(store):
            chosen_anew(store, words["reader"])
    return []


def keep_choice(store: Store, reader: Reader, envelope_id: str, one: Words) -> None:
    """One choice as an envelope brought it; the same one said again is one."""
    if _is_known(store, one):
        return
    row = {"envelope": envelope_id, "advocate": one["reader"], "counter": one["n"]}
    row |= {"parts": json.dumps(one["parts"], ensure_ascii=False)}
    row |= {"received_on": store.today().isoformat()}
    with store.write() as database:
        database.table("access").insert(row, ignore=True)
    owe_reader(store, reader.id, "access")


def _is_known(store: Store, one: Words) -> bool:
    """Whether this very choice is here already."""
    sql = "SELECT parts FROM access WHERE advocate = ? AND counter = ?"
    rows = store.rows(sql, [one["reader"], one["n"]])
    return any(json.loads(row["parts"]) == one["parts"] for row in rows)
