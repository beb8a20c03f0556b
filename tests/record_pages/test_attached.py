"""What hangs on an answer is heard and seen by those who may read the answer, and nobody else."""

import base64
import hashlib
import secrets
from typing import Any

import pytest

from tests.record_pages.council import Council, answer
from tests.record_pages.desk import Desk
from youthvoice.record.cases import Case, young_person_of
from youthvoice.record.kinds import keep_words
from youthvoice.record.mailroom.frames import Frame
from youthvoice.record.mailroom.keeping import keep_bytes
from youthvoice.record.views import points_for
from youthvoice.record.views.handles import handle

WEBM = b"\x1a\x45\xdf\xa3" + bytes(range(256)) * 8
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
HTML = b"<!doctype html><script>alert(document.domain)</script>"


def arrives(council: Council, data: bytes, case: Case | None = None) -> str:
    """One piece that is the whole, from the young person of that case; gives its name."""
    reader = young_person_of(council.store, (case or council.case).id)
    own_id, whole = secrets.token_hex(16), hashlib.sha256(data).hexdigest()
    raw = b"YV\x01\x02" + bytes(16) + bytes.fromhex(own_id)
    keep_bytes(council.store, Frame(secrets.token_hex(16), raw))
    row = council.store.row("SELECT n FROM arrivals WHERE id = ?", [own_id])
    assert row is not None
    piece = {"kind": "piece", "whole": whole, "at": 0, "of": 1}
    piece["data"] = base64.b64encode(data).decode()
    assert keep_words(council.store, reader, own_id, row["n"], piece) == []
    return whole


def says(council: Council, name: str, part: str = "voice", audience: str = "worker") -> str:
    """An answer with something attached; gives the address of it."""
    named: dict[str, Any] = {"sha256": name, "bytes": 99, "type": "audio/webm", "seconds": 65}
    if part == "picture":
        named = {"sha256": name, "bytes": 99, "type": "image/png"}
    council.said(answer("worry-home", {"text": "Listen", part: named}, audience))
    point = points_for(council.store, council.worker, council.case.id)[-1]
    return f"/cases/{council.case.id}/views/{handle(point)}/{part}"


def views(council: Council) -> str:
    return f"/cases/{council.case.id}/views"


def test_a_voice_note_stands_beside_the_words_and_plays(council: Council, worker: Desk) -> None:
    address = says(council, arrives(council, WEBM))
    page = worker.opens(views(council))
    assert [one.text for one in page.with_class("verbatim")] == ["Listen", "Voice note, 1 min 5 s"]
    [audio] = page.all("audio")
    assert audio.get("src") == address
    assert audio.get("aria-label") == "Voice note"
    given = worker.client.get(address)
    assert (given.status_code, given.data, given.mimetype) == (200, WEBM, "audio/webm")
    assert given.headers["Content-Disposition"] == "inline; filename=note.webm"
    assert given.headers["X-Content-Type-Options"] == "nosniff"
    assert given.headers["Cache-Control"] == "no-store"
    assert "sandbox" in given.headers["Content-Security-Policy"]
    assert given.headers["Accept-Ranges"] == "bytes"


def test_a_player_may_ask_for_a_part(council: Council, worker: Desk) -> None:
    address = says(council, arrives(council, WEBM))
    given = worker.client.get(address, headers={"Range": "bytes=100-199"})
    assert (given.status_code, given.data) == (206, WEBM[100:200])
    assert given.headers["Content-Range"] == f"bytes 100-199/{len(WEBM)}"
    assert given.headers["Cache-Control"] == "no-store"
    assert worker.client.get(address, headers={"Range": "bytes=99999-"}).status_code == 416


def test_a_picture_is_shown_with_words_for_those_who_do_not_see_it(
    council: Council, worker: Desk
) -> None:
    address = says(council, arrives(council, PNG), "picture")
    [image] = worker.opens(views(council)).all("img")
    assert image.get("src") == address
    assert image.get("alt")
    assert worker.client.get(address).mimetype == "image/png"


def test_what_has_not_come_yet_is_said_to_be_on_its_way(council: Council, worker: Desk) -> None:
    address = says(council, "00" * 32)
    page = worker.opens(views(council))
    assert "The recording is still on its way." in page.text
    assert page.all("audio") == []
    worker.opens(address, expect=404)
    says(council, "00" * 32, "picture")
    assert "The picture is still on its way." in worker.opens(views(council)).text


@pytest.mark.parametrize(
    ("data", "part"), [(HTML, "voice"), (HTML, "picture"), (PNG, "voice"), (WEBM, "picture")]
)
def test_what_it_claims_to_be_decides_nothing(
    council: Council, worker: Desk, data: bytes, part: str
) -> None:
    address = says(council, arrives(council, data), part)
    page = worker.opens(views(council))
    assert page.all("audio", "img") == []
    assert address in [link.get("href") for link in page.all("a")]
    given = worker.client.get(address)
    assert (given.mimetype, given.data) == ("application/octet-stream", data)
    assert given.headers["Content-Disposition"] == "attachment; filename=note.bin"


def test_only_those_who_may_read_the_answer_may_hear_it(
    council: Council, worker: Desk, chair: Desk, stranger: Desk, stranger_at_the_door: Desk
) -> None:
    address = says(council, arrives(council, WEBM), audience="worker")
    assert worker.client.get(address).status_code == 200
    chair.opens(address, expect=404)
    stranger.opens(address, expect=404)
    stranger_at_the_door.opens(address, expect=401)


def test_the_chair_hears_what_is_for_the_meeting(council: Council, chair: Desk) -> None:
    address = says(council, arrives(council, WEBM), audience="meeting")
    assert chair.client.get(address).data == WEBM


def test_an_answer_that_names_the_recording_of_another_shows_nothing(
    council: Council, worker: Desk
) -> None:
    address = says(council, arrives(council, WEBM, council.other_case))
    worker.opens(address, expect=404)
    assert "The recording is still on its way." in worker.opens(views(council)).text


def test_a_part_that_is_none_and_a_point_of_another_case_are_not_there(
    council: Council, worker: Desk
) -> None:
    address = says(council, arrives(council, WEBM))
    worker.opens(address.replace("/voice", "/picture"), expect=404)
    worker.opens(address.replace("/voice", "/text"), expect=404)
    worker.opens(address.replace(council.case.id, council.other_case.id), expect=404)


def test_the_rights_check_notices_a_door_left_open(council: Council, chair: Desk) -> None:
    """A breach on purpose: an answer for the worker alone that is told to be for the meeting."""
    name = arrives(council, WEBM)
    assert chair.client.get(says(council, name, audience="worker")).status_code == 404
    assert chair.client.get(says(council, name, audience="meeting")).status_code == 200


def test_a_whole_is_kept_once(council: Council) -> None:
    arrives(council, WEBM)
    arrives(council, WEBM)
    assert len(council.store.rows("SELECT * FROM wholes")) == 1
