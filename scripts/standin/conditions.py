"""Conditional and partial requests (RFC 9110, sections 13 and 14) for a body of known size."""

from __future__ import annotations

import re
from email.utils import formatdate, parsedate_to_datetime

from messages import Answer, FileRange, Request, plain


def answer(request: Request, body: FileRange, kind: str | None, etag: str, modified: float) -> Answer:
    """The body, or the part of it that was asked for, or word that the client has it already."""
    headers = (("ETag", etag), ("Last-Modified", formatdate(modified, usegmt=True)), ("Accept-Ranges", "bytes"))
    if is_current(request, etag, modified):
        return Answer(304, headers)
    if kind:
        headers += (("Content-Type", kind),)
    wanted = request.headers.get("range")
    if not wanted or not may_be_partial(request, etag, modified):
        return Answer(200, headers, body, body.count)
    part = bounds(wanted, body.count)
    if part is None:
        return Answer(200, headers, body, body.count)
    first, last = part
    if first > last:
        return plain(416, "Range not satisfiable\n", ("Content-Range", f"bytes */{body.count}"))
    part = FileRange(body.descriptor, body.first + first, last - first + 1, body.spoiled)
    return Answer(206, headers + (("Content-Range", f"bytes {first}-{last}/{body.count}"),), part, part.count)


def is_current(request: Request, etag: str, modified: float) -> bool:
    """If-None-Match where there is one, else If-Modified-Since."""
    tags = request.headers.get("if-none-match")
    if tags is not None:
        return tags == "*" or etag in [tag.strip() for tag in tags.split(",")]
    since = seconds(request.headers.get("if-modified-since"))
    return since is not None and int(modified) <= since


def may_be_partial(request: Request, etag: str, modified: float) -> bool:
    """If-Range: a part is of use only to a client whose other part is of the same file."""
    condition = request.headers.get("if-range")
    return condition in (None, etag) or seconds(condition) == int(modified)


def bounds(wanted: str, size: int) -> tuple[int, int] | None:
    """First and last position of one range; first > last when nothing of it is there; None for what is ignored."""
    match = re.fullmatch(r"bytes=(\d*)-(\d*)", wanted.strip())
    if not match or match[0].endswith("=-"):
        return None
    first, last = match[1], match[2]
    if not first:                                       # the last so many bytes
        return (max(size - int(last), 0), size - 1) if int(last) else (size, size - 1)
    if last and int(last) < int(first):
        return None
    return min(int(first), size), min(int(last), size - 1) if last else size - 1


def seconds(date: str | None) -> float | None:
    try:
        return parsedate_to_datetime(date).timestamp() if date else None
    except (TypeError, ValueError):
        return None
