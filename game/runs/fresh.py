"""New files in a folder, all of them or none; a file that is there already is never written over."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from game.runs.trouble import cannot_keep


def make(folder: Path, files: Mapping[Path, str]) -> None:
    """Write texts into a folder, by their paths in it, and make the folders that this takes.

    Raises `CannotKeep`; what was made until then is removed again.
    """
    made: list[Path] = []
    place = folder
    try:
        for file, text in files.items():
            place = folder / file
            _make_folder(place.parent, made)
            with place.open("x", encoding="utf-8", newline="\n") as opened:
                made.append(place)
                opened.write(text)
    except BaseException as error:
        for each in reversed(made):
            with contextlib.suppress(OSError):
                each.rmdir() if each.is_dir() else each.unlink()
        if isinstance(error, OSError):
            raise cannot_keep(place, error) from error
        raise


def _make_folder(folder: Path, made: list[Path]) -> None:
    if not folder.is_dir():
        folder.mkdir()
        made.append(folder)
