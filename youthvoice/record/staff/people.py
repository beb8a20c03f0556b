"""Social workers and chairs."""

import secrets
from dataclasses import dataclass
from typing import Literal

from youthvoice.record.store import Row, Store

StaffRole = Literal["worker", "chair"]


@dataclass(frozen=True)
class Staff:
    """One person: a social worker (`worker`) or one who chairs conferences (`chair`)."""

    id: str
    name: str
    role: StaffRole


def add_staff(store: Store, name: str, role: StaffRole) -> Staff:
    """A new person."""
    one = Staff(secrets.token_hex(8), name, role)
    with store.write() as database:
        database.table("staff").insert({"id": one.id, "name": one.name, "role": one.role})
    return one


def staff_member(store: Store, staff_id: str) -> Staff | None:
    """The person with that id."""
    row = store.row("SELECT id, name, role FROM staff WHERE id = ?", [staff_id])
    return _staff(row) if row else None


def all_staff(store: Store) -> list[Staff]:
    """Everybody, by name."""
    return [_staff(row) for row in store.rows("SELECT id, name, role FROM staff ORDER BY name")]


def _staff(row: Row) -> Staff:
    return Staff(row["id"], row["name"], row["role"])
