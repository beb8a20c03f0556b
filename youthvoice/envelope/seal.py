"""Seal words: sign them, pad them, seal them to one recipient or to two."""

import secrets
from collections.abc import Sequence

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from youthvoice.envelope.keys import KeyPair, PublicKey
from youthvoice.envelope.place import Place
from youthvoice.envelope.shape import (
    CONTENT_KEY,
    ENCAPSULATED,
    ID,
    MAGIC,
    TO_ONE,
    TO_TWO,
    VERSION,
    BadEnvelope,
)
from youthvoice.envelope.words import Words, pad, to_bytes

SUITE = Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
NONCE = bytes(12)


def new_id() -> bytes:
    """A fresh envelope id (or box id): 16 random bytes."""
    return secrets.token_bytes(ID)


def seal(
    words: Words,
    place: Place,
    *,
    to: Sequence[PublicKey],
    by: KeyPair,
    envelope_id: bytes,
) -> bytes:
    """An envelope of `words`, signed by `by`, for one recipient or (operational, escrow).

    Raises `BadEnvelope` when the words are too many or cannot be written canonically.
    """
    if len(to) not in (1, 2) or len(envelope_id) != ID:
        raise BadEnvelope("wrong_recipients")
    written = to_bytes(words)
    inside = pad(by.sign(place.signed(list(to), envelope_id, written)), written)
    if len(to) == 1:
        return _start(TO_ONE, to[0], envelope_id) + _hpke(inside, place, to[0], envelope_id)
    return _seal_to_two(inside, place, to, envelope_id)


def _seal_to_two(inside: bytes, place: Place, to: Sequence[PublicKey], envelope_id: bytes) -> bytes:
    operational, escrow = to
    content_key = secrets.token_bytes(CONTENT_KEY)
    head = (
        _start(TO_TWO, operational, envelope_id)
        + _hpke(content_key, place, operational, envelope_id)
        + escrow.key_id
        + _hpke(content_key, place, escrow, envelope_id)
    )
    return head + AESGCM(content_key).encrypt(NONCE, inside, head)


def _start(suite: int, first: PublicKey, envelope_id: bytes) -> bytes:
    return MAGIC + bytes([VERSION, suite]) + first.key_id + envelope_id


def _hpke(plain: bytes, place: Place, to: PublicKey, envelope_id: bytes) -> bytes:
    """Encapsulated key (65) and ciphertext, one after the other."""
    sealed = SUITE.encrypt(plain, to.loaded(), info=place.info(envelope_id, to.key_id))
    assert len(sealed) >= ENCAPSULATED  # noqa: S101 - the library's own layout
    return sealed
