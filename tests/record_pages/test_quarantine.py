"""What was not right is shown in plain words until somebody has seen it."""

import json
import re

from tests.record_pages.council import Council, answer
from tests.record_pages.desk import Desk
from youthvoice.record.alarms import ON_A_PAGE, raise_alarm
from youthvoice.record.bounds import MOST_ITEMS
from youthvoice.record.cases import young_person_of
from youthvoice.record.quarantine.wording import reason

CODES = (
    "bad_signature",
    "does_not_open",
    "unknown_key",
    "unknown_box",
    "revoked_box",
    "different_bytes",
    "not_an_envelope",
    "unknown_version",
    "unknown_suite",
    "wrong_size",
    "wrong_padding",
    "not_canonical",
    "too_large",
    "bad_proof",
    "bad_device",
    "wrong_box",
    "unknown_invitation",
    "claimed_twice",
    "too_much",
    "too_many_unopened",
    "unknown_kind",
    "not_for_this_reader",
)


def test_every_code_has_words_of_its_own(council: Council) -> None:
    with council.app.test_request_context():
        unknown = reason("not_handled")
        assert all(reason(code) != unknown for code in CODES)
        assert not any(re.search(r"_|signature|suite|canonical", reason(code)) for code in CODES)


def test_alarms_are_counted_shown_and_marked_as_seen(council: Council, worker: Desk) -> None:
    reader = young_person_of(council.store, council.case.id)
    raise_alarm(council.store, "does_not_open", reader=reader.id, envelope="ab" * 16)
    raise_alarm(council.store, "unknown_box")
    assert "2 alarms that nobody has seen" in worker.opens("/").text
    page = worker.opens("/alarms")
    assert "A message could not be opened with our keys." in page.text
    assert "Amina, young person" in page.text
    assert "We do not know from whom." in page.text
    page = worker.presses("/alarms/1/seen")
    assert "could not be opened" not in page.text
    page = worker.opens("/alarms?all=1")
    assert "Seen by Grace Adeyemi" in page.text


def test_what_happened_often_is_one_alarm_with_its_number_and_times(
    council: Council, worker: Desk
) -> None:
    for _ in range(312):
        raise_alarm(council.store, "unknown_box")
    page = worker.opens("/alarms")
    assert "One alarm that nobody has seen" in worker.opens("/").text
    page = worker.opens("/alarms")
    assert re.search(r"312 times\. First: .+ Last: ", page.text)
    raise_alarm(council.store, "unknown_box")
    worker.presses("/alarms/1/seen", count="312")
    assert "There is none" not in worker.opens("/alarms").text


def test_a_message_that_is_too_much_is_read_whole_by_the_worker_of_its_case(
    council: Council, worker: Desk, chair: Desk, stranger: Desk
) -> None:
    answers = [answer("worry-home", f"word {n}") for n in range(MOST_ITEMS + 1)]
    envelope = council.said(*answers)
    reader = young_person_of(council.store, council.case.id)
    raise_alarm(council.store, "too_much", reader=reader.id, envelope=envelope)
    page = worker.opens("/alarms")
    assert "holds more than any phone of ours would send" in page.text
    at = f"/alarms/messages/{envelope}"
    assert at in [link.get("href") for link in page.all("a")]
    told = worker.client.get(at)
    assert told.headers["Content-Disposition"].startswith("attachment")
    assert json.loads(told.get_data(as_text=True))["answers"] == answers
    assert chair.client.get(at).status_code == 403
    assert stranger.client.get(at).status_code == 404
    assert worker.client.get(f"/alarms/messages/{'ab' * 16}").status_code == 404


def test_older_alarms_stand_on_another_page(council: Council, worker: Desk) -> None:
    for n in range(ON_A_PAGE + 1):
        raise_alarm(council.store, f"kind_{n}")
    page = worker.opens("/alarms")
    [older] = [link for link in page.all("a") if link.text == "Older ones"]
    page = worker.opens(older.get("href"))
    assert "kind_0" in page.text
    assert "Older ones" not in page.text


def test_an_alarm_of_another_case_is_not_mine(council: Council, worker: Desk) -> None:
    other = young_person_of(council.store, council.other_case.id)
    raise_alarm(council.store, "does_not_open", reader=other.id)
    assert "There is none that nobody has seen." in worker.opens("/alarms").text
    worker.opens("/")
    worker.presses("/alarms/1/seen", expect=404)


def test_the_chair_is_not_shown_a_count(council: Council, chair: Desk) -> None:
    raise_alarm(council.store, "unknown_box")
    assert "alarm" not in chair.opens("/").text.lower()
