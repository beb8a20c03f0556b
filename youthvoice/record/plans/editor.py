"""What stands in a posted plan form: repeated fields, one of each for every action."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

from werkzeug.datastructures import MultiDict

from youthvoice.record.language import _
from youthvoice.record.plans import Action, Plan

Sent = MultiDict[str, str]

COLUMNS = tuple(field.name for field in fields(Action))
ABOVE_AND_BELOW = ("name", "chair", "on", "visits", "core_group", "contingency", "review")
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
    around = {name: _text(sent.get(name, "")) for name in ABOVE_AND_BELOW}
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
    found = {name: _wrong(name, getattr(plan, name)) for name in ABOVE_AND_BELOW}
    for number, action in enumerate(plan.actions, 1):
        for name in COLUMNS:
            found[f"action-{number}-{name}"] = _wrong(name, getattr(action, name), DAYS)
        if _is_day(action.start) and _is_day(action.review) and action.review < action.start:
            wrong = _("Action %(number)s: the review date is before its start.", number=number)
            found[f"action-{number}-review"] = wrong
    return {where: what for where, what in found.items() if what}


DAYS = ("start", "review")


def _wrong(name: str, text: str, days: tuple[str, ...] = ("on",)) -> str:
    if name in days and text and not _is_day(text):
        return _("“%(text)s” is not a date. Write it like 2026-11-21.", text=text[:40])
    if len(text) > LONGEST:
        return _("Use %(most)s characters or fewer.", most=LONGEST)
    return ""


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


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
