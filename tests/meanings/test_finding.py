"""Hard words are found as whole words, the longest first: the same in Python and on a phone."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from youthvoice.meanings import GLOSSARY, Term, found_in, with_area
from youthvoice.places import ROOT

Found = list[list[str]]
TEXTS: list[tuple[str, list[str]]] = json.loads(
    Path(__file__).with_name("found.json").read_text("utf-8")
)
ASK = """
import { finder } from './static/phone/reading/finding.js';
import { readFileSync } from 'node:fs';
const { terms, texts } = JSON.parse(readFileSync(0));
const find = finder(terms);
process.stdout.write(JSON.stringify(texts.map((text) => find(text).map(
  ({ at, length, term }) => [text.slice(at, at + length), term.names[0]]))));
"""


def on_a_phone(terms: tuple[Term, ...], texts: list[str]) -> list[Found]:
    """What the phone's own code finds: as it is written, and the term."""
    told = [
        {"names": one.names, "meaning": one.meaning, "asWritten": one.as_written} for one in terms
    ]
    done = subprocess.run(
        ["node", "--input-type=module", "-e", ASK],
        input=json.dumps({"terms": told, "texts": texts}),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    found: list[Found] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(("text", "names"), TEXTS)
def test_what_stands_in_a_text_is_found_once_in_its_order(text: str, names: list[str]) -> None:
    assert [term.names[0] for term in found_in(text, GLOSSARY)] == names


def test_a_phone_finds_the_same() -> None:
    texts = [text for text, _ in TEXTS]
    found = on_a_phone(GLOSSARY, texts)
    once = [list(dict.fromkeys(name for _, name in some)) for some in found]
    assert once == [names for _, names in TEXTS]


def test_a_phone_finds_the_words_as_they_are_written() -> None:
    [found] = on_a_phone(GLOSSARY, ["Two Social Workers: the Core\n group's chair."])
    assert found == [
        ["Social Workers", "social worker"],
        ["Core\n group's", "core group"],
        ["chair", "chair"],
    ]


def test_names_in_another_writing_are_found() -> None:
    advocate = Term(("مناصر", "advocate"), "شخص إلى جانبك")
    text = "تحدث مع مناصر. An advocate."
    assert found_in(text, (advocate,)) == [advocate]
    assert on_a_phone((advocate,), [text]) == [[["مناصر", "مناصر"], ["advocate", "مناصر"]]]


def test_no_terms_find_nothing() -> None:
    assert found_in("The chair", ()) == []
    assert on_a_phone((), ["The chair"]) == [[]]


def test_no_name_stands_for_two_things() -> None:
    names = [name.lower() for term in GLOSSARY for name in term.names]
    assert len(names) == len(set(names))


def test_a_term_in_another_language_keeps_its_names() -> None:
    [term] = [one for one in GLOSSARY if "IRO" in one.names]
    assert term.in_words(str.swapcase).names == ("iro", "IRO")
    assert term.in_words(str).names == ("IRO",)


def test_an_areas_meaning_wins_and_its_own_words_join() -> None:
    words = [
        {"term": "Core Group", "meaning": "Four people."},
        {"term": "the hub", "meaning": "A place in Mill Road."},
    ]
    found = with_area(GLOSSARY, words)  # type: ignore[arg-type]
    known = {term.names[0]: term for term in GLOSSARY}
    ours = known["core group"]
    assert replace(ours, meaning="Four people.") in found
    assert found[-1] == Term(("the hub",), "A place in Mill Road.")
    assert len(found) == len(GLOSSARY) + 1
