"""Whatever goes wrong under /api/ is JSON with a stable code, whatever the app around it does."""

import sqlite3
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from flask import Flask

from tests.mailbox.acting import Phone, said
from youthvoice.mailbox import StoreFailed, open_store


def test_an_unknown_path_is_not_found(http: httpx.Client) -> None:
    for path in ("/api/", "/api/x", "/api/claims/", "/api/boxes/x/sideways", "/api/inside/x"):
        assert said(http.get(path)) == (404, "not_found")


def test_a_wrong_method_says_which_are_right(http: httpx.Client) -> None:
    answer = http.get("/api/claims")
    assert said(answer) == (405, "method_not_allowed")
    assert answer.headers["Allow"] == "OPTIONS, POST"


def test_the_pages_of_the_app_do_not_answer_for_the_api(app: Flask, http: httpx.Client) -> None:
    for status in (401, 404, 405, 413, 500):
        app.register_error_handler(status, lambda error: ("<h1>a page</h1>", error.code))
    assert said(http.get("/api/x")) == (404, "not_found")
    assert said(http.get("/api/claims")) == (405, "method_not_allowed")
    assert said(http.post("/api/claims", content=bytes(2 << 20))) == (413, "too_large")
    assert app.test_client().get("/elsewhere").text == "<h1>a page</h1>"


def test_the_limit_is_a_mebibyte_whatever_the_app_allows(app: Flask, phone: Phone) -> None:
    for limit in (None, 10, 1 << 30):
        app.config["MAX_CONTENT_LENGTH"] = limit
        assert phone.put(phone.says()).status_code == 201
        assert said(phone.put(bytes((1 << 20) + 1), "0" * 32)) == (413, "too_large")


def test_a_healthy_mailbox_says_so(http: httpx.Client) -> None:
    answers = [http.get("/healthz") for _ in range(3)]
    assert [(one.status_code, one.json()) for one in answers] == [(200, {"ok": True})] * 3


def run(database: Path, statement: str) -> None:
    connection = sqlite3.connect(database)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_mailbox_that_cannot_be_read_says_so(http: httpx.Client, database: Path) -> None:
    run(database, "DROP TABLE waiting")
    assert said(http.get("/healthz")) == (503, "unavailable")


def test_a_mailbox_that_could_not_write_says_so_until_it_can(
    http: httpx.Client, phone: Phone, database: Path
) -> None:
    run(
        database,
        "CREATE TRIGGER full BEFORE INSERT ON waiting BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    )
    assert phone.put(phone.says()).status_code == 503
    assert said(http.get("/healthz")) == (503, "unavailable")
    run(database, "DROP TRIGGER full")
    assert phone.put(phone.says()).status_code == 201
    assert http.get("/healthz").status_code == 200


def test_a_stranger_who_asks_how_it_is_writes_nothing(http: httpx.Client, database: Path) -> None:
    with closing(sqlite3.connect(database)) as watching:
        before = watching.execute("PRAGMA data_version").fetchone()
        for _ in range(100):
            assert http.get("/healthz").status_code == 200
        assert watching.execute("PRAGMA data_version").fetchone() == before


def test_a_write_that_fails_changes_nothing_and_may_be_repeated(
    phone: Phone, database: Path
) -> None:
    first, second = phone.says("one"), phone.says("two")
    run(
        database,
        "CREATE TRIGGER full BEFORE INSERT ON waiting WHEN NEW.number IS NOT NULL"
        " AND (SELECT count(*) FROM waiting) = 1 BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    )
    body = b"".join(len(one).to_bytes(4, "big") + one for one in (first, second))
    assert said(phone.send("POST", f"{phone.box}/frames/up", content=body)) == (503, "unavailable")
    assert phone.inside.collect()[0] == []
    run(database, "DROP TRIGGER full")
    assert [one["status"] for one in phone.put_many(first, second)] == [201, 201]


def test_a_file_that_is_no_database_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "words.db").write_text("these are words, not a database " * 100)
    for path in (tmp_path / "words.db", tmp_path / "nowhere" / "mailbox.db"):
        with pytest.raises(StoreFailed):
            open_store(path)
