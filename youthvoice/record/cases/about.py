"""What a phone is told about a case: who, when, where, whom to call."""

from youthvoice.envelope.words import Words
from youthvoice.questions.forms import form_for
from youthvoice.record.cases.area_words import area_words
from youthvoice.record.cases.case import Case, Number, find_case
from youthvoice.record.cases.numbers import call, text_to
from youthvoice.record.cases.readers import Reader, readers_of
from youthvoice.record.store import Store


def about(store: Store, case: Case, reader: Reader) -> Words:
    """For an invitation and for the message `about` alike.

    `people` is for young people, whose form asks whom they want there; `child` for everybody else,
    who may have an invitation for each of several children on one phone; the other of the two is
    empty. `form` is what they are asked to fill in: empty for whoever is asked nothing. The young
    person alone is told who the `advocates` are.
    """
    form, meeting = form_for(reader.role), case.meeting
    is_young = reader.role == "young_person"
    told = {
        "form": form.id if form else "",
        "worker": {"name": case.worker.name, "role": case.worker.role},
        "chair": {"name": case.chair.name},
        "meeting": {"on": meeting.on, "at": meeting.at, "place": meeting.place},
        "people": case.people if is_young else [],
        "child": "" if is_young else case.name,
        "numbers": [_number(one) for one in case.numbers],
    }
    return told | {"advocates": _advocates(store, case.id)} if is_young else told


def about_words(store: Store, reader: Reader) -> Words | None:
    """The message `about` as things are now; None for none.

    Its serial counts what was news to this reader, so that it tells nothing of news for others.
    """
    case = find_case(store, reader.case_id)
    if case is None:
        return None
    serial = about_serial(store, reader)
    words = area_words(store)
    return {"kind": "about", "serial": serial, "words": words} | about(store, case, reader)


def about_serial(store: Store, reader: Reader) -> int:
    """How many times something about the case was news to that reader."""
    row = store.row("SELECT about_serial FROM readers WHERE id = ?", [reader.id])
    return int(row["about_serial"]) if row else 0


def _number(one: Number) -> Words:
    """As it is written, and what is dialled to call or to text: empty where it takes none."""
    return {
        "name": one.name,
        "number": one.written,
        "call": call(one.number),
        "text": text_to(one.number),
    }


def _advocates(store: Store, case_id: str) -> list[Words]:
    found = [one for one in readers_of(store, case_id) if one.role == "advocate"]
    return [{"id": one.id, "name": one.name} for one in found]
