"""What became of the invitations of a case."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from youthvoice.record.cases import Reader, readers_of
from youthvoice.record.invitations.retire import EXPIRED
from youthvoice.record.store import Row, Store

State = Literal["going", "waiting", "claimed", "expired", "revoked"]


@dataclass(frozen=True)
class Sent:
    """`going`: the mailbox does not have it yet. `waiting`: it can be claimed."""

    id: str
    reader: Reader
    made_on: date
    expires: datetime
    state: State
    claimed_at: datetime | None
    revoked_at: datetime | None
    revoked_because: str
    is_unsure: bool = False


def sent_to(store: Store, case_id: str) -> list[Sent]:
    """All invitations of a case, newest first."""
    readers = {reader.id: reader for reader in readers_of(store, case_id)}
    rows = store.rows(
        "SELECT invitations.*, EXISTS (SELECT 1 FROM invitation_work w"
        " WHERE w.invitation = invitations.id AND w.what = 'put') AS going, boxes.is_unsure"
        " FROM invitations JOIN readers ON readers.id = invitations.reader"
        " LEFT JOIN boxes ON boxes.invitation = invitations.id"
        " WHERE case_id = ? ORDER BY invitations.rowid DESC",
        [case_id],
    )
    return [_sent(row, readers[row["reader"]], store.now()) for row in rows]


def _sent(row: Row, reader: Reader, now: datetime) -> Sent:
    expires = datetime.fromisoformat(row["expires"])
    return Sent(
        row["id"],
        reader,
        date.fromisoformat(row["made_on"]),
        expires,
        _state(row, expires, now),
        _moment(row["claimed_at"]),
        _moment(row["revoked_at"]),
        row["revoked_because"],
        bool(row["is_unsure"]),
    )


def _state(row: Row, expires: datetime, now: datetime) -> State:
    if row["revoked_at"]:
        return "expired" if row["revoked_because"] == EXPIRED else "revoked"
    if row["claimed_at"]:
        return "claimed"
    if now >= expires:
        return "expired"
    return "going" if row["going"] else "waiting"


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
