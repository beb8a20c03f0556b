"""When something is wrong, people are told what to do, and keep what they typed."""

import pytest

from tests.record_pages.council import Council
from tests.record_pages.desk import Desk
from tests.record_pages.page import Page
from youthvoice.record.letters import letter_of

HOSTILE = '<script>alert("1")</script>'


def test_a_stale_form_keeps_what_was_typed_and_can_be_sent_again(
    council: Council, worker: Desk
) -> None:
    path = f"/cases/{council.case.id}/letter"
    typed = {"text": HOSTILE, "revision": "0", "csrf_token": "stale"}
    page = worker.looks_at(worker.client.post(path, data=typed), 400)
    assert HOSTILE in page.text
    assert letter_of(council.store, council.case.id).text == ""
    sent = {name: values[0] for name, values in page.values().items() if name != "csrf_token"}
    worker.presses(path, **sent)
    assert letter_of(council.store, council.case.id).text == HOSTILE


def test_somebody_whose_session_ended_is_told_to_sign_in_and_come_back(
    council: Council, stranger_at_the_door: Desk
) -> None:
    path = f"/cases/{council.case.id}/letter"
    typed = {"text": "A long letter", "revision": "0"}
    page = stranger_at_the_door.looks_at(stranger_at_the_door.client.post(path, data=typed), 400)
    assert "A long letter" in page.text
    assert "Open a new sign-in link in another tab." in page.text
    link = council.link(council.chair)
    other_tab = Page(stranger_at_the_door.client.get(link).text)
    let_in = stranger_at_the_door.client.post(link, data=other_tab.values())
    assert let_in.status_code == 302
    again = stranger_at_the_door.client.post(path, data=page.values())
    page = stranger_at_the_door.looks_at(again, 400)
    stranger_at_the_door.presses(path, text=page.value("text"), revision="0")
    assert letter_of(council.store, council.case.id).text == "A long letter"


def test_an_address_that_is_not_there(worker: Desk) -> None:
    assert worker.opens("/nothing", expect=404).heading == "There is no such page"


def test_an_address_that_is_only_for_buttons(worker: Desk) -> None:
    page = worker.opens("/sign-out", expect=405)
    assert page.heading == "This address cannot be opened like that"


def test_too_much_at_once(council: Council, worker: Desk) -> None:
    worker.opens(f"/cases/{council.case.id}/letter")
    page = worker.presses(f"/cases/{council.case.id}/letter", expect=413, text="x" * 1_100_000)
    assert page.heading == "That is too much at once"


def test_our_own_faults_show_no_innards(
    council: Council, worker: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    council.app.config["PROPAGATE_EXCEPTIONS"] = False
    with council.store.write() as database:
        database.execute("ALTER TABLE drafts RENAME TO drafts_away")
    page = worker.opens(f"/cases/{council.case.id}/letter", expect=500)
    assert page.heading == "Something broke on our side"
    assert "drafts" not in page.html
