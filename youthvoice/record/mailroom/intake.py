"""Open what was kept: into points, or into quarantine with an alarm. Never dropped.

What was finished is finished: each arrival has a transaction of its own, and a restart begins with
those that have none yet.
"""

from youthvoice.envelope.shape import BadEnvelope
from youthvoice.envelope.words import Words
from youthvoice.record.access.shared import renew_shared
from youthvoice.record.alarms import raise_alarm
from youthvoice.record.cases import find_reader
from youthvoice.record.duty import owe_notice
from youthvoice.record.keys import KeyFolder
from youthvoice.record.kinds import make_words
from youthvoice.record.mailroom.measure import Measure
from youthvoice.record.mailroom.opening import open_bytes
from youthvoice.record.mailroom.status import note_trouble
from youthvoice.record.owed import owe_reader, owe_receipt
from youthvoice.record.store import Row, Store

MOST_TRIES = 5
AT_ONCE = 2_000


class NotYet(Exception):  # noqa: N818 - it can be opened later
    """The claim of its box is still under way, or it has just become another."""


def open_kept(
    store: Store, keys: KeyFolder, measure: Measure | None = None, *, stubborn: bool = False
) -> None:
    """Open what is kept and not yet opened, each on its own, until the time of a round is over.

    What fails for a reason of ours stays kept, with an alarm, and is tried again at the next round,
    after all that was tried less often. `stubborn` ones were tried `MOST_TRIES` times and more;
    they are opened when everything else of a round is done, so that not even one that ends the
    process holds up others.
    """
    for row in _to_open(store, stubborn=stubborn):
        if measure and measure.is_over:
            return
        try:
            if row["tries"]:
                _note_tries(store, [row])
            open_arrival(store, keys, row["n"])
        except NotYet:
            continue
        except Exception as failure:
            note_trouble(store, "not_handled")
            _note_failure(store, row["n"], type(failure).__name__)


def open_arrival(store: Store, keys: KeyFolder, n: int) -> bool:
    """Open one: keep its words and owe the receipt, or quarantine it. Whether it opened.

    It is opened, read and made into rows with no lock held; the transaction only puts them in.
    Raises `NotYet`, also where something else was done with it meanwhile.
    """
    arrival = store.row("SELECT * FROM arrivals WHERE n = ?", [n])
    if arrival is None or arrival["state"] == "opened":
        return False
    box = store.row("SELECT * FROM boxes WHERE box = ?", [arrival["box"]])
    try:
        words = _words(store, keys, arrival, box)
    except BadEnvelope as wrong:
        _quarantine(store, arrival, box, wrong.code)
        return False
    assert box is not None  # noqa: S101 - `_words` has refused an unknown box
    _take_in(store, arrival, box, words)
    return True


def _words(store: Store, keys: KeyFolder, arrival: Row, box: Row | None) -> Words:
    if box is None:
        if _is_being_claimed(store, arrival["box"]):
            raise NotYet
        raise BadEnvelope("unknown_box")
    if box["revoked_at"]:
        raise BadEnvelope("revoked_box")
    words = open_bytes(keys, arrival["raw"], box)
    if store.row("SELECT 1 FROM envelopes WHERE id = ?", [arrival["id"]]):
        raise BadEnvelope("different_bytes")
    return words


def _is_being_claimed(store: Store, box: str) -> bool:
    sql = "SELECT 1 FROM invitations WHERE box = ? AND claimed_at IS NULL AND revoked_at IS NULL"
    return store.row(sql, [box]) is not None


def _take_in(store: Store, arrival: Row, box: Row, words: Words) -> None:
    reader = find_reader(store, box["reader"])
    assert reader is not None  # noqa: S101 - a foreign key holds it
    ready = make_words(store, reader, arrival["id"], arrival["n"], words)
    with store.write():
        if not _is_as_it_was(store, arrival):
            raise NotYet
        _set_state(store, arrival, "opened", "")
        for code in ready():
            raise_alarm(store, code, reader=reader.id, envelope=arrival["id"])
        if words.get("urgent") is True:
            owe_notice(store, reader.id, arrival["id"])
        owe_receipt(store, arrival["box"], arrival["id"], arrival["sha256"])
        owe_reader(store, reader.id, "points")
        renew_shared(store, reader.case_id)


def _is_as_it_was(store: Store, arrival: Row) -> bool:
    """It is where it was, its box is not revoked, and nobody else has its id."""
    return (
        store.row(
            "SELECT 1 FROM arrivals JOIN boxes USING (box) WHERE n = :n AND state = :state"
            " AND revoked_at IS NULL AND NOT EXISTS (SELECT 1 FROM envelopes WHERE id = :id)",
            {name: arrival[name] for name in ("n", "state", "id")},
        )
        is not None
    )


def _quarantine(store: Store, arrival: Row, box: Row | None, code: str) -> None:
    if (arrival["state"], arrival["reason"]) == ("quarantined", code):
        return
    with store.write():
        _set_state(store, arrival, "quarantined", code)
        reader = box["reader"] if box else None
        raise_alarm(store, code, reader=reader, envelope=arrival["id"])


def _set_state(store: Store, arrival: Row, state: str, reason: str) -> None:
    with store.write() as database:
        database.table("arrivals").update(arrival["n"], {"state": state, "reason": reason})


def _to_open(store: Store, *, stubborn: bool) -> list[Row]:
    """The ones that were tried least first. All that are tried for the first time are noted so."""
    sql = (
        "SELECT n, tries FROM arrivals WHERE state = 'kept' AND (tries >= ?) = ?"
        " ORDER BY tries, n LIMIT ?"
    )
    rows = store.rows(sql, [MOST_TRIES, stubborn, AT_ONCE])
    _note_tries(store, [row for row in rows if not row["tries"]])
    return rows


def _note_tries(store: Store, rows: list[Row]) -> None:
    if not rows:
        return
    with store.write() as database:
        database.conn.executemany(
            "UPDATE arrivals SET tries = tries + 1 WHERE n = ?", [(row["n"],) for row in rows]
        )


def _note_failure(store: Store, n: int, what: str) -> None:
    """An alarm for the first failure of each; the others are the same one."""
    sql = (
        "SELECT n, arrivals.id, boxes.reader FROM arrivals LEFT JOIN boxes USING (box)"
        " WHERE n = ? AND state = 'kept' AND reason = ''"
    )
    with store.write():
        if arrival := store.row(sql, [n]):
            _set_state(store, arrival, "kept", "not_handled")
            about = {"reader": arrival["reader"], "envelope": arrival["id"]}
            raise_alarm(store, "not_handled", detail=what, **about)
