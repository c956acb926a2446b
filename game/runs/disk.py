"""The system calls by which a file is kept, in one place.

Everything that changes a folder goes through a `Disk`, so a test can put one there that fails, or stops, at any call.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Final

if sys.platform == "darwin":
    import fcntl  # pragma: no cover  # only a Mac's is needed; the tests put another in its place

_BUSY: Final = (0.02, 0.1, 0.3)
"""Seconds to wait where a virus scanner holds a file for a moment, as happens on Windows."""


class Disk:
    """The real disk. Every method is one system call, or what stands for one on this platform; raises `OSError`."""

    def make_folder(self, folder: Path, mode: int = 0o700) -> None:
        """Make a folder that is the reader's alone unless `mode` says otherwise, and those above it."""
        folder.mkdir(mode=mode, parents=True, exist_ok=True)

    def create(self, path: Path) -> int:
        """Make a file that was not there; returns its handle."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)

    def write(self, handle: int, data: memoryview) -> int:
        """Write some of `data`; returns how many bytes."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Return when a file has reached the medium itself."""
        if sys.platform == "darwin":
            try:
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            except OSError:
                # Some file systems know no full sync; the ordinary one is the best that they have.
                os.fsync(handle)
        else:
            os.fsync(handle)

    def close(self, handle: int) -> None:
        """Close a file; some errors of writing come only here."""
        os.close(handle)

    def link(self, old: Path, new: Path) -> None:
        """Give a file a second name."""
        os.link(old, new)

    def replace(self, old: Path, new: Path) -> None:
        """Rename a file over another, at once."""
        for pause in _BUSY if sys.platform == "win32" else ():
            try:
                return os.replace(old, new)  # noqa: PTH105  # the call's own name: this is a layer of system calls
            except PermissionError:
                time.sleep(pause)
        return os.replace(old, new)  # noqa: PTH105  # the same

    def remove(self, path: Path) -> None:
        """Remove a name of a file."""
        path.unlink()

    def sync_folder(self, folder: Path) -> None:
        """Return when a folder's names have reached the medium; Windows has no such call and needs none."""
        if sys.platform == "win32":
            return
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
