"""The log: one line of JSON for each request, written when its answer is done with."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections import Counter
from dataclasses import dataclass
from typing import TextIO

from messages import Request

LONGEST_WAIT = 5        # seconds


@dataclass(frozen=True)
class Arrival:
    request: Request
    connection: int     # the number of the connection, from 1 in order of arrival
    moment: float
    in_flight: int      # requests of this Host being answered when this one arrived, itself included


class RequestLog:
    """Counts what is in flight for each Host, and writes the lines when there is a file for them."""

    def __init__(self, path: str | None):
        self.file: TextIO | None = open(path, "w", buffering=1, encoding="utf-8") if path else None
        self.in_flight: Counter = Counter()
        self.most: Counter = Counter()      # the most at once, for each Host
        self.quiet = asyncio.Event()
        self.quiet.set()

    def arrived(self, request: Request, connection: int) -> Arrival:
        host = request.host
        self.in_flight[host] += 1
        self.quiet.clear()
        self.most[host] = max(self.most[host], self.in_flight[host])
        return Arrival(request, connection, time.time(), self.in_flight[host])

    def answered(self, arrival: Arrival, status: int | None, sent: int) -> None:
        request = arrival.request
        self.in_flight[request.host] -= 1
        self.write(arrival, status, sent)
        if not any(self.in_flight.values()):
            self.quiet.set()

    async def is_quiet(self) -> None:
        """Waits until nothing is in flight; not for ever, as some answers never end."""
        await asyncio.sleep(0.05)       # for what was sent and has not been read
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self.quiet.wait(), LONGEST_WAIT)

    def write(self, arrival: Arrival, status: int | None, sent: int) -> None:
        request = arrival.request
        if self.file is None:
            return
        line = {
            "time": round(arrival.moment, 6), "seconds": round(time.time() - arrival.moment, 6),
            "connection": arrival.connection, "scheme": request.scheme, "host": request.host,
            "method": request.method, "path": request.target, "status": status, "bytes": sent,
            "in_flight": arrival.in_flight, "most": self.most[request.host],
            "agent": request.headers.get("user-agent"), "range": request.headers.get("range"),
            # Whether credentials came, never which: they must not follow a redirect to another host.
            "authorization": "authorization" in request.headers,
        }
        self.file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Ends the log with the most requests that were in flight at once, host by host."""
        if self.file is not None:
            self.file.write(json.dumps({"most_at_once": dict(self.most)}) + "\n")
            self.file.close()
