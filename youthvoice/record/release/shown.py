"""A publication message as the phone shows it."""

from youthvoice.envelope.words import Words
from youthvoice.record.language import _
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store
from youthvoice.record.views import Point, points_for


def as_read(words: Words, store: Store, by: Staff, case_id: str) -> Words:
    """The message with the young person's own words beside each answer.

    A phone keeps those words itself and puts them there; here they come from the record.
    """
    points = {(p.envelope, p.question_id): p for p in points_for(store, by, case_id)}
    return words | {"happened": [_pair(one, points) for one in words["happened"]]}


def _pair(one: Words, points: dict[tuple[str, str], Point]) -> Words:
    point = points[one["envelope"], one["question"]]
    return one | {"lead_in": point.lead_in(_), "lines": point.lines(_), "about": point.about}
