"""occ-filter."""

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


@row("start")
def start(_):
    """start-up of occ-filter, and of cat"""
    return f"{TOOLS}/occ-filter -q '' /dev/null", "cat /dev/null"
