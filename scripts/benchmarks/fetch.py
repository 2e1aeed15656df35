"""img-fetch, from a server on loopback."""

import os
from pathlib import Path

from benchmarks.inputs import DATA, ROOT, TOOLS
from benchmarks.nginx import Nginx
from benchmarks.rows import Bar, row

FETCH = f"{TOOLS}/img-fetch -q --allow-private --concurrency 64 --per-host 64"


@row("fetch-curl", needs="nginx", bar=Bar.times(1.3))
def curl(_):
    """img-fetch, 4,000 pictures from nginx, 64 at once, and curl --parallel"""
    urls, config, out = pictures(4000)
    return (f"rm -rf {out}; {FETCH} -d {out} {urls}",
            f"rm -rf {out}; curl -sS --create-dirs --parallel --parallel-max 64 -K {config}")


@row("fetch-again", needs="nginx")
def again(_):
    """img-fetch again over 4,000 pictures that are there, and the first time"""
    urls, _, out = pictures(4000)
    fetch = f"{FETCH} -d {out} {urls}"
    return fetch, f"rm -rf {out}; {fetch}"


def pictures(count):
    """A server with so many pictures of about 150 kB, their URLs, and a configuration for curl."""
    folder = Path("/dev/shm" if os.access("/dev/shm", os.W_OK) else DATA) / "gbifxdl-bench"
    urls, config, out = DATA / "urls.txt", DATA / "curl.txt", folder / "out"
    if not (folder / "www" / f"{count}.jpg").exists():
        (folder / "www").mkdir(parents=True, exist_ok=True)
        seed = (ROOT / "scripts/standin/pictures/thecla-betulae-01.jpg").read_bytes()
        padding = bytes(range(251)) * 900
        for number in range(1, count + 1):
            comment = f"{number:09}".encode() + padding[:80_000 + number * 7919 % 130_000]
            (folder / "www" / f"{number}.jpg").write_bytes(seed[:-2] + comment + seed[-2:])
    Nginx.start(folder / "www")
    lines = [f"http://127.0.0.1:{Nginx.port}/{number}.jpg" for number in range(1, count + 1)]
    urls.write_text("\n".join(lines) + "\n")
    config.write_text("".join(f"url={url}\noutput={out}/{n}.jpg\n" for n, url in enumerate(lines)))
    return urls, config, out
