"""Zip archives written byte by byte, so that they can say what no honest program writes (APPNOTE.TXT 6.3.10)."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, replace
from typing import Final

UTF_8: Final = 0x800
LOCKED: Final = 0x1
LINK: Final = 0o120777 << 16
DEVICE: Final = 0o020666 << 16


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in an archive. What is None follows from the data; `local` is what its own header calls it."""

    name: str | bytes
    data: bytes = b"x"
    method: int = 0
    flags: int = UTF_8
    attributes: int = 0
    size: int | None = None
    crc: int | None = None
    packed: bytes | None = None
    offset: int | None = None
    extra: bytes = b""
    local: str | None = None

    @property
    def raw(self) -> bytes:
        """The name's bytes."""
        return self.name if isinstance(self.name, bytes) else self.name.encode()

    @property
    def inside(self) -> bytes:
        """The bytes that stand in the archive."""
        if self.packed is not None:
            return self.packed
        return deflated(self.data) if self.method else self.data

    def sums(self) -> tuple[int, int, int]:
        """Return checksum, size in the archive, and size when open."""
        size = len(self.data) if self.size is None else self.size
        return (zlib.crc32(self.data) if self.crc is None else self.crc, len(self.inside), size)


def deflated(data: bytes) -> bytes:
    """Return data as method 8 keeps it."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return squeezer.compress(data) + squeezer.flush()


def header(entry: Entry) -> bytes:
    """Return what stands in front of a file's bytes."""
    own = entry.local.encode() if entry.local else entry.raw
    sums = struct.pack("<3L", *entry.sums())
    return b"PK\x03\x04" + struct.pack("<5H", 20, entry.flags, entry.method, 0, 33) + sums + _lengths(own) + own


def _lengths(name: bytes) -> bytes:
    return struct.pack("<2H", len(name), 0)


def archive(*entries: Entry, count: int | None = None, note: bytes = b"") -> bytes:
    """Return an archive of these entries."""
    body, listed = bytearray(), bytearray()
    for entry in entries:
        offset = len(body) if entry.offset is None else entry.offset
        sums = struct.pack("<3L", *entry.sums())
        body += header(entry) + entry.inside
        listed += b"PK\x01\x02" + struct.pack("<6H", 0x0314, 20, entry.flags, entry.method, 0, 33) + sums
        listed += struct.pack("<5H2L", len(entry.raw), len(entry.extra), 0, 0, 0, entry.attributes, offset)
        listed += entry.raw + entry.extra
    number = len(entries) if count is None else count
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, number, number, len(listed), len(body), len(note))
    return bytes(body + listed + end + note)


def with_story(*entries: Entry, folder: str = "tea/") -> bytes:
    """Return an archive of a small story, and these entries."""
    return archive(*(replace(each, name=folder + str(each.name)) for each in TEA), *entries)


_ENDINGS: Final = ("interdependence", "independence", "dependence", "codependence", "in_between")
STORY: Final = "\n".join(["title: Tea", "scenes: [start]", "endings:", *(f"  {each}: Cold." for each in _ENDINGS)])
SCENE: Final = "title: Tea\npassages:\n  start:\n    - Tea.\n"
TEA: Final = (Entry("story.yaml", STORY.encode()), Entry("start.yaml", SCENE.encode(), method=8))
