"""What would help the family, and who stands with it (L-11, N-05)."""

from youthvoice.questions.model import N_, Question, Section

HELP = Section(
    "family-help",
    N_("What would help"),
    N_("The people at the meeting are there to help you too."),
    (
        Question(
            "family-helps",
            "words",
            N_("What would help your family?"),
            N_("What would help my family:"),
            "family.help",
            help=N_("What could people do, or stop doing?"),
            sources=("N-24", "L-12", "L-14"),
        ),
        Question(
            "family-network",
            "words",
            N_("Who stands by your family?"),
            N_("Who stands by my family:"),
            "family.network",
            help=N_("Relatives, friends, neighbours, a group you go to."),
            sources=("L-11", "N-05"),
        ),
    ),
    icon="family",
)
