"""The answers of an opened envelope become points."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from youthvoice.envelope.words import Words
from youthvoice.questions.answers import problems
from youthvoice.questions.forms import FORMS
from youthvoice.questions.model import Form
from youthvoice.record.access import choices_of, parts_of
from youthvoice.record.bounds import MOST_POINTS
from youthvoice.record.cases import Reader
from youthvoice.record.store import Row, Store
from youthvoice.record.views.approve import tell_authors, tell_of_writing


def odd_views(store: Store, reader: Reader, words: Words) -> list[str]:
    """`unknown_kind` for one without answers, `not_for_this_reader` for a form of others.

    `too_much` from somebody of whom there are as many points as one person can have.
    """
    if not isinstance(words.get("answers"), list):
        return ["unknown_kind"]
    form = _form(words)
    if reader.role not in (form.roles if form else {"young_person"}):
        return ["not_for_this_reader"]
    return ["too_much"] if _count(store, reader) + len(words["answers"]) > MOST_POINTS else []


def make_views(
    store: Store, reader: Reader, envelope_id: str, words: Words
) -> Callable[[], list[str]]:
    """Each answer is a point, whatever is odd about it: ready to be kept in a transaction.

    `said_yes` in the words of an advocate says that the young person was there and said yes. From
    one who may read nothing any more it is not taken on trust: the young person is asked. That is
    looked up in the transaction: it may have been taken back a moment ago.
    """
    return partial(_keep, store, reader, words, list(_points(reader, envelope_id, words)))


def _keep(store: Store, reader: Reader, words: Words, points: list[Row]) -> list[str]:
    said_yes = _said_yes(store, reader, words)
    own = {"said_yes": said_yes, "received_on": _today(store)}
    with store.write() as database:
        database.table("points").insert_all(point | own for point in points)
    if reader.role == "advocate":
        tell_of_writing(store, reader.case_id, counts=said_yes)
    elif reader.role == "young_person":
        tell_authors(store, reader.case_id, _replaced(words))
    return []


def _replaced(words: Words) -> set[str]:
    return {_text(answer, "instead_of") for answer in words["answers"]} - {""}


def _count(store: Store, reader: Reader) -> int:
    row = store.row("SELECT count(*) AS count FROM points WHERE reader = ?", [reader.id])
    return int(row["count"]) if row else 0


def _form(words: Words) -> Form | None:
    form_id = words.get("form")
    return FORMS.get(form_id) if isinstance(form_id, str) else None


def _points(reader: Reader, envelope_id: str, words: Words) -> Iterator[Row]:
    form, answers = _form(words), words["answers"]
    shared = {
        "envelope": envelope_id,
        "reader": reader.id,
        "case_id": reader.case_id,
        "form": _text(words, "form"),
        "beside": _json(_beside(words)),
        "urgent": _is_set(words, "urgent"),
        "written_on": _text(words, "written_on"),
    }
    for own_id, answer in zip(_own_ids(envelope_id, answers), answers, strict=True):
        yield shared | {"id": own_id} | _point(form, answer)


def _point(form: Form | None, answer: Any) -> Row:
    named = ("question", "about", "audience", "instead_of", "whose")
    return {name: _text(answer, name) for name in named} | {
        "taken_back": _is_set(answer, "taken_back"),
        "value": _json(answer.get("value") if isinstance(answer, dict) else answer),
        "problems": _json(_problems(form, answer)),
    }


def _said_yes(store: Store, reader: Reader, words: Words) -> bool:
    return _is_set(words, "said_yes") and _is_trusted(store, reader)


def _is_trusted(store: Store, reader: Reader) -> bool:
    """An advocate from whom the young person has not taken everything back."""
    if reader.role != "advocate":
        return False
    return not choices_of(store, reader.id) or bool(parts_of(store, reader.id))


def _own_ids(envelope_id: str, answers: list[Any]) -> Iterator[str]:
    """A question that stands twice in one envelope is kept twice.

    Each question's number goes on from where it was: counting from the start at each repetition
    would cost the square of them.
    """
    used: set[str] = set()
    times: dict[str, int] = {}
    for answer in answers:
        own_id = first = f"{envelope_id}:{_text(answer, 'question')}"
        while own_id in used:
            times[first] = times.get(first, 1) + 1
            own_id = f"{first}#{times[first]}"
        used.add(own_id)
        yield own_id


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
