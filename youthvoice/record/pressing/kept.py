"""The presses that were answered, in the record's store."""

import json
from dataclasses import dataclass
from datetime import timedelta

from youthvoice.record.pressing.keys import Press
from youthvoice.record.staff.sessions import WORKING_DAY
from youthvoice.record.store import Row, Store

KEPT = timedelta(days=30)


@dataclass(frozen=True)
class Given:
    """The answer to a press: where it led, what it said, and its page, locked, if it showed one."""

    sent: bytes
    status: int
    goes_to: str
    says: list[str]
    page: bytes | None


class PressedBefore(Exception):  # noqa: N818 - it is a state, not a fault
    """Somebody was faster with the same press; nothing was written."""


def find_given(store: Store, press: Press) -> Given | None:
    """The answer that was given to this form."""
    row = store.row("SELECT * FROM presses WHERE press = ?", [press.id])
    if row is None:
        return None
    return Given(row["sent"], row["status"], row["goes_to"], json.loads(row["says"]), row["page"])


def be_first(store: Store, press: Press) -> None:
    """Raises `PressedBefore`."""
    if find_given(store, press):
        raise PressedBefore


def keep_given(store: Store, press: Press, given: Given) -> None:
    """With what was made, in its transaction."""
    row: Row = {"press": press.id, "sent": given.sent, "at": store.now().isoformat()}
    row |= {"status": given.status, "goes_to": given.goes_to, "page": given.page}
    row |= {"says": json.dumps(given.says, ensure_ascii=False)}
    with store.write() as database:
        database.table("presses").insert(row)


def forget_old_presses(store: Store) -> None:
    """Pages go with the working day, all of it after `KEPT`."""
    now = store.now()
    with store.write() as database:
        database.table("presses").delete_where("at <= ?", [(now - KEPT).isoformat()])
        database.execute(
            "UPDATE presses SET page = NULL WHERE page IS NOT NULL AND at <= ?",
            [(now - WORKING_DAY).isoformat()],
        )
