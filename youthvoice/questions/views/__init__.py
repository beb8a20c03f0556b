"""The young person's views, in the order in which a young person would want to say them."""

from youthvoice.questions.after import AFTER
from youthvoice.questions.model import Form
from youthvoice.questions.views.advocate import ADVOCATE
from youthvoice.questions.views.change import CHANGE
from youthvoice.questions.views.good import GOOD
from youthvoice.questions.views.how import HOW
from youthvoice.questions.views.meeting import MEETING
from youthvoice.questions.views.who import WHO
from youthvoice.questions.views.worries import WORRIES

VIEWS = Form(
    "views",
    frozenset({"young_person", "advocate"}),
    (WHO, HOW, WORRIES, GOOD, CHANGE, MEETING, ADVOCATE, AFTER),
)
"""The whole form for young people. Everything can be skipped. An advocate may write with them or
for them (#12); their phone does not ask them how the meeting was."""
