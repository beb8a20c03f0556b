"""Faces and words for the numbers of a scale, so that no number has to speak for itself."""

from dataclasses import dataclass

from youthvoice.questions.model import N_


@dataclass(frozen=True)
class Feeling:
    """How one or more numbers of a scale feel."""

    numbers: range
    words: str
    icon: str


FEELINGS = (
    Feeling(range(2), N_("Not safe at all"), "feels-1"),
    Feeling(range(2, 4), N_("Not very safe"), "feels-2"),
    Feeling(range(4, 7), N_("In between"), "feels-3"),
    Feeling(range(7, 9), N_("Quite safe"), "feels-4"),
    Feeling(range(9, 11), N_("Very safe"), "feels-5"),
)
"""Every number from 0 to `SAFEST` once, the least safe first."""


def feeling_of(number: int) -> Feeling | None:
    """How that number feels; None for one that no scale has."""
    return next((feeling for feeling in FEELINGS if number in feeling.numbers), None)
