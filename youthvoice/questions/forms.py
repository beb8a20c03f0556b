"""Every form that there is, and whose it is."""

from youthvoice.questions.model import Form
from youthvoice.questions.reply import REPLY
from youthvoice.questions.views import VIEWS

FORMS = {form.id: form for form in (VIEWS, REPLY)}

MAIN = (VIEWS,)
"""Forms that an invitation asks somebody to fill in."""


def form_for(role: str) -> Form | None:
    """The form that readers of that role are invited to fill in."""
    return next((form for form in MAIN if role in form.roles), None)
