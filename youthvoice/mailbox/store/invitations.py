"""Invitations, as the record leaves them and takes them back."""

import hashlib
from collections.abc import Sequence

from sqlite_utils import Database

from youthvoice.envelope.shape import length_prefixed
from youthvoice.mailbox.store.database import File
from youthvoice.mailbox.store.kept import Invitation, Outcome

HOUR = 3600


class SqliteInvitations:
    """`Invitations` in SQLite."""

    def __init__(self, file: File) -> None:
        self._file = file

    def put(self, invitation: Invitation) -> Outcome:
        """A box belongs to one invitation: a second with the same box is DIFFERENT."""
        with self._file.writing() as database:
            outcome = _outcome(database, invitation)
            if outcome is Outcome.STORED:
                database.table("invitations").insert(_row(invitation))
            return outcome

    def revoke(self, invitation: bytes) -> None:
        """The id alone stays, so that a late copy of the invitation finds it revoked."""
        with self._file.writing(empty_the_log=True) as database:
            database.table("invitations").delete_where("id = ?", [invitation])
            database.table("revoked").insert({"id": invitation}, pk="id", ignore=True)

    def revoked_among(self, invitations: Sequence[bytes]) -> list[bytes]:
        """One read for each, by the key."""
        with self._file.reading() as database:
            revoked = database.table("revoked")
            return [one for one in invitations if revoked.count_where("id = ?", [one])]


def _outcome(database: Database, invitation: Invitation) -> Outcome:
    if database.table("revoked").count_where("id = ?", [invitation.id]):
        return Outcome.REVOKED
    taken = database.table("invitations").rows_where(
        "id = ? OR box = ?", [invitation.id, invitation.box], select="fingerprint"
    )
    known = [row["fingerprint"] for row in taken]
    if not known:
        return Outcome.STORED
    return Outcome.SAME if known == [_fingerprint(invitation)] else Outcome.DIFFERENT


def _row(invitation: Invitation) -> dict[str, bytes | int | None]:
    return {
        "id": invitation.id,
        "box": invitation.box,
        "claim_hash": invitation.claim_hash,
        "check_hash": invitation.check_hash,
        "expires": _whole_hours(invitation.expires),
        "fingerprint": _fingerprint(invitation),
        "contents": invitation.contents,
    }


def _fingerprint(invitation: Invitation) -> bytes:
    """Recognises a repeat after the contents are gone; made of nothing finer than what is kept."""
    parts = [
        invitation.id,
        invitation.box,
        invitation.claim_hash,
        b"" if invitation.check_hash is None else invitation.check_hash,
        str(_whole_hours(invitation.expires)).encode(),
        invitation.contents,
    ]
    return hashlib.sha256(length_prefixed(parts)).digest()


def _whole_hours(seconds: int) -> int:
    return seconds - seconds % HOUR
