"""A slow phone, and a watch that runs inside its browser."""

from typing import Any

from playwright.sync_api import Page

SLOW_4G = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 180_000,
    "uploadThroughput": 84_375,
}
SLOWER = 6

READY = """
selector => {
  const one = document.querySelector(selector);
  return one?.checkVisibility() && performance.now();
}
"""
FETCHED = """
moment => performance.getEntries()
  .filter(({ entryType, startTime }) =>
    ['navigation', 'resource'].includes(entryType) && startTime < moment)
  .map(({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize])
"""
TAP = """
selector => new Promise((painted) => {
  const from = performance.now();
  [...document.querySelectorAll(selector)].find((one) => one.checkVisibility()).click();
  requestAnimationFrame(() => requestAnimationFrame(() => painted(performance.now() - from)));
})
"""
TAP_THROUGH = """
(() => {
  const seen = (selector) =>
    [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
  const on = () => {
    if (seen('[data-question]')) return;
    seen('[data-page="home"] [data-section="good"], [data-page="limits"] [data-act="start"]')
      ?.click();
    requestAnimationFrame(on);
  };
  requestAnimationFrame(on);
})();
"""


def slow_down(page: Page) -> None:
    """From now on this page has a slow processor and a slow network."""
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", SLOW_4G)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def until_ready(page: Page, selector: str) -> float:
    """Milliseconds from the start of the visit until that can be used."""
    found = page.wait_for_function(READY, arg=selector, polling="raf", timeout=60_000)
    return float(found.json_value())


def fetched(page: Page, moment: float) -> list[tuple[str, int]]:
    """What had been asked for until then, with its bytes as they came."""
    found: list[tuple[str, int]] = page.evaluate(FETCHED, moment)
    return found


def tapped(page: Page, selector: str) -> float:
    """Milliseconds from a tap until what it leads to is painted."""
    return float(page.evaluate(TAP, selector))


def fresh(browser: Any, address: str) -> Page:
    """A slow phone that has never been there, on its way to that address."""
    page: Page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    slow_down(page)
    page.goto(address, wait_until="commit", timeout=60_000)
    return page
