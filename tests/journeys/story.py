"""The middle of the story, told once: a young person was heard, and has something to read."""

from collections.abc import Callable

from tests.journeys.council import Place
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk

AMINA = "Amina (sample)"
MEETING = "People at the meeting"
STREETS = "What worries me on the streets near me:"
ONLINE = "What worries me online:"
LETTER = """Dear Amina,

You told us about the bus stop. <strong>We listened.</strong><script>alert(1)</script>

Siân"""


def say_two_things(amina: Phone, council: Place) -> None:
    """One for the meeting, one for the worker alone."""
    amina.claim(council.invitation())
    amina.start("worries")
    amina.write("worry-streets", "The bus stop after dark")
    amina.let_see("worry-streets", MEETING)
    amina.write("worry-online", "A message I did not want")
    amina.stop_here()
    amina.send()


def read_and_talk(worker: Desk) -> None:
    """The worker reads both and talks about one."""
    worker.wait_for_words(AMINA, "The bus stop after dark")
    worker.press("I have read everything on this page")
    worker.talked_about(STREETS)


def plan_and_write(chair: Desk) -> None:
    """The chair makes a plan and writes a letter."""
    chair.case(AMINA)
    chair.write_plan("Jo walks with you from the bus stop.", "Safe route home", "Jo, youth worker")
    chair.write_letter(LETTER)


def answer_both(chair: Desk, worker: Desk) -> None:
    """Each says what happened to what they may see."""
    chair.turn_to("What was said")
    chair.say_what_happened(STREETS, "It is in the plan", "You asked for it.", in_plan=True)
    worker.case(AMINA)
    worker.turn_to("What was said")
    worker.say_what_happened(ONLINE, "It was not done", "You told me that you blocked them.")


def tell_it_all(council: Place, amina: Phone, desk: Callable[..., Desk]) -> tuple[Desk, Desk]:
    """From the first word to the letter on the phone; gives the worker's and the chair's desks."""
    say_two_things(amina, council)
    worker, chair = desk("worker"), desk("chair")
    read_and_talk(worker)
    plan_and_write(chair)
    answer_both(chair, worker)
    chair.publish()
    amina.go_home()
    amina.sees("The letter to you")
    return worker, chair
