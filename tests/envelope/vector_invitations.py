"""Vectors: what follows from an invitation's words, what a device proves, sealed contents."""

import hashlib
import hmac
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from tests.envelope.reference import canonical, digest, prefixed
from tests.envelope.vector_keys import DEVICE, DEVICE_SIGNING, STRANGER, Cases

PRODUCT = b"youthvoice/1"
LENGTHS = {"id": 16, "claim_key": 32, "contents_key": 32, "device_key": 32}

TYPED = {
    "as made": ("crane-topaz-hubcap-nutty-swoop-drank", "crane-topaz-hubcap-nutty-swoop-drank"),
    "read aloud": (
        "  Crane, TOPAZ hubcap\n nutty — swoop… drank. ",
        "crane-topaz-hubcap-nutty-swoop-drank",
    ),
    "with a word of two parts": (
        "yo-yo drop-down crane topaz nutty t-shirt",
        "yo-yo-drop-down-crane-topaz-nutty-t-shirt",
    ),
    "with words of two parts typed as one": (
        "YoYo dropdown Crane tshirt felttip",
        "yo-yo-drop-down-crane-t-shirt-felt-tip",
    ),
    "with words of two parts, as keyboards write hyphens": (
        "yo\u2011yo t\u2013shirt drop - down felt\u00adtip",
        "yo-yo-t-shirt-drop-down-felt-tip",
    ),
    "with words that only contain one": (
        "yoyos dropdowns atshirt feltt tip",
        "yoyos-dropdowns-atshirt-feltt-tip",
    ),
    "with a sign that only looks like k": ("\u212aite İce", "kite-i-ce"),
    "with nothing to use": (" 123 ؟ ", ""),
}


def invitations() -> Cases:
    """Every kind of case about invitations."""
    secrets = _secrets("crane-topaz-hubcap-nutty-swoop-drank")
    return {
        "normalises": [
            {"name": name, "typed": typed, "expect": expect}
            for name, (typed, expect) in TYPED.items()
        ],
        "derives": [
            {"name": name, "typed": TYPED[name][0], "expect": _hex(_secrets(TYPED[name][1]))}
            for name in ("as made", "read aloud", "with a word of two parts")
        ],
        "proves": _proofs(secrets),
        "check_hashes": _check_hashes(secrets),
        "contents": _contents(secrets),
    }


def _secrets(words: str) -> dict[str, bytes]:
    master = hashlib.pbkdf2_hmac("sha256", words.encode(), PRODUCT + b" invitation", 600_000)
    return {name: _hkdf(master, name, length) for name, length in LENGTHS.items()}


def _hkdf(master: bytes, name: str, length: int) -> bytes:
    purpose = "invitation id" if name == "id" else name.replace("_", " ")
    return HKDF(hashes.SHA256(), length, None, PRODUCT + b" " + purpose.encode()).derive(master)


def _hex(secrets: dict[str, bytes]) -> dict[str, str]:
    return {name: value.hex() for name, value in secrets.items()}


def _proofs(secrets: dict[str, bytes]) -> list[dict[str, Any]]:
    token = digest("token")
    cases = []
    for name, agreement in (("a device", DEVICE), ("another device", STRANGER)):
        parts = (secrets["id"], agreement.public, DEVICE_SIGNING.public, token)
        message = prefixed(PRODUCT + b" device", *parts)
        made = hmac.digest(secrets["device_key"], message, "sha256")
        cases.append(
            {
                "name": name,
                "secrets": _hex(secrets),
                "agreement": agreement.public.hex(),
                "signing": DEVICE_SIGNING.public.hex(),
                "token_sha256": token.hex(),
                "expect": made.hex(),
            }
        )
    return cases


def _check_hashes(secrets: dict[str, bytes]) -> list[dict[str, Any]]:
    def made(number: str) -> str:
        message = prefixed(PRODUCT + b" check number", number.encode())
        return hmac.digest(secrets["claim_key"], message, "sha256").hex()

    return [
        {"name": number, "secrets": _hex(secrets), "check_number": number, "expect": made(number)}
        for number in ("000000", "493817")
    ]


def _contents(secrets: dict[str, bytes]) -> list[dict[str, Any]]:
    nonce, words = digest("nonce")[:12], {"council": "norfolk", "key_set": {"serial": 7}}
    about = prefixed(PRODUCT + b" contents", secrets["id"])
    plain = prefixed(canonical(words)).ljust(8192, b"\0")

    def case(name: str, expect: Any, inside: bytes = plain) -> dict[str, Any]:
        sealed = nonce + AESGCM(secrets["contents_key"]).encrypt(nonce, inside, about)
        return {"name": name, "expect": expect, "sealed": sealed.hex(), "secrets": _hex(secrets)}

    def closed(name: str, **changed: Any) -> dict[str, Any]:
        return {"name": name, "of": "contents", "expect": {"error": "does_not_open"}, **changed}

    padding = {"error": "wrong_padding"}
    return [
        case("contents", words),
        closed("a bit of the nonce", flip=0),
        closed("a bit of the last", flip=-1),
        closed("nothing", keep=0),
        closed("a nonce only", keep=12),
        closed("a short nonce", keep=7),
        closed("another's invitation", secrets=_hex(secrets | {"id": bytes(16)})),
        case("no words at all", padding, b""),
        case("two bytes", padding, b"\0\0"),
        case("padding that is not zero", padding, plain[:-1] + b"\1"),
        case("a step more than needed", padding, plain + bytes(8192)),
        case("no padding", padding, plain.rstrip(b"\0")),
        case("longer than it is", padding, b"\xff" + plain[1:]),
        case("not canonical", {"error": "not_canonical"}, prefixed(b"{} ").ljust(8192, b"\0")),
    ]
