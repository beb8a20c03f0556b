"""What a young person lets each advocate read, and all that they ever chose."""

from flask import Blueprint, render_template

from youthvoice.record.access.given import choices_of, parts_of, since
from youthvoice.record.access.unheard import is_suspended
from youthvoice.record.access.wording import part_name
from youthvoice.record.cases import readers_of
from youthvoice.record.desk import own_case, store

access_pages = Blueprint("access", __name__)


@access_pages.get("/cases/<case_id>/access")
def access(case_id: str) -> str:
    """For each advocate what they may read now, since when, and every choice with its day."""
    case = own_case(case_id)
    advocates = [one for one in readers_of(store(), case.id) if one.role == "advocate"]
    return render_template(
        "record/access/access.html",
        case=case,
        advocates=[
            (
                one,
                [(part, since(store(), one.id, part)) for part in parts_of(store(), one.id)],
                choices_of(store(), one.id)[::-1],
                is_suspended(store(), one.id),
            )
            for one in advocates
        ],
        part_name=part_name,
    )
