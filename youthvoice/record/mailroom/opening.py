"""Open the bytes of an envelope with our keys. Changes nothing."""

from youthvoice.envelope import shape
from youthvoice.envelope.keys import PublicKey
from youthvoice.envelope.opening import open_envelope
from youthvoice.envelope.place import Place
from youthvoice.envelope.shape import BadEnvelope
from youthvoice.envelope.words import Words
from youthvoice.record.keys import KeyFolder
from youthvoice.record.store import Row


def open_bytes(keys: KeyFolder, raw: bytes, box: Row) -> Words:
    """The words of an envelope of that box. Raises `BadEnvelope`."""
    envelope = shape.read(raw)
    if envelope.suite != shape.TO_TWO:
        raise BadEnvelope("unknown_suite")
    return open_envelope(
        raw,
        Place("up", keys.current.council, bytes.fromhex(box["box"])),
        keys=keys.opening,
        recipients=keys.recipients(envelope.recipients[0].key_id),
        signed_by=PublicKey.from_hex(box["signing"]),
    )
