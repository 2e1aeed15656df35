"""Decode JPEG files to 1/8 of their size, brightness alone: libjpeg-turbo and nothing else.

    decode_grey.py THREADS FILE…
"""

import ctypes
import ctypes.util
import sys
from concurrent.futures import ThreadPoolExecutor

GREY, EIGHTH = 6, 8
# Its calls let other threads run.
library = ctypes.CDLL(ctypes.util.find_library("turbojpeg"))
library.tjInitDecompress.restype = ctypes.c_void_p
library.tjDecompressHeader3.argtypes = (
    [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_ulong] + [ctypes.POINTER(ctypes.c_int)] * 4)
library.tjDecompress2.argtypes = (
    [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_ulong, ctypes.c_void_p] + [ctypes.c_int] * 5)


def decode(files):
    """Decodes some of the files."""
    handle = library.tjInitDecompress()
    for file in files:
        with open(file, "rb") as stream:
            data = stream.read()
        numbers = [ctypes.c_int() for _ in range(4)]
        if library.tjDecompressHeader3(handle, data, len(data), *map(ctypes.byref, numbers)):
            sys.exit(f"{file}: no JPEG")
        width, height = (-(-number.value // EIGHTH) for number in numbers[:2])
        pixels = ctypes.create_string_buffer(width * height)
        if library.tjDecompress2(
                handle, data, len(data), pixels, width, 0, height, GREY, 0):
            sys.exit(f"{file}: does not decode")


def main():
    threads, files = int(sys.argv[1]), sys.argv[2:]
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(decode, [files[start::threads] for start in range(threads)]))


main()
