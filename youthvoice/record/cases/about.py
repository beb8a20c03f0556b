"""What a phone is told about a case: who, when, where, whom to call."""

from dataclasses import asdict

from youthvoice.envelope.words import Words
from youthvoice.questions.views import VIEWS
from youthvoice.record.cases.case import Case, find_case
from youthvoice.record.cases.readers import Reader
from youthvoice.record.store import Store


def about(case: Case, reader: Reader) -> Words:
    """For an invitation and for the message `about` alike.

    `people` is for whoever is asked for views, `child` for everybody else, who may have an
    invitation for each of several children on one phone; the other of the two is empty.
    """
    meeting, is_asked = case.meeting, reader.role in VIEWS.roles
    return {
        "worker": {"name": case.worker.name, "role": case.worker.role},
        "chair": {"name": case.chair.name},
        "meeting": {"on": meeting.on, "at": meeting.at, "place": meeting.place},
        "people": case.people if is_asked else [],
        "child": "" if is_asked else case.name,
        "numbers": [asdict(number) for number in case.numbers],
    }


def about_words(store: Store, reader: Reader) -> Words | None:
    """The message `about` as things are now. Its serial is the case's revision; None for none."""
    case = find_case(store, reader.case_id)
    if case is None:
        return None
    return {"kind": "about", "serial": case.revision} | about(case, reader)
