"""Somebody who has a copy of a phone, all the time they want, and this program's text."""

import hashlib
import hmac
from collections.abc import Iterable
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.journeys.phone import Phone
from tests.journeys.traces import OPEN_STORE, files_in

ROUNDS = 600_000
READ_LOCK = (
    "async () => {"
    + OPEN_STORE
    + """
  const { kind, salt, sealed, share } = await done(kept.get('lock'));
  const list = (bytes) => Array.from(new Uint8Array(bytes));
  return { kind, share, salt: list(salt), nonce: list(sealed.nonce), data: list(sealed.data) };
}
"""
)


WATCH_KEYS = """
window.keys = [];
if (crypto.subtle) {  // an empty page has none
  const was = crypto.subtle.importKey.bind(crypto.subtle);
  crypto.subtle.importKey = (format, raw, how, ...more) => {
    if (format === 'raw' && how === 'AES-GCM') window.keys.push(Array.from(new Uint8Array(raw)));
    return was(format, raw, how, ...more);
  };
}
"""


def watch_keys(phone: Phone) -> None:
    """From the next page on, remember every key that an entry was ever sealed under."""
    phone.switch_on()
    assert phone.context
    phone.context.add_init_script(WATCH_KEYS)


def keys_on_disk(phone: Phone) -> list[str]:
    """Files in which one of the keys of this page lies in clear, while it is open."""
    keys = [bytes(key) for key in phone.page.evaluate("window.keys")]
    assert len(keys) > 2
    files = files_in(phone.profile).items()
    return [file.name for file, content in files if any(key in content for key in keys)]


def lock_on(phone: Phone) -> dict[str, Any]:
    """All of the lock that lies on the phone."""
    found: dict[str, Any] = phone.page.evaluate(READ_LOCK)
    bytes_of = {name: bytes(found[name]) for name in ("salt", "nonce", "data")}
    return found | bytes_of


def opened_by(lock: dict[str, Any], pins: Iterable[str], shares: Iterable[bytes]) -> list[str]:
    """The PINs with which the key comes out of the lock, beside one of these shares."""
    shares = list(shares)
    return [pin for pin in pins if any(_opens(lock, key) for key in _keys(lock, pin, shares))]


def _keys(lock: dict[str, Any], pin: str, shares: Iterable[bytes]) -> Iterable[bytes]:
    secret = hashlib.pbkdf2_hmac("sha256", pin.encode(), lock["salt"], ROUNDS)
    yield secret
    for share in shares:
        extracted = hmac.digest(bytes(32), secret + share, "sha256")
        yield hmac.digest(extracted, b"youthvoice/1 pin wrapping\x01", "sha256")


def _opens(lock: dict[str, Any], key: bytes) -> bool:
    try:
        AESGCM(key).decrypt(lock["nonce"], lock["data"], b"lock")
    except InvalidTag:
        return False
    return True
