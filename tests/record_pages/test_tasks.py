"""What a young person asked for: on the list and in the case with a name, until it is done."""

from tests.record_pages.council import Council
from tests.record_pages.desk import Desk
from youthvoice.envelope.words import Words
from youthvoice.record.cases import young_person_of
from youthvoice.record.tasks import open_tasks

ASK: Words = {"kind": "ask", "what": "advocate", "on": "2026-11-20"}


def asked(council: Council) -> str:
    """The address of the tasks of the case in which somebody has just asked."""
    council.sent(young_person_of(council.store, council.case.id), ASK)
    return f"/cases/{council.case.id}/tasks"


def test_it_stands_on_the_list_and_in_the_case_with_a_name(council: Council, worker: Desk) -> None:
    assert "An advocate is wanted" not in worker.opens("/").text
    asked(council)
    for path in ("/", f"/cases/{council.case.id}/"):
        text = worker.opens(path).text
        assert "An advocate is wanted" in text
        assert "Grace Adeyemi" in text


def test_it_is_handed_over_and_done_in_words(council: Council, worker: Desk, chair: Desk) -> None:
    path = asked(council)
    [task] = open_tasks(council.store, council.worker, council.case.id)
    worker.opens(path)
    page = worker.presses(f"{path}/{task.id}/hand", staff=council.chair.id)
    assert "Siân Hughes, chair, is to do it." in page.text
    chair.opens(path)
    page = chair.presses(f"{path}/{task.id}/done", expect=422, words=" ")
    assert "Write what Amina will be told." in page.text
    page = chair.presses(f"{path}/{task.id}/done", words="Ruth Levy will call you")
    assert "Answered by Siân Hughes, chair" in page.text
    assert "Ruth Levy will call you" in page.text
    for desk in (worker, chair):
        assert "An advocate is wanted" not in desk.opens("/").text


def test_it_is_handed_to_nobody_outside_the_case(council: Council, worker: Desk) -> None:
    path = asked(council)
    [task] = open_tasks(council.store, council.worker, council.case.id)
    worker.opens(path)
    worker.presses(f"{path}/{task.id}/hand", expect=404, staff=council.stranger.id)
    assert open_tasks(council.store, council.worker, council.case.id) == [task]


def test_a_case_in_which_nobody_asked_says_so(council: Council, worker: Desk) -> None:
    assert "Nothing so far." in worker.opens(f"/cases/{council.case.id}/tasks").text
