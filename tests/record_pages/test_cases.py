"""The list of cases says what has arrived, what is late, and what waits."""

from datetime import timedelta

from tests.record_pages.council import Council, answer
from tests.record_pages.desk import Desk
from youthvoice.record.mailroom.status import note_contact


def test_a_case_with_nothing_in_it(worker: Desk) -> None:
    page = worker.opens("/")
    assert "Amina" in page.text
    assert "Nothing has arrived yet." in page.text
    assert "Not published yet." in page.text
    assert "Kai" not in page.text


def test_what_arrived_is_counted(council: Council, worker: Desk) -> None:
    council.said(answer("good-proud", "My drawing"), answer("good-well", "Football"))
    text = worker.opens("/").text
    assert "2 things are not read yet." in text
    assert "2 things wait for an answer." in text
    assert "Late" not in text


def test_what_is_late_is_said_in_words(council: Council, worker: Desk) -> None:
    council.said(answer("good-proud", "My drawing"))
    council.clock.ahead = timedelta(days=7)
    worker.signs_in(council.worker)
    assert "One thing has been unread for more than 2 working days." in worker.opens("/").text


def test_the_chair_is_not_counted_what_is_not_for_the_meeting(
    council: Council, chair: Desk
) -> None:
    council.said(answer("good-proud", "My drawing", "worker"))
    text = chair.opens("/").text
    assert "Nothing has arrived yet." in text
    assert "One thing waits for an answer." in text


def test_the_mailbox_was_reached(council: Council, worker: Desk) -> None:
    assert "Not checked yet." in worker.opens("/").text
    note_contact(council.store, answered=True)
    assert "Last checked" in worker.opens("/").text


def test_the_mailbox_is_away(council: Council, worker: Desk) -> None:
    note_contact(council.store, answered=False)
    assert "We have not reached the mailbox yet." in worker.opens("/").text
    note_contact(council.store, answered=True)
    note_contact(council.store, answered=False)
    assert "We cannot reach the mailbox since" in worker.opens("/").text


def test_the_overview_names_the_meeting_and_the_people(council: Council, worker: Desk) -> None:
    text = worker.opens(f"/cases/{council.case.id}/").text
    for said in ("4 December 2026", "16:00", "The Old Library", "Siân Hughes", "Grace Adeyemi"):
        assert said in text
    for said in ("Hodan, parent or carer", "Ruth, advocate", "Sam Osei, youth worker"):
        assert said in text
