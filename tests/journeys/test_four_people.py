"""Four people and a chair: each is heard, and each knows what is theirs and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests import clock
from tests.journeys.council import Council
from tests.journeys.opened import in_vault, listen
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.story import AMINA, LETTER, MEETING, ONLINE, STREETS
from tests.journeys.test_advocate import choose, look_again
from tests.journeys.test_family import invite
from tests.journeys.test_reading import marked
from tests.journeys.test_reply import action, said, think
from tests.journeys.test_reports import (
    TITLE,
    WORDS,
    add_report,
    move_meeting,
    notes_that_they_talked,
    opens_the_report,
    share,
)
from tests.journeys.traces import readable
from tests.journeys.waiting import SOON, reload_until_there, until
from youthvoice.record.working_days import add_working_days

NewPhone = Callable[..., Phone]
Sit = Callable[..., Desk]

HODAN, YUSUF, RUTH = "Hodan (sample)", "Yusuf", "Ruth Levy (sample)"
ADVOCATE = "My advocate"

MARIGOLD = "Marigold Walk"
QUAYSIDE = "Quayside Lane"
BUS_STOP = "The bus stop after dark"
MESSAGE = "A message I did not want"
SHOUTING = "They shout at night"
SUNDAYS = "Sundays with my gran"
HOME_LATE = "She comes home late"
MORE = "One thing more"

AT_HOME = "What worries me at home:"
WELL = "What is going well:"
MOTHERS_WORRY = "What worries me:"
MOTHERS_TIMES = "Day and time that suit me:"
FATHERS_WISH = "What people should not say, or not ask:"
REPLY = "What I think of this part of the plan:"

WALK = "Jo walks with you from the bus stop."
LOCK = f"A new lock for the door at 14 {MARIGOLD}."
VISIT = f"Tomasz visits Yusuf at 9 {QUAYSIDE}."
VENUE = f"Upstairs at 14 {MARIGOLD}"
AROUND = "What stands around the actions: the risk, visits, plan B, the next meetings"
WISH = "Not Jo. My aunt Sahra."
CHANGED = "Your aunt Sahra walks with you."

HERS = [MARIGOLD, HOME_LATE]
HIS = [QUAYSIDE]
AMINAS = [BUS_STOP, MESSAGE, SHOUTING, SUNDAYS, WISH, "We listened."]


@dataclass
class People:
    """Four phones, two desks, and for each phone all that it ever opened."""

    council: Council
    amina: Phone
    hodan: Phone
    yusuf: Phone
    ruth: Phone
    worker: Desk
    chair: Desk
    opened: dict[Phone, list[str]] = field(default_factory=dict)

    @property
    def phones(self) -> tuple[Phone, ...]:
        return self.amina, self.hodan, self.yusuf, self.ruth


def found(people: People, phone: Phone, words: list[str]) -> list[str]:
    """Which of these the phone has, or ever had."""
    places = [phone.page.content(), in_vault(phone), *people.opened[phone]]
    return [one for one in words if any(one in place for place in places)]


def soon(phone: Phone, text: str) -> None:
    """They look again, and there it is."""
    look_again(phone)
    phone.shown("home")
    expect(phone.page.get_by_text(text).locator("visible=true")).to_be_visible(timeout=2 * SOON)


def everybody_comes(council: Council, phone: NewPhone, desk: Sit) -> People:
    """Each by an own invitation; the father's is made after the others'."""
    names = ("amina", "hodan", "yusuf", "ruth")
    people = People(council, *(phone(name) for name in names), desk("worker"), desk("chair"))
    invitations = (
        council.invitation(),
        council.invitation("parent"),
        invite(people.worker, YUSUF),
        council.invitation("advocate"),
    )
    for one, invitation in zip(people.phones, invitations, strict=True):
        people.opened[one] = []
        listen(one, people.opened[one])
        one.claim(invitation)
    return people


def amina_says_three_things(amina: Phone) -> None:
    """One for the meeting. Two that neither parent is to know: to her advocate, to her worker."""
    amina.start("worries")
    amina.write("worry-home", SHOUTING)
    amina.let_see("worry-home", ADVOCATE)
    amina.write("worry-streets", BUS_STOP)
    amina.let_see("worry-streets", MEETING)
    amina.write("worry-online", MESSAGE)
    amina.stop_here()
    amina.send()


def her_mother_says_two_things(hodan: Phone) -> None:
    hodan.start("family-worries")
    hodan.write("family-worry", HOME_LATE)
    hodan.let_see("family-worry", MEETING)
    hodan.stop_here()
    hodan.draft("family-part", "family-when", f"After six. I come by bus from 14 {MARIGOLD}.")
    hodan.send()


def her_father_says_one(yusuf: Phone) -> None:
    wish = f"Not a word to her mother about 9 {QUAYSIDE}."
    yusuf.draft("family-talk", "family-talk-not", wish)
    yusuf.send()


def everybody_says_their_part(people: People) -> None:
    amina_says_three_things(people.amina)
    her_mother_says_two_things(people.hodan)
    her_father_says_one(people.yusuf)
    for words in (MESSAGE, HOME_LATE, QUAYSIDE):
        people.worker.wait_for_words(AMINA, words)
    people.worker.press("I have read everything on this page")


def the_school_is_a_day_late(people: People, folder: Path) -> None:
    """L-06, promise 15: two working days before is due; it is shared one before."""
    worker = people.worker
    move_meeting(worker, add_working_days(clock.today(), 1))
    add_report(worker, folder)
    share(worker, HODAN)
    for one in (worker, people.chair):
        one.page.goto(people.council.inside)
        late = f"“{TITLE}” was shared with {HODAN} one working day late."
        expect(one.page.get_by_text(late)).to_be_visible()


def the_mother_reads_the_report(people: People) -> None:
    """L-07: she sees who wrote it and whether anybody talked it through, and says that she read."""
    hodan, worker = people.hodan, people.worker
    soon(hodan, "not read yet: 1")
    opens_the_report(hodan)
    report = hodan.shown("report")
    expect(report.get_by_text(WORDS)).to_be_visible(timeout=SOON)
    expect(report.get_by_text("Ms Begum, school")).to_be_visible()
    expect(report.get_by_text("Nobody has talked this through with you yet.")).to_be_visible()
    hodan.tap("I have read it")
    expect(report.get_by_text("You said that you have read it:")).to_be_visible()
    worker.case(AMINA)
    worker.turn_to("Reports")
    reload_until_there(worker.page.get_by_text("Says that they have read it:"))
    notes_that_they_talked(worker, "Ms Begum")


def the_chair_writes_the_plan(chair: Desk) -> None:
    """Of its actions one is for nobody but Amina, one is for her mother too, one for her father."""
    chair.case(AMINA)
    chair.write_plan(WALK, "Safe route home", "Jo, youth worker")
    for number, plain in ((2, LOCK), (3, VISIT)):
        chair.press("Save and add an action")
        chair.page.locator(f"#action-{number}-plain").fill(plain)
    chair.page.get_by_label("Next core group: venue, and anything else").fill(VENUE)
    chair.press("Save the plan")
    chair.write_letter(LETTER)
    chair.give(HODAN, AROUND, LOCK)
    chair.give(YUSUF, VISIT)


def everything_is_answered(people: People) -> None:
    chair, worker = people.chair, people.worker
    chair.turn_to("What was said")
    chair.say_what_happened(STREETS, "It is in the plan", "You asked for it.", in_plan=True)
    chair.say_what_happened(MOTHERS_WORRY, "It has been done", "We talked about it.")
    worker.case(AMINA)
    worker.turn_to("What was said")
    worker.say_what_happened(AT_HOME, "It was not done", "You asked us to wait.")
    worker.say_what_happened(ONLINE, "It was not done", "You told me that you blocked them.")
    worker.say_what_happened(MOTHERS_TIMES, "It has been done", "We meet at half past six.")
    worker.say_what_happened(FATHERS_WISH, "It has been done", "Nobody says it.")


def the_chair_publishes(people: People) -> None:
    the_chair_writes_the_plan(people.chair)
    everything_is_answered(people)
    people.chair.publish()


def the_advocate_reads_what_she_was_given(people: People) -> None:
    """Her worries and her letter; neither the plan nor what is for her worker alone."""
    choose(people.amina, "Worries", "The letter to you")
    ruth = people.ruth
    soon(ruth, "The letter to you")
    ruth.tap("The letter to you")
    expect(ruth.shown("letter").get_by_text("We listened.")).to_be_visible()
    ruth.go_home()
    ruth.tap("What they shared with you")
    shared = ruth.shown("shared")
    for words in (SHOUTING, BUS_STOP):
        expect(shared.get_by_text(words)).to_be_visible()
    assert found(people, ruth, [MESSAGE, WALK, *HERS, *HIS]) == []


def amina_takes_it_back(people: People) -> None:
    """At the next contact it is gone: from the page, from the vault, from the disk."""
    choose(people.amina)
    ruth = people.ruth
    soon(ruth, "They have shared nothing with you yet.")
    left = ruth.page.content() + in_vault(ruth)
    assert [words for words in AMINAS if words in left] == []


def amina_wants_it_changed(people: People) -> None:
    """And has something new for an advocate to read."""
    amina, chair = people.amina, people.chair
    amina.draft("good", "good-well", SUNDAYS)
    amina.start("good")
    amina.let_see("good-well", ADVOCATE)
    amina.stop_here()
    amina.tap("Your plan")
    think(amina, WALK, "I want this changed", WISH)
    action(amina, WALK).get_by_role("button", name="Say what you think").click()
    reply = amina.page.locator("[data-question]:visible").get_attribute("data-question") or ""
    amina.let_see(reply, MEETING)
    amina.go_home()
    amina.send()
    chair.wait_for_words(AMINA, WISH)
    expect(said(chair, WISH)).to_contain_text(f"About action 1: {WALK}")


def the_advocate_is_sent_away(people: People) -> None:
    """Her invitation is taken back: what she writes from then on reaches nobody."""
    ruth, worker = people.ruth, people.worker
    worker.case(AMINA)
    worker.take_back(RUTH)
    soon(ruth, "This phone can no longer send or get")
    ruth.start("worries")
    ruth.write("worry-home", MORE)
    ruth.question("worry-home").get_by_label("My words for them").check(force=True)
    ruth.saved()
    ruth.stop_here()
    ruth.tap("Look over and send")
    review = ruth.shown("review")
    review.get_by_label("Not yet", exact=True).check(force=True)
    ruth.tap("Send")
    expect(review.get_by_text("This phone can no longer send")).to_be_visible()


def the_chair_changes_the_plan(people: People) -> None:
    chair, worker = people.chair, people.worker
    chair.turn_to("Plan")
    expect(chair.page.locator("#action-1").get_by_text(WISH)).to_be_visible()
    chair.page.locator("#action-1-plain").fill(CHANGED)
    chair.press("Save the plan")
    chair.turn_to("What was said")
    chair.say_what_happened(REPLY, "It is in the plan", "You trust her.", in_plan=True)
    worker.wait_for_words(AMINA, SUNDAYS)
    expect(worker.page.get_by_text(MORE)).to_have_count(0)
    worker.say_what_happened(WELL, "It has been done", "Your gran is invited.")
    chair.publish()


def everything_is_read_with_no_signal(people: People) -> None:
    """Feature 4 and promise 4: what is theirs is there, and nothing lies on the disk in clear."""
    soon(people.amina, "What is new is marked.")
    soon(people.hodan, "You said, and what happened")
    soon(people.yusuf, "You said, and what happened")
    for one in people.phones:
        one.wait_until_kept()
    people.council.stop_half("outside")
    for one in people.phones:
        one.close()
        assert readable(one, *AMINAS, *HERS, *HIS) == []
        listen(one, people.opened[one])
        one.open()
        one.shown("home")
    amina_reads_version_two(people.amina)
    the_mother_reads(people.hodan)
    the_father_reads(people.yusuf)
    the_advocate_has_nothing_to_read(people.ruth)


def happened(phone: Phone, counts: str) -> Locator:
    phone.go_home()
    phone.tap("You said, and what happened")
    page = phone.shown("happened")
    expect(page.get_by_text(counts)).to_be_visible()
    return page


def amina_reads_version_two(amina: Phone) -> None:
    amina.tap("The letter to you")
    expect(amina.shown("letter").get_by_text("We listened.")).to_be_visible()
    amina.go_home()
    amina.tap("Your plan")
    plan = amina.shown("plan")
    expect(plan.get_by_text("New or changed parts: 1")).to_be_visible()
    [mark] = marked(plan)
    assert mark.startswith(f"Changed {CHANGED}")
    counts = "Things you said: 5 · In the plan: 2 · Done: 1 · Not done: 2"
    pair = happened(amina, counts).locator(".pair").filter(has_text="I want this changed")
    for words in (WALK, WISH, "It is in the plan.", "You trust her."):
        expect(pair.get_by_text(words, exact=True)).to_be_visible()


def the_mother_reads(hodan: Phone) -> None:
    expect(hodan.page.get_by_role("button", name="The letter to you")).to_be_hidden()
    hodan.tap("Your plan")
    plan = hodan.shown("plan")
    expect(plan.get_by_role("heading", name=LOCK)).to_be_visible()
    expect(plan.get_by_text(VENUE)).to_be_visible()
    assert marked(plan) == []
    counts = "Things you said: 2 · In the plan: 0 · Done: 2 · Not done: 0"
    expect(happened(hodan, counts).get_by_text("We meet at half past six.")).to_be_visible()
    hodan.go_home()
    opens_the_report(hodan)
    report = hodan.shown("report")
    expect(report.get_by_text(WORDS)).to_be_visible()
    expect(report.get_by_text("Ms Begum talked this through with you on")).to_be_visible()
    expect(report.get_by_text("Your worker's team knows.")).to_be_visible()


def the_father_reads(yusuf: Phone) -> None:
    for nothing in ("The letter to you", "Reports to read"):
        expect(yusuf.page.get_by_role("button", name=nothing)).to_be_hidden()
    yusuf.tap("Your plan")
    plan = yusuf.shown("plan")
    expect(plan.get_by_role("heading", name=VISIT)).to_be_visible()
    assert marked(plan) == []
    counts = "Things you said: 1 · In the plan: 0 · Done: 1 · Not done: 0"
    expect(happened(yusuf, counts).get_by_text("Nobody says it.")).to_be_visible()


def the_advocate_has_nothing_to_read(ruth: Phone) -> None:
    expect(ruth.page.get_by_text("This phone can no longer send or get")).to_be_visible()
    for nothing in ("What they shared with you", "The letter to you", "Your plan"):
        expect(ruth.page.get_by_role("button", name=nothing)).to_be_hidden()
    left = ruth.page.content() + in_vault(ruth)
    assert [words for words in AMINAS if words in left] == []


def nobody_knows_what_is_another_s(people: People) -> None:
    """RW-14, promise 6: not one word of another in all that a phone ever opened or keeps."""
    hers, his = [*HERS, LOCK, WORDS], [*HIS, VISIT]
    theirs = [*hers, *his, *AMINAS, WALK, CHANGED]
    assert found(people, people.hodan, theirs) == hers
    assert found(people, people.yusuf, theirs) == his
    assert found(people, people.ruth, theirs) == [BUS_STOP, SHOUTING, "We listened."]
    versions = (
        "SELECT name, json_extract(words, '$.plan.version') FROM publications"
        " JOIN readers ON id = reader ORDER BY name, serial"
    )
    got = [(AMINA, 1), (AMINA, 2), (HODAN, 1), (YUSUF, 1)]
    assert people.council.record(versions) == got
    private = [HOME_LATE, WORDS, "Not a word to her mother"]
    assert found(people, people.amina, [*private, *AMINAS]) == AMINAS


def test_four_people_and_a_chair(
    council: Council, phone: NewPhone, desk: Sit, tmp_path: Path
) -> None:
    """Her mother and her father must not know where the other lives (RW-14, features 7, 11, 16)."""
    people = everybody_comes(council, phone, desk)
    everybody_says_their_part(people)
    the_school_is_a_day_late(people, tmp_path)
    the_mother_reads_the_report(people)
    the_chair_publishes(people)
    soon(people.amina, "Your plan")
    the_advocate_reads_what_she_was_given(people)
    amina_takes_it_back(people)
    amina_wants_it_changed(people)
    the_advocate_is_sent_away(people)
    the_chair_changes_the_plan(people)
    everything_is_read_with_no_signal(people)
    nobody_knows_what_is_another_s(people)


def test_a_word_that_is_shown_nowhere_would_be_found(council: Council, phone: NewPhone) -> None:
    """A breach on purpose: a mother is sent where the father lives, and her phone keeps it."""
    hodan = phone()
    opened: list[str] = []
    listen(hodan, opened)
    hodan.claim(council.invitation("parent"))
    until(hodan.page, lambda: council.knows(1))
    council.says({"kind": "gossip", "serial": 1, "words": QUAYSIDE})
    until(hodan.page, lambda: QUAYSIDE in in_vault(hodan))
    assert any(QUAYSIDE in one for one in opened)
    assert QUAYSIDE not in hodan.page.content()
    assert readable(hodan, QUAYSIDE) == []
