"""Downloads as GBIF keeps them: a key, a request, and a status that moves on as it is asked for."""

from __future__ import annotations

import random
import re
from calendar import monthrange
from collections import Counter
from datetime import datetime, timezone

ENDS = ("SUCCEEDED", "FAILED", "KILLED", "CANCELLED", "FILE_ERASED")
ALWAYS = 1 << 30
TIMES = {"420": 1, "post-lost": 1, "replaced": 1, "file-stall": 1, "cut": ALWAYS, "corrupt": ALWAYS, "short": ALWAYS,
         "file-410": ALWAYS, "file-loop": ALWAYS, "pieces": 20, "no-size": ALWAYS}     # the others strike twice
SERVER_STARTED = datetime.now(timezone.utc).strftime("%y%m%d%H%M%S000")


class Faults:
    """What is to go wrong with a download: words such as `standin:503` or `standin:cutx3` in its description."""

    def __init__(self, description: str):
        words = re.findall(r"standin:([\w-]+?)(?:x(\d+))?(?![\w-])", description)
        self.left = Counter({name: int(times) if times else TIMES.get(name, 2) for name, times in words})
        self.names = sorted(self.left)

    def strikes(self, name: str) -> bool:
        """Whether the fault is asked for and still due; each asking uses it up once."""
        due = self.left[name] > 0
        self.left[name] -= due
        return due


class Download:
    def __init__(self, number: int, owner: str, request: dict, faults: Faults, steps: int):
        self.key = f"{number:07d}-{SERVER_STARTED}"     # as GBIF's: a counter and when the server was started
        self.owner, self.request, self.faults, self.steps = owner, request, faults, steps
        self.created = self.modified = datetime.now(timezone.utc)
        ending = next((name for name in faults.names if name in ENDS), "SUCCEEDED")
        pause = [name for name in ("SUSPENDED", "PONDERING") if name in faults.names]
        self.statuses = ["PREPARING", *pause, "RUNNING", ending]
        self.asked = 0      # how often the present status has been told

    @property
    def status(self) -> str:
        return self.statuses[0]

    @property
    def is_running(self) -> bool:
        return self.status not in ENDS

    @property
    def doi(self) -> str:
        letters = random.Random(self.key)
        return "10.15468/dl." + "".join(letters.choices("23456789abcdefghjkmnpqrstuvwxyz", k=6))

    def move_on(self) -> None:
        """To the next status, when the present one has been told `steps` times."""
        while self.is_running and self.asked >= self.steps:
            self.enter(self.statuses[1:])
        self.asked += 1

    def cancel(self) -> None:
        if self.is_running:
            self.enter(["CANCELLED"])

    def enter(self, statuses: list[str]) -> None:
        self.statuses, self.asked = statuses, 0
        self.modified = datetime.now(timezone.utc)

    def described(self, link: str, size: int, total_records: int, datasets: int, to: str | None) -> dict:
        """The JSON of GET …/download/{key}. Some of it is only for the owner's eyes."""
        has_file = self.status in ("SUCCEEDED", "FILE_ERASED")
        private = ("creator", "notificationAddresses", "description", "machineDescription")
        shown = {name: value for name, value in self.request.items() if to == self.owner or name not in private}
        return {
            "key": self.key,
            **({"doi": self.doi} if has_file else {}),
            "license": "http://creativecommons.org/licenses/by-nc/4.0/legalcode" if has_file else "unspecified",
            "request": shown,
            "created": written(self.created), "modified": written(self.modified),
            "eraseAfter": written(six_months_after(self.created)),
            "status": self.status, "downloadLink": link,
            "size": size if has_file and not self.faults.strikes("no-size") else 0,
            "totalRecords": total_records, "numberDatasets": datasets if has_file else 0,
        }


def written(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")


def six_months_after(moment: datetime) -> datetime:
    years, month = divmod(moment.month + 5, 12)
    year = moment.year + years
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))
