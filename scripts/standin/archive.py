"""The Darwin Core Archive that is served: a zip as GBIF makes it, and a reader of its tables."""

from __future__ import annotations

import os
import zipfile
import zlib
from calendar import timegm
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import IO

from messages import FileRange

MADE = (2025, 5, 22, 1, 41, 0)      # the time of every member, and of the zip made from a folder


class Archive:
    def __init__(self, source: Path, scratch: Path):
        """`source` is a folder, which is zipped into `scratch`, or a zip."""
        self.path = zipped(source, scratch / "archive.zip") if source.is_dir() else source
        self.size = self.path.stat().st_size
        self.modified = int(self.path.stat().st_mtime)
        self.etag = f'"{self.size:x}-{self.modified:x}"'
        self.descriptor = os.open(self.path, os.O_RDONLY)
        with zipfile.ZipFile(self.path) as members:
            self.members = members.infolist()

    @property
    def datasets(self) -> int:
        """How many datasets it holds records of: each has its description in dataset/."""
        return sum("dataset/" in member.filename and not member.is_dir() for member in self.members)

    def whole(self, spoiled: bool = False) -> FileRange:
        return FileRange(self.descriptor, 0, self.size, self.weak_spot if spoiled else None)

    @property
    def weak_spot(self) -> int:
        """A position amid the compressed bytes of the largest member, where a wrong byte fails its CRC."""
        largest = max(self.members, key=lambda member: member.compress_size)
        return largest.header_offset + 30 + len(largest.filename.encode()) + largest.compress_size // 2

    @cached_property
    def total_records(self) -> int:
        """Lines of the core table less its header, or -1, which is what GBIF says when it does not know."""
        name = self.member_called("occurrence.txt")
        if name is None:
            return -1
        with zipfile.ZipFile(self.path) as members, members.open(name) as table:
            return sum(piece.count(b"\n") for piece in iter(lambda: table.read(1 << 20), b"")) - 1

    def rows(self, table: str) -> Iterator[dict[str, str]]:
        """The rows of occurrence.txt or multimedia.txt, empty cells left out."""
        name = self.member_called(table)
        if name is None:
            return
        with zipfile.ZipFile(self.path) as members, members.open(name) as file:
            columns = next(file).decode().rstrip("\n").split("\t")
            for line in file:
                cells = line.decode("utf-8", "replace").rstrip("\n").split("\t")
                yield {column: unquoted(cell) for column, cell in zip(columns, cells) if cell}

    def member_called(self, name: str) -> str | None:
        names = [member.filename for member in self.members]
        return next((found for found in names if found.rpartition("/")[2] == name), None)


def unquoted(cell: str) -> str:
    """GBIF quotes the cells that have a quote in them, and no others."""
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


class Pipe:
    """A file that can only be written on: zipfile then leaves sizes and checksums to data descriptors."""

    def __init__(self, file: IO[bytes]):
        self.write, self.flush = file.write, file.flush


def zipped(folder: Path, target: Path) -> Path:
    """Zips a folder the way GBIF's streaming writer does: deflated, descriptors (flag bit 3), in no useful order."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
    names = sorted((path.relative_to(folder).as_posix() for path in files), key=lambda name: zlib.crc32(name.encode()))
    with open(target, "wb") as file, zipfile.ZipFile(Pipe(file), "w") as members:
        for name in names:
            member = zipfile.ZipInfo(name, MADE)
            member.compress_type = zipfile.ZIP_DEFLATED
            members.writestr(member, (folder / name).read_bytes())
    moment = timegm(MADE + (0, 0, 0))
    os.utime(target, (moment, moment))
    return target
