"""Resize pictures as img2dataset does, in so many processes; prints the seconds that it takes.

resize_with_python.py PROCESSES OUT FILE…
"""

import multiprocessing
import sys
import time
from pathlib import Path

from img2dataset.resizer import Resizer

RESIZER = Resizer(512, "keep_ratio_largest", resize_only_if_bigger=True, encode_quality=95)
OUT = Path(sys.argv[2])


def resize(file):
    with open(file, "rb") as stream:
        picture = RESIZER(stream)[0]
    (OUT / Path(file).name).write_bytes(picture)


def main():
    files = sys.argv[3:]
    OUT.mkdir(parents=True, exist_ok=True)
    with multiprocessing.Pool(int(sys.argv[1])) as pool:
        pool.map(resize, files[:8], chunksize=1)
        start = time.monotonic()
        pool.map(resize, files, chunksize=4)
        print(time.monotonic() - start)


if __name__ == "__main__":
    main()
