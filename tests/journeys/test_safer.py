"""A phone that somebody could check: it opens with a PIN and signal, and keeps nothing sent."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.seized import keys_on_disk, lock_on, opened_by, watch_keys
from tests.journeys.traces import readable, stored
from tests.journeys.waiting import SOON, until

NewPhone = Callable[..., Phone]
PIN = "246810"
CANARY = "Zephyrine-7731"
KAI = 2
SAFER, PIN_ONLY, NOBODY_ELSE = (
    "Somebody might check it",
    "Somebody might pick it up",
    "Nobody else",
)


def choose(phone: Phone, guard: str, pin: str = "") -> None:
    """On the page about who could look: one of the three, and a PIN."""
    asked = phone.shown("guard")
    asked.get_by_label(guard, exact=True).check(force=True)
    if pin:
        asked.get_by_label("Your PIN, any six digits").fill(pin)
        asked.get_by_label("Your PIN once more").fill(pin)
    phone.tap("Use this")


def change(phone: Phone, guard: str, pin: str = "") -> None:
    """From home."""
    phone.tap("Who could look at it")
    choose(phone, guard, pin)
    phone.shown("home")


def claim_safer(phone: Phone, council: Council) -> None:
    """Kai's worker has said that somebody could check the phone."""
    invitation = council.invitation(which=KAI)
    phone.open(invitation["link"])
    phone.shown("open")
    phone.page.get_by_label("Your check number").fill(invitation["check_number"])
    phone.tap("Open")
    choose(phone, SAFER, PIN)
    phone.shown("home")
    phone.wait_until_kept()


def unlock(phone: Phone, pin: str = PIN) -> Locator:
    locked = phone.shown("locked")
    locked.get_by_label("Six digits").fill(pin)
    phone.tap("Open")
    return locked


def shares(council: Council) -> list[bytes]:
    """What the mailbox could give."""
    return [row[0] for row in council.mailbox("select share from shares where share not null")]


@pytest.mark.firefox
def test_the_worker_asks_for_it_and_after_sending_nothing_is_readable(
    council: Council, phone: NewPhone
) -> None:
    kai = phone()
    claim_safer(kai, council)
    kai.draft("good", "good-proud", CANARY)
    kai.send()
    kai.tap("See where my words are")
    said = kai.shown("said")
    expect(said.get_by_text("With your worker's team", exact=True)).to_be_visible(timeout=SOON)
    expect(said.get_by_text("no more on this phone")).to_be_visible(timeout=SOON)
    assert CANARY not in kai.page.content()
    kai.close()
    assert readable(kai, CANARY) == []

    kai.open()
    expect(unlock(kai, "000000").get_by_text("Tries left: 9")).to_be_visible()
    unlock(kai)
    kai.shown("home")
    kai.tap("See who has read it")
    said = kai.shown("said")
    expect(said.get_by_text("With your worker's team", exact=True)).to_be_visible(timeout=SOON)
    assert CANARY not in kai.page.content()


def test_nobody_passes_by_the_question_and_any_answer_will_do(
    council: Council, phone: NewPhone
) -> None:
    kai = phone()
    invitation = council.invitation(which=KAI)
    kai.open(invitation["link"])
    kai.page.get_by_label("Your check number").fill(invitation["check_number"])
    kai.tap("Open")
    asked = kai.shown("guard")
    expect(asked.get_by_text("Your worker thinks that somebody might check")).to_be_visible()
    asked.get_by_role("button", name="Back").click()
    kai.tap("Use this")
    expect(asked.get_by_text("Pick one of the three first.")).to_be_visible()
    kai.page.reload()
    choose(kai, NOBODY_ELSE)
    kai.shown("home")
    kai.page.reload()
    kai.shown("home")


@pytest.mark.firefox
def test_seized_in_flight_mode_it_opens_nothing(
    council: Council, phone: NewPhone, tmp_path: Path
) -> None:
    """Promise 5. A million PINs would each be tried against a key that none of them makes."""
    kai = phone("kai")
    claim_safer(kai, council)
    kai.draft("worries", "worry-streets", CANARY)
    kai.close()
    shutil.copytree(kai.profile, tmp_path / "seized", ignore_dangling_symlinks=True)
    council.stop_half("outside")
    seized = phone("seized")
    seized.open()
    expect(
        unlock(seized).get_by_text("This opens only with signal, and there is none.")
    ).to_be_visible()
    assert readable(seized, CANARY, PIN) == []

    lock = lock_on(seized)
    [share] = shares(council)
    guesses = [PIN, *(f"{number:06}" for number in range(0, 1_000_000, 62_500))]
    made_up = [b"", bytes(32), bytes.fromhex(lock["share"]), lock["salt"], lock["data"][:32]]
    assert opened_by(lock, guesses, made_up) == []
    assert readable(seized, share.decode("latin-1"), share.hex()) == []
    assert opened_by(lock, [PIN], [share]) == [PIN], "the same trial with the share does open it"


@pytest.mark.firefox
def test_no_key_from_before_the_lock_is_left_in_the_browsers_files(
    council: Council, phone: NewPhone
) -> None:
    """Browsers keep what was replaced: an old key in clear would open what it had sealed."""
    kai = phone()
    watch_keys(kai)
    claim_safer(kai, council)
    kai.page.wait_for_load_state("networkidle")
    assert keys_on_disk(kai) == []
    kai.page.reload()
    unlock(kai)
    kai.shown("home")


@pytest.mark.chromium
def test_what_was_written_before_is_cleared_once_it_is_sent(
    council: Council, phone: NewPhone
) -> None:
    """It says so until then; and the search for keys finds one, so it can find one."""
    amina = phone()
    watch_keys(amina)
    amina.claim(council.invitation())
    amina.draft("good", "good-proud", CANARY)
    change(amina, SAFER, PIN)
    amina.tap("What is on this phone")
    left = amina.shown("kept").get_by_text("An expert could still read")
    expect(left).to_be_visible(timeout=SOON)
    assert keys_on_disk(amina) != []
    amina.go_home()
    amina.send()
    amina.go_home()
    amina.tap("What is on this phone")
    expect(left).to_be_hidden(timeout=2 * SOON)
    assert keys_on_disk(amina) == []


def test_the_same_trial_opens_a_phone_with_a_pin_alone(council: Council, phone: NewPhone) -> None:
    """The deliberate breach: with no share the PIN is all that there is to find."""
    amina = phone()
    amina.claim(council.invitation(), pin=PIN)
    assert opened_by(lock_on(amina), ["000000", PIN], [b""]) == [PIN]


@pytest.mark.chromium  # Firefox keeps an empty cache folder of the address
def test_after_ten_wrong_tries_it_is_gone_and_says_so(council: Council, phone: NewPhone) -> None:
    kai = phone()
    claim_safer(kai, council)
    kai.draft("good", "good-proud", CANARY)
    kai.page.reload()
    for left in range(9, 0, -1):
        expect(unlock(kai, "000000").get_by_text(f"Tries left: {left}")).to_be_visible(timeout=SOON)
    unlock(kai, "000000")
    kai.shown("gone")
    assert shares(council) == []
    kai.page.reload()
    unlock(kai)
    kai.shown("gone")
    kai.tap("Remove everything from this phone")
    kai.shown("remove").locator('[data-act="remove"]').click()
    kai.tap("Yes, remove everything")
    expect(kai.page.get_by_role("heading", name="It is empty now")).to_be_visible(timeout=SOON)
    kai.close()
    assert stored(kai) == []


@pytest.mark.firefox
def test_a_right_pin_brings_all_ten_tries_back(council: Council, phone: NewPhone) -> None:
    """As often as it is opened: the mailbox holds one share, another each time."""
    kai = phone()
    claim_safer(kai, council)
    seen = set(shares(council))

    def is_another() -> bool:
        found = shares(council)
        return len(found) == 1 and found[0] not in seen

    for _ in range(3):
        kai.page.reload()
        for left in (9, 8):
            expect(unlock(kai, "000000").get_by_text(f"Tries left: {left}")).to_be_visible(
                timeout=SOON
            )
        unlock(kai)
        kai.shown("home")
        until(kai.page, is_another)
        seen |= set(shares(council))
    assert len(seen) == 4


@pytest.mark.chromium  # its tools lose an answer on the way
@pytest.mark.parametrize("lost", ["the answer", "the question", "the phone"])
def test_what_breaks_off_while_it_is_renewed_loses_nothing(
    council: Council, phone: NewPhone, lost: str
) -> None:
    """The mailbox keeps the old share until the phone has its new lock."""
    kai = phone()
    claim_safer(kai, council)
    kai.draft("good", "good-proud", "Kept")
    asked: list[str] = []

    def broken_off(route: Route) -> None:
        if lost != "the question":
            route.fetch()
        asked.append(route.request.method)
        if lost != "the phone":
            route.abort()

    kai.page.reload()
    kai.page.route("**/share/*", broken_off)
    unlock(kai)
    kai.shown("home")
    until(kai.page, lambda: asked == ["PUT"])
    assert len(shares(council)) == (1 if lost == "the question" else 2)
    kai.close()
    kai.open()
    unlock(kai)
    assert kai.drafted("good", "good-proud") == "Kept"
    until(kai.page, lambda: len(shares(council)) == 1)
    kai.page.reload()
    unlock(kai)
    assert kai.drafted("good", "good-proud") == "Kept"


@pytest.mark.firefox
def test_it_can_be_changed_both_ways_and_nothing_is_lost(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.wait_until_kept()
    amina.draft("good", "good-proud", "Kept through it all")
    change(amina, SAFER, PIN)
    assert len(shares(council)) == 1
    council.stop_half("outside")
    amina.page.reload()
    expect(
        unlock(amina).get_by_text("This opens only with signal, and there is none.")
    ).to_be_visible()
    council.start_half("outside")
    unlock(amina)
    assert amina.drafted("good", "good-proud") == "Kept through it all"
    amina.go_home()

    change(amina, SAFER, "135791")
    change(amina, NOBODY_ELSE)
    until(amina.page, lambda: shares(council) == [])
    council.stop_half("outside")
    amina.page.reload()
    assert amina.drafted("good", "good-proud") == "Kept through it all"


@pytest.mark.chromium  # its tools lose an answer on the way
def test_an_answer_lost_on_the_way_changes_nothing_and_can_be_asked_again(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.draft("good", "good-proud", "Kept")

    def taken_and_lost(route: Route) -> None:
        route.fetch()
        route.abort()

    amina.page.route("**/share/*", taken_and_lost)
    amina.tap("Who could look at it")
    choose(amina, SAFER, PIN)
    asked = amina.shown("guard")
    expect(asked.get_by_text("The first choice needs signal, and there is none.")).to_be_visible(
        timeout=SOON
    )
    assert len(shares(council)) == 1
    amina.page.reload()
    assert amina.drafted("good", "good-proud") == "Kept"
    amina.go_home()
    amina.page.unroute("**/share/*")
    change(amina, SAFER, PIN)
    assert len(shares(council)) == 1
    amina.page.reload()
    unlock(amina)
    assert amina.drafted("good", "good-proud") == "Kept"


@pytest.mark.firefox
def test_with_no_signal_something_new_is_written_and_joins_the_rest_later(
    council: Council, phone: NewPhone
) -> None:
    kai = phone()
    claim_safer(kai, council)
    kai.start("good")
    kai.write("good-proud", "My first words")
    kai.let_see("good-proud", "People at the meeting")
    kai.close()
    council.stop_half("outside")
    kai.open()
    for words in (f"{CANARY} two", f"{CANARY} three"):
        unlock(kai)
        kai.tap("Write something new")
        kai.shown("aside").locator('[data-section="good"]').click()
        assert kai.question("good-proud").locator("textarea").input_value() == ""
        kai.write("good-proud", words)
        kai.tap("Stop for now")
        kai.shown("aside")
        kai.tap("I have finished")
        kai.shown("locked")
    kai.close()
    assert readable(kai, CANARY) == []

    council.start_half("outside")
    kai.open()
    unlock(kai)
    together = f"My first words\n\n{CANARY} two\n\n{CANARY} three"
    assert kai.drafted("good", "good-proud") == together
    seen_by = kai.question("good-proud").locator("[data-audience-now]")
    expect(seen_by).to_have_text("Only my worker")
    kai.page.reload()
    unlock(kai)
    assert kai.drafted("good", "good-proud") == together
