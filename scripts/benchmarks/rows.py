"""What is measured: rows by name, which compare two commands or print lines of their own."""

import shutil
from pathlib import Path

from benchmarks.timing import compared

ROWS = {}


class Row:
    """Something to measure, of so many occurrences."""

    def __init__(self, make, needs=None, bar=None, runs=None):
        self.make, self.needs, self.bar, self.runs = make, needs, bar, runs
        self.about = make.__doc__.splitlines()[0]

    @property
    def missing(self):
        """What is needed and not installed."""
        if self.needs and not shutil.which(self.needs) and not Path(self.needs).exists():
            return Path(self.needs).name
        return None


class Pair(Row):
    """A row whose function returns our command and theirs."""

    def lines(self, occurrences, runs):
        """What there is to print."""
        result = compared(*self.make(occurrences), min(runs, self.runs or runs))
        yield f"{result}   {self.about}" + (self.bar.judged(result.ratio) if self.bar else "")


class Lines(Row):
    """A row whose function measures by itself, and yields lines."""

    def lines(self, occurrences, runs):
        """What there is to print."""
        return self.make(occurrences, runs)


class Bar:
    """How good a ratio of our time to theirs has to be."""

    def __init__(self, text, is_kept):
        self.text, self.is_kept = text, is_kept

    @classmethod
    def times(cls, number):
        return cls(f"at most {number} × its time", lambda ratio: ratio <= number)

    @classmethod
    def as_fast(cls, number):
        return cls(f"at least {number} × as fast", lambda ratio: 1 / ratio >= number)

    def judged(self, ratio):
        return f"; {self.text}: {'kept' if self.is_kept(ratio) else 'NOT KEPT'}"


def row(name, kind=Pair, **details):
    """Puts a function among the rows; its documentation says what it measures."""
    def put(function):
        ROWS[name] = kind(function, **details)
        return function
    return put
