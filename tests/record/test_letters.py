"""The letter: kept as typed, cleaned as shown."""

from html import unescape
from html.parser import HTMLParser

import pytest

from tests.record.conftest import People
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
