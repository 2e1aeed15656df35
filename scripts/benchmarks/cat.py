"""dwca-cat."""

from benchmarks.inputs import PYTHON, ROOT, TOOLS, archive
from benchmarks.rows import Bar, Lines, row
from benchmarks.timing import Usage, timed

CAT = f"{TOOLS}/dwca-cat -q"
FIELDS = "gbifID,speciesKey,countryCode,year,media.identifier,media.license"


def extracted(data):
    """The floor: both tables, inflated and thrown away."""
    return f"bsdtar -xOf {data} occurrence.txt multimedia.txt"


@row("cat-bsdtar", needs="bsdtar", bar=Bar.times(2))
def bsdtar(occurrences):
    """dwca-cat, all columns, and bsdtar -xOf of both tables"""
    data = archive(occurrences)
    return f"{CAT} {data}", extracted(data)


@row("cat-fields", needs="bsdtar", bar=Bar.times(1.4))
def fields(occurrences):
    """dwca-cat --fields of six columns, and bsdtar -xOf of both tables"""
    data = archive(occurrences)
    return f"{CAT} --fields {FIELDS} {data}", extracted(data)


@row("cat-memory")
def memory(occurrences):
    """dwca-cat with 32M of memory, and with its default"""
    data = archive(occurrences)
    return f"{CAT} --memory 32M {data}", f"{CAT} {data}"


@row("cat-python", needs=str(PYTHON), bar=Bar.as_fast(40), runs=3)
def python(occurrences):
    """dwca-cat, and python-dwca-reader going through rows and extensions, of 100,000 at most"""
    data = archive(min(occurrences, 100_000))
    return f"{CAT} {data}", f"{PYTHON} {ROOT}/scripts/benchmarks/read_with_python.py {data}"


@row("cat-growth", kind=Lines)
def growth(occurrences, runs):
    """dwca-cat, time and memory of a row from 10,000 occurrences up to 1,000,000 or --size"""
    first = None
    for rows in (10_000, 100_000, 1_000_000, 10_000_000):
        if rows > max(occurrences, 1_000_000):
            return
        command = f"{CAT} {archive(rows)}"
        # A run of ten million rows takes minutes.
        count = min(runs, 3) if rows > 1_000_000 else runs
        usage = Usage.of([timed(command) for _ in range(count)])
        each, processor = usage.seconds / rows * 1e6, usage.processor / rows * 1e6
        first = first or (each, processor)
        yield (f"{rows:10} rows {usage.seconds:8.3f} s {each:6.2f} µs a row {usage.memory:6.0f} MB"
               f"   {each / first[0]:5.2f} × that of the first   (processors {processor:.2f} µs,"
               f" {processor / first[1]:.2f} ×)")
