"""Drawn or photographed: kept sealed, freed of what the camera wrote, seen inside."""

import base64
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Playwright, expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.photos import MARKS, photo, size_of
from tests.journeys.sounds import blobs
from tests.journeys.staff import Desk
from tests.journeys.test_access import findings, reach_everything
from tests.journeys.traces import files_in
from tests.journeys.waiting import SOON, reload_until_there, until

NewPhone = Callable[..., Phone]
AMINA = "Amina (sample)"
NATURAL = "image => image.decode().then(() => [image.naturalWidth, image.naturalHeight])"


@pytest.fixture
def amina(council: Council, phone: NewPhone) -> Phone:
    """A phone that was used once where there was signal."""
    amina = phone()
    amina.claim(council.invitation())
    amina.wait_until_kept()
    return amina


def picture(phone: Phone, question: str = "worry-home") -> Locator:
    """The panel in which a question is answered with a picture, opened."""
    asked = phone.question(question)
    asked.get_by_role("button", name="Draw it, or add a photo").click()
    panel = asked.get_by_role("region", name="Drawing or photo")
    expect(panel).to_be_visible(timeout=SOON)
    return panel


def stroke(panel: Locator, *places: tuple[float, float]) -> None:
    """Draw a line through places on the sheet, each between 0 and 1."""
    sheet = panel.locator("canvas")
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    assert box
    mouse = panel.page.mouse
    for at, (x, y) in enumerate(places):
        mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"], steps=4)
        if at == 0:
            mouse.down()
    mouse.up()


def arrived(council: Council) -> bytes:
    """The picture as it lies in the record."""
    rows = council.record('select words from pieces join envelopes on id = envelope order by "at"')
    return b"".join(base64.b64decode(json.loads(words)["data"]) for (words,) in rows)


def seen_inside(worker: Desk) -> Locator:
    """The picture on the worker's page, once all of it has come."""
    worker.wait_for_words(AMINA, "Picture")
    image = worker.page.locator("img.attached")
    reload_until_there(image)
    return image


def test_a_drawing_with_no_signal_arrives_and_is_seen_inside(
    council: Council, amina: Phone, desk: Callable[[str], Desk]
) -> None:
    council.stop_half("outside")
    amina.start("worries")
    panel = picture(amina)
    panel.get_by_role("button", name="Draw", exact=True).click()
    stroke(panel, (0.1, 0.1), (0.9, 0.9))
    panel.get_by_role("button", name="Red").click()
    stroke(panel, (0.1, 0.9), (0.9, 0.1))
    panel.get_by_role("button", name="Undo the last line").click()
    panel.get_by_role("button", name="Done drawing").click()
    expect(panel.get_by_text("Your picture is on this phone.")).to_be_visible()
    kept = panel.get_by_role("img", name="The picture that you added")
    assert kept.evaluate(NATURAL) == [800, 800]
    amina.saved()
    amina.stop_here()
    amina.send()
    amina.tap("See where my words are")
    said = amina.shown("said")
    said.get_by_role("button", name="See it").click()
    assert said.get_by_role("img", name="The picture that you added").evaluate(NATURAL) == [
        800,
        800,
    ]

    council.start_half("outside")
    expect(said.get_by_text("With your worker's team")).to_have_count(1, timeout=SOON)
    expect(said.get_by_text("The picture is still on this phone.")).to_have_count(0, timeout=SOON)
    assert blobs(amina.page) == []
    worker = desk("worker")
    assert seen_inside(worker).evaluate(NATURAL) == [800, 800]
    assert findings(worker.page) == []
    assert arrived(council).startswith(b"\x89PNG")


def test_a_photo_leaves_behind_where_when_and_with_what_it_was_taken(
    council: Council, amina: Phone, desk: Callable[[str], Desk]
) -> None:
    taken = photo(amina.page)
    assert all(mark in taken for mark in MARKS), "the photo must have what is to be taken out"
    amina.start("worries")
    panel = picture(amina)
    sent: list[int] = []
    amina.page.on("request", lambda request: sent.append(len(request.post_data_buffer or b"")))
    photo_file = {"name": "IMG_2026.jpg", "mimeType": "image/jpeg", "buffer": taken}
    panel.locator('[type="file"]').set_input_files([photo_file])
    expect(panel.get_by_text("Your picture is on this phone.")).to_be_visible(timeout=SOON)
    amina.saved()
    amina.stop_here()
    amina.send()
    assert seen_inside(desk("worker")).evaluate(NATURAL) == [1600, 800]
    came = arrived(council)
    assert council.record("select count(*) > 1, count(distinct whole) from pieces") == [(1, 1)]
    assert sent[0] < max(sent), "words go before pictures"
    assert size_of(came) == (1600, 800)
    assert [mark for mark in MARKS if mark in came] == []
    amina.close()
    middle = came[len(came) // 2 :][:24]
    assert len(set(middle)) > 12
    for file, content in files_in(amina.profile).items():
        assert b"canary-street" not in content, file.name
        assert middle not in content, file.name


def test_what_is_drawn_is_kept_after_every_stroke(amina: Phone) -> None:
    amina.start("worries")
    panel = picture(amina)
    panel.get_by_role("button", name="Draw", exact=True).click()
    assert blobs(amina.page) == []
    stroke(panel, (0.2, 0.2), (0.8, 0.3))
    amina.saved()
    expect_blobs(amina, 1)
    amina.page.goto("about:blank")
    amina.close()
    amina.open()
    amina.start("worries")
    asked = amina.question("worry-home")
    kept = asked.get_by_role("img", name="The picture that you added")
    expect(kept).to_be_visible(timeout=SOON)
    assert kept.evaluate("image => image.naturalWidth") == 800


def test_a_picture_is_replaced_and_deleted(amina: Phone) -> None:
    amina.start("worries")
    panel = picture(amina)
    for _ in range(2):
        panel.locator('[type="file"]').set_input_files(
            [{"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo(amina.page, 40, 30)}]
        )
        expect(panel.get_by_text("Your picture is on this phone.")).to_be_visible(timeout=SOON)
        amina.saved()
        expect_blobs(amina, 1)
    panel.get_by_role("button", name="Delete the picture").click()
    expect(panel.get_by_text("Deleted.")).to_be_visible()
    amina.saved()
    expect_blobs(amina, 0)
    expect(panel.get_by_role("button", name="Draw", exact=True)).to_be_focused()


def test_what_is_no_photo_is_said_and_nothing_is_kept(amina: Phone) -> None:
    amina.start("worries")
    panel = picture(amina)
    panel.locator('[type="file"]').set_input_files(
        [{"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"not a photo at all"}]
    )
    expect(panel.get_by_text("We could not open that photo.")).to_be_visible()
    assert blobs(amina.page) == []


def test_an_empty_sheet_is_no_answer(amina: Phone) -> None:
    amina.start("worries")
    panel = picture(amina)
    panel.get_by_role("button", name="Draw", exact=True).click()
    stroke(panel, (0.2, 0.2), (0.8, 0.3))
    panel.get_by_role("button", name="Empty the sheet").click()
    panel.get_by_role("button", name="Done drawing").click()
    amina.saved()
    expect_blobs(amina, 0)
    skip = amina.page.get_by_role("button", name="Skip this one").locator("visible=true")
    expect(skip).to_be_visible()


def test_a_browser_that_does_not_give_back_what_was_drawn_is_noticed_and_said(
    council: Council, playwright: Playwright, tmp_path: Path
) -> None:
    """Firefox as people set it who do not want to be told apart."""
    protected = {"privacy.resistFingerprinting": True}
    amina = Phone(
        playwright, tmp_path / "protected", council, "firefox", firefox_user_prefs=protected
    )
    try:
        amina.claim(council.invitation())
        amina.start("worries")
        panel = picture(amina)
        said = panel.get_by_text("This browser hides what is drawn")
        panel.get_by_role("button", name="Draw", exact=True).click()
        expect(said).to_be_visible()
        expect(panel.locator("canvas")).to_be_hidden()
        panel.locator('[type="file"]').set_input_files(
            [{"name": "a.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}]
        )
        expect(said).to_be_visible()
        expect(amina.page.locator('[data-page="q-worry-home"] img')).to_be_hidden()
        assert blobs(amina.page) == []
    finally:
        amina.close()


def jpeg() -> bytes:
    """A photo that no canvas made."""
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(made, "JPEG")
    return made.getvalue()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_of_it_is_open_to_everybody(
    council: Council, phone: NewPhone, scheme: str
) -> None:
    amina = phone(color_scheme=scheme)
    amina.claim(council.invitation())
    amina.start("worries")
    panel = picture(amina)
    wrong = {"idle": all_wrong(amina)}
    panel.get_by_role("button", name="Draw", exact=True).click()
    stroke(panel, (0.1, 0.1), (0.9, 0.9))
    wrong["drawing"] = all_wrong(amina)
    panel.get_by_role("button", name="Done drawing").click()
    expect(panel.get_by_role("img", name="The picture that you added")).to_be_visible()
    wrong["kept"] = all_wrong(amina)
    assert wrong == {"idle": [], "drawing": [], "kept": []}


def all_wrong(phone: Phone) -> list[str]:
    """What axe finds, and what Tab never reaches."""
    return findings(phone.page) + sorted(reach_everything(phone.page))


def expect_blobs(phone: Phone, many: int) -> None:
    """Until so many recordings and pictures are kept."""
    until(phone.page, lambda: len(blobs(phone.page)) == many)
