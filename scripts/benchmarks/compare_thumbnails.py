"""Compare resized pictures with the thumbnails that libvips makes: structural similarity of the
brightness (SSIM, windows of 8 times 8) and signal to noise (PSNR).

compare_thumbnails.py FOLDER FILE…: the pictures of the files lie under their paths in FOLDER
"""

import subprocess
import sys
import tempfile

import numpy
from PIL import Image


def brightness(file):
    return numpy.asarray(Image.open(file).convert("RGB")).astype(float) @ [0.299, 0.587, 0.114]


def means(values, side=8):
    sums = numpy.pad(values, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    return (sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side]
            + sums[:-side, :-side]) / side ** 2


def similarity(one, other):
    first, second = means(one), means(other)
    variances = means(one * one) - first ** 2 + means(other * other) - second ** 2
    covariance = means(one * other) - first * second
    low, high = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return ((2 * first * second + low) * (2 * covariance + high)
            / ((first ** 2 + second ** 2 + low) * (variances + high))).mean()


def noise(one, other):
    return 10 * numpy.log10(255 ** 2 / max(((one - other) ** 2).mean(), 1e-9))


def main():
    folder, files = sys.argv[1], sys.argv[2:]
    pairs = []
    with tempfile.TemporaryDirectory() as temporary:
        for file in files:
            ours = brightness(folder + file)
            height, width = ours.shape
            thumbnail = f"{temporary}/thumbnail.png"
            subprocess.run(["vips", "thumbnail", file, thumbnail, str(width), "--height",
                            str(height), "--size", "force"], check=True)
            theirs = brightness(thumbnail)
            pairs.append((similarity(ours, theirs), noise(ours, theirs)))
    values, noises = zip(*pairs)
    print(f"SSIM {numpy.mean(values):.4f}, the least {min(values):.4f};"
          f" PSNR {numpy.mean(noises):.1f} dB")


if __name__ == "__main__":
    main()
