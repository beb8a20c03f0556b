"""Words that a young person may not know, and what must stand beside each that we use."""

HARD = (
    *("advocate", "agenda", "assessment", "CAMHS", "category", "CCE", "child in need", "CIN"),
    *("child protection", "conference", "consent", "context", "contingency", "core group"),
    *("county lines", "CP", "CPC", "CPP", "CSC", "CSE", "chair", "deputy", "direct work", "DSL"),
    *("criminal exploitation", "sexual exploitation", "exploitation", "extra-familial", "Evolve"),
    *("family group conference", "family network meeting", "FGC", "ICPC", "IRO", "ISRO", "ISS"),
    *("lead practitioner", "looked after", "LSGP", "MACE", "MARVE", "the minutes", "multi-agency"),
    *("outcome", "parental responsibility", "police report", "protective factor", "QA", "RCPC"),
    *("resilience", "review", "risk", "safety goal", "safety mapping", "section 47", "s47"),
    *("signs of safety", "significant harm", "social worker", "step down", "strategy discussion"),
    *("threshold", "team manager", "trafficking", "weighting", "working day", "working together"),
    *("WTSC", "YJS", "youth justice", "safety plan", "legislation", "disclosure", "intervention"),
)
"""The trade's words, capitals where they are letters that stand for words."""

MEANINGS = {
    "advocate": ("on your side", "on the young person's side"),
    "chair": ("runs the meeting",),
    "social worker": ("job is to help",),
    "youth justice": ("in trouble with the police",),
}
"""One of these stands on the same page, at most one tap away, where the word is used."""

TAPPED_ON = ("said", "letter", "plan", "happened", "report", "ask")
"""Pages, and a card, on which every word of the glossary is a button that shows its meaning."""

ONE_TAP_ON = {"home": "q-advocate", "aside": "q-advocate", "around": "q-advocate"}
"""Pages that lead, with the word itself, to where it is explained."""
