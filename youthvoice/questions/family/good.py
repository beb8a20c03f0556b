"""What a parent or carer does well (RW-06)."""

from youthvoice.questions.model import N_, Question, Section

GOOD = Section(
    "family-good",
    N_("What I do well"),
    N_("What goes well at home matters as much as the worries."),
    (
        Question(
            "family-well",
            "words",
            N_("What do you do well?"),
            N_("What I do well:"),
            "family.well",
            help=N_("Big or small. What you do every day counts."),
            sources=("RW-06", "N-11"),
        ),
        Question(
            "family-safe",
            "words",
            N_("What have you done that made things safer?"),
            N_("What I have done that made things safer:"),
            "family.safer",
            help=N_("It still counts if it only worked for a while."),
            sources=("N-11", "P-08"),
        ),
    ),
    icon="good",
)
