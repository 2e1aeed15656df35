"""Zip files of members that are compressed in blocks, by several processes."""

import ctypes
import struct
import zlib

SIGNATURE_OF_MEMBER = 0x04034B50
SIGNATURE_OF_ENTRY = 0x02014B50
VERSION, DEFLATED, DATE, REGULAR_FILE = 45, 8, 33, 0o100644 << 16
NO_SIZE = 0xFFFFFFFF
# An empty last block.
END_OF_DEFLATE = b"\x03\x00"

# Python's own zlib module cannot combine sums before 3.15.
crc32_combine = ctypes.CDLL("libz.so.1").crc32_combine
crc32_combine.restype = ctypes.c_ulong
crc32_combine.argtypes = [ctypes.c_ulong, ctypes.c_ulong, ctypes.c_long]


def deflated(data, level):
    """A block of a member: its deflated bytes, its sum and its size."""
    compressor = zlib.compressobj(level, zlib.DEFLATED, -15)
    compressed = compressor.compress(data) + compressor.flush(zlib.Z_FULL_FLUSH)
    return compressed, zlib.crc32(data), len(data)


class BlockZip:
    """A zip64 file being written, each member in one go."""

    def __init__(self, path):
        self.file = open(path, "wb")
        self.entries = []

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is None:
            self.write_directory()
        self.file.close()

    def write(self, name, blocks):
        """Add a member, of `deflated` blocks; its sum and sizes go to its front at the end."""
        start, crc, size = self.file.tell(), 0, 0
        self.file.write(self.member(name, 0, 0, 0))
        first = self.file.tell()
        for compressed, block_crc, block_size in blocks:
            self.file.write(compressed)
            crc = crc32_combine(crc, block_crc, block_size)
            size += block_size
        self.file.write(END_OF_DEFLATE)
        end = self.file.tell()
        self.file.seek(start)
        self.file.write(self.member(name, crc, size, end - first))
        self.file.seek(end)
        self.entries.append((name, crc, size, end - first, start))

    @staticmethod
    def member(name, crc, size, compressed_size):
        """What stands before a member's bytes."""
        return struct.pack(
            "<IHHHHHIIIHH", SIGNATURE_OF_MEMBER, VERSION, 0, DEFLATED, 0, DATE, crc, NO_SIZE,
            NO_SIZE, len(name), 20) + name.encode() + struct.pack(
                "<HHQQ", 1, 16, size, compressed_size)

    @staticmethod
    def entry(name, crc, size, compressed_size, start):
        """What stands of a member in the directory."""
        return struct.pack(
            "<IHHHHHHIIIHHHHHII", SIGNATURE_OF_ENTRY, 3 << 8 | VERSION, VERSION, 0, DEFLATED, 0,
            DATE, crc, NO_SIZE, NO_SIZE, len(name), 28, 0, 0, 0, REGULAR_FILE, NO_SIZE
        ) + name.encode() + struct.pack("<HHQQQ", 1, 24, size, compressed_size, start)

    def write_directory(self):
        """The directory, then where it is."""
        start = self.file.tell()
        for entry in self.entries:
            self.file.write(self.entry(*entry))
        end, count = self.file.tell(), len(self.entries)
        self.file.write(struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 3 << 8 | VERSION, VERSION, 0, 0,
                                    count, count, end - start, start))
        self.file.write(struct.pack("<4sIQI", b"PK\6\7", 0, end, 1))
        self.file.write(struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, count, count, NO_SIZE,
                                    NO_SIZE, 0))
