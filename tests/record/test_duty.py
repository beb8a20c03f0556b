"""Please read this soon: above everything inside, and the duty team is told by e-mail."""

from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message

from tests.journeys.conftest import free_port
from tests.record.conftest import People
from tests.record.phone import Phone, answer, views
from youthvoice.record.alarms import alarms_for
from youthvoice.record.cases import open_case
from youthvoice.record.house import House
from youthvoice.record.mailroom import round_trip
from youthvoice.record.store import Store
from youthvoice.record.views import arrived, mark_read, points_for


class Post(Message):
    """A mail server's inbox."""

    def __init__(self) -> None:
        super().__init__(EmailMessage)
        self.came: list[EmailMessage] = []

    def handle_message(self, message: EmailMessage) -> None:
        self.came.append(message)


@pytest.fixture
def post() -> Iterator[tuple[Post, int]]:
    inbox, port = Post(), free_port()
    server = Controller(inbox, hostname="127.0.0.1", port=port)
    server.start()
    yield inbox, port
    server.stop()


def says_soon(phone: Phone) -> None:
    words = views(answer("worry-home", "He is outside again", "worker")) | {"urgent": True}
    assert phone.put(phone.seals(words)) == [201]


def told(house: House, port: int) -> House:
    settings = replace(house.settings, duty_email="duty@council.example", mail_port=port)
    return House(settings, house.store)


def test_what_is_urgent_stands_above_everything_until_it_is_read(
    house: House, store: Store, people: People, phone: Phone
) -> None:
    open_case(store, "Zofia", people.worker, people.chair)
    says_soon(phone)
    round_trip(house)
    first, second = arrived(store, people.worker)
    assert (first.case.name, first.urgent, second.urgent) == ("Amina", 1, 0)
    assert [alarm.code for alarm in alarms_for(store, people.worker)] == ["read_soon"]
    mark_read(store, people.worker, [p.id for p in points_for(store, people.worker, first.case.id)])
    assert [line.urgent for line in arrived(store, people.worker)] == [0, 0]


def test_the_duty_team_is_told_once_and_told_nothing_of_anybody(
    house: House, phone: Phone, post: tuple[Post, int]
) -> None:
    inbox, port = post
    says_soon(phone)
    for _ in range(3):
        round_trip(told(house, port))
    [notice] = inbox.came
    assert notice["To"] == "duty@council.example"
    text = notice.as_string()
    assert house.settings.inside_url in text
    assert not any(word in text for word in ("Amina", "outside", "Grace", "worry"))


def test_a_server_that_is_away_is_tried_again_and_staff_are_told(
    house: House, people: People, phone: Phone, post: tuple[Post, int]
) -> None:
    inbox, port = post
    says_soon(phone)
    round_trip(told(house, free_port()))
    round_trip(told(house, free_port()))
    codes = [alarm.code for alarm in alarms_for(house.store, people.worker)]
    assert sorted(codes) == ["duty_not_told", "read_soon"]
    round_trip(told(house, port))
    assert len(inbox.came) == 1


def test_what_is_not_urgent_tells_nobody(
    house: House, people: People, phone: Phone, post: tuple[Post, int]
) -> None:
    inbox, port = post
    phone.says(answer("worry-home", "no hurry"))
    round_trip(told(house, port))
    assert inbox.came == []
    assert alarms_for(house.store, people.worker) == []
