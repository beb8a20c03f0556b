"""What is new in a publication since the one before, and what is not."""

import json
import subprocess
from typing import Any

import pytest

from youthvoice.places import ROOT

ASK = """
import { isNews, sinceThen } from './static/phone/reading/since.js';
import { readFileSync } from 'node:fs';
const [now, before] = JSON.parse(readFileSync(0));
const since = sinceThen(now, before ?? undefined);
process.stdout.write(JSON.stringify({ ...since, is_news: isNews(since) }));
"""
Words = dict[str, Any]

WALK: Words = {"id": "a1", "plain": "Jo walks with you", "who": "Jo", "progress": ""}
TALK: Words = {"id": "a2", "plain": "We talk to school", "who": "Grace", "review": "2027-01-11"}
LIGHT: Words = {"id": "a3", "plain": "The light is mended", "who": "The council"}
PLAN: Words = {"actions": [WALK, TALK], "visits": "Every week", "review_on": "2027-03-01"}
SAID: Words = {"envelope": "e1", "question": "q1", "outcome": "in_plan", "action": 2, "why": "Yes"}


def publication(**parts: Any) -> Words:
    letter = {"html": "<p>Hello</p>", "from": "Siân", "role": "chair", "on": "2026-12-01"}
    return {"letter": letter, "plan": PLAN, "happened": [SAID], **parts}


def since(now: Words, before: Words | None) -> Words:
    told = subprocess.run(
        ["node", "--input-type=module", "-e", ASK],
        input=json.dumps([now, before]).encode(),
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    found: Words = json.loads(told.stdout)
    return found


def marks(found: Words) -> Words:
    """Only what is marked."""
    lines = {name: mark for name, mark in found["lines"].items() if mark}
    some = {name: mark for name, mark in found.items() if mark and name in ("letter", "plan")}
    wholes = [action["whole"] for action in found["actions"]]
    assert found["is_news"] == bool(lines or some or any(wholes) or any(found["happened"]))
    return some | lines | {"actions": wholes, "happened": found["happened"]}


NOTHING: Words = {"actions": ["", ""], "happened": [""]}


@pytest.mark.parametrize("before", [None, publication()], ids=["the first", "the same again"])
def test_nothing_is_marked(before: Words | None) -> None:
    assert marks(since(publication(), before)) == NOTHING


def test_another_day_on_the_same_letter_is_no_news() -> None:
    again = publication()["letter"] | {"on": "2027-01-01"}
    assert marks(since(publication(letter=again), publication())) == NOTHING


CHANGES: dict[str, tuple[Words, Words]] = {
    "the letter says something else": (
        {"letter": {"html": "<p>Hello again</p>"}},
        {"letter": "changed"},
    ),
    "a line is there for the first time": ({"plan": PLAN | {"risk": "r"}}, {"risk": "new"}),
    "a line says something else": (
        {"plan": PLAN | {"review_at": "16:00"}},
        {"has_review": "changed"},
    ),
    "a line has gone": ({"plan": PLAN | {"visits": ""}}, {"plan": "changed"}),
    "an action came first": (
        {"plan": PLAN | {"actions": [LIGHT, WALK, TALK]}, "happened": [SAID | {"action": 3}]},
        {"actions": ["new", "", ""]},
    ),
    "an action has got further": (
        {"plan": PLAN | {"actions": [WALK | {"progress": "Twice"}, TALK]}},
        {"actions": ["changed", ""]},
    ),
    "an action has other words": (
        {"plan": PLAN | {"actions": [WALK, TALK | {"plain": "We talk to your teacher"}]}},
        {"actions": ["", "changed"]},
    ),
    "an action is no longer there": (
        {"plan": PLAN | {"actions": [TALK]}, "happened": [SAID | {"action": 1}]},
        {"plan": "changed", "actions": [""]},
    ),
    "something has another answer": (
        {"happened": [SAID | {"outcome": "done"}]},
        {"happened": ["changed"]},
    ),
    "something has its first answer": (
        {"happened": [SAID, SAID | {"question": "q2"}]},
        {"happened": ["", "new"]},
    ),
}


@pytest.mark.parametrize(("parts", "expected"), CHANGES.values(), ids=CHANGES)
def test_what_is_new_is_marked_and_nothing_else(parts: Words, expected: Words) -> None:
    assert marks(since(publication(**parts), publication())) == NOTHING | expected


def test_what_was_not_there_at_all_is_new_as_a_whole() -> None:
    before = publication(letter=None, plan=None, happened=[])
    found = marks(since(publication(), before))
    assert found == {
        "letter": "new",
        "plan": "new",
        "actions": ["", ""],
        "happened": ["new"],
    }


def test_actions_of_a_record_that_gave_no_ids_are_known_by_their_words() -> None:
    old = PLAN | {"actions": [{"plain": WALK["plain"], "who": "Jo"}]}
    assert marks(since(publication(), publication(plan=old)))["actions"] == ["", "new"]


def test_nothing_there_any_more_is_no_news() -> None:
    gone = {"letter": None, "plan": None, "happened": []}
    assert marks(since(gone, publication())) == {"actions": [], "happened": []}
