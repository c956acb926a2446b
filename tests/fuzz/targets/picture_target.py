"""Pictures of a story's own: nothing reaches the decoder but a PNG of a bounded size, and that one only raises."""

from __future__ import annotations

import io
import os
import struct
import zlib
from collections.abc import Iterator
from typing import Final

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.window.gate import MOST_PIXELS, gate

WORDS: Final = ("IHDR", "IDAT", "PLTE", "tRNS", "IEND", "gAMA", "iCCP", "tEXt", "acTL", "\x89PNG\r\n\x1a\n")

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"


def one(data: bytes) -> None:
    """Decode what may be decoded, as it is and with sums that fit."""
    for each in (data, mended(data)):
        try:
            surface = pygame.image.load(io.BytesIO(gate(io.BytesIO(each))), "picture.png")
        except (ValueError, pygame.error):
            continue
        assert surface.get_width() * surface.get_height() <= MOST_PIXELS


def seeds() -> Iterator[bytes]:
    """Yield small pictures of each kind that PNG knows."""
    for colour, depth, channels in ((0, 1, 1), (0, 8, 1), (2, 8, 3), (3, 8, 1), (4, 8, 2), (6, 8, 4), (6, 16, 8)):
        rows = b"".join(b"\0" + bytes(range(4 * channels)) for _row in range(4))
        palette = chunk(b"PLTE", bytes(range(48))) if colour == 3 else b""
        about = chunk(b"IHDR", struct.pack(">2I5B", 4, 4, depth, colour, 0, 0, 0))
        yield _SIGNATURE + about + palette + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG (section 5.3 of its specification)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def mended(data: bytes) -> bytes:
    """Return a PNG in which each chunk's sum fits; the decoder believes nothing without it."""
    found, at = bytearray(data), len(_SIGNATURE)
    while at + 12 <= len(found):
        end = at + 8 + int.from_bytes(found[at : at + 4], "big")
        if end + 4 > len(found):
            break
        found[end : end + 4] = struct.pack(">I", zlib.crc32(found[at + 4 : end]))
        at = end + 4
    return bytes(found)
