"""A disk that writes down every call, and from that every state in which a power cut could leave it.

What a call changed is on the medium once its file, or its folder, was synced. Of what was not, any part may be lost: of
names in every combination, of bytes all, or all but a beginning. kill -9 shows nothing of this: what the system has not
yet brought to the medium survives it.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from tests.runs.disks import QuickDisk

Files = dict[Path, bytes]
Change = tuple[Path, int | None, Path | None]
"""A name, the file that it leads to from now on (None: it is gone), and a name that is gone instead."""


@dataclass
class PowerLog(QuickDisk):
    """A disk that does everything at once, and remembers what of it was sure to stay, call by call."""

    before: Mapping[Path, bytes]
    links: bool = True
    data: dict[int, bytes] = field(default_factory=dict)
    synced: dict[int, bytes] = field(default_factory=dict)
    names: dict[Path, int] = field(default_factory=dict)
    kept: dict[Path, int] = field(default_factory=dict)
    unsynced: list[Change] = field(default_factory=list)
    open: dict[int, int] = field(default_factory=dict)
    states: list[Files] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Take what lies there as long since on the medium."""
        for number, (path, data) in enumerate(self.before.items()):
            self.data[number] = self.synced[number] = data
            self.names[path] = self.kept[path] = number

    def create(self, path: Path) -> int:
        """Make a file."""
        handle, number = super().create(path), len(self.data)
        self.open[handle], self.data[number] = number, b""
        self._change((path, number, None))
        return handle

    def write(self, handle: int, data: memoryview) -> int:
        """Take half of the bytes, as a system may."""
        count = super().write(handle, data[: max(1, len(data) // 2)])
        self.data[self.open[handle]] += bytes(data[:count])
        self._remember()
        return count

    def sync(self, handle: int) -> None:
        """Bring a file's bytes to the medium."""
        number = self.open[handle]
        self.synced[number] = self.data[number]
        self._remember()

    def close(self, handle: int) -> None:
        """Close a file: that brings nothing to the medium."""
        super().close(handle)
        self.open.pop(handle)

    def link(self, old: Path, new: Path) -> None:
        """Give a file a second name."""
        if not self.links:
            raise OSError(errno.EPERM, "no second names here")
        super().link(old, new)
        self._change((new, self.names[old], None))

    def replace(self, old: Path, new: Path) -> None:
        """Rename; between two names of one file nothing happens."""
        super().replace(old, new)
        if self.names[old] != self.names.get(new):
            self._change((new, self.names[old], old))

    def remove(self, path: Path) -> None:
        """Remove a name."""
        super().remove(path)
        self._change((path, None, None))

    def sync_folder(self, folder: Path) -> None:
        """Bring a folder's names to the medium."""
        sure = [each for each in self.unsynced if each[0].parent == folder]
        for change in sure:
            self._apply(self.kept, change)
        self.unsynced = [each for each in self.unsynced if each not in sure]
        self._remember()

    def _change(self, change: Change) -> None:
        self._apply(self.names, change)
        self.unsynced.append(change)
        self._remember()

    @staticmethod
    def _apply(names: dict[Path, int], change: Change) -> None:
        place, number, gone = change
        if gone is not None:
            names.pop(gone, None)
        names.pop(place, None)
        if number is not None:
            names[place] = number

    def _remember(self) -> None:
        for count in range(len(self.unsynced) + 1):
            for some in combinations(self.unsynced, count):
                names = dict(self.kept)
                for change in some:
                    self._apply(names, change)
                self.states += self._with_bytes(names)

    def _with_bytes(self, names: Mapping[Path, int]) -> Iterator[Files]:
        """Yield the files with the bytes that were synced, and with a beginning of those that were not."""
        sure = {place: self.synced.get(number, b"") for place, number in names.items()}
        yield sure
        half = {place: self.data[number][: len(self.data[number]) // 2] for place, number in names.items()}
        unsure = {place for place, number in names.items() if self.synced.get(number) != self.data[number]}
        if any(half[place] != sure[place] for place in unsure):
            yield {place: half[place] if place in unsure else sure[place] for place in names}
