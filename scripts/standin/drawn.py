"""Small JPEGs made to order by the thousand: distinct for every name, valid, of any size in bytes.

A picture is an 8 x 8 mosaic of flat tiles, their brightness taken from the 64 bytes of the SHA-512 of its
name, in one tint. A flat tile is a block with a DC coefficient and nothing else, so encoding one is a table
look-up, and a whole picture costs some 30 microseconds. Its pixels differ as much as its bytes do: neither
exact nor perceptual hashes take one for another. Comment segments bring it to the size asked for.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

SIDE = 8                        # tiles in a row, and pixels in a tile
QUANTUM = 64                    # 8 steps of brightness of the DC coefficient: tile values 0, 8, 16 …
LARGEST_COMMENT = 0xFFFF - 2    # bytes in one segment, its length field excluded


def segment(marker: int, payload: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(payload) + 2).to_bytes(2, "big") + payload


def huffman_table(kind: int, length: int, symbols: bytes) -> bytes:
    """A table in which every symbol has a code of one and the same length."""
    counts = bytearray(16)
    counts[length - 1] = len(symbols)
    return segment(0xC4, bytes([kind]) + bytes(counts) + symbols)


def dc_code(difference: int) -> tuple[int, int]:
    """Bits and their number for one block: a 3-bit category, the difference, and 0 for "no AC coefficients"."""
    category = abs(difference).bit_length()
    value = difference if difference >= 0 else difference + (1 << category) - 1
    return ((category << category) | value) << 1, 3 + category + 1


CODES = {difference: dc_code(difference) for difference in range(-31, 32)}

# Baseline, three components without subsampling, one quantisation table, one DC and one AC table for all.
BEFORE = b"\xFF\xD8" + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
TABLES = (
    segment(0xDB, b"\0" + bytes([QUANTUM]) + b"\1" * 63)
    + segment(0xC0, b"\x08" + (SIDE * 8).to_bytes(2, "big") * 2 + b"\3" + b"\1\x11\0" + b"\2\x11\0" + b"\3\x11\0")
    + huffman_table(0x00, 3, bytes(range(7)))
    + huffman_table(0x10, 1, b"\0")
    + segment(0xDA, b"\3" + b"\1\0" + b"\2\0" + b"\3\0" + b"\0\x3F\0")
)


def picture(name: str, size: int = 0) -> tuple[list[bytes], int]:
    """The JPEG called `name`, in pieces, and its length: `size` where that is not too small for it."""
    digest = hashlib.sha512(name.encode()).digest()
    label = segment(0xFE, digest[:20].hex().encode())
    drawing = TABLES + scan(digest) + b"\xFF\xD9"
    least = len(BEFORE) + len(label) + len(drawing)
    filling = padding(max(size - least, 0))
    return [BEFORE + label, *filling, drawing], least + sum(map(len, filling))


def scan(digest: bytes) -> bytes:
    """The entropy-coded blocks: 64 tiles of brightness, and the tint in the first tile's two chroma blocks."""
    bits = length = 0
    before = 0
    tint = CODES[(digest[0] >> 4) - 8], CODES[(digest[1] >> 4) - 8]
    for tile in range(SIDE * SIDE):
        level = digest[tile] % 32 - 16
        for code, width in (CODES[level - before], *tint):
            bits, length = bits << width | code, length + width
        before, tint = level, (CODES[0], CODES[0])
    spare = -length % 8                         # the last byte is filled up with ones
    coded = (bits << spare | (1 << spare) - 1).to_bytes((length + spare) // 8, "big")
    return coded.replace(b"\xFF", b"\xFF\x00")


@lru_cache(maxsize=64)
def padding(size: int) -> list[bytes]:
    """Comment segments of `size` bytes in all; under four bytes there is no segment, and nothing."""
    if size < 4:
        return []
    count = -(-size // (LARGEST_COMMENT + 4))
    share, over = divmod(size, count)
    lengths = [share + 1] * over + [share] * (count - over)
    made = {length: segment(0xFE, b"." * (length - 4)) for length in set(lengths)}
    return [made[length] for length in lengths]
