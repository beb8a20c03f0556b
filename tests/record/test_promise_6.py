"""Promise 6, the record's part: what is private changes not one byte of what a parent gets."""

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.record.conftest import Clock
from tests.record.phone import answer, views
from youthvoice.envelope.words import to_bytes
from youthvoice.record.cases import add_reader, find_case, open_case, young_person_of
from youthvoice.record.kinds import keep_words
from youthvoice.record.letters import Letter, save_letter
from youthvoice.record.plans import Action, Plan, save_plan
from youthvoice.record.release import bundle as bundle_of
from youthvoice.record.release import clear, publish, published
from youthvoice.record.release.bundle import bundle
from youthvoice.record.staff import add_staff
from youthvoice.record.store import Store, open_store
from youthvoice.record.views import give_outcome, mark_read, mark_talked, points_for

PRIVATE = [
    [],
    [answer("worry-home", "my father must not know")],
    [answer("who-not", "dad", "advocate"), answer("who-trust", "gran", "meeting")],
    [answer("not-known", "x" * 10_000), "odd"] * 3,
]
CLEARED = [set(), {"letter"}, {"plan"}, {"letter", "plan"}]


def what_a_parent_gets(file: Path, clock: Clock, private: list[Any], cleared: set[str]) -> bytes:
    """Everything that a parent's phone could be sent in that world, as bytes."""
    store = open_store(file, clock)
    worker, chair = add_staff(store, "Grace", "worker"), add_staff(store, "Siân", "chair")
    case = open_case(store, "Amina", worker, chair)
    parent = add_reader(store, case.id, "parent", "Hodan")
    say(store, case.id, private)
    plan = save_plan(store, chair, case.id, Plan(actions=[Action(action="Lights", plain="Lights")]))
    save_letter(store, chair, case.id, Letter("Dear Amina"))
    for item in ("letter", "plan"):
        clear(store, chair, case.id, parent.id, item, cleared=item in cleared)  # type: ignore[arg-type]
    for point in points_for(store, worker, case.id):
        mark_read(store, worker, [point.id])
        mark_talked(store, worker, [point.id])
        give_outcome(store, worker, point.id, "in_plan", "her father", plan.actions[0].id)
    before = to_bytes(bundle(store, parent.id))
    publish(store, chair, case.id)
    sent = [one.words for one in published(store, worker, case.id) if one.reader == parent]
    store.close()
    return before + b"".join(to_bytes(words) for words in sent)


def say(store: Store, case_id: str, private: list[Any]) -> None:
    reader = young_person_of(store, case_id)
    arrival = {
        "n": 1,
        "box": "",
        "id": "",
        "sha256": "",
        "raw": b"",
        "kept_at": "",
        "state": "kept",
    }
    with store.write() as database:
        database.table("arrivals").insert(arrival | {"state": "kept"})
        assert keep_words(store, reader, "ab" * 16, 1, views(*private)) == []
    assert len(points_for(store, _worker(store, case_id), case_id)) == len(private)


def _worker(store: Store, case_id: str) -> Any:

    case = find_case(store, case_id)
    assert case is not None
    return case.worker


def hold(folder: Path, clock: Clock, cleared: set[str]) -> bytes:
    worlds = [
        what_a_parent_gets(folder / f"{n}.db", clock, private, cleared)
        for n, private in enumerate(PRIVATE)
    ]
    assert set(worlds) == {worlds[0]}
    return worlds[0]


@pytest.mark.parametrize("cleared", CLEARED, ids=lambda items: "+".join(sorted(items)) or "none")
def test_worlds_that_differ_in_what_is_private_give_a_parent_the_same_bytes(
    tmp_path: Path, clock: Clock, cleared: set[str]
) -> None:
    given = hold(tmp_path, clock, cleared)
    assert (b"Dear Amina" in given) == ("letter" in cleared)
    assert (b"Lights" in given) == ("plan" in cleared)


def test_the_check_above_notices_one_number_that_depends_on_it(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:

    def leaks(store: Store, _case_id: str) -> int:
        return len(store.rows("SELECT id FROM points"))

    module = sys.modules[bundle_of.__module__]
    monkeypatch.setattr(module, "last_version", leaks)
    with pytest.raises(AssertionError):
        hold(tmp_path, clock, {"plan"})
