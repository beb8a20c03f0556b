"""Vectors: what words look like as bytes, what is refused, and what can be mended."""

from typing import Any

from tests.envelope.reference import canonical
from tests.envelope.vector_keys import Cases
from tests.envelope.vector_openings import CONTROLS, NUMBERED

NOT_CANONICAL = {"error": "not_canonical"}

READABLE: dict[str, Any] = {
    "nothing": {},
    "control characters": {"said": CONTROLS},
    "numbered keys in text order": NUMBERED,
    "a key that JavaScript knows": {"__proto__": {"constructor": 1}, "toString": ""},
    "beyond the basic plane": {"said": "😔𝒳\U0010ffff"},
    "not composed": {"said": "e\u0301 is not é"},
    "the smallest number": {"n": -(2**53 - 1)},
}

UNREADABLE: dict[str, bytes] = {
    "no bytes": b"",
    "white space": b'{"a": 1}',
    "a new line at the end": b'{"a":1}\n',
    "keys in another order": b'{"b":1,"a":1}',
    "numbered keys as JavaScript would order them": b'{"9":1,"10":1}',
    "a key twice": b'{"a":1,"a":1}',
    "an escape that is not needed": b'{"a":"\\u0061"}',
    "an escape in capitals": b'{"a":"\\u001F"}',
    "an escaped slash": b'{"a":"\\/"}',
    "a control character written long": b'{"a":"\\u000a"}',
    "a raw control character": b'{"a":"\n"}',
    "a fraction": b'{"a":1.5}',
    "a fraction that is whole": b'{"a":1.0}',
    "an exponent": b'{"a":1e2}',
    "less than nothing": b'{"a":-0}',
    "a leading zero": b'{"a":01}',
    "a number beyond 53 bits": b'{"a":9007199254740992}',
    "a number far beyond": b'{"a":1' + b"0" * 400 + b"}",
    "not a number": b'{"a":NaN}',
    "a list at the top": b"[1]",
    "text at the top": b'"a"',
    "null at the top": b"null",
    "a key that is not ASCII": '{"é":1}'.encode(),
    "a lone surrogate escaped": b'{"a":"\\ud83d"}',
    "a surrogate pair escaped": b'{"a":"\\ud83d\\ude14"}',
    "a surrogate in UTF-8": b'{"a":"\xed\xa0\xbd"}',
    "broken UTF-8": b'{"a":"\xff"}',
    "a byte order mark": b'\xef\xbb\xbf{"a":1}',
    "a comma too many": b'{"a":1,}',
    "two values": b"{}{}",
    "33 deep": b'{"a":' + b"[" * 32 + b"]" * 32 + b"}",
    "far too deep": b'{"a":' + b"[" * 5000 + b"]" * 5000 + b"}",
}


def words() -> Cases:
    """Reading, writing, mending."""
    readable = READABLE | {"32 deep": _deep(32)}
    reads = [_case(name, expect, bytes=canonical(expect)) for name, expect in readable.items()]
    reads += [_case(name, NOT_CANONICAL, bytes=data) for name, data in UNREADABLE.items()]
    writes = [_case(name, canonical(value).hex(), words=value) for name, value in readable.items()]
    writes += [_case(name, NOT_CANONICAL, words=value) for name, value in UNWRITABLE.items()]
    return {"mends": MENDS, "reads": reads, "writes": writes}


def _deep(levels: int) -> Any:
    inner: Any = {}
    for level in range(1, levels):
        inner = [inner] if level < levels - 1 else {"a": inner}
    return inner


UNWRITABLE: dict[str, Any] = {
    "a lone high surrogate": {"a": "\ud83d"},
    "a lone low surrogate": {"a": ["\ude14 and more"]},
    "surrogates the wrong way round": {"a": "\ude14\ud83d"},
    "a key with a lone surrogate": {"\ud83d": 1},
    "a key that is not ASCII": {"é": 1},
    "a fraction": {"a": 0.5},
    "a number beyond 53 bits": {"a": 2**53},
    "a list": [1],
    "text": "a",
    "null": None,
    "33 deep": _deep(33),
}

MENDS: list[dict[str, Any]] = [
    {"name": "whole text", "value": {"a": ["😔 é", 1, None]}, "expect": {"a": ["😔 é", 1, None]}},
    {
        "name": "halves",
        "value": {"a": "x\ud83d", "b": ["\ude14"]},
        "expect": {"a": "x�", "b": ["�"]},
    },
    {"name": "wrong way round", "value": "\ude14\ud83d", "expect": "��"},
    {"name": "beside a whole one", "value": "\ud83d😔\ude14", "expect": "�😔�"},
    {
        "name": "a key that JavaScript knows",
        "value": {"__proto__": "\ud83d"},
        "expect": {"__proto__": "�"},
    },
]


def _case(name: str, expect: Any, **given: Any) -> dict[str, Any]:
    plain = {key: one.hex() if isinstance(one, bytes) else one for key, one in given.items()}
    return {"name": name, "expect": expect, **plain}
