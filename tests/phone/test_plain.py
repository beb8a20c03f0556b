"""Plain language: what a young person reads, they can read.

Sentences of 15 words on average and none over 25. A reading age of 11 at most on every page:
Flesch-Kincaid grade 6, with syllables counted offline, rather too many than too few; and LIX 25
at most, which counts no syllables and so errs elsewhere. No hard word without its meaning one
tap away. All is measured on the document as it is sent, with the words of every template; what
people write themselves is theirs.
"""

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from tests.phone.hard_words import HARD, MEANINGS, ONE_TAP_ON, TAPPED_ON
from tests.phone.reading import grade, is_whole, lix, pages, syllables, words

LONGEST, USUAL = 25, 15
HIGHEST_GRADE, HIGHEST_LIX = 6.0, 25
ENOUGH = 25
"""Words from which on a page's grade says something."""
PART_OF = {
    **{"state": "said", "point": "said", "answer": "review", "pair": "happened"},
    **{"advocate": "advocates", "for-yes": "approve", "shared-point": "shared"},
}
"""Templates that are shown inside another."""

Place = dict[str, list[str]]


@pytest.fixture
def read(phone: FlaskClient) -> Place:
    """Every page; a question's with what the phone puts beneath each."""
    found = pages(phone.get("/").text)
    beneath = found["about-answer"]
    read = {name: some + beneath * name.startswith("q-") for name, some in found.items()}
    fragments = pages(phone.get("/en/inside/").text)
    assert "around" not in fragments or not fragments.pop("around")
    return read | fragments | {"words": pages(phone.get("/en/words/").text)["around"]}


def whole_sentences(read: Place) -> dict[str, list[str]]:
    found = {
        name: [one for one in dict.fromkeys(all_) if is_whole(one)] for name, all_ in read.items()
    }
    return {name: some for name, some in found.items() if sum(map(len, map(words, some))) >= ENOUGH}


def too_long(read: Place) -> list[str]:
    return [one for some in read.values() for one in some if len(words(one)) > LONGEST]


def too_hard(read: Place) -> dict[str, tuple[float, float]]:
    measured = {name: (grade(some), lix(some)) for name, some in whole_sentences(read).items()}
    return {
        name: found
        for name, found in measured.items()
        if found[0] > HIGHEST_GRADE or found[1] > HIGHEST_LIX
    }


def unexplained(read: Place) -> Iterator[tuple[str, str]]:
    """Page and word, for each hard word without its meaning in reach."""
    texts: dict[str, str] = {}
    for name, some in read.items():
        whole = PART_OF.get(name, name)
        texts[whole] = " ".join([texts.get(whole, ""), *some])
    glossary = texts.pop("words", "")
    for name, text in texts.items():
        reach = text + texts.get(ONE_TAP_ON.get(name, ""), "") + glossary * (name in TAPPED_ON)
        for word in HARD:
            if stands_in(word, text) and not any(one in reach for one in MEANINGS.get(word, ())):
                yield name, word


def stands_in(word: str, text: str) -> bool:
    flags = re.NOFLAG if word.isupper() else re.IGNORECASE
    return re.search(rf"\b{re.escape(word)}(?:s|es)?\b", text, flags) is not None


def test_no_sentence_is_long(read: Place) -> None:
    assert sum(map(len, read.values())) > 500
    assert too_long(read) == []
    said = [len(words(one)) for some in whole_sentences(read).values() for one in some]
    assert sum(said) / len(said) <= USUAL


def test_every_page_can_be_read_at_eleven(read: Place) -> None:
    assert len(whole_sentences(read)) > 40
    assert too_hard(read) == {}


def test_every_hard_word_has_its_meaning_one_tap_away(read: Place) -> None:
    assert any(stands_in("advocate", one) for one in read["q-advocate"])
    assert list(unexplained(read)) == []


def test_what_is_not_plain_would_be_found() -> None:
    long = "We will then " + "and then " * 12 + "stop."
    hard = "Safeguarding practitioners undertake multidisciplinary assessments of vulnerabilities."
    read = {"home": [long, *[hard] * 4], "q-advocate": ["Ask your advocate about the threshold."]}
    assert too_long(read) == [long]
    assert list(too_hard(read)) == ["home"]
    assert list(unexplained(read)) == [
        ("home", "assessment"),
        ("q-advocate", "advocate"),
        ("q-advocate", "threshold"),
    ]


@pytest.mark.parametrize(
    ("word", "count"), [("meeting", 2), ("advocate", 3), ("safe", 1), ("anybody", 4), ("family", 3)]
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count
