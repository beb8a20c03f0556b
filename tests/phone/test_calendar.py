"""A day as a calendar's file, read back by a real parser (RFC 5545): a name, a day, and no more."""

import json
import subprocess
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from youthvoice.places import ROOT

ASK = """
import { calendarOf, isDay, versionOf } from './static/phone/reading/calendar.js';
import { readFileSync } from 'node:fs';
const days = JSON.parse(readFileSync(0));
const now = new Date('2026-11-21T21:20:07.123Z');
const fileOf = (day) => calendarOf(day, { uid: 'u-1', sequence: day.sequence ?? 0 }, now);
const told = days.map((day) => ('name' in day ? fileOf(day) : isDay(day.on)));
process.stdout.write(JSON.stringify(told));
"""
VERSIONS = """
import { versionOf } from './static/phone/reading/calendar.js';
import { readFileSync } from 'node:fs';
const { before, days } = JSON.parse(readFileSync(0));
let version = before ?? undefined;
let ids = 0;
const told = days.map((day) => (version = versionOf(version, day, () => `u-${++ids}`)));
process.stdout.write(JSON.stringify(told));
"""
STARTS = {
    ("2027-01-11", "16:00"): datetime(2027, 1, 11, 16, 0),  # noqa: DTZ001 - floating on purpose
    ("2027-01-11", ""): date(2027, 1, 11),
    ("2028-02-29", "after school"): date(2028, 2, 29),
    ("2027-01-11", "25:00"): date(2027, 1, 11),
}
FIELDS = {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY"}
ENDS = {
    ("2027-01-11", "16:00"): datetime(2027, 1, 11, 17, 0),  # noqa: DTZ001 - floating on purpose
    ("2026-12-31", "23:30"): datetime(2027, 1, 1, 0, 30),  # noqa: DTZ001
    ("2027-03-28", "00:30"): datetime(2027, 3, 28, 1, 30),  # noqa: DTZ001 - clocks go forward
    ("2028-02-28", ""): date(2028, 2, 29),
    ("2026-12-31", "after school"): date(2027, 1, 1),
}
NAMES = [
    "Reminder",
    "Tea; cake, and a \\ slash",
    "two\nlines\r\nand three",
    "cut here " * 20,
    "ⵣ🙂é" * 40,
    "BEGIN:VALARM\r\nEND:VEVENT",
]


def asked(days: list[dict[str, Any]]) -> list[Any]:
    return run(ASK, days)


def run(script: str, given: Any) -> list[Any]:
    told = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        input=json.dumps(given).encode(),
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    found: list[Any] = json.loads(told.stdout)
    return found


def file_of(name: str, on: str = "2027-01-11", at: str = "16:00") -> str:
    [text] = asked([{"name": name, "on": on, "at": at}])
    return str(text)


def only_event(text: str) -> Any:
    calendar = Calendar.from_ical(text)
    assert calendar.errors == []
    [event] = calendar.subcomponents
    assert (event.errors, event.subcomponents) == ([], [])
    return event


@pytest.mark.parametrize(("on", "at"), STARTS)
def test_it_begins_then_by_the_clock_on_the_wall_or_takes_the_day(on: str, at: str) -> None:
    start = only_event(file_of("Reminder", on, at)).decoded("dtstart")
    assert (type(start), start) == (type(STARTS[on, at]), STARTS[on, at])
    assert getattr(start, "tzinfo", None) is None


@pytest.mark.parametrize(("on", "at"), ENDS)
def test_it_ends_an_hour_later_or_with_the_day(on: str, at: str) -> None:
    event = only_event(file_of("Reminder", on, at))
    end = event.decoded("dtend")
    assert (type(end), end) == (type(ENDS[on, at]), ENDS[on, at])
    assert event.decoded("dtstart") < end


def versions(*days: tuple[str, str], before: Any = None) -> list[tuple[str, int]]:
    given = {"before": before, "days": [{"on": on, "at": at} for on, at in days]}
    return [(one["uid"], one["sequence"]) for one in run(VERSIONS, given)]


def test_its_sequence_grows_when_the_day_moves_and_stays_when_it_does_not() -> None:
    """RFC 5545, 3.8.7.4. By it a calendar takes the newer of two files with one id."""
    first, second, third = ("2027-01-11", "16:00"), ("2027-01-11", "17:00"), ("2027-01-12", "17:00")
    days = [first, first, second, second, third, first]
    assert versions(*days) == [("u-1", n) for n in (0, 0, 1, 1, 2, 3)]
    text = asked([{"name": "Reminder", "on": "2027-01-11", "at": "", "sequence": 7}])[0]
    assert only_event(text)["sequence"] == 7


def test_what_an_older_version_put_there_is_replaced() -> None:
    assert versions(("2027-01-11", ""), ("2027-01-11", ""), before="old") == [("old", 1)] * 2


def test_it_says_no_more_than_its_name_and_its_day() -> None:
    """No place, nobody else, no alarm, no words about it, and not whose program made it."""
    text = file_of("Reminder")
    event = only_event(text)
    assert set(event) == FIELDS
    assert set(Calendar.from_ical(text)) == {"VERSION", "PRODID"}
    assert event.decoded("dtstamp") == datetime(2026, 11, 21, 21, 20, 7, tzinfo=UTC)
    assert event["uid"] == "u-1"
    assert "youth" not in text.lower()


@pytest.mark.parametrize("name", NAMES)
def test_any_name_comes_back_whole_and_can_bring_nothing_else_in(name: str) -> None:
    event = only_event(file_of(name))
    assert str(event["summary"]) == name.replace("\r\n", "\n")
    assert set(event) == FIELDS


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=60, max_size=90))
def test_every_line_is_as_long_as_it_may_be_and_no_letter_is_cut(names: list[str]) -> None:
    texts = asked([{"name": name, "on": "2027-01-11", "at": ""} for name in names])
    for name, text in zip(names, texts, strict=True):
        lines = text.encode().split(b"\r\n")
        assert lines.pop() == b""
        assert max(map(len, lines)) <= 75
        assert all(line.decode() and b"\n" not in line and b"\r" not in line for line in lines)
        assert str(only_event(text)["summary"]) == name


def test_only_days_that_there_are_can_go_into_a_calendar() -> None:
    days = ["2027-01-11", "2028-02-29", "2027-02-29", "2027-13-01", "soon", "", None, "2027-1-1"]
    assert asked([{"on": day} for day in days]) == [True, True, *[False] * 6]
