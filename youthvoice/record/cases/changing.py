"""A case that changes: the meeting moves, other people are suggested, a number is another.

So do an area's words, which every case shares.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from youthvoice.meanings import AreaWord
from youthvoice.record.cases.about import about
from youthvoice.record.cases.area_words import area_words, keep_area_words
from youthvoice.record.cases.case import Case, Meeting, Number, all_cases, details, find_case
from youthvoice.record.cases.readers import readers_of, tell_about
from youthvoice.record.drafts import StaleDraft
from youthvoice.record.store import Store


def change_case(
    store: Store,
    case_id: str,
    *,
    meeting: Meeting | None = None,
    people: Sequence[str] | None = None,
    numbers: Sequence[Number] | None = None,
    revision: int | None = None,
) -> Case:
    """The case with what is given changed; phones in use are owed what is news to them.

    Raises LookupError, and `StaleDraft` when a `revision` is given that is not the last one.
    """
    with store.write():
        case = find_case(store, case_id)
        if case is None:
            raise LookupError(case_id)
        if revision not in (None, case.revision):
            raise StaleDraft
        changed = replace(
            case,
            meeting=case.meeting if meeting is None else meeting,
            people=case.people if people is None else list(people),
            numbers=case.numbers if numbers is None else list(numbers),
        )
        return case if changed == case else _keep_changed(store, case, changed)


def _keep_changed(store: Store, before: Case, changed: Case) -> Case:
    kept = replace(changed, revision=before.revision + 1)
    with store.write() as database:
        database.table("cases").update(kept.id, details(kept) | {"revision": kept.revision})
        for reader in readers_of(store, kept.id):
            if about(store, before, reader) != about(store, kept, reader):
                tell_about(store, reader.id)
    return kept


def use_area_words(store: Store, words: Iterable[AreaWord]) -> None:
    """Keep an area's words as they are set now; where they are others, every phone is told."""
    with store.write():
        if list(words) == area_words(store):
            return
        keep_area_words(store, words)
        for case in all_cases(store):
            for reader in readers_of(store, case.id):
                tell_about(store, reader.id)
