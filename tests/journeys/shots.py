"""Pictures of every page, to be looked at: `make shots` puts them in `shots/`.

The phone at 360 px, light and dark, in a made-up right-to-left dress, in the colours of somebody
who has their own, and at 320 px in all that makes it easier to read; staff at 1200 and 360 px.
With `--readme` the few that the README shows are made again in `tests/journeys/pictures/`.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page, Playwright, sync_playwright

from tests import clock
from tests.journeys import story
from tests.journeys.conftest import free_port
from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk, office

ROOT = Path(__file__).parents[2]
README = Path(__file__).with_name("pictures")
EASY = {"text": "largest", "letters": "clear", "spacing": "wide"}
DRESSES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"scheme": "dark"},
    "rtl": {"direction": "rtl"},
    "own-colours": {"scheme": "dark", "forced": "active"},
    "easy": {"look": EASY, "width": 320},
    "easy-dark": {"look": {**EASY, "colours": "dark"}, "width": 320},
}


def main() -> None:
    """Tell the story, then walk every page with a camera."""
    clock.begin()
    folder = README if "--readme" in sys.argv else ROOT / "shots"
    folder.mkdir(exist_ok=True)
    with sync_playwright() as playwright, _told(playwright) as (amina, worker, chair):
        if "--readme" in sys.argv:
            _for_readme(folder, amina, worker)
        else:
            _every_page(folder, amina)
            for desk in (worker, chair):
                _every_staff_page(folder, desk)


@contextmanager
def _told(playwright: Playwright) -> Iterator[tuple[Phone, Desk, Desk]]:
    with tempfile.TemporaryDirectory() as data, ExitStack() as after:
        council = Council(Path(data) / "data", free_port(), free_port())
        after.callback(council.stop)
        council.start()
        amina = after.enter_context(closing(Phone(playwright, Path(data) / "phone", council)))

        browser = after.enter_context(office(playwright))

        def sit(role: str) -> Desk:
            return after.enter_context(closing(Desk(browser, council, role, 0)))

        yield amina, *story.tell_it_all(council, amina, sit)


def _every_page(folder: Path, amina: Phone) -> None:
    amina.start("worries")
    amina.question("safe-rings")
    for name, value in {"neighbourhood": "not-safe", "schools": "mixed", "home": "safe"}.items():
        amina.page.locator(f"#safe-rings-{name}-{value}").check(force=True)
    amina.pick("safe-home", "7")
    amina.write("worry-home", "Mum is tired, and I don't want to add to it.")
    for way in ("Say it out loud", "Draw it, or add a photo", "Draw"):
        amina.tap(way)
    amina.stop_here()
    amina.claim_another(amina.council.invitation("parent"))
    amina.turn_to(story.AMINA)
    amina.page.get_by_role("button", name="Look over and send").click()
    names = amina.page.locator("[data-page]").evaluate_all("all => all.map(o => o.dataset.page)")
    for dress, how in DRESSES.items():
        _wear(amina.page, **how)
        for name in names:
            show(amina.page, name)
            unfold(amina.page)
            amina.page.screenshot(path=folder / f"{name}-{dress}.png")


def _wear(
    page: Page,
    scheme: Literal["light", "dark"] = "light",
    forced: Literal["active", "none"] = "none",
    direction: str = "ltr",
    look: dict[str, str] | None = None,
    width: int = 360,
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(color_scheme=scheme, forced_colors=forced)
    page.evaluate(
        """([direction, look]) => {
          const root = document.documentElement;
          root.dir = direction;
          for (const what of ['text', 'letters', 'spacing', 'colours']) delete root.dataset[what];
          Object.assign(root.dataset, look);
        }""",
        [direction, look or {}],
    )
    page.evaluate("document.fonts.ready.then(() => true)")


def _every_staff_page(folder: Path, desk: Desk) -> None:
    role = desk.person["role"]
    for width, scheme in ((1200, "light"), (360, "dark")):
        desk.page.set_viewport_size({"width": width, "height": 800})
        desk.page.emulate_media(color_scheme=scheme)
        desk.page.goto(desk.council.inside)
        _picture(folder, desk, f"{role}-cases-{width}")
        if role == "worker":
            desk.page.get_by_role("button", name="Open a new case").click()
            desk.press("Open the case")
            _picture(folder, desk, f"new-case-{width}")
        desk.case(story.AMINA)
        _picture(folder, desk, f"{role}-case-{width}")
        for link in ("Change the meeting, people and numbers", "Add a parent, carer or advocate"):
            desk.page.get_by_role("link", name=link).click()
            _picture(folder, desk, f"{role}-{link.split()[0].lower()}-{width}")
            desk.turn_to("Meeting and people")
        for page in ("What was said", "Plan", "Letter", "Publish"):
            desk.turn_to(page)
            _picture(folder, desk, f"{role}-{page.split()[-1].lower()}-{width}")


def _for_readme(folder: Path, amina: Phone, worker: Desk) -> None:
    amina.start("how")
    amina.pick("how-join", "A mix")
    amina.page.screenshot(path=folder / "phone-how.png")
    amina.stop_here()
    amina.start("worries")
    amina.write("worry-home", "Mum is tired, and I don't want to add to it.")
    amina.page.screenshot(path=folder / "phone-worries.png")
    amina.stop_here()
    for name in ("home", "said", "plan", "happened"):
        show(amina.page, name)
        amina.page.screenshot(path=folder / f"phone-{name}.png")
    worker.page.set_viewport_size({"width": 1000, "height": 800})
    worker.case(story.AMINA)
    worker.turn_to("What was said")
    worker.page.screenshot(path=folder / "staff-views.png")


def _picture(folder: Path, desk: Desk, name: str) -> None:
    desk.page.screenshot(path=folder / f"{name}.png", full_page=True)


def show(page: Page, name: str) -> None:
    """Show one page of the phone, whatever led there."""
    page.evaluate(
        "name => document.querySelectorAll('[data-page]')"
        ".forEach((one) => { one.hidden = one.dataset.page !== name; })",
        name,
    )


def unfold(page: Page) -> None:
    """Make the window as high as what is shown, so that nothing of it is scrolled away."""
    width = page.evaluate("innerWidth")
    page.set_viewport_size({"width": width, "height": 740})
    height = page.evaluate(
        "() => document.querySelector('[data-view]').scrollHeight"
        " + document.querySelector('.foot').offsetHeight"
    )
    page.set_viewport_size({"width": width, "height": max(740, height)})


if __name__ == "__main__":
    main()
