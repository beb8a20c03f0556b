"""RFC 9180's own vectors against the suite that Python's half of the envelope uses.

Its library opens in one shot, without additional data: so each plaintext of the vector is sealed
under the vector's own key and first nonce, and the library must come to the same key and nonce.
"""

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pyhpke import KEMKey

from tests.envelope import cases, reference
from tests.envelope.cases import Case
from youthvoice.envelope.seal import SUITE


def _vector() -> Case:
    (only,) = cases.rfc9180()["rfc9180"]
    return only


def _private(vector: Case) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int(vector["skRm"], 16), ec.SECP256R1())


def test_the_suite_comes_to_the_vectors_key_and_nonce() -> None:
    vector = _vector()
    key, nonce = AESGCM(bytes.fromhex(vector["key"])), bytes.fromhex(vector["base_nonce"])
    for sent in vector["sent"]:
        plain = bytes.fromhex(sent["pt"])
        sealed = bytes.fromhex(vector["enc"]) + key.encrypt(nonce, plain, b"")
        opened = SUITE.decrypt(sealed, _private(vector), info=bytes.fromhex(vector["info"]))
        assert opened == plain


def test_the_second_library_opens_every_message_with_its_additional_data() -> None:
    vector = _vector()
    private = KEMKey.from_pyca_cryptography_key(_private(vector))
    enc, info = bytes.fromhex(vector["enc"]), bytes.fromhex(vector["info"])
    context = reference.SUITE.create_recipient_context(enc, private, info)
    for sent in vector["sent"]:
        plain = context.open(bytes.fromhex(sent["ct"]), bytes.fromhex(sent["aad"]))
        assert plain.hex() == sent["pt"]


def test_the_vector_is_whole() -> None:
    assert len(_vector()["sent"]) == 257
