"""How the meeting itself should go."""

from youthvoice.questions.model import N_, Question, Section

MEETING = Section(
    "meeting",
    N_("At the meeting"),
    N_("You can say how it should go."),
    (
        Question(
            "meeting-ask",
            "words",
            N_("What do you want people to ask?"),
            N_("What I want people to ask:"),
            "meeting.ask",
            help=N_("Questions for you, or for anybody there."),
            sources=("L-15",),
        ),
        Question(
            "meeting-words",
            "words",
            N_("Which words should people not use?"),
            N_("Words I do not want used:"),
            "meeting.words",
            help=N_("Words about you or your life that you don't like."),
            sources=("RW-06", "P-16"),
        ),
        Question(
            "meeting-unsaid",
            "words",
            N_("What must not be said, and in front of whom?"),
            N_("What must not be said, and in front of whom:"),
            "meeting.unsaid",
            help=N_("Tell us who must not hear it. We will plan for that."),
            sources=("RW-14",),
        ),
    ),
    icon="talk",
)
