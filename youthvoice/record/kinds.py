"""What an opened envelope becomes: one row for each kind of words that a phone sends."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from youthvoice.envelope.words import Words
from youthvoice.record.access import keep_access, keep_again, odd_access, odd_again
from youthvoice.record.attached.pieces import make_piece, odd_piece
from youthvoice.record.bounds import is_too_much
from youthvoice.record.cases import Reader
from youthvoice.record.readings import keep_reading, odd_reading
from youthvoice.record.store import Row, Store
from youthvoice.record.tasks import keep_ask, odd_ask
from youthvoice.record.unusable import keep_unusable, odd_unusable
from youthvoice.record.views.approve import keep_approve, odd_approve
from youthvoice.record.views.keep import make_views, odd_views

Keep = Callable[[], list[str]]
"""What is left to do in the transaction: rows that are ready go in. Gives stable codes."""


@dataclass(frozen=True)
class Kind:
    """`odd` says what is wrong with the whole; `make`, where nothing is, makes of it what it is.

    Both run with no lock held, however long the words are, and change nothing. `make` is given the
    id of the envelope, and what it gives is called in the transaction that keeps the envelope.
    """

    odd: Callable[[Store, Reader, Words], list[str]]
    make: Callable[[Store, Reader, str, Words], Keep]


def _small(keep: Callable[[Store, Reader, str, Words], list[str]]) -> Callable[..., Keep]:
    """A kind of which so little is kept that nothing is to be made before."""
    return partial(partial, keep)


KINDS = {
    "views": Kind(odd_views, make_views),
    "piece": Kind(odd_piece, make_piece),
    "read": Kind(odd_reading, _small(keep_reading)),
    "ask": Kind(odd_ask, _small(keep_ask)),
    "access": Kind(odd_access, _small(keep_access)),
    "again": Kind(odd_again, _small(keep_again)),
    "approve": Kind(odd_approve, _small(keep_approve)),
    "unusable": Kind(odd_unusable, _small(keep_unusable)),
}


def keep_words(
    store: Store, reader: Reader, envelope_id: str, arrival: int, words: Words
) -> list[str]:
    """Make of words what they are, and keep it, in one transaction; what is odd about the whole."""
    ready = make_words(store, reader, envelope_id, arrival, words)
    with store.write():
        return ready()


def make_words(store: Store, reader: Reader, envelope_id: str, arrival: int, words: Words) -> Keep:
    """All of it, verbatim, ready to be kept; kept, it gives what is odd about the whole.

    `unknown_kind` and its like are stable codes: kept with its envelope, for a person to look at.
    """
    kind = KINDS.get(str(words.get("kind")))
    odd = _odd(kind, store, reader, words)
    row = {"id": envelope_id, "arrival": arrival, "reader": reader.id}
    row |= {"words": _json(words), "problems": _json(odd)}
    made = kind.make(store, reader, envelope_id, words) if kind and not odd else lambda: odd
    return partial(_keep, store, row, made)


def _odd(kind: Kind | None, store: Store, reader: Reader, words: Words) -> list[str]:
    if kind is None:
        return ["unknown_kind"]
    return ["too_much"] if is_too_much(words) else kind.odd(store, reader, words)


def _keep(store: Store, row: Row, made: Keep) -> list[str]:
    with store.write() as database:
        database.table("envelopes").insert(row | {"received_on": store.today().isoformat()})
        return made()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
