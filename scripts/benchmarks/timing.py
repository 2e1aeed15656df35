"""Times of commands, and what is told of them."""

import os
import statistics
import subprocess
import sys
import time


def timed(command):
    """Seconds that a command takes, and its memory at most in MB; its output is thrown away."""
    start = time.monotonic()
    process = subprocess.Popen(["bash", "-c", command], stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    errors = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"scripts/bench: {command}\n{errors}")
    return seconds, usage.ru_maxrss / 1024


def median(command, runs):
    """The median of the seconds of some runs, and the most memory of any."""
    results = [timed(command) for _ in range(runs)]
    return statistics.median(seconds for seconds, _ in results), max(mb for _, mb in results)


class Comparison:
    """Times of two commands."""

    def __init__(self, ours, theirs, memory):
        self.ours, self.theirs, self.memory = ours, theirs, memory

    @property
    def ratio(self):
        return self.ours / self.theirs

    def __str__(self):
        return (f"{self.ours:8.3f} s {self.theirs:8.3f} s   {self.ratio:6.2f} × its time, or"
                f" {1 / self.ratio:6.2f} × as fast {self.memory:6.0f} MB")


def compared(ours, theirs, runs):
    """Two commands that were run in turn."""
    timed(ours), timed(theirs)
    pairs = [(timed(ours), timed(theirs)) for _ in range(runs)]
    return Comparison(statistics.median(a[0] for a, _ in pairs),
                      statistics.median(b[0] for _, b in pairs), max(a[1] for a, _ in pairs))
