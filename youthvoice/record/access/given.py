"""What an advocate may read, from all that was ever chosen."""

import json
from dataclasses import dataclass
from datetime import date

from youthvoice.questions.views import VIEWS
from youthvoice.record.access.unheard import is_suspended
from youthvoice.record.store import Store

LETTER, PLAN = "letter", "plan"
PARTS = (*(section.id for section in VIEWS.sections), LETTER, PLAN)
"""What can be given, in the order of the page. Whatever else a phone names counts for nothing."""


@dataclass(frozen=True)
class Choice:
    """What may be read from `on` until the next choice; one that `is_late` never counted."""

    parts: tuple[str, ...]
    counter: int
    on: date
    is_late: bool = False


def parts_of(store: Store, advocate_id: str) -> tuple[str, ...]:
    """The parts that this advocate may read now; none while it is suspended after a restore."""
    if is_suspended(store, advocate_id):
        return ()
    return given_to(store, advocate_id)


def given_to(store: Store, advocate_id: str) -> tuple[str, ...]:
    """The parts of the last choice that is known here."""
    chosen = choices_of(store, advocate_id)
    last = max((one.counter for one in chosen), default=0)
    ways = [set(one.parts) for one in chosen if one.counter == last]
    return tuple(part for part in PARTS if ways and all(part in way for way in ways))


def last_counter(store: Store, advocate_id: str) -> int:
    """The highest number of a choice; 0 before the first."""
    return max((one.counter for one in choices_of(store, advocate_id)), default=0)


def since(store: Store, advocate_id: str, part: str) -> date:
    """The day from which this part, which may be read now, could be read without a break."""
    counted = [one for one in choices_of(store, advocate_id) if not one.is_late]
    unbroken = counted[-1].on
    for one in reversed(counted):
        if part not in one.parts:
            break
        unbroken = one.on
    return unbroken


def choices_of(store: Store, advocate_id: str) -> list[Choice]:
    """Every choice about this advocate in the order in which they came."""
    rows = store.rows("SELECT * FROM access WHERE advocate = ? ORDER BY rowid", [advocate_id])
    found: list[Choice] = []
    last = 0
    for row in rows:
        parts, counter = tuple(json.loads(row["parts"])), row["counter"]
        on = date.fromisoformat(row["received_on"])
        found.append(Choice(parts, counter, on, counter < last))
        last = max(last, counter)
    return found
