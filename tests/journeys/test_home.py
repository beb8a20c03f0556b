"""What home says: the meeting, what I can do now, what is waiting, and where I have been."""

from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests import clock
from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.waiting import SOON
from youthvoice.record.working_days import add_working_days

NewPhone = Callable[..., Phone]


def line(phone: Phone, name: str) -> Locator:
    """One of the three lines, by its heading."""
    lines = phone.shown("home").locator(".three").get_by_role("listitem")
    return lines.filter(has=phone.page.get_by_role("heading", name=name))


def place(phone: Phone, name: str) -> Locator:
    return phone.shown("home").locator(".path").get_by_role("button", name=name)


def test_three_lines_say_where_things_stand(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.claim(council.invitation())
    expect(amina.shown("home").locator(".three > li")).to_have_count(3)
    meeting = line(amina, "The meeting")
    day = clock.long_day(add_working_days(clock.today(), 10))
    for words in (day, "16:00", "The Old Library", "Who runs it: Siân"):
        expect(meeting).to_contain_text(words)
    now, waiting = line(amina, "What you can do now"), line(amina, "What is waiting")
    expect(now.get_by_text("Say what you want. Start anywhere below.")).to_be_visible()
    expect(waiting.get_by_text("Nothing. All is up to date.")).to_be_visible()

    amina.draft("good", "good-proud", "My little brother")
    expect(now.get_by_role("button", name="Look over and send")).to_be_visible()
    expect(waiting.get_by_text("You have words that are only on this phone.")).to_be_visible()
    expect(waiting.get_by_text("Nothing. All is up to date.")).to_be_hidden()

    amina.wait_until_kept()
    council.stop_half("outside")
    amina.send()
    amina.go_home()
    expect(waiting.get_by_text("until there is signal:")).to_be_visible()
    expect(waiting.locator("[data-fill=waiting]")).to_have_text("1")
    expect(now.get_by_role("button", name="Look over and send")).to_be_hidden()
    council.start_half("outside")
    amina.page.reload()
    expect(waiting.get_by_text("Nothing. All is up to date.")).to_be_visible(timeout=SOON)


def test_the_path_says_where_i_have_been_and_remembers_it(
    council: Council, phone: NewPhone
) -> None:
    """Places visited, in words; nothing is counted and nobody is scolded."""
    amina = phone()
    amina.claim(council.invitation())
    for name in ("Who", "Worries", "Good things"):
        expect(place(amina, name)).to_contain_text("Not yet", use_inner_text=True)
    amina.start("worries")
    amina.stop_here()
    amina.draft("good", "good-proud", "My little brother")
    amina.send()
    amina.close()

    amina.open()
    expect(place(amina, "Who")).to_contain_text("Not yet", use_inner_text=True)
    expect(place(amina, "Worries")).to_contain_text("You looked", use_inner_text=True)
    expect(place(amina, "Good things")).to_contain_text("You said something", use_inner_text=True)
    assert "%" not in amina.shown("home").inner_text()


def test_each_number_of_a_scale_is_told_with_its_feeling(council: Council, phone: NewPhone) -> None:
    """Never colour alone, and for a screen reader too."""
    amina = phone()
    amina.claim(council.invitation())
    amina.start("worries")
    asked = amina.question("safe-home")
    feelings = {
        "0": "Not safe at all",
        "3": "Not very safe",
        "5": "In between",
        "8": "Quite safe",
        "10": "Very safe",
    }
    for number, feeling in feelings.items():
        choice = asked.get_by_role("radio", name=number, exact=True)
        expect(choice).to_have_accessible_description(feeling)
        expect(asked.get_by_text(feeling, exact=True)).to_be_visible()
