"""What is to be done, in words."""

from youthvoice.record.language import _
from youthvoice.record.tasks.task import Task


def task_name(task: Task) -> str:
    """What was asked for."""
    return {"advocate": _("An advocate is wanted")}[task.what]
