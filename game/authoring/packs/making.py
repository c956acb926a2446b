"""Making a pack: a story's files in one archive whose bytes are the same on every machine, at any time.

1. What is packed is what a pack may hold; the rest stays where it is, and is told.
2. Files are sorted, carry no date, owner or rights, and are stored as they are: how a compressor squeezes them differs
   from one system to the next, and pictures, which take most of the room, are compressed already.
3. All files stand in one folder, so that the story keeps its id whatever somebody calls the pack.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.authoring.packs import archive, names
from game.authoring.packs.fault import Fault, RefusedPackError
from game.authoring.packs.pack import pack_in
from game.authoring.shelf import Shelf

_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can tell."""

_RIGHTS: Final = 0o100644 << 16
_UNIX: Final = 3
_FOLDERS: Final = ("pictures", "plays")
"""The folders of a story: its pictures, and the transcripts of its plays."""


@dataclass(frozen=True, slots=True)
class Made:
    """A pack: its bytes, the sizes of the files in it by their names, and what was left out."""

    data: bytes
    files: tuple[tuple[str, int], ...]
    left_out: tuple[str, ...]


def pack(shelf: Shelf, story_id: str) -> Made:
    """Return the pack of a story. Raises `RefusedPackError` where it would be none, and `OSError`, `ValueError`."""
    kept, left_out = chosen(shelf)
    faults = tuple(names.faults(f"{story_id}/{name}" for name in kept))
    if faults:
        raise RefusedPackError(*faults)
    size = sum(map(shelf.size, kept))
    if size > archive.MOST_ZIPPED:
        figures = {"size": f"{size / 1e6:,.0f} MB", "limit": f"{archive.MOST_ZIPPED / 1e6:.0f} MB"}
        raise RefusedPackError(Fault("pack-too-large", {"found": story_id, **figures}))
    data = _archive(shelf, story_id, kept)
    pack_in(data, story_id, f"{story_id}.zip")
    return Made(data, tuple((name, shelf.size(name)) for name in kept), left_out)


def chosen(shelf: Shelf) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the files that go into a pack, and what stays out of it though it is not hidden; both sorted."""
    found = shelf.names()
    for folder in _FOLDERS:
        if shelf.kind(folder) == "folder":
            found = [name for name in found if name != folder]
            found += [f"{folder}/{name}" for name in shelf.names(folder)]
    plain = [name for name in sorted(found) if not names.leftover(name)]
    kept = tuple(name for name in plain if names.belongs(name) and shelf.kind(name) == "file")
    return kept, tuple(name for name in plain if name not in kept)


def _archive(shelf: Shelf, story_id: str, kept: Iterable[str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as made:
        for name in kept:
            about = zipfile.ZipInfo(f"{story_id}/{name}", _DATE)
            about.create_system, about.external_attr = _UNIX, _RIGHTS
            with shelf.file(name).open("rb") as opened:
                made.writestr(about, opened.read())
    return file.getvalue()
