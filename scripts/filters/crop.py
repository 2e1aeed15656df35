#!/usr/bin/env python3
"""Cuts pictures to what a detector finds in them: an example of a filter of one's own.

    img-fetch -d images records.ndjson | crop.py --from images -d crops | img-dedup -o dataset.ndjson

A detector is a function, named by --detector MODULE:FUNCTION; modules in the working directory are found too. It
gets a list of pictures (PIL images, RGB, upright) and gives for each a list of boxes: (x, y, width, height, score),
in pixels from the upper left corner, perhaps with a label behind these. A picture is cut to the box with the
highest score. Without --detector that is the box of all that differs from the colour of the picture's border.

`image` then tells of the new picture, `original` of the one before, and `my_crop` of the box. Where nothing is
found the picture stays, and `my_crop` is {"boxes":0}. The rules of the stream are in gbifxdl-filters(7).
"""

import argparse
import hashlib
import importlib
import math
import os
import sys

from PIL import Image, ImageChops, ImageStat

from recordpictures import contents, jpeg, place, regular, upright
from recordstream import Failed, Stopped, Stream, written

ROOM = 1 << 28      # bytes of records that wait and of their pictures


def main():
    options = parsed()
    with Stream(options.quiet) as stream:
        cropping = Cropping(stream, options)
        for record in stream.records():
            if record:
                cropping.take(record)
            if record is None or cropping.is_due:
                cropping.settle()
        cropping.settle()
        stream.say(cropping.summary)


def parsed():
    parser = Parser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-d", "--directory", metavar="DIR", required=True, help="write new pictures below DIR")
    parser.add_argument("--from", dest="source", metavar="FOLDER", default=".",
                        help="leave FOLDER, in which all pictures lie, out of their names")
    parser.add_argument("--detector", metavar="MODULE:FUNCTION", help="what finds boxes")
    parser.add_argument("--batch", type=positive, metavar="N", default=32, help="pictures that it gets at once (32)")
    parser.add_argument("--margin", type=margin, default="0",
                        help="keep so many pixels around a box, or a share (5%%) of its longer side")
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing but errors")
    if os.isatty(0):
        parser.error("records are expected on the standard input")
    return parser.parse_args()


class Parser(argparse.ArgumentParser):
    """Ends with the status that the tools have for a wrong command line."""

    def error(self, message):
        self.exit(64, f"{self.prog}: {message}\n")


def positive(text):
    if int(text) < 1:
        raise ValueError
    return int(text)


def margin(text):
    """How many pixels are kept around a box with a longer side of so many."""
    number = float(text.rstrip("%"))
    if not 0 <= number < math.inf:
        raise ValueError
    return (lambda side: side * number / 100) if text.endswith("%") else (lambda side: number)


def loaded(name):
    """The function that --detector names."""
    module, _, function = name.partition(":")
    sys.path.append(os.getcwd())
    try:
        return getattr(importlib.import_module(module), function)
    except (ImportError, AttributeError, ValueError) as error:
        raise Stopped(64, f"--detector {name}: {error}") from error


class Cropping:
    """The station: records wait until the detector has a batch, and leave in the order in which they came."""

    def __init__(self, stream, options):
        self.stream, self.options = stream, options
        self.detector = loaded(options.detector) if options.detector else foreground
        self.source = os.path.realpath(options.source)
        self.waiting = []       # line, and record, picture and name where there is something to cut
        self.pictures, self.size = 0, 0
        self.records, self.cut, self.empty = 0, 0, 0
        try:
            os.makedirs(options.directory, exist_ok=True)
        except OSError as error:
            raise Stopped(73, f"{options.directory}: {error.strerror}") from error

    def take(self, record):
        """Takes a record, and reads its picture."""
        line, work = record.text, None
        if record.image:
            try:
                path = regular(record.image.get("path"))
                work = record, upright(contents(path)), self.name(path)
            except Failed as failure:
                line = self.stream.fail(record, failure)
        self.waiting.append((line, work))
        self.records += 1
        self.pictures += work is not None
        self.size += len(line) + (3 * math.prod(work[1].size) if work else 0)

    @property
    def is_due(self):
        """Whether what waits need not wait for more: the batch is full, or there is none."""
        return self.pictures in (0, self.options.batch) or self.size >= ROOM

    def settle(self):
        """Asks the detector, and lets go all that waits."""
        pictures = [work[1] for _, work in self.waiting if work]
        found = iter(self.found(pictures) if pictures else [])
        for line, work in self.waiting:
            self.stream.write(self.line(*work, next(found)) if work else line)
        self.waiting, self.pictures, self.size = [], 0, 0

    def found(self, pictures):
        """What may be cut out of each of the pictures."""
        found = list(self.detector(pictures))
        if len(found) != len(pictures):
            raise Stopped(69, f"the detector got {len(pictures)} pictures and answered for {len(found)}")
        return [list(cuts(boxes, self.options.margin, picture.size)) for boxes, picture in zip(found, pictures)]

    def line(self, record, picture, name, found):
        """The record with its new picture, if something was found."""
        if not found:
            self.empty += 1
            return record.having(my_crop=written({"boxes": 0}))
        score, (left, upper, right, lower), label = max(found, key=lambda cut: cut[0])
        box = {"box": [left, upper, right - left, lower - upper], "score": score, "label": label, "boxes": len(found)}
        try:
            image = self.image(picture.crop((left, upper, right, lower)), name)
        except Failed as failure:
            return self.stream.fail(record, failure)
        self.cut += 1
        image["url"] = record.image.get("url")
        return record.having(image=written(told(image)), original=record.part("image"), my_crop=written(told(box)))

    def image(self, picture, name):
        """Writes a new picture; gives what `image` tells of it."""
        data = jpeg(picture)
        digest = hashlib.sha256(data).hexdigest()
        path = os.path.join(self.options.directory, f"{name}-{digest[:16]}.jpg")
        place(data, path, self.options.directory)
        return {"status": "ok", "path": path, "bytes": len(data), "sha256": digest, "format": "jpeg",
                "width": picture.width, "height": picture.height}

    def name(self, path):
        """What the names of all pictures begin with that are cut out of a file; they end with what their bytes are."""
        name = os.path.relpath(path, self.source)
        if name.startswith("../"):
            raise Failed("bad_name", f"lies outside of {self.options.source}")
        return os.path.splitext(name)[0]

    @property
    def summary(self):
        others = self.records - self.cut - self.empty - self.stream.failed
        return (f"{self.records} records, {self.cut} pictures cut, {self.empty} with nothing found, "
                f"{others} without a picture, {self.stream.failed} failed")


def told(values):
    """Without what is not known."""
    return {name: value for name, value in values.items() if value is not None}


def cuts(boxes, around, size):
    """Score, edges in whole pixels and label of each box that lies in a picture of this size."""
    for x, y, width, height, score, *label in boxes:
        x, y, width, height, score = numbers = [float(number) for number in (x, y, width, height, score)]
        if not all(map(math.isfinite, numbers)) or min(width, height) <= 0:
            continue
        more = around(max(width, height))
        left, upper = max(0, math.floor(x - more)), max(0, math.floor(y - more))
        right, lower = min(size[0], math.ceil(x + width + more)), min(size[1], math.ceil(y + height + more))
        if left < right and upper < lower:
            yield round(score, 4), (left, upper, right, lower), str(label[0]) if label else None


def foreground(pictures):
    """A detector that needs no model: one box, of all that differs from the colour of the border."""
    return [list(differing(picture)) for picture in pictures]


def differing(picture, threshold=48):
    """That box, if there is one; its score is how much of it differs."""
    factor = max(1, max(picture.size) // 64)    # what is small is blurred away
    small = picture.reduce(factor)
    if min(small.size) < 3:     # all of it is border
        return
    border = Image.new("L", small.size, 255)
    border.paste(0, (1, 1, small.width - 1, small.height - 1))
    colour = tuple(ImageStat.Stat(small, border).median)
    red, green, blue = ImageChops.difference(small, Image.new("RGB", small.size, colour)).split()
    differs = ImageChops.lighter(ImageChops.lighter(red, green), blue).point(lambda value: 255 * (value > threshold))
    box = differs.getbbox()
    if box:
        left, upper, right, lower = box
        yield (left * factor, upper * factor, (right - left) * factor, (lower - upper) * factor,
               ImageStat.Stat(differs.crop(box)).mean[0] / 255)


if __name__ == "__main__":
    main()
