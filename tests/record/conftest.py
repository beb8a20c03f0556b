"""A record with a case in it; a real mailbox beside it where a test goes there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.clock import now
from tests.record.phone import Phone
from tests.record.served import Mailbox
from youthvoice.record.cases import Case, Meeting, Number, Reader, open_case, young_person_of
from youthvoice.record.house import House
from youthvoice.record.invitations import invite
from youthvoice.record.keys import make_keys
from youthvoice.record.letters import Letter, letter_of, save_letter
from youthvoice.record.mailroom import round_trip
from youthvoice.record.plans import Action, plan_of, save_plan
from youthvoice.record.staff import Staff, add_staff
from youthvoice.record.store import Store, open_store
from youthvoice.record.views import give_outcome, points_for
from youthvoice.settings import Inside


@dataclass
class Clock:
    """Stands still until a test moves it."""

    moment: datetime

    def __call__(self) -> datetime:
        return self.moment


@dataclass
class People:
    worker: Staff
    chair: Staff
    stranger: Staff
    case: Case
    young_person: Reader


@pytest.fixture
def clock() -> Clock:
    return Clock(now())


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    found = open_store(tmp_path / "record.db", clock)
    yield found
    found.close()


@pytest.fixture
def people(store: Store) -> People:
    worker = add_staff(store, "Grace Adeyemi", "worker")
    chair = add_staff(store, "Siân Hughes", "chair")
    case = open_case(
        store,
        "Amina",
        worker,
        chair,
        meeting=Meeting("2026-12-04", "16:00", "The Old Library"),
        people=["Sam Osei, youth worker"],
        numbers=[Number("Duty team", "020 7946 0101")],
    )
    stranger = add_staff(store, "Tomasz Nowak", "worker")
    return People(worker, chair, stranger, case, young_person_of(store, case.id))


@pytest.fixture
def key_folder(tmp_path: Path) -> Path:
    make_keys(tmp_path / "keys", "example")
    return tmp_path / "keys"


@pytest.fixture
def mailbox(tmp_path: Path, key_folder: Path) -> Iterator[Mailbox]:
    served = Mailbox(tmp_path, (key_folder / "door.public.pem").read_text())
    yield served
    served.stop()


@pytest.fixture
def house(store: Store, mailbox: Mailbox, key_folder: Path, tmp_path: Path) -> House:
    return house_beside(mailbox.url, store, key_folder, tmp_path)


def house_beside(url: str, store: Store, key_folder: Path, folder: Path) -> House:
    """A house of the example council, whose mailbox is at that address."""
    settings = Inside(
        record_database=folder / "record.db",
        keys=key_folder,
        mailbox_url=url,
        phone_url="https://phone.example",
        inside_url="https://record.example",
        council="example",
        council_name="Example Council",
        secret_key="x" * 32,
    )
    return House(settings, store)


@pytest.fixture
def invited(house: House, mailbox: Mailbox) -> Callable[[Reader], Phone]:
    """A phone whose invitation is in the mailbox, not yet claimed."""

    def make(reader: Reader) -> Phone:
        made = invite(house, reader.id)
        round_trip(house)
        return Phone(mailbox.url, made.words, made.check_number)

    return make


@pytest.fixture
def phone(house: House, people: People, invited: Callable[[Reader], Phone]) -> Phone:
    """The young person's phone, claimed and known to the record."""
    made = invited(people.young_person)
    assert made.claim() == 200
    round_trip(house)
    return made


@pytest.fixture
def ready(store: Store, people: People) -> Callable[[], None]:
    """Everything that publishing needs: a letter, a plan of one action, every point answered."""

    def make() -> None:
        case = people.case.id
        save_letter(
            store, people.chair, case, Letter("Dear Amina", letter_of(store, case).revision)
        )
        action = Action(worry="The park", action="Lights", plain="We will get lights", who="Sam")
        begun = replace(plan_of(store, case), actions=[action])
        number_one = save_plan(store, people.chair, case, begun).actions[0].id
        for point in points_for(store, people.worker, case):
            give_outcome(store, people.worker, point.id, "in_plan", "we heard", number_one)

    return make
