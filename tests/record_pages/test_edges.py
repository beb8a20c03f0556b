"""Whatever is asked of the inside is answered with a page, by its own name, along paths."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.record_pages.council import Council, open_council
from tests.record_pages.desk import Desk


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "a b"])
@pytest.mark.parametrize("path", ["/", "/cases/new", "/nothing", "/signed-out"])
def test_by_another_name_nothing_is_answered(
    council: Council, stranger_at_the_door: Desk, host: str, path: str
) -> None:
    answer = stranger_at_the_door.client.get(path, headers={"Host": host})
    stranger_at_the_door.looks_at(answer, 400)
    assert "Location" not in answer.headers


def test_a_redirect_is_a_path(council: Council, worker: Desk) -> None:
    """Behind a proxy with TLS the half is asked by plain HTTP: it must not lead there."""
    answer = worker.client.get(f"/cases/{council.case.id}?a=b")
    assert answer.headers["Location"] == f"/cases/{council.case.id}/?a=b"


def test_a_sign_in_link_leads_nowhere_by_itself(council: Council) -> None:
    link = council.link(council.worker)
    answer = council.app.test_client().get(f"{link}/")
    assert (answer.status_code, "Location" in answer.headers) == (404, False)


def test_https_is_for_two_years_where_the_address_has_it(tmp_path: Path, council: Council) -> None:
    assert "Strict-Transport-Security" not in council.app.test_client().get("/").headers
    with open_council(tmp_path / "far", inside_url="https://record.example") as far:
        for path in ("/", "/nothing", "/healthz", "/sign-in/x"):
            answer = far.app.test_client().get(path, base_url="https://record.example")
            assert answer.headers["Strict-Transport-Security"] == "max-age=63072000"


def test_a_stranger_who_asks_how_it_is_writes_nothing(council: Council) -> None:
    stranger = council.app.test_client()
    with closing(sqlite3.connect(council.store.path)) as watching:
        before = watching.execute("PRAGMA data_version").fetchone()
        for path in ("/healthz", "/", "/signed-out", "/sign-in/nonsense", "/nothing") * 20:
            stranger.get(path)
        assert watching.execute("PRAGMA data_version").fetchone() == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST"])
@pytest.mark.parametrize("path", ["/", "/nothing", "/sign-in/x", "/%23staple-lantern"])
def test_a_wrong_method_or_address_gets_a_page(
    stranger_at_the_door: Desk, method: str, path: str
) -> None:
    answer = stranger_at_the_door.client.open(path, method=method)
    if path == "/sign-in/x" and method == "POST":
        assert answer.headers["Location"] == path
        return
    assert answer.status_code in (400, 401, 404, 405)
    stranger_at_the_door.looks_at(answer, answer.status_code)
