"""The shared vectors in real browsers, and envelopes from one language opened in the other."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.envelope import cases, vector_openings
from tests.envelope.cases import Case, Cases
from tests.envelope.walk import NAMED, outcome, sealed

PYTHON_ONLY = {"check_hashes"}
SAID = vector_openings.SAID | vector_openings.LONG


def _walked(page: Page, some: Cases) -> dict[str, Any]:
    given = json.dumps({"keys": NAMED, "cases": some})
    return dict(page.evaluate("given => globalThis.walk(given)", given))


def _passes(page: Page, some: Cases) -> None:
    found = _walked(page, some)
    assert found["failures"] == []
    assert found["ran"] == {kind: len(listed) for kind, listed in some.items()}
    assert all(found["ran"].values())


def _stored() -> Cases:
    return {kind: some for kind, some in cases.stored().items() if kind not in PYTHON_ONLY}


def _sample(name: str, words: Any) -> Case:
    return {**vector_openings.case(name, {}), "words": words, "expect": words}


def test_every_stored_case_gives_what_it_expects(page: Page) -> None:
    _passes(page, _stored())


@pytest.mark.parametrize("kind", sorted(_stored()))
def test_a_wrong_expectation_is_reported(page: Page, kind: str) -> None:
    case = _stored()[kind][0]
    found = _walked(page, {kind: [case | {"expect": {"error": "something else"}}]})
    assert [line.split(": ")[0] for line in found["failures"]] == [kind]


def test_a_kind_that_the_browser_does_not_know_is_reported(page: Page) -> None:
    assert len(_walked(page, {"unheard of": [{"name": "one"}]})["failures"]) == 1


def test_larger_envelopes_open(page: Page) -> None:
    _passes(page, cases.longer())


def test_sealing_makes_the_size_or_the_error_that_it_should(page: Page) -> None:
    _passes(page, cases.sealings())


def test_random_words_are_written_as_python_writes_them(page: Page) -> None:
    _passes(page, cases.scribbled())


def test_signatures_are_judged_as_wycheproof_judges_them(page: Page) -> None:
    _passes(page, cases.wycheproof())


def test_rfc_9180_opens(page: Page) -> None:
    _passes(page, cases.rfc9180())


def test_envelopes_open_with_another_library(page: Page) -> None:
    _passes(page, {"opensBySecond": cases.stored()["opens"] + cases.longer()["opens"]})


def test_what_python_seals_opens(page: Page) -> None:
    samples = [_sample(name, words) for name, words in SAID.items()]
    fresh = [case | {"envelope": sealed(case, case["words"]).hex()} for case in samples]
    _passes(page, {"opens": fresh, "opensBySecond": fresh})


@pytest.mark.parametrize("name", SAID)
def test_what_the_browser_seals_opens_in_python(page: Page, name: str) -> None:
    case = _sample(name, SAID[name])
    given = json.dumps({"one": case, "named": NAMED})
    envelope = page.evaluate("given => globalThis.seal(given)", given)
    assert outcome("opens", case | {"envelope": envelope}) == SAID[name]


def test_new_keys_take_words_there_and_back_and_cannot_be_exported_again(page: Page) -> None:
    trips = [
        {
            "name": f"{name}, {readers} readers",
            "direction": name.split(",")[0],
            "readers": readers,
            "words": words,
            "expect": {"words": words, "extractable": False},
        }
        for name, words in vector_openings.SAID.items()
        for readers in (1, 2)
    ]
    _passes(page, {"roundTrips": trips})
