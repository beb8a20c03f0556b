"""What a young person is told of what they asked for."""

from youthvoice.envelope.words import Words
from youthvoice.record.cases import Reader
from youthvoice.record.owed import next_serial
from youthvoice.record.store import Store
from youthvoice.record.tasks.task import Task, all_tasks


def asked_words(store: Store, reader: Reader) -> Words | None:
    """The message `asked`: every wish with who does it, or who did and what they say."""
    if reader.role != "young_person" or not (tasks := all_tasks(store, reader.case_id)):
        return None
    serial = next_serial(store, reader.id, "asked")
    return {"kind": "asked", "serial": serial, "asked": [_told(task) for task in tasks]}


def _told(task: Task) -> Words:
    return {
        "what": task.what,
        "on": task.since.isoformat(),
        "name": task.staff.name,
        "role": task.staff.role,
        "done_on": task.done_on.isoformat() if task.done_on else "",
        "words": task.words,
    }
