"""How the mailroom fares, in one row that staff see."""

from dataclasses import dataclass
from datetime import datetime

from youthvoice.record.store import Store


@dataclass(frozen=True)
class Status:
    """`last_trouble` is a stable code and stays until the next; `is_away` is about now."""

    last_contact: datetime | None
    last_trouble: str
    trouble_at: datetime | None
    is_away: bool


def status(store: Store) -> Status:
    """As the last round trip left it."""
    row = store.row("SELECT * FROM mailroom_status") or {}
    return Status(
        _moment(row["last_contact"]),
        row["last_trouble"],
        _moment(row["trouble_at"]),
        bool(row["away"]),
    )


def note_contact(store: Store, *, answered: bool) -> None:
    """Whether the mailbox answered in this round."""
    with store.write() as database:
        database.execute(
            "UPDATE mailroom_status SET away = ?,"
            " last_contact = CASE WHEN ? THEN ? ELSE last_contact END",
            [not answered, answered, store.now().isoformat()],
        )


def note_trouble(store: Store, code: str) -> None:
    """Something went wrong in this round."""
    with store.write() as database:
        database.execute(
            "UPDATE mailroom_status SET last_trouble = ?, trouble_at = ?",
            [code, store.now().isoformat()],
        )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
