"""Vectors: the test keys, the sets in which a council publishes its own, and signatures."""

from typing import Any

from tests.envelope.reference import Key, canonical, prefixed

OPERATIONAL, ESCROW, SIGNING = Key("operational"), Key("escrow"), Key("signing")
ROOT, STRANGER = Key("root"), Key("stranger")
DEVICE, DEVICE_SIGNING = Key("device"), Key("device signing")
ALL = (OPERATIONAL, ESCROW, SIGNING, ROOT, STRANGER, DEVICE, DEVICE_SIGNING)

OFF_CURVE = "04" + "11" * 64
BAD = {"error": "bad_key_set"}
SMALL_BOTH = 32_459
"""A number whose signature by the root has r and s that both begin with a zero byte."""

Cases = dict[str, list[dict[str, Any]]]


def keys() -> dict[str, dict[str, str]]:
    """Both halves of every test key: PKCS#8 and the raw point."""
    return {key.name: {"private": key.pkcs8.hex(), "public": key.public.hex()} for key in ALL}


def key_sets() -> Cases:
    """Sets that a phone takes and sets that it refuses."""
    good, signed = _set(), _signed(_set())
    refused = {
        "signed by another": _signed(good, STRANGER),
        "a key exchanged": signed | {"set": good | {"escrow": STRANGER.public.hex()}},
        "a serial raised": signed | {"set": good | {"serial": 8}},
        "another council": signed | {"set": good | {"council": "suffolk"}},
        "a short signature": signed | {"signature": signed["signature"][:-2]},
        "a signature in capitals": signed | {"signature": signed["signature"].upper()},
        "a signature with spaces": signed | {"signature": " " + signed["signature"]},
        "no signature": {"set": good},
        "no set": {"signature": signed["signature"]},
        "nothing": {},
        "a member more": _signed(good | {"until": 9}),
        "a member missing": _signed({name: good[name] for name in good if name != "escrow"}),
        "a key in capitals": _signed(good | {"escrow": ESCROW.public.hex().upper()}),
        "a key off the curve": _signed(good | {"escrow": OFF_CURVE}),
        "a serial of text": _signed(good | {"serial": "7"}),
        "a serial that is true": _signed(good | {"serial": True}),
        "a serial with a fraction": _signed(good | {"serial": 7.5}),
        "a council that is no text": _signed(good | {"council": 5}),
        "a set that is a list": _signed([good]),
    }
    cases = [{"name": "a good set", "signed": signed, "root": "root", "expect": good}]
    cases += [
        {"name": name, "signed": one, "root": "root", "expect": BAD}
        for name, one in refused.items()
    ]
    return {"key_sets": cases}


def signatures() -> Cases:
    """Signatures that are 64 bytes and good, and everything else."""
    data = SMALL_BOTH.to_bytes(4, "big")
    good, zero = ROOT.sign(data), bytes(32)
    public = ROOT.public.hex()
    rows: list[tuple[str, str, bytes, Any]] = [
        ("good", public, good, True),
        ("the same without leading zeros, as Firefox would take it", public, _short(good), False),
        ("the same without the leading zero of s", public, good[:32] + good[33:], False),
        ("one byte short", public, good[:-1], False),
        ("one byte long", public, good + b"\0", False),
        ("empty", public, b"", False),
        ("r is zero", public, zero + good[32:], False),
        ("s is zero", public, good[:32] + zero, False),
        ("all zero", public, zero + zero, False),
        ("r and s exchanged", public, good[32:] + good[:32], False),
        ("by another key", STRANGER.public.hex(), good, False),
        ("a point off the curve", OFF_CURVE, good, {"error": "bad_key"}),
        ("a compressed point", "02" + public[2:66], good, {"error": "bad_key"}),
        ("a hybrid point", "06" + public[2:], good, {"error": "bad_key"}),
        ("a short point", public[:-2], good, {"error": "bad_key"}),
        ("the point at infinity", "00", good, {"error": "bad_key"}),
    ]
    return {
        "verifies": [
            {
                "name": name,
                "public": key,
                "signature": made.hex(),
                "data": data.hex(),
                "expect": expect,
            }
            for name, key, made, expect in rows
        ]
    }


def _short(signature: bytes) -> bytes:
    r, s = signature[:32], signature[32:]
    if r[0] or s[0]:
        raise ValueError("SMALL_BOTH must be a number with two small halves")
    return r[1:] + s[1:]


def _set() -> dict[str, Any]:
    keys = {"operational": OPERATIONAL, "escrow": ESCROW, "signing": SIGNING}
    named = {name: key.public.hex() for name, key in keys.items()}
    return {"council": "norfolk", "serial": 7, **named}


def _signed(words: Any, root: Key = ROOT) -> dict[str, Any]:
    data = prefixed(b"youthvoice/1 key set", canonical(words))
    return {"set": words, "signature": root.sign(data).hex()}
