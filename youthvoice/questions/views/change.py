"""What would help, and what I want."""

from youthvoice.questions.model import N_, Choice, Question, Section

CHANGE = Section(
    "change",
    N_("What should change"),
    N_("This is about you and what you want."),
    (
        Question(
            "change-help",
            "words",
            N_("What would help?"),
            N_("What would help:"),
            "change.help",
            help=N_("What could people do, or stop doing?"),
            sources=("N-24", "L-14"),
        ),
        Question(
            "change-areas",
            "several",
            N_("What matters most to you right now?"),
            N_("What matters most to me right now:"),
            "change.areas",
            help=N_("Pick as many as you like."),
            choices=(
                Choice("school", N_("School or college")),
                Choice("work", N_("Work")),
                Choice("fun", N_("Fun")),
                Choice("health", N_("Health")),
                Choice("money", N_("Money")),
                Choice("friends", N_("Friends")),
            ),
            other=N_("Something else"),
            sources=("RW-11",),
        ),
        Question(
            "change-want",
            "words",
            N_("What do you want for yourself?"),
            N_("What I want for myself:"),
            "change.want",
            help=N_("Next month, next year, or when you are older."),
            sources=("RW-11",),
        ),
    ),
    icon="change",
)
