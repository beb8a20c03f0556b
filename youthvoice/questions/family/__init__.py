"""What a parent or carer has to say, in the order in which they would say it (L-11, L-12)."""

from youthvoice.questions.after import AFTER
from youthvoice.questions.family.good import GOOD
from youthvoice.questions.family.help import HELP
from youthvoice.questions.family.need import NEED
from youthvoice.questions.family.part import PART
from youthvoice.questions.family.talk import TALK
from youthvoice.questions.family.worries import WORRIES
from youthvoice.questions.model import Form

FAMILY = Form("family", frozenset({"parent"}), (WORRIES, GOOD, HELP, TALK, PART, NEED, AFTER))
"""The whole form for parents and carers. Everything can be skipped.

It is about the parent and the family. It asks nothing of what the young person said, and nothing
in it depends on that.
"""
