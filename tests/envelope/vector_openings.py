"""Vectors: envelopes that open, and each way in which one must not."""

from collections.abc import Iterator
from typing import Any

from tests.envelope.reference import BUCKETS, Draft, canonical, digest
from tests.envelope.vector_keys import (
    DEVICE,
    DEVICE_SIGNING,
    ESCROW,
    OPERATIONAL,
    SIGNING,
    Cases,
)

COUNCIL = (OPERATIONAL, ESCROW)
CONTROLS = "".join(map(chr, range(32))) + "\x7f\u2028\u2029\ufeff\ufffd\"\\/'<script>"
NUMBERED = {"10": -1, "9": 2**53 - 1, "a": [[], {}, None, True, False, 0], "A": "", "": "é"}
ROOM = 4096 - 64 - 4 - len('{"a":""}')

SAID = {
    "up, english": {"who": "my nan", "why": "she listens"},
    "up, emoji": {"how": "😔 👩🏽‍🎤 🏳️‍🌈 🇬🇧"},
    "up, arabic": {"who": "أريد أن تكون جدتي هناك"},
    "up, control characters": {"said": CONTROLS},
    "up, 10,000 characters": {"said": "a word " * 1428 + "done"},
    "down, english": {"letter": "<p>You said that you want your nan there.</p>"},
    "down, nothing": {},
    "down, numbers and nesting": NUMBERED,
    "down, exactly full": {"a": "x" * ROOM},
    "down, one byte more than full": {"a": "x" * (ROOM + 1)},
}
LONG = {
    "up, 10,000 arabic letters": {"said": "ج" * 10_000},
    "up, 60,000 emoji": {"said": "🦊" * 60_000},
    "down, 400,000 letters": {"letter": "x" * 400_000},
    "up, as long as can be": {"a": "x" * (BUCKETS[-1] - 4096 + ROOM)},
}


def openings() -> Cases:
    """What is stored: small envelopes that open, and those that do not."""
    opens = [case(name, words) for name, words in SAID.items()]
    opens += [
        {"name": f"{name}, by escrow alone", "of": name, "keys": ["escrow"]}
        for name in SAID
        if name.startswith("up")
    ]
    return {"opens": opens, "refused": [*_touched(), *_elsewhere(), *_made_wrong()]}


def long() -> list[dict[str, Any]]:
    """What is made when the tests run: larger envelopes that open."""
    return [case(name, words) for name, words in LONG.items()]


def draft(name: str, written: bytes, **wrongly: bytes) -> Draft:
    """Up to the council's two keys, or down to the device; the name begins with which."""
    if name.startswith("up"):
        return Draft(name, "up", COUNCIL, DEVICE_SIGNING, written, wrongly=wrongly)
    return Draft(name, "down", (DEVICE,), SIGNING, written, wrongly=wrongly)


def case(name: str, words: Any) -> dict[str, Any]:
    """An envelope of `words` that opens."""
    made = draft(name, canonical(words))
    return _case(made, made.sealed(), words)


def _case(made: Draft, envelope: bytes, expect: Any) -> dict[str, Any]:
    names = [key.name for key in made.to]
    return {
        "name": made.name,
        "direction": made.direction,
        "council": made.council,
        "box": made.box.hex(),
        "recipients": names,
        "keys": names,
        "signed_by": made.by.name,
        "envelope_id": made.envelope_id.hex(),
        "envelope": envelope.hex(),
        "expect": expect,
    }


FIELDS = {
    "magic": (0, "not_an_envelope"),
    "magic's second byte": (1, "not_an_envelope"),
    "version": (2, "unknown_version"),
    "key id": (4, "unknown_key"),
    "key id's end": (19, "unknown_key"),
    "envelope id": (20, "does_not_open"),
    "envelope id's end": (35, "does_not_open"),
    "encapsulated key's form": (36, "does_not_open"),
    "encapsulated key": (37, "does_not_open"),
    "encapsulated key's end": (100, "does_not_open"),
    "ciphertext": (101, "does_not_open"),
}
SECOND = {
    "sealed content key's end": (148, "does_not_open"),
    "escrow key id": (149, "unknown_key"),
    "escrow key id's end": (164, "unknown_key"),
    "escrow encapsulated key": (165, "does_not_open"),
    "escrow encapsulated key's end": (229, "does_not_open"),
    "escrow sealed content key": (230, "does_not_open"),
    "escrow sealed content key's end": (277, "does_not_open"),
    "body": (278, "does_not_open"),
}


def _touched() -> Iterator[dict[str, Any]]:
    for of, fields in (("up, english", FIELDS | SECOND), ("down, english", FIELDS)):
        for field, (at, code) in fields.items():
            yield _refused(f"{of}: a bit of the {field}", code, of=of, flip=at)
        yield _refused(f"{of}: the last bit", "does_not_open", of=of, flip=-1)
        yield _refused(f"{of}: suite 0", "unknown_suite", of=of, put=[3, "00"])
        yield _refused(f"{of}: suite 3", "unknown_suite", of=of, put=[3, "03"])
        yield _refused(f"{of}: cut short by a byte", "wrong_size", of=of, keep=-1)
        yield _refused(f"{of}: the start only", "wrong_size", of=of, keep=101)
        yield _refused(f"{of}: less than the start", "not_an_envelope", of=of, keep=100)
        yield _refused(f"{of}: nothing", "not_an_envelope", of=of, keep=0)
        yield _refused(f"{of}: a byte more", "wrong_size", of=of, put=[2**20, "00"])
        yield _refused(f"{of}: too large", "too_large", of=of, fill=2**20 + 1)
        yield _refused(f"{of}: the largest, still no bucket", "wrong_size", of=of, fill=2**20)
    yield _refused("up as suite 1", "wrong_size", of="up, english", put=[3, "01"])
    yield _refused("down as suite 2", "wrong_size", of="down, english", put=[3, "02"])
    yield from _spliced()


def _spliced() -> Iterator[dict[str, Any]]:
    one = draft("up, english", canonical(SAID["up, english"])).sealed()
    other = draft("up, emoji", canonical(SAID["up, emoji"])).sealed()
    swapped = one[149:165] + one[20:36] + one[165:278] + one[4:20] + one[36:149]
    parts = {
        "another's body": [278, other[278:].hex()],
        "another's content key": [36, other[36:149].hex()],
        "another's head": [0, other[:278].hex()],
    }
    for name, put in parts.items():
        yield _refused(f"up, english: {name}", "does_not_open", of="up, english", put=put)
    put, both = [4, swapped.hex()], ["escrow", "operational"]
    yield _refused("recipients swapped", "unknown_key", of="up, english", put=put)
    yield _refused(
        "recipients swapped, and expected so",
        "does_not_open",
        of="up, english",
        put=put,
        recipients=both,
    )


def _elsewhere() -> Iterator[dict[str, Any]]:
    box = digest("another box")[:16].hex()
    for of, back in (("up, english", "down"), ("down, english", "up")):
        yield _refused(f"{of}: another box", "does_not_open", of=of, box=box)
        yield _refused(f"{of}: a box cut short", "does_not_open", of=of, box=box[:-2])
        yield _refused(f"{of}: the other direction", "does_not_open", of=of, direction=back)
        yield _refused(f"{of}: another council", "does_not_open", of=of, council="suffolk")
        yield _refused(f"{of}: another writer", "bad_signature", of=of, signed_by="stranger")
        yield _refused(f"{of}: no key at hand", "unknown_key", of=of, keys=[])
        yield _refused(f"{of}: another's key", "unknown_key", of=of, keys=["stranger"])
        yield _refused(f"{of}: another reader", "unknown_key", of=of, recipients=["stranger"])
        yield _refused(f"{of}: no reader", "unknown_key", of=of, recipients=[])
    two = ["device", "device"]
    yield _refused("down to two", "unknown_key", of="down, english", recipients=two)
    one = ["operational"]
    yield _refused("up to one", "unknown_key", of="up, english", recipients=one)
    both = ["escrow", "operational"]
    yield _refused("readers in another order", "unknown_key", of="up, english", recipients=both)


def _made_wrong() -> Iterator[dict[str, Any]]:
    written = canonical({"who": "my nan"})
    for name, wrongly in _wrong_signings(written).items():
        made = draft(f"up, signed for {name}", written, **wrongly)
        yield _case(made, made.sealed(), {"error": "bad_signature"})
    for way in ("up", "down"):
        for name, (inside, code) in _wrong_insides(written).items():
            made = draft(f"{way}, {name}", written)
            yield _case(made, made.sealed(inside), {"error": code})
    large = draft("down, a larger bucket than needed", written)
    inside = large.inside().ljust(BUCKETS[1], b"\0")
    yield _case(large, large.sealed(inside), {"error": "wrong_padding"})
    for name, text in UNCANONICAL.items():
        made = draft(f"down, {name}", text)
        yield _case(made, made.sealed(), {"error": "not_canonical"})


UNCANONICAL = {"words with a space": b'{"a": 1}', "words in another order": b'{"b":1,"a":1}'}


def _wrong_signings(written: bytes) -> dict[str, dict[str, bytes]]:
    return {
        "another product": {"product": b"youthvoice/1"},
        "the other direction": {"direction": b"sideways"},
        "other readers": {"readers": digest("one") + digest("other")},
        "another box": {"box": digest("another box")[:16]},
        "another envelope": {"envelope_id": bytes(16)},
        "other words": {"words": written.replace(b"nan", b"dad")},
    }


def _wrong_insides(written: bytes) -> dict[str, tuple[bytes, str]]:
    signature = DEVICE_SIGNING.sign(written)
    whole = signature + len(written).to_bytes(4, "big") + written
    return {
        "a signature of 63 bytes": (whole[1:].ljust(4096, b"\0"), "wrong_padding"),
        "no signature": (bytes(64) + whole[64:].ljust(4032, b"\0"), "bad_signature"),
        "padding that is not zero": (whole.ljust(4095, b"\0") + b"\1", "wrong_padding"),
        "padding with spaces": (whole.ljust(4096, b" "), "wrong_padding"),
        "words that claim to be longer": (
            (signature + b"\xff" * 4 + written).ljust(4096, b"\0"),
            "wrong_padding",
        ),
        "words that claim to be shorter": (
            (signature + b"\0\0\0\1" + written).ljust(4096, b"\0"),
            "wrong_padding",
        ),
    }


def _refused(name: str, code: str, **changed: Any) -> dict[str, Any]:
    return {"name": name, "expect": {"error": code}, **changed}
