"""A guard over a process: what it opens, runs or connects to that it has no business with (PEP 578, audit events).

What a C library opens by itself raises no event. So the game opens every file itself and hands on its bytes; that is
held elsewhere (`test_let_in.py`).
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import game

ROOT: Final = Path(game.__file__).parents[1]
OWN: Final = tuple(
    os.path.realpath(each)
    for each in (ROOT, sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"), sysconfig.get_path("platlib"))
)
"""What the game and Python bring along, which may be read."""

FORBIDDEN: Final = (
    *("socket.", "subprocess.", "ctypes.", "os.exec", "os.spawn", "os.posix_spawn", "os.system", "os.fork", "pty."),
    *("pickle.", "marshal.", "webbrowser.", "ftplib.", "smtplib.", "urllib.", "http.", "winreg.", "os.putenv"),
    *("exec", "compile", "import", "code.", "sys.setprofile", "sys.settrace", "signal.pthread_kill", "os.kill"),
)
CHANGING: Final = (
    *("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.symlink", "os.link", "os.truncate", "os.chmod"),
    *("os.chown", "os.utime", "shutil."),
)
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Guard:
    """Keeps what happens that must not, while `on`. It can never be taken off again, so it belongs in a child."""

    def __init__(self, room: Path) -> None:
        self.room = os.path.realpath(room)
        self.on = False
        self.found: list[str] = []
        self.opened: set[str] = set()
        sys.addaudithook(self._hear)

    def _hear(self, event: str, args: tuple[Any, ...]) -> None:
        if not self.on:
            return
        self.on = False
        try:
            self.found += [f"{event}: {each}" for each in self._judged(event, args)]
        finally:
            self.on = True

    def _judged(self, event: str, args: tuple[Any, ...]) -> Iterator[str]:
        """Yield what is wrong with an event."""
        if event == "open":
            yield from self._opening(*args)
        elif event.startswith(CHANGING):
            yield from (each for each in _paths(args) if not self._inside(each))
        elif event.startswith(FORBIDDEN):
            yield ascii(args)[:200]

    def _opening(self, path: object, _mode: object, flags: object) -> Iterator[str]:
        if isinstance(path, int):
            return
        name = os.fsdecode(path) if isinstance(path, (str, bytes, os.PathLike)) else str(path)
        writes = isinstance(flags, int) and bool(flags & _WRITING)
        self.opened.add(name)
        if not self._inside(name) and (writes or not _among(OWN, name)):
            yield f"{'to write ' if writes else ''}{name!r}"

    def _inside(self, name: str | bytes) -> bool:
        # The link itself may be looked at, removed or replaced; what it leads to may not be opened.
        return _among((self.room,), os.fsdecode(name))


def _paths(args: tuple[Any, ...]) -> Iterator[str]:
    """Yield the paths that an event speaks of; a name is one in the folder whose handle follows it."""
    handles = [f"/proc/self/fd/{each}" for each in args if type(each) is int and each >= 0]
    for each in args:
        if isinstance(each, (str, bytes)):
            yield str(Path(*handles[-1:], os.fsdecode(each)))


def _among(folders: tuple[str, ...], name: str) -> bool:
    real = os.path.realpath(name)
    return any(real == folder or real.startswith(folder + os.sep) for folder in folders)
