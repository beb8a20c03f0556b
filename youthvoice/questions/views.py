"""The young person's views, in the order in which a young person would want to say them."""

from youthvoice.questions.model import N_, Choice, Form, Question, Section, When

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
    Choice("youth-justice", N_("My youth justice worker")),
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

EASIER = (
    Choice("breaks", N_("Breaks when I need them")),
    Choice("signal-card", N_("A card I can hold up when I want to stop or speak")),
    Choice("camera-off", N_("My camera off")),
    Choice("arrive-apart", N_("Getting there apart from somebody")),
    Choice("interpreter", N_("An interpreter")),
    Choice("private-place", N_("Somewhere private to be online")),
    Choice("access", N_("Help with access, like a ramp, a quiet room or big print")),
    Choice("beside-me", N_("Somebody next to me")),
)

HOW = Section(
    "how",
    N_("How"),
    N_("There is more than one way to be part of it."),
    (
        Question(
            "how-join",
            "one",
            N_("How do you want to take part?"),
            N_("How I want to take part:"),
            "how.join",
            help=N_("You can change your mind later."),
            choices=(
                Choice("face-to-face", N_("Face to face"), N_("In the room with everyone.")),
                Choice("hybrid", N_("A mix"), N_("Some people in the room, some on a screen.")),
                Choice("online", N_("Online"), N_("On a phone or computer, from somewhere else.")),
                Choice(
                    "not-there",
                    N_("I don't want to be there"),
                    N_("Your words still count. They will be read."),
                ),
            ),
            sources=("RW-07", "N-16"),
        ),
        Question(
            "how-much",
            "one",
            N_("Do you want to be there for all of it?"),
            N_("How much of it I want to be there for:"),
            "how.much",
            choices=(
                Choice("all", N_("All of it")),
                Choice("part", N_("Just a part")),
                Choice("unsure", N_("I'm not sure yet")),
            ),
            shown_when=When("how-join", ("face-to-face", "hybrid", "online")),
            sources=("RW-07",),
        ),
        Question(
            "how-part",
            "words",
            N_("Which part?"),
            N_("The part I want to be there for:"),
            "how.part",
            help=N_("The start, the end, or when they talk about something you choose."),
            shown_when=When("how-much", ("part",)),
            sources=("RW-07",),
        ),
        Question(
            "when-suits",
            "words",
            N_("What day and time suit you?"),
            N_("Day and time that suit me:"),
            "how.when",
            help=N_("Think about school, work, sport and when you feel most awake."),
            sources=("RW-07", "RW-10"),
        ),
        Question(
            "where",
            "words",
            N_("Where would you like it to be?"),
            N_("Where I would like it to be:"),
            "how.where",
            help=N_("It could be a youth club, a library, school, or somewhere you feel OK."),
            sources=("RW-07", "N-10"),
        ),
        Question(
            "easier",
            "several",
            N_("What would make it easier?"),
            N_("What would make it easier:"),
            "how.easier",
            help=N_("Pick as many as you like."),
            choices=EASIER,
            other=N_("Something else"),
            sources=("RW-07", "L-15"),
        ),
        Question(
            "easier-apart",
            "line",
            N_("Who do you want to arrive apart from?"),
            N_("Who I want to arrive apart from:"),
            "how.apart_from",
            shown_when=When("easier", ("arrive-apart",)),
            sources=("RW-07",),
        ),
        Question(
            "easier-language",
            "line",
            N_("Which language?"),
            N_("The language I want an interpreter for:"),
            "how.language",
            help=N_("Sign language counts too."),
            shown_when=When("easier", ("interpreter",)),
            sources=("L-15",),
        ),
        Question(
            "easier-access",
            "words",
            N_("What do you need?"),
            N_("What I need so that I can take part:"),
            "how.access",
            shown_when=When("easier", ("access",)),
            sources=("L-15",),
        ),
        Question(
            "easier-beside",
            "line",
            N_("Who do you want next to you?"),
            N_("Who I want next to me:"),
            "how.beside",
            shown_when=When("easier", ("beside-me",)),
            sources=("L-15",),
        ),
    ),
)


def _safe(place: str, asks: str, lead_in: str) -> Question:
    return Question(
        f"safe-{place}",
        "scale",
        asks,
        lead_in,
        f"worries.{place}_safe",
        help=N_("0 means not safe at all. 10 means very safe."),
        sources=("N-06", "P-12"),
    )


def _worry(place: str, asks: str, lead_in: str) -> Question:
    return Question(
        f"worry-{place}",
        "words",
        asks,
        lead_in,
        f"worries.{place}",
        help=N_("Say it in your own words. A little or a lot."),
        sources=("N-26", "P-12", "P-15"),
    )


WORRIES = Section(
    "worries",
    N_("Worries"),
    N_("Only what you want to say. You can skip any of these."),
    (
        _safe("home", N_("How safe do you feel at home?"), N_("How safe I feel at home, 0 to 10:")),
        _worry("home", N_("What worries you at home?"), N_("What worries me at home:")),
        _safe(
            "school",
            N_("How safe do you feel at school or college?"),
            N_("How safe I feel at school or college, 0 to 10:"),
        ),
        _worry(
            "school",
            N_("What worries you at school or college?"),
            N_("What worries me at school or college:"),
        ),
        _safe(
            "friends",
            N_("How safe do you feel with friends?"),
            N_("How safe I feel with friends, 0 to 10:"),
        ),
        _worry(
            "friends",
            N_("What worries you about friends or people you hang out with?"),
            N_("What worries me about friends or people I hang out with:"),
        ),
        _safe(
            "streets",
            N_("How safe do you feel on the streets near you?"),
            N_("How safe I feel on the streets near me, 0 to 10:"),
        ),
        _worry(
            "streets",
            N_("What worries you on the streets near you?"),
            N_("What worries me on the streets near me:"),
        ),
        _safe("online", N_("How safe do you feel online?"), N_("How safe I feel online, 0 to 10:")),
        _worry("online", N_("What worries you online?"), N_("What worries me online:")),
        Question(
            "worry-others",
            "words",
            N_("What do other people worry about that you see differently?"),
            N_("What other people worry about that I see differently:"),
            "worries.seen_differently",
            help=N_("You know your life best. Tell us how it looks to you."),
            sources=("P-08", "N-26"),
        ),
    ),
)

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
)

CHANGE = Section(
    "change",
    N_("What should change"),
    N_("This is about you and what you want."),
    (
        Question(
            "change-help",
            "words",
            N_("What would help?"),
            N_("What would help:"),
            "change.help",
            help=N_("What could people do, or stop doing?"),
            sources=("N-24", "L-14"),
        ),
        Question(
            "change-areas",
            "several",
            N_("What matters most to you right now?"),
            N_("What matters most to me right now:"),
            "change.areas",
            help=N_("Pick as many as you like."),
            choices=(
                Choice("school", N_("School or college")),
                Choice("work", N_("Work")),
                Choice("fun", N_("Fun")),
                Choice("health", N_("Health")),
                Choice("money", N_("Money")),
                Choice("friends", N_("Friends")),
            ),
            other=N_("Something else"),
            sources=("RW-11",),
        ),
        Question(
            "change-want",
            "words",
            N_("What do you want for yourself?"),
            N_("What I want for myself:"),
            "change.want",
            help=N_("Next month, next year, or when you are older."),
            sources=("RW-11",),
        ),
    ),
)

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
)

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
)

VIEWS = Form("views", "young_person", (WHO, HOW, WORRIES, GOOD, CHANGE, MEETING, ADVOCATE))
"""The whole form for young people. Everything can be skipped."""

FORMS = {VIEWS.id: VIEWS}
