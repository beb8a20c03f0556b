"""An invitation is shown once, printed without its check number, and taken back in one press."""

import json

import pytest

from tests.record_pages.council import Council
from tests.record_pages.desk import Desk
from youthvoice.envelope.invitation import derive, open_contents
from youthvoice.record.cases import young_person_of
from youthvoice.record.invitations import sent_to


@pytest.fixture
def path(council: Council) -> str:
    reader = young_person_of(council.store, council.case.id)
    return f"/cases/{council.case.id}/readers/{reader.id}/invitation"


def test_an_invitation_with_a_check_number(council: Council, path: str, worker: Desk) -> None:
    worker.opens(path)
    page = worker.presses(path, expect=200, check_number="with", days="14")
    [words] = page.with_class("invitation__words")
    link = f"https://phone.example/#{words.text.strip().replace(' ', '-')}"
    assert len(words.text.split()) == 6
    assert page.with_class("invitation__link")[0].text == link
    [number] = page.with_class("invitation__number")
    assert len(number.text) == 6
    assert "no-print" in (number.parent.get("class") if number.parent else "")
    assert "Give the check number separately, by voice." in page.text
    assert page.with_class("invitation__code")[0].all("svg")


def test_the_words_are_shown_once_and_kept_nowhere(
    council: Council, path: str, worker: Desk
) -> None:
    worker.opens(path)
    page = worker.presses(path, expect=200, check_number="with", days="14")
    words = page.with_class("invitation__words")[0].get("data-words")
    assert words not in worker.opens(f"/cases/{council.case.id}/").html
    files = [file.read_bytes() for file in council.store.path.parent.glob("record.db*")]
    assert not any(words.encode() in content for content in files)
    assert worker.client.get_cookie("youthvoice") is not None
    assert words not in str(worker.client.get_cookie("youthvoice"))


def test_an_invitation_without_a_check_number(path: str, worker: Desk) -> None:
    worker.opens(path)
    page = worker.presses(path, expect=200, check_number="without", days="1")
    assert page.with_class("invitation__number") == []
    assert "check number" not in page.text


@pytest.mark.parametrize(("checked", "mode"), [("yes", "safer"), ("no", "everyday")])
def test_whether_somebody_could_check_the_phone_travels_sealed(
    council: Council, path: str, worker: Desk, checked: str, mode: str
) -> None:
    worker.opens(path)
    page = worker.presses(path, expect=200, check_number="with", checked=checked, days="14")
    words = page.with_class("invitation__words")[0].get("data-words")
    [work] = council.store.rows("SELECT body FROM invitation_work WHERE what = 'put'")
    sealed = bytes.fromhex(json.loads(work["body"])["contents"])
    assert open_contents(sealed, derive(words))["mode"] == mode


def test_what_was_said_of_the_phone_is_still_there_after_a_mistake(path: str, worker: Desk) -> None:
    worker.opens(path)
    page = worker.presses(path, expect=422, check_number="with", checked="yes", days="0")
    assert page.value("checked") == "yes"


@pytest.mark.parametrize("days", ["", "0", "91", "-1", "soon", "1e9", "٣", "1" * 5000])
def test_days_that_cannot_be(council: Council, path: str, worker: Desk, days: str) -> None:
    worker.opens(path)
    page = worker.presses(path, expect=422, check_number="without", days=days)
    assert page.value("days") == days
    assert page.value("check_number") == "without"
    assert page.with_class("govuk-error-summary")[0].all("a")[0].get("href") == "#days"
    assert sent_to(council.store, council.case.id) == []


def test_it_is_taken_back_in_one_press(council: Council, path: str, worker: Desk) -> None:
    worker.opens(path)
    worker.presses(path, expect=200, check_number="with", days="14")
    page = worker.opens(f"/cases/{council.case.id}/")
    assert "On its way to the mailbox" in page.text
    [action] = [
        form.get("action") for form in page.all("form") if form.get("action").endswith("/revoke")
    ]
    page = worker.presses(action)
    assert "Taken back on" in page.text
    assert [one.state for one in sent_to(council.store, council.case.id)] == ["revoked"]


def test_somebody_elses_invitation_is_not_taken_back_through_my_case(
    council: Council, stranger: Desk, path: str, worker: Desk
) -> None:
    worker.opens(path)
    worker.presses(path, expect=200, check_number="with", days="14")
    [sent] = sent_to(council.store, council.case.id)
    stranger.opens("/")
    stranger.presses(f"/cases/{council.other_case.id}/invitations/{sent.id}/revoke", expect=404)
    assert [one.state for one in sent_to(council.store, council.case.id)] == ["going"]
