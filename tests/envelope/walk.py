"""What each kind of case asks of the Python envelope. `browser/kinds.js` asks the same there."""

from collections.abc import Callable
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.envelope import cases
from tests.envelope.cases import Case
from youthvoice.envelope import invitation, words
from youthvoice.envelope.invitation import Device, Secrets
from youthvoice.envelope.keys import KeyPair, PublicKey
from youthvoice.envelope.keyset import KeySet
from youthvoice.envelope.opening import open_envelope
from youthvoice.envelope.place import Place
from youthvoice.envelope.seal import seal
from youthvoice.envelope.shape import BadEnvelope
from youthvoice.envelope.words import Words

NAMED = cases.keys()


def pair(name: str) -> KeyPair:
    """A test key, both halves."""
    private = serialization.load_der_private_key(bytes.fromhex(NAMED[name]["private"]), None)
    assert isinstance(private, ec.EllipticCurvePrivateKey)
    return KeyPair(private)


def public(name: str) -> PublicKey:
    """A test key's public half, by its name or as it is."""
    return PublicKey(bytes.fromhex(NAMED[name]["public"] if name in NAMED else name))


def place(case: Case) -> Place:
    """Where the case says that its envelope belongs."""
    return Place(case["direction"], case["council"], bytes.fromhex(case["box"]))


def opens(case: Case) -> Any:
    """The words of an envelope."""
    pairs = [pair(name) for name in case["keys"]]
    return open_envelope(
        bytes.fromhex(case["envelope"]),
        place(case),
        keys={one.public.key_id: one for one in pairs},
        recipients=[public(name) for name in case["recipients"]],
        signed_by=public(case["signed_by"]),
    )


def sealed(case: Case, words: Words) -> bytes:
    """An envelope of `words`, made now."""
    return seal(
        words,
        place(case),
        to=[public(name) for name in case["recipients"]],
        by=pair(case["signed_by"]),
        envelope_id=bytes.fromhex(case["envelope_id"]),
    )


def verifies(case: Case) -> Any:
    """Whether a signature is good."""
    key = PublicKey(bytes.fromhex(case["public"]))
    return key.verifies(bytes.fromhex(case["signature"]), bytes.fromhex(case["data"]))


def key_sets(case: Case) -> Any:
    """A key set, checked."""
    return KeySet.checked(case["signed"], public(case["root"])).words()


def derives(case: Case) -> Any:
    """What follows from an invitation's words."""
    found = invitation.derive(case["typed"])
    return {name: getattr(found, name).hex() for name in case["expect"]}


def proves(case: Case) -> Any:
    """A device's proof."""
    parts = (bytes.fromhex(case[name]) for name in ("agreement", "signing", "token_sha256"))
    return secrets(case).proof(Device(*parts)).hex()


def secrets(case: Case) -> Secrets:
    """An invitation's secrets, as given."""
    return Secrets(**{name: bytes.fromhex(value) for name, value in case["secrets"].items()})


KINDS: dict[str, Callable[[Case], Any]] = {
    "opens": opens,
    "refused": opens,
    "verifies": verifies,
    "key_sets": key_sets,
    "derives": derives,
    "proves": proves,
    "normalises": lambda case: invitation.normalise(case["typed"]),
    "check_hashes": lambda case: secrets(case).check_hash(case["check_number"]).hex(),
    "contents": lambda case: invitation.open_contents(bytes.fromhex(case["sealed"]), secrets(case)),
    "seals": lambda case: len(sealed(case, {"a": "x" * case["times"]})),
    "reads": lambda case: words.from_bytes(bytes.fromhex(case["bytes"])),
    "writes": lambda case: words.to_bytes(case["words"]).hex(),
}


def outcome(kind: str, case: Case) -> Any:
    """What the case gives, to be compared with what it expects."""
    try:
        return KINDS[kind](case)
    except BadEnvelope as bad:
        return {"error": bad.code}
