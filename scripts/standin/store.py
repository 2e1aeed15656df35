"""A server that takes files by PUT and keeps them in a folder, with good and bad manners by path."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from messages import RESET, Answer, Request, page, whole

ROUGH = ("reset", "error", "lost", "short", "store", "store", "store")


class Store:
    def __init__(self, folder: Path):
        self.folder = folder
        self.tries: Counter = Counter()

    def file(self, name: str) -> Path:
        parts = PurePosixPath(name).parts
        if not parts or ".." in parts or name.startswith("/"):
            raise ValueError("no name for a file")
        return self.folder.joinpath(*parts)

    def has(self, name: str) -> bool:
        return ".." not in name and "\0" not in name and self.file(name).is_file()

    def keep(self, name: str, body: bytes) -> None:
        file = self.file(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_name(f".{file.name}.unfinished")
        unfinished.write_bytes(body)
        unfinished.replace(file)

    def store(self, request: Request, name: str) -> Answer:
        file = self.file(name)
        if request.method == "PUT":
            self.keep(name, request.body)
            return Answer(201)
        return whole(file.read_bytes(), None) if file.is_file() else page(404, "404 Not Found")

    def short(self, request: Request, name: str) -> Answer:
        """Keeps half of a file, and says that it is there."""
        if request.method == "PUT":
            self.keep(name, request.body[:len(request.body) // 2])
            return Answer(201)
        return self.store(request, name)

    def lost(self, request: Request, name: str) -> Answer:
        """Keeps a file, and breaks the connection in place of an answer."""
        answer = self.store(request, name)
        return Answer(silent=True, ending=RESET) if request.method == "PUT" else answer

    def mute_about(self, request: Request, name: str) -> Answer:
        """Takes files, and does not let anyone ask for them."""
        return self.store(request, name) if request.method == "PUT" else page(403, "403 Forbidden")

    def forgetful(self, request: Request, name: str) -> Answer:
        """Says that a file is there, and keeps nothing."""
        return Answer(201) if request.method == "PUT" else page(404, "404 Not Found")

    def rough(self, request: Request, name: str) -> Answer:
        """A bad day: what happens to a file at its nth try is always the same, and the fifth is good."""
        if request.method != "PUT":
            return self.store(request, name)
        route = self.manner(name)
        if route == "reset":
            return Answer(silent=True, ending=RESET)
        if route == "error":
            return page(500, "500 Internal Server Error")
        return {"store": self.store, "short": self.short, "lost": self.lost}[route](request, name)

    def manner(self, name: str) -> str:
        self.tries[name] += 1
        if self.tries[name] > 4:
            return "store"
        return random.Random(f"{name} {self.tries[name]}").choice(ROUGH)


class Tears:
    """Uploads that are broken off halfway: /torn/K/REST the first K times, and some of /rough/."""

    def __init__(self):
        self.tries: Counter = Counter()

    def tears(self, method: str, target: str) -> bool:
        first, _, rest = unquote(target).lstrip("/").partition("/")
        if method != "PUT" or first not in ("torn", "rough"):
            return False
        self.tries[target] += 1
        if first == "rough":
            return self.tries[target] <= 2 and random.Random(f"torn {rest} {self.tries[target]}").random() < 0.15
        return self.tries[target] <= int(rest.partition("/")[0])
