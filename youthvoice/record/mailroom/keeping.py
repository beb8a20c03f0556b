"""Keep the bytes that were collected, before anything else is done with them; within bounds.

* **Bytes for a box that we do not know are never stored.** Nor does the mailbox hear that we have
  them: should the box become known, because its claim comes or an older record was restored, they
  are there to be collected.
* **What does not open has a quota for each box**, in number and in bytes. Beyond it bytes are kept
  only if they open, which is then tried before they are stored: what a stranger puts into a box
  holds up nothing that its phone says. What is refused stays in the mailbox too; here its hash is
  kept, so that the same bytes raise no second alarm, and it is counted.
"""

import hashlib

from youthvoice.envelope.shape import ID, BadEnvelope
from youthvoice.record.alarms import raise_alarm
from youthvoice.record.keys import KeyFolder
from youthvoice.record.mailroom.frames import Frame
from youthvoice.record.mailroom.opening import open_bytes
from youthvoice.record.owed import owe_receipt
from youthvoice.record.store import Row, Store

NAMED = slice(4 + ID, 4 + ID + ID)
"""Where an envelope says its id; bytes too short for it have an id that nothing else has."""
MOST_UNOPENED = 200
MOST_BYTES = 32 * 1024 * 1024
"""Of what is not opened, for one box: more than a phone sends before its claim is seen."""
MOST_REFUSED = 1_000
"""Hashes that are kept for one box, and for all unknown ones together. More are not noted."""
UNKNOWN = ""
"""What stands for every box that we do not know."""

Name = dict[str, str]


def keep(store: Store, keys: KeyFolder, frames: list[Frame]) -> list[Name]:
    """Keep what is taken, in one transaction; what the mailbox may then forget, as it is told.

    Bytes that are here already are not kept again; if they were opened, their phone is owed
    another receipt, since it evidently did not get the first.
    """
    taken = _Taken(store, keys)
    wanted = [frame for frame in frames if taken.takes(frame)]
    with store.write():
        kept = [keep_bytes(store, frame) for frame in wanted]
        for box, frame in taken.refused:
            _refuse(store, box, frame)
    return [one for one in kept if len(one["id"]) == len(one["box"]) == 2 * ID]


def keep_bytes(store: Store, frame: Frame) -> Name:
    """Keep these, whatever they are; their name, as the mailbox is told it."""
    name = _name(frame)
    known = _known(store, name)
    if known is None:
        rest = {"raw": frame.envelope, "kept_at": store.now().isoformat(), "state": "kept"}
        with store.write() as database:
            database.table("arrivals").insert(name | rest)
    elif known["state"] == "opened":
        owe_receipt(store, name["box"], name["id"], name["sha256"])
    return name


class _Taken:
    """Decides about the frames of one body, one after another."""

    def __init__(self, store: Store, keys: KeyFolder) -> None:
        self._store, self._keys = store, keys
        self._left: dict[str, tuple[int, int]] = {}
        self.refused: list[tuple[str, Frame]] = []

    def takes(self, frame: Frame) -> bool:
        """Whether it is to be kept; if not it is noted among the refused."""
        if _known(self._store, _name(frame)):
            return True
        is_ours = _reader(self._store, frame.box) is not None
        if is_ours and (self._has_room(frame) or self._opens(frame)):
            return True
        self.refused.append((frame.box if is_ours else UNKNOWN, frame))
        return False

    def _has_room(self, frame: Frame) -> bool:
        number, size = self._left.get(frame.box) or _left(self._store, frame.box)
        number, size = number - 1, size - len(frame.envelope)
        if number < 0 or size < 0:
            return False
        self._left[frame.box] = number, size
        return True

    def _opens(self, frame: Frame) -> bool:
        sql = "SELECT * FROM boxes WHERE box = ? AND revoked_at IS NULL"
        box = self._store.row(sql, [frame.box])
        try:
            return box is not None and bool(open_bytes(self._keys, frame.envelope, box))
        except BadEnvelope:
            return False


def _name(frame: Frame) -> Name:
    return {
        "box": frame.box,
        "id": frame.envelope[NAMED].hex(),
        "sha256": hashlib.sha256(frame.envelope).hexdigest(),
    }


def _known(store: Store, name: Name) -> Row | None:
    sql = "SELECT state FROM arrivals WHERE box = :box AND id = :id AND sha256 = :sha256"
    return store.row(sql, name)


def _reader(store: Store, box: str) -> str | None:
    """Whose box it is, or will be once its invitation is claimed; None for one we do not know."""
    row = store.row(
        "SELECT reader FROM boxes WHERE box = :box UNION SELECT reader FROM invitations"
        " WHERE box = :box AND claimed_at IS NULL AND revoked_at IS NULL",
        {"box": box},
    )
    return str(row["reader"]) if row else None


def _left(store: Store, box: str) -> tuple[int, int]:
    row = store.row(
        "SELECT count(*) AS count, coalesce(sum(length(raw)), 0) AS size FROM arrivals"
        " WHERE box = ? AND state != 'opened'",
        [box],
    )
    return (MOST_UNOPENED - row["count"], MOST_BYTES - row["size"]) if row else (0, 0)


def _refuse(store: Store, box: str, frame: Frame) -> None:
    """Its hash is kept and an alarm raised, unless both are here already."""
    row = {"box": box, "sha256": _name(frame)["sha256"]}
    known = store.row("SELECT 1 FROM refused WHERE box = :box AND sha256 = :sha256", row)
    counted = store.row("SELECT count(*) AS count FROM refused WHERE box = :box", row)
    if known or (counted and counted["count"] >= MOST_REFUSED):
        return
    with store.write() as database:
        database.table("refused").insert(row | {"first_at": store.now().isoformat()})
        if box == UNKNOWN:
            raise_alarm(store, "unknown_box")
        else:
            raise_alarm(store, "too_many_unopened", reader=_reader(store, box))
