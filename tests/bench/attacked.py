"""Somebody with one token asks at full speed: how long others wait, beside how long they wait else.

Both halves run as in production. Eight phones send and ask, a member of staff reads a page; in
turns of ten seconds with and without an attacker, who has 16 connections in a process of its own,
sends the largest body that is taken and asks for all that there is, for a minute together. Nothing
is asserted: the aim is a 95th percentile within twice. What must hold by number, that the attacker
is told to wait and nobody else is, `tests/mailbox/test_rates.py` holds.
"""

import multiprocessing
import re
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.synchronize import Event
from pathlib import Path
from statistics import median, quantiles

import httpx

from tests.journeys.conftest import free_port
from tests.mailbox.acting import Inside, Invited, Phone, some
from youthvoice.commands.trying import address, links, prepare, running_halves
from youthvoice.envelope.keys import KeyPair

TURNS = 6
TURN = 10.0
CONNECTIONS = 16
PHONES = 8
PAUSE = 0.25
"""Seconds between two deeds of an honest phone: sixteen times as often as phones are."""

AWAY = multiprocessing.get_context("spawn")
Times = dict[str, list[float]]


class Council:
    """Both halves by their commands, and where they answer."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.environment = prepare(data, free_port(), free_port())
        self.outside, self.inside = (address(it, self.environment) for it in ("outside", "inside"))

    def link(self) -> str:
        """Signs a worker in."""
        staff = links(self.environment, self.data)["staff"]
        return next(str(one["link"]) for one in staff if one["role"] == "worker")


def main() -> None:
    """In turn, without and with the attacker; then percentiles and ratios."""
    turns: list[tuple[Times, Times]] = []
    told: Counter[int] = Counter()
    with tempfile.TemporaryDirectory() as data:
        council = Council(Path(data) / "data")
        with running_halves(council.environment):
            deeds = honest(council)
            attacker = claimed(council)
            for _ in range(TURNS):
                turns.append((defaultdict(list), defaultdict(list)))
                turn(deeds, turns[-1][0])
                told += under_attack(council, attacker, deeds, turns[-1][1])
    tell(turns, told)


def honest(council: Council) -> list[tuple[str, Callable[[], int]]]:
    """What phones and staff do, each on a connection of their own."""
    found: list[tuple[str, Callable[[], int]]] = []
    for phone in [claimed(council) for _ in range(PHONES)]:
        found.append(("phones", lambda phone=phone: phone.put(phone.says()).status_code))  # type: ignore[misc]
        found.append(("phones", lambda phone=phone: asks(phone)))  # type: ignore[misc]
    staff = signed_in(council)
    found.append(("staff", lambda: staff.get("/").status_code))
    return found


def asks(phone: Phone) -> int:
    return phone.send("GET", f"{phone.box}/frames/down").status_code


def claimed(council: Council) -> Phone:
    """A phone of this council's mailbox, which its record knows nothing of."""
    http = httpx.Client(base_url=council.outside, timeout=60)
    proof = KeyPair.from_pem((council.data / "keys" / "door.pem").read_bytes())
    inside = Inside(http, proof)
    phone = Phone(http, inside, Invited())
    inside.leave(phone.invited).raise_for_status()
    phone.claim().raise_for_status()
    return phone


def signed_in(council: Council) -> httpx.Client:
    http = httpx.Client(base_url=council.inside, timeout=60, follow_redirects=True)
    link = council.link()
    fields = re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', http.get(link).text)
    http.post(link, data=dict(fields), headers={"Referer": link}).raise_for_status()
    return http


def turn(deeds: list[tuple[str, Callable[[], int]]], times: Times) -> None:
    """Everybody does theirs again and again; milliseconds of each."""
    until = time.monotonic() + TURN

    def act(who: str, deed: Callable[[], int]) -> Counter[int]:
        seen: Counter[int] = Counter()
        while time.monotonic() < until:
            begun = time.perf_counter()
            seen[deed()] += 1
            times[who].append(1000 * (time.perf_counter() - begun))
            time.sleep(PAUSE)
        return seen

    with ThreadPoolExecutor(len(deeds)) as threads:
        seen = sum(threads.map(lambda deed: act(*deed), deeds), Counter())
    assert all(status < 300 for status in seen), seen


def under_attack(
    council: Council, phone: Phone, deeds: list[tuple[str, Callable[[], int]]], times: Times
) -> Counter[int]:
    """What the attacker was told."""
    stop, told = AWAY.Event(), AWAY.Queue()
    about = (council.outside, phone.invited.box.hex(), phone.token.hex(), stop, told)
    process = AWAY.Process(target=attack, args=about)
    process.start()
    found: Counter[int] = told.get()
    turn(deeds, times)
    stop.set()
    found = told.get()
    process.join()
    return found


def attack(
    outside: str, box: str, token: str, stop: Event, told: "multiprocessing.Queue[Counter[int]]"
) -> None:
    """With one token, as fast as it goes, until told to stop."""
    headers = {"Authorization": f"Bearer {token}"}
    large = some(1024 * 1024)

    def rush(number: int) -> Counter[int]:
        seen: Counter[int] = Counter()
        with httpx.Client(
            base_url=f"{outside}/api/boxes/{box}", headers=headers, timeout=60
        ) as http:
            while not stop.is_set():
                if number % 4 == 0:
                    seen[http.post("/frames/up", content=large).status_code] += 1
                else:
                    seen[http.get("/frames/down").status_code] += 1
        return seen

    told.put(Counter())
    with ThreadPoolExecutor(CONNECTIONS) as threads:
        told.put(sum(threads.map(rush, range(CONNECTIONS)), Counter()))


def tell(turns: list[tuple[Times, Times]], told: Counter[int]) -> None:
    """Each turn beside the quiet one before it, and the median of their ratios."""
    print(f"one token at full speed for {TURNS * TURN:.0f} s was told {dict(told)}")
    for who in ("phones", "staff"):
        pairs = [(p95(quiet[who]), p95(attacked[who])) for quiet, attacked in turns]
        shown = ", ".join(f"{before:.0f} to {during:.0f} ms" for before, during in pairs)
        ratio = median(during / before for before, during in pairs)
        print(f"{who:>8}: p95 {ratio:.2f} times (median of {TURNS} turns: {shown})")


def p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
