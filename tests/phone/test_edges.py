"""Whatever is asked of the outside is answered with a page, and no words are asked for in clear."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest
from flask.testing import FlaskClient

from tests.mailbox.acting import Inside, Invited, Phone
from tests.record_pages.page import Page
from youthvoice.envelope.keys import KeyPair
from youthvoice.outside import create_app
from youthvoice.places import STATIC
from youthvoice.settings import Outside

HTTPS = "https://phone.example"
WORDS = "staple-lantern-orbit-velvet-mango-cactus"
SCANNED = (
    f"/%23{WORDS}",
    f"/%23{WORDS}/",
    f"/%2523{WORDS}",
    f"/en/%23{WORDS}",
    f"/%23{WORDS}?utm_source=mail",
)


def page_of(html: str) -> Page:
    page = Page(html)
    assert page.all("html")[0].get("lang") == "en-GB"
    assert page.heading
    assert [link.get("href") for link in page.all("a")] == ["/"]
    return page


@pytest.mark.parametrize("path", ["/nothing", "/cy/", "/en/words", "/a/b/c", "/static/build/x.js"])
def test_an_unknown_address_gets_a_page(phone: FlaskClient, path: str) -> None:
    answer = phone.get(path, base_url=HTTPS, follow_redirects=True)
    if path == "/en/words":
        assert answer.status_code == 200
        return
    assert answer.status_code == 404
    assert page_of(answer.text).heading == "There is nothing here"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_a_wrong_method_gets_a_page_and_is_told_the_right_ones(
    phone: FlaskClient, method: str
) -> None:
    answer = phone.open("/sw.js", method=method, base_url=HTTPS)
    assert answer.status_code == 405
    assert page_of(answer.text).heading == "This address does not work like that"
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize(
    ("path", "method", "status"), [("/api/nothing", "GET", 404), ("/api/claims", "GET", 405)]
)
def test_the_api_keeps_its_json(phone: FlaskClient, path: str, method: str, status: int) -> None:
    answer = phone.open(path, method=method, base_url=HTTPS)
    assert (answer.status_code, answer.is_json) == (status, True)


def test_our_own_fault_gets_a_page_too(settings: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(settings)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    monkeypatch.setitem(app.extensions, "phone", None)
    monkeypatch.setattr("youthvoice.phone.edges._language", lambda: "en")
    answer = app.test_client().get("/", base_url=HTTPS)
    assert answer.status_code == 500
    assert page_of(answer.text).heading == "Something broke on our side"


@pytest.mark.parametrize(
    "host", ["evil.example", "phone.example.evil.example", "a b", "", "x@phone.example"]
)
@pytest.mark.parametrize("path", ["/", "/en", f"/%23{WORDS}", "/api/openapi.json", "/healthz"])
def test_by_another_name_nothing_is_answered(phone: FlaskClient, host: str, path: str) -> None:
    answer = phone.get(path, headers={"Host": host})
    assert answer.status_code == 400
    assert "Location" not in answer.headers
    assert WORDS not in answer.text
    if "/api/" in path or path == "/healthz":
        assert answer.is_json
    else:
        assert page_of(answer.text).heading == "This address does not work like that"


@pytest.mark.parametrize(
    "host", ["phone.example", "PHONE.example:443", "127.0.0.1:8600", "[::1]:8600", "relay.example"]
)
def test_by_its_own_names_it_is(settings: Outside, host: str) -> None:
    known = Outside(**vars(settings) | {"outside_hosts": ("relay.example",)})
    answer = create_app(known).test_client().get("/", headers={"Host": host})
    assert answer.status_code == 200


@pytest.mark.parametrize("path", ["/en", "/en/words", "/en?a=b", "//evil.example/..//en"])
def test_a_redirect_is_a_path(phone: FlaskClient, path: str) -> None:
    """Behind a proxy with TLS the half is asked by plain HTTP: it must not lead there."""
    answer = phone.get(path, base_url="http://phone.example")
    assert answer.status_code in (308, 404)
    if answer.status_code == 308:
        location = answer.headers["Location"]
        assert location.startswith("/")
        assert not location.startswith("//")


def test_https_is_for_two_years_where_the_address_has_it(settings: Outside) -> None:
    for path in ("/", "/nothing", "/en", "/api/openapi.json"):
        answer = create_app(settings).test_client().get(path, base_url=HTTPS)
        assert answer.headers["Strict-Transport-Security"] == "max-age=63072000"
    near = Outside(**vars(settings) | {"phone_url": "http://127.0.0.1:8600"})
    assert "Strict-Transport-Security" not in create_app(near).test_client().get("/").headers


@pytest.mark.parametrize("path", SCANNED)
def test_a_link_that_a_scanner_changed_leads_on_and_says_no_word(
    phone: FlaskClient,
    path: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level("DEBUG")
    answers = [phone.get(path, base_url=HTTPS), phone.head(path, base_url=HTTPS)]
    for answer in answers:
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "Location" not in answer.headers
        assert "Set-Cookie" not in answer.headers
        assert "staple" not in answer.text + str(answer.headers)
    page = page_of(answers[0].text)
    [script] = page.all("script")
    assert phone.get(script.get("src"), base_url=HTTPS).status_code == 200
    assert "staple" not in caplog.text + "".join(capfd.readouterr())


def test_the_page_is_the_same_whatever_the_words_are(phone: FlaskClient) -> None:
    pages = {phone.get(path, base_url=HTTPS).data for path in (*SCANNED, "/%23other-words")}
    assert len(pages) == 1


def test_the_worker_keeps_nothing_of_it(phone: FlaskClient) -> None:
    worker = phone.get("/sw.js", base_url=HTTPS).text
    assert "lead_on" not in worker
    assert "%23" not in worker


SINKS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|parseFromString|srcdoc|setHTMLUnsafe"
    r"|createContextualFragment|new Worker|importScripts|serviceWorker\.register\(|createPolicy"
    r"|eval\("
)


def test_text_becomes_elements_or_code_in_two_places_alone() -> None:
    """Where the page's policies for Trusted Types stand."""
    found = {
        file.relative_to(STATIC).as_posix()
        for folder in ("phone", "record", "envelope")
        for file in (STATIC / folder).rglob("*.js")
        if SINKS.search(file.read_text("utf-8"))
    }
    assert found == {"phone/reading/inert.js", "phone/start/offline.js"}


def test_the_policy_wants_trusted_types(phone: FlaskClient) -> None:
    for path in ("/", "/en/", "/nothing", f"/%23{WORDS}"):
        policy = phone.get(path, base_url=HTTPS).headers["Content-Security-Policy"]
        assert "require-trusted-types-for 'script'" in policy
        assert "trusted-types inert worker" in policy


@pytest.fixture
def invited(settings: Outside) -> Iterator[tuple[FlaskClient, Phone]]:
    """The outside with an invitation that nobody claimed, and the phone that it is for."""
    proof = KeyPair.new()
    settings.inside_public_key.write_bytes(proof.public_pem())
    app = create_app(settings)
    with httpx.Client(transport=httpx.WSGITransport(app), base_url=HTTPS) as http:
        inside = Inside(http, proof)
        waiting = Invited()
        assert inside.leave(waiting).status_code == 201
        yield app.test_client(), Phone(http, inside, waiting)


def test_scanners_and_previews_use_up_no_invitation(
    settings: Outside, invited: tuple[FlaskClient, Phone]
) -> None:
    """Promise 20: fetched a thousand times in every way, and the phone opens it after that."""
    scanner, amina = invited
    before = dump(settings)
    for n in range(1000):
        path, how = SCANNED[n % 5] if n % 2 else "/", "HEAD" if n % 3 == 0 else "GET"
        headers = {"Sec-Purpose": "prefetch"} if n % 7 == 0 else {}
        assert scanner.open(path, method=how, base_url=HTTPS, headers=headers).status_code == 200
    assert dump(settings) == before
    assert amina.claim().status_code == 200


def dump(settings: Outside) -> list[str]:
    """Everything that the mailbox keeps."""
    with closing(sqlite3.connect(settings.mailbox_database)) as database:
        return list(database.iterdump())
