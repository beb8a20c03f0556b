"""Days and times as staff type them."""

import re
from datetime import date

from youthvoice.record.language import _

TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


def is_day(text: str) -> bool:
    """Whether it is an ISO day, such as `2026-11-21`."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def wrong_day(text: str) -> str:
    """What to say of it; empty for an ISO day and for nothing typed."""
    if not text or is_day(text):
        return ""
    return _("“%(text)s” is not a date. Write it like 2026-11-21.", text=text[:40])


def wrong_time(text: str) -> str:
    """What to say of it; empty for a time such as `16:00` and for nothing typed."""
    if not text or TIME.fullmatch(text):
        return ""
    return _("“%(text)s” is not a time. Write it like 16:00.", text=text[:40])
