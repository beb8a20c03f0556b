"""One-time sign-in tokens."""

import hashlib
import secrets
from datetime import timedelta

from youthvoice.record.staff.people import Staff, staff_member
from youthvoice.record.store import Store

LASTS = timedelta(minutes=15)


class TokenUnusable(Exception):  # noqa: N818 - it is a token's state, not a fault
    """Unknown, used or expired: whoever holds it is not told which."""


def new_token(store: Store, staff_id: str, lasts: timedelta = LASTS) -> str:
    """A token for a link. It is shown here once and kept nowhere."""
    token = secrets.token_urlsafe(32)
    expires = (store.now() + lasts).isoformat()
    with store.write() as database:
        database.table("sign_in_tokens").insert(
            {"token_sha256": digest(token), "staff": staff_id, "expires": expires}
        )
    return token


def is_usable(store: Store, token: str) -> bool:
    """Whether it would sign somebody in now. Asking uses up nothing."""
    sql = "SELECT 1 FROM sign_in_tokens WHERE token_sha256 = ? AND used_at IS NULL AND expires > ?"
    return store.row(sql, [digest(token), store.now().isoformat()]) is not None


def use_token(store: Store, token: str) -> Staff:
    """Who it was made for; it is used up by this. Raises `TokenUnusable`."""
    now = store.now().isoformat()
    with store.write() as database:
        used = database.execute(
            "UPDATE sign_in_tokens SET used_at = ?"
            " WHERE token_sha256 = ? AND used_at IS NULL AND expires > ? RETURNING staff",
            [now, digest(token), now],
        ).fetchone()
    found = staff_member(store, used[0]) if used else None
    if found is None:
        raise TokenUnusable
    return found


def digest(token: str) -> bytes:
    """SHA-256, which is all that is kept of a token. Any text has one."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
