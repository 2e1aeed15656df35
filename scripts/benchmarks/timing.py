"""Times of commands, and what is told of them."""

import os
import statistics
import subprocess
import sys
import time
from typing import NamedTuple


class Usage(NamedTuple):
    """What a command took: seconds, those of the processors, and memory at most in MB."""

    seconds: float
    processor: float
    memory: float

    @classmethod
    def of(cls, runs):
        """The medians of several runs, and the most memory of any."""
        return cls(statistics.median(run.seconds for run in runs),
                   statistics.median(run.processor for run in runs),
                   max(run.memory for run in runs))


def timed(command):
    """What a command takes; its output is thrown away."""
    start = time.monotonic()
    process = subprocess.Popen(["bash", "-c", command], stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    errors = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"scripts/bench: {command}\n{errors}")
    return Usage(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


class Comparison(NamedTuple):
    """What two commands took."""

    ours: Usage
    theirs: Usage

    @property
    def ratio(self):
        return self.ours.seconds / self.theirs.seconds

    def __str__(self):
        ours, theirs = self
        return (f"{ours.seconds:8.3f} s {theirs.seconds:8.3f} s   {self.ratio:6.2f} × its time, or"
                f" {1 / self.ratio:6.2f} × as fast {ours.memory:6.0f} MB"
                f"   (processors {ours.processor:.2f} s, {theirs.processor:.2f} s)")


def compared(ours, theirs, runs):
    """Two commands that were run in turn."""
    timed(ours), timed(theirs)
    pairs = [(timed(ours), timed(theirs)) for _ in range(runs)]
    return Comparison(*(Usage.of(side) for side in zip(*pairs)))
