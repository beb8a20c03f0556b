"""What goes wrong in one place stays there: nothing is lost, doubled or shut in by it."""

import json
from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.story import AMINA, plan_and_write
from tests.journeys.waiting import SOON, until

NewPhone = Callable[..., Phone]
SeatAt = Callable[[str], Desk]


@pytest.mark.firefox
def test_send_pressed_twice_sends_once(council: Council, phone: NewPhone, desk: SeatAt) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.draft("good", "good-proud", "Said once")
    amina.tap("Look over and send")
    amina.shown("review")
    amina.page.evaluate(
        """() => {
          const send = document.querySelector('[data-act="send"]');
          send.click();
          send.click();
        }"""
    )
    amina.shown("sent")
    worker = desk("worker")
    worker.wait_for_words(AMINA, "Said once")
    assert worker.page.get_by_text("Said once").count() == 1
    assert council.record("select count(*) from envelopes") == [(1,)]


def test_an_answer_that_is_not_asked_for_now_is_kept_and_not_sent(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.start("how")
    amina.pick("how-join", "A mix")
    amina.step()
    amina.pick("how-much", "Just a part")
    amina.stop_here()
    amina.start("how")
    amina.pick("how-join", "I don't want to be there")
    amina.stop_here()
    amina.tap("Look over and send")
    assert amina.shown("review").get_by_role("article").count() == 1
    amina.tap("Send")
    amina.shown("sent")
    amina.close()
    amina.open()
    amina.start("how")
    amina.pick("how-join", "A mix")
    amina.step()
    assert amina.question("how-much").get_by_label("Just a part", exact=True).is_checked()


def test_back_does_not_lead_to_a_question_that_is_asked_no_more(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.start("how")
    amina.pick("how-join", "A mix")
    amina.step()
    amina.shown("q-how-much")
    amina.page.locator('[data-act="previous"]:visible').click()
    amina.pick("how-join", "I don't want to be there")
    amina.page.go_back()
    amina.shown("home")


@pytest.mark.firefox
def test_typing_and_hurrying_on_is_no_alarm(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.page.evaluate(
        """() => {
          window.alarms = 0;
          const alarm = document.querySelector('[data-save="unsaved"]');
          new MutationObserver(() => { window.alarms += !alarm.hidden; })
            .observe(alarm, {attributes: true});
        }"""
    )
    amina.start("good")
    for _ in range(3):
        asked = amina.page.locator("[data-question]:visible")
        asked.evaluate(
            """(asked) => {
              const box = asked.querySelector('textarea');
              box.value = 'Some words. '.repeat(500);
              box.dispatchEvent(new Event('input', {bubbles: true}));
              asked.querySelector('[data-act="next"]').click();
            }"""
        )
    assert amina.page.evaluate("window.alarms") == 0


@pytest.mark.firefox
def test_back_does_not_lead_past_the_lock(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.claim(council.invitation(), pin="246810")
    amina.start("good")
    amina.write("good-well", "Behind the lock")
    amina.page.reload()
    amina.shown("locked")
    for _ in range(2):
        amina.page.go_back()
        amina.shown("locked")
    assert amina.page.locator("[data-question]:visible").count() == 0
    amina.page.get_by_role("button", name="I need help now").click()
    amina.shown("help")
    amina.page.locator('[data-page="help"] [data-act="back"]').click()
    amina.shown("locked").get_by_label("Six digits").fill("٢٤٦٨١٠")
    amina.tap("Open")
    assert amina.drafted("good", "good-well") == "Behind the lock"


def test_an_invitation_that_was_taken_back_says_so_and_keeps_what_was_typed(
    council: Council, phone: NewPhone, desk: SeatAt
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.go_home()
    worker = desk("worker")
    worker.case(AMINA)
    worker.take_back(AMINA)
    amina.draft("good", "good-well", "Not sent anywhere")
    ended = amina.page.get_by_text("This phone can no longer send or get anything here.")
    expect(ended).to_be_visible(timeout=SOON)
    amina.tap("Look over and send")
    amina.shown("review")
    amina.tap("Send")
    expect(
        amina.page.get_by_text("so nothing was sent. Your words are still on it.")
    ).to_be_visible()
    amina.close()
    amina.open()
    assert amina.drafted("good", "good-well") == "Not sent anywhere"


@pytest.mark.firefox
def test_one_thing_that_is_not_let_through_holds_up_nothing_else(
    council: Council, phone: NewPhone, desk: SeatAt
) -> None:
    """A proxy on the way refuses whatever is sent; what comes still comes."""
    amina = phone()
    amina.claim(council.invitation())
    amina.page.route("**/api/boxes/*/up/**", lambda route: route.fulfill(status=400, json={}))
    amina.draft("good", "good-well", "Stopped on the way")
    amina.send()
    amina.tap("See where my words are")
    expect(amina.shown("said").get_by_text("It was not let through.")).to_be_visible(timeout=SOON)
    chair = desk("chair")
    plan_and_write(chair)
    chair.publish()
    amina.go_home()
    expect(amina.page.get_by_role("button", name="The letter to you")).to_be_visible(timeout=SOON)
    amina.page.unroute("**/api/boxes/*/up/**")
    amina.page.reload()
    desk("worker").wait_for_words(AMINA, "Stopped on the way")


def test_odd_words_from_the_council_are_counted_and_the_next_still_come(
    council: Council, phone: NewPhone, desk: SeatAt
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    chair = desk("chair")
    chair.case(AMINA)
    for odd in (
        {"kind": "points", "serial": 7},
        {"kind": "publication", "serial": 9, "letter": "Dear", "plan": None, "happened": []},
        {"kind": "points", "serial": 8, "points": [{}]},
        {"kind": "publication", "serial": 9, "letter": None, "plan": {}, "happened": [None]},
        {"kind": "receipt"},
        {"kind": "about", "serial": 2**40, "people": "everybody"},
        {"kind": "of another day", "serial": 1},
    ):
        council.says(odd)
    plan_and_write(chair)
    chair.publish()
    amina.go_home()
    expect(amina.page.get_by_role("button", name="The letter to you")).to_be_visible(timeout=SOON)
    expect(amina.page.get_by_text("Something came that we could not open.")).to_be_visible()
    amina.page.reload()
    amina.shown("home")
    until(amina.page, lambda: told(council) == {"odd_shape": 6, "unknown_kind": 1})
    alarms = "select code, count from alarms where code like 'phone_%' order by code"
    assert council.record(alarms) == [("phone_odd_shape", 6), ("phone_unknown_kind", 1)]


def told(council: Council) -> Counter[str]:
    """What the phone told the record of what it could not use, by the reason."""
    rows = council.record("select words from envelopes where words like '%\"unusable\"%'")
    found = [one for (words,) in rows for one in json.loads(words)["found"]]
    assert all(len(one["envelope"]) == 32 and len(one) == 2 for one in found)
    return Counter(one["reason"] for one in found)


def test_help_opens_in_a_second_tab_too_and_nobody_is_pulled_from_it(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    second = amina.second_tab()
    second.get_by_role("button", name="I need help now").click()
    expect(second.get_by_role("link", name="Childline")).to_be_visible()
    amina.page.close()
    expect(second.get_by_role("button", name="Home")).to_be_visible(timeout=SOON)
    expect(second.get_by_role("link", name="Childline")).to_be_visible()
    second.get_by_role("main").get_by_role("button", name="Back").locator("visible=true").click()
    expect(second.locator('[data-page="home"]')).to_be_visible()
