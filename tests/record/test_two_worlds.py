"""Promise 6: two worlds that differ only in what is private give a mother the same, byte for byte.

Two thousand pairs of worlds. In both happens what Hodan may know of, at the same hours; between
that each has things of its own, drawn at random from all that she may not know. All that ever
lies in her box is compared: how many envelopes, in which order, when, how large, every byte.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.record.looking import publish, share
from tests.record.phone import answer, views
from tests.record.worlds import First, Seen, World
from youthvoice.record.cases import Meeting, add_reader, change_case
from youthvoice.record.letters import Letter, letter_of, save_letter
from youthvoice.record.owed import owe_reader
from youthvoice.record.plans import Action, plan_of, save_plan
from youthvoice.record.release import bundle, clear
from youthvoice.record.release.clearing import items_in
from youthvoice.record.reports import NewReport, keep_report
from youthvoice.record.views import give_outcome, mark_read, mark_talked, points_for
from youthvoice.record.views.point import Point

Step = Callable[[World], object]
FOR_HODAN = "b-for-hodan"
"""The action that she may read; others stand before it and after it."""
SHARDS = 4
PAIRS = 2_000 // SHARDS
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Thousands of worlds need no disk."""


# What Hodan may know of: the same in both worlds, at the same hours.


def hodan_says(world: World) -> None:
    words = views(answer("family-worry", "the bus stop")) | {"form": "family"}
    world.says("Hodan", words, "f" * 32)


def hodan_is_answered(world: World) -> None:
    for point in points_of(world, "Hodan"):
        mark_read(world.store, world.worker, [point.id])
        mark_talked(world.store, world.worker, [point.id])
        give_outcome(world.store, world.worker, point.id, "done", "we heard")
    world.has_news = True


def letter(text: str) -> Step:
    def write(world: World) -> None:
        revision = letter_of(world.store, world.case).revision
        save_letter(world.store, world.chair, world.case, Letter(text, revision))
        world.has_news = True

    return write


def action(plain: str) -> Step:
    def write(world: World) -> None:
        put(world, Action(action="Lights", plain=plain, who="Sam", id=FOR_HODAN))
        world.has_news = True

    return write


def cleared(*items: str) -> Step:
    def give(world: World) -> None:
        for item in items:
            allow(world, "Hodan", item)
        world.has_news = True

    return give


def meeting_moves(world: World) -> None:
    change_case(world.store, world.case, meeting=Meeting("2026-12-08", "15:00", "The club"))


def published(world: World) -> None:
    """Once every point has been answered."""
    for name in ("Amina", "Yusuf", "Hodan"):
        for point in points_of(world, name):
            if not point.outcome:
                how = "answered" if point.wants_answer else "done"
                give_outcome(world.store, world.worker, point.id, how, "for you alone")
    publish(world.store, world.worker, world.case)
    world.has_news = False


KNOWN: list[Step] = [
    hodan_says,
    letter("Dear Amina"),
    cleared("letter", "plan"),
    hodan_is_answered,
    published,
    action("We will get lights"),
    cleared(f"action:{FOR_HODAN}"),
    published,
    meeting_moves,
    letter("Dear Amina, well done"),
    published,
    action("We have got lights"),
    published,
]


# What she may not know of.


def amina_says(text: str, audience: str, *, urgent: bool) -> Step:
    return lambda world: world.says(
        "Amina", views(answer("worry-home", text, audience)) | {"urgent": urgent}
    )


def amina_changes(text: str) -> Step:
    def change(world: World) -> None:
        for point in points_of(world, "Amina")[-1:]:
            newer = answer("worry-home", text) | {"instead_of": point.envelope}
            world.says("Amina", views(newer))

    return change


def amina_takes_back(world: World) -> None:
    for point in points_of(world, "Amina")[:1]:
        back = {"question": "worry-home", "instead_of": point.envelope, "taken_back": True}
        world.says("Amina", views(back | {"audience": point.audience, "value": {}}))


def yusuf_says(text: str) -> Step:
    return lambda world: world.says(
        "Yusuf", views(answer("family-worry", text)) | {"form": "family"}
    )


def staff_see(name: str) -> Step:
    def mark(world: World) -> None:
        for point in points_of(world, name):
            mark_read(world.store, world.worker, [point.id])
            mark_talked(world.store, world.worker, [point.id])

    return mark


def staff_answer(name: str, why: str) -> Step:
    def say(world: World) -> None:
        for point in points_of(world, name):
            how = "answered" if point.wants_answer else "not_done"
            give_outcome(world.store, world.worker, point.id, how, why)

    return say


def people_suggested(*names: str) -> Step:
    return lambda world: change_case(world.store, world.case, people=names)


def private_action(own_id: str, plain: str) -> Step:
    return lambda world: put(world, Action(action="Talk", plain=plain, id=own_id))


def all_for(name: str) -> Step:
    def give(world: World) -> None:
        for item in items_in(plan_of(world.store, world.case)):
            allow(world, name, item)

    return give


def amina_replies(text: str) -> Step:
    """To an action that she may read, whether Hodan may or not."""

    def reply(world: World) -> None:
        for one in plan_of(world.store, world.case).actions[:1]:
            said = answer(f"reply-ask@{one.id}", text) | {"about": one.plain}
            world.says("Amina", views(said) | {"form": "reply"})

    return reply


def report_for(name: str, text: str) -> Step:
    def share_one(world: World) -> None:
        new = NewReport("School", "Ms Begum", "school", "The school", [text])
        kept = keep_report(world.store, world.worker, world.case, new)
        share(world.store, world.worker, world.case, kept.id, [world.readers[name].id])

    return share_one


def somebody_joins(name: str) -> Step:
    return lambda world: add_reader(world.store, world.case, "advocate", name)


def published_for_others(world: World) -> None:
    """While nothing that Hodan may read waits to be published."""
    if not world.has_news:
        published(world)


TEXTS = st.text(max_size=30) | st.sampled_from(["my mother must not know", "x" * 5_000])
SAID = TEXTS.filter(str.strip)
OTHERS = st.sampled_from(["Amina", "Yusuf"])
PRIVATE: st.SearchStrategy[Step] = st.one_of(
    st.builds(
        amina_says,
        SAID,
        st.sampled_from(["worker", "meeting", "advocate"]),
        urgent=st.booleans(),
    ),
    st.builds(amina_changes, SAID),
    st.just(amina_takes_back),
    st.builds(yusuf_says, SAID),
    st.builds(staff_see, OTHERS),
    st.builds(staff_answer, OTHERS, SAID),
    st.builds(people_suggested, SAID, SAID),
    st.builds(private_action, st.sampled_from(["a-before", "c-after"]), SAID),
    st.builds(amina_replies, SAID),
    st.builds(report_for, st.sampled_from(["Amina", "Yusuf", "Ruth"]), SAID),
    st.builds(all_for, st.sampled_from(["Yusuf", "Ruth"])),
    st.builds(somebody_joins, st.sampled_from(["Lena", "Omar"])),
    st.just(published_for_others),
)
BETWEEN = st.lists(st.lists(PRIVATE, max_size=2), max_size=len(KNOWN))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> First:
    return First(tmp_path_factory.mktemp("first"))


@pytest.mark.parametrize("shard", range(SHARDS))
def test_worlds_that_differ_in_what_is_private_give_hodan_the_same(
    first: First, shard: int
) -> None:
    @settings(
        max_examples=PAIRS,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        database=None,
    )
    @given(one=BETWEEN, other=BETWEEN)
    def hold(one: list[list[Step]], other: list[list[Step]]) -> None:
        assert seen_by_hodan(first, one) == seen_by_hodan(first, other)

    hold()


def test_what_she_may_know_reaches_her(first: First) -> None:
    """The worlds above are not equal because nothing arrives."""
    told = b"".join(one.words for one in seen_by_hodan(first, []))
    for known in ("Dear Amina, well done", "We have got lights", "The club", "we heard"):
        assert known.encode() in told


def told_of_every_point(world: World) -> None:
    owe_reader(world.store, world.readers["Hodan"].id, "points")


def test_the_check_notices_one_message_too_many(first: First) -> None:
    """A deliberate breach: Hodan's phone hears something whenever Amina says something."""
    quiet = amina_says("secret", "worker", urgent=False)
    assert seen_by_hodan(first, [[], [quiet]]) == seen_by_hodan(first, [])
    assert seen_by_hodan(first, [[], [quiet, told_of_every_point]]) != seen_by_hodan(first, [])


@pytest.mark.parametrize(
    ("breach", "private"),
    [
        ("news", people_suggested("Jo Park")),
        ("items", private_action("a-before", "Talk about her mother")),
    ],
)
def test_the_check_notices_what_is_not_kept_apart(
    first: First, monkeypatch: pytest.MonkeyPatch, breach: str, private: Step
) -> None:
    """Deliberate breaches: news for one is told to all; all items are cleared for everybody."""
    if breach == "news":
        monkeypatch.setattr(
            sys.modules[change_case.__module__], "about", lambda _store, case, _reader: case
        )
    else:
        items = lambda store, reader: set(items_in(plan_of(store, reader.case_id)))  # noqa: E731
        monkeypatch.setattr(sys.modules[bundle.__module__], "cleared_for", items)
    assert seen_by_hodan(first, [[], [private]]) != seen_by_hodan(first, [])


def seen_by_hodan(first: First, between: list[list[Step]]) -> list[Seen]:
    """All that ever lies in her box."""
    with TemporaryDirectory(dir=IN_MEMORY) as folder:
        world = World(first, Path(folder) / "world.db")
        for known, private in zip_longest(KNOWN, between[: len(KNOWN)], fillvalue=()):
            for step in (*private, known):  # type: ignore[misc]
                step(world)
                world.settles()
            world.goes_on()
        world.close()
        return world.seen["Hodan"]


def points_of(world: World, name: str) -> list[Point]:
    """As the worker sees them; what was changed or taken back is left out."""
    points = points_for(world.store, world.worker, world.case)
    return [point for point in points if point.reader.name == name and not point.change]


def allow(world: World, name: str, item: str) -> None:
    clear(world.store, world.chair, world.case, world.readers[name].id, item, cleared=True)


def put(world: World, action: Action) -> None:
    """Into the plan, by the order of its id, in the place of what it was."""
    plan = plan_of(world.store, world.case)
    others = [one for one in plan.actions if one.id != action.id]
    actions = sorted([*others, action], key=lambda one: one.id)
    save_plan(world.store, world.chair, world.case, replace(plan, actions=actions))
