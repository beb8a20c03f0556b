"""What is locked with a secret opens with that secret alone, and as what it was locked as."""

import pytest

from youthvoice.envelope.locked import lock, unlock
from youthvoice.envelope.shape import BadEnvelope


def test_the_same_secret_opens_it() -> None:
    locked = lock(b"six words", b"secret", b"about")
    assert unlock(locked, b"secret", b"about") == b"six words"
    assert b"six words" not in locked
    assert lock(b"six words", b"secret", b"about") != locked


@pytest.mark.parametrize(
    ("secret", "about", "cut"),
    [(b"another", b"about", 0), (b"secret", b"another", 0), (b"secret", b"about", 1)],
)
def test_nothing_else_does(secret: bytes, about: bytes, cut: int) -> None:
    locked = lock(b"six words", b"secret", b"about")
    with pytest.raises(BadEnvelope):
        unlock(locked[cut:], secret, about)


def test_nothing_at_all_is_not_opened() -> None:
    with pytest.raises(BadEnvelope):
        unlock(b"", b"secret", b"about")
