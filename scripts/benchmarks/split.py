"""occ-split."""

from benchmarks.inputs import DATA, TOOLS, records, shell
from benchmarks.rows import Bar, row

SPLIT = f"{TOOLS}/occ-split -q --set train=80,val=10,test=10"
# Passes all records, and looks for the fields that tell their ids and their keys.
FILTER = f"{TOOLS}/occ-filter -q 'gbifID is not null or media.identifier is not null'"


@row("split-jq", needs="jq", bar=Bar.as_fast(40))
def jq(occurrences):
    """occ-split, and jq -c that adds a member"""
    data = records(occurrences)
    sample = DATA / "sample.ndjson"
    shell(f"head -n 60000 {data} > {sample}")
    return f"{SPLIT} {sample}", f"jq -c '.set = \"train\"' {sample}"


@row("split-filter", bar=Bar.times(1.5))
def passing(occurrences):
    """occ-split, and occ-filter that passes all records by two of the fields that are read"""
    data = records(occurrences)
    return f"{SPLIT} {data}", f"{FILTER} {data}"


@row("split-exact", bar=Bar.times(3))
def exact(occurrences):
    """occ-split --exact --stratify speciesKey of a file, and one pass over it"""
    data = records(occurrences)
    return f"{SPLIT} --exact --stratify speciesKey {data}", f"{SPLIT} {data}"


@row("split-start")
def start(_):
    """start-up of occ-split, and of cat"""
    return f"{SPLIT} /dev/null", "cat /dev/null"
