"""Answering the plan: what a reader thinks of an action, and what they ask about any line.

Each is asked about one particular thing (`reply-think@<action id>`), by whoever may read it.
"""

from youthvoice.questions.model import N_, Choice, Form, Question, Section

ACTION = "action"
PLAN = "plan"
LETTER = "letter"
"""Sorts of things to answer. The plan as a whole and the letter are subjects by these very names;
the subject that is an action is its id."""

LINES = (
    Choice("all", N_("All of it")),
    Choice("who", N_("Who does it")),
    Choice("when", N_("When it starts or when it is checked")),
    Choice("safe-enough", N_("How we will know it is safe enough")),
    Choice("progress", N_("How far it has got")),
)

REPLIES = Section(
    "reply",
    N_("What you think of the plan"),
    "",
    (
        Question(
            "reply-think",
            "choice_words",
            N_("What do you think of this?"),
            N_("What I think of this part of the plan:"),
            "reply.thinks",
            help=N_("Pick one. You can say why, or say what should be different."),
            choices=(
                Choice("good", N_("Good for me"), asks_nothing=True),
                Choice("unsure", N_("I'm not sure")),
                Choice("change", N_("I want this changed")),
            ),
            other=N_("Say more, if you like"),
            about=(ACTION,),
            sources=("RW-06", "N-11"),
        ),
        Question(
            "reply-ask",
            "choice_words",
            N_("What do you want to ask about this?"),
            N_("What I ask:"),
            "reply.asks",
            help=N_("Somebody who works on the plan must answer you."),
            choices=LINES,
            other=N_("Your question"),
            about=(ACTION, PLAN, LETTER),
            wants_answer=True,
            sources=("L-14", "L-15"),
        ),
    ),
)

REPLY = Form("reply", frozenset({"young_person", "parent"}), (REPLIES,))
"""Answers to the letter and the plan, by the young person and by parents or carers."""
