"""A file is open in one window at a time: a lock beside it, which the system frees when the game ends in any way.

The lock is on a hidden file of its own, since the file that it guards is replaced at each save. Where a disk has no
locks, as some network disks, everything works as if nobody else were there.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.language import _
from game.runs import files
from game.runs.trouble import AlreadyOpen, cannot_keep, shown

if sys.platform == "win32":
    import msvcrt  # pragma: no cover  # only Windows has it; the tests put another in its place
else:
    import fcntl

SUFFIX: Final = ".lock"
_ATTEMPTS: Final = 100
_PAUSE: Final = 0.02


@dataclass(slots=True)
class Lock:
    """A lock that is held. `sure` is false where the disk has no locks."""

    place: Path
    handle: int
    sure: bool

    def release(self) -> None:
        """Give the lock back and leave no file behind."""
        if sys.platform != "win32":
            # Removed while it is held: whoever waits for the file that goes notices that it has gone.
            with contextlib.suppress(OSError):
                self.place.unlink()
        with contextlib.suppress(OSError):
            os.close(self.handle)
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self.place.unlink()


def hold(path: Path, patience: float = 0) -> Lock:
    """Return the lock of the file at `path`, waiting up to `patience` seconds while another has it.

    Raises `AlreadyOpen`, or `CannotKeep` where nothing can be written.
    """
    end = time.monotonic() + patience
    while (held := _try(path)) is None:
        if time.monotonic() >= end:
            raise AlreadyOpen(_("{file} is already open in another window.").format(file=shown(path)))
        time.sleep(_PAUSE)
    return held


def _try(path: Path) -> Lock | None:
    place = files.hidden(path, SUFFIX)
    for _attempt in range(_ATTEMPTS):
        try:
            handle = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        except (OSError, ValueError) as error:
            raise cannot_keep(path, error) from error
        taken = _taken(handle)
        if taken is False:
            return None
        if _is_still(place, handle):
            return Lock(place, handle, sure=taken is True)
        os.close(handle)
    return None


def _taken(handle: int) -> bool | None:
    """Try to lock; None means that this disk has no locks. Closes `handle` if another has it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        os.close(handle)
        return False
    except OSError:
        return None
    return True


def _is_still(place: Path, handle: int) -> bool:
    """Tell whether the locked file is the one that stands there: another window may just have removed it."""
    try:
        return os.path.samestat(place.stat(), os.fstat(handle))
    except OSError:
        return False
