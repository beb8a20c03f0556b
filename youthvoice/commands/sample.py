"""Sample people for `youthvoice try`. Every name says that it is a sample."""

from dataclasses import dataclass

from youthvoice.record.cases import (
    Case,
    Meeting,
    Number,
    Reader,
    add_reader,
    all_cases,
    open_case,
    readers_of,
)
from youthvoice.record.cases.readers import ReaderRole
from youthvoice.record.staff import Staff, add_staff, all_staff
from youthvoice.record.store import Store
from youthvoice.record.working_days import add_working_days

COUNCIL = "sample"
COUNCIL_NAME = "Sample Council"
NUMBERS = (Number("Sample duty team, day and night", "020 7946 0101"),)


@dataclass(frozen=True)
class Young:
    """One sample young person and who belongs to them."""

    name: str
    worker: int
    place: str
    at: str
    people: tuple[str, ...]
    readers: tuple[tuple[ReaderRole, str], ...] = ()


WORKERS = ("Grace Adeyemi (sample)", "Tomasz Nowak (sample)")
CHAIR = "Siân Hughes (sample)"
YOUNG = (
    Young(
        "Amina (sample)",
        0,
        "The Old Library, first floor (sample)",
        "16:00",
        ("Femi Cole, youth worker (sample)", "Ms Begum, school (sample)"),
        (("parent", "Hodan (sample)"), ("advocate", "Ruth Levy (sample)")),
    ),
    Young(
        "Kai (sample)", 0, "Riverside Youth Club (sample)", "17:30", ("Jo Park, mentor (sample)",)
    ),
    Young("Ioana (sample)", 1, "Online (sample)", "15:15", ("PC Singh, safer schools (sample)",)),
)

CHECKED = ("Kai (sample)",)
"""Whose phone somebody could check: their invitation says so."""


def seed(store: Store) -> list[Staff]:
    """Make the sample staff and cases, once. Gives the staff."""
    if not all_cases(store):
        workers = [add_staff(store, name, "worker") for name in WORKERS]
        chair = add_staff(store, CHAIR, "chair")
        for young in YOUNG:
            _open(store, young, workers[young.worker], chair)
    return all_staff(store)


def _open(store: Store, young: Young, worker: Staff, chair: Staff) -> None:
    day = add_working_days(store.today(), 10).isoformat()
    case: Case = open_case(
        store,
        young.name,
        worker=worker,
        chair=chair,
        meeting=Meeting(on=day, at=young.at, place=young.place),
        people=young.people,
        numbers=NUMBERS,
    )
    for role, name in young.readers:
        add_reader(store, case.id, role, name)


def readers(store: Store) -> list[Reader]:
    """Everybody who is to have an invitation, young people first."""
    found = [reader for case in all_cases(store) for reader in readers_of(store, case.id)]
    return sorted(found, key=lambda reader: reader.role != "young_person")
