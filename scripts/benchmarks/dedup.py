"""img-dedup: its hashes of pictures, their index, and the passing of records."""

import json
import os
import statistics
import subprocess

from benchmarks.inputs import DATA, ROOT, TOOLS, installed, records, run
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


DEDUP = f"{TOOLS}/img-dedup -q"
THREADS = os.cpu_count()


def photographs(count=200):
    """JPEG files of 3 megapixels, and records that name them."""
    folder, list_ = DATA / "photographs", DATA / "photographs.ndjson"
    files = [folder / f"{number}.jpg" for number in range(count)]
    if not list_.exists():
        python = installed("imagehash", "python3")
        run([python, ROOT / "scripts/benchmarks/draw_photographs.py", folder, count])
        list_.write_text("".join(
            json.dumps({"gbifID": file.stem, "image": {"status": "ok", "path": str(file)}}) + "\n"
            for file in files))
    return list_, " ".join(map(str, files))


@row("dedup-hash", bar=Bar.times(1.5))
def against_decoding(_):
    """img-dedup --similar, hashes of 200 JPEG of 3 megapixels, and their decoding to 1/8 grey"""
    list_, files = photographs()
    script = ROOT / "scripts/benchmarks/decode_grey.py"
    return (f"{DEDUP} -C / --similar 4 --jobs {THREADS} {list_}",
            f"python3 {script} {THREADS} {files}")


@row("dedup-imagehash", bar=Bar.as_fast(8), runs=3)
def against_imagehash(_):
    """img-dedup --similar, hashes of 200 JPEG of 3 megapixels, and imagehash.phash of them"""
    list_, files = photographs()
    script = ROOT / "scripts/benchmarks/hash_with_python.py"
    return (f"{DEDUP} -C / --similar 4 --jobs {THREADS} {list_}",
            f"{installed('imagehash', 'python3')} {script} {THREADS} {files}")


def with_hashes(occurrences):
    """Records as img-fetch makes them, one in ten of a picture that came before."""
    source = records(occurrences)
    file = source.with_suffix(".fetched")
    if not file.exists():
        with source.open() as lines, file.open("w") as out:
            for number, line in enumerate(lines):
                image = json.dumps({
                    "status": "ok", "path": f"images/{number}.jpg",
                    "sha256": f"{number - number % 10 // 9:064x}"[::-1]})
                out.write(f"{line.rstrip()[:-1]},\"image\":{image}}}\n")
    return file


@row("dedup-exact")
def exact(occurrences):
    """img-dedup --keep first of files with the same bytes, and occ-filter that lets all through"""
    file = with_hashes(occurrences)
    return (f"{DEDUP} --keep first {file}", f"{TOOLS}/occ-filter -q '' {file}")
