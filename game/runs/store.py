"""The journal of runs: a folder with a file for each, numbered in the order in which they were begun.

1. A name is the story's id and a number: `our-year-0007.json`. The number orders, never the clock.
2. Nothing in a name says how a run ended or who played it.
3. A broken file is listed with its sentence and never spoils the others.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.language import _
from game.runs import files
from game.runs.disk import Disk
from game.runs.kept import Loaded, RunFile
from game.runs.run import BadRun, Run
from game.runs.trouble import AlreadyOpen, CannotKeep, CannotRead, NoFile, cannot_keep, cannot_read, shown
from game.story.names import STORY_ID_PATTERN

_KEY: Final = re.compile(rf"{STORY_ID_PATTERN.pattern}-[0-9]{{4,9}}\.json")
_OWN: Final = re.compile(
    rf"\.?(?P<key>{_KEY.pattern})(?:\.previous|\.(?:damaged|earlier)(?:-[0-9]+)?|\.lock|\.[0-9a-f]{{16}}\.tmp)?"
)
_ATTEMPTS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Listed:
    """A run of the journal. `trouble` says what is wrong with its file; `run` is None if it cannot be opened."""

    key: str
    number: int
    story: str
    run: Run | None
    trouble: str | None = None


class Store:
    """The journal in `folder`, which is made when the first run is begun."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self.folder = folder
        self._disk = disk or Disk()
        self._open: dict[str, RunFile] = {}

    def new_key(self, story_id: str) -> str:
        """Return a name for a new run, which this window holds from now on. Raises `CannotKeep`."""
        try:
            self._make_folder()
            first = 1 + max(map(_number, self.keys()), default=0)
            for number in range(first, first + _ATTEMPTS):
                key = f"{story_id}-{number:04}.json"
                # If another window begins a run at this very moment, it has the number.
                with contextlib.suppress(AlreadyOpen):
                    self.file(key).hold()
                    return key
        except CannotRead as refused:
            raise CannotKeep(str(refused)) from refused
        raise CannotKeep(_("No new run could be begun in {folder}.").format(folder=shown(self.folder)))

    def file(self, key: str) -> RunFile:
        """Return the file of a run, the same one until it is released. Raises `CannotRead` for what is no key."""
        if not _KEY.fullmatch(key):
            raise NoFile(_("There is no run named {key}.").format(key=shown(Path(key[:80]))))
        if key not in self._open:
            self._open[key] = RunFile(self.folder / key, self._disk)
        return self._open[key]

    def save(self, key: str, run: Run) -> None:
        """Keep a run. Raises `CannotKeep`, and then what was kept before is untouched."""
        self.file(key).save(run)

    def load(self, key: str) -> Loaded:
        """Open a run, or the one before it if it is damaged. Raises `AlreadyOpen`, `BadRun`, `CannotRead`."""
        return self.file(key).open(revive=True)

    def release(self, key: str) -> None:
        """Let other windows open a run."""
        if key in self._open:
            self._open.pop(key).release()

    def close(self) -> None:
        """Release every run that is open."""
        for key in list(self._open):
            self.release(key)

    def delete(self, key: str) -> None:
        """Delete a run and everything kept beside it; whoever calls has asked. Raises `AlreadyOpen`, `CannotKeep`."""
        self.file(key).delete()
        self._open.pop(key, None)

    def list(self) -> tuple[Listed, ...]:
        """Return all runs, the latest first. Raises `CannotRead` if there is a folder that cannot be looked into."""
        return tuple(self.latest_first())

    def latest_first(self) -> Iterator[Listed]:
        """Yield all runs as `list` does, but read each one only when it is asked for."""
        names = set(self._names())
        keys = (key for key in self.keys() if not names.isdisjoint((key, key + files.PREVIOUS)))
        yield from map(self._listed, sorted(keys, key=_order, reverse=True))

    def sweep(self) -> None:
        """Remove what a killed game left behind, silently; what another window is using stays. Raises nothing."""
        with contextlib.suppress(CannotRead):
            hidden = filter(None, (_OWN.fullmatch(name) for name in self._names() if name.startswith(".")))
            for key in sorted({found["key"] for found in hidden}):
                with contextlib.suppress(CannotKeep), RunFile(self.folder / key, self._disk) as file:
                    file.hold()

    def belongings(self) -> tuple[Path, ...]:
        """Return every file in the folder that is the journal's own. Raises `CannotRead`."""
        return tuple(self.folder / name for name in sorted(self._names()) if _OWN.fullmatch(name))

    def _names(self) -> tuple[str, ...]:
        try:
            return tuple(place.name for place in self.folder.iterdir())
        except FileNotFoundError:
            return ()
        except (OSError, ValueError) as error:
            raise cannot_read(self.folder, error) from error

    def keys(self) -> set[str]:
        """Return the names of all runs of which anything is there, whole or not. Raises `CannotRead`."""
        return {found["key"] for found in map(_OWN.fullmatch, self._names()) if found}

    def _listed(self, key: str) -> Listed:
        run, trouble = None, None
        try:
            loaded = self.file(key).peek(revive=True)
            run, trouble = loaded.run, loaded.notice
        except (BadRun, CannotRead) as bad:
            trouble = str(bad)
        story, number = key.removesuffix(".json").rsplit("-", 1)
        return Listed(key, int(number), story, run, trouble)

    def _make_folder(self) -> None:
        if self.folder.is_dir():
            return
        try:
            self._disk.make_folder(self.folder)
            self._disk.sync_folder(self.folder.parent)
        except (OSError, ValueError) as error:
            raise cannot_keep(self.folder, error) from error


def _number(key: str) -> int:
    return int(key.removesuffix(".json").rsplit("-", 1)[1])


def _order(key: str) -> tuple[int, str]:
    return _number(key), key
