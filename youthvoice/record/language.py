"""Words in the language of whoever reads them, with types that Flask-Babel does not have."""

from datetime import date, datetime
from typing import Any

import flask_babel


def _(text: str, /, **words: Any) -> str:
    """The text in the reader's language, with `%(name)s` filled in."""
    return str(flask_babel.gettext(text, **words))


def ngettext(one: str, many: str, count: int, /, **words: Any) -> str:
    """The text for that many; `%(num)s` is the number."""
    return str(flask_babel.ngettext(one, many, count, **words))


def long_day(day: date) -> str:
    """The 21st of November as `21 November 2026`."""
    return str(flask_babel.format_date(day, "d MMMM y"))


def time_of_day(at: datetime) -> str:
    """`12:04`, in England's time."""
    return str(flask_babel.format_time(at, "HH:mm"))


def day_and_time(at: datetime) -> str:
    """`21 November 2026, 12:04`, in England's time."""
    return f"{flask_babel.format_datetime(at, 'd MMMM y')}, {time_of_day(at)}"
