"""A meeting that moves reaches the phones that are in use, and nobody else."""

from collections.abc import Callable

import pytest

from tests.record.conftest import People
from tests.record.phone import Phone
from tests.record.served import Mailbox
from youthvoice.record.cases import Meeting, Number, Reader, add_reader, change_case
from youthvoice.record.drafts import StaleDraft
from youthvoice.record.house import House
from youthvoice.record.invitations import invite, revoke
from youthvoice.record.mailroom import round_trip

MOVED = Meeting("2026-12-11", "17:00", "Online")


def test_a_change_reaches_a_phone_in_use(house: House, people: People, phone: Phone) -> None:
    numbers = [Number("Childline", "0800 1111")]
    change_case(house.store, people.case.id, meeting=MOVED, people=["Jo Park"], numbers=numbers)
    round_trip(house)
    assert phone.reads() == [
        {
            "kind": "about",
            "serial": 1,
            "form": "views",
            "meeting": {"on": "2026-12-11", "at": "17:00", "place": "Online"},
            "people": ["Jo Park"],
            "child": "",
            "advocates": [],
            "numbers": [
                {"name": "Childline", "number": "0800 1111", "call": "08001111", "text": ""}
            ],
            "worker": {"name": "Grace Adeyemi", "role": "worker"},
            "chair": {"name": "Siân Hughes"},
            "words": [],
        }
    ]


def test_it_says_what_the_invitation_said_where_nothing_else_changed(
    house: House, people: People, phone: Phone
) -> None:
    change_case(house.store, people.case.id, meeting=MOVED)
    round_trip(house)
    told = phone.reads_last("about")
    for same in ("form", "words", "people", "child", "numbers", "worker", "chair"):
        assert told[same] == phone.contents[same]


def test_a_parent_is_not_told_whom_the_council_suggests(
    house: House, people: People, invited: Callable[[Reader], Phone]
) -> None:
    parent = invited(add_reader(house.store, people.case.id, "parent", "Hodan"))
    parent.claim()
    round_trip(house)
    change_case(house.store, people.case.id, meeting=MOVED, people=["Jo Park"])
    round_trip(house)
    told = parent.reads_last("about")
    assert (told["people"], told["meeting"]["place"]) == ([], "Online")
    assert told["child"] == people.case.name
    assert told["form"] == parent.contents["form"] == "family"


def test_many_changes_are_one_message_and_serials_grow(
    house: House, people: People, phone: Phone
) -> None:
    for place in ("Here", "There"):
        change_case(house.store, people.case.id, meeting=Meeting(place=place))
    round_trip(house)
    [first] = phone.reads()
    assert first["meeting"]["place"] == "There"
    change_case(house.store, people.case.id, meeting=MOVED)
    round_trip(house)
    [second] = phone.reads()
    assert second["serial"] > first["serial"]


def test_a_change_that_changes_nothing_is_not_told(
    house: House, people: People, phone: Phone
) -> None:
    change_case(house.store, people.case.id, meeting=people.case.meeting, people=people.case.people)
    round_trip(house)
    assert phone.reads() == []


def test_a_change_between_invitation_and_claim_is_told_after_the_claim(
    house: House, people: People, mailbox: Mailbox
) -> None:
    made = invite(house, people.young_person.id)
    round_trip(house)
    change_case(house.store, people.case.id, meeting=MOVED)
    phone = Phone(mailbox.url, made.words, made.check_number)
    phone.claim()
    assert phone.contents["meeting"]["place"] == "The Old Library"
    round_trip(house)
    assert [words["meeting"]["place"] for words in phone.reads()] == ["Online"]


def test_an_invitation_made_after_a_change_brings_it_and_is_told_no_more(
    house: House, people: People, invited: Callable[[Reader], Phone]
) -> None:
    change_case(house.store, people.case.id, meeting=MOVED)
    phone = invited(people.young_person)
    phone.claim()
    round_trip(house)
    assert phone.contents["meeting"]["place"] == "Online"
    assert phone.reads() == []


def test_a_phone_that_was_taken_back_is_owed_nothing(
    house: House, people: People, phone: Phone
) -> None:
    revoke(house.store, phone.secret.id.hex())
    change_case(house.store, people.case.id, meeting=MOVED)
    assert house.store.rows("SELECT * FROM owed") == []


def test_a_change_over_a_revision_that_is_not_the_last_is_refused(
    house: House, people: People
) -> None:
    change_case(house.store, people.case.id, meeting=MOVED, revision=0)
    with pytest.raises(StaleDraft):
        change_case(house.store, people.case.id, people=[], revision=0)


def test_what_is_news_to_the_young_person_alone_is_told_to_nobody_else(
    house: House, people: People, phone: Phone, invited: Callable[[Reader], Phone]
) -> None:
    """Not in words, not in a count, not in a message (promise 6)."""
    parent = invited(add_reader(house.store, people.case.id, "parent", "Hodan"))
    parent.claim()
    round_trip(house)
    change_case(house.store, people.case.id, people=["Jo Park"])
    round_trip(house)
    assert phone.reads_last("about")["people"] == ["Jo Park"]
    assert parent.reads() == []
    change_case(house.store, people.case.id, meeting=MOVED)
    round_trip(house)
    assert parent.reads_last("about")["serial"] == 1
