"""Perceptual hashes by imagehash, the usual package for that: hash_with_python.py PROCESSES FILE…"""

import sys
from multiprocessing import Pool

import imagehash
from PIL import Image


def hashed(file):
    with Image.open(file) as image:
        return str(imagehash.phash(image))


if __name__ == "__main__":
    with Pool(int(sys.argv[1])) as pool:
        print(len(pool.map(hashed, sys.argv[2:], chunksize=8)))
