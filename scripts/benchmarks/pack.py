"""img-pack: its shards, and tars of the same files."""

import hashlib
import json

from benchmarks.inputs import ROOT, TOOLS, run, shell
from benchmarks.pictures import FOLDER
from benchmarks.rows import Bar, row

PACK = f"{TOOLS}/img-pack -q"


def photographs(count=4000, size=150_000):
    """Records of files of 150 kB, and a list of the members of their shards in the same order."""
    folder = FOLDER / "pack"
    list_ = folder / "members.txt"
    if not list_.exists():
        (folder / "images").mkdir(parents=True, exist_ok=True)
        seed = (ROOT / "scripts/standin/pictures/thecla-betulae-01.jpg").read_bytes()
        with (folder / "records.ndjson").open("w") as records:
            for number in range(count):
                # Bytes between the markers, which no reader here looks at.
                filling = f"{number:09}".encode() + bytes(range(251)) * 600
                content = seed[:-2] + filling[:size - len(seed)] + seed[-2:]
                (folder / f"images/{number}.jpg").write_bytes(content)
                image = {"status": "ok", "path": f"images/{number}.jpg", "bytes": len(content),
                         "sha256": hashlib.sha256(content).hexdigest(), "format": "jpeg"}
                records.write(json.dumps({"gbifID": str(number), "image": image},
                                         separators=(",", ":")) + "\n")
        run(["mkdir", "-p", folder / "members"])
        shell(f"cd {folder} && {PACK} -o - records.ndjson | tar -xvC members > {list_}.part"
              f" && mv {list_}.part {list_}")
    return folder


@row("pack", bar=Bar.times(3))
def against_tar(_):
    """img-pack of 4,000 files of 150 kB, whose SHA-256 is compared, and tar of the same members"""
    folder = photographs()
    return (f"cd {folder} && {PACK} -o 'out/%06d.tar' records.ndjson",
            f"cd {folder} && tar -cf out.tar -C members -T members.txt")


@row("pack-sha256", needs="openssl", bar=Bar.times(1.2))
def against_tar_with_sums(_):
    """img-pack of 4,000 files of 150 kB, and openssl's SHA-256 of the same, and then their tar"""
    folder = photographs()
    return (f"cd {folder} && {PACK} -o 'out/%06d.tar' records.ndjson",
            f"cd {folder}/members && openssl dgst -sha256 *.jpg"
            " && tar -cf ../out.tar -T ../members.txt")
