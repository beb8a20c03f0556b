"""Who has access to what, since when, and all that was chosen before; what advocates wrote."""

import pytest

from tests.record_pages.council import Council, answer
from tests.record_pages.desk import Desk
from youthvoice.envelope.words import Words
from youthvoice.record.cases import young_person_of


def choose(council: Council, n: int, *parts: str) -> None:
    words: Words = {"kind": "access", "reader": council.advocate.id, "n": n, "parts": list(parts)}
    council.sent(young_person_of(council.store, council.case.id), words)


def wrote(council: Council, text: str, *, said_yes: bool, whose: str = "theirs") -> str:
    one = answer("worry-home", text) | {"whose": whose}
    words: Words = {"kind": "views", "form": "views", "answers": [one], "said_yes": said_yes}
    return council.sent(council.advocate, words)


def test_parts_with_their_day_and_every_choice(council: Council, worker: Desk) -> None:
    path = f"/cases/{council.case.id}/access"
    assert "May read nothing of what Amina said." in worker.opens(path).text
    choose(council, 1, "good", "letter")
    choose(council, 3, "good")
    choose(council, 2, "worries")
    page = worker.opens(path)
    [now, history] = page.with_class("govuk-list")
    assert "Good things, since" in " ".join(now.text.split())
    assert "letter" not in now.text
    assert [("late" in item.text) for item in history.all("li")] == [True, False, False]


@pytest.mark.parametrize(
    ("whose", "told"),
    [
        ("own", "The young person’s own words."),
        ("together", "Words that they found together."),
        ("theirs", "Ruth’s words for them."),
    ],
)
def test_an_advocate_says_whose_words_they_are_from_where_they_stand(
    council: Council, worker: Desk, whose: str, told: str
) -> None:
    wrote(council, "It is loud", said_yes=True, whose=whose)
    assert told in worker.opens(f"/cases/{council.case.id}/views").text


def test_what_an_advocate_wrote_is_marked_until_it_is_approved(
    council: Council, worker: Desk
) -> None:
    path = f"/cases/{council.case.id}/views"
    envelope = wrote(council, "It is loud", said_yes=False)
    page = worker.opens(path)
    assert "Written by Ruth, advocate. The young person has not said yes to it yet" in page.text
    assert "Not yet approved" in page.text
    assert "Ruth’s words for them." in page.text
    assert "Say what happened" not in page.text
    assert "One thing waits for an answer." not in worker.opens("/").text
    said = {"envelope": envelope, "question": "worry-home", "yes": True}
    young_person = young_person_of(council.store, council.case.id)
    council.sent(young_person, {"kind": "approve", "answers": [said]})
    page = worker.opens(path)
    assert "The young person said yes to it on" in page.text
    assert "Not yet approved" not in page.text
    assert "Say what happened" in page.text


def test_what_was_refused_stays_folded_and_counts_for_nothing(
    council: Council, worker: Desk
) -> None:
    envelope = wrote(council, "It is loud", said_yes=False)
    said = {"envelope": envelope, "question": "worry-home", "yes": False}
    young_person = young_person_of(council.store, council.case.id)
    council.sent(young_person, {"kind": "approve", "answers": [said]})
    page = worker.opens(f"/cases/{council.case.id}/views")
    assert "The young person said no to it on" in page.text
    assert "It does not count." in page.text
    assert "I have read this" not in page.text
    assert "Nothing has arrived yet." in worker.opens("/").text


def test_that_the_young_person_was_there_is_told_as_the_advocates_word(
    council: Council, worker: Desk
) -> None:
    wrote(council, "It is loud", said_yes=True)
    page = worker.opens(f"/cases/{council.case.id}/views")
    assert "Ruth says that the young person was there and said yes." in page.text
