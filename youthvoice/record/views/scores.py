"""How safe somebody felt, over time: each number with its day and its word, place by place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from youthvoice.questions.feelings import feeling_of
from youthvoice.questions.model import Translate
from youthvoice.record.views.point import Point

SOME = 2
"""So many scores of one place tell of time."""


@dataclass(frozen=True)
class Score:
    """What somebody picked, on the day it came, and how it feels."""

    on: date
    number: int
    words: str


@dataclass(frozen=True)
class Place:
    """`lead_in` stands above the scores, the oldest first."""

    lead_in: str
    scores: list[Score]


def scores_over_time(points: Sequence[Point], translate: Translate) -> list[Place]:
    """The places of which there are `SOME` scores or more among these points, in their order.

    What was changed later counts, for it was so then; what was taken back does not.
    """
    places: dict[tuple[str, str], Place] = {}
    for point in sorted(points, key=lambda point: (point.place, point.received_on)):
        score = _score(point, translate)
        if score:
            whose = (point.reader.id, point.question_id)
            place = places.setdefault(whose, Place(point.lead_in(translate), []))
            place.scores.append(score)
    return [place for place in places.values() if len(place.scores) >= SOME]


def _score(point: Point, translate: Translate) -> Score | None:
    is_scale = point.question is not None and point.question.kind == "scale"
    is_back = point.takes_back or (point.change and point.change.what == "taken_back")
    number = point.value.get("number") if isinstance(point.value, dict) else None
    if is_back or not is_scale or type(number) is not int:
        return None
    feeling = feeling_of(number)
    if feeling is None:
        return None
    return Score(point.received_on, number, translate(feeling.words))
