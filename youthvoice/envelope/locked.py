"""Words locked away with a secret that somebody else holds: a browser, for as long as it is open.

AES-256-GCM under a key that HKDF-SHA-256 makes of the secret; `about` is what must not be swapped.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from youthvoice.envelope.place import PRODUCT
from youthvoice.envelope.shape import BadEnvelope

NONCE = 12


def lock(plain: bytes, secret: bytes, about: bytes) -> bytes:
    """Nonce (12) and what only the same secret opens again."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + _cipher(secret).encrypt(nonce, plain, about)


def unlock(locked: bytes, secret: bytes, about: bytes) -> bytes:
    """The same again. Raises `BadEnvelope` for another secret, or another `about`."""
    try:
        return _cipher(secret).decrypt(locked[:NONCE], locked[NONCE:], about)
    except (InvalidTag, ValueError):
        raise BadEnvelope("does_not_open") from None


def _cipher(secret: bytes) -> AESGCM:
    key = HKDF(hashes.SHA256(), 32, salt=None, info=PRODUCT + b" locked").derive(secret)
    return AESGCM(key)
