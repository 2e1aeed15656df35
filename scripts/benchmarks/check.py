"""img-check: a folder of pictures that is read whole, and others that do the same."""

from benchmarks.inputs import TOOLS
from benchmarks.pack import photographs
from benchmarks.rows import Bar, row

CHECK = f"{TOOLS}/img-check -q"


@row("check", needs="openssl", bar=Bar.times(1.2))
def against_openssl(_):
    """img-check of 4,000 files of 150 kB, and two of openssl's SHA-256 of half of them each"""
    folder = photographs()
    return (f"cd {folder} && {CHECK} records.ndjson",
            f"cd {folder}/images && ls | xargs -P 2 -n 2000 openssl dgst -sha256")
