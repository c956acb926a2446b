"""Several players on one computer: whoever comes later has a folder of their own, beside the runs of the first.

1. A player is a name and the folder that is called by it. The first one has neither: "".
2. Who played last is kept in a file beside those folders. Where it cannot be read, the first one plays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from game.naming import clean_name
from game.runs import files
from game.runs.disk import Disk
from game.runs.places import Places
from game.runs.trouble import CannotRead

_NOT_IN_A_NAME: Final = re.compile(r"[!-,./:-@\[-^`{-~]")
"""Signs of ASCII that some system takes for something else in the name of a folder, and their like."""

_WRITTEN: Final = re.compile(r"%([0-9A-F]{2})")
"""How such a sign is written instead."""


def folder_name(name: str) -> str:
    """Return the name of a player's folder: `name` itself, but for signs that no folder should have."""
    return _NOT_IN_A_NAME.sub(lambda sign: f"%{ord(sign[0]):02X}", name)


def of(kept: Places, name: str) -> Places:
    """Return the places of a player."""
    if not name:
        return kept
    base = kept.players / folder_name(name)
    return Places(base / "runs", base / "settings.json", (base / "runs", base))


def names(kept: Places) -> tuple[str, ...]:
    """Return the names of all players but the first, in the order of the alphabet."""
    return tuple(sorted(_names(kept), key=str.casefold))


def known(kept: Places, name: str) -> str | None:
    """Return the player whom `name` means, however it is capitalised; None if there is none."""
    return next((each for each in names(kept) if each.casefold() == name.casefold()), None)


def latest(kept: Places) -> str:
    """Return who played last, of those who are there."""
    try:
        return known(kept, files.read(_note(kept)).decode("utf-8", "replace").strip()) or ""
    except CannotRead:
        return ""


def note(kept: Places, name: str) -> None:
    """Keep who plays now. Raises `CannotKeep`."""
    files.write(_note(kept), f"{name}\n".encode(), Disk(), previous=False)


def notes(kept: Places) -> tuple[Path, ...]:
    """Return the files there are about who played last."""
    return files.belongings(_note(kept))


def _note(kept: Places) -> Path:
    # No player's folder has a dot in its name.
    return kept.players / "latest.txt"


def _names(kept: Places) -> Iterator[str]:
    try:
        found = [place.name for place in kept.players.iterdir() if place.is_dir() and not place.is_symlink()]
    except OSError:
        return
    for folder in found:
        composed = unicodedata.normalize("NFC", folder)
        name = clean_name(_WRITTEN.sub(lambda sign: chr(int(sign[1], 16)), composed))
        if name and folder_name(name) == composed:
            yield name
