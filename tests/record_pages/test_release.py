"""Publishing: what is missing, what each reader will see, and that it is the same thing."""

import json

import pytest

from tests.record_pages.council import Council, answer
from tests.record_pages.desk import Desk
from tests.record_pages.page import Page
from youthvoice.record.cases import Reader, readers_of, young_person_of
from youthvoice.record.letters import Letter, save_letter
from youthvoice.record.plans import Action, Plan, save_plan
from youthvoice.record.release import bundle, cleared_for, published
from youthvoice.record.views import give_outcome, points_for


@pytest.fixture
def path(council: Council) -> str:
    return f"/cases/{council.case.id}/release"


def ready(council: Council) -> None:
    council.said(answer("good-proud", "My drawing"), answer("who-trust", "GRAN-CANARY", "worker"))
    store, by, case = council.store, council.worker, council.case.id
    save_letter(store, by, case, Letter("Dear Amina"))
    save_plan(store, by, case, Plan(name="Amina", actions=[Action(worry="w", plain="We walk")]))
    for point in points_for(store, by, case):
        give_outcome(store, by, point.id, "done", why="It is done")


def looks_and_publishes(desk: Desk, path: str) -> Page:
    page = desk.opens(f"{path}/look")
    return desk.presses(path, looked="yes", looked_at=page.value("looked_at"))


def test_what_is_missing_is_said_in_words(council: Council, path: str, worker: Desk) -> None:
    council.said(answer("good-proud", "My drawing"))
    save_plan(council.store, council.worker, council.case.id, Plan(actions=[Action(worry="w")] * 2))
    text = worker.opens(path).text
    assert "Say what happened to one more thing that was said." in text
    assert "Write the letter." in text
    assert "Say these actions in plain words: 1, 2." in text
    assert "Look at it all, then publish" not in text


def test_the_chair_is_told_that_something_waits_for_the_worker(
    council: Council, path: str, chair: Desk
) -> None:
    council.said(answer("good-proud", "PRIVATE-CANARY", "worker"))
    page = chair.opens(path)
    assert "One more thing waits for an answer by the worker." in page.text
    assert "CANARY" not in page.html


def test_nothing_is_published_while_something_is_missing(
    council: Council, path: str, worker: Desk
) -> None:
    worker.opens(path)
    page = worker.presses(path, expect=422, looked="yes", looked_at="0")
    assert "It cannot be published yet." in page.text
    assert published(council.store, council.worker, council.case.id) == []


def test_one_has_to_have_looked(council: Council, path: str, worker: Desk) -> None:
    ready(council)
    worker.opens(path)
    page = worker.presses(path, expect=422)
    assert page.with_class("govuk-error-summary")[0].all("a")[0].get("href") == "#looked"
    assert published(council.store, council.worker, council.case.id) == []


def test_it_is_published(council: Council, path: str, worker: Desk) -> None:
    ready(council)
    worker.opens(path)
    page = looks_and_publishes(worker, path)
    assert "Published. It is on its way to: Amina." in page.text
    assert "To Amina on" in page.text
    assert "Published on" in worker.opens("/").text


def test_the_preview_is_the_very_message(council: Council, worker: Desk) -> None:
    ready(council)
    reader = young_person_of(council.store, council.case.id)
    page = worker.opens(f"/cases/{council.case.id}/preview/{reader.id}")
    shown = json.loads(page.by_id("bundle").text)
    told = [(one.pop("lead_in"), one.pop("lines")) for one in shown["happened"]]
    assert {one.pop("about") for one in shown["happened"]} == {""}
    assert shown == bundle(council.store, reader.id)
    assert told == [
        ("Who I trust the most:", ["GRAN-CANARY"]),
        ("What I am proud of:", ["My drawing"]),
    ]


def test_the_preview_loads_what_the_phone_loads(council: Council, worker: Desk) -> None:
    reader = young_person_of(council.store, council.case.id)
    page = worker.opens(f"/cases/{council.case.id}/preview/{reader.id}")
    parts = [one.get("data-reading") for one in page.all("div")]
    assert [part for part in parts if part] == ["letter", "plan", "happened"]
    assert 'data-template="letter"' in page.html
    assert "/static/build/preview-" in page.html
    assert "/static/build/phone-" in page.html


def test_the_chairs_preview_leaves_out_what_is_not_for_the_meeting(
    council: Council, chair: Desk
) -> None:
    ready(council)
    reader = young_person_of(council.store, council.case.id)
    page = chair.opens(f"/cases/{council.case.id}/preview/{reader.id}")
    assert "CANARY" not in page.html
    assert "One more answer is shown to Amina." in page.text


def parent_of(council: Council) -> Reader:
    return next(r for r in readers_of(council.store, council.case.id) if r.role == "parent")


def ticked(page: Page, reader: Reader) -> list[str]:
    """What is ticked for that reader, as it is called."""
    boxes = [one for one in page.all("input") if one.get("id").startswith(f"give-{reader.id}")]
    labels = {one.get("for"): " ".join(one.text.split()) for one in page.all("label")}
    return [labels[one.get("id")] for one in boxes if "checked" in one.attributes]


def test_a_parent_gets_what_is_cleared_and_nothing_else(
    council: Council, path: str, worker: Desk
) -> None:
    ready(council)
    parent = parent_of(council)
    preview = f"/cases/{council.case.id}/preview/{parent.id}"
    assert "Nothing yet." in worker.opens(preview).text
    worker.opens(path)
    worker.presses(f"{path}/clear", reader=parent.id, item="letter")
    page = worker.opens(preview)
    shown = json.loads(page.by_id("bundle").text)
    assert shown["letter"]["html"] == "<p>Dear Amina</p>"
    assert (shown["plan"], shown["happened"]) == (None, [])
    assert "CANARY" not in page.html
    page = worker.opens(path)
    page = worker.presses(f"{path}/clear", reader=parent.id, had="letter")
    assert "Nothing is ticked for Hodan." in page.text
    assert cleared_for(council.store, parent) == set()


def test_each_action_is_ticked_by_its_plain_words(
    council: Council, path: str, worker: Desk
) -> None:
    ready(council)
    parent, store = parent_of(council), council.store
    actions = [Action(id="a", plain="We walk"), Action(id="b", plain="<b>Lights</b>")]
    save_plan(store, council.worker, council.case.id, Plan(actions=actions, revision=1))
    assert ticked(worker.opens(path), parent) == []
    page = worker.presses(f"{path}/clear", reader=parent.id, item=["plan", "action:b"])
    assert "With the next publication Hodan gets what is ticked." in page.text
    around = "What stands around the actions: the risk, visits, plan B, the next meetings"
    assert ticked(page, parent) == [around, "<b>Lights</b>"]
    shown = json.loads(
        worker.opens(f"/cases/{council.case.id}/preview/{parent.id}").by_id("bundle").text
    )
    assert [one["plain"] for one in shown["plan"]["actions"]] == ["<b>Lights</b>"]
    worker.opens(path)
    page = looks_and_publishes(worker, path)
    assert "It is on its way to: Hodan, Amina." in page.text
    page = looks_and_publishes(worker, path)
    assert "It is on its way to: Amina." in page.text


def test_what_is_not_there_any_more_is_said_and_nothing_is_saved(
    council: Council, path: str, worker: Desk
) -> None:
    ready(council)
    parent = parent_of(council)
    worker.opens(path)
    page = worker.presses(
        f"{path}/clear", expect=422, reader=parent.id, item=["letter", "action:gone"]
    )
    [link] = page.with_class("govuk-error-summary")[0].all("a")
    assert link.get("href") == f"#give-{parent.id}"
    assert "is not there any more" in page.by_id(f"give-{parent.id}-error").text
    assert ticked(page, parent) == ["The letter"]
    assert cleared_for(council.store, parent) == set()


def test_the_young_persons_items_are_not_to_be_taken_away(
    council: Council, path: str, worker: Desk
) -> None:
    reader = young_person_of(council.store, council.case.id)
    worker.opens(path)
    worker.presses(f"{path}/clear", expect=400, reader=reader.id)


def test_a_letter_may_go_first_and_the_page_says_that_no_plan_goes(
    council: Council, path: str, worker: Desk
) -> None:
    save_letter(council.store, council.worker, council.case.id, Letter("Dear Amina"))
    page = worker.opens(path)
    assert "No plan goes out." in page.text
    assert "is taken away" not in page.text
    assert "Gets the letter, and what happened" in page.text
    assert "Published." in looks_and_publishes(worker, path).text


def test_a_plan_that_goes_is_not_said_to_be_missing(
    council: Council, path: str, worker: Desk
) -> None:
    ready(council)
    assert "No plan goes out." not in worker.opens(path).text


def test_a_plan_that_would_be_taken_away_is_said_to_be(
    council: Council, path: str, worker: Desk
) -> None:
    ready(council)
    worker.opens(path)
    looks_and_publishes(worker, path)
    save_plan(council.store, council.worker, council.case.id, Plan(revision=1))
    assert "is taken away from the phones" in worker.opens(path).text
    looks_and_publishes(worker, path)
    assert "is taken away from the phones" not in worker.opens(path).text
