"""What somebody looked at, tied to what goes out: a keyed hash that the page with the look carries.

It is over the whole of what each reader would get, word for word, also of what the person who
looks may not see. With a key and a new salt each time, so that the page gives nothing away: nobody
can try out what was in it, and nobody can tell whether two looks were at the same.
"""

import hmac
import secrets
from collections.abc import Callable

from youthvoice.envelope.words import Words, to_bytes

Looked = Callable[[Words], bool]
"""Whether that is what was looked at: asked in the transaction in which it would go out."""

SALT = 32
"""Characters."""


class Changed(Exception):  # noqa: N818 - a person can look again
    """What would go out is not what was looked at. Nothing went."""


def mark_of(key: str, what: Words) -> str:
    """What a page carries of what stands on it."""
    salt = secrets.token_hex(SALT // 2)
    return salt + _keyed(key, salt, what)


def is_mark_of(key: str, mark: str, what: Words) -> bool:
    """Whether the page that carried this mark showed that, and not a letter else."""
    expected = mark[:SALT] + _keyed(key, mark[:SALT], what)
    return hmac.compare_digest(mark.encode(), expected.encode())


def _keyed(key: str, salt: str, what: Words) -> str:
    return hmac.new(key.encode(), salt.encode() + to_bytes(what), "sha256").hexdigest()
