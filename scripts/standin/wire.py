"""HTTP/1.1 on one connection: requests read, answers delivered."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Iterable, Iterator
from email.utils import formatdate
from http.client import responses as reasons

from messages import KEEP, RESET, STALL, Answer, Request

reasons = {**reasons, 420: "Method Failure"}    # the status that GBIF answers to a fourth download at once


class Torn(Exception):
    """A body that is broken off."""


class Malformed(Exception):
    """Bytes that are not an HTTP request."""


class Wire:
    """One connection. asyncio has set TCP_NODELAY on it."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, tears=lambda method, target: False):
        self.reader, self.writer, self.tears = reader, writer, tears
        self.scheme = "https" if writer.get_extra_info("sslcontext") else "http"
        self.sent = 0           # bytes of body sent for the present answer

    async def read_request(self) -> Request | None:
        """The next request, or None when the client has gone."""
        self.sent = 0
        try:
            head = await self.reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            return None
        except asyncio.LimitOverrunError:
            raise Malformed("a head without end") from None
        first, *lines = head[:-4].decode("latin-1").split("\r\n")
        try:
            method, target, version = first.split(" ")
        except ValueError:
            raise Malformed(first) from None
        headers = {}
        for line in lines:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        if self.tears(method, target):
            await self.reader.readexactly(int(headers.get("content-length", "0")) // 2)
            raise Torn
        keeps = version == "HTTP/1.1" and headers.get("connection", "").lower() != "close"
        return Request(method, target, headers, await self.read_body(headers), self.scheme, keeps)

    async def read_body(self, headers: dict) -> bytes:
        if "expect" in headers:
            self.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        if headers.get("transfer-encoding", "").lower() == "chunked":
            return await self.read_chunks()
        size = headers.get("content-length", "0")
        if not size.isdigit():
            raise Malformed(f"Content-Length: {size}")
        return await self.reader.readexactly(int(size)) if size != "0" else b""

    async def read_chunks(self) -> bytes:
        body = b""
        while True:
            size = int((await self.reader.readline()).split(b";")[0], 16)
            body += (await self.reader.readexactly(size + 2))[:-2]
            if size == 0:
                return body

    async def send(self, answer: Answer, request: Request) -> bool:
        """Delivers the answer; says whether the connection is good for another request."""
        await self.pause(answer.wait)
        closing = answer.ending == KEEP and not request.keeps_alive
        if not answer.silent:
            await self.send_message(answer, request, closing)
        if answer.ending == STALL:
            await self.wait_until_client_leaves()
        elif answer.ending == RESET:
            self.reset()
        return answer.ending == KEEP and not closing

    async def send_message(self, answer: Answer, request: Request, closing: bool) -> None:
        unsent = head(answer, closing)
        if request.accepts_body():
            for piece in upto(answer.stop_after, answer.body):
                self.writer.write(unsent + (piece if answer.length is not None else chunk(piece)))
                unsent = b""
                self.sent += len(piece)
                await self.writer.drain()
                if answer.length is None:
                    await asyncio.sleep(0)      # drain alone need not yield, and a body in chunks may have no end
            if answer.length is None and answer.stop_after is None:
                unsent += b"0\r\n\r\n"
        self.writer.write(unsent)
        await self.writer.drain()

    async def pause(self, seconds: float) -> None:
        """Waits, unless the client has had enough of it: then its request is no longer in flight."""
        while seconds > 0:
            if self.reader.at_eof():
                raise ConnectionResetError
            await asyncio.sleep(min(seconds, 0.5))
            seconds -= 0.5

    async def wait_until_client_leaves(self) -> None:
        while await self.reader.read(1 << 16):
            pass

    def reset(self) -> None:
        """Closes with unsent data dropped: the kernel then sends RST in place of FIN."""
        connection = self.writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


def head(answer: Answer, closing: bool) -> bytes:
    lines = [f"HTTP/1.1 {answer.status} {reasons.get(answer.status, 'Unknown')}",
             f"Date: {formatdate(usegmt=True)}"]
    lines += [f"{name}: {value}" for name, value in answer.headers]
    if answer.length is None:
        lines.append("Transfer-Encoding: chunked")
    elif answer.status not in (204, 304):
        lines.append(f"Content-Length: {answer.length}")
    if closing:
        lines.append("Connection: close")
    return "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n"


def chunk(piece: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(piece), piece)


def upto(limit: int | None, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces, cut off after `limit` bytes."""
    for piece in pieces:
        if limit is None:
            yield piece
        elif limit > 0:
            yield piece[:limit]
            limit -= len(piece)
        else:
            return
