"""The place view: five rings around me, safe or not, with a finger or without (P-12)."""

import json
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.story import AMINA

NewPhone = Callable[..., Phone]
LEAD_IN = "Where I feel safe, and where not:"


def rings(phone: Phone) -> Locator:
    phone.start("worries")
    return phone.question("safe-rings")


def tap_ring(asked: Locator, name: str) -> None:
    """A finger on the upper part of a ring, where no smaller ring lies over it."""
    ring = asked.locator(f'[data-ring="safe-rings-{name}"]')
    width = asked.page.evaluate("ring => ring.getBBox().width", ring.element_handle())
    ring.click(position={"x": width / 2, "y": 10})


def picked(asked: Locator) -> dict[str, str]:
    found = asked.locator('[name^="safe-rings-"]:not([name$="audience"]):checked')
    pairs = found.evaluate_all("all => all.map(({name, value}) => [name.split('-')[2], value])")
    return dict(pairs)


def test_a_finger_goes_through_safe_sometimes_not_safe_and_back_to_nothing(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    asked = rings(amina)
    home = asked.locator('[data-ring="safe-rings-home"]')
    for value, words in (("safe", "Safe"), ("mixed", "Sometimes"), ("not-safe", "Not safe")):
        tap_ring(asked, "home")
        assert picked(asked) == {"home": value}
        expect(home).to_contain_text(words)
        expect(home).to_have_attribute("data-state", value)
    tap_ring(asked, "home")
    assert picked(asked) == {}
    expect(home).to_have_attribute("data-state", "")
    expect(asked.get_by_role("button", name="Skip this one")).to_be_visible()


def test_the_rings_are_plain_choices_by_keyboard_and_for_a_screen_reader(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    asked = rings(amina)
    outer = asked.get_by_role("group", name=LEAD_IN.replace("I feel", "do you feel").rstrip(":"))
    groups = [
        "Near where I live:",
        "At school or college:",
        "With friends:",
        "At home:",
        "On my own:",
    ]
    for name in groups:
        choices = asked.get_by_role("group", name=name, exact=True).get_by_role("radio")
        expect(choices).to_have_count(3)
    assert outer.count() <= 1
    friends = asked.get_by_role("group", name="With friends:", exact=True)
    friends.get_by_role("radio", name="Safe", exact=True).focus()
    amina.page.keyboard.press("Space")
    amina.page.keyboard.press("ArrowRight")
    amina.page.keyboard.press("ArrowRight")
    assert picked(asked) == {"friends": "not-safe"}
    expect(asked.locator('[data-ring="safe-rings-friends"]')).to_contain_text("Not safe")


def test_the_rings_are_told_alike_on_the_phone_and_in_the_record(
    council: Council, phone: NewPhone, desk: Callable[..., Desk]
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    asked = rings(amina)
    tap_ring(asked, "neighbourhood")
    for _ in range(3):
        tap_ring(asked, "home")
    amina.saved()
    amina.close()
    amina.open()
    asked = rings(amina)
    assert picked(asked) == {"neighbourhood": "safe", "home": "not-safe"}
    expect(asked.locator('[data-ring="safe-rings-home"]')).to_contain_text("Not safe")
    amina.stop_here()
    amina.tap("Look over and send")
    lines = ["Near where I live: Safe", "At home: Not safe"]
    expect(amina.shown("review").locator(".line")).to_have_text(lines)
    amina.tap("Send")
    amina.shown("sent")

    worker = desk("worker")
    worker.wait_for_words(AMINA, "At home: Not safe")
    expect(worker.page.locator(".verbatim").filter(has_text=lines[0])).to_be_visible()
    [(value,)] = council.record("select value from points")
    assert json.loads(value) == {"neighbourhood": "safe", "home": "not-safe"}
