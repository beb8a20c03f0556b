"""The theme's colours, by their numbers: text 7:1 on every ground, edges and focus 3:1.

Computed from the tokens themselves, so that no page has to be looked at to know it; what stands on
what in the browser is measured by `tests/journeys/test_layout.py`.
"""

import re
from itertools import product

import pytest

from youthvoice.places import BUILD, STATIC, built

TEXT, EDGE = 7, 3
GROUNDS = ("paper", "card", "glow")
UNDER_INK = ("warn",)
"""Grounds on which nothing but ink stands."""
TEXTS = ("ink", "soft", "brand", "brand-deep", "alarm")
EDGES = ("ink", "brand", "line")
"""What borders are drawn with."""
FOCUS = {
    "light": {("ink", "focus")},
    "dark": {("focus", ground) for ground in GROUNDS},
}
"""Focus is a yellow ground: a line of ink around it tells it from paper, or the dark does."""

SOURCE = (STATIC / "style" / "tokens.scss").read_text("utf-8")
STYLE = (BUILD / built()["phone.css"]).read_text("utf-8")


def theme(name: str) -> dict[str, str]:
    """The colours of `light` or `dark`, by token."""
    block = re.search(rf"\${name}: \((.*?)\);", SOURCE, re.DOTALL)
    assert block
    return dict(re.findall(r"([\w-]+): (#[0-9a-f]{6})", block[1]))


THEMES = {name: theme(name) for name in ("light", "dark")}


def luminance(colour: str) -> float:
    """WCAG's relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def worn_together() -> set[tuple[str, str]]:
    """Text and ground that one rule of the built style sets together."""
    rules = re.findall(r"\{([^{}]*)\}", STYLE)
    pairs = set()
    for rule in rules:
        text = re.search(r"(?:^|;)color:var\(--([\w-]+)\)", rule)
        ground = re.search(r"(?:^|;)background(?:-color)?:var\(--([\w-]+)\)", rule)
        if text and ground and not {text[1], ground[1]} - set(THEMES["light"]):
            pairs.add((text[1], ground[1]))
    return pairs


def too_faint(colours: dict[str, str], pairs: set[tuple[str, str]], least: float) -> list[str]:
    found = {(a, b): contrast(colours[a], colours[b]) for a, b in pairs}
    return [f"{a} on {b}: {ratio:.2f}" for (a, b), ratio in found.items() if ratio < least]


@pytest.mark.parametrize("scheme", THEMES)
def test_every_text_can_be_read_on_every_ground(scheme: str) -> None:
    pairs = set(product(TEXTS, GROUNDS)) | set(product(("ink",), UNDER_INK)) | worn_together()
    assert {("on-brand", "brand"), ("on-focus", "focus")} <= pairs
    assert too_faint(THEMES[scheme], pairs, TEXT) == []


@pytest.mark.parametrize("scheme", THEMES)
def test_every_edge_can_be_told_from_every_ground(scheme: str) -> None:
    """WCAG 1.4.11 and 2.4.13."""
    pairs = set(product(EDGES, GROUNDS)) | FOCUS[scheme]
    assert too_faint(THEMES[scheme], pairs, EDGE) == []


def test_no_token_is_forgotten() -> None:
    known = {
        *TEXTS,
        *GROUNDS,
        *UNDER_INK,
        *EDGES,
        *(name for pair in worn_together() for name in pair),
    }
    assert set(THEMES["light"]) == set(THEMES["dark"]) == known


def test_a_faint_colour_would_be_found() -> None:
    faint = THEMES["light"] | {"soft": "#777777"}
    assert too_faint(faint, {("soft", "paper")}, TEXT) == ["soft on paper: 4.27"]
