"""An advocate, always offered (L-03)."""

from youthvoice.questions.model import N_, Choice, Question, Section, When

ADVOCATE = Section(
    "advocate",
    N_("An advocate"),
    N_(
        "An advocate is someone on your side. They help you say what you want. They don't work for your social worker."
    ),
    (
        Question(
            "advocate",
            "one",
            N_("Do you want an advocate?"),
            N_("An advocate:"),
            "advocate.wish",
            help=N_("It is free. They can come with you, or speak for you."),
            choices=(
                Choice("want", N_("Yes, I want one")),
                Choice("have", N_("I have one already")),
                Choice("not-now", N_("Not now")),
                Choice(
                    "tell-me",
                    N_("Tell me more first"),
                    N_("Someone will explain it. You don't have to decide now."),
                ),
            ),
            sources=("L-03",),
        ),
        Question(
            "advocate-name",
            "line",
            N_("What is your advocate's name?"),
            N_("My advocate's name:"),
            "advocate.name",
            shown_when=When("advocate", ("have",)),
            sources=("L-03",),
        ),
    ),
    icon="beside",
)
