"""What stands in a posted plan form: repeated fields, one of each for every action."""

from collections.abc import Callable
from dataclasses import fields, replace

from werkzeug.datastructures import MultiDict

from youthvoice.record.language import _
from youthvoice.record.plans import Action, Plan
from youthvoice.record.typed import is_day, wrong_day, wrong_time

Sent = MultiDict[str, str]

COLUMNS = tuple(field.name for field in fields(Action))
AROUND = tuple(field.name for field in fields(Plan) if field.type is str)
DAYS = {"on", "core_group_on", "review_on"}
TIMES = {"core_group_at", "review_at"}
ACTION_DAYS = {"start", "review"}
LONGEST = 10_000
"""Characters in one field."""


def read_plan(sent: Sent) -> Plan:
    """The plan exactly as it was typed, with the revision it was read from."""
    columns = {name: sent.getlist(f"action_{name}") for name in COLUMNS}
    count = max(len(values) for values in columns.values())
    actions = [
        Action(**{name: _at(values, place) for name, values in columns.items()})
        for place in range(count)
    ]
    around = {name: _text(sent.get(name, "")) for name in AROUND}
    return Plan(**around, actions=actions, revision=_whole(sent.get("revision", "")))


def rearrange(plan: Plan, wish: str) -> Plan:
    """The plan after `up-2`, `down-2` or `remove-2`; any other wish leaves it as it is."""
    verb, _dash, number = wish.partition("-")
    place = _whole(number) - 1
    if verb not in MOVES or not 0 <= place < len(plan.actions):
        return plan
    actions = list(plan.actions)
    MOVES[verb](actions, place)
    return replace(plan, actions=actions)


def problems_of(plan: Plan) -> dict[str, str]:
    """What cannot be saved, by the id of the field it stands in."""
    found = {name: _wrong_around(name, getattr(plan, name)) for name in AROUND}
    for number, action in enumerate(plan.actions, 1):
        for name in COLUMNS:
            found[f"action-{number}-{name}"] = _wrong_column(name, getattr(action, name))
        if is_day(action.start) and is_day(action.review) and action.review < action.start:
            wrong = _("Action %(number)s: the review date is before its start.", number=number)
            found[f"action-{number}-review"] = wrong
    return {where: what for where, what in found.items() if what}


def _wrong_around(name: str, text: str) -> str:
    if name in DAYS:
        return wrong_day(text)
    return wrong_time(text) if name in TIMES else _too_long(text)


def _wrong_column(name: str, text: str) -> str:
    return wrong_day(text) if name in ACTION_DAYS else _too_long(text)


def _too_long(text: str) -> str:
    return _("Use %(most)s characters or fewer.", most=LONGEST) if len(text) > LONGEST else ""


def _up(actions: list[Action], place: int) -> None:
    if place:
        actions.insert(place - 1, actions.pop(place))


def _down(actions: list[Action], place: int) -> None:
    actions.insert(place + 1, actions.pop(place))


def _remove(actions: list[Action], place: int) -> None:
    del actions[place]


MOVES: dict[str, Callable[[list[Action], int], None]] = {
    "up": _up,
    "down": _down,
    "remove": _remove,
}


def _at(values: list[str], place: int) -> str:
    return _text(values[place]) if place < len(values) else ""


def _text(value: str) -> str:
    return value.replace("\r\n", "\n")


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
