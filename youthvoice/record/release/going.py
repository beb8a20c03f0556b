"""What goes out if it is published now, and what of it somebody has looked at."""

from youthvoice.envelope.words import Words
from youthvoice.record.cases import readers_of
from youthvoice.record.release.before import last_serial
from youthvoice.record.release.bundle import bundle
from youthvoice.record.staff.access import case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store

AT_SENDING = ("serial", "on")
"""What of a message is chosen when it goes out, and is no part of what was looked at."""


def going(store: Store, case_id: str) -> dict[str, Words]:
    """By reader's id the whole message of everybody for whom there is something to publish."""
    messages = {one.id: bundle(store, one.id) for one in readers_of(store, case_id)}
    return {
        reader_id: words
        for reader_id, words in messages.items()
        if words["serial"] != last_serial(store, reader_id)
    }


def looked_at(store: Store, by: Staff, case_id: str) -> Words:
    """What this person looks at: what every reader will get now, word for word. `NotYours`."""
    case_for(store, by, case_id)
    return as_looked_at(by, case_id, going(store, case_id))


def as_looked_at(by: Staff, case_id: str, messages: dict[str, Words]) -> Words:
    """Those messages as one person's look at that case, without what is chosen at sending."""
    to = {reader_id: _unsent(words) for reader_id, words in messages.items()}
    return {"by": by.id, "case": case_id, "to": to}


def _unsent(words: Words) -> Words:
    return _without(words, *AT_SENDING) | {
        "letter": words["letter"] and _without(words["letter"], "on"),
        "plan": words["plan"] and _without(words["plan"], "version"),
    }


def _without(words: Words, *names: str) -> Words:
    return {name: value for name, value in words.items() if name not in names}
