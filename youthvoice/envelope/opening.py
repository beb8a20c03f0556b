"""Open an envelope, or raise. There is no third outcome."""

from collections.abc import Mapping, Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from youthvoice.envelope import shape
from youthvoice.envelope.keys import KeyPair, PublicKey
from youthvoice.envelope.place import Place
from youthvoice.envelope.seal import NONCE, SUITE
from youthvoice.envelope.shape import BadEnvelope
from youthvoice.envelope.words import Words, from_bytes, unpad


def open_envelope(
    data: bytes,
    place: Place,
    *,
    keys: Mapping[bytes, KeyPair],
    recipients: Sequence[PublicKey],
    signed_by: PublicKey,
) -> Words:
    """The words of an envelope that was sealed for this place and signed by that writer.

    `keys` are the private halves at hand, by key id (one of them is enough); `recipients` are
    the public keys that this writer was given, in order, whose thumbprints the signature covers.
    Raises `BadEnvelope` for anything wrong.
    """
    envelope = shape.read(data)
    if [part.key_id for part in envelope.recipients] != [key.key_id for key in recipients]:
        raise BadEnvelope("unknown_key")
    inside = _inside(envelope, place, keys)
    signature, written = unpad(inside)
    signed = place.signed(list(recipients), envelope.envelope_id, written)
    if not signed_by.verifies(signature, signed):
        raise BadEnvelope("bad_signature")
    return from_bytes(written)


def _inside(envelope: shape.Envelope, place: Place, keys: Mapping[bytes, KeyPair]) -> bytes:
    part = next((part for part in envelope.recipients if part.key_id in keys), None)
    if part is None:
        raise BadEnvelope("unknown_key")
    info = place.info(envelope.envelope_id, part.key_id)
    try:
        plain = SUITE.decrypt(
            part.encapsulated + part.ciphertext, keys[part.key_id].private, info=info
        )
        if envelope.suite == shape.TO_ONE:
            return plain
        return AESGCM(plain).decrypt(NONCE, envelope.body, envelope.head)
    except (InvalidTag, ValueError):
        raise BadEnvelope("does_not_open") from None
