"""What is missing before publishing, in words."""

from youthvoice.record.language import _, ngettext
from youthvoice.record.release import Missing


def item_name(item: str) -> str:
    """A thing that can be cleared for a reader."""
    return {"letter": _("letter"), "plan": _("plan")}[item]


def missing_line(one: Missing, name: str) -> str:
    """One thing that stands in the way, as a sentence; `name` is the young person's."""
    if one.what == "points":
        return ngettext(
            "Say what happened to one more thing that %(name)s said.",
            "Say what happened to %(num)s more things that %(name)s said.",
            one.count,
            name=name,
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
