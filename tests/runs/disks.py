"""Disks that fail, stop, or lose their power, each at any call that a test names."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from game.runs.disk import Disk

CALLS = ("make_folder", "create", "write", "sync", "close", "link", "replace", "remove", "sync_folder")
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)


class CrashError(BaseException):
    """The game stops here; nothing that follows in it happens."""


class QuickDisk(Disk):
    """A disk that waits for no medium, where a test is about something else."""

    def sync(self, handle: int) -> None:
        """Return at once."""

    def sync_folder(self, folder: Path) -> None:
        """Return at once."""


class WatchedDisk(QuickDisk):
    """A disk that asks `before` ahead of every call; `calls` are their names in order."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def before(self, call: str) -> None:
        """Do nothing; others raise here."""

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401  # it stands for all of the methods
        """Return a method that is watched."""
        found = super().__getattribute__(name)
        if name not in CALLS:
            return found

        def watched(*args: object) -> object:
            self.calls.append(name)
            if name == "close":
                # A file is closed even if closing it reports an error.
                found(*args)
            self.before(name)
            return found(*args) if name != "close" else None

        return watched


class FailingDisk(WatchedDisk):
    """A disk whose call number `at` (from 1) fails with `error`, and all later ones too if it `stays`."""

    def __init__(self, at: int, error: int, *, stays: bool) -> None:
        super().__init__()
        self.at, self.error, self.stays = at, error, stays

    def before(self, call: str) -> None:
        """Fail if it is time."""
        here = len(self.calls)
        if here == self.at or (self.stays and here > self.at):
            raise OSError(self.error, f"made to fail at {call}")


class StoppingDisk(WatchedDisk):
    """A disk under a game that is killed just before call number `at` (from 1)."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at

    def before(self, _call: str) -> None:
        """Stop here and at everything after."""
        if len(self.calls) >= self.at:
            raise CrashError


class PlainDisk(WatchedDisk):
    """A disk that knows no second names, as FAT."""

    def before(self, call: str) -> None:
        """Refuse links."""
        if call == "link":
            raise OSError(errno.EPERM, "no links here")


@dataclass
class PoweredDisk(Disk):
    """A disk in memory that knows what has reached the medium, so that the power can be cut after any call."""

    links: bool = True
    bytes_of: dict[int, bytes] = field(default_factory=dict)
    synced: dict[int, bytes] = field(default_factory=dict)
    names: dict[Path, int] = field(default_factory=dict)
    kept_names: dict[Path, int] = field(default_factory=dict)
    unsynced: list[tuple[Path, int | None, Path | None]] = field(default_factory=list)
    history: list[list[dict[Path, bytes]]] = field(default_factory=list)

    def create(self, path: Path) -> int:
        """Make a file; its handle is its number."""
        number = len(self.bytes_of)
        self.bytes_of[number] = b""
        self._rename((path, number, None))
        return number

    def write(self, handle: int, data: memoryview) -> int:
        """Take half of the bytes, as a system may."""
        count = max(1, len(data) // 2)
        self.bytes_of[handle] += bytes(data[:count])
        self._remember()
        return count

    def sync(self, handle: int) -> None:
        """Bring a file's bytes to the medium."""
        self.synced[handle] = self.bytes_of[handle]
        self._remember()

    def close(self, handle: int) -> None:
        """Nothing reaches the medium by closing."""

    def link(self, old: Path, new: Path) -> None:
        """Give a second name."""
        if not self.links:
            raise OSError(errno.EPERM, "no links here")
        self._rename((new, self.names[old], None))

    def replace(self, old: Path, new: Path) -> None:
        """Rename at once; between two names of one file nothing happens."""
        if self.names[old] != self.names.get(new):
            self._rename((new, self.names[old], old))

    def remove(self, path: Path) -> None:
        """Remove a name."""
        if path not in self.names:
            raise FileNotFoundError(errno.ENOENT, "gone", str(path))
        self._rename((path, None, None))

    def sync_folder(self, _folder: Path) -> None:
        """Bring all names to the medium."""
        self.kept_names, self.unsynced = dict(self.names), []
        self._remember()

    def _rename(self, change: tuple[Path, int | None, Path | None]) -> None:
        self._apply(self.names, change)
        self.unsynced.append(change)
        self._remember()

    @staticmethod
    def _apply(names: dict[Path, int], change: tuple[Path, int | None, Path | None]) -> None:
        place, number, gone = change
        if gone is not None:
            names.pop(gone, None)
        if number is None:
            names.pop(place, None)
        else:
            names[place] = number

    def _remember(self) -> None:
        self.history.append([self._after(some) for some in self._subsets()])

    def _subsets(self) -> Iterator[tuple[tuple[Path, int | None, Path | None], ...]]:
        for count in range(len(self.unsynced) + 1):
            yield from combinations(self.unsynced, count)

    def _after(self, changes: tuple[tuple[Path, int | None, Path | None], ...]) -> dict[Path, bytes]:
        names = dict(self.kept_names)
        for change in changes:
            self._apply(names, change)
        return {place: self.synced.get(number, b"") for place, number in names.items()}
