"""What a story's own files look like from outside, without opening them; two stamps differ if a file was saved.

1. Own files are the YAML of the folder, `support.md`, and the pictures; of a scene on its own, that scene with them.
2. Whatever an editor puts beside them (backups, locks, swap files, files that it is about to move) is no file of the
   story: it is hidden, or its name ends otherwise.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

STORY: Final = "story.yaml"
_BESIDE: Final = frozenset({STORY, "pictures.yaml", "support.md"})
_YAML: Final = (".yaml", ".yml")


class Face(NamedTuple):
    """A file from outside: when it was written (in nanoseconds), how long it is (in bytes), and which it is."""

    written: int
    size: int
    node: int


Stamp: TypeAlias = Mapping[str, Face]
"""The own files of a story, by their names within its folder."""


def stamp(path: Path) -> Stamp:
    """Return the stamp of the story in a folder, or of a scene in a file; what cannot be looked at is not there."""
    folder = _folder(path)
    alone = "" if folder == path or (folder / STORY).exists() else path.name
    scenes = ((each.name, each) for each in _listed(folder) if _own(each.name, alone))
    pictures = ((f"pictures/{each.name}", each) for each in _listed(folder / "pictures") if _picture(each.name))
    return {name: face for name, each in (*scenes, *pictures) if (face := _face(each))}


def folders(path: Path) -> dict[Path, tuple[int, int]]:
    """Return the folders in which own files lie, links followed, each with what tells it from one of the same name."""
    folder = _folder(path)
    found: dict[Path, tuple[int, int]] = {}
    for each in (folder, folder / "pictures"):
        try:
            status = each.stat()
        except OSError:
            continue
        if each.is_dir():
            found[each.resolve()] = (status.st_dev, status.st_ino)
    return found


def _folder(path: Path) -> Path:
    """Return the folder of a story; one that has just vanished is told from a scene by its name."""
    return path.parent if path.suffix in _YAML and not path.is_dir() else path


def _own(name: str, alone: str) -> bool:
    if name.startswith("."):
        return False
    return name in _BESIDE or (name == alone if alone else name.endswith(_YAML))


def _picture(name: str) -> bool:
    return not name.startswith(".") and name.lower().endswith(".png")


def _listed(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except OSError:
        return


def _face(entry: os.DirEntry[str]) -> Face | None:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    return Face(status.st_mtime_ns, status.st_size, status.st_ino)
