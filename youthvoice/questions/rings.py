"""The rings of the context: the places around a young person, the farthest first (P-12)."""

from dataclasses import dataclass

from youthvoice.questions.model import N_


@dataclass(frozen=True)
class Ring:
    """One place. `lead_in` stands before what is picked for it; `icon` beside it."""

    id: str
    lead_in: str
    icon: str


RINGS = (
    Ring("neighbourhood", N_("Near where I live:"), "near"),
    Ring("schools", N_("At school or college:"), "school"),
    Ring("friends", N_("With friends:"), "friends"),
    Ring("home", N_("At home:"), "home"),
    Ring("me", N_("On my own:"), "me"),
)
