"""The whole way: say it, seal it, read it inside, answer it, read the answer."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys import story
from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.story import AMINA, MEETING, ONLINE, STREETS
from tests.journeys.waiting import SOON

NewPhone = Callable[..., Phone]
Sit = Callable[..., Desk]
HODAN = "Hodan (sample)"


def words_of(page: Page, part: str = "") -> list[str]:
    """All that a reader is given to read, without what the page adds."""
    parts = page.locator(f'[data-reading="{part}"]' if part else "[data-reading]")
    texts = [one.text_content() or "" for one in parts.all()]
    assert all(texts)
    return [" ".join(text.split()) for text in texts]


def test_what_she_says_is_read_and_she_sees_by_whom(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    """Requirement 5: on this phone, sent, received, read by whom; each audience is kept."""
    amina = phone()
    story.say_two_things(amina, council)
    worker = desk("worker")
    worker.wait_for_words(AMINA, "The bus stop after dark")
    expect(worker.point(ONLINE).get_by_text("Only my worker")).to_be_visible()
    expect(worker.point(STREETS).get_by_text(MEETING)).to_be_visible()
    story.read_and_talk(worker)

    amina.tap("See where my words are")
    said = amina.shown("said")
    read = said.get_by_role("listitem").filter(has_text="Read")
    expect(read).to_have_count(2, timeout=SOON)
    for by in read.all():
        expect(by).to_contain_text("Grace Adeyemi (sample), social worker")
    expect(said.get_by_text("Talked about", exact=True)).to_be_visible(timeout=SOON)

    chair = desk("chair")
    chair.case(AMINA)
    chair.turn_to("What was said")
    expect(chair.page.get_by_text("The bus stop after dark")).to_be_visible()
    expect(chair.page.get_by_text("A message I did not want")).to_have_count(0)


def test_nothing_is_published_while_a_point_has_no_answer(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    story.say_two_things(phone(), council)
    worker, chair = desk("worker"), desk("chair")
    story.read_and_talk(worker)
    story.plan_and_write(chair)
    chair.turn_to("Publish")
    expect(chair.page.get_by_role("link", name="Look at it all, then publish")).to_have_count(0)
    story.answer_both(chair, worker)
    chair.turn_to("Publish")
    expect(chair.page.get_by_role("link", name="Look at it all, then publish")).to_be_visible()


def test_the_letter_the_plan_and_what_happened_come_back_as_previewed(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    """Requirements 6 and 7, RW-08, N-24."""
    amina = phone()
    worker, _chair = story.tell_it_all(council, amina, desk)
    amina.tap("The letter to you")
    letter = amina.shown("letter")
    expect(letter.locator(".letter__words strong")).to_have_text("We listened.")
    expect(letter.get_by_text("the person who runs the meeting")).to_be_visible()
    amina.go_home()
    amina.tap("Your plan")
    plan = amina.shown("plan")
    expect(plan.get_by_role("heading", name="Jo walks with you from the bus stop.")).to_be_visible()
    expect(plan.get_by_text("Jo, youth worker")).to_be_visible()
    expect(plan.get_by_text("Monday, 11 January 2027")).to_be_visible()
    expect(plan.get_by_text("If it gets worse, we meet within two days.")).to_be_visible()
    amina.go_home()
    amina.tap("You said, and what happened")
    happened = amina.shown("happened")
    expect(happened.get_by_text("The bus stop after dark")).to_be_visible()
    expect(happened.get_by_text("It is in the plan.")).to_be_visible()
    expect(happened.get_by_text("You told me that you blocked them.")).to_be_visible()

    worker.turn_to("Publish")
    worker.page.get_by_role("link", name=f"See what {AMINA} will see").click()
    worker.page.wait_for_selector("[data-reading] h1")
    assert words_of(worker.page) == words_of(amina.page)


def test_a_parent_reads_what_was_cleared_by_name_as_previewed(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    """Requirement 16: of the plan, the one action that is for her."""
    hodan, chair = phone(), desk("chair")
    hodan.claim(council.invitation("parent"))
    story.plan_and_write(chair)
    chair.give(HODAN, "Jo walks with you from the bus stop.")
    chair.publish()
    hodan.go_home()
    hodan.tap("Your plan")
    plan = hodan.shown("plan")
    expect(plan.get_by_role("heading", name="Jo walks with you from the bus stop.")).to_be_visible()
    expect(hodan.page.get_by_text("Somebody could make you carry things")).to_have_count(0)
    expect(hodan.page.get_by_text("We listened.")).to_have_count(0)
    chair.page.get_by_role("link", name=f"See what {HODAN} will see").click()
    chair.page.wait_for_selector("[data-reading=plan] h1")
    assert words_of(chair.page, "plan") == words_of(hodan.page, "plan")


def test_the_letter_is_read_with_no_signal(council: Council, phone: NewPhone, desk: Sit) -> None:
    amina = phone()
    story.tell_it_all(council, amina, desk)
    amina.wait_until_kept()
    council.stop_half("outside")
    amina.close()
    amina.open()
    amina.tap("The letter to you")
    expect(amina.shown("letter").get_by_text("We listened.")).to_be_visible()
