"""Said out loud: kept sealed as it is said, sent in pieces, heard inside."""

import base64
import json
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.sounds import (
    MICROPHONE,
    REFUSED,
    blobs,
    heard,
    played,
    record,
    speak_until,
    voice,
)
from tests.journeys.staff import Desk
from tests.journeys.test_access import findings, reach_everything
from tests.journeys.traces import files_in
from tests.journeys.waiting import SOON, reload_until_there

NewPhone = Callable[..., Phone]
AMINA = "Amina (sample)"
NOTE = "Voice note, 0 min"
"""How it is told, whatever seconds a busy machine made of it."""


@pytest.fixture
def amina(council: Council, phone: NewPhone, engine: str) -> Phone:
    """A phone that was used once where there was signal."""
    amina = phone(**MICROPHONE[engine])
    amina.claim(council.invitation())
    amina.wait_until_kept()
    return amina


@pytest.mark.firefox
def test_a_voice_note_with_no_signal_arrives_and_is_heard_inside(
    council: Council, amina: Phone, desk: Callable[[str], Desk]
) -> None:
    council.stop_half("outside")
    amina.start("worries")
    record(voice(amina, "worry-home"))
    amina.saved()
    amina.stop_here()
    amina.close()

    amina.open()
    amina.shown("home")
    amina.send()
    amina.tap("See where my words are")
    said = amina.shown("said")
    expect(said.get_by_text("On this phone, waiting for signal")).to_have_count(1)
    expect(said.get_by_text(NOTE)).to_be_visible()
    expect(said.get_by_text("The voice note is still on this phone.")).to_be_visible()
    played(said, "Hear it true")
    expect(said.get_by_role("button", name="Hear it", pressed=False)).to_be_visible(timeout=SOON)

    council.start_half("outside")
    expect(said.get_by_text("With your worker's team")).to_have_count(1, timeout=SOON)
    expect(said.get_by_text("The voice note is still on this phone.")).to_have_count(
        0, timeout=SOON
    )
    expect(said.get_by_text(NOTE)).to_be_visible()
    assert blobs(amina.page) == []
    worker = desk("worker")
    worker.wait_for_words(AMINA, NOTE)
    audio = worker.page.locator("audio")
    expect(audio).to_have_count(1)
    told = heard(audio)
    assert told["wrong"] is None
    assert 1 < told["duration"] < 60
    assert told["at"] > 0
    assert findings(worker.page) == []
    [(whole, size)] = council.record("select sha256, bytes from wholes")
    assert council.record("select count(*) from points") == [(1,)]
    assert size > 1000
    assert len(whole) == 64


def test_nothing_that_was_said_out_loud_can_be_found_on_the_phone(
    council: Council, amina: Phone
) -> None:
    """Promise 4, for what is no words: bytes from the middle of the recording are the canary."""
    amina.start("worries")
    record(voice(amina, "worry-home"), "0:03")
    amina.saved()
    amina.stop_here()
    amina.close()
    written = files_in(amina.profile).values()
    amina.open()
    amina.send()
    amina.tap("See where my words are")
    expect(amina.shown("said").get_by_text("With your worker's team")).to_be_visible(timeout=SOON)
    amina.close()
    spoken = whole(council)
    canaries = [spoken[at : at + 24] for at in range(200, len(spoken) - 24, 500)]
    assert len(canaries) > 5
    found = [*written, *files_in(amina.profile).values()]
    for canary in canaries:
        assert not any(canary in content for content in found)
    (amina.profile / "breach").write_bytes(b"a breach on purpose" + spoken)
    assert any(canaries[0] in content for content in files_in(amina.profile).values())


def test_a_note_is_heard_recorded_again_and_deleted(amina: Phone) -> None:
    amina.start("worries")
    panel = voice(amina, "worry-home")
    record(panel)
    played(panel, "Stop playing")
    expect(panel.get_by_role("button", name="Hear it")).to_be_visible(timeout=SOON)
    first = {name.split("/")[2] for name in blobs(amina.page)}
    assert len(first) == 1

    record(panel, "0:01")
    amina.saved()
    second = {name.split("/")[2] for name in blobs(amina.page)}
    assert len(second) == 1
    assert first != second

    panel.get_by_role("button", name="Delete the voice note").click()
    expect(panel.get_by_text("Deleted.")).to_be_visible()
    amina.saved()
    assert blobs(amina.page) == []
    expect(panel.get_by_role("button", name="Start recording")).to_be_focused()


@pytest.mark.chromium
def test_a_microphone_that_hears_nothing_leaves_no_note_and_says_so(amina: Phone) -> None:
    amina.page.evaluate(
        """() => {
          window.MediaRecorder = class extends MediaRecorder {
            set ondataavailable(heard) {
              super.ondataavailable = () => heard({ data: new Blob() });
            }
          };
        }"""
    )
    amina.start("worries")
    panel = voice(amina, "worry-home")
    panel.get_by_role("button", name="Start recording").click()
    panel.get_by_role("button", name="Stop recording").click()
    expect(panel.get_by_text("Nothing was recorded.")).to_be_visible()
    expect(panel.get_by_role("button", name="Start recording")).to_be_focused()
    amina.saved()
    assert blobs(amina.page) == []
    expect(panel.get_by_role("button", name="Hear it")).to_be_hidden()


def test_clearing_the_answer_deletes_what_was_said(amina: Phone) -> None:
    amina.start("worries")
    record(voice(amina, "worry-home"), "0:01")
    amina.tap("Clear my answer")
    amina.saved()
    expect(
        amina.page.get_by_role("button", name="Skip this one").locator("visible=true")
    ).to_be_visible()
    assert blobs(amina.page) == []


def test_a_browser_that_closes_in_the_middle_keeps_what_was_said_so_far(
    council: Council, amina: Phone, desk: Callable[[str], Desk]
) -> None:
    amina.start("worries")
    panel = voice(amina, "worry-home")
    panel.get_by_role("button", name="Start recording").click()
    speak_until(panel, "0:04")
    assert amina.context
    amina.page.goto("about:blank")
    amina.close()

    amina.open()
    amina.start("worries")
    asked = amina.question("worry-home")
    expect(asked.get_by_role("button", name="Hear it")).to_be_visible(timeout=SOON)
    amina.stop_here()
    amina.send()
    worker = desk("worker")
    worker.wait_for_words(AMINA, NOTE)
    audio = worker.page.locator("audio")
    reload_until_there(audio)
    assert heard(audio)["at"] > 0


def test_it_stops_by_itself_when_it_is_full_and_says_so(amina: Phone) -> None:
    amina.page.evaluate(
        """() => {
          const { content } = document.querySelector('template[data-template="voice"]');
          content.firstElementChild.dataset.longest = '2';
        }"""
    )
    amina.start("worries")
    panel = voice(amina, "worry-home")
    panel.get_by_role("button", name="Start recording").click()
    expect(panel.get_by_text("Five minutes are full.")).to_be_visible(timeout=SOON)
    expect(panel.get_by_role("button", name="Hear it")).to_be_focused()


def test_going_elsewhere_turns_the_microphone_off_at_once(amina: Phone) -> None:
    amina.page.evaluate(
        """() => {
          const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
          navigator.mediaDevices.getUserMedia = async (wanted) => {
            const stream = await ask(wanted);
            window.microphone = stream.getTracks()[0];
            return stream;
          };
        }"""
    )
    amina.start("worries")
    panel = voice(amina, "worry-home")
    panel.get_by_role("button", name="Start recording").click()
    speak_until(panel, "0:01")
    assert amina.page.evaluate("window.microphone.readyState") == "live"
    amina.page.get_by_label("Always here").get_by_role("button", name="I need help now").click()
    amina.shown("help")
    assert amina.page.evaluate("window.microphone.readyState") == "ended"
    amina.page.go_back()
    amina.shown("q-worry-home")
    expect(panel.get_by_role("button", name="Hear it")).to_be_visible()


def test_a_page_that_is_emptied_turns_the_microphone_off_at_once(amina: Phone) -> None:
    """As leaving now does it."""
    amina.start("worries")
    panel = voice(amina, "worry-home")
    ask = "(stream) => { window.microphone = stream.getTracks()[0]; return stream; }"
    amina.page.evaluate(
        f"""() => {{
          const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
          navigator.mediaDevices.getUserMedia = (wanted) => ask(wanted).then({ask});
        }}"""
    )
    panel.get_by_role("button", name="Start recording").click()
    speak_until(panel, "0:01")
    state = amina.page.evaluate(
        """async () => {
          document.body.replaceChildren();
          await Promise.resolve();
          return window.microphone.readyState;
        }"""
    )
    assert state == "ended"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_of_it_is_open_to_everybody(
    council: Council, phone: NewPhone, engine: str, scheme: str
) -> None:
    amina = phone(**MICROPHONE[engine], color_scheme=scheme)
    amina.claim(council.invitation())
    amina.start("worries")
    panel = voice(amina, "worry-home")
    wrong = {"idle": findings(amina.page) + sorted(reach_everything(amina.page))}
    panel.get_by_role("button", name="Start recording").click()
    speak_until(panel, "0:01")
    wrong["recording"] = findings(amina.page)
    panel.get_by_role("button", name="Stop recording").click()
    expect(panel.get_by_role("button", name="Hear it")).to_be_focused()
    wrong["kept"] = findings(amina.page) + sorted(reach_everything(amina.page))
    assert wrong == {"idle": [], "recording": [], "kept": []}


@pytest.mark.chromium
def test_a_phone_that_refuses_to_keep_what_is_said_says_so_and_loses_nothing(
    council: Council, phone: NewPhone
) -> None:
    amina = phone(**MICROPHONE["chromium"])
    amina.claim(council.invitation())
    amina.close()
    amina.switch_on()
    limits = amina.page.context.new_cdp_session(amina.page)
    limits.send("Storage.overrideQuotaForOrigin", {"origin": council.outside, "quotaSize": 1})
    amina.open()
    amina.start("worries")
    panel = voice(amina, "worry-home")
    panel.get_by_role("button", name="Start recording").click()
    speak_until(panel, "0:02")
    expect(amina.page.get_by_text("Not saved yet.")).to_be_visible(timeout=SOON)
    assert blobs(amina.page) == []
    panel.get_by_role("button", name="Stop recording").click()
    limits.send("Storage.overrideQuotaForOrigin", {"origin": council.outside})
    expect(panel.get_by_text("Stopped. Your voice note is on this phone.")).to_be_visible(
        timeout=SOON
    )
    expect(amina.page.get_by_text("Not saved yet.")).to_be_hidden()
    parts = sorted(int(name.rsplit("/", 1)[1]) for name in blobs(amina.page))
    assert parts == list(range(len(parts)))
    assert len(parts) > 1


@pytest.mark.chromium
def test_what_was_never_kept_is_said_with_no_signal_and_comes_with_it(
    council: Council, phone: NewPhone
) -> None:
    amina = phone(service_workers="block")
    amina.claim(council.invitation())
    council.stop_half("outside")
    amina.start("worries")
    asked = amina.question("worry-home")
    asked.get_by_role("button", name="Say it out loud").click()
    expect(asked.get_by_text("This part is not on your phone yet.")).to_be_visible()
    amina.write("worry-home", "Then I write it.")
    council.start_half("outside")
    voice(amina, "worry-home")
    expect(asked.get_by_text("This part is not on your phone yet.")).to_be_hidden()


@pytest.mark.chromium
def test_a_microphone_that_is_refused_is_said_and_writing_goes_on(
    council: Council, phone: NewPhone
) -> None:
    amina = phone(**REFUSED)
    amina.claim(council.invitation())
    amina.start("worries")
    panel = voice(amina, "worry-home")
    panel.get_by_role("button", name="Start recording").click()
    expect(panel.get_by_text("This phone does not let us use the microphone.")).to_be_visible()
    amina.write("worry-home", "Then I write it.")
    assert blobs(amina.page) == []


def test_a_phone_without_a_microphone_says_so(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.open()
    amina.page.add_init_script("delete window.MediaRecorder")
    amina.claim(council.invitation())
    amina.start("worries")
    panel = voice(amina, "worry-home")
    panel.get_by_role("button", name="Start recording").click()
    expect(panel.get_by_text("We found no microphone that we can use here.")).to_be_visible()


def whole(council: Council) -> bytes:
    """The recording as it lies in the record."""
    rows = council.record('select words from pieces join envelopes on id = envelope order by "at"')
    return b"".join(base64.b64decode(json.loads(words)["data"]) for (words,) in rows)
