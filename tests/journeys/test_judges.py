"""What others have written to judge pages with finds nothing on the phone: pa11y, Lighthouse."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.envelope.conftest import Silent
from tests.journeys import story
from tests.journeys.council import Council
from tests.journeys.judges import verdict
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk

FULL = {"scores": {"accessibility": 100, "best-practices": 100}, "lost": []}
FAULTY = """<!doctype html><html lang="en"><title>A page with faults</title>
<section data-page="one"><h1>One</h1><input><img src="data:,"></section></html>"""


@pytest.mark.chromium
def test_they_find_nothing_on_a_phone_with_a_letter_and_a_plan(
    council: Council, phone: Callable[..., Phone], desk: Callable[..., Desk]
) -> None:
    """HTML_CodeSniffer AAA on every page, light and dark; Lighthouse outside and inside."""
    amina = phone()
    story.tell_it_all(council, amina, desk)
    amina.close()
    assert verdict("pa11y", council.outside, amina.profile) == []
    assert verdict("lighthouse", council.outside, amina.profile) == {
        "the first page": FULL,
        "the opened app": FULL,
    }


@pytest.fixture
def faulty(tmp_path: Path) -> Iterator[str]:
    """Where a page is served that has no label and no alternative text."""
    (tmp_path / "index.html").write_text(FAULTY, "utf-8")
    handler = partial(Silent, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.chromium
def test_they_find_what_is_wrong_with_another_page(faulty: str, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    codes = " ".join(verdict("pa11y", faulty, profile))
    assert "H91.InputText.Name" in codes
    assert "H37" in codes
    lost = verdict("lighthouse", faulty, profile)["the opened app"]
    assert lost["scores"]["accessibility"] < 100
    assert {"image-alt", "label"} <= set(lost["lost"])
