"""What the phone is sent: small, the same for everybody, and nothing that calls home."""

import gzip
import html
import json
import re

import brotli
import pytest
from flask.testing import FlaskClient

from youthvoice.meanings import GLOSSARY
from youthvoice.places import BUILD, built, built_url
from youthvoice.questions.forms import MAIN, forms_with, sections
from youthvoice.questions.views import VIEWS

FIRST_VISIT = 40_000
"""Bytes, compressed: document, style and script together."""


def assets(document: str) -> list[str]:
    return re.findall(r'(?:src|href)="(/static/[^"]+)"', document)


def test_a_first_visit_is_three_requests_and_at_most_40_kb(phone: FlaskClient) -> None:
    document = phone.get("/", headers={"Accept-Encoding": "br"})
    addresses = assets(brotli.decompress(document.data).decode())
    assert len(addresses) == 2
    parts = [phone.get(url, headers={"Accept-Encoding": "br"}) for url in addresses]
    sizes = [len(part.data) for part in (document, *parts)]
    assert all(part.status_code == 200 for part in parts)
    assert sum(sizes) <= FIRST_VISIT, sizes


def test_the_document_holds_every_question_once(phone: FlaskClient) -> None:
    text = phone.get("/").text
    for question in (question for form in MAIN for question in form):
        assert text.count(f'data-question="{question.id}"') == 1


def test_every_question_and_every_place_says_to_which_forms_it_belongs(phone: FlaskClient) -> None:
    text = phone.get("/").text
    for section in sections():
        forms = f'data-forms="{" ".join(forms_with(section))}"'
        asked = [question for question in section.questions if not question.retired]
        assert len(re.findall(f'data-in="{section.id}" {forms}', text)) == len(asked)
        place = f'<li {forms}[^>]*><button type="button" class="place" data-section="{section.id}"'
        assert len(re.findall(place, text)) == 1
    for form in MAIN:
        assert f'data-version-{form.id}="{form.version}"' in text


def test_every_free_text_is_kept_from_the_browsers_own_memory(phone: FlaskClient) -> None:
    """Without these, browsers write what is typed in clear to their session files.

    A PIN is never written there, but `off` would not keep a password manager from offering.
    """
    text = phone.get("/").text
    controls = re.findall(r"<textarea[^>]*>|<input[^>]*type=\"(?:text|password)\"[^>]*>", text)
    assert len(controls) > len(list(VIEWS)) / 2
    for control in controls:
        wanted = "one-time-code" if 'type="password"' in control else "off"
        assert f'autocomplete="{wanted}"' in control, control
        assert 'spellcheck="false"' in control, control
        assert 'autocorrect="off"' in control or "numeric" in control, control


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_every_encoding_gives_the_same_page(phone: FlaskClient, encoding: str) -> None:
    answer = phone.get("/", headers={"Accept-Encoding": encoding})
    undo = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}[encoding]
    assert undo(answer.data) == phone.get("/").data


def test_letters_come_packed_and_are_not_packed_again(phone: FlaskClient) -> None:
    [name, *_] = [name for name in built() if name.endswith(".woff2")]
    answer = phone.get(built_url(name), headers={"Accept-Encoding": "br, gzip"})
    assert answer.data == (BUILD / built()[name]).read_bytes()
    assert "Content-Encoding" not in answer.headers


def test_a_page_that_the_phone_has_is_not_sent_again(phone: FlaskClient) -> None:
    tag = phone.get("/").headers["ETag"]
    answer = phone.get("/", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.data) == (304, b"")


def test_the_worker_keeps_what_the_page_needs_and_nothing_of_the_api(phone: FlaskClient) -> None:
    worker = phone.get("/sw.js").text
    kept = json.loads(worker.split("\n", 1)[0].removeprefix("self.KEPT=").rstrip(";"))
    assert kept["pages"] == ["/en/", "/"]
    assert kept["neutral"] == ["/en/tables/"]
    assert kept["fragments"] == ["/en/words/", "/en/inside/"]
    [inside] = kept["inside"]
    assert (
        inside.rsplit("/")[-1]
        in phone.get(kept["files"][-1]).text + phone.get(kept["files"][0]).text
    )
    assert phone.get(inside).status_code == 200
    assert sorted(kept["files"]) == sorted(assets(phone.get("/").text))
    assert not any("api" in path for path in kept["pages"] + kept["files"])
    assert "import" not in worker


def test_what_hard_words_mean_comes_apart_from_the_first_visit(phone: FlaskClient) -> None:
    answer = phone.get("/en/words/")
    assert answer.status_code == 200
    assert answer.text.count("<dd>") == len(GLOSSARY)
    for term in GLOSSARY:
        assert html.escape(term.meaning) in answer.text.replace("&#39;", "&#x27;")
    assert "Close" in answer.text
    document = phone.get("/").text
    assert not any(html.escape(term.meaning) in document for term in GLOSSARY)


def test_what_is_used_later_is_no_part_of_a_first_visit_and_is_kept_after_it(
    phone: FlaskClient,
) -> None:
    worker = phone.get("/sw.js").text
    kept = json.loads(worker.split("\n", 1)[0].removeprefix("self.KEPT=").rstrip(";"))
    document = phone.get("/").text
    scripts = re.findall(r'data-(?:file|voice|picture)="(/static/build/[^"]+)"', document)
    style = phone.get(next(url for url in assets(document) if url.endswith(".css"))).text
    letters = [f"/static/build/{name}" for name in re.findall(r"url\(([^)]+\.woff2)\)", style)]
    assert sorted(kept["later"]) == sorted(scripts + letters)
    assert (len(scripts), len(letters)) == (3, 4)
    assert not set(kept["later"]) & set(kept["files"] + assets(document))
    kinds = {phone.get(url).mimetype for url in kept["later"]}
    assert kinds == {"text/javascript", "font/woff2"}
    for url in scripts:
        assert "import" not in phone.get(url).text.replace("important", "")


def test_the_phone_may_play_and_show_what_it_holds_and_nothing_from_elsewhere(
    phone: FlaskClient,
) -> None:
    policy = phone.get("/").headers["Content-Security-Policy"]
    assert "media-src blob:;" in policy
    assert "img-src 'self' data: blob:;" in policy
    assert "microphone=(self)" in phone.get("/").headers["Permissions-Policy"]


def test_every_icon_is_drawn_once_and_shown_somewhere_beside_words(phone: FlaskClient) -> None:
    document = phone.get("/").text
    drawn = re.findall(r'<symbol id="i-([\w-]+)"', document)
    shown = re.findall(r'<use href="#i-([\w-]+)"', document)
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == set(shown)
    for icon in re.findall(r"<svg[^>]*>", document):
        assert 'aria-hidden="true"' in icon


def test_no_cookie_is_ever_set_and_nobody_else_is_called(phone: FlaskClient) -> None:
    for path in ("/", "/en/", "/sw.js", "/icon.svg", "/en/manifest.webmanifest", "/api/none"):
        answer = phone.get(path)
        assert "Set-Cookie" not in answer.headers
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "http" not in policy.replace("'none'", "")


def test_the_name_the_title_and_the_icon_give_nobody_away(phone: FlaskClient) -> None:
    manifest = phone.get("/en/manifest.webmanifest").get_json()
    assert manifest["name"] == "Notes"
    title = re.findall("<title>(.*?)</title>", phone.get("/").text)
    assert title == ["Notes"]
    for text in (json.dumps(manifest), phone.get("/icon.svg").text):
        assert not re.search("youth|safe|council|child|social", text, re.IGNORECASE)


def test_the_page_that_is_left_for_says_nothing_and_leads_nowhere(phone: FlaskClient) -> None:
    text = phone.get("/en/tables/").text
    assert "7 × 8 = 56" in text
    assert not re.search("note|youth|safe|council|child|social|<a |<script", text, re.IGNORECASE)


@pytest.mark.parametrize(
    "path",
    ["/xx/", "/xx/tables/", "/xx/words/", "/xx/manifest.webmanifest", "/static/build/none.js"],
)
def test_what_is_not_there_is_not_found(phone: FlaskClient, path: str) -> None:
    assert phone.get(path).status_code == 404


def test_the_browser_is_told_to_clear_its_files_by_our_own_page_alone(phone: FlaskClient) -> None:
    """A form or an image on another site can send no header of ours."""
    answer = phone.post("/empty", headers={"Empty": "yes"})
    assert (answer.status_code, answer.data) == (204, b"")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "Access-Control-Allow-Origin" not in answer.headers
    for refused in (phone.post("/empty"), phone.get("/empty", headers={"Empty": "yes"})):
        assert not refused.status_code < 300
        assert "Clear-Site-Data" not in refused.headers
