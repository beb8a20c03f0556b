"""Share a report: what was looked at goes out, and nothing else (promise 17)."""

from collections.abc import Iterable
from dataclasses import replace

from youthvoice.envelope.words import Words
from youthvoice.record.looked import Changed, Looked
from youthvoice.record.owed import boxes_of, owe_one, owe_reader
from youthvoice.record.reports.report import find_report
from youthvoice.record.reports.sharing import Shared, note, standing_with
from youthvoice.record.reports.told import body_of, head_of
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store

AT_SENDING = ("serial", "shared_on")
"""What of a report's two messages is chosen when they go out."""


class NotLookedAt(Exception):  # noqa: N818 - it is the pages that were not
    """Pages of a report that must be looked at before anybody gets it."""


def share(
    store: Store,
    by: Staff,
    case_id: str,
    report_id: str,
    reader_ids: Iterable[str],
    looked: Looked,
) -> list[Shared]:
    """Share with these readers, whose phones are owed it; with whom it is already, nothing happens.

    Returns those for whom it is new. Raises `Changed` where what goes out now is not what this
    person looked at, `NotYours`, also for a reader of another case, and `NotLookedAt` while a page
    in doubt has not been compared with its picture.
    """
    with store.write():
        report = find_report(store, report_id)
        if report and report.still_to_look_at:
            raise NotLookedAt(report.still_to_look_at)
        wanted = [
            standing_with(store, by, case_id, report_id, one) for one in dict.fromkeys(reader_ids)
        ]
        new = [one for one in wanted if not one.is_out]
        if new and not looked(as_looked_at(store, by, new)):
            raise Changed
        for one in new:
            note(store, by, one, "shared")
            owe_reader(store, one.reader.id, "reports")
            for box in boxes_of(store, one.reader.id):
                owe_one(store, box, "report", report_id)
        return new


def as_looked_at(store: Store, by: Staff, shared: Iterable[Shared]) -> Words:
    """What this person looks at: by reader all that is told of a report, word for word."""
    return {"by": by.id, "to": {one.reader.id: _unsent(would_be(store, one)) for one in shared}}


def would_be(store: Store, one: Shared) -> Words:
    """What that reader has of it, or would have if it were shared now."""
    now = one if one.is_out else replace(one, shared_on=store.today())
    return head_of(now) | body_of(store, now.report, 0)


def _unsent(words: Words) -> Words:
    return {name: value for name, value in words.items() if name not in AT_SENDING}
