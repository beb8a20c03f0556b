"""Questions that wait, in words."""

from youthvoice.record.language import ngettext
from youthvoice.record.replies.waiting import Waiting
from youthvoice.record.wording import day


def waiting_line(waiting: Waiting) -> str:
    """How many questions wait, since when, and who is to answer."""
    return ngettext(
        "One question about the plan waits for an answer since %(day)s. %(name)s is to answer it.",
        "%(num)s questions about the plan wait for an answer, the oldest since %(day)s."
        " %(name)s is to answer them.",
        waiting.count,
        day=day(waiting.since),
        name=waiting.who,
    )
