"""Keep the bytes that were collected, before anything else is done with them."""

import hashlib

from youthvoice.envelope.shape import ID
from youthvoice.record.mailroom.frames import Frame
from youthvoice.record.owed import owe_receipt
from youthvoice.record.store import Store

NAMED = slice(4 + ID, 4 + ID + ID)
"""Where an envelope says its id; bytes too short for it have an id that nothing else has."""


def keep(store: Store, frames: list[Frame]) -> list[dict[str, str]]:
    """Keep them all, in one transaction; what the mailbox may then forget, as it wants it told.

    Bytes that are here already are not kept again; if they were opened, their phone is owed
    another receipt, since it evidently did not get the first.
    """
    with store.write():
        told = [_keep_one(store, frame) for frame in frames]
    return [one for one in told if len(one["id"]) == len(one["box"]) == 2 * ID]


def _keep_one(store: Store, frame: Frame) -> dict[str, str]:
    name = {
        "box": frame.box,
        "id": frame.envelope[NAMED].hex(),
        "sha256": hashlib.sha256(frame.envelope).hexdigest(),
    }
    known = store.row(
        "SELECT state FROM arrivals WHERE box = ? AND id = ? AND sha256 = ?", list(name.values())
    )
    if known is None:
        rest = {"raw": frame.envelope, "kept_at": store.now().isoformat(), "state": "kept"}
        with store.write() as database:
            database.table("arrivals").insert(name | rest)
    elif known["state"] == "opened":
        owe_receipt(store, name["box"], name["id"], name["sha256"])
    return name
