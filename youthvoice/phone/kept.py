"""A file as it is sent: compressed once, known by its hash."""

import gzip
import hashlib
from dataclasses import dataclass

import brotli
from flask import Request, Response


@dataclass(frozen=True)
class Kept:
    """Bytes of one kind, ready in three encodings."""

    kind: str
    plain: bytes
    br: bytes
    gzip: bytes

    @classmethod
    def of(cls, text: str | bytes, kind: str) -> "Kept":
        """Compress once, as small as it gets."""
        plain = text.encode() if isinstance(text, str) else text
        br = brotli.compress(plain, quality=11)
        return cls(kind, plain, br, gzip.compress(plain, 9, mtime=0))

    @property
    def hash(self) -> str:
        """Sixteen hexadecimal digits of SHA-256."""
        return hashlib.sha256(self.plain).hexdigest()[:16]

    def response(self, request: Request, cache: str) -> Response:
        """The answer to one request: 304 if the phone has these bytes already."""
        answer = Response(content_type=self.kind)
        answer.headers["Cache-Control"] = cache
        answer.headers["Vary"] = "Accept-Encoding"
        answer.set_etag(self.hash)
        if request.if_none_match.contains_weak(self.hash):
            answer.status_code = 304
            return answer
        encoding = request.accept_encodings.best_match(["br", "gzip"])
        answer.set_data(getattr(self, encoding) if encoding else self.plain)
        if encoding:
            answer.headers["Content-Encoding"] = encoding
        return answer
