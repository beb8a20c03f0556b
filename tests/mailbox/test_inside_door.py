"""The inside proves itself with a short-lived token; nobody else passes."""

import hmac

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from flask import Flask
from jwt.utils import base64url_encode

from tests import clock
from tests.mailbox.acting import Inside, said
from youthvoice.envelope.keys import KeyPair
from youthvoice.mailbox import Store, create_mailbox


def wrong(now: int) -> dict[str, dict[str, object]]:
    """What a token can say that it should not."""
    return {
        "expired": {"iat": now - 200, "exp": now - 1},
        "too long-lived": {"iat": now, "exp": now + 301},
        "long-lived and old": {"iat": now - 1000, "exp": now + 60},
        "from tomorrow": {"iat": now + 86400, "exp": now + 86460},
        "backwards": {"iat": now + 20, "exp": now + 20},
        "not yet": {"nbf": now + 86400},
        "wrong audience": {"aud": "record"},
        "no audience": {"aud": None},
        "wrong issuer": {"iss": "outside"},
        "no issuer": {"iss": None},
        "no time of issue": {"iat": None},
        "no end": {"exp": None},
        "time as text": {"iat": str(now)},
        "end as text": {"exp": str(now + 60)},
        "true is no time": {"iat": True},
    }


@pytest.mark.parametrize("what", wrong(0))
def test_a_token_that_says_the_wrong_thing_is_refused(inside: Inside, what: str) -> None:
    token = inside.token(**wrong(clock.seconds())[what])
    assert said(inside.send("GET", "/claims", token)) == (401, "unauthorised")


def test_the_longest_token_passes(inside: Inside) -> None:
    now = clock.seconds()
    for claims in ({"iat": now, "exp": now + 300}, {"iat": now + 15, "exp": now + 60}):
        assert inside.send("GET", "/claims", inside.token(**claims)).status_code == 200


def forged(inside: Inside) -> dict[str, str]:
    now = clock.seconds()
    claims = {"iss": "inside", "aud": "mailbox", "iat": now, "exp": now + 60}
    head, body, signature = inside.token().split(".")
    longer = inside.token(exp=now + 299).split(".")[1]
    return {
        "another key": jwt.encode(claims, KeyPair.new().to_pem(), algorithm="ES256"),
        "no algorithm": jwt.encode(claims, "", algorithm="none"),
        "no signature": f"{head}.{body}.",
        "the public key as a secret": hs256(body, inside.proof.public_pem()),
        "another body": f"{head}.{longer}.{signature}",
        "no token": "x",
        "a box's token": "0" * 64,
    }


def hs256(body: str, secret: bytes) -> str:
    """By hand: PyJWT refuses to sign with a PEM, an attacker does not."""
    head = base64url_encode(b'{"alg":"HS256","typ":"JWT"}').decode()
    signature = hmac.digest(secret, f"{head}.{body}".encode(), "sha256")
    return f"{head}.{body}.{base64url_encode(signature).decode()}"


def test_a_forged_token_is_refused(inside: Inside) -> None:
    answers = {
        name: said(inside.send("GET", "/claims", token)) for name, token in forged(inside).items()
    }
    assert set(answers.values()) == {(401, "unauthorised")}


def test_every_way_in_has_the_same_door(http: httpx.Client) -> None:
    for method, path in (
        ("PUT", f"invitations/{'0' * 32}"),
        ("DELETE", f"invitations/{'0' * 32}"),
        ("GET", "claims"),
        ("POST", "claims/confirm"),
        ("GET", "frames/up"),
        ("POST", "up/confirm"),
        ("POST", "frames/down"),
    ):
        answer = http.request(method, f"/api/inside/{path}")
        assert said(answer) == (401, "unauthorised")
        assert answer.headers["WWW-Authenticate"] == "Bearer"


def pem(curve: ec.EllipticCurve) -> str:
    public = ec.generate_private_key(curve).public_key()
    return public.public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    ).decode()


def test_the_mailbox_takes_a_public_key_and_nothing_else(store: Store, proof: KeyPair) -> None:
    """Promise 3: no private key can be given to it, not even by mistake."""
    wrong = [proof.to_pem().decode(), "", "x", pem(ec.SECP384R1()), proof.public.raw.hex()]
    for text in wrong:
        with pytest.raises(ValueError, match="public key"):
            create_mailbox(store, text)
    assert create_mailbox(store, pem(ec.SECP256R1())).name == "mailbox"


def test_octets_that_are_no_text_open_nothing(app: Flask) -> None:
    """Sent as a broken or hostile client would, which httpx refuses to."""
    for path in ("/api/inside/claims", f"/api/boxes/{'0' * 32}/down"):
        for credentials in ("Bearer \xe9", "Bearer a.\xe9.c", "\xff"):
            answer = app.test_client().get(path, headers={"Authorization": credentials})
            assert (answer.status_code, answer.json) == (401, {"error": "unauthorised"})
