"""What a reader will see, shown to staff before it is published."""

from dataclasses import dataclass

from youthvoice.envelope.words import Words
from youthvoice.record.cases import find_reader
from youthvoice.record.release.bundle import bundle
from youthvoice.record.staff.access import NotYours, case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store
from youthvoice.record.views.point import Point
from youthvoice.record.views.points import all_points, may_see


@dataclass(frozen=True)
class Preview:
    """The publication message; `hidden` answers to points are left out of what is shown."""

    words: Words
    hidden: int


def preview(store: Store, by: Staff, reader_id: str) -> Preview:
    """What would be published now, as far as this person may see it. Raises `NotYours`."""
    reader = find_reader(store, reader_id)
    if reader is None:
        raise NotYours
    case_for(store, by, reader.case_id)
    return as_seen(store, by, reader.case_id, bundle(store, reader_id))


def as_seen(store: Store, by: Staff, case_id: str, words: Words) -> Preview:
    """A publication message without the answers to points that are not for this person."""
    case_for(store, by, case_id)
    hidden = {(p.envelope, p.question_id) for p in _hidden(store, by, case_id)}
    happened = [
        one for one in words["happened"] if (one["envelope"], one["question"]) not in hidden
    ]
    return Preview(words | {"happened": happened}, len(words["happened"]) - len(happened))


def _hidden(store: Store, by: Staff, case_id: str) -> list[Point]:
    return [point for point in all_points(store, case_id) if not may_see(by, point)]
