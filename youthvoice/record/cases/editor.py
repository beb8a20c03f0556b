"""What stands in a posted form about a case, exactly as it was typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from youthvoice.record.cases import Case, Meeting, Number
from youthvoice.record.cases.numbers import understood
from youthvoice.record.language import _
from youthvoice.record.typed import wrong_day, wrong_time

WHICH = ("first", "review")
"""Which meeting it can be: reports are due earlier before a review (L-06)."""
LONGEST = 200
"""Characters in one line."""
MOST_LINES = 40


@dataclass(frozen=True)
class Details:
    """The fields of the form; `people` and `numbers` hold one thing in a line."""

    name: str = ""
    chair: str = ""
    on: str = ""
    at: str = ""
    place: str = ""
    which: str = ""
    people: str = ""
    numbers: str = ""
    revision: str = "0"

    @property
    def meeting(self) -> Meeting:
        """The meeting of a form that has no problems."""
        which = self.which or WHICH[0]
        return Meeting(self.on.strip(), self.at.strip(), one_line(self.place), which)

    @property
    def people_listed(self) -> list[str]:
        """The people, without empty lines."""
        return [one_line(line) for line in self.people.splitlines() if line.strip()]

    @property
    def numbers_listed(self) -> list[Number]:
        """The numbers of a form that has no problems."""
        lines = [line for line in self.numbers.splitlines() if line.strip()]
        return [number for line in lines if (number := _number(line))]


def read_details(sent: Mapping[str, str]) -> Details:
    """The form as it was typed."""
    return Details(**{field: sent.get(field, "") for field in Details.__annotations__})


def details_of(case: Case) -> Details:
    """The form as it stands before anything is changed."""
    return Details(
        on=case.meeting.on,
        at=case.meeting.at,
        place=case.meeting.place,
        which=case.meeting.which,
        people="\n".join(case.people),
        numbers="\n".join(f"{one.name}: {one.written}" for one in case.numbers),
        revision=str(case.revision),
    )


def problems_of(details: Details) -> dict[str, str]:
    """What cannot be kept of meeting, people and numbers, by field."""
    found = {
        "on": wrong_day(details.on.strip()),
        "at": wrong_time(details.at.strip()),
        "place": too_long(details.place),
        "which": "" if details.which in ("", *WHICH) else _("Say which meeting it is."),
        "people": _wrong_lines(details.people),
        "numbers": _wrong_lines(details.numbers) or _wrong_numbers(details.numbers),
    }
    return {field: wrong for field, wrong in found.items() if wrong}


def wrong_name(name: str) -> str:
    """What is wrong with somebody's first name; empty when nothing is."""
    return too_long(name) if name.strip() else _("Write a first name.")


def too_long(text: str) -> str:
    """What to say of a line that is too long; empty when it is not."""
    return _("Use %(most)s characters or fewer.", most=LONGEST) if len(text) > LONGEST else ""


def one_line(text: str) -> str:
    """The text without space around it, in one line."""
    return " ".join(text.split())


def _wrong_lines(text: str) -> str:
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        return _("Use %(most)s lines or fewer.", most=MOST_LINES)
    for place, line in enumerate(lines, 1):
        if too_long(line):
            return _("Line %(place)s: %(wrong)s", place=place, wrong=too_long(line))
    return ""


def _wrong_numbers(text: str) -> str:
    for place, line in enumerate(text.splitlines(), 1):
        if line.strip() and _number(line) is None:
            return _wrong_number(place, line)
    return ""


def _wrong_number(place: int, line: str) -> str:
    name, number = _parts(line)
    if name and any(sign.isdigit() for sign in number):
        return _(
            "Line %(place)s: “%(number)s” cannot ring from here."
            " Write all of it, as you would dial it: 020 7946 0101",
            place=place,
            number=number[:40],
        )
    return _(
        "Line %(place)s is not a name and a number. Write it like this: Duty team: 020 7946 0101",
        place=place,
    )


def _number(line: str) -> Number | None:
    name, typed = _parts(line)
    number = understood(typed)
    return Number(name, number) if name and number else None


def _parts(line: str) -> tuple[str, str]:
    name, _colon, number = line.rpartition(":")
    return one_line(name), one_line(number)
