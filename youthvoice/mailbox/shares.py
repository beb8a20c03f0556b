"""Shares: half of the key of a phone that somebody could look at, given for a proof of its PIN."""

import hashlib

from flask import Response

from youthvoice.envelope.shape import ID
from youthvoice.mailbox import answers, asked, at_hand, bearer
from youthvoice.mailbox.answers import Refused, unauthorised
from youthvoice.mailbox.store.kept import Outcome, Share
from youthvoice.mailbox.store.trying import Kind, Tried

SECRET = 32
CODES = {
    Outcome.DIFFERENT: (409, "different_bytes"),
    Outcome.REVOKED: (409, "revoked"),
}


def put(box: str, share: str) -> Response:
    """201 when stored, 200 when the same is here already. Its tries begin once."""
    owner = bearer.box(box)
    found = asked.fields()
    entrusted = Share(
        asked.from_hex(share, ID),
        owner,
        asked.octets(found, "share", SECRET),
        asked.octets(found, "proof_sha256", SECRET),
    )
    keeps = asked.octets_or_none(found, "keeps", ID)
    outcome = at_hand.store().shares.put(entrusted, keeps)
    if outcome is Outcome.NO_BOX:
        raise unauthorised()
    if outcome in CODES:
        raise Refused(*CODES[outcome])
    return answers.nothing(201 if outcome is Outcome.STORED else 200)


def let_go(box: str, share: str) -> Response:
    """204, known or not; nobody is given it any more."""
    at_hand.store().shares.let_go(bearer.box(box), asked.from_hex(share, ID))
    return answers.nothing(204)


def open_(share: str) -> Response:
    """The share, for a proof. No bearer: the token lies behind the lock that this opens."""
    at_hand.rates().stranger()
    proof = asked.octets(asked.fields(), "proof", SECRET)
    tried = at_hand.store().shares.open(_name(share), hashlib.sha256(proof).digest())
    if tried.kind is Kind.GIVEN:
        return answers.octets(tried.share)
    raise _refusal(tried)


def _name(share: str) -> bytes:
    """What cannot be a name is unknown like any other."""
    try:
        return asked.from_hex(share, ID)
    except Refused:
        return b""


def _refusal(tried: Tried) -> Refused:
    if tried.kind is Kind.WRONG:
        return Refused(403, "proof_wrong", tries_left=tried.tries_left)
    return Refused(404, "share_unusable")
