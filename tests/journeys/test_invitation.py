"""An invitation opens once, on one phone, and only with its check number."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.waiting import until

NewPhone = Callable[..., Phone]
USED = "This did not open."


def ask(phone: Phone, invitation: dict[str, str], check_number: str = "") -> None:
    phone.open(invitation["link"])
    phone.shown("open")
    number = check_number or invitation["check_number"]
    phone.page.get_by_label("Your check number").fill(number)
    phone.tap("Open")


def test_a_second_browser_with_the_same_link_gets_nothing(
    council: Council, phone: NewPhone
) -> None:
    link = council.invitation()
    phone("first").claim(link)
    second = phone("second")
    ask(second, link)
    expect(second.page.get_by_text(USED)).to_be_visible()


def test_unknown_and_used_look_the_same(council: Council, phone: NewPhone) -> None:
    used = council.invitation()
    phone("first").claim(used)
    second = phone("second")
    ask(second, used)
    told_used = second.page.get_by_role("alert").locator("visible=true").inner_text()
    second.close()
    ask(second, used | {"link": f"{council.outside}/#one-two-three-four-five-six"})
    told_unknown = second.page.get_by_role("alert").locator("visible=true").inner_text()
    assert told_used == told_unknown
    assert USED in told_used


def test_a_wrong_check_number_says_how_many_tries_are_left(
    council: Council, phone: NewPhone
) -> None:
    invitation = council.invitation()
    wrong = f"{(int(invitation['check_number']) + 1) % 10**6:06d}"
    amina = phone()
    ask(amina, invitation, wrong)
    told = amina.page.get_by_role("alert").locator("visible=true")
    expect(told).to_have_text("That check number is not right. Tries left: 9")
    amina.page.get_by_label("Your check number").fill(invitation["check_number"])
    amina.tap("Open")
    amina.shown("pin")


@pytest.mark.chromium
def test_an_answer_lost_on_the_way_is_asked_for_again_by_the_same_phone(
    council: Council, phone: NewPhone
) -> None:
    invitation = council.invitation()
    amina = phone()

    def lose(route: Route) -> None:
        assert route.fetch().status == 200
        route.abort()

    amina.open(invitation["link"])
    amina.page.route("**/api/claims", lose, times=1)
    ask(amina, invitation)
    expect(amina.page.get_by_text("There is no signal.")).to_be_visible()
    amina.close()
    amina.claim(invitation)
    expect(amina.shown("home").get_by_text("Amina (sample)")).to_be_visible()


@pytest.mark.firefox
def test_with_no_signal_the_page_says_so_and_the_link_still_opens_later(
    council: Council, phone: NewPhone
) -> None:
    invitation = council.invitation()
    amina = phone()
    amina.open(invitation["link"])
    amina.shown("open")
    council.stop_half("outside")
    amina.page.get_by_label("Your check number").fill(invitation["check_number"])
    amina.tap("Open")
    expect(amina.page.get_by_text("There is no signal.")).to_be_visible()
    council.start_half("outside")
    amina.tap("Open")
    amina.shown("pin")


@pytest.mark.firefox
def test_what_did_not_come_after_the_first_page_is_asked_for_again(
    council: Council, phone: NewPhone
) -> None:
    """Browsers remember an address whose code did not come, and never ask for it again."""
    amina = phone()
    amina.switch_on()
    amina.page.route("**/inside-*.js", lambda route: route.abort())
    with amina.page.expect_request_finished(lambda request: "inside-" in request.url) as asked:
        amina.claim(council.invitation())
    assert asked.value.url.endswith(".js?")
    amina.shown("home")


def test_words_typed_from_paper_open_too(council: Council, phone: NewPhone) -> None:
    invitation = council.invitation()
    amina = phone()
    amina.open()
    amina.page.get_by_label("Your six words").fill(f"  {invitation['words'].upper()} ")
    amina.page.get_by_label("Your check number").fill(invitation["check_number"])
    amina.page.keyboard.press("Enter")
    amina.shown("pin")


@pytest.mark.firefox
def test_the_secret_leaves_the_address_at_once_and_the_contents_leave_the_mailbox(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    assert amina.page.url.rstrip("/") == council.outside
    amina.go_home()
    emptied = "select count(*) from invitations where contents is null"
    until(amina.page, lambda: council.mailbox(emptied) == [(1,)])


def test_one_phone_holds_several_invitations_each_apart(council: Council, phone: NewPhone) -> None:
    hodan = phone()
    hodan.claim(council.invitation("parent"))
    ask(hodan, council.invitation("young_person", 1))
    home = hodan.shown("home")
    other = council.invitation("young_person", 1)["who"]
    expect(home.get_by_role("heading", name=other)).to_be_visible()
    hodan.tap("Hodan (sample) (about Amina (sample))")
    expect(home.get_by_role("heading", name="Hodan (sample)")).to_be_visible()
    expect(home.locator('[data-section="who"]')).to_be_hidden()


def test_a_parents_phone_cannot_read_the_young_persons_box(
    council: Council, phone: NewPhone
) -> None:
    """The parent's token, and even the parent's link, open nothing of the young person's."""
    amina, hodan = phone("amina"), phone("hodan")
    tokens: list[str] = []
    hodan.open()
    hodan.page.on(
        "request", lambda request: tokens.append(request.headers.get("authorization", ""))
    )
    amina.claim(council.invitation())
    hodan.claim(council.invitation("parent"))
    amina.draft("good", "good-proud", "Only mine")
    amina.send()
    boxes = {row[0].hex() for row in council.mailbox("select id from boxes")}
    assert len(boxes) == 2
    token = next(token for token in tokens if token)
    answers = {
        box: hodan.page.evaluate(
            """([box, token]) => fetch(`/api/boxes/${box}/down`,
                {headers: {Authorization: token}}).then((answer) => answer.status)""",
            [box, token],
        )
        for box in boxes
    }
    assert sorted(answers.values()) == [200, 401]


def test_a_link_that_a_scanner_changed_opens_all_the_same(
    council: Council, phone: NewPhone
) -> None:
    """The `#` came as `%23`: the words leave the address, and the page is the one for them."""
    invitation, amina = council.invitation(), phone()
    amina.open(invitation["link"].replace("/#", "/%23"))
    amina.shown("open")
    assert amina.page.evaluate("location.href") == f"{council.outside}/"
    amina.page.get_by_label("Your check number").fill(invitation["check_number"])
    amina.tap("Open")
    amina.shown("pin")
    amina.tap("No PIN")
    amina.shown("home")
    amina.wait_until_kept()
    addresses = amina.page.evaluate("""async () => {
      const names = await caches.keys();
      const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return kept.flat().map(({ url }) => url);
    }""")
    assert addresses
    word = invitation["words"].split()[0]
    assert not any("%23" in url or word in url for url in addresses)
    asked = amina.page.evaluate(
        "performance.getEntriesByType('resource').map(({ name }) => name).join(' ')"
    )
    assert word not in asked
    amina.page.goto("about:blank")
    amina.page.go_back()
    amina.shown("home")
    assert amina.page.evaluate("location.href") == f"{council.outside}/"


@pytest.mark.chromium
def test_text_becomes_elements_or_code_in_no_other_way(council: Council, phone: NewPhone) -> None:
    """Trusted Types: what a page's code did not say is refused by the browser."""
    amina = phone()
    amina.claim(council.invitation())
    for sink in (
        "document.body.innerHTML = '<b>x</b>'",
        "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')",
        "new DOMParser().parseFromString('<b>x</b>', 'text/html')",
        "document.createElement('script').text = 'x'",
        "document.createElement('script').src = '/sw.js'",
        "new Worker('/sw.js')",
        "trustedTypes.createPolicy('another', {})",
    ):
        refused = amina.page.evaluate(
            f"() => {{ try {{ {sink}; return false; }} catch {{ return true; }} }}"
        )
        assert refused, sink
    amina.trouble.clear()
