"""What an opened envelope becomes: one row for each kind of words that a phone sends."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from youthvoice.envelope.words import Words
from youthvoice.record.access import keep_access, keep_again, odd_access, odd_again
from youthvoice.record.attached.pieces import keep_piece, odd_piece
from youthvoice.record.cases import Reader
from youthvoice.record.readings import keep_reading, odd_reading
from youthvoice.record.store import Store
from youthvoice.record.tasks import keep_ask, odd_ask
from youthvoice.record.views.approve import keep_approve, odd_approve
from youthvoice.record.views.keep import keep_views, odd_views


@dataclass(frozen=True)
class Kind:
    """`odd` says what is wrong with the whole; `keep`, where nothing is, makes of it what it is.

    Both give stable codes. `keep` is called with the id of the envelope, which is kept already.
    """

    odd: Callable[[Store, Reader, Words], list[str]]
    keep: Callable[[Store, Reader, str, Words], list[str]]


KINDS = {
    "views": Kind(odd_views, keep_views),
    "piece": Kind(odd_piece, keep_piece),
    "read": Kind(odd_reading, keep_reading),
    "ask": Kind(odd_ask, keep_ask),
    "access": Kind(odd_access, keep_access),
    "again": Kind(odd_again, keep_again),
    "approve": Kind(odd_approve, keep_approve),
}


def keep_words(
    store: Store, reader: Reader, envelope_id: str, arrival: int, words: Words
) -> list[str]:
    """Keep all of it, verbatim; returns what is odd about the whole, as stable codes.

    `unknown_kind` and those of its kind: kept with its envelope, for a person to look at.
    """
    kind = KINDS.get(str(words.get("kind")))
    odd = kind.odd(store, reader, words) if kind else ["unknown_kind"]
    with store.write() as database:
        row = {"id": envelope_id, "arrival": arrival, "reader": reader.id}
        more = {"words": _json(words), "problems": _json(odd)}
        today = {"received_on": store.today().isoformat()}
        database.table("envelopes").insert(row | more | today)
        return kind.keep(store, reader, envelope_id, words) if kind and not odd else odd


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
