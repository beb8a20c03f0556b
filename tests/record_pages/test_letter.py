"""The letter: plain text or simple HTML, cleaned before anybody sees it."""

from tests.record_pages.council import Council
from tests.record_pages.desk import Desk
from youthvoice.record.letters import letter_of


def test_a_letter_is_saved_and_shown_as_it_will_be_read(council: Council, chair: Desk) -> None:
    path = f"/cases/{council.case.id}/letter"
    chair.opens(path)
    page = chair.presses(path, text="Dear Amina,\r\n\r\nThank you.", revision="0")
    [shown] = page.with_class("letter")
    assert [p.text for p in shown.all("p")] == ["Dear Amina,", "Thank you."]
    assert page.value("text") == "Dear Amina,\n\nThank you."


def test_what_is_not_allowed_is_text(council: Council, chair: Desk) -> None:
    path = f"/cases/{council.case.id}/letter"
    text = (
        '<p onclick="x()">Hi <script>alert(1)</script><img src=x><a href="javascript:x">y</a></p>'
    )
    chair.opens(path)
    page = chair.presses(path, text=text, revision="0")
    [shown] = page.with_class("letter")
    assert {element.tag for element in shown.all()} == {"p"}
    assert not any(element.attributes for element in shown.all())
    assert "<script>" in shown.text
    assert page.value("text") == text


def test_a_letter_that_is_too_long_is_kept_on_the_page(council: Council, chair: Desk) -> None:
    path = f"/cases/{council.case.id}/letter"
    chair.opens(path)
    page = chair.presses(path, expect=422, text="x" * 20_001, revision="0")
    assert page.value("text") == "x" * 20_001
    assert page.with_class("govuk-error-summary")[0].all("a")[0].get("href") == "#text"
    assert letter_of(council.store, council.case.id).text == ""


def test_two_who_write_at_once_lose_nothing(council: Council, worker: Desk, chair: Desk) -> None:
    path = f"/cases/{council.case.id}/letter"
    worker.opens(path)
    chair.opens(path)
    chair.presses(path, text="The chair's", revision="0")
    page = worker.presses(path, expect=409, text="The worker's", revision="0")
    assert page.value("text") == "The worker's"
    assert letter_of(council.store, council.case.id).text == "The chair's"
    worker.presses(path, text="Both", revision=page.value("revision"))
    assert letter_of(council.store, council.case.id).text == "Both"
