"""Somebody who looks at what goes out and lets it go in the same moment."""

from collections.abc import Iterable
from functools import partial

from youthvoice.record import release, reports
from youthvoice.record.looked import is_mark_of, mark_of
from youthvoice.record.release import Published, looked_at
from youthvoice.record.reports import Shared
from youthvoice.record.reports.giving import as_looked_at
from youthvoice.record.reports.sharing import standing_with
from youthvoice.record.staff import Staff
from youthvoice.record.store import Store

KEY = "k" * 32


def publish(store: Store, by: Staff, case_id: str) -> list[Published]:
    mark = mark_of(KEY, looked_at(store, by, case_id))
    return release.publish(store, by, case_id, partial(is_mark_of, KEY, mark))


def share(
    store: Store, by: Staff, case_id: str, report_id: str, reader_ids: Iterable[str]
) -> list[Shared]:
    readers = list(reader_ids)
    standing = [standing_with(store, by, case_id, report_id, one) for one in dict.fromkeys(readers)]
    look = as_looked_at(store, by, [one for one in standing if not one.is_out])
    mark = mark_of(KEY, look)
    looked = partial(is_mark_of, KEY, mark)
    return reports.share(store, by, case_id, report_id, readers, looked)
