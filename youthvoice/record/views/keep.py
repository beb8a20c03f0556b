"""The answers of an opened envelope become points."""

import json
from typing import Any

from youthvoice.envelope.words import Words
from youthvoice.questions.answers import problems
from youthvoice.questions.forms import FORMS
from youthvoice.questions.model import Form
from youthvoice.record.access import choices_of, parts_of
from youthvoice.record.cases import Reader
from youthvoice.record.store import Row, Store
from youthvoice.record.views.approve import tell_authors, tell_of_writing


def odd_views(_store: Store, reader: Reader, words: Words) -> list[str]:
    """`unknown_kind` for one without answers, `not_for_this_reader` for a form of others."""
    if not isinstance(words.get("answers"), list):
        return ["unknown_kind"]
    form = _form(words)
    if reader.role not in (form.roles if form else {"young_person"}):
        return ["not_for_this_reader"]
    return []


def keep_views(store: Store, reader: Reader, envelope_id: str, words: Words) -> list[str]:
    """Each answer is a point, whatever is odd about it.

    `said_yes` in the words of an advocate says that the young person was there and said yes. From
    one who may read nothing any more it is not taken on trust: the young person is asked.
    """
    with store.write() as database:
        database.table("points").insert_all(_points(store, reader, envelope_id, words))
    if reader.role == "advocate":
        tell_of_writing(store, reader.case_id, counts=_said_yes(store, reader, words))
    elif reader.role == "young_person":
        tell_authors(store, reader.case_id, _replaced(words))
    return []


def _replaced(words: Words) -> set[str]:
    return {_text(answer, "instead_of") for answer in words["answers"]} - {""}


def _form(words: Words) -> Form | None:
    form_id = words.get("form")
    return FORMS.get(form_id) if isinstance(form_id, str) else None


def _points(store: Store, reader: Reader, envelope_id: str, words: Words) -> list[Row]:
    used: set[str] = set()
    said_yes = _said_yes(store, reader, words)
    return [
        {
            "id": _own_id(envelope_id, _text(answer, "question"), used),
            "envelope": envelope_id,
            "reader": reader.id,
            "case_id": reader.case_id,
            "form": _text(words, "form"),
            "question": _text(answer, "question"),
            "about": _text(answer, "about"),
            "audience": _text(answer, "audience"),
            "instead_of": _text(answer, "instead_of"),
            "taken_back": _is_set(answer, "taken_back"),
            "whose": _text(answer, "whose"),
            "beside": _json(_beside(words)),
            "urgent": _is_set(words, "urgent"),
            "said_yes": said_yes,
            "value": _json(answer.get("value") if isinstance(answer, dict) else answer),
            "problems": _json(_problems(_form(words), answer)),
            "written_on": _text(words, "written_on"),
            "received_on": _today(store),
        }
        for answer in words["answers"]
    ]


def _said_yes(store: Store, reader: Reader, words: Words) -> bool:
    return _is_set(words, "said_yes") and _is_trusted(store, reader)


def _is_trusted(store: Store, reader: Reader) -> bool:
    """An advocate from whom the young person has not taken everything back."""
    if reader.role != "advocate":
        return False
    return not choices_of(store, reader.id) or bool(parts_of(store, reader.id))


def _own_id(envelope_id: str, question: str, used: set[str]) -> str:
    """A question that stands twice in one envelope is kept twice."""
    point_id, times = f"{envelope_id}:{question}", 1
    while point_id in used:
        times += 1
        point_id = f"{envelope_id}:{question}#{times}"
    used.add(point_id)
    return point_id


def _problems(form: Form | None, answer: Any) -> list[str]:
    if not isinstance(answer, dict):
        return ["not_an_answer"]
    question = form.question(_text(answer, "question")) if form else None
    if _is_set(answer, "taken_back"):
        return []
    try:
        return problems(question, answer)
    except (TypeError, ValueError, AttributeError):
        return ["cannot_be_checked"]


def _text(found: Any, key: str) -> str:
    value = found.get(key) if isinstance(found, dict) else None
    return value if isinstance(value, str) else ""


def _is_set(found: Any, key: str) -> bool:
    return isinstance(found, dict) and found.get(key) is True


def _beside(words: Words) -> dict[str, str]:
    beside = words.get("beside")
    return {key: text for key in ("how", "who") if (text := _text(beside, key))}


def _today(store: Store) -> str:
    return store.today().isoformat()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
