"""Worries and how safe I feel, by place: the rings of the context (P-12)."""

from youthvoice.questions.model import N_, Choice, Question, Section


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
        Question(
            "safe-rings",
            "rings",
            N_("Where do you feel safe, and where not?"),
            N_("Where I feel safe, and where not:"),
            "worries.rings",
            help=N_("Tap a ring until it is right, or pick below. Leave out any you like."),
            choices=(
                Choice("safe", N_("Safe"), icon="feels-4"),
                Choice("mixed", N_("Sometimes"), icon="feels-3"),
                Choice("not-safe", N_("Not safe"), icon="feels-2"),
            ),
            sources=("P-12", "N-06"),
        ),
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
    icon="worries",
)
