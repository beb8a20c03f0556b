"""How reports stand, in words."""

from dataclasses import dataclass

from youthvoice.record.language import _, ngettext
from youthvoice.record.reports.sharing import Shared
from youthvoice.record.reports.standing import Standing
from youthvoice.record.wording import day


@dataclass(frozen=True)
class Line:
    """One sentence; `late` ones stand out."""

    text: str
    late: bool = False


def writer_name(role: str) -> str:
    """What somebody is who wrote a report."""
    return {
        "social_worker": _("social worker"),
        "school": _("school"),
        "health": _("health"),
        "police": _("police"),
        "youth_justice": _("youth justice"),
        "youth_work": _("youth work"),
        "other": _("somebody else"),
    }.get(role, role)


def how_name(how: str) -> str:
    """In which of the two ways it was talked through."""
    return {"face": _("Face to face"), "phone": _("By phone")}.get(how, how)


def wrong_file(code: str) -> str:
    """Why a file or a text cannot be used, and what to do instead."""
    paste = _("Or paste the text below.")
    said = {
        "large": _("This file is too large: 10 MB is the most. Save it again without pictures."),
        "empty": _("Pick a file that is not empty."),
        "locked": _("This PDF is locked with a password. Save it without one and pick it again."),
        "many_pages": _("This PDF has more than 150 pages. Share the part that they have to read."),
        "heavy": _("This PDF takes too long to read. Print it to a new PDF and pick that one."),
        "broken": _("This PDF is damaged. Ask whoever sent it to send it again."),
        "no_text": _(
            "There is no text in this: it may be a scan, which is a picture of a page. Ask"
            " whoever wrote it for the file that it was printed from."
        ),
        "long": _("This text is too long for one sending. Share it in two parts."),
        "unknown": _("This is neither a PDF nor a text. Save it as a PDF and pick that one."),
        "form": _(
            "This PDF is a form that only one program can show. Open it there, print it to a new"
            " PDF and pick that one."
        ),
    }
    return f"{said.get(code, said['broken'])} {paste}"


def why_doubtful(code: str) -> str:
    """Why a page must be looked at beside its picture (`youthvoice.pdf.DOUBTS`)."""
    return {
        "hidden": _("The file has words here that nobody can see on the page. They are left out."),
        "partly": _("Some letters are half covered or very faint. They are in the text."),
        "over": _("Words lie over one another."),
        "order": _("It has columns or a table. The text may be in another order."),
        "letters": _("Some letters have no name in the file. The text may have other ones."),
        "comments": _("There are comments that open on a press. They are not in the text."),
        "picture": _("Much of the page is a picture. Words in a picture are not in the text."),
    }[code]


def due_line(standing: Standing) -> str:
    """By when reports are to be there, and by which rule."""
    if standing.due is None:
        return _("The meeting has no day yet. Until it has one, nothing is due.")
    return _(
        "Reports are due on %(day)s, %(days)s working days before the meeting.",
        day=day(standing.due),
        days=standing.days,
    )


def case_lines(standing: Standing) -> list[Line]:
    """What a case's page and the list of cases say: late things first."""
    found = [_none_yet(standing)] if standing.meeting_is_ahead and not standing.shared else []
    found += [_unshared(standing, report.title) for report in standing.unshared]
    found += [_late(standing, one) for one in standing.late]
    in_time = len(standing.out) - len(standing.late)
    if in_time and standing.due:
        said = ngettext("One report shared on time.", "%(num)s reports shared on time.", in_time)
        found.append(Line(said))
    return found + _unread(standing.out)


def shared_line(standing: Standing, one: Shared) -> Line:
    """How one report stands with one reader."""
    if one.shared_on is None:
        return Line(_("Does not have it."))
    if one.withdrawn_on:
        since, until = day(one.shared_on), day(one.withdrawn_on)
        return Line(_("Shared on %(since)s, withdrawn on %(until)s.", since=since, until=until))
    on = _("Shared on %(day)s.", day=day(one.shared_on))
    late = standing.late_by(one.shared_on)
    if late:
        said = ngettext("That is one working day late.", "That is %(num)s working days late.", late)
        return Line(f"{on} {said}", late=True)
    return Line(f"{on} {_('That is on time.')}" if standing.due else on)


def talk_lines(one: Shared) -> list[str]:
    """Who talked it through with its reader, or that somebody has to (L-07)."""
    told = [
        _(
            "Talked through by %(by)s on %(day)s. %(how)s.",
            by=talk.by,
            day=day(talk.on),
            how=how_name(talk.how),
        )
        for talk in one.talked
    ]
    if told or not one.is_out:
        return told
    if one.report.is_talked_through:
        return [_("Nobody has talked it through with them yet.")]
    return [_("The police need not talk theirs through.")]


def _none_yet(standing: Standing) -> Line:
    late = standing.late_by(standing.today)
    assert standing.due is not None  # noqa: S101 - there is a meeting ahead
    if not late:
        return Line(_("No report is shared yet. Due on %(day)s.", day=day(standing.due)))
    said = ngettext(
        "No report is shared yet. They were due on %(day)s, one working day ago.",
        "No report is shared yet. They were due on %(day)s, %(num)s working days ago.",
        late,
        day=day(standing.due),
    )
    return Line(said, late=True)


def _unshared(standing: Standing, title: str) -> Line:
    late = standing.late_by(standing.today)
    if standing.due is None:
        return Line(_("“%(title)s” is not shared yet.", title=title))
    if not late:
        return Line(
            _("“%(title)s” is not shared yet. Due on %(day)s.", title=title, day=day(standing.due))
        )
    said = ngettext(
        "“%(title)s” is not shared yet. It was due on %(day)s, one working day ago.",
        "“%(title)s” is not shared yet. It was due on %(day)s, %(num)s working days ago.",
        late,
        title=title,
        day=day(standing.due),
    )
    return Line(said, late=True)


def _late(standing: Standing, one: Shared) -> Line:
    said = ngettext(
        "“%(title)s” was shared with %(name)s one working day late.",
        "“%(title)s” was shared with %(name)s %(num)s working days late.",
        standing.late_by(one.shared_on),
        title=one.report.title,
        name=one.reader.name,
    )
    return Line(said, late=True)


def _unread(out: list[Shared]) -> list[Line]:
    unread = sum(one.read_on is None for one in out)
    untalked = sum(one.waits_for_a_talk for one in out)
    found = []
    if unread:
        found.append(
            ngettext(
                "Shared and not read yet: one report.",
                "Shared and not read yet: %(num)s reports.",
                unread,
            )
        )
    if untalked:
        found.append(
            ngettext(
                "Shared and not talked through yet: one report.",
                "Shared and not talked through yet: %(num)s reports.",
                untalked,
            )
        )
    return [Line(text) for text in found]
