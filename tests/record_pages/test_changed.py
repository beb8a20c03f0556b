"""Staff see what was changed or taken back as such, with its day, and whose words they read."""

from tests.record_pages.council import Council, answer
from tests.record_pages.desk import Desk


def test_what_was_changed_stands_behind_what_took_its_place(council: Council, worker: Desk) -> None:
    first = council.said(answer("worry-home", "Shouting"))
    council.said(answer("worry-home", "A lot of shouting") | {"instead_of": first})
    page = worker.opens(f"/cases/{council.case.id}/views")
    [article] = page.all("article")
    assert article.text.index("A lot of shouting") < article.text.index("What it said before")
    assert "Changed on" in article.text
    [before] = [one.text for one in page.all("details") if "Shouting" in one.text]
    assert "A lot" not in before
    assert page.html.count('name="shown"') == 1


def test_what_was_taken_back_is_said_first_and_asks_for_nothing(
    council: Council, worker: Desk
) -> None:
    first = council.said(answer("worry-home", "Shouting"))
    back = {"question": "worry-home", "audience": "worker", "value": {}, "taken_back": True}
    council.said(back | {"instead_of": first})
    page = worker.opens(f"/cases/{council.case.id}/views")
    [article] = page.all("article")
    assert "Taken back on" in article.text
    assert "Say what happened" not in article.text
    assert "I have read" not in page.text
    assert "Shouting" in page.all("details")[0].text
    assert "Everything is read" not in worker.opens("/").text


def test_what_is_to_be_read_soon_is_said_in_the_list_and_beside_it(
    council: Council, worker: Desk
) -> None:
    council.said(answer("worry-home", "He is outside"), urgent=True)
    assert "One thing that somebody asked you to read soon." in worker.opens("/").text
    assert "Please read soon" in worker.opens(f"/cases/{council.case.id}/views").text


def test_who_was_there_and_whose_words_they_are(council: Council, worker: Desk) -> None:
    council.said(
        answer("worry-home", "Shouting") | {"whose": "own"},
        beside={"how": "for", "who": "Fatima, youth worker"},
    )
    text = worker.opens(f"/cases/{council.case.id}/views").text
    assert "Written down by Fatima, youth worker. Amina’s own words." in text
