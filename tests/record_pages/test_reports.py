"""Reports at the desk: added, looked at, shared by name, late without asking, talked through."""

from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import TestResponse, encode_multipart

from tests import clock, pdfs
from tests.pdf.drawing import A_LINE, drawn, noise_on, picture_on, text
from tests.record_pages.council import Council
from tests.record_pages.desk import Desk
from tests.record_pages.page import Page
from youthvoice.record.cases import Reader, readers_of
from youthvoice.record.reports import reports_of, shared_in
from youthvoice.record.reports.upload import LARGEST

CASES = Path(__file__).parents[1] / "pdf" / "cases"
"""Small inputs that failed."""
WHOLE = {
    "title": " School  report ",
    "writer": "Ms Begum",
    "role": "school",
    "organisation": "Park School",
    "text": "She comes every day.\r\n\r\nShe <b>tries</b>.",
}


def reader(council: Council, role: str = "parent") -> Reader:
    [found] = [one for one in readers_of(council.store, council.case.id) if one.role == role]
    return found


def at(council: Council, rest: str = "") -> str:
    return f"/cases/{council.case.id}/reports{rest}"


def add(council: Council, desk: Desk, **changed: Any) -> Page:
    """Add a report; what comes is its page."""
    desk.opens(at(council, "/new"))
    return desk.presses(at(council, "/new"), **(WHOLE | changed))


def only_report(council: Council) -> str:
    [found] = reports_of(council.store, council.case.id)
    return at(council, f"/{found.id}")


def uploads(council: Council, desk: Desk, data: bytes, expect: int = 302, **changed: Any) -> Page:
    page = desk.opens(at(council, "/new"))
    ours = {name: page.value(name) for name in ("csrf_token", "press")}
    fields = WHOLE | {"text": ""} | ours | changed
    answer = sent_as_file(desk, at(council, "/new"), data, fields)
    if expect == 302:
        return desk.post_nothing_but_follow(answer)
    return desk.looks_at(answer, expect)


def sent_as_file(desk: Desk, path: str, data: bytes, fields: dict[str, str]) -> TestResponse:
    """What a browser sends of a form with a file."""
    file = FileStorage(BytesIO(data), "report.pdf")
    boundary, body = encode_multipart(MultiDict([*fields.items(), ("file", file)]))
    kind = f'multipart/form-data; boundary="{boundary}"'
    return desk.client.post(path, data=body, content_type=kind)


def share(council: Council, desk: Desk, *readers: Reader) -> Page:
    """From the very page that each reader will have."""
    path = f"{only_report(council)}/share"
    for one in readers:
        page = desk.opens(f"{only_report(council)}/look/{one.id}")
        page = desk.sends(path, MultiDict({**page.form_to(path), "looked": "yes"}))
    return page


def comes_on(council: Council, day: str) -> Desk:
    """The worker, at noon of that day."""
    council.clock.ahead = datetime.fromisoformat(f"{day}T12:00+00:00") - clock.now()
    return Desk(council).signs_in(council.worker)


def test_a_report_is_added_and_nobody_has_it_or_is_chosen(council: Council, worker: Desk) -> None:
    page = add(council, worker)
    assert page.heading == "School report"
    assert "Ms Begum, school · Park School" in page.text
    assert page.text.count("Does not have it.") == 3
    assert "reader" not in page.values()
    assert "looked" not in page.values()


def test_the_very_page_of_the_reader_is_shown_before_it_is_shared(
    council: Council, worker: Desk
) -> None:
    add(council, worker)
    page = worker.opens(f"{only_report(council)}/look/{reader(council).id}")
    assert page.heading == "What Hodan will see"
    assert "<b>" not in page.html, "text is only ever text"
    assert r"She \u003cb\u003etries\u003c/b\u003e." in page.html


def test_it_is_shared_with_whom_was_chosen(council: Council) -> None:
    worker = comes_on(council, "2026-12-02")
    add(council, worker)
    page = share(council, worker, reader(council))
    assert "Shared. It is on its way to: Hodan." in page.text
    assert "That is on time." in page.text
    assert [one.reader.name for one in shared_in(council.store, council.case.id) if one.is_out] == [
        "Hodan"
    ]


def test_nothing_is_shared_without_a_name(council: Council, worker: Desk) -> None:
    add(council, worker)
    worker.presses(f"{only_report(council)}/share", expect=404, looked="yes")
    assert not any(one.shared_on for one in shared_in(council.store, council.case.id))


def test_nothing_is_shared_without_a_look(council: Council, worker: Desk) -> None:
    add(council, worker)
    path, hodan = f"{only_report(council)}/share", reader(council)
    page = worker.presses(path, expect=422, reader=hodan.id)
    assert page.with_class("govuk-error-summary")[0].all("a")[0].get("href") == "#looked"
    page = worker.presses(path, expect=409, reader=hodan.id, looked="yes")
    assert page.heading == "What Hodan will see"
    assert not any(one.shared_on for one in shared_in(council.store, council.case.id))


def test_what_was_not_looked_at_is_not_shared_and_the_new_page_stands_there(
    council: Council, worker: Desk, chair: Desk
) -> None:
    """The chair notes a talk after the worker looked: Hodan would have read of it unseen."""
    add(council, worker)
    path, hodan = only_report(council), reader(council)
    page = worker.opens(f"{path}/look/{hodan.id}")
    chair.opens(path)
    on = council.store.today().isoformat()
    chair.presses(f"{path}/talked", **{"with": hodan.id}, by="12 Mill Lane", how="phone", on=on)
    fields = MultiDict({**page.form_to(f"{path}/share"), "looked": "yes"})
    page = worker.sends(f"{path}/share", fields, 409)
    assert "Nothing was shared." in page.text
    assert "12 Mill Lane" in page.by_id("bundle").text
    assert not any(one.shared_on for one in shared_in(council.store, council.case.id))
    fields = MultiDict({**page.form_to(f"{path}/share"), "looked": "yes"})
    assert "on its way to: Hodan." in worker.sends(f"{path}/share", fields).text


def test_somebody_of_another_case_gets_nothing(council: Council, worker: Desk) -> None:
    add(council, worker)
    [other] = readers_of(council.store, council.other_case.id)
    fields = MultiDict([("reader", other.id), ("looked", "yes")])
    worker.sends(f"{only_report(council)}/share", fields, 404)
    assert not any(one.shared_on for one in shared_in(council.store, council.case.id))


def test_late_is_seen_without_asking_on_every_page(council: Council) -> None:
    """L-06, promise 15."""
    worker = comes_on(council, "2026-12-02")
    assert "No report is shared yet. Due on 2 December 2026." in worker.opens("/").text
    worker = comes_on(council, "2026-12-03")
    late = "They were due on 2 December 2026, one working day ago."
    assert late in worker.opens("/").text
    assert late in worker.opens(f"/cases/{council.case.id}/").text
    add(council, worker)
    share(council, worker, reader(council))
    late = "“School report” was shared with Hodan one working day late."
    for path in ("/", f"/cases/{council.case.id}/"):
        page = worker.opens(path)
        assert late in page.text
        assert "Late" in page.text
        assert "Shared and not read yet: one report." in page.text
        assert "Shared and not talked through yet: one report." in page.text
    for path in (at(council), only_report(council)):
        assert "That is one working day late." in worker.opens(path).text


def test_a_meeting_that_becomes_a_review_is_due_earlier(council: Council) -> None:
    worker = comes_on(council, "2026-12-01")
    add(council, worker)
    assert "That is on time." in share(council, worker, reader(council)).text
    details = f"/cases/{council.case.id}/details"
    typed = worker.opens(details).values()
    assert typed["which"] == ["first"]
    changed = {name: values[0] for name, values in typed.items()} | {"which": "review"}
    assert "A review" in worker.presses(details, **changed).text
    assert "That is 2 working days late." in worker.opens(only_report(council)).text
    again = worker.opens(details).value("revision")
    worker.presses(details, expect=422, **(changed | {"which": "never", "revision": again}))


def test_who_talked_it_through_is_noted(council: Council, worker: Desk) -> None:
    """L-07."""
    add(council, worker)
    page = share(council, worker, reader(council))
    assert "Nobody has talked it through with them yet." in page.text
    worker = comes_on(council, "2026-12-01")
    worker.opens(only_report(council))
    fields = {"with": reader(council).id, "by": "Grace", "how": "phone", "on": "2026-11-30"}
    page = worker.presses(f"{only_report(council)}/talked", **fields)
    assert "Talked through by Grace on 30 November 2026. By phone." in page.text
    for wrong in (
        {"with": ""},
        {"by": " "},
        {"how": "by letter"},
        {"on": "2026-12-24"},
        {"on": ""},
    ):
        some = {name: value for name, value in (fields | wrong).items() if value}
        page = worker.presses(f"{only_report(council)}/talked", expect=422, **some)
        assert page.with_class("govuk-error-summary")


def test_the_police_need_not(council: Council, worker: Desk) -> None:
    add(council, worker, role="police")
    page = share(council, worker, reader(council))
    assert "The police need not talk theirs through." in page.text
    assert "talked through yet" not in worker.opens("/").text


def test_one_that_was_shared_with_the_wrong_person_is_withdrawn(
    council: Council, worker: Desk
) -> None:
    add(council, worker)
    share(council, worker, reader(council), reader(council, "advocate"))
    page = worker.presses(f"{only_report(council)}/withdraw", reader=reader(council, "advocate").id)
    assert "withdrawn on" in page.text
    assert "Withdrawn. It leaves their phone when the phone next has signal." in page.text
    out = [one.reader.name for one in shared_in(council.store, council.case.id) if one.is_out]
    assert out == ["Hodan"]


def test_a_pdf_is_kept_and_given_out_only_to_be_saved(council: Council, worker: Desk) -> None:
    data = pdfs.pdf("Something that was written", "", more=b"%" + bytes(50))
    page = uploads(council, worker, data)
    assert "The phone gets the text, and the PDF to keep as a file." in page.text
    assert "Some pages have no text: 2." in page.text
    answer = worker.client.get(f"{only_report(council)}/original")
    assert answer.data == data
    assert answer.mimetype == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; sandbox")


def test_staff_are_told_when_the_text_goes_alone(council: Council, worker: Desk) -> None:
    data = drawn(text(A_LINE), change=noise_on)
    page = uploads(council, worker, data)
    assert "The PDF is too large for a phone, so its reader gets the text alone." in page.text


def test_a_page_in_doubt_is_looked_at_beside_its_picture_before_anybody_gets_it(
    council: Council, worker: Desk
) -> None:
    page = uploads(council, worker, (CASES / "redacted.pdf").read_bytes())
    assert "Page 1 Not looked at yet" in page.text
    assert "Its readers get the text alone." in page.text
    page = worker.opens(f"{only_report(council)}/look/{reader(council).id}")
    assert "Nobody can get this report before every page in doubt is looked at." in page.text
    worker.opens(only_report(council))
    path, hodan = f"{only_report(council)}/share", reader(council).id
    worker.presses(path, expect=422, reader=hodan, looked="yes", looked_at="nothing")
    assert not any(one.shared_on for one in shared_in(council.store, council.case.id))
    at_page = f"{only_report(council)}/pages/1"
    page = worker.opens(at_page)
    assert "They are left out." in page.text
    assert "Robin has been in school every day" in page.text
    assert "Marlowe" not in page.html
    picture = worker.client.get(f"{at_page}/picture")
    assert (picture.mimetype, picture.data[:4]) == ("image/png", b"\x89PNG")
    page = worker.presses(at_page)
    assert f"Looked at by {council.worker.name}." in page.text
    assert "Shared. It is on its way to: Hodan." in share(council, worker, reader(council)).text


def test_pages_in_doubt_are_looked_at_one_after_the_other(council: Council, worker: Desk) -> None:
    hidden = text("Unseen", y=500, more="3 Tr")
    data = drawn(text(A_LINE) + hidden, text(A_LINE), text("Another page of it") + hidden)
    uploads(council, worker, data)
    worker.opens(f"{only_report(council)}/pages/2", expect=404)
    worker.opens(f"{only_report(council)}/pages/1")
    page = worker.presses(f"{only_report(council)}/pages/1")
    assert page.heading.startswith("Page 3 of")
    assert "Another page of it" in page.text
    assert A_LINE not in page.text
    assert "Every page that had to be" in worker.presses(f"{only_report(council)}/pages/3").text
    assert "Looked at by" in worker.opens(f"{only_report(council)}/pages/3").text


def test_a_page_that_is_mostly_a_picture_is_looked_at(council: Council, worker: Desk) -> None:
    scan = "q 595 0 0 842 0 0 cm /Im Do Q\n"
    data = drawn(scan + text(A_LINE), change=partial(picture_on, shade=240))
    page = uploads(council, worker, data)
    page = worker.opens(f"{only_report(council)}/pages/1")
    assert "Words in a picture are not in the text." in page.text


def test_a_page_of_another_case_is_not_looked_at(
    council: Council, worker: Desk, stranger: Desk
) -> None:
    uploads(council, worker, (CASES / "redacted.pdf").read_bytes())
    stranger.opens(f"{only_report(council)}/pages/1", expect=404)
    assert stranger.client.get(f"{only_report(council)}/pages/1/picture").status_code == 404
    stranger.opens("/")
    stranger.presses(f"{only_report(council)}/pages/1", expect=404)


def test_pasted_text_is_what_is_shown_where_both_are_given(council: Council, worker: Desk) -> None:
    uploads(council, worker, pdfs.pdf("Lines all over the place"), text="In good order")
    [kept] = reports_of(council.store, council.case.id)
    assert (kept.text, kept.original_type) == (["In good order"], "application/pdf")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdfs.scan(), "it may be a scan"),
        (pdfs.locked(), "locked with a password"),
        (b"%PDF-1.7 nothing", "This PDF is damaged."),
        (b"PK\x03\x04" + bytes(99), "neither a PDF nor a text"),
        (b"%PDF-" + bytes(LARGEST), "This file is too large: 10 MB is the most."),
        (b"", "Pick a file that is not empty."),
    ],
    ids=["scan", "locked", "broken", "word", "large", "empty"],
)
def test_a_file_that_cannot_be_used_says_what_to_do(
    council: Council, worker: Desk, data: bytes, said: str
) -> None:
    page = uploads(council, worker, data, expect=422)
    [summary] = page.with_class("govuk-error-summary")
    assert said in " ".join(summary.text.split())
    assert "Or paste the text below." in summary.text
    assert page.value("title") == WHOLE["title"], "what was typed stays"
    assert reports_of(council.store, council.case.id) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " "),
        ("title", "x" * 201),
        ("writer", ""),
        ("role", "spy"),
        ("organisation", "x" * 201),
    ],
)
def test_what_is_not_filled_in_is_asked_for(
    council: Council, worker: Desk, field: str, value: str
) -> None:
    worker.opens(at(council, "/new"))
    page = worker.presses(at(council, "/new"), expect=422, **(WHOLE | {field: value}))
    [summary] = page.with_class("govuk-error-summary")
    assert [link.get("href") for link in summary.all("a")] == [f"#{field}"]


def test_a_large_form_is_taken_where_files_come_and_nowhere_else(
    council: Council, worker: Desk
) -> None:
    worker.opens(at(council, "/new"))
    much = bytes(2_000_000)
    assert sent_as_file(worker, at(council, "/new"), much, {}).status_code == 400, "no token"
    letter = f"/cases/{council.case.id}/letter"
    assert sent_as_file(worker, letter, much, {}).status_code == 413


def test_a_report_of_another_case_is_not_reached_through_mine(
    council: Council, worker: Desk, stranger: Desk
) -> None:
    add(council, worker)
    [report] = reports_of(council.store, council.case.id)
    through = f"/cases/{council.other_case.id}/reports/{report.id}"
    [own] = readers_of(council.store, council.other_case.id)
    for rest in ("", "/original", f"/look/{own.id}"):
        stranger.opens(through + rest, expect=404)
    stranger.opens("/")
    for rest in ("/share", "/withdraw", "/talked"):
        stranger.presses(through + rest, expect=404)
