"""img-put, to a server on loopback."""

import hashlib
import json

from benchmarks.inputs import DATA, TOOLS
from benchmarks.pictures import FOLDER, of_size, url
from benchmarks.rows import Bar, Lines, row
from benchmarks.timing import Usage, timed

WWW = FOLDER / "www"
PUT = f"{TOOLS}/img-put -q -C {WWW}"
FRESH = f"rm -rf {WWW}/put/* {WWW}/.img-put;"


def photographs(count):
    """The paths of so many pictures of about 150 kB, and a file of their records."""
    of_size("sent", [85_000 + number * 7919 % 130_000 for number in range(1, count + 1)])
    paths = [f"sent/{number}.jpg" for number in range(1, count + 1)]
    records = DATA / "sent.ndjson"
    with records.open("w") as lines:
        for path in paths:
            sha256 = hashlib.sha256((WWW / path).read_bytes()).hexdigest()
            image = {"status": "ok", "path": path, "sha256": sha256}
            lines.write(json.dumps({"gbifID": path, "image": image}) + "\n")
    return paths, records


def for_curl(paths):
    """A configuration with which curl sends all of them."""
    file = DATA / "sent.curl"
    file.write_text("".join(f"upload-file={WWW / path}\nurl={url(f'put/{path}')}\noutput=/dev/null\n"
                            for path in paths))
    return file


@row("put-curl", needs="nginx", bar=Bar.times(2))
def against_curl(_):
    """img-put, 2,000 pictures of 150 kB, 16 at once, their SHA-256 and sizes checked, and curl --parallel -T"""
    paths, records = photographs(2000)
    return (f"{FRESH} {PUT} --concurrency 16 {url('put')} {records}",
            f"{FRESH} curl -sS --parallel --parallel-max 16 -K {for_curl(paths)}")


@row("put-again", kind=Lines, needs="nginx")
def again(_, runs):
    """img-put again of 2,000 pictures that were sent"""
    _, records = photographs(2000)
    command = f"{PUT} {url('put')} {records}"
    timed(f"{FRESH} {command}")
    usage = Usage.of([timed(command) for _ in range(runs)])
    yield f"{usage.seconds:8.3f} s {usage.memory:6.0f} MB"
