"""What a browser that translates pages is asked to leave alone, and what people are told of it."""

import re
from pathlib import Path

import pytest

from youthvoice.places import ROOT, TEMPLATES

PHONE = sorted([*(TEMPLATES / "phone").rglob("*.html"), *(TEMPLATES / "kinds").glob("*.html")])
MARKUP = r"<bdi[^>]*>|<(?!html)[a-z0-9]+ [^>]*dir=\"auto\"[^>]*>"
GIVEN = r"\{[^{}]*\"dir\": \"auto\"[^{}]*\}"
SOMEBODYS = re.compile(f"{MARKUP}|{GIVEN}")
"""What people write is marked as of no known direction: names, words, letters, boxes."""
PUBLIC = {"words.html"}
"""The meanings of hard words are ours, and the same for everybody."""


@pytest.mark.parametrize("template", PHONE, ids=lambda path: path.name)
def test_what_somebody_wrote_is_not_to_be_translated(template: Path) -> None:
    if template.name in PUBLIC:
        return
    found = SOMEBODYS.findall(template.read_text("utf-8"))
    unmarked = [one for one in found if not re.search(r'translate"?(=|: )"no"', one)]
    assert unmarked == []


def test_so_are_lines_and_letters() -> None:
    text = (TEMPLATES / "phone" / "reading.html").read_text("utf-8")
    assert '<li class="line" translate="no" dir="auto">' in text
    assert re.search(r'data-html="html" +translate="no"', text)


def test_the_page_and_the_security_notes_say_what_a_translating_browser_sends_away() -> None:
    page = (TEMPLATES / "phone" / "pages" / "this_phone.html").read_text("utf-8")
    assert "translates a page sends its words to a company" in page
    assert "translat" in (ROOT / "SECURITY.md").read_text("utf-8")
