"""The envelope written a second time, from its description alone and with another HPKE library.

Nothing here comes from the code under test. Every key, nonce and content key follows from a name,
so the same vectors come out on every machine. Each part can be replaced by a wrong one.
"""

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pyhpke import AEADId, CipherSuite, KDFId, KEMId, KEMKey

SUITE = CipherSuite.new(KEMId.DHKEM_P256_HKDF_SHA256, KDFId.HKDF_SHA256, AEADId.AES256_GCM)
BUCKETS = [kib * 1024 for kib in (4, 16, 64, 256, 512, 768)]


def digest(name: str) -> bytes:
    """32 bytes that look random and follow from `name`."""
    return hashlib.sha256(b"youthvoice test " + name.encode()).digest()


def canonical(words: Any) -> bytes:
    """JSON in the one way in which an envelope holds it."""
    return json.dumps(words, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def prefixed(*parts: bytes) -> bytes:
    """Each part after its length."""
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


@dataclass(frozen=True)
class Key:
    """A fixed key pair for tests, from its name."""

    name: str

    @cached_property
    def private(self) -> ec.EllipticCurvePrivateKey:
        return ec.derive_private_key(int.from_bytes(digest(self.name), "big"), ec.SECP256R1())

    @cached_property
    def public(self) -> bytes:
        return self.private.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )

    @property
    def pkcs8(self) -> bytes:
        return self.private.private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )

    @property
    def key_id(self) -> bytes:
        return hashlib.sha256(self.public).digest()[:16]

    def sign(self, data: bytes) -> bytes:
        how = ec.ECDSA(hashes.SHA256(), deterministic_signing=True)
        r, s = utils.decode_dss_signature(self.private.sign(data, how))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")

    def seal(self, plain: bytes, info: bytes, seed: str) -> bytes:
        """HPKE to this key with an ephemeral key that follows from `seed`: enc, ciphertext."""
        reader = SUITE.kem.deserialize_public_key(self.public)
        once = SUITE.kem.derive_key_pair(digest(f"ephemeral {seed} {self.name}"))
        encapsulated, context = SUITE.create_sender_context(reader, info, eks=once)
        return encapsulated + context.seal(plain)

    def open(self, sealed: bytes, info: bytes) -> bytes:
        """What `seal` made, or an error of the library."""
        private = KEMKey.from_pyca_cryptography_key(self.private)
        return SUITE.create_recipient_context(sealed[:65], private, info).open(sealed[65:])


@dataclass(frozen=True)
class Draft:
    """An envelope before it is sealed. `wrongly` replaces parts of what is signed."""

    name: str
    direction: str
    to: tuple[Key, ...]
    by: Key
    written: bytes
    council: str = "norfolk"
    box: bytes = digest("box")[:16]
    wrongly: dict[str, bytes] = field(default_factory=dict)

    @property
    def envelope_id(self) -> bytes:
        return digest(f"envelope {self.name}")[:16]

    def signature(self) -> bytes:
        parts = {
            "product": b"youthvoice/1 signed",
            "direction": self.direction.encode(),
            "readers": b"".join(hashlib.sha256(key.public).digest() for key in self.to),
            "box": self.box,
            "envelope_id": self.envelope_id,
            "words": self.written,
        }
        return self.by.sign(prefixed(*(parts | self.wrongly).values()))

    def inside(self) -> bytes:
        """Signature, length, words, zeros."""
        plain = self.signature() + prefixed(self.written)
        return plain.ljust(next(size for size in BUCKETS if size >= len(plain)), b"\0")

    def sealed(self, inside: bytes | None = None) -> bytes:
        """The envelope; of another `inside`, if one is given."""
        inside = self.inside() if inside is None else inside
        start = b"YV\x01" + bytes([len(self.to)]) + self.to[0].key_id + self.envelope_id
        if len(self.to) == 1:
            return start + self._for(self.to[0], inside)
        operational, escrow = self.to
        content_key = digest(f"content key {self.name}")
        head = start + self._for(operational, content_key)
        head += escrow.key_id + self._for(escrow, content_key)
        return head + AESGCM(content_key).encrypt(bytes(12), inside, head)

    def info(self, key: Key) -> bytes:
        """HPKE's info for one reader."""
        place = (self.direction.encode(), self.council.encode(), self.box)
        return prefixed(b"youthvoice/1", *place, self.envelope_id, key.key_id)

    def _for(self, key: Key, plain: bytes) -> bytes:
        return key.seal(plain, self.info(key), self.name)


def opened(data: bytes, draft: Draft, key: Key) -> bytes:
    """The inside of an envelope, by the second library: for suite 1, or suite 2 by `key`."""
    if data[3] == 1:
        return key.open(data[36:], draft.info(key))
    at = 36 if data[4:20] == key.key_id else 36 + 65 + 48 + 16
    content_key = key.open(data[at : at + 113], draft.info(key))
    return AESGCM(content_key).decrypt(bytes(12), data[278:], data[:278])
