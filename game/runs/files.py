"""Files that are whole at every instant: reading without waiting, writing without a moment in between.

1. New bytes go to a temporary file in the same folder; they are synced and closed before anything else is touched.
2. The file as it was becomes `NAME.previous`, by a second name for it where the disk has such, else by a copy.
3. Then the temporary file is renamed over `NAME`, and the folder is synced. So at every instant, whatever stops the
   game, `NAME` is the newest or the one before it, and is whole; `NAME.previous` is whole too.
4. Leftovers of a game that was killed are removed by the next one that holds the file's lock; their names are ours.
5. Only plain files are read or replaced: a pipe, a device, a folder and a dangling link are refused, never waited for.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import stat
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final

from game.language import _
from game.runs.disk import Disk
from game.runs.strict import LIMIT, too_large
from game.runs.trouble import CannotKeep, CannotRead, NoFile, cannot_keep, cannot_read, shown

PREVIOUS: Final = ".previous"
DAMAGED: Final = ".damaged"
EARLIER: Final = ".earlier"

_LONGEST_NAME: Final = 255
_LONGEST_SUFFIX: Final = 24
_SHORTENED: Final = 24
_OPENING: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_TEMPORARY: Final = re.compile(r"\.(?P<name>.+)\.[0-9a-f]{16}\.tmp")


def read(path: Path) -> bytes:
    """Return what a plain file of at most `LIMIT` bytes holds. Raises `CannotRead`, `NoFile` if nothing is there."""
    try:
        _refuse_special(path.stat().st_mode, path)
        handle = os.open(path, _OPENING)
        with os.fdopen(handle, "rb") as file:
            about = os.fstat(handle)
            _refuse_special(about.st_mode, path)
            if about.st_size > LIMIT:
                raise CannotRead(too_large(about.st_size))
            return file.read(LIMIT + 1)
    except FileNotFoundError as error:
        if path.is_symlink():
            raise _not_plain(path) from None
        raise NoFile(_("There is no file {file}.").format(file=shown(path))) from error
    except (OSError, ValueError) as error:
        raise cannot_read(path, error) from error


def write(path: Path, data: bytes, disk: Disk, *, previous: bool = True) -> None:
    """Put `data` in the place of what `path` holds, which becomes `NAME.previous`. Raises `CannotKeep`."""
    try:
        there = _is_there(path)
        fresh = written(path, data, disk)
        try:
            if there and previous:
                _second_name(path, beside(path, PREVIOUS), disk)
            disk.replace(fresh, path)
        finally:
            discard(fresh, disk)
        disk.sync_folder(path.parent)
    except (OSError, ValueError) as error:
        raise cannot_keep(path, error) from error


def set_aside(path: Path, suffix: str, disk: Disk) -> Path:
    """Keep what `path` holds under a free name beside it as well, and return that name. Raises `CannotKeep`."""
    try:
        aside = next(each for each in _asides(path, suffix) if not os.path.lexists(each))
        _second_name(path, aside, disk)
        disk.sync_folder(path.parent)
    except (OSError, ValueError, CannotRead) as error:
        raise cannot_keep(path, error) from error
    return aside


def beside(path: Path, suffix: str) -> Path:
    """Return the place of what belongs to `path`; a name that would grow too long is shortened, always the same way."""
    return path.with_name(_stem(path) + suffix)


def hidden(path: Path, suffix: str) -> Path:
    """Return the place of what belongs to `path` and is not for the reader: its name begins with a dot."""
    return path.with_name(f".{_stem(path)}{suffix}")


def leftover_of(name: str) -> str | None:
    """Return the name of the file that a temporary one was for; None if `name` is no temporary name of ours."""
    found = _TEMPORARY.fullmatch(name)
    return found["name"] if found else None


def sweep(path: Path) -> None:
    """Remove temporary files that were for `path`. Only for whoever holds its lock: then nobody is writing them."""
    ours = _stem(path)
    with contextlib.suppress(OSError):
        for place in list(path.parent.iterdir()):
            if leftover_of(place.name) == ours and not place.is_dir():
                place.unlink()


def belongings(path: Path) -> tuple[Path, ...]:
    """Return every file there is that belongs to the one at `path`."""
    own = re.compile(rf"\.?{re.escape(path.name)}(?:\.previous|\.damaged(?:-[0-9]+)?|\.lock|\.[0-9a-f]{{16}}\.tmp)?")
    try:
        return tuple(sorted(place for place in path.parent.iterdir() if own.fullmatch(place.name)))
    except (OSError, ValueError):
        return ()


def resolved(path: Path) -> Path:
    """Return the place that a link leads to, so that a link stays one when its file is replaced."""
    try:
        real = Path(os.path.realpath(path))
        return path.absolute() if path.is_symlink() and not real.exists() else real
    except (OSError, ValueError) as error:
        raise cannot_read(path, error) from error


def _stem(path: Path) -> str:
    name = os.fsencode(path.name)
    if len(name) + _LONGEST_SUFFIX > _LONGEST_NAME:
        return hashlib.sha256(name).hexdigest()[:_SHORTENED]
    return path.name


def _is_there(path: Path) -> bool:
    try:
        _refuse_special(os.lstat(path).st_mode, path)
    except FileNotFoundError:
        return False
    except CannotRead as refused:
        raise CannotKeep(str(refused)) from None
    return True


def _refuse_special(mode: int, path: Path) -> None:
    if not stat.S_ISREG(mode):
        raise _not_plain(path)


def _not_plain(path: Path) -> CannotRead:
    return CannotRead(
        _("{file} is no plain file: a folder, a device, a pipe or a dangling link.").format(file=shown(path))
    )


def _temporary(path: Path) -> Path:
    return hidden(path, f".{os.urandom(8).hex()}.tmp")


def _asides(path: Path, suffix: str) -> Iterator[Path]:
    yield beside(path, suffix)
    yield from (beside(path, f"{suffix}-{number}") for number in count(2))


def written(path: Path, data: bytes, disk: Disk) -> Path:
    """Write `data` to a temporary file beside `path`, synced and closed, and return it. Raises `OSError`."""
    fresh = _temporary(path)
    make(fresh, data, disk)
    return fresh


def make(path: Path, data: bytes, disk: Disk) -> None:
    """Write a file that was not there, synced and closed; one that cannot be finished is removed. Raises `OSError`."""
    handle = disk.create(path)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[disk.write(handle, rest) :]
            disk.sync(handle)
        finally:
            disk.close(handle)
    except BaseException:
        discard(path, disk)
        raise


def _second_name(path: Path, second: Path, disk: Disk) -> None:
    other = _temporary(path)
    try:
        disk.link(path, other)
    except OSError:
        # FAT and some network disks know no second names.
        other = written(path, path.read_bytes(), disk)
    try:
        disk.replace(other, second)
    finally:
        # Renaming between two names of one file does nothing, so the first of them may still be there.
        discard(other, disk)


def discard(fresh: Path, disk: Disk) -> None:
    """Remove a file that is not wanted any more, if it is still there."""
    with contextlib.suppress(OSError):
        disk.remove(fresh)
