"""Draw JPEG files whose detail is spread over all scales as in photographs of 3 megapixels.

    draw_photographs.py FOLDER COUNT
"""

import random
import sys
from pathlib import Path

from PIL import Image

WIDTH, HEIGHT = 2048, 1536


def noise(generator, width, height):
    return Image.frombytes("RGB", (width, height), generator.randbytes(3 * width * height))


def photograph(number):
    generator = random.Random(number)
    picture = noise(generator, 4, 3).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
    for scale, weight in ((4, 0.3), (16, 0.3), (64, 0.25), (256, 0.1)):
        layer = noise(generator, 4 * scale, 3 * scale)
        layer = layer.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
        picture = Image.blend(picture, layer, weight)
    return picture


def main():
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        photograph(number).save(folder / f"{number}.jpg", quality=88)


main()
