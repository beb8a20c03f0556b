"""What hangs on a point, as far as it has arrived."""

from dataclasses import dataclass
from typing import Any, Literal

from youthvoice.questions.attachments import PICTURE_TYPES, VOICE_TYPES
from youthvoice.record.attached.pieces import joined
from youthvoice.record.store import Row, Store
from youthvoice.record.views.point import Point

PartName = Literal["voice", "picture"]
SHOWN: dict[PartName, frozenset[str]] = {"voice": VOICE_TYPES, "picture": PICTURE_TYPES}
"""What a page plays or shows; anything else can only be saved."""


@dataclass(frozen=True)
class Attached:
    """One thing that hangs on a point. `type` is empty for what no page should show."""

    part: PartName
    is_here: bool
    type: str


def attached_to(store: Store, point: Point) -> list[Attached]:
    """Everything that a point names, arrived or not."""
    named = {part: _named(point, part) for part in SHOWN}
    return [_attached(store, point, part, name) for part, name in named.items() if name]


def whole_of(store: Store, point: Point, part: PartName) -> tuple[bytes, str] | None:
    """The bytes and their type; None for what a point does not name or what is not here yet."""
    row = _row(store, point, _named(point, part))
    if row is None:
        return None
    data = joined(store, point.reader.id, row["sha256"], row["of"])
    return None if data is None else (data, _type(part, row))


def _attached(store: Store, point: Point, part: PartName, name: str) -> Attached:
    row = _row(store, point, name)
    return Attached(part, row is not None, _type(part, row) if row else "")


def _type(part: PartName, row: Row) -> str:
    return str(row["type"]) if row["type"] in SHOWN[part] else ""


def _row(store: Store, point: Point, name: str) -> Row | None:
    sql = "SELECT * FROM wholes WHERE reader = ? AND sha256 = ?"
    return store.row(sql, [point.reader.id, name])


def _named(point: Point, part: PartName) -> str:
    value: Any = point.value.get(part) if isinstance(point.value, dict) else None
    name = value.get("sha256") if isinstance(value, dict) else None
    return name if isinstance(name, str) else ""
