"""The listeners, and how long they live."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import resource
import signal
import traceback
from pathlib import Path
from ssl import SSLContext
from typing import Callable

from messages import Answer, Request, plain
from requestlog import RequestLog
from store import Tears
from wire import Malformed, Torn, Wire

LOOPBACK = "127.0.0.1"
WATCH_EVERY = 0.5       # seconds between looks at the parent
QUIET = "/quiet"        # answered, and not logged, once all other requests are done with
NOTHING_LEGIBLE = Request("?", "?", {}, keeps_alive=False)


class Serving:
    """Answers every connection by one function from request to answer."""

    def __init__(self, log: RequestLog):
        self.log = log
        self.answer: Callable[[Request], Answer] = lambda request: plain(503, "not ready\n")
        self.listeners: list[asyncio.AbstractServer] = []
        self.conversations: set[asyncio.Task] = set()
        self.numbers = itertools.count(1)
        self.tears = Tears().tears

    async def listen(self, port: int, tls: SSLContext | None = None) -> int:
        """Listens on loopback, and nowhere else; gives the port, which is any free one for 0."""
        listener = await asyncio.start_server(self.converse, LOOPBACK, port, ssl=tls, backlog=1024)
        self.listeners.append(listener)
        return listener.sockets[0].getsockname()[1]

    async def converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, request after request."""
        task = asyncio.current_task()
        self.conversations.add(task)
        wire, number = Wire(reader, writer, self.tears), next(self.numbers)
        try:
            while await self.exchange(wire, number):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass                # the client has gone, or we are asked to
        finally:
            self.conversations.discard(task)
            writer.close()

    async def exchange(self, wire: Wire, number: int) -> bool:
        """One request and its answer; says whether another may follow."""
        try:
            request = await wire.read_request()
        except (Malformed, ValueError) as error:
            return await wire.send(plain(400, f"stand-in: {error}\n"), NOTHING_LEGIBLE)
        except Torn:
            wire.reset()
            return False
        if request is None:
            return False
        if request.path == QUIET:
            await self.log.is_quiet()
            return await wire.send(plain(200, ""), request)
        arrival = self.log.arrived(request, number)
        answer = self.answered(request)
        try:
            return await wire.send(answer, request)
        finally:
            self.log.answered(arrival, None if answer.silent else answer.status, wire.sent)

    def answered(self, request: Request) -> Answer:
        try:
            return self.answer(request)
        except Exception:
            traceback.print_exc()
            return plain(500, "stand-in: an error of its own, told on its standard error\n")

    async def close(self) -> None:
        for listener in self.listeners:
            listener.close()
        for conversation in self.conversations:
            conversation.cancel()
        await asyncio.gather(*self.conversations, return_exceptions=True)
        self.log.close()


async def end_of_life(lifetime: float, parent: int) -> None:
    """Returns on SIGTERM or SIGINT, when the parent has died, or when the lifetime is over."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    loop.call_later(lifetime, stop.set)
    while os.getppid() == parent and not stop.is_set():
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(stop.wait(), WATCH_EVERY)


def allow_many_connections() -> None:
    """Raises the limit on open files, which is 256 or 1024 by default, as far as it may be."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 16384 if hard == resource.RLIM_INFINITY else min(16384, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def write_ready(path: Path, facts: dict[str, object]) -> None:
    """Whole or not at all: whoever sees the file may read it."""
    unfinished = path.with_name(path.name + ".part")
    unfinished.write_text("".join(f"{name}={value}\n" for name, value in facts.items()))
    unfinished.replace(path)
