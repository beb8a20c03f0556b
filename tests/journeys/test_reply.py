"""Answering the plan: good for me, I want this changed, a question; and what comes of each."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys import story
from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.sounds import MICROPHONE, record, voice
from tests.journeys.staff import Desk
from tests.journeys.story import AMINA
from tests.journeys.waiting import SOON, reload_until_there, until

NewPhone = Callable[..., Phone]
Sit = Callable[..., Desk]

WALK = "Jo walks with you from the bus stop."
LIGHTS = "We ask for lights in the park."
CHANGED = "Your aunt Hodan walks with you."
QUESTION = "Will it be before winter?"
WAITS = "One question about the plan waits for an answer since"


def a_plan_of_two_actions(council: Council, amina: Phone, desk: Sit) -> tuple[Desk, Desk]:
    """Amina has a letter and a plan; gives the worker's and the chair's desks."""
    story.say_two_things(amina, council)
    worker, chair = desk("worker"), desk("chair")
    story.read_and_talk(worker)
    story.plan_and_write(chair)
    chair.turn_to("Plan")
    chair.press("Save and add an action")
    chair.page.locator("#action-2-action").fill("Lighting")
    chair.page.locator("#action-2-plain").fill(LIGHTS)
    chair.press("Save the plan")
    story.answer_both(chair, worker)
    chair.publish()
    amina.go_home()
    amina.sees("Your plan")
    return worker, chair


def with_no_signal(council: Council, amina: Phone) -> None:
    """She opens her notes once more, with no signal."""
    amina.wait_until_kept()
    council.stop_half("outside")
    amina.close()
    amina.open()
    amina.shown("home")


def action(amina: Phone, plain: str) -> Locator:
    """An action of the plan, which is open: step on until it is shown."""
    plan = amina.shown("plan")
    found = plan.locator(".action").filter(has=amina.page.get_by_role("heading", name=plain))
    while not found.is_visible():
        plan.get_by_role("button", name="Next", exact=True).click()
    return found


def pick(amina: Phone, choice: str, words: str = "") -> Locator:
    """On the page of a reply: one choice, and words."""
    asked = amina.page.locator("[data-question]:visible")
    asked.get_by_label(choice, exact=True).check(force=True)
    if words:
        asked.locator("textarea").fill(words)
    amina.saved()
    return asked


def think(amina: Phone, plain: str, choice: str, words: str = "") -> None:
    action(amina, plain).get_by_role("button", name="Say what you think").click()
    asked = amina.page.locator("[data-question]:visible")
    expect(asked.get_by_text(plain)).to_be_visible()
    pick(amina, choice, words)
    asked.get_by_role("button", name="Read on").click()
    amina.shown("plan")


def ask(amina: Phone, plain: str, line: str, words: str) -> None:
    action(amina, plain).get_by_role("button", name="Ask about this").click()
    pick(amina, line, words)


def said(desk: Desk, text: str) -> Locator:
    return desk.page.get_by_role("article").filter(has_text=text)


def reply_with_no_signal(council: Council, amina: Phone) -> None:
    """She answers two actions, asks about a line, looks it over and sends; then there is signal."""
    with_no_signal(council, amina)
    amina.tap("Your plan")
    think(amina, WALK, "I want this changed", "Not Jo. My aunt Hodan.")
    expect(action(amina, WALK).get_by_text("I want this changed")).to_be_visible()
    expect(action(amina, WALK).get_by_text("It is not sent yet.")).to_be_visible()
    think(amina, LIGHTS, "Good for me")
    ask(amina, LIGHTS, "When it starts or when it is checked", QUESTION)
    amina.tap("Look over and send")
    review = amina.shown("review")
    for words in (WALK, "Not Jo. My aunt Hodan.", "Good for me", QUESTION):
        expect(review.get_by_text(words, exact=True)).to_be_visible()
    expect(review.get_by_text(LIGHTS)).to_have_count(2)
    amina.tap("Send")
    amina.sees("It waits, sealed, on this phone.")
    council.start_half("outside")
    amina.close()
    amina.open()


def answer_the_question(worker: Desk) -> None:
    worker.case(AMINA)
    worker.turn_to("What was said")
    said(worker, QUESTION).get_by_role("link", name="Answer this").click()
    worker.page.get_by_label("Your answer", exact=True).fill("Yes, by the end of October.")
    worker.press("Send the answer")


def make_the_change(worker: Desk) -> None:
    """Where the plan is written the worker sees the wish; then says that it is in the plan."""
    worker.case(AMINA)
    worker.turn_to("Plan")
    expect(worker.page.locator("#action-1").get_by_text("Not Jo. My aunt Hodan.")).to_be_visible()
    worker.page.locator("#action-1-plain").fill(CHANGED)
    worker.press("Save the plan")
    worker.turn_to("What was said")
    said(worker, "I want this changed").get_by_role("link", name="Say what happened").click()
    worker.page.get_by_label("It is in the plan", exact=True).check(force=True)
    worker.page.get_by_label("If it is in the plan: which action?").select_option(index=1)
    worker.page.get_by_label("Because …").fill("You trust her.")
    worker.press("Keep this")


@pytest.mark.firefox
def test_a_reply_asks_for_a_change_and_gets_it_in_version_two_of_the_plan(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    """With no signal while she replies; the first plan said something else."""
    amina = phone()
    worker, _chair = a_plan_of_two_actions(council, amina, desk)
    reply_with_no_signal(council, amina)
    worker.wait_for_words(AMINA, QUESTION)
    expect(said(worker, "I want this changed")).to_contain_text(f"About action 1: {WALK}")
    answer_the_question(worker)
    make_the_change(worker)
    worker.publish()

    changed = amina.page.get_by_role("heading", name=CHANGED, include_hidden=True)
    expect(changed).to_be_attached(timeout=SOON)
    amina.tap("Your plan")
    action(amina, CHANGED)
    amina.go_home()
    amina.tap("You said, and what happened")
    pair = amina.shown("happened").locator(".pair").filter(has_text="I want this changed")
    for words in (WALK, "Not Jo. My aunt Hodan.", "It is in the plan.", "You trust her."):
        expect(pair.get_by_text(words, exact=True)).to_be_visible()


@pytest.mark.firefox
def test_a_question_waits_until_somebody_has_answered_it_and_she_reads_that_at_once(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    """The chair learns that a question waits, and not what it is."""
    amina = phone()
    worker, chair = a_plan_of_two_actions(council, amina, desk)
    reply_with_no_signal(council, amina)
    for one in (worker, chair):
        one.page.goto(council.inside)
        reload_until_there(one.page.get_by_text(WAITS))
        expect(one.page.get_by_text(QUESTION)).to_have_count(0)
    chair.case(AMINA)
    chair.turn_to("Publish")
    expect(chair.page.get_by_text("2 more things wait for an answer by the worker")).to_be_visible()
    expect(chair.page.get_by_role("link", name="Look at it all, then publish")).to_have_count(0)

    answer_the_question(worker)
    worker.page.goto(council.inside)
    expect(worker.page.get_by_text(WAITS)).to_have_count(0)
    amina.tap("See who has read it")
    amina.sees("Yes, by the end of October.")
    amina.go_home()
    amina.tap("Your plan")
    expect(action(amina, LIGHTS).get_by_text("There is an answer.")).to_be_visible()


def test_each_action_has_an_answer_of_its_own_that_can_be_changed_and_taken_back(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    amina = phone()
    worker, _chair = a_plan_of_two_actions(council, amina, desk)
    amina.draft("good", "good-proud", "My drawing")
    amina.tap("Your plan")
    think(amina, WALK, "I'm not sure", "Who is Jo?")
    think(amina, LIGHTS, "Good for me")
    action(amina, LIGHTS).get_by_role("button", name="Say what you think").click()
    asked = amina.page.locator("[data-question]:visible")
    expect(asked.get_by_label("Good for me")).to_be_checked()
    expect(asked.locator("textarea")).to_have_value("")
    amina.close()
    amina.open()
    amina.send()
    worker.wait_for_words(AMINA, "Who is Jo?")
    expect(worker.page.get_by_text("My drawing")).to_be_visible()

    amina.tap("See where my words are")
    point = amina.shown("said").get_by_role("article").filter(has_text="Who is Jo?")
    expect(point.get_by_text(WALK)).to_be_visible()
    point.get_by_role("button", name="Change this").click()
    asked = amina.page.locator("[data-question]:visible")
    expect(asked.get_by_text(WALK)).to_be_visible()
    expect(asked.locator("textarea")).to_have_value("Who is Jo?")
    pick(amina, "Good for me", "I know now.")
    amina.tap("Look over and send")
    amina.shown("review")
    amina.tap("Send")
    amina.shown("sent")
    worker.wait_for_words(AMINA, "I know now.")
    expect(said(worker, "I know now.")).to_contain_text("What it said before")

    amina.tap("See where my words are")
    point = amina.shown("said").get_by_role("article").filter(has_text=LIGHTS)
    point.get_by_role("button", name="Take this back").click()
    expect(amina.shown("take-back").get_by_text(LIGHTS)).to_be_visible()
    amina.tap("Take it back")
    reload_until_there(said(worker, LIGHTS).get_by_text("Taken back on"))


def test_the_letter_and_the_plan_as_a_whole_can_be_asked_about(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    amina = phone()
    worker, _chair = a_plan_of_two_actions(council, amina, desk)
    amina.tap("The letter to you")
    amina.tap("Ask about the letter")
    asked = amina.page.locator("[data-question]:visible")
    expect(asked.get_by_role("radio", name="Who does it")).to_have_count(0)
    asked.get_by_label("Your question").fill("Who else reads it?")
    amina.saved()
    asked.get_by_role("button", name="Read on").click()
    expect(amina.shown("letter").get_by_text("You have asked about this.")).to_be_visible()
    amina.go_home()
    amina.send()
    worker.wait_for_words(AMINA, "Who else reads it?")
    expect(said(worker, "Who else reads it?")).to_contain_text("About the letter.")


def test_a_question_can_be_asked_out_loud(
    council: Council, phone: NewPhone, engine: str, desk: Sit
) -> None:
    amina = phone(**MICROPHONE[engine])
    worker, _chair = a_plan_of_two_actions(council, amina, desk)
    amina.tap("Your plan")
    action(amina, LIGHTS).get_by_role("button", name="Ask about this").click()
    asked = amina.page.locator("[data-question]:visible")
    record(voice(amina, asked.get_attribute("data-question") or ""))
    amina.saved()
    amina.go_home()
    amina.send()
    worker.wait_for_words(AMINA, "Voice note, 0 min")
    expect(said(worker, "Voice note, 0 min")).to_contain_text(f"About action 2: {LIGHTS}")
    expect(worker.page.locator("audio")).to_have_count(1)


def test_a_parent_answers_what_she_was_given_of_the_plan(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    hodan = phone()
    invitation = council.invitation("parent")
    hodan.claim(invitation)
    until(hodan.page, lambda: council.record("select count(*) from boxes") == [(1,)])
    given = {"id": "0a1b", "plain": LIGHTS, "who": "Jo", "action": "Lighting"}
    plan = {"name": AMINA, "version": 1, "on": "2026-12-04", "chair": "", "actions": [given]}
    publication = {"serial": 1, "on": "2026-12-04", "letter": None, "plan": plan, "happened": []}
    council.says({"kind": "publication"} | publication)
    hodan.sees("Your plan")
    hodan.tap("Your plan")
    think(hodan, LIGHTS, "I want this changed", "Ask us first.")
    hodan.go_home()
    hodan.send()
    worker = desk("worker")
    worker.wait_for_words(AMINA, "Ask us first.")
    worker.turn_to("Plan")
    expect(worker.page.get_by_text(f"{invitation['who']} said:")).to_be_visible()
