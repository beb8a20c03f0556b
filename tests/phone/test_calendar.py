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
import { calendarOf, isDay } from './static/phone/reading/calendar.js';
import { readFileSync } from 'node:fs';
const days = JSON.parse(readFileSync(0));
const now = new Date('2026-11-21T21:20:07.123Z');
const fileOf = (day) => calendarOf(day, 'u-1', now);
const told = days.map((day) => ('name' in day ? fileOf(day) : isDay(day.on)));
process.stdout.write(JSON.stringify(told));
"""
STARTS = {
    ("2027-01-11", "16:00"): datetime(2027, 1, 11, 16, 0),  # noqa: DTZ001 - floating on purpose
    ("2027-01-11", ""): date(2027, 1, 11),
    ("2028-02-29", "after school"): date(2028, 2, 29),
    ("2027-01-11", "25:00"): date(2027, 1, 11),
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
    told = subprocess.run(
        ["node", "--input-type=module", "-e", ASK],
        input=json.dumps(days).encode(),
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


def test_it_says_no_more_than_its_name_and_its_day() -> None:
    """No place, nobody else, no alarm, no words about it, and not whose program made it."""
    text = file_of("Reminder")
    event = only_event(text)
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "SUMMARY"}
    assert set(Calendar.from_ical(text)) == {"VERSION", "PRODID"}
    assert event.decoded("dtstamp") == datetime(2026, 11, 21, 21, 20, 7, tzinfo=UTC)
    assert event["uid"] == "u-1"
    assert "youth" not in text.lower()


@pytest.mark.parametrize("name", NAMES)
def test_any_name_comes_back_whole_and_can_bring_nothing_else_in(name: str) -> None:
    event = only_event(file_of(name))
    assert str(event["summary"]) == name.replace("\r\n", "\n")
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "SUMMARY"}


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
