"""What a parent or carer worries about (P-08)."""

from youthvoice.questions.model import N_, Question, Section

WORRIES = Section(
    "family-worries",
    N_("What worries me"),
    N_("You know your family best."),
    (
        Question(
            "family-worry",
            "words",
            N_("What worries you?"),
            N_("What worries me:"),
            "family.worry",
            help=N_("At home, at school, with friends, on the streets or online."),
            sources=("P-08", "P-12"),
        ),
        Question(
            "family-differently",
            "words",
            N_("What do you see in another way than other people?"),
            N_("What I see in another way than other people:"),
            "family.differently",
            help=N_("Something that you think was not understood, or was left out."),
            sources=("P-08", "L-15"),
        ),
    ),
    icon="worries",
)
