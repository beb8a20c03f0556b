"""Open with the escrow key what the operational keys no longer open."""

from youthvoice.envelope.keys import KeyPair
from youthvoice.envelope.shape import BadEnvelope
from youthvoice.envelope.words import Words
from youthvoice.record.keys import KeyFolder
from youthvoice.record.mailroom.intake import NotYet, open_arrival
from youthvoice.record.mailroom.opening import open_bytes
from youthvoice.record.store import Store


def open_with_escrow(store: Store, keys: KeyFolder, envelope_id: str, escrow: KeyPair) -> Words:
    """The words of an envelope, from its kept bytes and the escrow key alone.

    Raises LookupError for an unknown id, `KeyTrouble` for another's key, `BadEnvelope` when
    nothing with that id opens.
    """
    found = store.rows(
        "SELECT arrivals.raw, boxes.* FROM arrivals JOIN boxes USING (box) WHERE arrivals.id = ?",
        [envelope_id],
    )
    if not found:
        raise LookupError(envelope_id)
    with_escrow = keys.with_escrow(escrow)
    for row in found[:-1]:
        try:
            return open_bytes(with_escrow, row["raw"], row)
        except BadEnvelope:
            continue
    return open_bytes(with_escrow, found[-1]["raw"], found[-1])


def reopen_with_escrow(store: Store, keys: KeyFolder, escrow: KeyPair) -> int:
    """Take in everything that was quarantined for want of a key; how many were.

    Their phones get receipts as if nothing had happened.
    """
    with_escrow = keys.with_escrow(escrow)
    sql = "SELECT n FROM arrivals WHERE state = 'quarantined' AND reason = 'unknown_key' ORDER BY n"
    return sum(_opens(store, with_escrow, row["n"]) for row in store.rows(sql))


def _opens(store: Store, keys: KeyFolder, n: int) -> bool:
    try:
        return open_arrival(store, keys, n)
    except NotYet:
        return False
