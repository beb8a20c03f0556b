"""How a parent or carer wants to be talked to (RW-06)."""

from youthvoice.questions.model import N_, Question, Section

TALK = Section(
    "family-talk",
    N_("How to talk to me"),
    N_("You can say how people should talk to you."),
    (
        Question(
            "family-talk-how",
            "words",
            N_("How do you want people to talk to you?"),
            N_("How I want people to talk to me:"),
            "family.talk",
            help=N_("At the meeting, on the phone, and when they come to your home."),
            sources=("RW-06", "L-12"),
        ),
        Question(
            "family-talk-not",
            "words",
            N_("What should people not say, or not ask?"),
            N_("What people should not say, or not ask:"),
            "family.talk_not",
            help=N_("You can also name somebody who must not hear it."),
            sources=("RW-06", "RW-14"),
        ),
    ),
    icon="talk",
)
