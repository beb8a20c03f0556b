"""What is missing before publishing, in words."""

from youthvoice.record.language import _, ngettext
from youthvoice.record.plans import Action, Plan
from youthvoice.record.release import Missing
from youthvoice.record.release.clearing import LETTER, PLAN, items_in


def items_to_give(plan: Plan) -> list[tuple[str, str]]:
    """Everything that can be cleared for a reader, and how it is called."""
    around = _("What stands around the actions: the risk, visits, plan B, the next meetings")
    names = [_("The letter"), around, *map(_named, plan.actions)]
    return list(zip(items_in(plan), names, strict=True))


def item_name(item: str) -> str:
    """The letter, or what stands around the plan."""
    return {LETTER: _("The letter"), PLAN: _("The plan")}.get(item, item)


def _named(action: Action) -> str:
    return action.plain or action.action or action.worry or _("An action without words")


def missing_line(one: Missing) -> str:
    """One thing that stands in the way, as a sentence."""
    if one.what == "points":
        return ngettext(
            "Say what happened to one more thing that was said.",
            "Say what happened to %(num)s more things that were said.",
            one.count,
        )
    if one.what == "hidden_points":
        return ngettext(
            "One more thing waits for an answer by the worker.",
            "%(num)s more things wait for an answer by the worker.",
            one.count,
        )
    if one.what == "plain_words":
        actions = ", ".join(str(number) for number in one.actions)
        return _("Say these actions in plain words: %(actions)s.", actions=actions)
    return {
        "letter": _("Write the letter."),
        "too_long": _("The letter and the plan are too long for one sending. Make them shorter."),
    }.get(one.what, one.what)
