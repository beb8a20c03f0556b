"""Who is signed in: kept here, so that signing out ends it wherever the cookie was copied to."""

from datetime import timedelta

from youthvoice.record.staff.people import Staff, staff_member
from youthvoice.record.staff.tokens import digest
from youthvoice.record.store import Store

WORKING_DAY = timedelta(hours=8)
"""After this somebody signs in again."""


def begin_session(store: Store, staff_id: str, session: str) -> None:
    """A session by the secret in its cookie, kept as SHA-256. Begun again, it stays as it was."""
    expires = (store.now() + WORKING_DAY).isoformat()
    row = {"session_sha256": digest(session), "staff": staff_id, "expires": expires}
    with store.write() as database:
        database.table("sessions").insert(row, ignore=True)


def whose_session(store: Store, session: str) -> Staff | None:
    """Who signed in with it; None once it was ended or has expired."""
    row = store.row(
        "SELECT staff FROM sessions WHERE session_sha256 = ? AND expires > ?",
        [digest(session), store.now().isoformat()],
    )
    return staff_member(store, row["staff"]) if row else None


def end_session(store: Store, session: str) -> None:
    """It lets nobody in any more."""
    with store.write() as database:
        database.table("sessions").delete_where("session_sha256 = ?", [digest(session)])


def forget_old_sign_ins(store: Store) -> None:
    """Delete tokens that were used or have expired, and sessions that have."""
    now = store.now().isoformat()
    with store.write() as database:
        tokens = database.table("sign_in_tokens")
        tokens.delete_where("used_at IS NOT NULL OR expires <= ?", [now])
        database.table("sessions").delete_where("expires <= ?", [now])
