"""A file as it is sent: compressed once (when it is first asked for), known by its hash."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cached_property

import brotli
from flask import Request, Response


@dataclass(frozen=True)
class Kept:
    """Bytes of one kind, sent plain or in one of two encodings."""

    kind: str
    plain: bytes

    @classmethod
    def of(cls, text: str | bytes, kind: str) -> "Kept":
        """Of words, or of bytes as they are."""
        return cls(kind, text.encode() if isinstance(text, str) else text)

    @cached_property
    def br(self) -> bytes:
        """As small as it gets."""
        packed: bytes = brotli.compress(self.plain, quality=11)
        return packed

    @cached_property
    def gzip(self) -> bytes:
        """For browsers that know no better."""
        return gzip.compress(self.plain, 9, mtime=0)

    @cached_property
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
        encoding = self._encoding(request)
        answer.set_data(getattr(self, encoding) if encoding else self.plain)
        if encoding:
            answer.headers["Content-Encoding"] = encoding
        return answer

    def _encoding(self, request: Request) -> str | None:
        """None for letters of a font, which come packed."""
        if self.kind.startswith("font/"):
            return None
        return request.accept_encodings.best_match(["br", "gzip"])
