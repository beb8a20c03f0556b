"""What one message, and one person, can put into the record; what is beyond is kept whole.

Whoever holds a phone, or has taken one, can write whatever fits into an envelope. Our own phones
never come near these bounds: the largest form asks 42 questions, and two for each action of a plan.
A message beyond them is kept word for word, as it came, with an alarm by which a person can read
it; it becomes no points, and its phone gets its receipt, since nothing of it is lost and sending
it again would change nothing.
"""

from typing import Any

from youthvoice.envelope.words import Words

MOST_ITEMS = 1_000
"""Of any list that becomes rows, such as the answers of one message."""
MOST_POINTS = 10_000
"""Of one person: thirty answers on every working day of a year are 7,600."""
LONGEST_WORD = 1_000
"""Characters of what is written down with every point: the form, the day, who was there."""

LISTS = ("answers", "parts", "given")
REPEATED = ("form", "written_on")
BESIDE = ("how", "who")


def is_too_much(words: Words) -> bool:
    """Whether a message holds more than becomes rows. Looks at its shape alone."""
    beside = words.get("beside")
    repeated = [words.get(name) for name in REPEATED]
    repeated += [beside.get(name) for name in BESIDE] if isinstance(beside, dict) else []
    given = words.get("given")
    lists = [words.get(name) for name in LISTS]
    lists += [one.get("parts") for one in _some(given) if isinstance(one, dict)]
    return any(_is_longer(one, MOST_ITEMS) for one in lists) or any(
        isinstance(one, str) and len(one) > LONGEST_WORD for one in repeated
    )


def _is_longer(found: Any, most: int) -> bool:
    return isinstance(found, list) and len(found) > most


def _some(found: Any) -> list[Any]:
    return found[:MOST_ITEMS] if isinstance(found, list) else []
