"""Nothing typed is lost: full storage, two tabs, a PIN, a draft that waits."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.waiting import SOON

NewPhone = Callable[..., Phone]


@pytest.mark.chromium
def test_storage_that_refuses_is_said_and_nothing_typed_is_lost(
    council: Council, phone: NewPhone
) -> None:
    words = "My gran. " * 100
    amina = phone()
    amina.claim(council.invitation())
    amina.close()
    amina.switch_on()
    limits = amina.page.context.new_cdp_session(amina.page)
    quota = {"origin": council.outside, "quotaSize": 1}
    limits.send("Storage.overrideQuotaForOrigin", quota)
    amina.open()
    amina.start("good")
    box = amina.question("good-helps").locator("textarea")
    box.fill(words)
    expect(amina.page.get_by_text("Not saved yet.")).to_be_visible(timeout=SOON)
    assert box.input_value() == words

    limits.send("Storage.overrideQuotaForOrigin", {"origin": council.outside})
    amina.saved()
    amina.close()
    amina.open()
    assert amina.drafted("good", "good-helps") == words


@pytest.mark.firefox
def test_a_second_tab_waits_and_opens_when_the_first_has_closed(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    second = amina.second_tab()
    amina.page.close()
    expect(second.locator('[data-page="home"]')).to_be_visible(timeout=SOON)


@pytest.mark.firefox
def test_a_pin_is_asked_for_and_only_the_right_one_opens(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.claim(council.invitation(), pin="246810")
    amina.draft("good", "good-well", "Drumming")
    amina.close()

    amina.open()
    locked = amina.shown("locked")
    locked.get_by_label("Six digits").fill("000000")
    amina.tap("Open")
    expect(locked.get_by_text("That is not it.")).to_be_visible()
    locked.get_by_label("Six digits").fill("246810")
    amina.tap("Open")
    assert amina.drafted("good", "good-well") == "Drumming"


def test_pins_that_differ_change_nothing(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.open(council.invitation()["link"])
    amina.page.get_by_label("Your check number").fill(council.invitation()["check_number"])
    amina.tap("Open")
    amina.shown("pin")
    amina.page.get_by_label("Pick six digits").fill("246810")
    amina.page.get_by_label("The same six digits again").fill("246811")
    amina.tap("Use this PIN")
    expect(amina.page.get_by_text("A PIN is six digits, the same both times.")).to_be_visible()
    amina.close()
    amina.open()
    amina.shown("home")


def test_what_depends_on_another_answer_is_asked_only_then(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.start("how")
    amina.pick("how-join", "I don't want to be there")
    amina.step()
    expect(amina.page.locator('[data-question="when-suits"]')).to_be_visible()
    amina.stop_here()
    amina.start("how")
    amina.pick("how-join", "A mix")
    amina.step()
    expect(amina.page.locator('[data-question="how-much"]')).to_be_visible()


def test_an_answer_can_be_cleared(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.start("worries")
    amina.pick("safe-home", "3")
    amina.tap("Clear my answer")
    amina.saved()
    assert amina.question("safe-home").locator("input:checked").count() == 1
    amina.stop_here()
    expect(amina.page.get_by_role("button", name="Look over and send")).to_be_hidden()
