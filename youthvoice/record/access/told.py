"""What a young person's phones are told of their own choices."""

from youthvoice.envelope.words import Words
from youthvoice.record.access.given import choices_of, given_to, last_counter
from youthvoice.record.cases import Reader, readers_of
from youthvoice.record.owed import next_serial
from youthvoice.record.store import Store


def access_words(store: Store, reader: Reader) -> Words | None:
    """The message `access`: for each advocate the parts that count, the number and the day."""
    advocates = [one for one in readers_of(store, reader.case_id) if one.role == "advocate"]
    given = [_given(store, one.id) for one in advocates if choices_of(store, one.id)]
    if reader.role != "young_person" or not given:
        return None
    return {"kind": "access", "serial": next_serial(store, reader.id, "access"), "given": given}


def _given(store: Store, advocate_id: str) -> Words:
    return {
        "reader": advocate_id,
        "parts": list(given_to(store, advocate_id)),
        "n": last_counter(store, advocate_id),
        "on": choices_of(store, advocate_id)[-1].on.isoformat(),
    }
