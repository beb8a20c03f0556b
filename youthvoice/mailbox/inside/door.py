"""The inside's door: a short-lived ES256 token, checked with a public key."""

import jwt
from jwt.algorithms import AllowedPublicKeys

from youthvoice import clock
from youthvoice.mailbox import at_hand, bearer

ALGORITHM = "ES256"
ISSUER = "inside"
AUDIENCE = "mailbox"
LONGEST = 300
"""Seconds that a token may live."""

AHEAD = 30
"""Seconds by which the inside's clock may be ahead of ours."""


def public_key(pem: str) -> AllowedPublicKeys:
    """The key that tokens are checked with. Raises ValueError unless it is public and on P-256."""
    if "PRIVATE KEY" in pem:
        raise ValueError("the mailbox takes the inside's public key, not its private one")
    try:
        key: AllowedPublicKeys = jwt.get_algorithm_by_name(ALGORITHM).prepare_key(pem)
    except (ValueError, TypeError, jwt.PyJWTError):
        raise ValueError("the inside's public key is not a P-256 public key in PEM") from None
    return key


def check() -> None:
    """Lets the inside pass. Raises `Refused` (401 or 429) for anybody else."""
    try:
        claims = jwt.decode(
            bearer.sent(),
            at_hand.inside_key(),
            algorithms=[ALGORITHM],
            audience=AUDIENCE,
            issuer=ISSUER,
            options={"require": ["iss", "aud", "iat", "exp"], "verify_iat": False},
        )
    except jwt.PyJWTError:
        raise bearer.stranger() from None
    if not _short(claims["iat"], claims["exp"]):
        raise bearer.stranger()


def _short(issued: object, expires: object) -> bool:
    if not isinstance(issued, int) or not isinstance(expires, int):
        return False
    return issued <= clock.epoch() + AHEAD and 0 < expires - issued <= LONGEST
