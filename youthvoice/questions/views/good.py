"""What is going well."""

from youthvoice.questions.model import N_, Question, Section

GOOD = Section(
    "good",
    N_("Good things"),
    N_("The things that are OK matter as much as the worries."),
    (
        Question(
            "good-helps",
            "words",
            N_("Who helps you?"),
            N_("Who helps me:"),
            "good.helps",
            help=N_("People, groups, pets. Anyone who makes it better."),
            sources=("RW-06", "N-11"),
        ),
        Question(
            "good-well",
            "words",
            N_("What is going well?"),
            N_("What is going well:"),
            "good.well",
            sources=("RW-06", "N-11"),
        ),
        Question(
            "good-proud",
            "words",
            N_("What are you proud of?"),
            N_("What I am proud of:"),
            "good.proud",
            help=N_("Big or small. It is not showing off."),
            sources=("RW-06",),
        ),
    ),
    icon="good",
)
