"""What img-fetch is given: pictures behind a server on loopback, and lists of their URLs."""

import os
from pathlib import Path

from benchmarks.inputs import DATA, ROOT
from benchmarks.nginx import Nginx

FOLDER = Path("/dev/shm" if os.access("/dev/shm", os.W_OK) else DATA) / "gbifxdl-bench"
OUT = FOLDER / "out"


def of_size(kind, sizes):
    """Pictures `kind`/1.jpg and so on, behind the server: of so many bytes, no two the same."""
    folder = FOLDER / "www" / kind
    if not (folder / f"{len(sizes)}.jpg").exists():
        folder.mkdir(parents=True, exist_ok=True)
        seed = (ROOT / "scripts/standin/pictures/thecla-betulae-01.jpg").read_bytes()
        padding = bytes(range(251)) * 1200
        for number, size in enumerate(sizes, 1):
            # Bytes between the markers, which no decoder looks at.
            filling = f"{number:09}".encode() + padding[:size - len(seed) - 9]
            (folder / f"{number}.jpg").write_bytes(seed[:-2] + filling + seed[-2:])
    Nginx.start(FOLDER / "www")


def url(path, host="127.0.0.1"):
    return f"http://{host}:{Nginx.port}/{path}"


def listed(name, urls):
    """A file with URLs, one a line."""
    file = DATA / f"{name}.txt"
    # A line at a time: what this process holds counts as the memory of those that it starts.
    with file.open("w") as lines:
        for line in urls:
            lines.write(line + "\n")
    return file


def for_curl(name, urls):
    """A configuration with which curl fetches all of them."""
    file = DATA / f"{name}.curl"
    file.write_text("".join(f"url={url}\noutput={OUT}/{n}.jpg\n" for n, url in enumerate(urls)))
    return file
