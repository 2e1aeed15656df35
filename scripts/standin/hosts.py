"""The image hosts: every host name at once, good and bad manners by path (the list is in __main__.py)."""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from email.utils import formatdate
from itertools import repeat
from pathlib import Path
from urllib.parse import quote

import conditions
from chaos import Chaos
import drawn
from messages import CLOSE, RESET, STALL, Answer, FileRange, Request, moved, page, plain, whole
from store import Store

KINDS = {".jpg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp"}
LIES = {"text": "text/plain", "octets": "binary/octet-stream", "nothing": None,
        "words": "image/jpeg; charset=binary"}
PICTURES_DRAWN = 1735689600     # when all pictures were last modified: 2025-01-01


class ImageHosts:
    def __init__(self, pictures: Path, store: Path):
        self.pictures = {path.name: opened(path) for path in pictures.iterdir() if path.suffix in KINDS}
        self.chaos = Chaos()
        self.files = Store(store)
        self.tries: Counter = Counter()     # of each full URL that refuses at first
        files = self.files
        self.routes = {
            "store": files.store, "short": self.short, "lost": self.lost, "mute-about": files.mute_about,
            "forgetful": files.forgetful, "rough": files.rough, "torn": self.torn,
            "pictures": self.picture, "half": self.half, "lie": self.lie, "drawn": self.made_to_order,
            "redirect": redirect, "redirect-to": redirect_to, "redirect-loop": redirect_to_itself,
            "later": later,
            "busy": self.busy, "unavailable": self.unavailable, "error": self.error,
            "slow": self.slow, "stall": self.stall, "cut": self.cut, "cut-chunked": self.cut_in_chunks,
            "hangup": self.hangup, "noai": self.noai, "changing": self.changing, "chaos": self.chaotic,
            "sizes": self.sizes,
        }

    def answer(self, request: Request, path: str) -> Answer:
        first, _, rest = path.lstrip("/").partition("/")
        if first in FIXED:
            return FIXED[first]
        route = self.routes.get(first)
        try:
            return route(request, rest) if route else self.anything_else(request)
        except (KeyError, ValueError) as error:     # no such picture, or no number where one was meant to stand
            return plain(400, f"stand-in: {request.target}: {error}\n")

    def anything_else(self, request: Request) -> Answer:
        """A picture of its own for every URL, unless something else was sent there: records of real archives can be
        fetched from here."""
        name = f"elsewhere/{request.host}/{request.path.lstrip('/')}"
        if request.method == "PUT" or self.files.has(name):
            return self.files.store(request, name)
        pieces, length = drawn.picture(request.host.partition(":")[0] + request.target)
        return Answer(200, (("Content-Type", "image/jpeg"),), pieces, length)

    # Pictures

    def picture(self, request: Request, name: str) -> Answer:
        body = self.pictures.get(name)
        if body is None:
            return page(404, "404 Not Found")
        etag = f'"{hashlib.md5(b"".join(body)).hexdigest()}"'       # as S3 does
        return conditions.answer(request, body, KINDS[Path(name).suffix], etag, PICTURES_DRAWN)

    def half(self, request: Request, name: str) -> Answer:
        kind, body = KINDS[Path(name).suffix], self.bytes_of(name)
        return whole(body[:len(body) // 2], kind)

    def lie(self, request: Request, rest: str) -> Answer:
        lie, _, name = rest.rpartition("/")
        return whole(self.bytes_of(name), LIES[lie or "text"])

    def bytes_of(self, name: str) -> bytes:
        if name not in self.pictures:
            raise ValueError("no such picture")
        return b"".join(self.pictures[name])

    def made_to_order(self, request: Request, rest: str) -> Answer:
        number, _, size = rest.partition("/")
        pieces, length = drawn.picture(f"drawn {int(number)}", int(size.partition(".")[0]))
        return Answer(200, (("Content-Type", "image/jpeg"),), pieces, length)

    def changing(self, request: Request, rest: str) -> Answer:
        self.tries["changing"] += 1
        pieces, length = drawn.picture(f"changing {self.tries['changing']}", int(rest.partition(".")[0]))
        return Answer(200, (("Content-Type", "image/jpeg"),), pieces, length)

    def noai(self, request: Request, rest: str) -> Answer:
        return self.answer(request, rest).but(("X-Robots-Tag", "noai, noimageai"))

    def chaotic(self, request: Request, rest: str) -> Answer:
        path = self.chaos.path(request, int(rest.partition(".")[0]))
        if path.startswith("redirect-to/"):
            return moved(path.removeprefix("redirect-to/"))
        return self.answer(request, path)

    def sizes(self, request: Request, rest: str) -> Answer:
        """By the IIIF Image API: SMALL/FULL/ID/full/SIZE/0/default.jpg."""
        small, full, rest = rest.split("/", 2)
        wish = full if any(f"/full/{size}/" in rest for size in ("full", "max")) else small
        if wish.isdigit():
            return page(int(wish), wish)
        return self.anything_else(request) if wish == "any" else self.answer(request, wish)

    # Refusals that pass

    def first_tries(self, request: Request, rest: str) -> tuple[bool, str]:
        """Of K/REST: whether this is one of the first K requests for the full URL, and REST."""
        count, _, rest = rest.partition("/")
        url = request.host, request.target
        self.tries[url] += 1
        return self.tries[url] <= int(count), rest

    def busy(self, request: Request, rest: str) -> Answer:
        refused, rest = self.first_tries(request, rest)
        return page(429, "429 Too Many Requests", ("Retry-After", "1")) if refused else self.answer(request, rest)

    def unavailable(self, request: Request, rest: str) -> Answer:
        refused, rest = self.first_tries(request, rest)
        later = formatdate(time.time() + 2, usegmt=True)    # dates know no fractions: 1 to 2 seconds from now
        refusal = page(503, "503 Service Unavailable", ("Retry-After", later))
        return refusal if refused else self.answer(request, rest)

    def error(self, request: Request, rest: str) -> Answer:
        refused, rest = self.first_tries(request, rest)
        return page(500, "500 Internal Server Error") if refused else self.answer(request, rest)

    # Files that are sent here

    def short(self, request: Request, rest: str) -> Answer:
        once, name = self.first_tries(request, rest)
        return (self.files.short if once else self.files.store)(request, name)

    def lost(self, request: Request, rest: str) -> Answer:
        once, name = self.first_tries(request, rest)
        return (self.files.lost if once else self.files.store)(request, name)

    def torn(self, request: Request, rest: str) -> Answer:
        """One that came whole after all: wire.py tears the others."""
        return self.answer(request, rest.partition("/")[2])

    # Transfers that go wrong

    def slow(self, request: Request, rest: str) -> Answer:
        milliseconds, _, rest = rest.partition("/")
        return self.answer(request, rest).but(wait=int(milliseconds) / 1000)

    def stall(self, request: Request, rest: str) -> Answer:
        return halfway(self.answer(request, rest), STALL)

    def cut(self, request: Request, rest: str) -> Answer:
        return halfway(self.answer(request, rest), CLOSE)

    def cut_in_chunks(self, request: Request, rest: str) -> Answer:
        return halfway(self.answer(request, rest), CLOSE).but(length=None)

    def hangup(self, request: Request, rest: str) -> Answer:
        return self.answer(request, rest).but(ending=CLOSE)


def opened(path: Path) -> FileRange:
    return FileRange(os.open(path, os.O_RDONLY), 0, path.stat().st_size)


def halfway(answer: Answer, ending: str) -> Answer:
    return answer.but(stop_after=(answer.length or 0) // 2, ending=ending)


def redirect(request: Request, rest: str) -> Answer:
    hops, _, rest = rest.partition("/")
    return moved(quote(f"/redirect/{int(hops) - 1}/{rest}" if int(hops) > 1 else f"/{rest}"))


def redirect_to(request: Request, rest: str) -> Answer:
    return moved(dict(request.query).get("url", "/"))


def redirect_to_itself(request: Request, rest: str) -> Answer:
    return moved(request.target)


def later(request: Request, rest: str) -> Answer:
    after = dict(request.query).get("after")
    return page(429, "429 Too Many Requests", *([] if after is None else [("Retry-After", after)]))


DENIED = """<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>
"""
TERMS = b"""<!DOCTYPE html>
<html><head><title>Terms of use</title></head>
<body><h1>Terms of use</h1><p>Accept them, and the picture is yours.</p></body></html>
"""
FIXED = {       # the same for every request
    "missing": page(404, "404 Not Found"),
    "gone": page(410, "410 Gone"),
    "forbidden": plain(403, DENIED, kind="application/xml"),
    "html": whole(TERMS, "image/jpeg"),
    "page": whole(TERMS, "text/html; charset=utf-8"),
    "empty": whole(b"", "image/jpeg"),
    "mute": Answer(silent=True, ending=STALL),
    "reset": Answer(silent=True, ending=RESET),
    # Begins as a JPEG does, and goes on.
    "endless": Answer(200, (("Content-Type", "image/jpeg"),), repeat(drawn.BEFORE + bytes(1 << 16)), None),
}
