"""The shared vectors, in Python: each case gives exactly what it expects."""

from typing import Any

import pytest

from tests.envelope import cases, make_vectors, reference, vector_openings
from tests.envelope.cases import Case, Cases
from tests.envelope.walk import KINDS, outcome

BROWSER_ONLY = {"mends"}


def _listed(*groups: Cases) -> list[Any]:
    rows = [(kind, case) for group in groups for kind, some in group.items() for case in some]
    return [pytest.param(kind, case, id=f"{kind}: {case['name']}") for kind, case in rows]


STORED = {kind: some for kind, some in cases.stored().items() if kind not in BROWSER_ONLY}


@pytest.mark.parametrize(("kind", "case"), _listed(STORED, cases.longer(), cases.sealings()))
def test_a_case_gives_what_it_expects(kind: str, case: Case) -> None:
    assert outcome(kind, case) == case["expect"]


def test_python_and_the_reference_write_the_same_scribbles() -> None:
    some = cases.scribbled()["writes"]
    assert [outcome("writes", case) for case in some] == [case["expect"] for case in some]


def test_signatures_are_judged_as_wycheproof_judges_them() -> None:
    some = cases.wycheproof()["verifies"]
    assert {case["expect"] for case in some} == {True, False}
    assert [case["name"] for case in some if outcome("verifies", case) != case["expect"]] == []


def test_every_kind_of_case_is_walked() -> None:
    assert set(cases.stored()) | {"seals"} == set(KINDS) | BROWSER_ONLY


def test_names_are_not_used_twice() -> None:
    for some in cases.stored().values():
        names = [case["name"] for case in some]
        assert len(names) == len(set(names))


def test_stored_vectors_are_what_the_generator_writes() -> None:
    for name, text in make_vectors.files().items():
        assert (make_vectors.VECTORS / name).read_text("utf-8") == text


def test_stored_vectors_stay_small() -> None:
    assert sum(path.stat().st_size for path in make_vectors.VECTORS.iterdir()) < 600_000


@pytest.mark.parametrize("name", vector_openings.SAID)
def test_an_envelope_opens_with_another_library(name: str) -> None:
    case = next(case for case in cases.stored()["opens"] if case["name"] == name)
    draft = vector_openings.draft(name, reference.canonical(case["expect"]))
    for key in draft.to:
        inside = reference.opened(bytes.fromhex(case["envelope"]), draft, key)
        assert inside == draft.inside()
