"""The W3C's validator finds no fault in what a phone is sent, in any language."""

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from tests.markup import faults, part_faults
from youthvoice.outside import create_app
from youthvoice.settings import Outside

LANGUAGES = ("en", "ar", "cy")
"""One that is there, one that runs from right to left, one without a catalogue."""

FILLED_LATER = re.compile('Section lacks heading.*data-page="(letter|happened)"', re.DOTALL)
"""Their heading comes with what there is to read; `journeys/test_markup.py` sees them filled."""


@pytest.fixture
def spoken(settings: Outside) -> FlaskClient:
    return create_app(replace(settings, languages=LANGUAGES)).test_client()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["", "tables/"])
def test_a_document_has_no_fault(spoken: FlaskClient, language: str, path: str) -> None:
    found = faults(spoken.get(f"/{language}/{path}").text)
    assert [one for one in found if not FILLED_LATER.search(one)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["inside", "words"])
def test_a_part_that_is_filled_in_has_no_fault(
    spoken: FlaskClient, language: str, part: str
) -> None:
    assert part_faults(spoken.get(f"/{language}/{part}/").text) == []


def test_no_path_shows_another_page(spoken: FlaskClient) -> None:
    """What is not there is answered by the one document, or by no page at all."""
    for path in ("/nowhere", "/en/nowhere/", "/static/build/nowhere.js", "/healthz"):
        answer = spoken.get(path, follow_redirects=True)
        if answer.mimetype == "text/html":
            found = faults(answer.text)
            assert [one for one in found if not FILLED_LATER.search(one)] == [], path


def test_the_validator_finds_what_is_wrong() -> None:
    wrong = '<!doctype html><html lang="en"><title>Wrong</title><input type="hidden" {}>{}</html>'
    assert "“autocomplete”" in " ".join(faults(wrong.format('autocomplete="off"', "")))
    assert "“hidden” not allowed" in " ".join(faults(wrong.format("", "<svg hidden></svg>")))
    assert "Duplicate ID" in " ".join(faults(wrong.format('id="a"', '<p id="a"></p>')))
