"""Parents and carers say their own part; afterwards everybody is asked how it was."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys import story
from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.story import AMINA, MEETING
from tests.journeys.waiting import SOON, until
from youthvoice.questions.family import FAMILY
from youthvoice.questions.views import VIEWS
from youthvoice.record.cases import Meeting, all_cases, change_case
from youthvoice.record.house import House, open_house
from youthvoice.settings import Inside, load

NewPhone = Callable[..., Phone]
Sit = Callable[..., Desk]
HODAN, KAI = "Hodan (sample)", "Kai (sample)"
WORRIES_ME = "What worries me:"


@contextmanager
def inside(council: Council) -> Iterator[House]:
    house = open_house(load(Inside, council.environment))
    try:
        yield house
    finally:
        house.close()


def invite(worker: Desk, name: str, case: str = AMINA) -> dict[str, str]:
    """The worker adds a parent to a case and hands over what the page says."""
    page = worker.page
    worker.case(case)
    page.get_by_role("link", name="Add a parent, carer or advocate").click()
    page.get_by_label("Parent or carer", exact=True).check(force=True)
    page.get_by_label("First name").fill(name)
    worker.press("Add")
    page.get_by_role("link", name=f"Make an invitation for {name}").click()
    worker.press("Make the invitation")
    link = page.locator(".invitation__link").inner_text()
    return {
        "who": name,
        "link": link,
        "words": link.partition("#")[2].replace("-", " "),
        "check_number": page.locator("[data-check-number]").inner_text(),
    }


def path(phone: Phone) -> list[str]:
    """The places that are on the way, by their sections."""
    places = phone.shown("home").locator("[data-section]:visible")
    found: list[str] = places.evaluate_all("all => all.map((one) => one.dataset.section)")
    return found


def offered(asked: Locator) -> list[str]:
    """Who may see the answer, as it can be picked."""
    asked.locator("summary").click()
    return asked.locator(".audience .govuk-radios__label:visible").all_inner_texts()


@pytest.mark.firefox
def test_she_says_her_part_with_no_signal_and_it_arrives_as_hers(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    hodan = phone()
    hodan.claim(council.invitation("parent"))
    hodan.wait_until_kept()
    council.stop_half("outside")
    before = [section.id for section in FAMILY.sections if not section.is_after]
    assert path(hodan) == before
    hodan.shown("home").locator('[data-section="family-worries"]').click()
    limits = hodan.shown("limits")
    expect(limits.get_by_text("You do not see theirs.")).to_be_visible()
    hodan.tap("Start")
    asked = hodan.question("family-worry")
    assert offered(asked) == ["Only my worker", MEETING]
    hodan.write("family-worry", "She comes home late")
    hodan.stop_here()
    hodan.start("family-need")
    hodan.pick("family-needs", "An interpreter", "Help to get there")
    hodan.write("family-language", "Somali")
    hodan.write("family-needs-more", "Two buses")
    hodan.step()
    hodan.shown("review")
    hodan.go_home()
    hodan.send()
    hodan.close()
    council.start_half("outside")
    hodan.open()
    hodan.tap("See who has read it")
    arrived = hodan.shown("said").get_by_text("With your worker's team", exact=True)
    expect(arrived).to_have_count(4, timeout=2 * SOON)

    worker = desk("worker")
    worker.wait_for_words(AMINA, "She comes home late")
    expect(worker.page.get_by_role("heading", level=1)).to_have_text(
        f"What {AMINA} and others said"
    )
    point = worker.point(WORRIES_ME)
    expect(point).to_contain_text(f"{HODAN}, parent or carer")
    expect(point).to_contain_text("Only my worker")
    assert council.record("select distinct form, problems from points") == [("family", "[]")]
    form = "select distinct json_extract(words, '$.version') from envelopes"
    assert council.record(form) == [(FAMILY.version,)]


def test_two_parents_and_their_child_each_see_only_their_own(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    """RW-14, feature 16."""
    worker = desk("worker")
    said = {AMINA: "Said by Amina", HODAN: "Said by her mother", "Yusuf": "Said by her father"}
    people = {
        AMINA: council.invitation(),
        HODAN: council.invitation("parent"),
        "Yusuf": invite(worker, "Yusuf"),
    }
    phones = {}
    for name, invitation in people.items():
        phones[name] = phone(name.split()[0])
        phones[name].claim(invitation)
        section = "worries" if name == AMINA else "family-worries"
        question = "worry-home" if name == AMINA else "family-worry"
        phones[name].draft(section, question, said[name])
        phones[name].send()
    for words in said.values():
        worker.wait_for_words(AMINA, words)
    worker.press("I have read everything on this page")
    for name, one in phones.items():
        one.tap("See where my words are")
        page = one.shown("said")
        expect(page.get_by_text("Read", exact=True)).to_have_count(1, timeout=SOON)
        expect(page.locator(".line")).to_have_text([said[name]])
        others = [words for other, words in said.items() if other != name]
        assert not any(words in one.page.content() for words in others)


def test_one_phone_with_two_children_keeps_them_apart(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    """Feature 16: a parent of several children; and a form is that of the invitation in use."""
    hodan, worker = phone(), desk("worker")
    hodan.claim(council.invitation("parent"))
    hodan.claim_another(invite(worker, "Mum of Kai", KAI))
    hodan.draft("family-worries", "family-worry", "About Kai")
    hodan.turn_to(HODAN)
    expect(hodan.page.get_by_role("button", name="Look over and send")).to_be_hidden()
    assert hodan.drafted("family-worries", "family-worry") == ""
    hodan.stop_here()
    hodan.draft("family-worries", "family-worry", "About Amina")
    hodan.send()
    hodan.go_home()
    hodan.turn_to("Mum of Kai")
    assert hodan.drafted("family-worries", "family-worry") == "About Kai"
    hodan.stop_here()
    hodan.send()
    for case, words, other in ((AMINA, "About Amina", "Kai"), (KAI, "About Kai", "Amina")):
        worker.wait_for_words(case, words)
        expect(worker.page.get_by_text(f"About {other}")).to_have_count(0)


def test_a_phone_that_was_lent_asks_each_what_is_theirs(council: Council, phone: NewPhone) -> None:
    """Turning to another invitation turns to another form, whatever was written."""
    shared = phone()
    shared.claim(council.invitation("parent"))
    shared.draft("family-good", "family-well", "I am there every evening")
    shared.claim_another(council.invitation())
    assert path(shared) == [section.id for section in VIEWS.sections if not section.is_after]
    expect(shared.page.get_by_role("button", name="Look over and send")).to_be_hidden()
    shared.start("advocate")
    shared.step()
    shared.shown("review")
    shared.go_home()
    shared.start("who")
    assert offered(shared.question("who-there")) == ["Only my worker", MEETING, "My advocate"]
    shared.stop_here()
    shared.turn_to(HODAN)
    assert "who" not in path(shared)
    shared.tap("Look over and send")
    expect(shared.shown("review").locator(".line")).to_have_text(["I am there every evening"])


def test_an_invitation_that_brought_no_form_gets_one_from_the_record(
    council: Council, phone: NewPhone
) -> None:
    """Promise 14: it was opened before parents had a form."""
    hodan = phone()
    hodan.claim(council.invitation("parent"))
    about = {
        "kind": "about",
        "meeting": {"on": "", "at": "", "place": ""},
        "people": [],
        "numbers": [],
        "worker": {"name": "Grace Adeyemi (sample)", "role": "worker"},
        "chair": {"name": "Siân Hughes (sample)"},
        "child": AMINA,
    }
    until(hodan.page, lambda: council.knows(1))
    council.says(about | {"serial": 1001, "form": ""})
    home = hodan.shown("home")
    expect(home.get_by_text("When there is something for you to read")).to_be_visible(timeout=SOON)
    assert path(hodan) == []
    council.says(about | {"serial": 1002, "form": "family"})
    expect(home.locator('[data-section="family-worries"]')).to_be_visible(timeout=SOON)
    hodan.draft("family-worries", "family-worry", "At last")
    hodan.send()
    expect(hodan.shown("sent").get_by_text("It has left this phone.")).to_be_visible(timeout=SOON)


@pytest.mark.parametrize("role", ["young_person", "parent"])
def test_once_its_day_is_past_everybody_is_asked_how_it_was(
    council: Council, phone: NewPhone, desk: Sit, role: str
) -> None:
    """Feature 22: also a parent who is given nothing to read."""
    reader = phone()
    reader.claim(council.invitation(role))
    assert "after" not in path(reader)
    with inside(council) as house:
        case = next(case for case in all_cases(house.store) if case.name == AMINA)
        day = house.store.today() - timedelta(days=1)
        change_case(house.store, case.id, meeting=Meeting(day.isoformat(), "16:00", "There"))
    after = reader.shown("home").locator('[data-section="after"]')
    expect(after).to_be_visible(timeout=SOON)
    reader.start("after")
    reader.pick("after-used", "Some of it")
    reader.pick("after-heard", "In part")
    reader.write("after-different", "Fewer people")
    reader.stop_here()
    reader.send()
    worker = desk("worker")
    worker.wait_for_words(AMINA, "Fewer people")
    name = AMINA if role == "young_person" else HODAN
    expect(worker.point("What should be different next time:")).to_contain_text(name)
    expect(worker.page.get_by_role("heading", name="After the meeting")).to_be_visible()


def test_what_was_published_is_followed_by_how_it_was(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    amina = phone()
    story.tell_it_all(council, amina, desk)
    amina.start("after")
    amina.shown("q-after-used")
