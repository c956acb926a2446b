"""What was read before, in any run: a small file beside the runs, so that a reader can go on to what is new.

1. A paragraph is known by its words as the author wrote them, not by where they stand: a mark of sixteen digits, with
   no names in it. A paragraph that was edited is new again.
2. The file is written as runs are: whole at every instant, and what was there before becomes `NAME.previous`.
3. A damaged file is kept as `NAME.damaged`, and the one before it is taken; one of a newer game is left as it is.
4. Another window may have read something else meanwhile: writing adds to what is there.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from game.language import N_
from game.runs import files, lock, strict
from game.runs.disk import Disk
from game.runs.trouble import CannotKeep, CannotRead, NoFile
from game.story.called import Called
from game.story.events import Event, Said
from game.story.text import plain

KIND: Final = strict.Kind("me-and-we reading", 1, N_("This file does not hold what was read in this game."))

MOST: Final = 40_000
"""Marks that are kept; those that were met longest ago go first. A story of a year has some hundreds."""

_DIGITS: Final = 16
_PATIENCE: Final = 0.5

Marks = dict[str, None]
"""Marks in the order in which they were met first."""


class _Anybody(dict[str, Called]):
    """Names for everybody: their ids, so that a text has the same letters whoever reads it."""

    def __missing__(self, person: str) -> Called:
        return Called(f"{{{person}}}", "they")


_ANYBODY: Final[Mapping[str, Called]] = _Anybody()


def mark(said: Said) -> str:
    """Return the mark of a paragraph: the beginning of the SHA-256 of who says it, how, and its words."""
    letters = "\n".join((said.speaker or "", said.manner or "", plain(said.text, _ANYBODY)))
    return hashlib.sha256(letters.encode()).hexdigest()[:_DIGITS]


@dataclass(slots=True)
class Reading:
    """The marks that are kept at `path`, and those met since. Nothing is read before it is asked for."""

    path: Path
    disk: Disk = field(default_factory=Disk)
    _marks: Marks | None = None

    def knows(self, said: Said) -> bool:
        """Tell whether a paragraph was read before. Raises nothing: what cannot be read is not known."""
        return mark(said) in self._known()

    def add(self, events: Iterable[Event]) -> None:
        """Take all paragraphs among `events` as read, and keep that. Raises `CannotKeep`; they are known all the same.

        Nothing is written if all of them were known.
        """
        new = dict.fromkeys(mark(event) for event in events if isinstance(event, Said))
        if new.keys() <= self._known().keys():
            return
        self._known().update(new)
        with contextlib.suppress(OSError):
            # If the folder cannot be made, writing tells why.
            self.disk.make_folder(self.path.parent)
        held = lock.hold(self.path, patience=_PATIENCE)
        try:
            if held.sure:
                files.sweep(self.path)
            self._write(new)
        finally:
            held.release()

    def _known(self) -> Marks:
        if self._marks is None:
            self._marks = _before(self.path)
        return self._marks

    def _write(self, new: Marks) -> None:
        """Add marks to what is there. Raises `CannotKeep`."""
        try:
            there, whole = _marks(files.read(self.path)), True
        except NoFile:
            there, whole = _before(self.path), True
        except strict.BadFile as bad:
            if bad.newer:
                raise CannotKeep(str(bad)) from bad
            files.set_aside(self.path, files.DAMAGED, self.disk)
            there, whole = _before(self.path), False
        except CannotRead as unread:
            raise CannotKeep(str(unread)) from unread
        files.write(self.path, _dumps({**there, **new}), self.disk, previous=whole)


def _before(path: Path) -> Marks:
    """Return the marks kept at `path`, or in the file before it if that cannot be read."""
    for place in (path, files.beside(path, files.PREVIOUS)):
        try:
            return _marks(files.read(place))
        except (strict.BadFile, CannotRead):
            # It is told when the file is written: until then nobody misses anything.
            continue
    return {}


def _marks(data: bytes) -> Marks:
    found = strict.document(data, KIND).get("marks")
    if not isinstance(found, str) or len(found) % _DIGITS or set(found) - set("0123456789abcdef"):
        raise strict.missing("marks")
    return dict.fromkeys(found[at : at + _DIGITS] for at in range(0, len(found), _DIGITS))


def _dumps(marks: Marks) -> bytes:
    content: dict[str, Any] = {"format": KIND.name, "version": KIND.version, "marks": "".join([*marks][-MOST:])}
    return (json.dumps(content) + "\n").encode()
