"""Runs and sheets that are handed in: one file each in the folder of a class, whose name says nothing of anybody.

1. A name is the story's id and a word drawn by lot: `flatmates-maple.json`. A file that is there is never written over.
2. A file is whole once it has its last byte; one that could not be finished is removed again.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from game.language import _
from game.runs import files
from game.runs.disk import Disk
from game.runs.run import Run, dumps
from game.runs.trouble import CannotKeep, cannot_keep, shown
from game.runs.words import WORDS

_ATTEMPTS: Final = 100


def hand_in(folder: Path, run: Run, disk: Disk | None = None) -> Path:
    """Write a run into a folder under a new name; returns its place. Raises `CannotKeep` and `BadRun`."""
    return _new(folder, run.story_id, ".json", dumps(run), disk or Disk())


def hand_in_table(folder: Path, kind: str, row: str, disk: Disk | None = None) -> Path:
    """Write a row of a table into a folder, as a file of its own: `before-maple.csv`. Raises `CannotKeep`."""
    return _new(folder, kind, ".csv", f"{row}\r\n".encode(), disk or Disk())


def hand_in_again(place: Path, run: Run, disk: Disk | None = None) -> None:
    """Put a run in the place of the same one as it was handed in before. Raises `CannotKeep` and `BadRun`."""
    files.write(place, dumps(run), disk or Disk(), previous=False)


def _new(folder: Path, kind: str, suffix: str, data: bytes, disk: Disk) -> Path:
    for word in _words():
        place = folder / f"{kind}-{word}{suffix}"
        try:
            files.make(place, data, disk)
        except FileExistsError:
            continue
        except OSError as error:
            raise cannot_keep(place, error) from error
        return place
    raise CannotKeep(_("No free name was found in {folder}. Empty it, or name another.").format(folder=shown(folder)))


def _words() -> Iterator[str]:
    """Yield words drawn by lot: single ones, and once many of those are taken, two at a time."""
    words = WORDS.split()
    for number in (1, 2):
        for _attempt in range(_ATTEMPTS):
            yield "-".join(secrets.choice(words) for _word in range(number))
