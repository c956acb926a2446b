"""One run in its file: open in one window, kept after every answer, with the one before it to fall back on.

1. `open` and `save` hold the file's lock until `release`; `peek` only looks and changes nothing.
2. A damaged file is kept as `NAME.damaged`, and `NAME.previous` takes its place, if that is whole; else it is refused
   and stays as it is. A file of a newer game is refused and stays as it is, whatever lies beside it.
3. A save that would lose answers because the story was edited keeps the run as it was as `NAME.earlier`.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Self

from game.language import _, ngettext
from game.runs import files, lock
from game.runs.disk import Disk
from game.runs.run import BadRun, Run, dumps, loads
from game.runs.trouble import AlreadyOpen, CannotKeep, CannotRead, NoFile, cannot_delete, shown

_ASIDE: Final = re.compile(r"\.previous|\.(?:damaged|earlier)(?:-[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A run from a file. `notice` tells if an older one was taken, `trouble` if this one cannot be kept further."""

    run: Run
    notice: str | None = None
    trouble: str | None = None


class RunFile:
    """The file of one run at `path`, which need not be there yet. Raises `CannotRead` for an impossible path."""

    def __init__(self, path: Path, disk: Disk | None = None) -> None:
        self.path = files.resolved(path)
        self._disk = disk or Disk()
        self._lock: lock.Lock | None = None

    @property
    def held(self) -> bool:
        """Whether this window holds the file."""
        return self._lock is not None

    def hold(self) -> None:
        """Hold the file for this window. Raises `AlreadyOpen`, or `CannotKeep` where nothing can be written."""
        if self._lock is None:
            self._lock = lock.hold(self.path)
            if self._lock.sure:
                files.sweep(self.path)

    def release(self) -> None:
        """Let others open the file."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def open(self, *, revive: bool = False) -> Loaded:
        """Hold the file and return its run, repaired if need be. Raises `AlreadyOpen`, `CannotRead`, `BadRun`.

        A file that is not there is revived from the one before it only if asked: whoever deletes a file means it.
        """
        trouble = self._try_to_hold()
        try:
            loaded = self.peek(revive=revive)
        except (BadRun, CannotRead):
            self.release()
            raise
        if loaded.notice and self.held:
            loaded = replace(loaded, notice=self._repaired(loaded))
        return replace(loaded, trouble=trouble)

    def peek(self, *, revive: bool = False) -> Loaded:
        """Return the run, or the one before it if this one is damaged; changes nothing. Raises as `open` does."""
        try:
            return Loaded(loads(files.read(self.path)))
        except NoFile as absent:
            if not revive:
                raise
            return self._before(absent)
        except BadRun as bad:
            if bad.newer:
                raise
            return self._before(bad)
        except CannotRead as unread:
            return self._before(unread)

    def save(self, run: Run) -> None:
        """Keep a run; what was kept before becomes `NAME.previous`. Raises `CannotKeep`, and then nothing is lost."""
        self.hold()
        try:
            data = dumps(run)
            previous = self._is_worth_keeping(run)
        except (BadRun, CannotRead) as bad:
            sentence = _("The run could not be kept in {file}: {why}")
            raise CannotKeep(sentence.format(file=shown(self.path), why=bad)) from bad
        files.write(self.path, data, self._disk, previous=previous)

    def delete(self) -> None:
        """Delete the run and everything kept beside it, without asking. Raises `AlreadyOpen`, `CannotKeep`."""
        self.hold()
        try:
            for place in (*self.beside(), self.path):
                with contextlib.suppress(FileNotFoundError):
                    self._disk.remove(place)
        except OSError as error:
            raise cannot_delete(self.path, error) from error
        finally:
            self.release()

    def beside(self) -> Iterator[Path]:
        """Yield what is kept beside the file."""
        stem = files.beside(self.path, "").name
        with contextlib.suppress(OSError):
            for place in sorted(self.path.parent.iterdir()):
                if place.name.startswith(stem) and _ASIDE.fullmatch(place.name, len(stem)):
                    yield place

    def __enter__(self) -> Self:
        """Return the file; it is released at the end."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Release the file."""
        self.release()

    def _try_to_hold(self) -> str | None:
        try:
            self.hold()
        except AlreadyOpen:
            raise
        except CannotKeep as trouble:
            return str(trouble)
        return None

    def _before(self, bad: Exception) -> Loaded:
        try:
            run = loads(files.read(files.beside(self.path, files.PREVIOUS)))
        except (BadRun, CannotRead):
            raise bad from None
        return Loaded(run, _told(bad, run))

    def _repaired(self, loaded: Loaded) -> str:
        notice = loaded.notice or ""
        try:
            if self.path.exists():
                aside = files.set_aside(self.path, files.DAMAGED, self._disk)
                notice += " " + _("The damaged file is kept as {name}.").format(name=shown(Path(aside.name)))
            files.write(self.path, dumps(loaded.run), self._disk, previous=False)
        except CannotKeep as trouble:
            notice += f" {trouble}"
        return notice

    def _is_worth_keeping(self, run: Run) -> bool:
        """Tell whether the file that `run` will replace may become the previous one; if not, it is kept elsewhere."""
        try:
            there = loads(files.read(self.path))
        except NoFile:
            return True
        except BadRun as bad:
            if bad.newer:
                raise
            files.set_aside(self.path, files.DAMAGED, self._disk)
            return False
        answers = there.choices
        if there.story_hash != run.story_hash and answers != run.choices[: len(answers)]:
            files.set_aside(self.path, files.EARLIER, self._disk)
        return True


def _told(bad: Exception, run: Run) -> str:
    count = len(run.choices)
    opened = ngettext(
        "Opened instead: the one kept before it, with {count} answer, of {saved}.",
        "Opened instead: the one kept before it, with {count} answers, of {saved}.",
        count,
    )
    return f"{bad} {opened.format(count=count, saved=run.saved)}"
