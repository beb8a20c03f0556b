"""What came of it, meeting by meeting; how safe she felt, over time (requirements 7 and 15)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from playwright.sync_api import expect

from tests import clock
from tests.journeys import story
from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.test_access import findings
from tests.journeys.waiting import SOON, until

NewPhone = Callable[..., Phone]
Sit = Callable[..., Desk]
SEEN = "See where my words are"
ROAD = "How safe I feel, over time"


def happened(council: Council, question: str, outcome: str, meeting: str | None) -> dict[str, Any]:
    """As the record tells it; an older one says no meeting."""
    [(envelope,)] = council.record(f"select envelope from points where question = '{question}'")
    told = {"envelope": envelope, "question": question, "outcome": outcome, "action": 0}
    told |= {"why": "", "name": "Siân Hughes", "role": "chair", "on": "2026-12-04"}
    return told | ({} if meeting is None else {"meeting": meeting})


def test_what_came_of_it_goes_by_meeting_the_newest_first(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.start("worries")
    words = {
        "home": "Shouting",
        "school": "The gate",
        "streets": "The bus stop",
        "online": "A text",
    }
    for place, text in words.items():
        amina.write(f"worry-{place}", text)
    amina.stop_here()
    amina.send()
    until(amina.page, lambda: len(council.record("select 1 from points")) == len(words))
    told = {
        "home": ("in_plan", "2026-12-04"),
        "school": ("done", "2027-03-05"),
        "streets": ("not_done", None),
        "online": ("done", "2026-12-04"),
    }
    letter = {"html": "<p>Dear Amina</p>", "from": "Siân", "role": "chair", "on": "2026-12-04"}
    publication = {"kind": "publication", "serial": 9, "on": "2027-03-06", "plan": None}
    publication |= {"letter": letter, "meeting": "2027-03-05"}
    pairs = [happened(council, f"worry-{place}", *one) for place, one in told.items()]
    council.says(publication | {"happened": pairs})
    amina.go_home()
    amina.sees("You said, and what happened")
    amina.tap("You said, and what happened")
    page = amina.shown("happened")
    expect(page.get_by_text("Things you said:")).to_have_text(
        "Things you said: 4 · In the plan: 1 · Done: 2 · Not done: 1"
    )
    assert page.get_by_role("heading", level=2).all_inner_texts() == [
        "Meeting on Friday, 5 March 2027",
        "Meeting on Friday, 4 December 2026",
        "Before that",
    ]
    lines = page.locator(".line").all_inner_texts()
    assert lines == ["The gate", "Shouting", "A text", "The bus stop"]
    assert findings(amina.page) == []
    council.says(publication | {"serial": 10, "happened": [pairs[2]]})
    amina.page.reload()
    amina.tap("You said, and what happened")
    expect(page.get_by_text("Things you said: 1 ")).to_be_visible(timeout=SOON)
    [heading] = page.get_by_role("heading", level=2).all()
    expect(heading).to_have_text("What you said")
    expect(heading).to_have_class("govuk-visually-hidden")


def say(amina: Phone, number: int) -> None:
    amina.start("worries")
    amina.pick("safe-home", str(number))
    amina.stop_here()
    amina.send()
    amina.go_home()


def test_how_safe_she_feels_is_drawn_and_told_over_time(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    assert amina.context
    say(amina, 2)
    until(amina.page, lambda: len(council.record("select 1 from points")) == 1)
    expect(amina.page.get_by_role("button", name=ROAD)).to_have_count(0)
    council.wait(40)
    amina.wait(40)
    say(amina, 7)
    until(amina.page, lambda: len(council.record("select 1 from points")) == 2)
    council.stop_half("outside")
    amina.tap(ROAD)
    page = amina.shown("scores")
    days = [clock.today() - timedelta(40), clock.today()]
    first, last = map(clock.long_day, days)
    told = [f"{first}: 2 · Not very safe", f"{last}: 7 · Quite safe"]
    expect(page.get_by_role("listitem")).to_have_text(told)
    expect(page.get_by_role("heading", level=2)).to_have_text("How safe I feel at home, 0 to 10:")
    assert page.locator("svg.chart text").all_text_contents() == ["2", "7"]
    dots = page.locator("svg.chart circle").evaluate_all(
        "all => all.map(one => [one.cx.baseVal.value, one.cy.baseVal.value])"
    )
    [(x1, y1), (x2, y2)] = dots
    assert x1 < x2
    assert y1 > y2
    ends = page.locator(".chart__end").all_inner_texts()
    assert [" ".join(one.split()) for one in ends] == ["Very safe 10", "Not safe at all 0"]
    for scheme in ("light", "dark"):
        amina.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert findings(amina.page) == []
    council.start_half("outside")

    worker = desk("worker")
    worker.case(story.AMINA)
    worker.turn_to("What was said")
    region = worker.page.get_by_role("region", name="How safe it felt, over time")
    expect(region.get_by_role("listitem")).to_have_text(
        [f"{days[0]:%-d %B %Y}: 2 · Not very safe", f"{days[1]:%-d %B %Y}: 7 · Quite safe"]
    )
