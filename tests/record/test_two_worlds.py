"""Promise 6: what is private to some changes not a byte of what any other reader ever gets.

In every world happens the same story, in which everybody says something, is answered, gets and
loses something. A world of its own has other things happen between that, all of them private to
one or two people. For everybody else all that ever lies in their boxes is compared with what lies
there in the story alone: how many envelopes, in which order, when, how large, every byte.
"""

import os
import re
import sys
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.record.steps import (
    ADVOCATES,
    EVERYBODY,
    YOUNG,
    Step,
    action,
    approves,
    asks,
    changes,
    clears,
    does_it,
    hands_over,
    lets_read,
    letter,
    meeting,
    people,
    phone_revoked,
    published,
    published_for,
    report_back,
    report_for,
    report_talked,
    rotated,
    says,
    says_in,
    second_phone,
    somebody_joins,
    staff_answer,
    staff_see,
    takes_back,
)
from tests.record.worlds import READERS, First, Seen, World
from youthvoice.record.cases import change_case, readers_of
from youthvoice.record.owed import owe_reader
from youthvoice.record.plans import plan_of
from youthvoice.record.release import bundle
from youthvoice.record.release.clearing import items_in
from youthvoice.record.store import Store
from youthvoice.record.views import keep

PAIRS = int(os.environ.get("YOUTHVOICE_PAIRS", "200"))
"""Readers whose boxes are compared in two worlds; `make soak` takes 20,000."""
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Many worlds need no disk."""

STORY: list[Step] = [
    *(says(name, f"the words of {name}") for name in READERS),
    lets_read("Ruth", "worries", "letter"),
    lets_read("Omar", "good", "plan"),
    says_in("good", "good-proud", "my drawing", "Omar"),
    approves("Ruth", yes=True),
    letter("Dear Amina"),
    *(clears(name, "letter") for name in ("Hodan", "Omar")),
    *(staff_see(name) for name in READERS),
    *(staff_answer(name, "we heard") for name in READERS),
    published,
    action("b-for-hodan", "We will get lights"),
    clears("Hodan", "action:b-for-hodan"),
    report_for("Yusuf", "He helps."),
    second_phone("Hodan"),
    published,
    meeting("2026-12-08"),
    lets_read("Omar"),
    rotated,
    letter("Dear Amina, well done"),
    published,
]

SAID = st.sampled_from(["a secret", "my mother must not know", "x" * 5_000, "\u2067é"])
ANYBODY = st.sampled_from(sorted(READERS))
ADVOCATE = st.sampled_from(ADVOCATES)
YES = st.booleans()
KINDS: dict[str, st.SearchStrategy[Step]] = {
    "says": st.builds(lambda who, text, yes: says(who, text, said_yes=yes), ANYBODY, SAID, YES),
    "says in what was given": st.one_of(
        SAID.map(lambda text: says_in("worries", "worry-home", text, "Ruth")),
        SAID.map(lambda text: says_in("good", "good-proud", text, "Omar")),
    ),
    "changes": st.builds(changes, ANYBODY, SAID),
    "takes back": ANYBODY.map(takes_back),
    "approves": st.builds(lambda who, yes: approves(who, yes=yes), ADVOCATE, YES),
    "lets read": st.builds(
        lambda who, parts: lets_read(who, *parts),
        ADVOCATE,
        st.lists(st.sampled_from(["worries", "good", "letter", "plan"]), unique=True),
    ),
    "asks": st.just(asks),
    "task": st.just(hands_over()) | SAID.map(does_it),
    "seen": ANYBODY.map(staff_see),
    "answered": st.builds(staff_answer, ANYBODY, SAID),
    "action": st.builds(action, st.sampled_from(["a-before", "c-after"]), SAID),
    "cleared": st.builds(clears, ANYBODY.filter(lambda who: who != YOUNG), st.just("plan")),
    "report": st.builds(report_for, ANYBODY, SAID),
    "report back": ANYBODY.map(report_back),
    "report talked": ANYBODY.map(report_talked),
    "people": st.builds(people, SAID),
    "joins": st.sampled_from(["advocate", "parent"]).map(somebody_joins),
    "second phone": ANYBODY.map(second_phone),
    "phone revoked": ANYBODY.map(phone_revoked),
    "published": ANYBODY.map(published_for),
}


@st.composite
def worlds(draw: st.DrawFn) -> tuple[frozenset[str], list[list[Step]]]:
    """Whose secrets they are, and up to two of them before each step of the story."""
    whose = frozenset(draw(st.sets(ANYBODY, min_size=1, max_size=3)) | draw(st.just({YOUNG})))
    whose = whose if draw(YES) else whose - {YOUNG} or frozenset({YOUNG})
    one = st.one_of(*KINDS.values()).filter(lambda step: step.noticed <= whose)
    return whose, draw(st.lists(st.lists(one, max_size=2), max_size=len(STORY)))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> First:
    return First(tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="module")
def story(first: First) -> dict[str, list[Seen]]:
    return seen_by_all(first, [])


def test_what_is_private_to_some_shows_to_nobody_else(
    first: First, story: dict[str, list[Seen]]
) -> None:
    compared = 0

    @settings(
        max_examples=PAIRS // 2,
        suppress_health_check=list(HealthCheck),
        database=None,
        deadline=None,
        phases=[Phase.generate],
        report_multiple_bugs=False,
    )
    @given(worlds())
    def hold(drawn: tuple[frozenset[str], list[list[Step]]]) -> None:
        nonlocal compared
        whose, between = drawn
        seen = seen_by_all(first, between)
        for name in EVERYBODY - whose:
            assert seen[name] == story[name], name
            compared += 1

    hold()
    assert compared >= PAIRS // 2


def test_what_everybody_may_know_reaches_them(story: dict[str, list[Seen]]) -> None:
    """The worlds above are not equal because nothing arrives."""
    for name in READERS:
        told = b"".join(one.words for one in story[name])
        assert f"the words of {name}".encode() in told
        assert b"we heard" in told
        assert b"The club" in told
        assert b'"keys"' in told
        assert (b"Dear Amina, well done" in told) == (name != "Yusuf")
        assert (b"We will get lights" in told) == (name in (YOUNG, "Hodan", "Omar"))
    assert {one.box for one in story["Hodan"]} == {f"{1:032x}", f"{6:032x}"}


@pytest.mark.parametrize("who", ADVOCATES)
def test_one_advocate_hears_nothing_when_another_writes_or_is_answered(
    first: First, story: dict[str, list[Seen]], who: str
) -> None:
    """The fault that was found, by itself."""
    private = [says(who, "a secret"), approves(who, yes=False), staff_answer(who, "no")]
    other = next(name for name in ADVOCATES if name != who)
    seen = seen_by_all(first, [[]] * 8 + [private])
    assert seen[other] == story[other]
    assert seen[who] != story[who]


def test_a_second_phone_is_no_news_to_whoever_gets_one_later(
    first: First, story: dict[str, list[Seen]]
) -> None:
    """The first difference that was drawn: the world named boxes by how many all readers had."""
    seen = seen_by_all(first, [[second_phone("Ruth"), phone_revoked("Ruth"), second_phone("Ruth")]])
    assert {name for name in READERS if seen[name] != story[name]} == {"Ruth"}


def test_a_mark_at_what_she_has_not_said_yes_to_is_no_news_to_the_young_person(
    first: First,
) -> None:
    """It counts as hers once she says yes; before that only its author is told."""
    waits = [says("Ruth", "a secret")]
    asked = seen_by_all(first, [waits])
    read = seen_by_all(first, [[*waits, staff_see("Ruth")]])
    assert read[YOUNG][: len(asked[YOUNG])] == asked[YOUNG][: len(read[YOUNG])]
    assert read["Ruth"] != asked["Ruth"]


def test_the_check_notices_when_every_advocate_is_told(
    first: First, story: dict[str, list[Seen]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A deliberate breach, the fault as it was."""

    def tell_all(store: Store, case_id: str, **_more: object) -> None:
        for reader in readers_of(store, case_id):
            owe_reader(store, reader.id, "points")

    monkeypatch.setattr(keep, "tell_of_writing", tell_all)
    seen = seen_by_all(first, [[]] * 8 + [[says("Ruth", "a secret")]])
    assert seen["Omar"] != story["Omar"]


def test_the_check_notices_one_message_too_many(
    first: First, story: dict[str, list[Seen]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A deliberate breach: Hodan's phone hears something whenever Amina says something."""
    quiet = says(YOUNG, "a secret")
    told = Step("told", frozenset(), lambda w: owe_reader(w.store, w.readers["Hodan"].id, "points"))
    assert seen_by_all(first, [[]] * 6 + [[quiet]])["Hodan"] == story["Hodan"]
    assert seen_by_all(first, [[]] * 6 + [[quiet, told]])["Hodan"] != story["Hodan"]


@pytest.mark.parametrize(
    ("breach", "private"),
    [
        ("news", people("Jo Park")),
        ("items", action("a-before", "Talk about her mother")),
    ],
)
def test_the_check_notices_what_is_not_kept_apart(
    first: First,
    story: dict[str, list[Seen]],
    monkeypatch: pytest.MonkeyPatch,
    breach: str,
    private: Step,
) -> None:
    """Deliberate breaches: news for one is told to all; all items are cleared for everybody."""
    if breach == "news":
        monkeypatch.setattr(
            sys.modules[change_case.__module__], "about", lambda _store, case, _reader: case
        )
    else:
        items = lambda store, reader: set(items_in(plan_of(store, reader.case_id)))  # noqa: E731
        monkeypatch.setattr(sys.modules[bundle.__module__], "cleared_for", items)
    assert seen_by_all(first, [[]] * 6 + [[private]])["Hodan"] != story["Hodan"]


def seen_by_all(first: First, between: list[list[Step]]) -> dict[str, list[Seen]]:
    """All that ever lies in each box, when the story goes as it goes, with that between it."""
    with TemporaryDirectory(dir=IN_MEMORY) as folder:
        world = World(first, Path(folder) / "world.db")
        for known, private in zip_longest(STORY, between[: len(STORY)], fillvalue=()):
            for one in (*private, known):  # type: ignore[misc]
                one.do(world)
                world.settles()
            world.goes_on()
        world.close()
        return {name: with_ids_by_turn(seen) for name, seen in world.seen.items()}


def with_ids_by_turn(seen: list[Seen]) -> list[Seen]:
    """Random ids, which say nothing, told apart by when they first came to this reader."""
    turns: dict[bytes, int] = {}

    def turn(found: re.Match[bytes]) -> bytes:
        return b'"#%03d"' % turns.setdefault(found[0], len(turns))

    return [replace(one, words=RANDOM.sub(turn, one.words)) for one in seen]


RANDOM = re.compile(rb'"(?:[0-9a-f]{16}|[0-9a-f]{32})"')
