"""Where a story's files come from: a folder, or a pack. Whatever reads a story asks a shelf, never the disk.

1. Files are named as they are from the story's own folder: "dinner.yaml", "pictures/kitchen.png".
2. A shelf tells what lies under a name before anybody opens it; nothing but a "file" is to be opened.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from game.authoring.read import Found, read
from game.host import File

Kind: TypeAlias = Literal["absent", "file", "folder", "link", "other"]
"""What lies under a name; "other" is a pipe, a device, or whatever else is no place for words."""


class Shelf(Protocol):
    """The files of one story."""

    @property
    def name(self) -> str:
        """What the story is called: the name of its folder."""

    def shown(self, file: str) -> str:
        """Return how messages call a file; "" is the story's own folder."""

    def names(self, folder: str = "") -> list[str]:
        """Return what lies in a folder, sorted. Raises `OSError` where that may not be seen."""

    def kind(self, file: str) -> Kind:
        """Return what lies under a name."""

    def size(self, file: str) -> int:
        """Return how many bytes a file has. Raises `OSError`."""

    def text(self, file: str) -> Found:
        """Return the lines of a file, and what is wrong with its bytes; nothing is raised."""

    def file(self, file: str) -> File:
        """Return a file that can be opened, now or later."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder on the disk; `before` is what stands before a file's name in a message."""

    path: Path
    before: str

    @property
    def name(self) -> str:
        """The folder's own name, wherever it is looked at from."""
        return self.path.resolve().name

    def shown(self, file: str) -> str:
        """Return the path as whoever named the folder would write it."""
        return f"{self.before}{file}" if file else str(self.path)

    def names(self, folder: str = "") -> list[str]:
        """Return what lies in a folder, sorted. Raises `OSError`."""
        return sorted(each.name for each in (self.path / folder).iterdir())

    def kind(self, file: str) -> Kind:
        """Return what lies under a name; a link is never followed."""
        try:
            mode = os.lstat(self._path(file)).st_mode
        except (OSError, ValueError):
            return "absent"
        if stat.S_ISREG(mode):
            return "file"
        return "link" if stat.S_ISLNK(mode) else "folder" if stat.S_ISDIR(mode) else "other"

    def size(self, file: str) -> int:
        """Return how many bytes a file has. Raises `OSError`."""
        return os.lstat(self._path(file)).st_size

    def text(self, file: str) -> Found:
        """Read a file."""
        return read(self._path(file), self.shown(file))

    def file(self, file: str) -> File:
        """Return the path of a file."""
        return self.path / file

    def _path(self, file: str) -> str:
        # A story has a thousand files, and Path takes as long as the system.
        return f"{self.path}/{file}"


def folder(path: Path) -> Folder:
    """Return the shelf of a folder as it was named."""
    return Folder(path, str(path / "_")[:-1])
