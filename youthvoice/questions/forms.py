"""Every form that there is, and whose it is."""

from youthvoice.questions.family import FAMILY
from youthvoice.questions.model import Form, Section
from youthvoice.questions.reply import REPLY
from youthvoice.questions.views import VIEWS

MAIN = (VIEWS, FAMILY)
"""Forms that an invitation asks somebody to fill in."""

FORMS = {form.id: form for form in (*MAIN, REPLY)}


def form_for(role: str) -> Form | None:
    """The form that readers of that role are invited to fill in."""
    return next((form for form in MAIN if role in form.roles), None)


def sections() -> list[Section]:
    """Every section of the main forms once. One that stands in several comes after all others."""
    every = [section for form in MAIN for section in form.sections]
    return list(reversed(dict.fromkeys(reversed(every))))


def forms_with(section: Section) -> list[str]:
    """The ids of the main forms in which it stands."""
    return [form.id for form in MAIN if section in form.sections]
