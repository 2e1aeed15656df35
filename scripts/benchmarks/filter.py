"""occ-filter."""

import math
import random

from benchmarks.inputs import DATA, PYTHON, ROOT, TOOLS, records, shell
from benchmarks.rows import Bar, row

WORDS = "year >= 2010 and basisOfRecord = HUMAN_OBSERVATION"
JQ = 'select((.year // "0" | tonumber) >= 2010 and .basisOfRecord == "HUMAN_OBSERVATION")'
FILTER = f"{TOOLS}/occ-filter -q '{WORDS}'"


@row("filter-jq", needs="jq", bar=Bar.as_fast(40))
def jq(occurrences):
    """occ-filter, two conditions, and jq -c"""
    data = records(occurrences)
    sample = DATA / "sample.ndjson"
    shell(f"head -n 60000 {data} > {sample}")
    return f"{FILTER} {sample}", f"jq -c '{JQ}' {sample}"


@row("filter-duckdb", needs=str(PYTHON), bar=Bar.as_fast(8))
def duckdb(occurrences):
    """occ-filter, two conditions, and DuckDB's COPY to JSON, on one thread"""
    data = records(occurrences)
    return f"{FILTER} {data}", f"{PYTHON} {ROOT}/scripts/bench-duckdb {data}"


@row("filter-grep", bar=Bar.times(1.2))
def grep(occurrences):
    """occ-filter from a pipe, two conditions, and grep -c of one value"""
    data = records(occurrences)
    return f"cat {data} | {FILTER}", f"cat {data} | LC_ALL=C grep -c PRESERVED_SPECIMEN"


@row("filter-in", bar=Bar.times(1.1))
def membership(occurrences):
    """occ-filter, in @file of 100,000 values, and in of two"""
    data, values = records(occurrences), DATA / "values.txt"
    values.write_text("".join(f"{1_000_000 + 37 * number}\n" for number in range(100_000)))
    return (f"{TOOLS}/occ-filter -q 'speciesKey in @{values}' {data}",
            f"{TOOLS}/occ-filter -q 'speciesKey in (1930110, 7412043)' {data}")


@row("filter-within", bar=Bar.times(3))
def within(occurrences):
    """occ-filter, within a polygon of 1,000 points, and a plain comparison"""
    data, predicate = records(occurrences), DATA / "within.json"
    predicate.write_text(f'{{"type":"within","geometry":"{polygon(1000)}"}}')
    return (f"{TOOLS}/occ-filter -q --predicate {predicate} {data}",
            f"{TOOLS}/occ-filter -q 'decimalLatitude >= 0' {data}")


def polygon(count):
    """A ragged ring round the middle of the map."""
    source = random.Random(1)
    points = []
    for number in range(count):
        angle, radius = 2 * math.pi * number / count, 40 + 20 * source.random()
        points.append(f"{2 * radius * math.cos(angle):.5f} {radius * math.sin(angle):.5f}")
    return f"POLYGON (({', '.join(points + points[:1])}))"


@row("filter-unique", runs=1)
def unique(_):
    """occ-filter --unique of 10 million URLs, at most 400 MB, and without"""
    urls = DATA / "urls.ndjson"
    if not urls.exists():
        shell("seq 10000000 | sed 's|.*|{\"media\":{\"identifier\":"
              f"\"https://images.example.org/photos/&/original.jpg\"}}}}|' > {urls}")
    unique = "--unique 'url(media.identifier)'"
    return f"{TOOLS}/occ-filter -q {unique} '' {urls}", f"{TOOLS}/occ-filter -q '' {urls}"


@row("filter-sample-file", bar=Bar.times(2.2))
def sample_file(occurrences):
    """occ-filter --sample 5 --per speciesKey of a file, and one pass over it"""
    data = records(occurrences)
    return (f"{TOOLS}/occ-filter -q --sample 5 --per speciesKey '' {data}",
            f"{TOOLS}/occ-filter -q '' {data}")


@row("filter-sample-pipe", bar=Bar.times(4))
def sample_pipe(occurrences):
    """occ-filter --sample 5 --per speciesKey of a pipe, and one pass over it"""
    data = records(occurrences)
    return (f"cat {data} | {TOOLS}/occ-filter -q --sample 5 --per speciesKey ''",
            f"cat {data} | {TOOLS}/occ-filter -q ''")


@row("start")
def start(_):
    """start-up of occ-filter, and of cat"""
    return f"{TOOLS}/occ-filter -q '' /dev/null", "cat /dev/null"
