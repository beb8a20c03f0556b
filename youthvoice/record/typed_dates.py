"""A day or a time that is none is shown as it was typed, so that it can be put right."""

from contextlib import suppress
from datetime import datetime

FORMS = {"date": "%Y-%m-%d", "time": "%H:%M"}


def input_type(wanted: str, value: str | None) -> str:
    """The type of an input that is to show this value.

    A browser shows nothing in a field for a day that holds something else, and what somebody
    typed would seem to be gone; HTML forbids such a value.
    """
    if not value or wanted not in FORMS:
        return wanted
    with suppress(ValueError):
        read = datetime.strptime(value, FORMS[wanted])  # noqa: DTZ007 - read for its form alone
        if read.strftime(FORMS[wanted]) == value:
            return wanted
    return "text"
