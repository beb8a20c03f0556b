"""Open what was kept: into points, or into quarantine with an alarm. Never dropped."""

from youthvoice.envelope import shape
from youthvoice.envelope.keys import PublicKey
from youthvoice.envelope.opening import open_envelope
from youthvoice.envelope.place import Place
from youthvoice.envelope.shape import BadEnvelope
from youthvoice.envelope.words import Words
from youthvoice.record.access.shared import renew_shared
from youthvoice.record.alarms import raise_alarm
from youthvoice.record.cases import find_reader
from youthvoice.record.duty import owe_notice
from youthvoice.record.keys import KeyFolder
from youthvoice.record.kinds import keep_words
from youthvoice.record.mailroom.status import note_trouble
from youthvoice.record.owed import owe_reader, owe_receipt
from youthvoice.record.store import Row, Store


class NotYet(Exception):  # noqa: N818 - it can be opened later
    """The claim of its box is still under way."""


def open_kept(store: Store, keys: KeyFolder) -> None:
    """Open everything that is kept and not yet opened, each on its own.

    What fails for a reason of ours stays kept, with an alarm, and is tried again at the next round.
    """
    for row in store.rows("SELECT n FROM arrivals WHERE state = 'kept' ORDER BY n"):
        try:
            open_arrival(store, keys, row["n"])
        except NotYet:
            continue
        except Exception as failure:
            note_trouble(store, "not_handled")
            raise_alarm(store, "not_handled", arrival=row["n"], detail=type(failure).__name__)


def open_arrival(store: Store, keys: KeyFolder, n: int) -> bool:
    """Open one, in one transaction: keep its words and owe the receipt, or quarantine it.

    Whether it opened. Raises `NotYet`.
    """
    with store.write():
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
        _keep(store, arrival, box, words)
    return True


def open_bytes(keys: KeyFolder, raw: bytes, box: Row) -> Words:
    """The words of an envelope of that box. Raises `BadEnvelope`."""
    envelope = shape.read(raw)
    if envelope.suite != shape.TO_TWO:
        raise BadEnvelope("unknown_suite")
    return open_envelope(
        raw,
        Place("up", keys.current.council, bytes.fromhex(box["box"])),
        keys=keys.opening,
        recipients=keys.recipients(envelope.recipients[0].key_id),
        signed_by=PublicKey.from_hex(box["signing"]),
    )


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


def _keep(store: Store, arrival: Row, box: Row, words: Words) -> None:
    reader = find_reader(store, box["reader"])
    assert reader is not None  # noqa: S101 - a foreign key holds it
    _set_state(store, arrival, "opened", "")
    for code in keep_words(store, reader, arrival["id"], arrival["n"], words):
        raise_alarm(store, code, reader=reader.id, envelope=arrival["id"], arrival=arrival["n"])
    if words.get("urgent") is True:
        owe_notice(store, reader.id, arrival["id"])
    owe_receipt(store, arrival["box"], arrival["id"], arrival["sha256"])
    owe_reader(store, reader.id, "points")
    renew_shared(store, reader.case_id)


def _quarantine(store: Store, arrival: Row, box: Row | None, code: str) -> None:
    reader = box["reader"] if box else None
    _set_state(store, arrival, "quarantined", code)
    raise_alarm(store, code, reader=reader, envelope=arrival["id"], arrival=arrival["n"])


def _set_state(store: Store, arrival: Row, state: str, reason: str) -> None:
    with store.write() as database:
        database.table("arrivals").update(arrival["n"], {"state": state, "reason": reason})
