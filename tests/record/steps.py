"""What happens in a case, and who may notice it.

A `Step` names everybody in whose box it may show: its own author's and readers' boxes, and those to
whom somebody has given it. For everybody else it is private. Staff are nowhere here: what a chair
may see is held in `tests/record_pages/test_two_chairs.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.record.looking import publish, share
from tests.record.phone import answer, views
from tests.record.worlds import READERS, World
from youthvoice.record.cases import Meeting, add_reader, change_case
from youthvoice.record.letters import Letter, letter_of, save_letter
from youthvoice.record.plans import Action, plan_of, save_plan
from youthvoice.record.release import bundle, clear
from youthvoice.record.release.before import last_serial
from youthvoice.record.reports import NewReport, keep_report, reports_of, talk_through, withdraw
from youthvoice.record.reports.sharing import Talk
from youthvoice.record.tasks import finish, hand_to, open_tasks
from youthvoice.record.views import give_outcome, mark_read, mark_talked, points_for
from youthvoice.record.views.point import Point

YOUNG, ADVOCATES = "Amina", ("Ruth", "Omar")
EVERYBODY = frozenset(READERS)
FORMS = {"Hodan": "family", "Yusuf": "family"}


@dataclass(frozen=True)
class Step:
    """`do` it; only `noticed` may ever tell."""

    name: str
    noticed: frozenset[str]
    do: Callable[[World], object]

    def __repr__(self) -> str:
        return self.name


def step(name: str, *noticed: str) -> Callable[[Callable[[World], object]], Step]:
    return lambda do: Step(name, frozenset(noticed), do)


def owners(name: str) -> tuple[str, ...]:
    """Whose words they are: what an advocate writes is the young person's too."""
    return (name, YOUNG) if name in ADVOCATES else (name,)


# What comes from a phone.


def says(name: str, text: str, *, said_yes: bool = False) -> Step:
    """For the worker alone, so that it reaches no advocate by being given."""

    @step(f"{name} says {text[:9]!r}", *owners(name))
    def do(world: World) -> None:
        question = "family-worry" if name in FORMS else "worry-home"
        words = views(answer(question, text) | {"whose": "own"})
        world.says(name, words | {"form": FORMS.get(name, "views"), "said_yes": said_yes})

    return do


def says_in(section: str, question: str, text: str, given_to: str) -> Step:
    """In a section that she lets one advocate read, or did."""

    @step(f"Amina says in {section}", YOUNG, given_to)
    def do(world: World) -> None:
        world.says(YOUNG, views(answer(question, text, "advocate")))

    return do


def changes(name: str, text: str) -> Step:
    @step(f"{name} changes", *owners(name))
    def do(world: World) -> None:
        for point in points_of(world, name)[-1:]:
            newer = answer(point.question_id, text, point.audience)
            words = views(newer | {"instead_of": point.envelope})
            world.says(name, words | {"form": FORMS.get(name, "views")})

    return do


def takes_back(name: str) -> Step:
    @step(f"{name} takes back", *owners(name))
    def do(world: World) -> None:
        for point in points_of(world, name)[:1]:
            back = {"question": point.question_id, "instead_of": point.envelope}
            back |= {"taken_back": True, "audience": point.audience, "value": {}}
            world.says(name, views(back) | {"form": FORMS.get(name, "views")})

    return do


def approves(name: str, *, yes: bool) -> Step:
    @step(f"Amina says {'yes' if yes else 'no'} to {name}", name, YOUNG)
    def do(world: World) -> None:
        for point in points_of(world, name)[-1:]:
            one = {"envelope": point.envelope, "question": point.question_id, "yes": yes}
            world.says(YOUNG, {"kind": "approve", "answers": [one], "on": "2026-11-20"})

    return do


def lets_read(name: str, *parts: str) -> Step:
    """Nothing at all ends it."""

    @step(f"Amina lets {name} read {parts}", name, YOUNG)
    def do(world: World) -> None:
        n = len(world.store.rows("SELECT 1 FROM access")) + 1
        words = {"kind": "access", "reader": world.readers[name].id, "parts": list(parts), "n": n}
        world.says(YOUNG, words | {"on": "2026-11-20"})

    return do


@step("Amina asks for an advocate", YOUNG)
def asks(world: World) -> None:
    world.says(YOUNG, {"kind": "ask", "what": "advocate", "on": "2026-11-20"})


# What staff do.


def staff_see(name: str) -> Step:
    @step(f"staff see what {name} said", *owners(name))
    def do(world: World) -> None:
        for point in points_of(world, name):
            mark_read(world.store, world.worker, [point.id])
            mark_talked(world.store, world.worker, [point.id])

    return do


def staff_answer(name: str, why: str) -> Step:
    @step(f"staff answer {name}", *owners(name))
    def do(world: World) -> None:
        for point in points_of(world, name):
            how = "answered" if point.wants_answer else "not_done"
            give_outcome(world.store, world.worker, point.id, how, why)

    return do


def hands_over() -> Step:
    @step("a task is handed over", YOUNG)
    def do(world: World) -> None:
        for task in open_tasks(world.store, world.worker, world.case):
            hand_to(world.store, world.worker, task, world.chair.id)

    return do


def does_it(words: str) -> Step:
    @step("a task is done", YOUNG)
    def do(world: World) -> None:
        for task in open_tasks(world.store, world.worker, world.case):
            finish(world.store, world.chair, task, words)

    return do


def letter(text: str, *readers: str) -> Step:
    """`readers` are those who get it."""

    @step("the letter is written", YOUNG, *readers)
    def do(world: World) -> None:
        revision = letter_of(world.store, world.case).revision
        save_letter(world.store, world.chair, world.case, Letter(text, revision))

    return do


def action(own_id: str, plain: str, *readers: str) -> Step:
    """Omar reads the plan, for as long as she lets him."""

    @step(f"an action {own_id} is written", YOUNG, "Omar", *readers)
    def do(world: World) -> None:
        plan = plan_of(world.store, world.case)
        others = [one for one in plan.actions if one.id != own_id]
        mine = Action(action="Talk", plain=plain, who="Sam", id=own_id)
        actions = sorted([*others, mine], key=lambda one: one.id)
        save_plan(world.store, world.chair, world.case, replace(plan, actions=actions))

    return do


def clears(name: str, item: str) -> Step:
    @step(f"{item} is cleared for {name}", name)
    def do(world: World) -> None:
        if item in ("letter", "plan") or item in {
            f"action:{one.id}" for one in plan_of(world.store, world.case).actions
        }:
            reader = world.readers[name].id
            clear(world.store, world.chair, world.case, reader, item, cleared=True)

    return do


def report_for(name: str, text: str) -> Step:
    @step(f"a report is shared with {name}", name)
    def do(world: World) -> None:
        new = NewReport("School", "Ms Begum", "school", "The school", [text])
        kept = keep_report(world.store, world.worker, world.case, new)
        share(world.store, world.worker, world.case, kept.id, [world.readers[name].id])

    return do


def report_back(name: str) -> Step:
    @step(f"every report is withdrawn from {name}", name)
    def do(world: World) -> None:
        for one in reports_of(world.store, world.case):
            withdraw(world.store, world.worker, world.case, one.id, world.readers[name].id)

    return do


def report_talked(name: str) -> Step:
    @step(f"reports are talked through with {name}", name)
    def do(world: World) -> None:
        talk = Talk("Ms Begum", "phone", world.store.today())
        to = [world.readers[name].id]
        for one in reports_of(world.store, world.case):
            talk_through(world.store, world.worker, world.case, one.id, to, talk)

    return do


def people(*names: str) -> Step:
    @step("other people are suggested", YOUNG)
    def do(world: World) -> None:
        change_case(world.store, world.case, people=names)

    return do


def meeting(on: str) -> Step:
    @step("the meeting moves", *EVERYBODY)
    def do(world: World) -> None:
        change_case(world.store, world.case, meeting=Meeting(on, "15:00", "The club"))

    return do


def somebody_joins(role: str) -> Step:
    """Who is told of an advocate is the young person; of a parent nobody."""

    @step(f"a new {role}", *([YOUNG] if role == "advocate" else []))
    def do(world: World) -> None:
        add_reader(world.store, world.case, role, f"Lena {world.said}")  # type: ignore[arg-type]

    return do


def second_phone(name: str) -> Step:
    @step(f"a second phone for {name}", name)
    def do(world: World) -> None:
        world.gives_a_phone(name)

    return do


def phone_revoked(name: str) -> Step:
    @step(f"a phone of {name} is revoked", name)
    def do(world: World) -> None:
        world.takes_a_phone(name)

    return do


@step("keys are rotated", *EVERYBODY)
def rotated(world: World) -> None:
    world.keys = world.first.later_keys


@step("it is published", *EVERYBODY)
def published(world: World) -> None:
    """Once every point has been answered."""
    for point in points_for(world.store, world.worker, world.case):
        if not point.outcome and point.counts:
            how = "answered" if point.wants_answer else "done"
            give_outcome(world.store, world.worker, point.id, how, "for you alone")
    publish(world.store, world.worker, world.case)


def published_for(*names: str) -> Step:
    """While nothing waits to be published that anybody else would get.

    Advocates may notice: she may have let them read her letter or her plan.
    """

    @step(f"it is published for {names}", YOUNG, *ADVOCATES, *names)
    def do(world: World) -> None:
        others = [one for name, one in world.readers.items() if name not in (YOUNG, *names)]
        waiting = [one.name for one in others if has_news(world, one.id)]
        points = points_for(world.store, world.worker, world.case)
        waiting += [
            point.reader.name
            for point in points
            if not point.outcome and point.counts and point.reader in others
        ]
        if not waiting and letter_of(world.store, world.case).html:
            published.do(world)

    return do


def has_news(world: World, reader_id: str) -> bool:
    return bool(bundle(world.store, reader_id)["serial"] != last_serial(world.store, reader_id))


def points_of(world: World, name: str) -> list[Point]:
    """As the worker sees them; what was changed or taken back is left out."""
    points = points_for(world.store, world.worker, world.case)
    return [point for point in points if point.reader.name == name and not point.change]
