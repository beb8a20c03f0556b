"""Releasing: the gate, what each reader gets, and what is kept of it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.record.conftest import People
from tests.record.looking import publish
from tests.record.phone import Phone, answer
from youthvoice.record.cases import Reader, add_reader
from youthvoice.record.house import House
from youthvoice.record.letters import Letter, letter_of, save_letter
from youthvoice.record.mailroom import round_trip
from youthvoice.record.plans import Action, plan_of, save_plan
from youthvoice.record.release import (
    Missing,
    NotReady,
    bundle,
    clear,
    cleared_for,
    missing,
    preview,
    published,
)
from youthvoice.record.staff.access import NotYours
from youthvoice.record.store import Store
from youthvoice.record.views import give_outcome

Ready = Callable[[], None]


@pytest.fixture
def said(house: House, phone: Phone) -> dict[str, str]:
    sent = phone.says(
        answer("meeting-ask", "ask me", "meeting"), answer("worry-home", "shouting", "worker")
    )
    round_trip(house)
    phone.reads()
    return {"meeting": f"{sent}:meeting-ask", "worker": f"{sent}:worry-home"}


@pytest.fixture
def parent(store: Store, people: People) -> Reader:
    return add_reader(store, people.case.id, "parent", "Hodan")


def test_nothing_is_published_while_a_point_has_no_outcome(
    store: Store, people: People, said: dict[str, str], ready: Ready
) -> None:
    case = people.case.id
    assert missing(store, people.worker, case) == [
        Missing("points", 2, points=[said["worker"], said["meeting"]]),
        Missing("letter"),
    ]
    with pytest.raises(NotReady):
        publish(store, people.worker, case)
    ready()
    assert missing(store, people.worker, case) == []
    assert publish(store, people.chair, case)


def test_the_chair_is_told_how_many_wait_for_the_worker_and_no_more(
    store: Store, people: People, said: dict[str, str]
) -> None:
    save_letter(store, people.chair, people.case.id, Letter("Dear Amina"))
    give_outcome(store, people.chair, said["meeting"], "done")
    assert missing(store, people.chair, people.case.id) == [Missing("hidden_points", 1)]
    with pytest.raises(NotReady) as refused:
        publish(store, people.chair, people.case.id)
    assert refused.value.missing == [Missing("hidden_points", 1)]
    assert published(store, people.chair, people.case.id) == []


def test_an_action_without_plain_words_keeps_it_back(
    store: Store, people: People, ready: Ready
) -> None:
    ready()
    case, plan = people.case.id, plan_of(store, people.case.id)
    bare = [*plan.actions, Action(action="Convene a MACE panel", plain=" ")]
    save_plan(store, people.chair, case, replace(plan, actions=bare))
    assert missing(store, people.chair, case) == [Missing("plain_words", 1, actions=[2])]


def test_a_letter_that_says_nothing_keeps_it_back(
    store: Store, people: People, ready: Ready
) -> None:
    ready()
    revision = letter_of(store, people.case.id).revision
    save_letter(store, people.chair, people.case.id, Letter("<p> </p>", revision))
    assert missing(store, people.chair, people.case.id) == [Missing("letter")]


def test_what_does_not_fit_into_an_envelope_keeps_it_back(
    store: Store, people: People, ready: Ready
) -> None:
    ready()
    revision = letter_of(store, people.case.id).revision
    save_letter(store, people.chair, people.case.id, Letter("x" * 800_000, revision))
    assert missing(store, people.chair, people.case.id) == [Missing("too_long")]


def test_a_stranger_publishes_and_sees_nothing(
    store: Store, people: People, ready: Ready, parent: Reader
) -> None:
    ready()
    for ask in (missing, publish, published):
        with pytest.raises(NotYours):
            ask(store, people.stranger, people.case.id)
    with pytest.raises(NotYours):
        preview(store, people.stranger, people.young_person.id)
    with pytest.raises(NotYours):
        preview(store, people.worker, "nobody")
    with pytest.raises(NotYours):
        clear(store, people.stranger, people.case.id, parent.id, "letter", cleared=True)
    with pytest.raises(NotYours):
        clear(store, people.worker, people.case.id, "nobody", "letter", cleared=True)


def test_the_phone_gets_letter_plan_and_what_happened_to_every_point(
    house: House, store: Store, people: People, phone: Phone, said: dict[str, str], ready: Ready
) -> None:
    ready()
    give_outcome(store, people.chair, said["meeting"], "not_done", "there was no time")
    publish(store, people.chair, people.case.id)
    round_trip(house)
    got, today = phone.reads_last("publication"), store.today().isoformat()
    envelope = said["worker"].split(":")[0]
    assert got == {
        "kind": "publication",
        "serial": 1,
        "on": today,
        "meeting": "2026-12-04",
        "letter": {
            "from": "Siân Hughes",
            "role": "chair",
            "on": today,
            "html": "<p>Dear Amina</p>",
        },
        "plan": {
            "name": "Amina",
            "version": 1,
            "chair": "Siân Hughes",
            "on": "2026-12-04",
            "risk": "",
            "must_change": "",
            "if_not": "",
            "actions": [
                {
                    "id": plan_of(store, people.case.id).actions[0].id,
                    "worry": "The park",
                    "action": "Lights",
                    "plain": "We will get lights",
                    "who": "Sam",
                    "start": "",
                    "review": "",
                    "safe_enough": "",
                    "progress": "",
                }
            ],
            "visits": "",
            "visits_by": "",
            "core_group": "",
            "core_group_on": "",
            "core_group_at": "",
            "contingency": "",
            "review": "",
            "review_on": "",
            "review_at": "",
        },
        "happened": [
            {
                "envelope": envelope,
                "question": "worry-home",
                "outcome": "in_plan",
                "action": 1,
                "why": "we heard",
                "name": "Grace Adeyemi",
                "role": "worker",
                "on": today,
                "meeting": "2026-12-04",
            },
            {
                "envelope": envelope,
                "question": "meeting-ask",
                "outcome": "not_done",
                "action": 0,
                "why": "there was no time",
                "name": "Siân Hughes",
                "role": "chair",
                "on": today,
                "meeting": "2026-12-04",
            },
        ],
    }


def test_staff_see_what_the_reader_will_see_before_it_goes(
    store: Store, people: People, said: dict[str, str], ready: Ready
) -> None:
    ready()
    seen = preview(store, people.worker, people.young_person.id)
    assert (seen.words, seen.hidden) == (bundle(store, people.young_person.id), 0)
    assert publish(store, people.worker, people.case.id)[0].words == seen.words


def test_the_chair_sees_no_answer_to_a_point_that_is_not_theirs(
    store: Store, people: People, said: dict[str, str], ready: Ready
) -> None:
    ready()
    give_outcome(store, people.worker, said["worker"], "not_done", "her father must not know")
    shown = preview(store, people.chair, people.young_person.id)
    assert shown.hidden == 1
    sent = publish(store, people.chair, people.case.id)
    kept = published(store, people.chair, people.case.id)
    for words in (shown.words, sent[0].words, kept[0].words):
        assert [one["question"] for one in words["happened"]] == ["meeting-ask"]
        assert "father" not in repr(words)
    whole = published(store, people.worker, people.case.id)[0].words
    assert len(whole["happened"]) == 2


def test_a_question_sent_twice_for_different_people_shows_neither_to_the_chair(
    house: House, store: Store, people: People, phone: Phone, ready: Ready
) -> None:
    phone.says(answer("who-trust", "gran", "meeting"), answer("who-trust", "nobody", "worker"))
    round_trip(house)
    ready()
    assert preview(store, people.chair, people.young_person.id).words["happened"] == []
    assert preview(store, people.chair, people.young_person.id).hidden == 2


def test_every_version_is_kept_as_it_was(
    house: House, store: Store, people: People, phone: Phone, ready: Ready
) -> None:
    ready()
    first = publish(store, people.chair, people.case.id)
    revision = letter_of(store, people.case.id).revision
    save_letter(store, people.chair, people.case.id, Letter("Dear Amina, again", revision))
    second = publish(store, people.worker, people.case.id)
    assert published(store, people.worker, people.case.id) == [*second, *first]
    assert [one.by for one in (*second, *first)] == ["Grace Adeyemi", "Siân Hughes"]
    round_trip(house)
    got = phone.reads_last("publication")
    assert (got["serial"], got["plan"]["version"]) == (2, 1)
    assert got == second[0].words


def test_a_plan_without_actions_is_not_sent(store: Store, people: People) -> None:
    save_letter(store, people.chair, people.case.id, Letter("Dear Amina"))
    assert publish(store, people.chair, people.case.id)[0].words["plan"] is None


def test_a_parent_gets_nothing_until_somebody_clears_it(
    store: Store, people: People, parent: Reader, ready: Ready
) -> None:
    ready()
    sent = publish(store, people.chair, people.case.id)
    assert [one.reader for one in sent] == [people.young_person]
    assert cleared_for(store, parent) == set()


def test_a_parent_gets_what_was_cleared_and_nothing_about_points(
    house: House,
    store: Store,
    people: People,
    parent: Reader,
    said: dict[str, str],
    ready: Ready,
    invited: Callable[[Reader], Phone],
) -> None:
    case = people.case.id
    theirs = invited(parent)
    theirs.claim()
    round_trip(house)
    ready()
    clear(store, people.chair, case, parent.id, "letter", cleared=True)
    publish(store, people.chair, case)
    round_trip(house)
    got = theirs.reads()
    assert [words["kind"] for words in got] == ["publication"]
    assert got[0]["letter"]["html"] == "<p>Dear Amina</p>"
    assert (got[0]["plan"], got[0]["happened"]) == (None, [])
