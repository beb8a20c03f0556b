"""Reports: what a file gives, whether it comes in time, what a phone is told, no more."""

import base64
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests import pdfs
from tests.pdf.drawing import A_LINE, drawn, noise_on, text
from tests.record.conftest import Clock, People
from tests.record.looking import publish, share
from tests.record.phone import Phone
from youthvoice.envelope.words import Words
from youthvoice.record.alarms import alarms_for
from youthvoice.record.cases import Reader, add_reader, change_case, find_case
from youthvoice.record.house import House
from youthvoice.record.mailroom import round_trip
from youthvoice.record.readings import readings_of
from youthvoice.record.reports import (
    NewReport,
    Report,
    Shared,
    Standing,
    beside,
    find_report,
    keep_report,
    reports_of,
    shared_in,
    standing_of,
    talk_through,
    withdraw,
)
from youthvoice.record.reports.beside import BadFile
from youthvoice.record.reports.giving import NotLookedAt
from youthvoice.record.reports.report import Doubt, look_at, original_of
from youthvoice.record.reports.sharing import Talk
from youthvoice.record.reports.told import ROOM_FOR_TEXT, body_of
from youthvoice.record.reports.upload import LARGEST, take, take_text
from youthvoice.record.staff.access import NotYours
from youthvoice.record.store import Store

SCHOOL = NewReport(
    "School report", "Ms Begum", "school", "Park School", ["She comes.", "She tries."]
)
CASES = Path(__file__).parents[1] / "pdf" / "cases"
"""Small inputs that failed."""
LATE = date(2026, 12, 3)
"""One working day after what is due before a first meeting on Friday, 4 December 2026."""


def at(clock: Clock, day: date) -> None:
    clock.moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


@pytest.fixture
def mother(store: Store, people: People) -> Reader:
    return add_reader(store, people.case.id, "parent", "Hodan")


@pytest.fixture
def report(store: Store, people: People) -> Report:
    return keep_report(store, people.worker, people.case.id, SCHOOL)


@pytest.fixture
def claimed(house: House, invited: Callable[[Reader], Phone]) -> Callable[[Reader], Phone]:
    """A phone in use, with nothing left to read in its box."""

    def make(reader: Reader) -> Phone:
        phone = invited(reader)
        assert phone.claim() == 200
        round_trip(house)
        phone.reads()
        return phone

    return make


def give(store: Store, people: People, report: Report, *readers: Reader) -> None:
    share(store, people.worker, people.case.id, report.id, [one.id for one in readers])


def stands(store: Store, people: People, reader: Reader) -> Shared:
    [one] = [one for one in shared_in(store, people.case.id) if one.reader == reader]
    return one


def standing(store: Store, people: People) -> Standing:
    case = find_case(store, people.case.id)
    assert case
    return standing_of(store, case)


def says_read(phone: Phone, **words: object) -> None:
    assert phone.put(phone.seals({"kind": "read", "on": "2026-11-20"} | words)) == [201]


# What a file gives


def test_a_pdf_gives_its_text_in_paragraphs_and_says_which_pages_gave_none() -> None:
    page = "This line is as long as lines on this page ever get,\nand so goes on.\nThis is new."
    taken = take(pdfs.pdf(page, "", "- One (of two)\n- Two \\ and more"))
    assert taken.text == [
        "This line is as long as lines on this page ever get, and so goes on.",
        "This is new.",
        "- One (of two)",
        "- Two \\ and more",
    ]
    assert (taken.type, taken.blank_pages) == ("application/pdf", [2])


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"One\r\n\r\nTwo\r\nstill two", ["One", "Two\nstill two"]),
        (b"\xef\xbb\xbfWith a mark", ["With a mark"]),
        ("Wide\n\nłetters".encode("utf-16"), ["Wide", "łetters"]),
        ("An old caf\xe9".encode("cp1252"), ["An old café"]),
        (b"He wrote <script>alert(1)</script>", ["He wrote <script>alert(1)</script>"]),
    ],
    ids=["lines", "mark", "utf-16", "cp1252", "script"],
)
def test_a_text_file_gives_its_text_as_it_is(data: bytes, text: list[str]) -> None:
    assert take(data).text == text


WRONG = {
    "a scan": (pdfs.scan(), "no_text"),
    "one with a password": (pdfs.locked(), "locked"),
    "one that unfolds to 400 MB": (pdfs.swallower(), "heavy"),
    "one whose pages lead back to themselves": (pdfs.circle(), "broken"),
    "half of one": (pdfs.pdf("Words that are cut off")[:200], "broken"),
    "a name and nothing": (b"%PDF-1.4 " + bytes(1000), "broken"),
    "too many pages": (pdfs.pdf(*["A page of it"] * 151), "many_pages"),
    "a Word file": (b"PK\x03\x04" + bytes(100), "unknown"),
    "nothing": (b"", "empty"),
    "blanks": (b" \n\n ", "no_text"),
    "a large one": (b"%PDF-" + bytes(LARGEST), "large"),
    "a long one": (b"many words " * (ROOM_FOR_TEXT // 11), "long"),
}


@pytest.mark.parametrize(("data", "code"), WRONG.values(), ids=WRONG)
def test_a_file_of_which_nothing_can_be_made_says_why(data: bytes, code: str) -> None:
    with pytest.raises(BadFile) as wrong:
        take(data)
    assert wrong.value.code == code


@pytest.mark.parametrize("code", ["while True: pass", "import os; os.kill(os.getpid(), 9)"])
def test_a_file_that_takes_all_time_or_the_reader_with_it_takes_nobody_else(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What reads a file is another process: here it is one that never ends, and one that dies."""
    fake = tmp_path / "reader"
    fake.write_text(f"#!{sys.executable}\n{code}\n")
    fake.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(fake))
    monkeypatch.setattr(beside, "SECONDS", 1)
    with pytest.raises(BadFile) as wrong:
        take(pdfs.pdf("Words that would be there"))
    assert wrong.value.code == "heavy"


SOURCES = {
    "RTF": (CASES / "report.rtf").read_bytes(),
    "HTML": b"<!DOCTYPE html><p>Words",
    "a page of HTML": b"\n<html lang=en><body>Words",
    "a part of HTML": b"<div class='x'>Words</div>",
    "a script": b"<script>alert(1)</script>",
    "XML": b"<?xml version='1.0'?><w:document/>",
    "PostScript": b"%!PS-Adobe-3.0\n(Words) show",
    "TeX": b"\\documentclass{article}\nWords",
    "a mail": b"From: a@example.org\nSubject: Words\nMIME-Version: 1.0\n\nWords",
    "a calendar": b"BEGIN:VCALENDAR\nSUMMARY:Words",
}


@pytest.mark.parametrize("data", SOURCES.values(), ids=SOURCES)
def test_the_source_of_something_is_no_text(data: bytes) -> None:
    with pytest.raises(BadFile) as wrong:
        take(data)
    assert wrong.value.code == "unknown"


@pytest.mark.parametrize(
    "text", ["<3 is what she said", "From the start it went well.", "{a list} of things", "a < b"]
)
def test_a_text_that_only_begins_oddly_is_a_text(text: str) -> None:
    assert take(text.encode()).text == [text]


def test_signs_that_are_no_text_do_not_get_into_it() -> None:
    assert take_text("One\0\x1b[2J two\ud800") == ["One[2J two"]


# Kept for ever, shared by name


def test_a_report_is_kept_as_it_came(store: Store, people: People) -> None:
    data = pdfs.pdf("Something that was written")
    new = replace(SCHOOL, original=data, original_type="application/pdf", blank_pages=[2])
    kept = keep_report(store, people.worker, people.case.id, new)
    assert reports_of(store, people.case.id) == [kept] == [find_report(store, kept.id)]
    assert (kept.title, kept.writer, kept.text) == (new.title, new.writer, new.text)
    assert original_of(store, kept.id) == data
    assert original_of(store, "nothing") is None
    with pytest.raises(NotYours):
        keep_report(store, people.stranger, people.case.id, SCHOOL)


def test_nobody_has_it_before_somebody_chooses(
    store: Store, people: People, mother: Reader, report: Report
) -> None:
    assert not any(one.is_out for one in shared_in(store, people.case.id))
    give(store, people, report, mother)
    assert [one.reader for one in shared_in(store, people.case.id) if one.is_out] == [mother]


def test_who_has_no_part_in_the_case_can_do_nothing_with_it(
    store: Store, people: People, mother: Reader, report: Report
) -> None:
    by, case = people.stranger, people.case.id
    with pytest.raises(NotYours):
        share(store, by, case, report.id, [mother.id])
    with pytest.raises(NotYours):
        withdraw(store, by, case, report.id, mother.id)
    with pytest.raises(NotYours):
        talk_through(store, by, case, report.id, [mother.id], Talk("Me", "face", LATE))
    with pytest.raises(NotYours):
        share(store, people.worker, case, report.id, ["somebody of another case"])
    with pytest.raises(NotYours):
        share(store, people.worker, case, "another report", [mother.id])
    assert not any(one.shared_on for one in shared_in(store, case))


def test_that_it_was_shared_and_withdrawn_stays(
    store: Store, people: People, mother: Reader, report: Report, clock: Clock
) -> None:
    at(clock, date(2026, 11, 30))
    give(store, people, report, mother)
    at(clock, LATE)
    assert withdraw(store, people.worker, people.case.id, report.id, mother.id)
    assert not withdraw(store, people.worker, people.case.id, report.id, mother.id)
    one = stands(store, people, mother)
    assert (one.shared_on, one.withdrawn_on) == (date(2026, 11, 30), LATE)
    give(store, people, report, mother)
    again = stands(store, people, mother)
    assert (again.is_out, again.shared_on, again.withdrawn_on) == (True, LATE, None)


# In time


@pytest.mark.parametrize(
    ("which", "meeting", "due"),
    [
        ("first", "2026-12-04", date(2026, 12, 2)),
        ("review", "2026-12-04", date(2026, 11, 27)),
        ("first", "2026-12-08", date(2026, 12, 4)),
        ("first", "2026-12-30", date(2026, 12, 24)),
        ("review", "2027-01-05", date(2026, 12, 24)),
        ("first", "", None),
    ],
)
def test_reports_are_due_two_working_days_before_a_first_meeting_and_five_before_a_review(
    store: Store, people: People, which: str, meeting: str, due: date | None
) -> None:
    """L-06, N-08, with weekends and bank holidays."""
    moved = replace(people.case.meeting, on=meeting, which=which)
    change_case(store, people.case.id, meeting=moved)
    assert standing(store, people).due == due


@pytest.mark.parametrize(
    ("shared_on", "late"),
    [
        (date(2026, 12, 1), 0),
        (date(2026, 12, 2), 0),
        (date(2026, 12, 3), 1),
        (date(2026, 12, 4), 2),
        (date(2026, 12, 7), 3),
    ],
)
def test_what_is_shared_after_the_day_is_late_by_so_many_working_days(
    store: Store,
    people: People,
    mother: Reader,
    report: Report,
    clock: Clock,
    shared_on: date,
    late: int,
) -> None:
    at(clock, shared_on)
    give(store, people, report, mother)
    found = standing(store, people)
    assert found.late_by(shared_on) == late
    assert found.is_late == bool(found.late) == bool(late)


def test_a_weekend_after_the_day_is_late_as_well(store: Store, people: People) -> None:
    moved = replace(people.case.meeting, on="2026-12-08")
    change_case(store, people.case.id, meeting=moved)
    assert standing(store, people).late_by(date(2026, 12, 5)) == 1


def test_a_meeting_that_moves_changes_it(
    store: Store, people: People, mother: Reader, report: Report, clock: Clock
) -> None:
    at(clock, LATE)
    give(store, people, report, mother)
    assert standing(store, people).is_late
    change_case(store, people.case.id, meeting=replace(people.case.meeting, on="2026-12-07"))
    assert not standing(store, people).is_late
    review = replace(people.case.meeting, on="2026-12-07", which="review")
    change_case(store, people.case.id, meeting=review)
    assert standing(store, people).is_late


def test_what_is_not_shared_in_time_is_late_before_anybody_shares_it(
    store: Store, people: People, clock: Clock
) -> None:
    at(clock, date(2026, 12, 2))
    assert not standing(store, people).is_late
    at(clock, LATE)
    assert standing(store, people).is_late
    at(clock, date(2026, 12, 7))
    assert not standing(store, people).is_late, "the meeting is over, and there was no report"
    keep_report(store, people.worker, people.case.id, SCHOOL)
    assert standing(store, people).is_late


def test_everybody_but_the_police_is_to_talk_theirs_through(
    store: Store, people: People, mother: Reader, report: Report
) -> None:
    """L-07."""
    police = keep_report(store, people.worker, people.case.id, replace(SCHOOL, role="police"))
    give(store, people, report, mother)
    give(store, people, police, mother)
    waits = {one.report.id for one in shared_in(store, people.case.id) if one.waits_for_a_talk}
    assert waits == {report.id}
    talk = Talk("Ms Begum", "phone", LATE)
    talk_through(store, people.worker, people.case.id, report.id, [mother.id], talk)
    assert not any(one.waits_for_a_talk for one in shared_in(store, people.case.id))


# What a phone is told


def test_a_shared_report_comes_to_its_reader_and_to_nobody_else(
    store: Store,
    people: People,
    mother: Reader,
    report: Report,
    house: House,
    phone: Phone,
    claimed: Callable[[Reader], Phone],
) -> None:
    """Promise 6: the young person's phone gets no byte of it, not even a message."""
    phone.reads()
    hodan = claimed(mother)
    give(store, people, report, mother)
    round_trip(house)
    listed, body = hodan.reads()
    assert listed == {
        "kind": "reports",
        "serial": 1,
        "reports": [
            {
                "id": report.id,
                "title": "School report",
                "by": "Ms Begum",
                "role": "school",
                "organisation": "Park School",
                "shared_on": store.today().isoformat(),
                "talked": [],
            }
        ],
    }
    text = ["She comes.", "She tries."]
    assert body == {"kind": "report", "id": report.id, "serial": 1, "text": text, "pdf": None}
    talk = Talk("Ms Begum", "phone", LATE)
    talk_through(store, people.worker, people.case.id, report.id, [mother.id], talk)
    round_trip(house)
    assert hodan.reads_last("reports")["reports"][0]["talked"] == [
        {"by": "Ms Begum", "how": "phone", "on": "2026-12-03"}
    ]
    says_read(hodan, item="report", id=report.id)
    round_trip(house)
    assert phone.reads() == []


def test_one_that_is_withdrawn_is_in_no_list_any_more(
    store: Store,
    people: People,
    mother: Reader,
    report: Report,
    house: House,
    claimed: Callable[[Reader], Phone],
) -> None:
    hodan = claimed(mother)
    give(store, people, report, mother)
    withdraw(store, people.worker, people.case.id, report.id, mother.id)
    round_trip(house)
    assert [words["kind"] for words in hodan.reads()] == ["reports"], "its text never leaves"
    give(store, people, report, mother)
    round_trip(house)
    hodan.reads()
    withdraw(store, people.worker, people.case.id, report.id, mother.id)
    round_trip(house)
    assert hodan.reads() == [{"kind": "reports", "serial": 3, "reports": []}]


def test_a_phone_that_is_claimed_later_gets_what_its_reader_has(
    store: Store,
    people: People,
    mother: Reader,
    report: Report,
    house: House,
    invited: Callable[[Reader], Phone],
) -> None:
    give(store, people, report, mother)
    hodan = invited(mother)
    assert hodan.claim() == 200
    round_trip(house)
    assert {words["kind"] for words in hodan.reads()} == {"reports", "report"}


def test_the_pdf_goes_along_where_it_may_and_both_fit_and_the_text_goes_in_any_case(
    store: Store, people: People
) -> None:
    small, large = drawn(text(A_LINE)), drawn(text(A_LINE), change=noise_on)
    unseen = (CASES / "redacted.pdf").read_bytes()
    for data, goes in ((small, True), (large, False), (unseen, False)):
        taken = take(data)
        new = replace(SCHOOL, original=data, original_type=taken.type, copy=taken.copy)
        kept = keep_report(store, people.worker, people.case.id, new)
        words = body_of(store, kept, 1)
        assert (words["pdf"] is not None, words["text"]) == (goes, SCHOOL.text)
        if goes:
            assert base64.b64decode(words["pdf"]) == taken.copy != data


def test_nobody_gets_it_before_every_doubtful_page_is_looked_at(
    store: Store, people: People, mother: Reader
) -> None:
    doubts = [Doubt(1, ["hidden"], 0, 1), Doubt(3, ["order"], 1, 2)]
    report = keep_report(store, people.worker, people.case.id, replace(SCHOOL, doubts=doubts))
    for page in (1, 3):
        with pytest.raises(NotLookedAt):
            give(store, people, report, mother)
        with pytest.raises(NotYours):
            look_at(store, people.stranger, report, page)
        look_at(store, people.chair, report, page)
        look_at(store, people.worker, report, page)
    give(store, people, report, mother)
    [kept] = reports_of(store, people.case.id)
    assert kept.looked_at == {1: people.chair.name, 3: people.chair.name}, "who did first"
    assert stands(store, people, mother).is_out


# I have read it


@pytest.fixture
def hodan(
    store: Store,
    people: People,
    mother: Reader,
    report: Report,
    house: House,
    claimed: Callable[[Reader], Phone],
) -> Phone:
    """The mother's phone, with the report on it."""
    phone = claimed(mother)
    give(store, people, report, mother)
    round_trip(house)
    phone.reads()
    return phone


def test_she_says_that_she_has_read_it_and_inside_sees_it(
    store: Store, people: People, mother: Reader, report: Report, house: House, hodan: Phone
) -> None:
    says_read(hodan, item="report", id=report.id)
    says_read(hodan, item="report", id=report.id, on="2026-11-21")
    round_trip(house)
    assert stands(store, people, mother).read_on == date(2026, 11, 20), "the first counts"
    assert len(hodan.reads_last("receipt")["received"]) == 2
    assert alarms_for(store, people.worker) == []


def test_a_letter_and_a_plan_are_read_by_the_serial_that_brought_them(
    store: Store,
    people: People,
    house: House,
    phone: Phone,
    ready: Callable[[], None],
) -> None:
    ready()
    publish(store, people.chair, people.case.id)
    for item in ("letter", "plan"):
        says_read(phone, item=item, serial=1)
    round_trip(house)
    for item in ("letter", "plan"):
        read_on = readings_of(store, people.case.id, item)
        assert read_on == {(people.young_person.id, "1"): date(2026, 11, 20)}
    assert alarms_for(store, people.worker) == []


ODD: list[Words] = [
    {"item": "report", "id": "of somebody else"},
    {"item": "report", "id": ["list"]},
    {"item": "report"},
    {"item": "letter", "serial": 7},
    {"item": "plan", "serial": -1},
    {"item": "plan", "serial": 10**15},
    {"item": "letter", "serial": "²"},
    {"item": "diary", "serial": 1},
    {"item": ["report"]},
    {},
]


@pytest.mark.parametrize("words", ODD, ids=str)
def test_what_was_never_given_cannot_be_read_and_raises_an_alarm(
    store: Store, people: People, house: House, hodan: Phone, words: Words
) -> None:
    says_read(hodan, **words)
    round_trip(house)
    assert [one.code for one in alarms_for(store, people.worker)] == ["odd_reading"]
    assert store.rows("SELECT * FROM readings") == []
    assert hodan.reads_last("receipt")


def test_a_day_that_cannot_be_is_today(
    store: Store, people: People, mother: Reader, report: Report, house: House, hodan: Phone
) -> None:
    says_read(hodan, item="report", id=report.id, on="9999-12-31")
    round_trip(house)
    assert stands(store, people, mother).read_on == store.today()
