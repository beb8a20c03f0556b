"""People come in by a link that works once, and leave."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.record_pages.council import Council, open_council
from tests.record_pages.desk import Desk
from tests.record_pages.page import Page
from youthvoice.record.staff.links import new_link
from youthvoice.settings import SettingError

SCANS = ({}, {"User-Agent": "preview (sample)"}, {"Sec-Purpose": "prefetch"})


def dump(council: Council) -> list[str]:
    """Everything that the record keeps, as it lies in the file."""
    with closing(sqlite3.connect(council.store.path)) as database:
        return list(database.iterdump())


def test_a_link_lets_in_and_says_who(council: Council, stranger_at_the_door: Desk) -> None:
    page = stranger_at_the_door.signs_in(council.chair).page
    assert page is not None
    assert page.heading == "My cases"
    assert "Hello Siân Hughes." in page.text
    [header] = page.all("header")
    assert "Siân Hughes, chair" in " ".join(header.text.split())


def test_a_link_works_once(council: Council, stranger_at_the_door: Desk) -> None:
    link = council.link(council.worker)
    stranger_at_the_door.follows(link)
    page = Desk(council).opens(link, expect=410)
    assert page.heading == "This link does not work any more"
    assert "Ask whoever gave it to you for a new one." in page.text


def test_an_old_link_and_an_unknown_one_look_the_same(
    council: Council, stranger_at_the_door: Desk
) -> None:
    link = council.link(council.worker)
    council.clock.ahead = timedelta(minutes=16)
    assert stranger_at_the_door.opens(link, expect=410).html == (
        stranger_at_the_door.opens("/sign-in/nonsense", expect=410).html
    )


def test_scanners_and_previews_use_up_nothing(council: Council) -> None:
    """A mail scanner, a chat's preview and a prefetching browser open a link again and again."""
    link, scanner = council.link(council.worker), council.app.test_client()
    before = dump(council)
    for n in range(1000):
        answer = scanner.head(link) if n % 3 == 0 else scanner.get(link, headers=SCANS[n % 3])
        assert answer.status_code == 200
        assert council.worker.name not in answer.text
    assert dump(council) == before
    assert scanner.get("/").status_code == 401
    assert Desk(council).follows(link).heading == "My cases"


def test_a_link_that_two_hold_lets_one_in(council: Council) -> None:
    link = council.link(council.worker)
    first, second = Desk(council), Desk(council)
    second.opens(link)
    first.follows(link)
    assert second.presses(link, expect=410).heading == "This link does not work any more"


def test_another_site_cannot_press_the_button(council: Council) -> None:
    """Without the page's own token it is opened again, and the link is not used up."""
    link, client = council.link(council.worker), council.app.test_client()
    assert client.post(link).headers["Location"] == link
    assert client.get("/").status_code == 401
    Desk(council).follows(link)


def test_signing_out_ends_it(worker: Desk) -> None:
    page = worker.presses("/sign-out")
    assert page.heading == "You are signed out"
    assert worker.opens("/", expect=401).heading == "Please sign in"


def test_signing_in_leaves_nothing_of_who_sat_here_before(council: Council, worker: Desk) -> None:
    worker.signs_in(council.stranger)
    worker.opens(f"/cases/{council.case.id}/", expect=404)


def test_the_cookie_is_not_for_scripts_or_other_sites(
    council: Council, stranger_at_the_door: Desk
) -> None:
    link = council.link(council.worker)
    page = stranger_at_the_door.opens(link)
    answer = stranger_at_the_door.client.post(link, data=page.values())
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_another_way_to_sign_in_must_be_known(tmp_path: Path) -> None:
    opening = open_council(tmp_path, sign_in="carrier-pigeon")
    with pytest.raises(SettingError, match="YOUTHVOICE_SIGN_IN is 'carrier-pigeon'"):
        opening.__enter__()


def test_a_copy_of_the_cookie_is_worth_nothing_after_signing_out(
    council: Council, worker: Desk
) -> None:
    thief = Desk(council)
    cookie = worker.client.get_cookie("youthvoice")
    assert cookie is not None
    thief.client.set_cookie("youthvoice", cookie.value)
    thief.opens("/")
    worker.presses("/sign-out")
    assert thief.opens("/", expect=401).heading == "Please sign in"


def test_signing_out_here_leaves_another_desk_of_the_same_person(
    council: Council, worker: Desk
) -> None:
    other = Desk(council).signs_in(council.worker)
    worker.presses("/sign-out")
    other.opens("/")


def test_a_session_ends_with_the_working_day(council: Council, worker: Desk) -> None:
    council.clock.ahead = timedelta(hours=7, minutes=59)
    worker.opens("/")
    council.clock.ahead = timedelta(hours=8)
    assert worker.opens("/", expect=401).heading == "Please sign in"


def test_what_was_typed_when_the_session_ended_is_kept(council: Council, worker: Desk) -> None:
    path = f"/cases/{council.case.id}/letter"
    worker.opens(path)
    council.clock.ahead = timedelta(hours=8)
    page = worker.presses(path, expect=401, text="A long letter", revision="0")
    assert page.heading == "Not saved yet, and nothing is lost"
    assert page.value("text") == "A long letter"


def test_where_staff_come_by_https_the_cookie_goes_nowhere_else(tmp_path: Path) -> None:
    with open_council(tmp_path, inside_url="https://record.example") as council:
        client, link = council.app.test_client(), council.link(council.worker)
        page = Page(client.get(link, base_url="https://record.example").text)
        answer = client.post(link, data=page.values(), base_url="https://record.example")
        cookie = answer.headers["Set-Cookie"]
        assert cookie.startswith("__Host-youthvoice=")
        assert "Secure" in cookie
        assert "Path=/;" in cookie + ";"
        assert "Domain" not in cookie
        page = Page(client.get("/", base_url="https://record.example").text)
        left = client.post("/sign-out", data=page.values(), base_url="https://record.example")
        assert left.headers["Location"] == "/signed-out"


def test_a_link_starts_with_what_staff_type(council: Council) -> None:
    house = replace(
        council.house, settings=replace(council.house.settings, inside_url="https://record.example")
    )
    link = new_link(house, council.worker.id)
    assert link.startswith("https://record.example/sign-in/")
    Desk(council).follows(link.removeprefix("https://record.example"))
