"""What can be given, in words."""

from youthvoice.questions.views import VIEWS
from youthvoice.record.access.given import LETTER, PLAN
from youthvoice.record.language import _


def part_name(part: str) -> str:
    """A part as the young person's page calls it; one that we do not know as it was sent."""
    names = {section.id: _(section.title) for section in VIEWS.sections}
    return (names | {LETTER: _("The letter"), PLAN: _("The plan")}).get(part, part)
