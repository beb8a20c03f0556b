"""The app changes while it is open; a phone comes back after half a year. Nothing is lost."""

import json
from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.another_day import NEW, RETIRED
from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.waiting import SOON

NewPhone = Callable[..., Phone]
HALF_A_YEAR = 180
LOOK_FOR_UPDATE = """
async () => {
  const worker = await navigator.serviceWorker.getRegistration();
  await worker.update();
  while (!worker.waiting) await new Promise((again) => setTimeout(again, 50));
}
"""


def is_new(phone: Phone) -> bool:
    """Whether the phone has the app of another day."""
    return phone.page.locator(f'[data-question="{NEW.id}"]').count() == 1


def test_an_update_takes_nobodys_page_away_and_comes_after_closing(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.wait_until_kept()
    amina.close()
    amina.open()
    amina.start("good")
    amina.write("good-well", "Begun before")
    council.stop_half("outside")
    council.start_half_of_another_day("outside")
    amina.page.evaluate(LOOK_FOR_UPDATE)

    box = amina.question("good-well").locator("textarea")
    expect(box).to_have_value("Begun before")
    amina.write("good-well", "Begun before, ended after")
    assert not is_new(amina)
    amina.close()

    amina.open()
    amina.shown("home")
    assert is_new(amina)
    assert amina.drafted("good", "good-well") == "Begun before, ended after"


def test_a_phone_that_was_away_for_half_a_year_still_sends(
    council: Council, phone: NewPhone, desk: Callable[[str], Desk]
) -> None:
    """Promise 14: keys renewed twice, the form another, the phone's clock far ahead."""
    amina = phone()
    amina.claim(council.invitation())
    amina.wait_until_kept()
    council.stop_half("outside")
    amina.draft("good", RETIRED, "Sealed before")
    amina.send()
    amina.close()

    council.rotate_keys()
    council.rotate_keys()
    council.stop_half("inside")
    council.start_half_of_another_day("inside")
    amina.switch_on()
    amina.wait(HALF_A_YEAR)
    amina.open()
    amina.draft("worries", "worry-home", "Written after")
    amina.send()
    council.start_half_of_another_day("outside")

    amina.tap("See where my words are")
    arrived = amina.shown("said").get_by_text("With your worker's team")
    expect(arrived).to_have_count(2, timeout=2 * SOON)
    rows = council.record("select question, value from points")
    assert {question: json.loads(value)["text"] for question, value in rows} == {
        RETIRED: "Sealed before",
        "worry-home": "Written after",
    }
    desk("worker").wait_for_words("Amina (sample)", "Sealed before")
