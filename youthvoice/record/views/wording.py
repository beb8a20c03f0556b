"""A point's life and oddities in words."""

from youthvoice.questions.reply import LETTER, PLAN
from youthvoice.record.language import _
from youthvoice.record.views import Event, Point
from youthvoice.record.wording import day, role_name


def event_line(event: Event) -> str:
    """One step as a line: what, by whom, when. Why is told beside it, verbatim."""
    told = {"name": event.name, "role": role_name(event.role), "day": day(event.on)}
    if event.what == "received":
        return _("Arrived on %(day)s", **told)
    if event.what == "read":
        return _("Read by %(name)s, %(role)s, on %(day)s", **told)
    if event.what == "talked":
        return _("Talked about, says %(name)s, %(role)s, on %(day)s", **told)
    told["outcome"] = outcome_name(event.outcome)
    return _("%(outcome)s, says %(name)s, %(role)s, on %(day)s", **told)


def whose_line(point: Point) -> str:
    """Who was there when it was written, and whose words it is; empty where nothing was said."""
    how, who = point.beside.get("how", ""), point.beside.get("who", "")
    there = {
        "with": _("Written together with %(who)s.", who=who or _("somebody")),
        "for": _("Written down by %(who)s.", who=who or _("somebody")),
    }.get(how, "")
    return " ".join(part for part in (there, _whose(point)) if part)


def _whose(point: Point) -> str:
    """An advocate says it of the young person's words; everybody else of their own."""
    name = point.reader.name
    if point.reader.role == "advocate":
        own, theirs = _("The young person’s own words."), _("%(name)s’s words for them.", name=name)
    else:
        own, theirs = _("%(name)s’s own words.", name=name), _("The other person’s words.")
    together = _("Words that they found together.")
    return {"own": own, "together": together, "theirs": theirs}.get(point.whose, "")


def approval_line(point: Point) -> str:
    """Who wrote it for the young person, and whether they said yes; empty where it is their own."""
    if point.approval is None:
        return ""
    told = {"name": point.reader.name, "role": role_name(point.reader.role)}
    told["day"] = day(point.approval.on)
    said = {
        "waiting": _("The young person has not said yes to it yet: it does not count until then."),
        "there": _("%(name)s says that the young person was there and said yes.", **told),
        "yes": _("The young person said yes to it on %(day)s.", **told),
        "no": _("The young person said no to it on %(day)s.", **told),
    }[point.approval.state]
    return _("Written by %(name)s, %(role)s.", **told) + " " + said


def about_line(point: Point, numbers: dict[str, int]) -> str:
    """Which thing it is about; an action's own words as they were are told beside it, verbatim."""
    if point.subject in numbers:
        return _("About action %(number)s:", number=numbers[point.subject])
    return {
        "": "",
        PLAN: _("About the plan as a whole."),
        LETTER: _("About the letter."),
    }.get(point.subject, _("About an action that is not in the plan any more:"))


def outcome_name(outcome: str) -> str:
    """What happened to a point."""
    return {
        "in_plan": _("In the plan"),
        "done": _("Done"),
        "not_done": _("Not done"),
        "answered": _("Answered"),
    }.get(outcome, outcome)


def state_name(state: str) -> str:
    """How far a point has come."""
    return {
        "received": _("Not read yet"),
        "read": _("Read"),
        "talked": _("Talked about"),
        "outcome": _("Answered"),
    }[state]


def problem_line(code: str) -> str:
    """What is odd about an answer. It is kept as it was written all the same."""
    return {
        "unknown_question": _(
            "We do not know this question. It may be from an older or newer form."
        ),
        "unknown_audience": _("We do not know who this was for, so only the worker sees it."),
        "odd_about": _("It does not say properly which part of the plan it is about."),
        "not_a_value": _(
            "This does not look like an answer of ours. It is shown as it was written."
        ),
        "unknown_part": _(
            "A part of this does not belong to the question. It is shown as it was written."
        ),
        "wrong_type": _("This has another shape than we expect. It is shown as it was written."),
        "does_not_fit": _(
            "This is longer than the form allows, or not one of its choices."
            " It is shown as it was written."
        ),
    }.get(code, _("There is something odd about this. It is shown as it was written."))
