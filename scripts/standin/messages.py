"""What goes over the wire, as values: a request, and an answer.

An answer says how it wants to be delivered, its own misfortunes included: late, in part, in
chunks, not at all. So every route is a plain function from a request to an answer, and only
wire.py touches a socket.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, unquote, urlsplit

# What becomes of the connection after the answer.
KEEP = "keep"       # open for the next request, as HTTP/1.1 does
CLOSE = "close"     # closed
STALL = "stall"     # open, and silent until the client goes away
RESET = "reset"     # torn down, so that the client reads ECONNRESET


class Refused(Exception):
    """A request turned down, with the answer that says so."""

    def __init__(self, answer: Answer):
        super().__init__(answer.status)
        self.answer = answer


@dataclass(frozen=True)
class Request:
    method: str
    target: str                 # as sent: path and query
    headers: dict               # names in lower case
    body: bytes = b""
    scheme: str = "http"
    keeps_alive: bool = True

    @property
    def host(self) -> str:
        """The Host header as sent, in lower case, with its port if it has one."""
        return self.headers.get("host", "").lower()

    @property
    def path(self) -> str:
        return unquote(urlsplit(self.target).path)

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    def accepts_body(self) -> bool:
        return self.method != "HEAD"


@dataclass(frozen=True)
class FileRange:
    """Bytes first ..< first + count of an open file. Read by position, so that many transfers share one descriptor."""

    descriptor: int
    first: int
    count: int
    spoiled: int | None = None   # the position of a byte that is delivered wrong

    def __iter__(self) -> Iterator[bytes]:
        at, end = self.first, self.first + self.count
        while at < end:
            piece = os.pread(self.descriptor, min(end - at, 1 << 18), at)
            if not piece:
                return
            if self.spoiled is not None and at <= self.spoiled < at + len(piece):
                wrong = self.spoiled - at
                piece = piece[:wrong] + bytes([piece[wrong] ^ 0xFF]) + piece[wrong + 1:]
            yield piece
            at += len(piece)


@dataclass(frozen=True)
class Answer:
    status: int = 200
    headers: tuple = ()                 # of (name, value)
    body: Iterable[bytes] = ()          # in pieces
    length: int | None = 0           # of the body; None when nobody knows, which sends it in chunks
    wait: float = 0                     # seconds before the first byte
    silent: bool = False                # not even a status line
    stop_after: int | None = None    # bytes of the body, then `ending`
    ending: str = KEEP

    def but(self, *headers: tuple[str, str], **changes) -> Answer:
        """The same answer, with headers added and fields changed."""
        return replace(self, headers=self.headers + headers, **changes)


def plain(status: int, text: str, *headers: tuple[str, str], kind: str = "text/plain") -> Answer:
    return whole(text.encode(), kind, *headers, status=status)


def in_json(value, *headers: tuple[str, str], status: int = 200) -> Answer:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return plain(status, text, *headers, kind="application/json")


def page(status: int, title: str, *headers: tuple[str, str]) -> Answer:
    text = f"<!DOCTYPE html>\n<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>\n"
    return plain(status, text, *headers, kind="text/html; charset=utf-8")


def moved(location: str) -> Answer:
    return plain(302, location, ("Location", location))


def whole(body: bytes, kind: str | None, *headers: tuple[str, str], status: int = 200) -> Answer:
    """A body at hand; `kind` None sends no Content-Type."""
    named = (("Content-Type", kind),) if kind else ()
    return Answer(status, named + headers, (body,), len(body))
