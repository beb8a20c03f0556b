"""Who is there, who is not, whom I trust, who visits."""

from youthvoice.questions.model import N_, Choice, Question, Section

PEOPLE = (
    Choice("family", N_("Someone in my family")),
    Choice("carer", N_("My carer")),
    Choice("friend", N_("A friend")),
    Choice(
        "advocate", N_("An advocate"), N_("Someone on your side who helps you say what you want.")
    ),
    Choice("youth-worker", N_("A youth worker")),
    Choice("mentor", N_("A mentor")),
    Choice("school", N_("Someone from school or college")),
    Choice("social-worker", N_("My social worker")),
    Choice("health", N_("A nurse, doctor or someone else from health")),
    Choice(
        "youth-justice",
        N_("My youth justice worker"),
        N_("They help young people who are in trouble with the police."),
    ),
)

WHO = Section(
    "who",
    N_("Who"),
    N_("Who is in the room makes a big difference. You can say who."),
    (
        Question(
            "who-there",
            "people",
            N_("Who do you want at the meeting?"),
            N_("Who I want at the meeting:"),
            "who.wanted",
            help=N_("Pick as many as you like."),
            choices=PEOPLE,
            other=N_("Someone else. What is their name?"),
            offers_people=True,
            sources=("RW-04", "RW-12", "N-15"),
        ),
        Question(
            "who-not",
            "people",
            N_("Is there anyone you do not want there?"),
            N_("Who I do not want there:"),
            "who.not_wanted",
            help=N_("We can't always promise. We will always tell you what we decide and why."),
            choices=PEOPLE,
            other=N_("Someone else. What is their name?"),
            offers_people=True,
            sources=("RW-04", "RW-14"),
        ),
        Question(
            "who-not-why",
            "words",
            N_("Why do you not want them there?"),
            N_("Why I do not want them there:"),
            "who.not_wanted_why",
            help=N_("You don't have to say why. It can help us plan it better."),
            sources=("RW-04", "RW-14"),
        ),
        Question(
            "who-trust",
            "words",
            N_("Who do you trust the most?"),
            N_("Who I trust the most:"),
            "who.trusted",
            help=N_("It can be anyone. A worker, a neighbour, your gran."),
            sources=("RW-12", "N-25"),
        ),
        Question(
            "meet-chair",
            "one",
            N_("Do you want to meet the person who runs the meeting first?"),
            N_("Meeting the person who runs the meeting first:"),
            "who.meet_chair",
            help=N_("They are called the chair. They make sure everyone gets a turn."),
            choices=(
                Choice("yes", N_("Yes, I want to meet them")),
                Choice("call", N_("Yes, by phone or video")),
                Choice("no", N_("No, I don't need to")),
                Choice("unsure", N_("I'm not sure yet")),
            ),
            sources=("RW-04", "L-05"),
        ),
        Question(
            "who-visits",
            "words",
            N_("Who should come and see you between meetings?"),
            N_("Who should come and see me:"),
            "who.visits",
            help=N_("It can be someone you trust. It does not have to be your social worker."),
            sources=("N-25",),
        ),
    ),
)
