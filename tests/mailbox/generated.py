"""What Schemathesis cannot know from the description alone, so that it gets past the door.

It loads this module by SCHEMATHESIS_HOOKS, in a process of its own. KNOWN names a file in which the
test has written what is really there; many requests are then about that, and the rest is made up.
ANSWERED names a file that gets a line for each answer: operation, what was sent, status.
"""

import json
import os
from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from schemathesis import Case, HookContext

from tests.mailbox.acting import id_of
from tests.mailbox.rules import DESCRIPTION
from youthvoice.envelope.shape import ID, length_prefixed

KNOWN: dict[str, Any] = json.loads(Path(os.environ["KNOWN"]).read_text("utf-8"))
ANSWERED = Path(os.environ["ANSWERED"])
UP, DOWN = ([bytes.fromhex(one) for one in KNOWN[name]] for name in ("up", "down"))
CLAIM = Draft202012Validator(
    {"$ref": "#/components/schemas/Claim", "components": DESCRIPTION["components"]}
)

schemathesis.openapi.media_type("application/octet-stream", st.sampled_from(UP))


@schemathesis.hook
def map_body(context: HookContext, body: Any) -> Any:
    """An envelope becomes what this operation takes; many claims are those of real invitations."""
    name = _name(context.operation)
    if name == "put_frames_up" and body in UP:
        return length_prefixed([body, body])
    if name == "inside_deliver" and body in UP:
        return length_prefixed([bytes.fromhex(KNOWN["box"]) + DOWN[UP.index(body)]])
    if name == "claim" and CLAIM.is_valid(body):
        some = [body, *KNOWN["claims"]]
        return some[len(json.dumps(body)) % len(some)]
    return body


@schemathesis.hook
def map_case(context: HookContext, case: Case) -> Case:
    """An envelope is put under the id that it has, where it is put under an id at all."""
    is_named = len(str(case.path_parameters.get("envelope"))) == 2 * ID
    if _name(case.operation) == "put_up" and case.body in UP and is_named:
        case.path_parameters["envelope"] = id_of(case.body)
    return case


@schemathesis.hook
def after_call(context: HookContext, case: Case, response: Any) -> None:
    """Noted, so that somebody can see how far the requests got."""
    with ANSWERED.open("a") as out:
        out.write(f"{_name(case.operation)} {case.method} {response.status_code}\n")


def _name(operation: Any) -> str:
    return str(operation.definition.raw["operationId"])
