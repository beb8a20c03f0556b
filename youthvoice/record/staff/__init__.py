"""The people who work here: who they are, how they come in, what they may see.

* A staff member sees a case only as its worker or its chair, and an answer only if their role is
  among those of the answer's audience.
* A sign-in link carries a token of 32 random bytes, of which only the SHA-256 is kept; it works
  once, for a short time. OpenID Connect comes in by the same door later.
* A session is a row here, known by the SHA-256 of what its cookie carries. Signing out deletes the
  row, so that a copy of the cookie is worth nothing afterwards.
* **The first links come from the command line** (`youthvoice staff`): whoever may run it on the
  machine of the record could read the record's file as well.
"""

from youthvoice.record.staff.people import Staff, add_staff, all_staff, staff_member

__all__ = ["Staff", "add_staff", "all_staff", "staff_member"]
