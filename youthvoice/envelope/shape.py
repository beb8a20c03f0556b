"""The outside of an envelope: what anybody who carries it may know.

    "YV" | version 1 | suite | key id 16 | envelope id 16 | encapsulated key 65 | rest

Suite 1 (one reader): rest is the HPKE ciphertext.
Suite 2 (towards the council): rest is `sealed content key 48 | escrow key id 16 | escrow
encapsulated key 65 | escrow sealed content key 48 | body`, and the body's additional data is
everything before it.
"""

import re
from dataclasses import dataclass

MAGIC = b"YV"
VERSION = 1
TO_ONE = 1
TO_TWO = 2

ID = 16
ENCAPSULATED = 65
TAG = 16
CONTENT_KEY = 32
WRAPPED = CONTENT_KEY + TAG
HEADER = len(MAGIC) + 2 + ID + ID + ENCAPSULATED
SECOND = WRAPPED + ID + ENCAPSULATED + WRAPPED

KIB = 1024
BUCKETS = (4 * KIB, 16 * KIB, 64 * KIB, 256 * KIB, 512 * KIB, 768 * KIB)
"""Sizes of the padded inside, in bytes. Beyond 256 KiB: the next 256 KiB (voice)."""

LARGEST = 1024 * KIB
"""The largest envelope that is carried, in bytes."""


class BadEnvelope(ValueError):  # noqa: N818 - it is the envelope that is bad
    """Anything at all wrong with an envelope. `code` is stable and says nothing of the words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Sealed:
    """One recipient's part: which key, and what that key needs to open."""

    key_id: bytes
    encapsulated: bytes
    ciphertext: bytes


@dataclass(frozen=True)
class Envelope:
    """A parsed envelope. `recipients` has one or two parts; `body` is empty for suite 1."""

    suite: int
    envelope_id: bytes
    recipients: tuple[Sealed, ...]
    head: bytes
    body: bytes


def read(data: bytes) -> Envelope:
    """Parse an envelope's outside, without any key. Raises `BadEnvelope`."""
    if len(data) > LARGEST:
        raise BadEnvelope("too_large")
    if len(data) < HEADER or data[:2] != MAGIC:
        raise BadEnvelope("not_an_envelope")
    if data[2] != VERSION:
        raise BadEnvelope("unknown_version")
    suite = data[3]
    if suite not in (TO_ONE, TO_TWO):
        raise BadEnvelope("unknown_suite")
    key_id, envelope_id, encapsulated = data[4:20], data[20:36], data[36:HEADER]
    if suite == TO_ONE:
        _check_bucket(len(data) - HEADER)
        one = Sealed(key_id, encapsulated, data[HEADER:])
        return Envelope(suite, envelope_id, (one,), data[:HEADER], b"")
    _check_bucket(len(data) - HEADER - SECOND)
    at = HEADER + WRAPPED
    first = Sealed(key_id, encapsulated, data[HEADER:at])
    second = Sealed(
        data[at : at + ID],
        data[at + ID : at + ID + ENCAPSULATED],
        data[at + ID + ENCAPSULATED : HEADER + SECOND],
    )
    head, body = data[: HEADER + SECOND], data[HEADER + SECOND :]
    return Envelope(suite, envelope_id, (first, second), head, body)


def from_hex(text: str) -> bytes:
    """Bytes from lower-case hexadecimal. Raises `BadEnvelope` for capitals, spaces, half bytes."""
    if not (isinstance(text, str) and re.fullmatch(r"(?:[0-9a-f]{2})*", text)):
        raise BadEnvelope("bad_hex")
    return bytes.fromhex(text)


def _check_bucket(ciphertext_size: int) -> None:
    if ciphertext_size - TAG not in BUCKETS:
        raise BadEnvelope("wrong_size")


def length_prefixed(parts: list[bytes]) -> bytes:
    """Join parts so that no two different lists give the same bytes (4-byte big-endian length)."""
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)
