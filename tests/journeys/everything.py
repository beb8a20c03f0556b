"""Everything that a form asks, answered on a phone: walked from the form itself."""

from typing import Any

from playwright.sync_api import Locator

from tests.journeys.phone import Phone
from youthvoice.questions.kinds import KINDS, MOST_CHARACTERS
from youthvoice.questions.model import Form, Question

CANARY = "quetzalcanary"
"""Stands in every free text, and nowhere else on this machine."""

TEXTS = (
    "In plain English, with 'quotes' & an ampersand.",
    "With emoji 🙂👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿 and a\nnew line.",
    "بالعربية: أنا لا أشعر بالأمان في الشارع",
    "<script>alert('said')</script><img src=x onerror=alert(1)>",
    "Soomaali, Tiếng Việt, Cymraeg, \u2028 and \ttabs",
    "long " * (MOST_CHARACTERS // 5),
)


def text_for(form: Form, question: Question) -> str:
    """A free text for this question: of another sort each time, never over the limit."""
    at = [one.id for one in form].index(question.id)
    text = f"{CANARY} {question.id}: {TEXTS[at % len(TEXTS)]}"
    text = text[:MOST_CHARACTERS]
    return text if question.kind == "words" else text.replace("\n", " ")[:200]


def say_everything(phone: Phone, form: Form) -> dict[str, dict[str, Any]]:
    """Answer every question that comes, from the first to the last; gives what was answered."""
    said: dict[str, dict[str, Any]] = {}
    phone.start(form.sections[0].id)
    while True:
        shown = phone.page.locator("[data-question]:visible")
        if not shown.count():
            return said
        name = shown.get_attribute("data-question") or ""
        question = form.question(name)
        assert question
        said[name] = _answer(shown, form, question)
        phone.saved()
        phone.step()


def _answer(shown: Locator, form: Form, question: Question) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for part in [part for part in KINDS[question.kind].parts if part.field]:
        controls = shown.locator(f'[name="{question.id}-{part.key}"]')
        if part.key in ("text", "other"):
            if controls.count():
                controls.fill(text_for(form, question))
                value[part.key] = text_for(form, question)
        elif part.key in ("choices", "people"):
            picked = [control.get_attribute("value") for control in controls.all()]
            for control in controls.all():
                control.check(force=True)
            if picked:
                value[part.key] = picked
        else:
            wanted = _wanted(form, question)
            controls.and_(shown.locator(f'[value="{wanted}"]')).check(force=True)
            value[part.key] = wanted
    return value


def _wanted(form: Form, question: Question) -> str | int:
    """The choice that leads on to what depends on it."""
    if question.kind == "scale":
        return 7
    leading = [one.shown_when for one in form if one.shown_when]
    for when in leading:
        if when.question == question.id:
            return when.choices[0]
    return question.choices[0].id
