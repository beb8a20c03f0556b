"""Several invitations on one phone: each has its own words, its own way, its own draft."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.waiting import SOON

NewPhone = Callable[..., Phone]
HODAN = "Hodan (sample) (about Amina (sample))"


@pytest.mark.firefox
def test_what_is_typed_while_turning_stays_with_whom_it_was_typed_for(
    council: Council, phone: NewPhone
) -> None:
    first, second = council.invitation(which=0), council.invitation(which=1)
    shared = phone()
    shared.claim(first)
    shared.claim_another(second)
    shared.draft("good", "good-well", "The words of the second")
    shared.tap(first["who"])
    expect(shared.shown("home").get_by_role("heading", name=first["who"])).to_be_visible()
    expect(shared.page.get_by_role("button", name="Look over and send")).to_be_hidden()
    shared.start("good")
    asked = shared.question("good-well").locator("textarea")
    asked.fill("The words of the first")
    shared.page.locator('[data-act="previous"]:visible').click()
    shared.go_home()
    shared.tap(second["who"])
    shared.close()

    shared.open()
    home = shared.shown("home")
    own = {
        first["who"]: "The words of the first",
        second["who"]: "The words of the second",
    }
    for _ in own:
        name = home.get_by_role("heading", level=1).inner_text().removeprefix("Hello ")
        assert shared.drafted("good", "good-well") == own[name]
        shared.stop_here()
        shared.tap(next(other for other in own if other != name))
        expect(home.get_by_role("heading", level=1)).not_to_have_text(f"Hello {name}")


@pytest.mark.firefox
def test_a_step_back_never_leads_into_the_pages_of_another(
    council: Council, phone: NewPhone
) -> None:
    shared = phone()
    shared.claim(council.invitation())
    shared.claim_another(council.invitation("parent"))
    shared.turn_to("Amina (sample)")
    shared.start("good")
    shared.question("good-well")
    shared.stop_here()
    shared.turn_to("Hodan (sample)")
    for _ in range(3):
        shared.page.go_back()
        heading = shared.shown("home").get_by_role("heading", name="Hodan (sample)")
        expect(heading).to_be_visible()
    assert shared.page.locator("[data-question]:visible").count() == 0


@pytest.mark.firefox
def test_what_waits_in_one_is_sent_while_another_is_in_use(
    council: Council, phone: NewPhone, desk: Callable[[str], Desk]
) -> None:
    shared = phone()
    shared.claim(council.invitation("parent"))
    shared.claim_another(council.invitation())
    council.stop_half("outside")
    shared.draft("good", "good-proud", "Sent from behind")
    shared.send()
    shared.go_home()
    shared.tap(HODAN)
    other = shared.page.get_by_role("button", name="Amina (sample)")
    expect(other.get_by_text("Something waits to be sent.")).to_be_visible(timeout=SOON)
    council.start_half("outside")
    desk("worker").wait_for_words("Amina (sample)", "Sent from behind")
    expect(other.get_by_text("Something waits to be sent.")).to_be_hidden(timeout=SOON)


def test_an_invitation_opened_in_the_middle_of_an_answer_waits_at_home(
    council: Council, phone: NewPhone
) -> None:
    """Nobody is pulled out of a question because something else has finished."""
    amina = phone()
    amina.claim(council.invitation())
    amina.tap("I was given other words to open")
    other = council.invitation("parent")
    amina.shown("open").get_by_label("Your six words").fill(other["words"])
    amina.page.get_by_label("Your check number").fill(other["check_number"])
    council.stop_half("outside")
    council.start_half("outside")
    amina.page.evaluate(
        """() => {
          document.querySelector('[data-form="open"] [type="submit"]').click();
          document.querySelector('[data-page="open"] [data-go="home"]').click();
          document.querySelector('[data-section="good"]').click();
        }"""
    )
    amina.shown("limits")
    amina.tap("Start")
    amina.shown("q-good-helps")
    amina.write("good-helps", "Mine")
    amina.stop_here()
    expect(amina.page.get_by_role("button", name=HODAN)).to_be_visible(timeout=SOON)
    expect(amina.page.get_by_role("heading", name="Amina (sample)")).to_be_visible()


def test_opening_twice_at_once_makes_one_space(council: Council, phone: NewPhone) -> None:
    amina = phone()
    invitation = council.invitation()
    amina.open(invitation["link"])
    amina.shown("open")
    amina.page.get_by_label("Your check number").fill(invitation["check_number"])
    asked: list[str] = []
    amina.page.on("request", lambda request: asked.append(request.url))
    amina.page.evaluate(
        """() => {
          const open = document.querySelector('[data-form="open"] [type="submit"]');
          open.click();
          open.click();
        }"""
    )
    amina.shown("pin")
    amina.tap("No PIN")
    amina.shown("home")
    assert [url for url in asked if url.endswith("/api/claims")] == [
        f"{council.outside}/api/claims"
    ]
    expect(amina.page.get_by_text("Other notes on this phone")).to_be_hidden()


def test_a_dead_link_leaves_room_for_the_words_on_paper(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.open(f"{council.outside}/#one-two-three-four-five-%")
    asking = amina.shown("open")
    amina.tap("Open")
    expect(asking.get_by_text("This did not open.")).to_be_visible()
    right = council.invitation()
    asking.get_by_label("Your six words").fill(right["words"])
    asking.get_by_label("Your check number").fill("12345")
    amina.tap("Open")
    expect(asking.get_by_text("A check number is six digits.")).to_be_visible()
    arabic = right["check_number"].translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    asking.get_by_label("Your check number").fill(arabic)
    amina.tap("Open")
    amina.shown("pin")
