"""Much of one thing in a case: what a phone, a mailbox or years can make of it."""

import base64
import hashlib
from collections.abc import Callable
from typing import Any

from tests.record_pages.council import Council, answer
from youthvoice.envelope.words import Words
from youthvoice.record.alarms import raise_alarm
from youthvoice.record.cases import Reader, young_person_of
from youthvoice.record.duty import owe_notice
from youthvoice.record.plans import Action, plan_of, save_plan
from youthvoice.record.reports import NewReport, keep_report
from youthvoice.record.reports.sharing import Talk, talk_through
from youthvoice.record.tasks import finish, open_tasks
from youthvoice.record.views import mark_read, points_for

REPORT = NewReport("School report", "Ms Begum", "school", "", ["She comes every day."])


def young_person(council: Council) -> Reader:
    return young_person_of(council.store, council.case.id)


def views(answers: list[Any], **more: Any) -> Words:
    return {"kind": "views", "form": "views", "written_on": "2026-11-20", "answers": answers} | more


def same(question: str, count: int, **more: Any) -> list[dict[str, Any]]:
    """Answers to one question, over and over."""
    return [answer(question, str(n)) | more for n in range(count)]


def shared(council: Council, report: str) -> None:
    """As `share` leaves it, which wants a page that was looked at."""
    store, today = council.store, council.store.today().isoformat()
    row = {"report": report, "reader": young_person(council).id, "what": "shared"}
    row |= {"staff": council.worker.id, "happened_on": today, "noted_on": today}
    with store.write() as database:
        database.table("report_events").insert(row)


def answers(council: Council, n: int) -> None:
    """Many of one envelope to one question, and as many envelopes."""
    council.said(*same("worry-home", n))
    for one in range(n):
        council.said(answer("good-proud", str(one)))
    points = points_for(council.store, council.worker, council.case.id)
    mark_read(council.store, council.worker, [point.id for point in points])


def changes(council: Council, n: int) -> None:
    """One answer, changed again and again."""
    before = ""
    for one in range(n):
        before = council.said(answer("worry-home", str(one)) | {"instead_of": before})


def crowds(council: Council, n: int) -> None:
    """Many in one place, and many that want to take their place."""
    first = council.said(*same("worry-home", n))
    council.said(*same("worry-home", n, instead_of=first))
    council.sent(council.advocate, views(same("worry-home", n, instead_of=first)))


def circles(council: Council, n: int) -> None:
    """Each names the next, and the last the first."""
    ids = [f"{one:032x}" for one in range(n)]
    for own, named in zip(ids, ids[1:] + ids[:1], strict=True):
        council.sent(young_person(council), views(same("worry-home", 1, instead_of=named)), own)


def written_for(council: Council, n: int) -> None:
    """Much that an advocate wrote, to which yes was said many times, and much that waits."""
    written = council.sent(council.advocate, views(same("worry-home", n)))
    yes = {"envelope": written, "question": "worry-home", "yes": True}
    council.sent(young_person(council), {"kind": "approve", "answers": [yes] * n})
    council.said(*same("worry-home", n, instead_of=written))
    council.sent(council.advocate, views(same("good-proud", n)))


def choices(council: Council, n: int) -> None:
    """A mind changed many times about what an advocate may read."""
    for one in range(1, n + 1):
        parts = ["letter", "plan", "safe"][: one % 4]
        words: Words = {"kind": "access", "reader": council.advocate.id, "parts": parts, "n": one}
        council.sent(young_person(council), words)


def tasks(council: Council, n: int) -> None:
    """The same wish, answered and made again."""
    for _ in range(n):
        council.sent(young_person(council), {"kind": "ask", "what": "advocate"})
        [task] = open_tasks(council.store, council.worker, council.case.id)
        finish(council.store, council.worker, task, "She will ring you.")


def pieces(council: Council, n: int) -> None:
    """Many recordings in pieces, each named by an answer."""
    for one in range(n // 5):
        parts = [b"%d %d" % (one, at) for at in range(5)]
        whole = hashlib.sha256(b"".join(parts)).hexdigest()
        for at, data in enumerate(parts):
            piece = {"kind": "piece", "whole": whole, "at": at, "of": 5}
            council.sent(young_person(council), piece | {"data": base64.b64encode(data).decode()})
        voice = {"sha256": whole, "type": "audio/webm", "bytes": 99, "seconds": 5}
        council.said(answer("worry-home", {"text": "Listen", "voice": voice}))


def reports(council: Council, n: int) -> None:
    """Many reports, each shared and talked through."""
    store, case, reader = council.store, council.case.id, young_person(council)
    talk = Talk("Grace Adeyemi", "face", store.today())
    for one in range(n):
        report = keep_report(store, council.worker, case, REPORT)
        if one % 20 == 0:
            shared(council, report.id)
            talk_through(store, council.worker, case, report.id, [reader.id], talk)


def readings(council: Council, n: int) -> None:
    """“I have read it”, again and again."""
    store, case, reader = council.store, council.case.id, young_person(council)
    report = keep_report(store, council.worker, case, REPORT)
    shared(council, report.id)
    for _ in range(n):
        council.sent(reader, {"kind": "read", "item": "report", "id": report.id})


def scores(council: Council, n: int) -> None:
    """How safe it felt, many times."""
    for one in range(n):
        council.said(answer("safe-home", {"number": one % 11}))


def replies(council: Council, n: int) -> None:
    """Many actions, and a question about each."""
    store, case = council.store, council.case.id
    plan = plan_of(store, case)
    plan.actions.extend(Action(worry="The park", plain="Lights") for _ in range(n // 4))
    for action in save_plan(store, council.worker, case, plan).actions:
        asked = answer(f"reply-ask@{action.id}", "Why?") | {"about": "Lights"}
        council.said(asked, form="reply")


def alarms(council: Council, n: int) -> None:
    """Many alarms, of one kind and of many, and notices to the duty team."""
    for one in range(n):
        raise_alarm(council.store, "unknown_box", detail=str(one))
        raise_alarm(council.store, "does_not_open", reader=young_person(council).id)
        raise_alarm(council.store, f"kind_{one}", envelope=f"{one:032x}")
        owe_notice(council.store, young_person(council).id, council.said())


def wholes(council: Council, n: int) -> None:
    """Messages that became nothing, each with its alarm."""
    for _ in range(n):
        envelope = council.sent(young_person(council), {"kind": "later"})
        reader = young_person(council).id
        raise_alarm(council.store, "unknown_kind", reader=reader, envelope=envelope)


PILES: list[Callable[[Council, int], None]] = [
    *(answers, changes, crowds, circles, written_for, choices, tasks),
    *(pieces, reports, readings, scores, replies, alarms, wholes),
]
