"""Telephone numbers as people write them, as they are kept, shown and dialled."""

import pytest

from youthvoice.record.cases import Number
from youthvoice.record.cases.editor import Details, problems_of
from youthvoice.record.cases.numbers import call, shown, text_to, understood

LONDON = "+442079460101"
WRITTEN = {
    "+44 (0)20 7946 0101": LONDON,
    "+44(0)2079460101": LONDON,
    "0044 20 7946 0101": LONDON,
    "0044 (0)20 7946 0101": LONDON,
    "020 7946 0101": LONDON,
    "(020) 7946-0101": LONDON,
    "020.7946.0101": LONDON,
    "020\u20117946\u20110101": LONDON,
    "٠٢٠ ٧٩٤٦ ٠١٠١": LONDON,
    "0800 1111": "+448001111",
    "07400 123456": "+447400123456",
    "+49 30 901820": "+4930901820",
    "999": "999",
    "111": "111",
    "101": "101",
    "116 123": "116123",
    "85258": "85258",
}
CANNOT_RING = [
    *("", "+", "020 7946", "07400 12345", "000", "12345", "0207946010123"),
    *("020 7946 0101 ext 5", "0800 CHILD", "+44 (0)20 7946", "+999 1234567", "07700 900123"),
    *("020 7946 0101;x=1", "tel:999", "020 7946 0101, 2", "1" * 41),
]
SHOWN = {
    LONDON: ("020 7946 0101", LONDON, ""),
    "+447400123456": ("07400 123456", "+447400123456", "+447400123456"),
    "+448001111": ("0800 1111", "08001111", ""),
    "+4930901820": ("+49 30 901820", "+4930901820", ""),
    "999": ("999", "999", ""),
    "111": ("111", "111", ""),
    "116123": ("116123", "116123", ""),
    "85258": ("85258", "", "85258"),
}


@pytest.mark.parametrize(("typed", "kept"), WRITTEN.items())
def test_a_number_is_understood_however_it_is_written(typed: str, kept: str) -> None:
    assert understood(typed) == kept
    assert understood(kept) == kept, "what is kept is understood as the same"
    assert understood(shown(kept)) == kept, "what is shown can be typed again"


@pytest.mark.parametrize("typed", CANNOT_RING)
def test_what_cannot_ring_is_refused(typed: str) -> None:
    assert understood(typed) is None


@pytest.mark.parametrize(("kept", "expected"), SHOWN.items())
def test_a_number_is_shown_as_people_write_it_and_dialled_so_that_it_rings(
    kept: str, expected: tuple[str, str, str]
) -> None:
    assert (shown(kept), call(kept), text_to(kept)) == expected


@pytest.mark.parametrize("typed", WRITTEN)
def test_one_that_was_kept_as_it_was_typed_is_dialled_like_any(typed: str) -> None:
    kept = WRITTEN[typed]
    assert Number("Duty team", typed) == Number("Duty team", kept)
    assert (shown(typed), call(typed), text_to(typed)) == (shown(kept), call(kept), text_to(kept))


def test_one_of_before_that_cannot_ring_is_shown_as_it_was_and_not_dialled() -> None:
    assert (shown("020 7946"), call("020 7946"), text_to("020 7946")) == ("020 7946", "", "")


def test_the_editor_keeps_one_form_and_shows_another() -> None:
    typed = Details(numbers="Duty team: +44 (0)20 7946 0101\nShout: 85258")
    assert problems_of(typed) == {}
    assert [one.number for one in typed.numbers_listed] == [LONDON, "85258"]


def test_the_editor_says_which_line_cannot_ring() -> None:
    wrong = problems_of(Details(numbers="Police: 101\nDuty team: 020 7946"))["numbers"]
    assert wrong.startswith("Line 2: “020 7946” cannot ring")
    wrong = problems_of(Details(numbers="Duty team"))["numbers"]
    assert "not a name and a number" in wrong
