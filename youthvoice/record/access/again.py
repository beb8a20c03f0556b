"""The envelope `again`: what a phone holds to be its choices, said once in each new epoch.

`{"kind": "again", "given": [{"reader": id, "parts": [...], "n": 3}]}`
"""

from youthvoice.envelope.words import Words
from youthvoice.record.access.choose import keep_choice, odd_access
from youthvoice.record.access.unheard import heard_from
from youthvoice.record.cases import Reader
from youthvoice.record.epochs.epoch import epoch_of
from youthvoice.record.store import Store

MOST = 100
"""Advocates whom one phone speaks of."""


def odd_again(store: Store, reader: Reader, words: Words) -> list[str]:
    """As for each choice alone; a phone of somebody else says none."""
    given = words.get("given")
    if not isinstance(given, list) or len(given) > MOST:
        return ["unknown_kind"]
    if not all(isinstance(one, dict) for one in given):
        return ["unknown_kind"]
    return next((odd for one in given if (odd := odd_access(store, reader, one))), [])


def keep_again(store: Store, reader: Reader, envelope_id: str, words: Words) -> list[str]:
    """Its choices beside all others; and that this phone was heard, unless it spoke long ago."""
    for one in words["given"]:
        keep_choice(store, reader, envelope_id, one)
    row = store.row(
        "SELECT box FROM arrivals JOIN envelopes ON envelopes.arrival = arrivals.n"
        " WHERE envelopes.id = ?",
        [envelope_id],
    )
    if row and words.get("epoch", 0) == epoch_of(store):
        heard_from(store, row["box"])
    return []
