"""A council begins: a worker opens a case, changes what is said of it, adds a reader."""

from typing import Any

import pytest

from tests.record_pages.council import Council
from tests.record_pages.desk import Desk
from tests.record_pages.page import Page
from youthvoice.record.cases import Case, Meeting, Number, all_cases, find_case, readers_of

WHOLE = {
    "name": "  Ioana  ",
    "on": "2026-12-11",
    "at": "17:30",
    "place": " Riverside  Youth Club ",
    "people": "Jo Park, mentor\r\n\r\n  Ms Begum, school \r\n",
    "numbers": "Duty team: day and night: 020 7946 0101\r\nChildline:0800 1111\r\n",
}
WRONG = [
    ("name", " "),
    ("name", "x" * 201),
    ("chair", ""),
    ("chair", "nobody"),
    ("on", "11/12/2026"),
    ("on", "2026-02-30"),
    ("at", "half past five"),
    ("at", "24:00"),
    ("place", "x" * 201),
    ("people", "x" * 201),
    ("people", "Jo\n" * 41),
    ("numbers", "Duty team 020 7946 0101"),
    ("numbers", "Duty team: soon"),
    ("numbers", ": 020 7946 0101"),
    ("numbers", "Duty team: 020 7946 0101\n\nnobody"),
]


def opened(council: Council) -> Case:
    [found] = [case for case in all_cases(council.store) if case.name == "Ioana"]
    return found


def summary(page: Page) -> list[str]:
    [box] = page.with_class("govuk-error-summary")
    return [link.get("href") for link in box.all("a")]


def test_a_worker_opens_a_case_and_is_its_worker(council: Council, worker: Desk) -> None:
    assert "Open a new case" in worker.opens("/").text
    worker.opens("/cases/new")
    page = worker.presses("/cases/new", chair=council.chair.id, **WHOLE)
    assert "The case is open. Now make an invitation for Ioana." in page.text
    assert "Ioana, young person" in page.text
    case = opened(council)
    assert (case.worker, case.chair) == (council.worker, council.chair)
    assert case.meeting == Meeting("2026-12-11", "17:30", "Riverside Youth Club")
    assert case.people == ["Jo Park, mentor", "Ms Begum, school"]
    assert case.numbers == [
        Number("Duty team: day and night", "020 7946 0101"),
        Number("Childline", "0800 1111"),
    ]


def test_only_a_name_and_a_chair_are_needed(council: Council, worker: Desk) -> None:
    worker.opens("/cases/new")
    worker.presses("/cases/new", name="Ioana", chair=council.chair.id)
    assert (opened(council).meeting, opened(council).people) == (Meeting(), [])


def test_a_chair_opens_no_case_and_is_offered_none(council: Council, chair: Desk) -> None:
    assert "Open a new case" not in chair.opens("/").text
    chair.opens("/cases/new", expect=403)
    chair.presses("/cases/new", expect=403, chair=council.chair.id, **WHOLE)
    assert len(all_cases(council.store)) == 2


def test_only_chairs_are_offered(council: Council, worker: Desk) -> None:
    page = worker.opens("/cases/new")
    offered = [one.text for one in page.by_id("chair").all("option")]
    assert offered == ["Pick somebody", "Ravi Shah", "Siân Hughes"]
    worker.presses("/cases/new", expect=422, name="Ioana", chair=council.stranger.id)


@pytest.mark.parametrize(("field", "typed"), WRONG)
def test_what_cannot_be_kept_stays_on_the_page(
    council: Council, worker: Desk, field: str, typed: str
) -> None:
    worker.opens("/cases/new")
    sent = WHOLE | {"chair": council.chair.id} | {field: typed}
    page = worker.presses("/cases/new", expect=422, **sent)
    assert summary(page) == [f"#{field}"]
    assert "Error:" in page.all("title")[0].text
    for name, value in sent.items():
        if (field, name) != ("chair", "chair"):
            assert page.value(name).replace("\r\n", "\n") == value.replace("\r\n", "\n")
    assert len(all_cases(council.store)) == 2


def test_a_wrong_line_is_named(council: Council, worker: Desk) -> None:
    worker.opens("/cases/new")
    sent = WHOLE | {"numbers": "Duty: 999\n\nnobody"}
    page = worker.presses("/cases/new", expect=422, chair=council.chair.id, **sent)
    assert "Line 3 is not a name and a number." in page.text


def test_everything_that_is_wrong_is_said_at_once(worker: Desk) -> None:
    worker.opens("/cases/new")
    page = worker.presses("/cases/new", expect=422, on="soon", numbers="x")
    assert summary(page) == ["#name", "#chair", "#on", "#numbers"]


def change_form(council: Council, desk: Desk, **changed: Any) -> dict[str, Any]:
    """What a browser would send after those changes."""
    page = desk.opens(f"/cases/{council.case.id}/details")
    names = ("on", "at", "place", "people", "numbers", "revision")
    return {name: page.value(name) for name in names} | changed


@pytest.mark.parametrize("role", ["worker", "chair"])
def test_the_meeting_is_changed_and_the_rest_stays(council: Council, role: str) -> None:
    desk = Desk(council).signs_in(getattr(council, role))
    sent = change_form(council, desk, place="Online", at="09:05")
    page = desk.presses(f"/cases/{council.case.id}/details", **sent)
    assert "Saved. Phones that are in use are told." in page.text
    changed = find_case(council.store, council.case.id)
    assert changed is not None
    assert changed.meeting == Meeting("2026-12-04", "09:05", "Online")
    assert (changed.people, changed.numbers) == (council.case.people, council.case.numbers)


def test_a_form_sent_back_as_it_was_changes_nothing(council: Council, worker: Desk) -> None:
    worker.presses(f"/cases/{council.case.id}/details", **change_form(council, worker))
    assert find_case(council.store, council.case.id) == council.case


def test_a_change_that_cannot_be_kept_stays_on_the_page(council: Council, worker: Desk) -> None:
    sent = change_form(council, worker, on="soon", people="Somebody new")
    page = worker.presses(f"/cases/{council.case.id}/details", expect=422, **sent)
    assert summary(page) == ["#on"]
    assert (page.value("on"), page.value("people")) == ("soon", "Somebody new")
    assert find_case(council.store, council.case.id) == council.case


def test_two_who_change_at_once_lose_nothing(council: Council, worker: Desk, chair: Desk) -> None:
    path = f"/cases/{council.case.id}/details"
    mine = change_form(council, worker, place="Mine")
    chair.presses(path, **change_form(council, chair, place="Theirs"))
    page = worker.presses(path, expect=409, **mine)
    assert "Somebody else saved this while you were writing" in page.text
    assert page.value("place") == "Mine"
    worker.presses(path, **(mine | {"revision": page.value("revision")}))
    case = find_case(council.store, council.case.id)
    assert case is not None
    assert case.meeting.place == "Mine"


@pytest.mark.parametrize("revision", ["", "x", "-1", "9"])
def test_a_form_without_its_revision_overwrites_nothing(
    council: Council, worker: Desk, revision: str
) -> None:
    sent = change_form(council, worker, place="Online", revision=revision)
    worker.presses(f"/cases/{council.case.id}/details", expect=409, **sent)
    assert find_case(council.store, council.case.id) == council.case


@pytest.mark.parametrize(
    ("role", "said"), [("parent", "parent or carer"), ("advocate", "advocate")]
)
def test_a_reader_is_added(council: Council, worker: Desk, role: str, said: str) -> None:
    path = f"/cases/{council.case.id}/readers/new"
    worker.opens(path)
    page = worker.presses(path, role=role, name=" Femi ")
    assert f"Femi, {said}" in page.text
    assert [(r.role, r.name) for r in readers_of(council.store, council.case.id)][-1] == (
        role,
        "Femi",
    )


@pytest.mark.parametrize(
    ("role", "name", "wrong"),
    [
        ("", "Femi", ["#role"]),
        ("young_person", "Femi", ["#role"]),
        ("parent", " ", ["#name"]),
        ("parent", "x" * 201, ["#name"]),
        ("", "", ["#role", "#name"]),
    ],
)
def test_a_reader_who_cannot_be_added(
    council: Council, worker: Desk, role: str, name: str, wrong: list[str]
) -> None:
    path = f"/cases/{council.case.id}/readers/new"
    worker.opens(path)
    page = worker.presses(path, expect=422, role=role, name=name)
    assert summary(page) == wrong
    assert page.value("name") == name
    if role == "parent":
        assert page.value("role") == role
    assert len(readers_of(council.store, council.case.id)) == 3


def test_a_day_that_is_none_is_shown_as_it_was_typed(council: Council, worker: Desk) -> None:
    """A browser shows nothing in a field for days that holds something else."""
    sent = change_form(council, worker, on="soon", at="16:30")
    page = worker.sends(f"/cases/{council.case.id}/details", sent, 422)
    types = {one.get("name"): one.get("type") for one in page.all("input")}
    assert (types["on"], types["at"]) == ("text", "time")
