"""Of one token a few requests are in work at once, and everybody comes to their turn."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from youthvoice.commands.turns import AT_ONCE, Turns


def test_one_token_leaves_the_others_their_threads() -> None:
    begun: list[str] = []
    turns = Turns(begun.append)
    for n in range(5):
        turns.ask("attacker", f"attacker {n}")
    turns.ask("phone", "phone")
    assert begun == ["attacker 0", "attacker 1", "phone"]
    turns.done("attacker")
    assert begun[-1] == "attacker 2"


def test_people_with_no_token_do_not_wait_for_each_other() -> None:
    begun: list[int] = []
    turns = Turns(begun.append)
    for n in range(9):
        turns.ask("", n)
    assert begun == list(range(9))


@given(st.lists(st.tuples(st.sampled_from(["", "a", "b"]), st.booleans()), max_size=60))
def test_everybody_comes_to_their_turn_in_order_and_nothing_is_left(
    deeds: list[tuple[str, bool]],
) -> None:
    begun: list[tuple[str, int]] = []
    turns = Turns(begun.append)
    asked: list[tuple[str, int]] = []
    done: Counter[str] = Counter()

    def in_work(token: str) -> int:
        return sum(one[0] == token for one in begun) - done[token]

    def finish(token: str) -> None:
        if in_work(token):
            done[token] += 1
            turns.done(token)

    for number, (token, asks) in enumerate(deeds):
        if asks:
            asked.append((token, number))
            turns.ask(token, (token, number))
        else:
            finish(token)
        assert max(in_work("a"), in_work("b")) <= AT_ONCE
    for token in ("", "a", "b"):
        while in_work(token):
            finish(token)
        assert [one for one in begun if one[0] == token] == [
            one for one in asked if one[0] == token
        ]
    assert not turns._in_work
    assert not turns._in_line
