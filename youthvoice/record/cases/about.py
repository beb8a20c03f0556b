"""What a phone is told about a case: who, when, where, whom to call."""

from dataclasses import asdict

from youthvoice.envelope.words import Words
from youthvoice.record.cases.case import Case, find_case
from youthvoice.record.cases.readers import Reader, readers_of
from youthvoice.record.store import Store


def about(store: Store, case: Case, reader: Reader) -> Words:
    """For an invitation and for the message `about` alike.

    `people` is for the young person, `child` for everybody else, who may have an invitation for
    each of several children on one phone; the other of the two is empty. The young person alone is
    told who the `advocates` are.
    """
    is_young = reader.role == "young_person"
    told = {
        "worker": {"name": case.worker.name, "role": case.worker.role},
        "chair": {"name": case.chair.name},
        "meeting": asdict(case.meeting),
        "people": case.people if is_young else [],
        "child": "" if is_young else case.name,
        "numbers": [asdict(number) for number in case.numbers],
    }
    return told | {"advocates": _advocates(store, case.id)} if is_young else told


def about_serial(store: Store, reader: Reader) -> int:
    """Grows with whatever this reader is told about their case, and with nothing else."""
    case = find_case(store, reader.case_id)
    own = len(_advocates(store, reader.case_id)) if reader.role == "young_person" else 0
    return (case.revision if case else 0) + own


def about_words(store: Store, reader: Reader) -> Words | None:
    """The message `about` as things are now; None where there is no such case."""
    case = find_case(store, reader.case_id)
    if case is None:
        return None
    serial = about_serial(store, reader)
    return {"kind": "about", "serial": serial} | about(store, case, reader)


def _advocates(store: Store, case_id: str) -> list[Words]:
    found = [one for one in readers_of(store, case_id) if one.role == "advocate"]
    return [{"id": one.id, "name": one.name} for one in found]
