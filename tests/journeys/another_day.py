"""The project as it is on another day: `python -m tests.journeys.another_day outside`.

One question is no longer asked and another is new. So the form, the document and with them the
version of the app are others than those that a phone has kept.
"""

from dataclasses import replace

from youthvoice.questions import views
from youthvoice.questions.model import Form, Question
from youthvoice.questions.views.good import GOOD

RETIRED = "good-proud"
NEW = Question("good-new", "words", "What is new?", "What is new:", "good.new")


def changed() -> Form:
    """The views with one question fewer and one more."""
    asked = tuple(replace(one, retired=one.id == RETIRED) for one in GOOD.questions)
    good = replace(GOOD, questions=(*asked, NEW))
    sections = tuple(good if one is GOOD else one for one in views.VIEWS.sections)
    return Form(views.VIEWS.id, views.VIEWS.roles, sections)


if __name__ == "__main__":
    views.VIEWS = changed()
    from youthvoice.commands import main

    main()
