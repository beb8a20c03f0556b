"""How a parent or carer takes part, also from elsewhere (RW-07, N-16)."""

from youthvoice.questions.model import N_, Choice, Question, Section, When

PART = Section(
    "family-part",
    N_("How I take part"),
    N_("There is more than one way to be part of it."),
    (
        Question(
            "family-join",
            "one",
            N_("How do you want to take part in the meeting?"),
            N_("How I want to take part in the meeting:"),
            "family.join",
            help=N_("You can change your mind later."),
            choices=(
                Choice(
                    "face-to-face",
                    N_("Face to face"),
                    N_("In the room with everyone."),
                    icon="together",
                ),
                Choice(
                    "hybrid",
                    N_("A mix"),
                    N_("Some people in the room, some on a screen."),
                    icon="mix",
                ),
                Choice(
                    "online",
                    N_("Online"),
                    N_("On a phone or computer, from somewhere else."),
                    icon="online",
                ),
                Choice(
                    "not-there",
                    N_("I can't or don't want to be there"),
                    N_("Your words still count. They will be read."),
                    icon="away",
                ),
            ),
            sources=("RW-07", "N-16"),
        ),
        Question(
            "family-instead",
            "several",
            N_("How else do you want to have your say?"),
            N_("How else I want to have my say:"),
            "family.instead",
            help=N_("Pick as many as you like."),
            choices=(
                Choice("here", N_("I write it here")),
                Choice("call", N_("Somebody calls me before the meeting")),
                Choice("visit", N_("Somebody comes to see me before the meeting")),
                Choice("speaks", N_("Somebody I trust speaks for me")),
            ),
            other=N_("Something else"),
            shown_when=When("family-join", ("not-there",)),
            sources=("N-16",),
        ),
        Question(
            "family-when",
            "words",
            N_("What day and time suit you?"),
            N_("Day and time that suit me:"),
            "family.when",
            help=N_("Think about work, school runs and other children."),
            sources=("RW-07",),
        ),
    ),
    icon="how",
)
