"""Key pairs on P-256: for agreement (HPKE) and for signing (ECDSA). Public halves travel raw.

A raw public key is the 65-byte uncompressed point. A thumbprint is its SHA-256; a key id is the
first 16 bytes of that.
"""

import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

from youthvoice.envelope.shape import ID, BadEnvelope, from_hex

CURVE = ec.SECP256R1()
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
HALF = 32


@dataclass(frozen=True)
class PublicKey:
    """The public half, by its raw 65 bytes. Raises `BadEnvelope` for a point off the curve."""

    raw: bytes

    def __post_init__(self) -> None:
        self.loaded()

    def loaded(self) -> ec.EllipticCurvePublicKey:
        """The key as the library wants it."""
        if len(self.raw) != 65 or self.raw[0] != 4:
            raise BadEnvelope("bad_key")
        try:
            return ec.EllipticCurvePublicKey.from_encoded_point(CURVE, self.raw)
        except ValueError:
            raise BadEnvelope("bad_key") from None

    @property
    def thumbprint(self) -> bytes:
        """SHA-256 of the raw key, 32 bytes."""
        return hashlib.sha256(self.raw).digest()

    @property
    def key_id(self) -> bytes:
        """The first 16 bytes of the thumbprint: what an envelope's outside names."""
        return self.thumbprint[:ID]

    @classmethod
    def from_hex(cls, text: str) -> "PublicKey":
        """From hexadecimal, as keys travel in JSON."""
        return cls(from_hex(text))

    def verifies(self, signature: bytes, data: bytes) -> bool:
        """Whether `signature` (exactly 64 bytes, r then s, each within the order) is of `data`."""
        if len(signature) != 2 * HALF:
            return False
        r, s = (int.from_bytes(part, "big") for part in (signature[:HALF], signature[HALF:]))
        if not (0 < r < ORDER and 0 < s < ORDER):
            return False
        try:
            self.loaded().verify(encode_dss_signature(r, s), data, ec.ECDSA(hashes.SHA256()))
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True)
class KeyPair:
    """Both halves. Never printed."""

    private: ec.EllipticCurvePrivateKey

    @classmethod
    def new(cls) -> "KeyPair":
        """A fresh pair from the system's randomness."""
        return cls(ec.generate_private_key(CURVE))

    @classmethod
    def from_pem(cls, pem: bytes) -> "KeyPair":
        """From PKCS#8 PEM. Raises ValueError for anything else."""
        private = serialization.load_pem_private_key(pem, password=None)
        if not isinstance(private, ec.EllipticCurvePrivateKey) or private.curve.name != CURVE.name:
            raise ValueError("not a P-256 private key")
        return cls(private)

    def to_pem(self) -> bytes:
        """PKCS#8 PEM, unencrypted: the file's own permissions guard it."""
        return self.private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )

    @property
    def public(self) -> PublicKey:
        """The public half."""
        point = self.private.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        return PublicKey(point)

    def public_pem(self) -> bytes:
        """The public half as PEM, for those who check tokens."""
        return self.private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    def sign(self, data: bytes) -> bytes:
        """ECDSA with SHA-256 as r then s, 64 bytes."""
        r, s = decode_dss_signature(self.private.sign(data, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(HALF, "big") + s.to_bytes(HALF, "big")

    def __repr__(self) -> str:
        return f"KeyPair({self.public.key_id.hex()})"
