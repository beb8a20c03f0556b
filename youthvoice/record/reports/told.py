"""What a reader's phone is told: the list of their reports, and each report."""

import base64

from youthvoice.envelope.shape import BUCKETS, BadEnvelope
from youthvoice.envelope.words import MOST, Words, to_bytes
from youthvoice.record.cases import Reader, find_reader
from youthvoice.record.epochs.epoch import ROOM as FOR_EPOCH
from youthvoice.record.epochs.epoch import SERIAL
from youthvoice.record.owed import owe, owe_one
from youthvoice.record.reports.report import Report, copy_of
from youthvoice.record.reports.sharing import Shared, shared_in
from youthvoice.record.store import Store

PDF = "application/pdf"
ROOM = 256 * 1024 - (BUCKETS[-1] - MOST) - FOR_EPOCH
"""Bytes of one message: the envelope of 256 KiB, which gets through a weak signal."""
ROOM_FOR_TEXT = ROOM - 4096
"""Bytes that the text of one report may have, so that it fits into one envelope with its name."""


def reports_words(store: Store, reader: Reader) -> Words | None:
    """The message `reports`: the whole list for that reader; None where none was ever shared."""
    own = _own(store, reader)
    if not own:
        return None
    with store.write() as database:
        database.execute(
            f"UPDATE readers SET reports_serial = {SERIAL.format('reports_serial')} WHERE id = ?",  # noqa: S608
            [reader.id],
        )
    listed = [head_of(one) for one in own if one.is_out]
    return {"kind": "reports", "serial": _serial(store, reader), "reports": listed}


def report_words(store: Store, reader: Reader, report_id: str) -> Words | None:
    """The message `report`: its text, with the original where both fit; None where not shared."""
    for one in _own(store, reader):
        if one.report.id == report_id and one.is_out:
            return body_of(store, one.report, _serial(store, reader))
    return None


def head_of(one: Shared) -> Words:
    """A report as the list tells of it."""
    report = one.report
    return {
        "id": report.id,
        "title": report.title,
        "by": report.writer,
        "role": report.role,
        "organisation": report.organisation,
        "shared_on": one.shared_on.isoformat() if one.shared_on else "",
        "talked": [{"by": t.by, "how": t.how, "on": t.on.isoformat()} for t in one.talked],
    }


def body_of(store: Store, report: Report, serial: int) -> Words:
    """A report's own message, as of that list."""
    words: Words = {"kind": "report", "id": report.id, "serial": serial, "text": report.text}
    copy = copy_of(store, report.id)
    if copy is None:
        return words | {"pdf": None}
    whole = words | {"pdf": base64.b64encode(copy).decode()}
    return whole if fits(whole) else words | {"pdf": None}


def fits(words: Words, most: int = ROOM) -> bool:
    """Whether it can be sent in one envelope."""
    try:
        return len(to_bytes(words)) <= most
    except BadEnvelope:
        return False


def owe_all_reports(store: Store, box: str, reader_id: str) -> None:
    """A box that is new is owed everything that its reader has."""
    reader = find_reader(store, reader_id)
    out = [one for one in _own(store, reader) if one.is_out] if reader else []
    if out:
        owe(store, box, "reports")
    for one in out:
        owe_one(store, box, "report", one.report.id)


def _own(store: Store, reader: Reader) -> list[Shared]:
    return [
        one for one in shared_in(store, reader.case_id) if one.reader == reader and one.shared_on
    ]


def _serial(store: Store, reader: Reader) -> int:
    row = store.row("SELECT reports_serial FROM readers WHERE id = ?", [reader.id])
    return int(row["reports_serial"]) if row else 0
