"""img-resize: how fast, how much memory, and how near to libvips's own thumbnails."""

import json
import os
import subprocess

from benchmarks.dedup import photographs
from benchmarks.inputs import DATA, ROOT, TOOLS, installed, run
from benchmarks.pictures import FOLDER
from benchmarks.rows import Bar, Lines, row
from benchmarks.timing import Usage, timed

OUT = FOLDER / "resized"
RESIZE = f"{TOOLS}/img-resize -q -C /"
TWICE = Bar.as_fast(2)
BOUNDED = Bar("at most 310 MB beside the file", lambda memory: memory <= 310)
ALIKE = Bar("SSIM at least 0.97", lambda similarity: similarity >= 0.97)
PROCESSES = 2


def resize(list_, options="--max-side 512"):
    return f"rm -rf {OUT}; {RESIZE} {options} -d {str(OUT)[1:]} {list_}"


def seconds_of_python(files):
    """What img2dataset takes for the pictures alone, without its start and its downloads."""
    python = installed("img2dataset", "python3")
    script = ROOT / "scripts/benchmarks/resize_with_python.py"
    output = subprocess.run(
        [python, script, str(PROCESSES), OUT, *files], check=True, capture_output=True, text=True,
        env=os.environ | {"NO_ALBUMENTATIONS_UPDATE": "1"}).stdout
    return float(output.split()[-1])


@row("resize-python", kind=Lines)
def against_python(_, runs):
    """img-resize to 512, 200 JPEG of 3 megapixels, and img2dataset's resizer, two processes each"""
    list_, files = photographs()
    command = resize(list_, f"--max-side 512 --quality 95 --jobs {PROCESSES}")
    timed(command)
    pairs = [(timed(command), seconds_of_python(files.split())) for _ in range(min(runs, 3))]
    ours, theirs = Usage.of([pair[0] for pair in pairs]), sorted(pair[1] for pair in pairs)
    ratio = ours.seconds / theirs[len(theirs) // 2]
    yield (f"{ours.seconds:8.3f} s {theirs[len(theirs) // 2]:8.3f} s   {1 / ratio:6.2f} × as fast"
           f" {ours.memory:6.0f} MB{TWICE.judged(ratio)}")


@row("resize-large", kind=Lines, needs="vips")
def large(_, _runs):
    """img-resize to 512, a JPEG and a PNG of 200 megapixels, and to 8000"""
    for kind in ("jpg", "png"):
        file, list_ = DATA / f"large.{kind}", DATA / f"large-{kind}.ndjson"
        if not file.exists():
            one = DATA / "large.v"
            run(["vips", "sines", one, 20_000, 10_000, "--uchar", "--hfreq", 50, "--vfreq", 31])
            run(["vips", "bandjoin", f"{one} {one} {one}", file])
            one.unlink()
        list_.write_text(json.dumps({"image": {"status": "ok", "path": str(file)}}) + "\n")
        for side in (512, 8000):
            usage = timed(resize(list_, f"--max-side {side}"))
            size = file.stat().st_size >> 20
            yield (f"{kind} of {size} MB to {side}: {usage.memory:6.0f} MB, {usage.seconds:6.2f} s"
                   f"{BOUNDED.judged(usage.memory - size)}")


@row("resize-quality", kind=Lines, needs="vips")
def quality(_, _runs):
    """img-resize, how like libvips's own thumbnails of photographs"""
    folder = ROOT / "../shared/corpus/images/ukbench/base_images"
    if not folder.exists():
        yield "passed over: no photographs here"
        return
    files = sorted(str(file) for file in folder.resolve().glob("*.jpg"))
    list_ = DATA / "photographs-to-compare.ndjson"
    list_.write_text("".join(
        json.dumps({"image": {"status": "ok", "path": file}}) + "\n" for file in files))
    script = ROOT / "scripts/benchmarks/compare_thumbnails.py"
    for side in (320, 256, 224, 150, 100, 64):
        timed(resize(list_, f"--max-side {side} --quality 95"))
        output = subprocess.run(
            [installed("imagehash", "python3"), script, OUT, *files], check=True,
            capture_output=True, text=True).stdout
        similarity = float(output.split()[1].rstrip(","))
        yield f"to {side}: {output.strip()}{ALIKE.judged(similarity)}"
