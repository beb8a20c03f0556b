"""An advocate writes with or for a young person: marked, apart, and theirs once they say yes."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.record.conftest import People
from tests.record.looking import publish
from tests.record.phone import Phone, answer, views
from youthvoice.record.alarms import alarms_for
from youthvoice.record.cases import Reader, add_reader, readers_of
from youthvoice.record.house import House
from youthvoice.record.mailroom import round_trip
from youthvoice.record.release.gate import missing
from youthvoice.record.views import Point, approve, arrived, mark_read, points_for

ASKED = "worry-home"


@pytest.fixture
def advocate(house: House, people: People, invited: Callable[[Reader], Phone]) -> Phone:
    phone = invited(add_reader(house.store, people.case.id, "advocate", "Ruth"))
    phone.claim()
    round_trip(house)
    return phone


def writes(house: House, advocate: Phone, text: str, *, said_yes: bool, **more: Any) -> str:
    one = answer(ASKED, text) | {"whose": "theirs"} | more
    sealed = advocate.seals(views(one) | {"said_yes": said_yes})
    assert advocate.put(sealed) == [201]
    round_trip(house)
    return sealed[20:36].hex()


def says(house: House, phone: Phone, envelope: str, *, yes: bool) -> None:
    answers = [{"envelope": envelope, "question": ASKED, "yes": yes}]
    assert phone.put(phone.seals({"kind": "approve", "answers": answers, "on": "x"})) == [201]
    round_trip(house)


def seen(house: House, people: People) -> list[Point]:
    return points_for(house.store, people.worker, people.case.id)


def states(house: House, people: People) -> list[str]:
    return [one.approval.state for one in seen(house, people) if one.approval]


def test_it_waits_for_a_yes_and_does_not_count(
    house: House, people: People, phone: Phone, advocate: Phone
) -> None:
    written = writes(house, advocate, "It is loud", said_yes=False)
    [point] = seen(house, people)
    assert (point.reader.name, point.whose, point.counts) == ("Ruth", "theirs", False)
    assert "points" not in [one.what for one in missing(house.store, people.chair, people.case.id)]
    assert arrived(house.store, people.worker)[0].unread == 1
    [asked] = phone.reads_last("to_approve")["points"]
    assert (asked["envelope"], asked["value"]) == (written, {"text": "It is loud"})
    assert asked["by"] == {"name": "Ruth", "role": "advocate"}
    assert asked["whose"] == "theirs"


def test_after_a_yes_it_is_the_young_persons(
    house: House, people: People, phone: Phone, advocate: Phone, ready: Callable[[], None]
) -> None:
    written = writes(house, advocate, "It is loud", said_yes=False)
    says(house, phone, written, yes=True)
    assert states(house, people) == ["yes"]
    told = {words["kind"]: words for words in phone.reads()}
    assert told["to_approve"]["points"] == []
    [own] = told["points"]["points"]
    assert own["by"] == {"name": "Ruth", "role": "advocate"}
    [theirs] = advocate.reads_last("points")["points"]
    assert theirs["events"][-1]["what"] == "approval_yes"
    mark_read(house.store, people.worker, [seen(house, people)[0].id])
    round_trip(house)
    assert phone.reads_last("points")["points"][0]["events"][-1]["what"] == "read"
    ready()
    publish(house.store, people.chair, people.case.id)
    round_trip(house)
    [happened] = phone.reads_last("publication")["happened"]
    assert (happened["envelope"], happened["outcome"]) == (written, "in_plan")


def test_after_a_no_it_does_not_count_and_nothing_waits(
    house: House, people: People, phone: Phone, advocate: Phone
) -> None:
    written = writes(house, advocate, "It is loud", said_yes=False)
    says(house, phone, written, yes=False)
    says(house, phone, written, yes=True)
    assert states(house, people) == ["no"]
    assert arrived(house.store, people.worker)[0].points == 0
    assert phone.reads_last("to_approve")["points"] == []
    assert advocate.reads_last("points")["points"][0]["events"][-1]["what"] == "approval_no"


def test_said_yes_on_the_spot_it_counts_and_can_be_taken_back(
    house: House, people: People, phone: Phone, advocate: Phone
) -> None:
    written = writes(house, advocate, "It is loud", said_yes=True)
    assert states(house, people) == ["there"]
    told = {words["kind"]: words for words in phone.reads()}
    assert [point["envelope"] for point in told["points"]["points"]] == [written]
    assert "to_approve" not in told
    back = {"instead_of": written, "taken_back": True, "value": {}}
    phone.says(answer(ASKED, "") | back)
    round_trip(house)
    [old] = seen(house, people)
    assert old.change and old.change.what == "taken_back"


def test_from_whom_all_was_taken_back_a_yes_is_asked_for_anew(
    house: House, people: People, phone: Phone, advocate: Phone
) -> None:
    def gives(n: int, *parts: str) -> None:
        [ruth] = [one for one in readers_of(house.store, people.case.id) if one.name == "Ruth"]
        words = {"kind": "access", "reader": ruth.id, "parts": list(parts), "n": n, "on": "x"}
        assert phone.put(phone.seals(words)) == [201]
        round_trip(house)

    gives(1, "worries")
    writes(house, advocate, "While she may read", said_yes=True)
    gives(2)
    writes(house, advocate, "After it was taken back", said_yes=True)
    gives(3, "plan")
    writes(house, advocate, "Given something anew", said_yes=True)
    assert states(house, people) == ["there", "waiting", "there"]
    [asked] = phone.reads_last("to_approve")["points"]
    assert asked["value"] == {"text": "After it was taken back"}


def test_what_counts_is_not_changed_by_what_does_not(
    house: House, people: People, phone: Phone, advocate: Phone
) -> None:
    first = writes(house, advocate, "It is loud", said_yes=True)
    second = writes(house, advocate, "It is fine", said_yes=False, instead_of=first)
    writes(house, advocate, "", said_yes=False, instead_of=first, taken_back=True, value={})
    old, new = seen(house, people)
    assert (old.change, new.counts) == (None, False)
    says(house, phone, second, yes=True)
    old, new = seen(house, people)
    assert old.change and old.change.what == "changed"
    assert new.counts


def test_a_better_wording_of_what_still_waits_takes_its_place(
    house: House, people: People, phone: Phone, advocate: Phone
) -> None:
    first = writes(house, advocate, "It is loud", said_yes=False)
    second = writes(house, advocate, "It is very loud", said_yes=False, instead_of=first)
    asked = phone.reads_last("to_approve")["points"]
    assert [one["envelope"] for one in asked] == [second]


def test_an_advocate_never_changes_what_the_young_person_wrote(
    house: House, people: People, phone: Phone, advocate: Phone
) -> None:
    own = phone.says(answer(ASKED, "mine"))
    round_trip(house)
    writes(house, advocate, "not hers", said_yes=True, instead_of=own)
    assert [one.change for one in seen(house, people)] == [None, None]


def test_nobody_says_yes_but_the_young_person_and_a_parent_learns_nothing(
    house: House,
    people: People,
    phone: Phone,
    advocate: Phone,
    invited: Callable[[Reader], Phone],
) -> None:
    parent = invited(add_reader(house.store, people.case.id, "parent", "Hodan"))
    parent.claim()
    round_trip(house)
    written = writes(house, advocate, "It is loud", said_yes=False)
    says(house, advocate, written, yes=True)
    assert states(house, people) == ["waiting"]
    assert {one.code for one in alarms_for(house.store, people.worker)} == {"not_for_this_reader"}
    says(house, phone, written, yes=True)
    assert parent.reads() == []


def test_only_an_advocate_can_say_that_somebody_said_yes(
    house: House, people: People, phone: Phone
) -> None:
    phone.put(phone.seals(views(answer(ASKED, "mine")) | {"said_yes": True}))
    round_trip(house)
    assert states(house, people) == []
    assert seen(house, people)[0].counts


def test_more_than_one_envelope_holds_is_asked_about_in_parts(
    house: House,
    people: People,
    phone: Phone,
    advocate: Phone,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(approve, "MOST", 25_000)
    written = [writes(house, advocate, "x" * 10_000, said_yes=False) for _ in range(3)]
    asked = phone.reads_last("to_approve")["points"]
    assert [len(one["value"]["text"]) for one in asked] == [10_000, 10_000]
    says(house, phone, written[0], yes=True)
    asked = phone.reads_last("to_approve")["points"]
    assert [one["envelope"] for one in asked] == written[1:]
