"""What a young person lets an advocate read: named parts, and for as long as they want it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.record.conftest import People
from tests.record.looking import publish
from tests.record.phone import Phone, answer
from youthvoice.envelope.words import Words
from youthvoice.record.access import choices_of, parts_of
from youthvoice.record.access import shared as shared_module
from youthvoice.record.access.given import since
from youthvoice.record.alarms import alarms_for
from youthvoice.record.cases import Reader, add_reader
from youthvoice.record.house import House
from youthvoice.record.invitations import invite
from youthvoice.record.mailroom import round_trip

Invited = Callable[[Reader], Phone]


@pytest.fixture
def ruth(house: House, people: People) -> Reader:
    return add_reader(house.store, people.case.id, "advocate", "Ruth")


@pytest.fixture
def advocate(house: House, ruth: Reader, invited: Invited) -> Phone:
    """Ruth's phone, which has nothing yet."""
    phone = invited(ruth)
    phone.claim()
    round_trip(house)
    assert phone.reads() == []
    return phone


def choice(reader: Reader, n: int, *parts: str) -> Words:
    return {
        "kind": "access",
        "reader": reader.id,
        "parts": list(parts),
        "n": n,
        "on": "2026-11-20",
    }


def gives(house: House, phone: Phone, reader: Reader, n: int, *parts: str) -> None:
    assert phone.put(phone.seals(choice(reader, n, *parts))) == [201]
    round_trip(house)


def shared(phone: Phone) -> dict[str, str]:
    """What the last message lets this phone read, by question."""
    points = phone.reads_last("shared")["points"]
    return {point["question"]: point["value"]["text"] for point in points}


def says(house: House, phone: Phone) -> None:
    phone.says(
        answer("worry-home", "for the meeting", "meeting"),
        answer("worry-online", "for the worker alone", "worker"),
        answer("worry-streets", "nobody knows whom for", "everybody?"),
        answer("good-proud", "my drawing", "advocate"),
    )
    round_trip(house)


def test_at_first_nothing_is_given_whatever_was_said(
    house: House, phone: Phone, advocate: Phone, ruth: Reader
) -> None:
    says(house, phone)
    assert advocate.reads() == []
    assert parts_of(house.store, ruth.id) == ()


def test_a_part_is_read_word_for_word_without_what_is_only_for_the_worker(
    house: House, phone: Phone, advocate: Phone, ruth: Reader
) -> None:
    says(house, phone)
    gives(house, phone, ruth, 1, "worries")
    message = advocate.reads_last("shared")
    assert [point["value"]["text"] for point in message["points"]] == ["for the meeting"]
    assert message["parts"] == ["worries"]
    assert "alone" not in json.dumps(message) and "drawing" not in json.dumps(message)


def test_what_is_said_later_in_a_part_that_was_given_comes_too(
    house: House, phone: Phone, advocate: Phone, ruth: Reader
) -> None:
    gives(house, phone, ruth, 1, "good")
    assert shared(advocate) == {}
    says(house, phone)
    assert shared(advocate) == {"good-proud": "my drawing"}


def test_what_is_said_elsewhere_is_not_noticed(
    house: House, phone: Phone, advocate: Phone, ruth: Reader
) -> None:
    gives(house, phone, ruth, 1, "good")
    advocate.reads()
    phone.says(answer("who-trust", "gran", "meeting"), answer("good-well", "x", "worker"))
    round_trip(house)
    assert advocate.reads() == []


def test_taken_back_it_is_gone_with_the_next_message(
    house: House, phone: Phone, advocate: Phone, ruth: Reader
) -> None:
    says(house, phone)
    gives(house, phone, ruth, 1, "worries", "good")
    assert set(shared(advocate)) == {"worry-home", "good-proud"}
    gives(house, phone, ruth, 2, "good")
    assert set(shared(advocate)) == {"good-proud"}
    gives(house, phone, ruth, 3)
    message = advocate.reads_last("shared")
    assert (message["parts"], message["points"], message["letter"], message["plan"]) == (
        [],
        [],
        None,
        None,
    )
    assert "drawing" not in str(house.store.rows("SELECT * FROM shared"))
    says(house, phone)
    assert advocate.reads() == []


def test_an_older_choice_that_comes_late_changes_nothing(
    house: House, people: People, phone: Phone, advocate: Phone, ruth: Reader
) -> None:
    says(house, phone)
    gives(house, phone, ruth, 2)
    gives(house, phone, ruth, 1, "worries")
    assert parts_of(house.store, ruth.id) == ()
    assert advocate.reads() == []
    assert [one.is_late for one in choices_of(house.store, ruth.id)] == [False, True]


def test_of_two_choices_with_one_number_only_what_both_allow_counts(
    house: House, people: People, phone: Phone, ruth: Reader, invited: Invited
) -> None:
    other = invited(people.young_person)
    other.claim()
    round_trip(house)
    gives(house, phone, ruth, 1, "worries", "good")
    gives(house, other, ruth, 1, "good", "how")
    assert parts_of(house.store, ruth.id) == ("good",)
    [given] = other.reads_last("access")["given"]
    assert (given["reader"], given["parts"], given["n"]) == (ruth.id, ["good"], 1)


def test_since_when_is_the_first_day_without_a_break(
    house: House, phone: Phone, ruth: Reader, clock: Any
) -> None:
    from datetime import timedelta

    days = []
    for n, parts in enumerate([["good"], [], ["good"], ["good", "who"]], start=1):
        gives(house, phone, ruth, n, *parts)
        days.append(house.store.today())
        clock.moment += timedelta(days=1)
    assert since(house.store, ruth.id, "good") == days[2]
    assert since(house.store, ruth.id, "who") == days[3]


def test_letter_and_plan_are_those_that_the_young_person_got(
    house: House,
    people: People,
    phone: Phone,
    advocate: Phone,
    ruth: Reader,
    ready: Callable[[], None],
) -> None:
    gives(house, phone, ruth, 1, "letter", "plan")
    first = advocate.reads_last("shared")
    assert (first["letter"], first["plan"]) == (None, None)
    ready()
    publish(house.store, people.chair, people.case.id)
    round_trip(house)
    got, published = advocate.reads_last("shared"), phone.reads_last("publication")
    assert (got["letter"], got["plan"]) == (published["letter"], published["plan"])
    gives(house, phone, ruth, 2, "plan")
    assert advocate.reads_last("shared")["letter"] is None


def test_what_was_changed_or_taken_back_is_not_shared_any_more(
    house: House, phone: Phone, advocate: Phone, ruth: Reader
) -> None:
    gives(house, phone, ruth, 1, "good")
    first = phone.says(answer("good-proud", "one", "meeting"))
    round_trip(house)
    assert shared(advocate) == {"good-proud": "one"}
    second = phone.says(answer("good-proud", "two", "meeting") | {"instead_of": first})
    round_trip(house)
    assert shared(advocate) == {"good-proud": "two"}
    phone.says(answer("good-proud", "two", "worker") | {"instead_of": second})
    round_trip(house)
    assert shared(advocate) == {}


def test_a_parent_is_told_nothing_of_any_of_it(
    house: House, people: People, phone: Phone, ruth: Reader, invited: Invited
) -> None:
    hodan = add_reader(house.store, people.case.id, "parent", "Hodan")
    parent = invited(hodan)
    parent.claim()
    add_reader(house.store, people.case.id, "advocate", "Another")
    says(house, phone)
    gives(house, phone, ruth, 1, "worries", "letter")
    assert parent.reads() == []
    assert "advocates" not in parent.contents
    gives(house, phone, hodan, 1, "worries")
    assert [alarm.code for alarm in alarms_for(house.store, people.worker)] == [
        "not_for_this_reader"
    ]
    assert parent.reads() == []


def test_nobody_gives_but_the_young_person(
    house: House, people: People, advocate: Phone, ruth: Reader
) -> None:
    gives(house, advocate, ruth, 1, "worries")
    assert parts_of(house.store, ruth.id) == ()
    assert [words["kind"] for words in advocate.reads()] == ["receipt"]


@pytest.mark.parametrize(
    "odd",
    [
        {"parts": "worries"},
        {"parts": [1]},
        {"n": 0},
        {"n": True},
        {"n": "1"},
        {"reader": "nobody"},
        {"reader": ["nobody"]},
    ],
    ids=str,
)
def test_an_odd_choice_gives_nothing_and_is_kept(
    house: House, people: People, phone: Phone, ruth: Reader, odd: Words
) -> None:
    phone.put(phone.seals(choice(ruth, 1, "worries") | odd))
    round_trip(house)
    assert choices_of(house.store, ruth.id) == []
    assert len(alarms_for(house.store, people.worker)) == 1


def test_an_unknown_part_counts_for_nothing(house: House, phone: Phone, ruth: Reader) -> None:
    gives(house, phone, ruth, 1, "everything", "good")
    assert parts_of(house.store, ruth.id) == ("good",)


def test_a_new_phone_of_either_has_what_the_old_one_had(
    house: House, people: People, phone: Phone, ruth: Reader, invited: Invited
) -> None:
    says(house, phone)
    gives(house, phone, ruth, 4, "good")
    for reader, kind in ((ruth, "shared"), (people.young_person, "access")):
        new = invited(reader)
        new.claim()
        round_trip(house)
        assert new.reads_last(kind)


def test_an_advocate_who_is_added_is_told_to_the_young_person_alone(
    house: House, people: People, phone: Phone, invited: Invited
) -> None:
    parent = invited(add_reader(house.store, people.case.id, "parent", "Hodan"))
    parent.claim()
    round_trip(house)
    made = invite(house, people.young_person.id)
    round_trip(house)
    late = Phone(phone.url, made.words, made.check_number)
    ruth = add_reader(house.store, people.case.id, "advocate", "Ruth")
    late.claim()
    round_trip(house)
    for young in (phone, late):
        told = young.reads_last("about")
        assert told["advocates"] == [{"id": ruth.id, "name": "Ruth"}]
    assert parent.reads() == []


def test_long_answers_are_left_empty_rather_than_all_lost(
    house: House,
    phone: Phone,
    advocate: Phone,
    ruth: Reader,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shared_module, "MOST", 25_000)
    gives(house, phone, ruth, 1, "worries")
    for text in ("x" * 10_000, "y" * 9_000, "z" * 9_000, "short"):
        phone.says(answer("worry-home", text, "meeting"))
    round_trip(house)
    points = advocate.reads_last("shared")["points"]
    assert [len(point["value"].get("text", "")) for point in points] == [0, 9_000, 9_000, 5]
