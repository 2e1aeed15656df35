"""img-dedup: the index of the hashes of what looks alike."""

import statistics
import subprocess

from benchmarks.inputs import TOOLS
from benchmarks.rows import Bar, Lines, row

FASTER = Bar.as_fast(30)
SMALL = Bar("at most 64 bytes", lambda size: size <= 64)


def searched(count, radius, queries, runs, *kind):
    """The medians of what the benchmark prints, by name."""
    command = [TOOLS / "similarity-benchmark", str(count), str(radius), str(queries), *kind]
    outputs = [subprocess.run(command, check=True, capture_output=True, text=True).stdout
               for _ in range(runs)]
    results = [dict(line.split() for line in output.splitlines()) for output in outputs]
    return {name: statistics.median(float(result[name]) for result in results)
            for name in results[0]}


def told(measured):
    """Times of a search, and its ratio to that of a scan."""
    search, scan = measured["search-nanoseconds"] / 1e3, measured["scan-nanoseconds"] / 1e3
    return (f"{search:8.1f} µs {scan:8.1f} µs a search   {scan / search:6.1f} × as fast"
            f" {measured['peak-bytes']:5.1f} bytes a hash at most,"
            f" {measured['build-seconds']:.2f} s to build"), search / scan


@row("dedup-search", kind=Lines)
def search(_, runs):
    """hashes within 8 bits among 1,000,000, by the index, and by a scan of all"""
    for kind in ([], ["clustered"]):
        measured = searched(1_000_000, 8, 20_000, runs, *kind)
        text, ratio = told(measured)
        yield (f"{text}   {'clustered' if kind else 'random'}{FASTER.judged(ratio)}"
               f"{SMALL.judged(measured['peak-bytes'])}")


@row("dedup-ten-million", kind=Lines)
def ten_million(_, runs):
    """hashes within 4 bits among 10,000,000, by the index, and by a scan of all"""
    measured = searched(10_000_000, 4, 5000, min(runs, 3))
    yield told(measured)[0] + SMALL.judged(measured["peak-bytes"])
