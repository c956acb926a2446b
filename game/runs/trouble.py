"""What can go wrong between the game and a disk, each as one sentence for the reader."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from game.language import N_, _


class CannotKeep(Exception):  # noqa: N818  # named for what it is: the reader sees the sentence, not the name
    """Something could not be written; `str()` is one sentence. What was there before is untouched."""


class AlreadyOpen(CannotKeep):
    """Another window has the file open."""


class CannotRead(Exception):  # noqa: N818  # the same
    """A file could not be read; `str()` is one sentence."""


class NoFile(CannotRead):
    """There is nothing of that name."""


_REASONS: Final[Mapping[int, str]] = {
    errno.ENOSPC: N_("the disk is full"),
    getattr(errno, "EDQUOT", errno.ENOSPC): N_("the disk is full"),
    errno.EFBIG: N_("the disk is full"),
    errno.EROFS: N_("the disk can only be read"),
    errno.EACCES: N_("there is no permission for it"),
    errno.EPERM: N_("there is no permission for it"),
    errno.ENOENT: N_("the folder does not exist"),
    errno.ENOTDIR: N_("the folder does not exist"),
    errno.EISDIR: N_("it is a folder"),
    errno.ELOOP: N_("the link leads nowhere"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EIO: N_("the disk reports an error"),
}


def reason(error: Exception) -> str:
    """Return why an error of the system happened, as the end of a sentence."""
    number = error.errno if isinstance(error, OSError) else None
    if number is not None and number in _REASONS:
        return _(_REASONS[number])
    return _("the system refused it (error {number})").format(number=number or type(error).__name__)


def shown(path: Path) -> str:
    """Return a path so that it can stand in a sentence: nothing in it is hidden, and nothing can steer a terminal."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in str(path))


def cannot_keep(path: Path, error: Exception) -> CannotKeep:
    """Return what to raise when `path` could not be written."""
    sentence = _("{file} could not be written: {why}. What was kept before is untouched.")
    return CannotKeep(sentence.format(file=shown(path), why=reason(error)))


def cannot_delete(path: Path, error: Exception) -> CannotKeep:
    """Return what to raise when `path` could not be deleted."""
    return CannotKeep(_("{file} could not be deleted: {why}.").format(file=shown(path), why=reason(error)))


def cannot_read(path: Path, error: Exception) -> CannotRead:
    """Return what to raise when `path` could not be read."""
    return CannotRead(_("{file} could not be read: {why}.").format(file=shown(path), why=reason(error)))
