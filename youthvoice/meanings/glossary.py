"""Hard words and what they mean, for a twelve-year-old. A starting text: short, kind and true."""

from youthvoice.meanings.term import N_, Term

GLOSSARY = (
    Term(
        (N_("advocate"),),
        N_(
            "Someone on your side. They help you say what you want. They don't work for your "
            "social worker."
        ),
    ),
    Term((N_("agenda"),), N_("The list of things the meeting will talk about, in order.")),
    Term(
        (N_("assessment"),),
        N_("Finding out what is going on, by talking to you and people who know you."),
    ),
    Term(
        (N_("CAMHS"),), N_("A health team for young people who feel very low, scared or stressed.")
    ),
    Term(
        (N_("category"), N_("categories")),
        N_(
            "The official word for the kind of harm people are worried about. It goes in the "
            "record."
        ),
    ),
    Term(
        (N_("CCE"), N_("child criminal exploitation"), N_("criminal exploitation")),
        N_("When someone uses a young person to do crime, like carrying drugs or money."),
    ),
    Term(
        (N_("CSE"), N_("child sexual exploitation"), N_("sexual exploitation")),
        N_(
            "When someone tricks or pushes a young person into sexual things. It is never your "
            "fault."
        ),
    ),
    Term(
        (N_("chair"), N_("CP chair"), N_("CPC")),
        N_(
            "The person who runs the meeting. They make sure everyone gets a turn. They are not "
            "your social worker."
        ),
    ),
    Term(
        (N_("child in need"), N_("children in need"), N_("CIN")),
        N_(
            "Your family gets extra help. People think it can work without the stronger kind of "
            "plan."
        ),
    ),
    Term(
        (N_("conference"), N_("CP conference"), N_("child protection conference")),
        N_(
            "A meeting about keeping you safe. You, your family and people who help you can be "
            "there."
        ),
    ),
    Term(
        (N_("consent"),), N_("Saying yes, knowing what you say yes to. You can change your mind.")
    ),
    Term(
        (N_("context"),),
        N_("A place or group where things happen, like a park, school, friends or online."),
    ),
    Term(
        (N_("context conference"),),
        N_("A meeting about making a place safer. Your name should not be used."),
    ),
    Term((N_("context weighting"),), N_("Working out which place or group causes the most worry.")),
    Term(
        (N_("contingency"), N_("contingency plan")),
        N_("Plan B. What happens if plan A doesn't work."),
    ),
    Term(
        (N_("core group"), N_("core group meeting")),
        N_("A small group who check the plan is happening. You can be in it."),
    ),
    Term(
        (N_("county lines"),), N_("Gangs who send drugs to other towns, often using young people.")
    ),
    Term((N_("child protection"), N_("CP")), N_("Work to stop a young person being badly hurt.")),
    Term(
        (N_("child protection plan"), N_("CPP"), N_("CP plan")),
        N_("A written list: worries, what will be done, by who, by when."),
    ),
    Term(
        (N_("children's social care"), N_("CSC")),
        N_("The council team that helps keep young people safe."),
    ),
    Term((N_("deputy"), N_("deputies")), N_("A stand-in who comes when someone can't.")),
    Term(
        (N_("direct work"),),
        N_("Time with your social worker to talk or do activities about your life."),
    ),
    Term((N_("DSL"),), N_("The adult at school in charge of keeping pupils safe.")),
    Term((N_("extra-familial harm"),), N_("Harm that comes from outside your family.")),
    Term(
        (N_("Evolve"),),
        N_("The name of a local team. Ask your worker what they do."),
        as_written=True,
    ),
    Term(
        (N_("family group conference"), N_("FGC")),
        N_("Your own family and friends meet to make their plan."),
    ),
    Term((N_("family network meeting"),), N_("People close to you meet to work out how to help.")),
    Term((N_("ICPC"), N_("initial conference")), N_("The first big safety meeting.")),
    Term((N_("IRO"),), N_("If you live in care: the person who checks your plan is good for you.")),
    Term(
        (N_("ISRO"), N_("ISS")),
        N_("Other names some councils use for the people who run or check these meetings."),
    ),
    Term((N_("lead practitioner"),), N_("The worker who looks after the plan.")),
    Term(
        (N_("looked after"),),
        N_("The council is looking after you, for example with a foster family."),
    ),
    Term(
        (N_("MACE"), N_("MACE panel"), N_("MARVE"), N_("MARVE panel")),
        N_(
            "Meetings of workers about young people going missing or being used by others. You "
            "don't go to these."
        ),
    ),
    Term(
        (N_("the minutes"), N_("minutes of the meeting")), N_("The written notes of the meeting.")
    ),
    Term(
        (N_("multi-agency"),),
        N_("Different services working together, like school, police and health."),
    ),
    Term((N_("outcome"),), N_("What we want to be different.")),
    Term(
        (N_("parental responsibility"), N_("parental responsibilities")),
        N_("The legal rights and duties of a parent."),
    ),
    Term((N_("police report"),), N_("What the police know. It may not all be shared with you.")),
    Term(
        (N_("protective factor"), N_("strength")), N_("A person or thing that helps keep you safe.")
    ),
    Term((N_("QA"),), N_("People who check meetings are done well.")),
    Term(
        (N_("review"), N_("review conference"), N_("RCPC")),
        N_("A later meeting to see if things are safer."),
    ),
    Term((N_("resilience"),), N_("What helps you get through hard times.")),
    Term((N_("risk"),), N_("Something that might hurt you.")),
    Term((N_("safety goal"),), N_("How we'll all know things are safe enough.")),
    Term(
        (N_("safety mapping"), N_("safety map")),
        N_("Marking where you feel safe and where you don't."),
    ),
    Term(
        (N_("section 47"), N_("s47")),
        N_("The law that says the council must check when someone may be badly hurt."),
    ),
    Term(
        (N_("Signs of Safety"),),
        N_("A way to run meetings: worries, what's good, what has to happen."),
    ),
    Term(
        (N_("significant harm"),),
        N_("Being badly hurt, or likely to be – in body, feelings or mind."),
    ),
    Term((N_("social worker"),), N_("The council worker whose job is to help you be safe.")),
    Term(
        (N_("step down"), N_("steps down"), N_("stepped down")),
        N_("The plan worked well enough, so a lighter plan follows."),
    ),
    Term(
        (N_("strategy discussion"), N_("strategy meeting")),
        N_(
            "Police, social work and health talk quickly about what to do first. You are not there."
        ),
    ),
    Term((N_("threshold"),), N_("The line that decides which kind of help the law asks for.")),
    Term((N_("team manager"), N_("TM")), N_("Your social worker's boss.")),
    Term(
        (N_("trafficking"), N_("trafficked")),
        N_("Moving someone around to make money from them or hurt them."),
    ),
    Term((N_("visit"),), N_("When a worker comes to see you. You can say who you'd like.")),
    Term((N_("working day"),), N_("Monday to Friday, not bank holidays.")),
    Term(
        (N_("Working Together"), N_("WTSC"), N_("LSGP")),
        N_("Rule books the workers have to follow."),
    ),
    Term(
        (N_("youth justice"), N_("YJS")),
        N_("People who work with young people in trouble with the police."),
    ),
    Term(
        (N_("young person's safety plan"), N_("safety plan")),
        N_("The plan you help make about being safer outside home."),
    ),
)
