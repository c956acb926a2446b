"""What a picture of a story's own must look like before a decoder sees it: a PNG of a bounded size. Pure.

1. It begins with PNG's signature and an `IHDR` of 13 bytes (PNG specification, sections 5.2 and 11.2.2).
2. Both sides are at least 1, and both together at most `MOST_PIXELS` pixels.
3. It is at most `MOST_BYTES` long; nothing is read beyond that.
4. No chunk says that it goes on past the end: a decoder would read on there, two million times for a file of 80 bytes.
"""

from __future__ import annotations

import struct
from typing import BinaryIO, Final

MOST_BYTES: Final = 8 * 1024 * 1024
MOST_PIXELS: Final = 3840 * 2160 + 100_000
"""A little over a screen of 3840 by 2160."""

_CHUNK: Final = struct.Struct(">I4s")
_SIGNATURE: Final = 8
_SUM: Final = 4
_START: Final = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR"


def gate(file: BinaryIO) -> bytes:
    """Return the bytes of a picture that may be decoded. Raises `ValueError` for any other."""
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError("the picture is larger than 8 MB")
    if not data.startswith(_START) or len(data) < len(_START) + 8:
        raise ValueError("the picture is no PNG")
    width, height = struct.unpack_from(">II", data, len(_START))
    if not 0 < width * height <= MOST_PIXELS:
        raise ValueError("the picture has too many pixels, or none")
    if not _whole(data):
        raise ValueError("the picture is cut short")
    return data


def _whole(data: bytes) -> bool:
    """Tell whether all chunks lie in the file, up to the last one or to its end (section 5.3)."""
    at, kind = _SIGNATURE, b""
    while kind != b"IEND" and at + _CHUNK.size <= len(data):
        length, kind = _CHUNK.unpack_from(data, at)
        at += _CHUNK.size + length + _SUM
    return at <= len(data)
