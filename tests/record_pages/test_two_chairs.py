"""Promise 6 for the chair: numbers, never contents, of what is for the worker alone.

In two worlds the same things happen and private words differ; every page that the chair can open is
the same, byte for byte, also the one on which everything is looked at before it is published.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.record_pages.council import answer
from tests.record_pages.going_out import Desks, Kept, two_desks
from youthvoice.record.cases import readers_of
from youthvoice.record.letters import Letter, save_letter
from youthvoice.record.plans import Action, Plan, save_plan
from youthvoice.record.release import preview
from youthvoice.record.reports import NewReport, keep_report
from youthvoice.record.views import give_outcome, mark_read, points_for
from youthvoice.record.views.handles import handle

SECRETS = ["my mother must not know", "x" * 3_000, "<b>Zoë</b> \u2067", "12 Mill Lane"]
OURS = re.compile(r'name="(?:csrf_token|press|looked_at)" value="[^"]*"')
"""New on every page, whatever is on it."""


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Everything that a chair may know of is there."""
    with two_desks(tmp_path) as found:
        store, by, case = found.store, found.council.worker, found.council.case.id
        save_letter(store, by, case, Letter("Dear Amina"))
        save_plan(store, by, case, Plan(name="Amina", actions=[Action(plain="We walk")]))
        report = NewReport("School report", "Ms Begum", "school", "", ["She comes."])
        keep_report(store, by, case, report)
        yield found


def private(desks: Desks, words: str) -> None:
    """Said by everybody to the worker alone; read and answered by her, in her own words."""
    council, store = desks.council, desks.store
    for reader in readers_of(store, council.case.id):
        form = "family" if reader.role == "parent" else "views"
        question = "family-worry" if reader.role == "parent" else "worry-home"
        said = {"kind": "views", "form": form, "written_on": "2026-11-20"}
        council.sent(reader, said | {"answers": [answer(question, words, "worker")]})
    for point in points_for(store, council.worker, council.case.id):
        mark_read(store, council.worker, [point.id] if point.audience == "worker" else [])
        why = words if point.audience == "worker" else "It is done"
        give_outcome(store, council.worker, point.id, "not_done", why)


def seen_by_the_chair(desks: Desks, words: str) -> dict[str, str]:
    """Every page of the case, and of the desk, by its rule; in the end what is published."""
    here = Kept(desks)
    private(desks, words)
    seen = {path: page(desks, path) for path in addresses(desks)}
    desks.looks("chair")
    assert desks.publishes("chair")
    seen |= {f"then {path}": page(desks, path) for path in addresses(desks)}
    here.comes_back()
    return seen


def page(desks: Desks, path: str) -> str:
    answered = desks.people["chair"].client.get(path)
    return f"{answered.status_code} {OURS.sub('', answered.get_data(as_text=True))}"


def addresses(desks: Desks) -> list[str]:
    """From the map: every page that a chair can open, for each thing that she may know of."""
    council, store = desks.council, desks.store
    mine = points_for(store, council.chair, council.case.id)
    known = {
        "case_id": [council.case.id],
        "reader_id": [one.id for one in readers_of(store, council.case.id)],
        "report_id": [row["id"] for row in store.rows("SELECT id FROM reports")],
        "point": [handle(one) for one in mine],
    }
    rules = [rule for rule in council.app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    found: list[str] = []
    for rule in rules:
        if set(rule.arguments) <= set(known) and not rule.rule.startswith(("/static", "/healthz")):
            found += _each(rule.rule, sorted(rule.arguments), known)
    return found


def _each(rule: str, names: list[str], known: dict[str, list[str]]) -> list[str]:
    if not names:
        return [rule]
    put = [rule.replace(f"<{names[0]}>", value) for value in known[names[0]]]
    return [path for one in put for path in _each(one, names[1:], known)]


def test_what_is_private_changes_not_a_byte_of_what_a_chair_sees(desks: Desks) -> None:
    first, *others = [seen_by_the_chair(desks, words) for words in SECRETS]
    assert len(first) > 40
    assert sum(page.startswith("200 ") for page in first.values()) > 35
    for other in others:
        assert other == first
    assert "more answers are shown to Amina" in "".join(first.values())


def test_the_check_notices_an_answer_that_is_not_left_out(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A deliberate breach: the chair is shown what the worker alone may see."""
    monkeypatch.setattr(sys.modules[preview.__module__], "_hidden", lambda *_about: [])
    monkeypatch.setattr(
        "youthvoice.record.release.shown.points_for",
        lambda store, _by, case: points_for(store, desks.council.worker, case),
    )
    here = Kept(desks)
    private(desks, "12 Mill Lane")
    assert "12 Mill Lane" in page(desks, f"{desks.case}/release/look")
    here.comes_back()
