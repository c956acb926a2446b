"""A pack as a shelf: a story's files straight out of the archive in memory; nothing is ever unpacked to a disk.

1. The file is read once, whole (it is bounded), so nobody can change it under a play.
2. The story's files may stand at the top, or all in one folder. The folder names the story, as on a disk; without one
   the pack's own name does.
3. What belongs to no story is never opened, and told; what a system leaves behind is passed over in silence.
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Literal

from game.authoring.build.report import nearest
from game.authoring.packs import archive, names
from game.authoring.packs.fault import Fault, RefusedPackError, seen
from game.authoring.places import Span
from game.authoring.problems import Problem, problem
from game.authoring.read import LARGEST, Found, decode
from game.authoring.shelf import Kind
from game.language import _

_START: Final = Span(1, 1)
_MOST_NAMED: Final = 6
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Packed:
    """A file in a pack, to be read when it is needed."""

    archive: zipfile.ZipFile
    entry: zipfile.ZipInfo

    def open(self, _mode: Literal["rb"]) -> BinaryIO:
        """Return the file's bytes. Raises `ValueError` if they are not what was declared."""
        try:
            return io.BytesIO(archive.content(self.archive, self.entry))
        except RefusedPackError as refused:
            raise ValueError(seen(self.entry.orig_filename)) from refused


@dataclass(frozen=True, slots=True)
class Pack:
    """An open pack. `files` are the story's by their names from its folder; `ignored` are those that are no part."""

    name: str
    before: str
    archive: zipfile.ZipFile
    files: Mapping[str, zipfile.ZipInfo]
    ignored: tuple[str, ...]

    def shown(self, file: str) -> str:
        """Return the pack's path with the file's name behind it."""
        return f"{self.before}/{file}" if file else self.before

    def names(self, folder: str = "") -> list[str]:
        """Return what lies in a folder of the story, sorted."""
        before = f"{folder}/" if folder else ""
        inside = (name.removeprefix(before) for name in self.files if name.startswith(before))
        return sorted({name.partition("/")[0] for name in inside})

    def kind(self, file: str) -> Kind:
        """Return what lies under a name."""
        if file in self.files:
            return "file"
        return "folder" if any(name.startswith(f"{file}/") for name in self.files) else "absent"

    def size(self, file: str) -> int:
        """Return how many bytes a file has once it is open."""
        return self.files[file].file_size

    def text(self, file: str) -> Found:
        """Read a file."""
        entry, shown = self.files.get(file), self.shown(file)
        if entry is None:
            return None, (problem("no-such-file", shown, _START),)
        if entry.file_size > LARGEST:
            return None, (problem("file-too-large", shown, _START, limit=LARGEST // 1_000_000),)
        return decode(archive.content(self.archive, entry), shown)

    def file(self, file: str) -> Packed:
        """Return a file that can be opened later."""
        return Packed(self.archive, self.files[file])


def pack_at(path: Path) -> Pack:
    """Open the pack in a file. Raises `RefusedPackError`, and `OSError` if the file cannot be read."""
    return pack_in(_bytes(path), path.stem, str(path))


def pack_in(data: bytes, name: str, called: str) -> Pack:
    """Open the pack in some bytes; `name` is the story's if no folder in it says another. Raises `RefusedPackError`."""
    found = archive.opened(data, called)
    entries = {entry.orig_filename: entry for entry in found.infolist() if not entry.orig_filename.endswith("/")}
    every = [each for each in entries if not names.leftover(each)]
    try:
        top = names.top(every)
    except LookupError as several:
        raise RefusedPackError(Fault("pack-two-stories", {"found": called, "where": _listed(several.args)})) from None
    if top is None:
        raise RefusedPackError(Fault("pack-no-story", {"found": called, "near": nearest("story.yaml", every)}))
    files = {each.removeprefix(top): entries[each] for each in every if each.startswith(top)}
    kept = {each: entry for each, entry in files.items() if names.belongs(each)}
    spare = [each for each in every if not (each.startswith(top) and each.removeprefix(top) in kept)]
    for entry in kept.values():
        archive.content(found, entry)
    return Pack(top.removesuffix("/") or name, called, found, kept, tuple(spare))


def told(refused: RefusedPackError, shown: str) -> tuple[Problem, ...]:
    """Return what is wrong with a pack as problems."""
    return tuple(dict.fromkeys(problem(each.rule, shown, _START, **each.details) for each in refused.faults))


def spare(pack: Pack) -> tuple[Problem, ...]:
    """Return what is to be said of the files that are no part of the story."""
    if not pack.ignored:
        return ()
    return (problem("pack-ignored", pack.before, _START, where=_listed(pack.ignored)),)


def _listed(found: tuple[str, ...]) -> str:
    shown = ", ".join(map(seen, sorted(found)[:_MOST_NAMED]))
    more = len(found) - _MOST_NAMED
    return shown + (_(" and {count} more").format(count=more) if more > 0 else "")


def _bytes(path: Path) -> bytes:
    """Return what a file holds, if that is no more than a pack may have. Raises `RefusedPackError` and `OSError`."""
    handle = os.open(path, _FLAGS)
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise RefusedPackError(Fault("pack-not-zip", {"found": str(path), "size": 0}))
        if about.st_size > archive.MOST_ZIPPED:
            raise RefusedPackError(_too_large(path, about.st_size))
        return file.read(about.st_size)


def _too_large(path: Path, size: int) -> Fault:
    limit = f"{archive.MOST_ZIPPED / 1e6:.0f} MB"
    return Fault("pack-too-large", {"found": str(path), "size": f"{size / 1e6:,.0f} MB", "limit": limit})
