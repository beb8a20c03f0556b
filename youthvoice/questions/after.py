"""After the meeting: were they heard? Young people and parents are asked alike."""

from youthvoice.questions.model import N_, Choice, Question, Section

AFTER = Section(
    "after",
    N_("After the meeting"),
    N_("The meeting has been. How was it for you?"),
    (
        Question(
            "after-used",
            "one",
            N_("Did they use what you said?"),
            N_("Whether they used what I said:"),
            "after.used",
            help=N_("In the meeting, in the letter or in the plan."),
            choices=(
                Choice("all", N_("Yes, all of it")),
                Choice("some", N_("Some of it")),
                Choice("none", N_("No")),
                Choice("unsure", N_("I can't tell")),
            ),
            sources=("L-15", "KR-06"),
        ),
        Question(
            "after-heard",
            "one",
            N_("Did you feel heard?"),
            N_("Whether I felt heard:"),
            "after.heard",
            help=N_("Being heard is more than being there."),
            choices=(
                Choice("yes", N_("Yes"), icon="feels-5"),
                Choice("partly", N_("In part"), icon="feels-3"),
                Choice("no", N_("No"), icon="feels-2"),
            ),
            sources=("L-15", "KR-06"),
        ),
        Question(
            "after-different",
            "words",
            N_("What should be different next time?"),
            N_("What should be different next time:"),
            "after.different",
            help=N_("Something to stop, to start or to keep."),
            sources=("L-15", "RW-06"),
        ),
    ),
    icon="meeting",
    is_after=True,
)
