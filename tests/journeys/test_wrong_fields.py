"""What is wrong with a field is tied to it; an iPhone's home screen is told of as it is."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.test_access import findings

NewPhone = Callable[..., Phone]
IPHONE = "Object.defineProperty(navigator, 'standalone', { value: %s })"


def wrong(phone: Phone, field: Locator, why: str) -> None:
    """The field has the focus, and says that it is wrong and why."""
    expect(field).to_be_focused()
    told = field.locator("xpath=ancestor-or-self::*[@aria-invalid='true'][1]")
    expect(told).to_have_count(1)
    expect(told).to_have_accessible_description(re.compile(re.escape(why)))
    expect(phone.page.locator("[data-page]:visible [aria-invalid]")).to_have_count(1)
    assert findings(phone.page) == []


def test_an_error_is_tied_to_its_field_on_every_form(council: Council, phone: NewPhone) -> None:
    amina, invitation = phone(), council.invitation()
    amina.open()
    opening = amina.shown("open")
    amina.tap("Open")
    wrong(amina, opening.get_by_label("Your six words"), "Type your six words first.")
    opening.get_by_label("Your six words").fill(invitation["words"])
    number = opening.get_by_label("Your check number")
    number.fill("12")
    amina.tap("Open")
    wrong(amina, number, "A check number is six digits.")
    number.fill("000000" if invitation["check_number"] != "000000" else "000001")
    amina.tap("Open")
    wrong(amina, number, "That check number is not right.")
    number.fill(invitation["check_number"])
    amina.tap("Open")

    pin = amina.shown("pin").get_by_label("Pick six digits")
    amina.tap("Use this PIN")
    wrong(amina, pin, "A PIN is six digits")
    pin.fill("246810")
    amina.page.get_by_label("The same six digits again").fill("246810")
    amina.tap("Use this PIN")
    amina.shown("home")
    expect(amina.page.locator("[aria-invalid]")).to_have_count(0)
    amina.page.reload()
    amina.unlock("111111")
    wrong(amina, amina.shown("locked").get_by_label("Six digits"), "That is not it.")
    amina.unlock("246810")

    amina.draft("good", "good-well", "Something")
    amina.tap("Look over and send")
    box = amina.shown("review").get_by_label("Send this now")
    box.uncheck(force=True)
    amina.tap("Send")
    wrong(amina, box, "There is no tick at anything")
    amina.go_home()
    amina.page.locator('[data-go="kept"]:visible').click()
    amina.shown("kept").locator('[data-go="guard"]').click()
    amina.tap("Use this")
    first = amina.shown("guard").get_by_label("Somebody might check it")
    wrong(amina, first, "Pick one of the three first.")


def test_an_iphone_is_told_the_truth_about_its_home_screen(
    council: Council, phone: NewPhone
) -> None:
    """There an icon that is an app has a storage of its own: empty, and the link is used."""
    safari = phone("safari")
    safari.switch_on()
    assert safari.context
    safari.context.add_init_script(IPHONE % "false")
    safari.claim(council.invitation())
    safari.wait_until_kept()
    safari.page.locator('[data-go="kept"]:visible').click()
    safari.sees("an icon on the home screen can open as an app of its own")
    assert safari.page.locator('link[rel="manifest"]').count() == 0, "so an icon opens Safari"

    icon = phone("icon")
    icon.switch_on()
    assert icon.context
    icon.context.add_init_script(IPHONE % "true")
    icon.open()
    icon.shown("open")
    icon.sees("Open Safari to read them.")
    other = phone("other")
    other.open()
    other.shown("open")
    other.sees("Open Safari to read them.", 0)
