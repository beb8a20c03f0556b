"""What a parent or carer needs so that they can take part (RW-07, L-15)."""

from youthvoice.questions.model import N_, Choice, Question, Section, When

NEED = Section(
    "family-need",
    N_("What I need"),
    N_("Ask for what you need. It does not count against you."),
    (
        Question(
            "family-needs",
            "several",
            N_("What do you need, so that you can take part?"),
            N_("What I need, so that I can take part:"),
            "family.needs",
            help=N_("Pick as many as you like."),
            choices=(
                Choice("interpreter", N_("An interpreter")),
                Choice("childcare", N_("Somebody to look after my children")),
                Choice("travel", N_("Help to get there")),
                Choice("time", N_("Time off work, or another time of day")),
                Choice("beside-me", N_("Somebody next to me")),
                Choice("access", N_("Help with access, like a ramp, a quiet room or big print")),
            ),
            other=N_("Something else"),
            sources=("RW-07", "L-15"),
        ),
        Question(
            "family-language",
            "line",
            N_("Which language do you want an interpreter for?"),
            N_("The language I want an interpreter for:"),
            "family.language",
            help=N_("Sign language counts too."),
            shown_when=When("family-needs", ("interpreter",)),
            sources=("L-15",),
        ),
        Question(
            "family-needs-more",
            "words",
            N_("What should we know, so that we can arrange it?"),
            N_("What you should know, so that you can arrange it:"),
            "family.needs_more",
            help=N_("How many children, where you come from, when you work, who comes with you."),
            shown_when=When("family-needs", ("childcare", "travel", "time", "beside-me", "access")),
            sources=("RW-07", "L-15"),
        ),
    ),
    icon="beside",
)
