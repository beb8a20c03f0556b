"""Answers to the plan: kept with what they are about, beside their action, questions answered."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.record.conftest import Clock, People
from tests.record.looking import publish
from tests.record.phone import Phone, answer, views
from youthvoice.record.cases import Reader, add_reader
from youthvoice.record.house import House
from youthvoice.record.mailroom import round_trip
from youthvoice.record.plans import Action, plan_of, save_plan
from youthvoice.record.release import missing
from youthvoice.record.replies import Waiting, questions_waiting, replies_by_subject
from youthvoice.record.staff.access import NotYours
from youthvoice.record.store import Store
from youthvoice.record.views import BadOutcome, Point, give_outcome, points_for

PLAIN = "We will get lights"


def thinks(action: str, choice: str, text: str = "", audience: str = "worker") -> dict[str, object]:
    value = {"choice": choice} | ({"text": text} if text else {})
    question = f"reply-think@{action}"
    return {"question": question, "audience": audience, "value": value, "about": PLAIN}


def asks(action: str, text: str, audience: str = "worker") -> dict[str, object]:
    value = {"choice": "who", "text": text}
    question = f"reply-ask@{action}"
    return {"question": question, "audience": audience, "value": value, "about": PLAIN}


def replies(phone: Phone, *answers: object) -> None:
    sealed = phone.seals(views(*answers) | {"form": "reply"})
    assert phone.put(sealed) == [201]


@pytest.fixture
def action(store: Store, people: People, phone: Phone, ready: Callable[[], None]) -> str:
    """The id of the action in a plan that Amina has."""
    ready()
    publish(store, people.chair, people.case.id)
    return plan_of(store, people.case.id).actions[0].id


def all_of(store: Store, people: People) -> list[Point]:
    return points_for(store, people.worker, people.case.id)


def test_the_plan_names_its_actions_so_that_they_can_be_answered(
    house: House, phone: Phone, action: str
) -> None:
    round_trip(house)
    assert phone.reads_last("publication")["plan"]["actions"][0]["id"] == action


def test_a_reply_is_a_point_that_says_what_it_is_about(
    house: House, store: Store, people: People, phone: Phone, action: str
) -> None:
    replies(phone, thinks(action, "change", "I want Jo to walk with me"))
    round_trip(house)
    [point] = all_of(store, people)
    assert (point.subject, point.about, point.problems) == (action, PLAIN, [])
    assert point.lines(str) == ["I want this changed", "I want Jo to walk with me"]
    told = phone.reads_last("points")["points"]
    assert [one["about"] for one in told] == [PLAIN]


@pytest.mark.parametrize(
    "odd",
    [
        thinks("x", "good") | {"about": 7},
        thinks("x", "good") | {"about": "long " * 3_000},
        thinks("x", "good") | {"question": "reply-think"},
    ],
)
def test_a_reply_that_does_not_say_what_it_is_about_is_kept_with_what_is_odd(
    house: House, store: Store, people: People, phone: Phone, odd: dict[str, object]
) -> None:
    replies(phone, odd)
    round_trip(house)
    assert [point.problems for point in all_of(store, people)] == [["odd_about"]]


def test_a_wish_for_a_change_holds_the_next_version_up_and_mere_agreement_does_not(
    house: House, store: Store, people: People, phone: Phone, action: str
) -> None:
    replies(phone, thinks(action, "good"))
    round_trip(house)
    assert missing(store, people.worker, people.case.id) == []
    replies(phone, thinks("another", "good", "but not on Fridays"))
    replies(phone, thinks(action, "change"))
    round_trip(house)
    [points] = missing(store, people.worker, people.case.id)
    assert (points.what, points.count) == ("points", 2)


def test_a_reply_stands_beside_its_action_until_it_was_changed_and_is_told_when_that_is_gone(
    house: House, store: Store, people: People, phone: Phone, action: str
) -> None:
    replies(phone, thinks(action, "unsure"), asks("plan", "What is a core group?"))
    round_trip(house)
    [sent] = {point.envelope for point in all_of(store, people)}
    replies(phone, thinks(action, "good") | {"instead_of": sent})
    round_trip(house)
    beside = replies_by_subject(store, people.worker, people.case.id)
    assert {thing: [p.lines(str) for p in some] for thing, some in beside.items()} == {
        action: [["Good for me"]],
        "plan": [["Who does it", "What is a core group?"]],
    }
    plan = plan_of(store, people.case.id)
    save_plan(store, people.chair, people.case.id, replace(plan, actions=[Action(plain="Else")]))
    assert action in replies_by_subject(store, people.worker, people.case.id)


def test_a_question_waits_for_the_worker_and_the_chair_knows_no_word_of_it(
    house: House, store: Store, people: People, phone: Phone, action: str, clock: Clock
) -> None:
    since = store.today()
    replies(phone, asks(action, "Who is Sam?"))
    round_trip(house)
    clock.moment += timedelta(days=3)
    replies(phone, asks(action, "Can it be somebody else?"))
    round_trip(house)
    waiting = Waiting(2, since, "Grace Adeyemi")
    for by in (people.worker, people.chair):
        assert questions_waiting(store, by, people.case.id) == waiting
    assert replies_by_subject(store, people.chair, people.case.id) == {}
    assert [one.what for one in missing(store, people.chair, people.case.id)] == ["hidden_points"]
    with pytest.raises(NotYours):
        questions_waiting(store, people.stranger, people.case.id)


def test_an_answer_in_words_is_told_at_once(
    house: House, store: Store, people: People, phone: Phone, action: str
) -> None:
    replies(phone, asks(action, "Who is Sam?"))
    round_trip(house)
    [question] = all_of(store, people)
    for outcome, code in (("answered", "why_needed"), ("done", "unknown_outcome")):
        with pytest.raises(BadOutcome, match=code):
            give_outcome(store, people.worker, question.id, outcome, why="  ")
    phone.reads()
    give_outcome(store, people.worker, question.id, "answered", why="A youth worker.")
    round_trip(house)
    [told] = phone.reads_last("points")["points"]
    assert told["events"][-1]["outcome"] == "answered"
    assert told["events"][-1]["why"] == "A youth worker."
    assert questions_waiting(store, people.worker, people.case.id) is None
    assert missing(store, people.worker, people.case.id) == []


def test_only_a_question_is_answered(
    house: House, store: Store, people: People, phone: Phone, action: str
) -> None:
    replies(phone, thinks(action, "change"))
    round_trip(house)
    [wish] = all_of(store, people)
    with pytest.raises(BadOutcome, match="unknown_outcome"):
        give_outcome(store, people.worker, wish.id, "answered", why="No.")


@pytest.fixture
def hodan(house: House, store: Store, people: People, invited: Callable[[Reader], Phone]) -> Phone:
    phone = invited(add_reader(store, people.case.id, "parent", "Hodan"))
    assert phone.claim() == 200
    round_trip(house)
    return phone


def test_a_parent_replies_and_hears_of_their_own_alone(
    house: House, store: Store, people: People, phone: Phone, hodan: Phone, action: str
) -> None:
    replies(phone, asks(action, "Does mum know?"), thinks(action, "change", "secret"))
    replies(hodan, asks(action, "Who is Sam?"), thinks(action, "change"))
    round_trip(house)
    own = [point for point in all_of(store, people) if point.reader.name == "Hodan"]
    assert [point.problems for point in own] == [[], []]
    hers = [words for words in hodan.reads() if words["kind"] == "points"]
    assert {point["envelope"] for words in hers for point in words["points"]} == {own[0].envelope}
    assert "secret" not in str(hers)
    assert "Does mum know?" not in str(hers)


def test_what_is_answered_to_one_reader_is_no_news_for_another(
    house: House, store: Store, people: People, phone: Phone, hodan: Phone, action: str
) -> None:
    """A parent learns nothing of the young person's points, not even when they were answered."""
    replies(hodan, thinks(action, "good"))
    replies(phone, asks(action, "Who is Sam?"), thinks(action, "change"))
    round_trip(house)
    hodan.reads()
    for point in all_of(store, people):
        if point.reader.role == "young_person":
            outcome = "answered" if point.wants_answer else "done"
            give_outcome(store, people.worker, point.id, outcome, why="Because.")
    publish(store, people.worker, people.case.id)
    round_trip(house)
    assert hodan.reads() == []
    assert phone.reads_last("points")["points"][-1]["events"][-1]["outcome"]


def test_an_advocate_reads_and_does_not_reply(
    house: House,
    store: Store,
    people: People,
    action: str,
    invited: Callable[[Reader], Phone],
) -> None:
    ruth = invited(add_reader(store, people.case.id, "advocate", "Ruth"))
    assert ruth.claim() == 200
    round_trip(house)
    replies(ruth, thinks(action, "change"))
    round_trip(house)
    assert all_of(store, people) == []


def test_an_ordinary_answer_is_about_nothing_in_particular(
    house: House, store: Store, people: People, phone: Phone
) -> None:
    phone.says(answer("good-proud", "My drawing"))
    round_trip(house)
    [point] = all_of(store, people)
    assert (point.subject, point.about) == ("", "")
