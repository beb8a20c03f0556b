"""An invitation: six words and a check number, and everything that follows from them.

The words give, through PBKDF2-HMAC-SHA-256 (600,000 rounds) and HKDF, an id, a claim key, a key
for the contents and a key by which the record knows the device. The mailbox is given the id, a
hash of the claim key and a keyed hash of the check number; neither tells it the words.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from youthvoice.envelope.place import PRODUCT
from youthvoice.envelope.shape import ID, KIB, BadEnvelope, length_prefixed
from youthvoice.envelope.words import LENGTH, Words, from_bytes, to_bytes

ROUNDS = 600_000
WORDS = 6
TWO_PARTS = re.compile(r"\b(drop(?=down\b)|felt(?=tip\b)|t(?=shirt\b)|yo(?=yo\b))")
"""The list's words of two parts, where they were typed as one."""
SALT = PRODUCT + b" invitation"
NONCE = 12
CONTENTS_BUCKET = 8 * KIB


@dataclass(frozen=True)
class Secrets:
    """What the words give: `id` (16 bytes) and three keys (32 bytes each), never printed."""

    id: bytes
    claim_key: bytes = field(repr=False)
    contents_key: bytes = field(repr=False)
    device_key: bytes = field(repr=False)

    @property
    def claim_hash(self) -> bytes:
        """What the mailbox keeps of the claim key."""
        return hashlib.sha256(self.claim_key).digest()

    def check_hash(self, check_number: str) -> bytes:
        """What the mailbox keeps of the check number; useless without the claim key."""
        return _hmac(self.claim_key, [b" check number", check_number.encode()])

    def proof(self, device: "Device") -> bytes:
        """What a device sends so that the record knows that no one between swapped its keys."""
        parts = [b" device", self.id, device.agreement, device.signing, device.token_sha256]
        return _hmac(self.device_key, parts)


@dataclass(frozen=True)
class Device:
    """Public halves of a device's two key pairs (65 bytes each) and its token's SHA-256 (32)."""

    agreement: bytes
    signing: bytes
    token_sha256: bytes


def proves(device_key: bytes, invitation_id: bytes, device: Device, proof: bytes) -> bool:
    """Whether `proof` was made by somebody who had the invitation's words."""
    known = Secrets(invitation_id, b"", b"", device_key)
    return hmac.compare_digest(known.proof(device), proof)


def new_words() -> str:
    """Six words of the EFF's large list (77.5 bits), joined by hyphens."""
    return "-".join(secrets.choice(listed_words()) for _ in range(WORDS))


@cache
def listed_words() -> list[str]:
    """The words that an invitation is made of.

    Without those of two parts (`t-shirt`), which people count as two on paper and type as one, and
    without one that sounds like such a word (`yoyo`).
    """
    found = _word_list()
    return [word for word in found if "-" not in normalise(word)]


def new_check_number() -> str:
    """Six digits."""
    return f"{secrets.randbelow(10**6):06d}"


def normalise(words: str) -> str:
    """Words as typed, read aloud or linked: lower case, one hyphen between letters.

    A word of two parts has its hyphen however it was typed: invitations made of them still open.
    """
    found = "-".join(re.findall(r"[a-z]+", words.lower()))
    return TWO_PARTS.sub(r"\1-", found)


def derive(words: str) -> Secrets:
    """The secrets of an invitation. Takes about 0.15 s, on purpose."""
    master = hashlib.pbkdf2_hmac("sha256", normalise(words).encode(), SALT, ROUNDS)
    return Secrets(
        _hkdf(master, b" invitation id", ID),
        _hkdf(master, b" claim key", 32),
        _hkdf(master, b" contents key", 32),
        _hkdf(master, b" device key", 32),
    )


def seal_contents(contents: Words, secret: Secrets) -> bytes:
    """Nonce (12) and AES-256-GCM of length, contents and zeros, in steps of 8 KiB."""
    written = to_bytes(contents)
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(secret.contents_key).encrypt(nonce, _padded(written), _about(secret))


def open_contents(sealed: bytes, secret: Secrets) -> Words:
    """The contents again. Raises `BadEnvelope`."""
    try:
        plain = AESGCM(secret.contents_key).decrypt(sealed[:NONCE], sealed[NONCE:], _about(secret))
    except (InvalidTag, ValueError):
        raise BadEnvelope("does_not_open") from None
    size = int.from_bytes(plain[:LENGTH], "big")
    written = plain[LENGTH : LENGTH + size]
    if _padded(written) != plain:
        raise BadEnvelope("wrong_padding")
    return from_bytes(written)


def _padded(written: bytes) -> bytes:
    plain = len(written).to_bytes(LENGTH, "big") + written
    return plain + bytes(-len(plain) % CONTENTS_BUCKET)


def _about(secret: Secrets) -> bytes:
    return length_prefixed([PRODUCT + b" contents", secret.id])


def _hkdf(master: bytes, purpose: bytes, length: int) -> bytes:
    return HKDF(hashes.SHA256(), length, salt=None, info=PRODUCT + purpose).derive(master)


def _hmac(key: bytes, parts: list[bytes]) -> bytes:
    first, *rest = parts
    return hmac.digest(key, length_prefixed([PRODUCT + first, *rest]), "sha256")


@cache
def _word_list() -> list[str]:
    text = (files("diceware") / "wordlists" / "wordlist_en_eff.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines())
    found = [row[1] for row in rows if len(row) == 2 and row[0].replace("-", "").isdigit()]
    if len(found) != 7776:
        raise RuntimeError("the EFF word list of the package diceware is not whole")
    return found
