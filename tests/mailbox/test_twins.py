"""What the mailbox has to know by heart, since it may not import what seals, is the same there."""

import pytest

from tests.mailbox.acting import Invited
from youthvoice.envelope import seal, shape
from youthvoice.mailbox import claims, frames


@pytest.mark.parametrize("number", ["000000", "123456", "999999"])
def test_the_check_number_is_hashed_as_the_envelope_does(number: str) -> None:
    secret = Invited().secret
    assert claims._check_hash(secret.claim_key, number) == secret.check_hash(number)


def test_the_largest_envelope_fits_in_a_body_with_its_box() -> None:
    largest = shape.HEADER + shape.SECOND + shape.BUCKETS[-1] + shape.TAG
    assert largest + frames.LENGTH + shape.ID <= frames.ROOM
    assert len(seal.new_id()) == shape.ID
