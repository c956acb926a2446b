"""Files of the player's choice: a copy of a run, a picture, a page; and where they go unless the player says.

Nothing that is there already is ever written over.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final

from game.host import Refusal
from game.language import _
from game.runs import files
from game.runs.disk import Disk
from game.runs.kept import RunFile
from game.runs.places import VARIABLE, Places, places
from game.runs.run import BadRun, dumps
from game.runs.trouble import CannotKeep, CannotRead, shown

_ENDING: Final = ".json"


def documents(places: Places) -> Path:
    """Return the folder for copies of runs and for pages: the user's documents, or the one beside the runs."""
    from platformdirs import user_documents_path  # noqa: PLC0415  # only who keeps a file needs it

    return _users(user_documents_path, places)


def pictures(places: Places) -> Path:
    """Return the folder for pictures: the user's own, or the one beside the runs."""
    from platformdirs import user_pictures_path  # noqa: PLC0415  # the same

    return _users(user_pictures_path, places)


def keep_picture(data: bytes) -> str:
    """Keep a picture in the folder for pictures; returns where it is, in words. Raises `Refusal`."""
    return _("The picture is here: {file}").format(file=shown(_dated(pictures, "me-and-we", ".png", data)))


def keep_page(name: str, data: bytes) -> str:
    """Keep a page in the folder for documents; returns where it is, in words. Raises `Refusal`."""
    return _("The page is here: {file}").format(file=shown(_dated(documents, name, ".html", data)))


def copy(file: RunFile, place: str) -> Path:
    """Write a copy of a run to a place that was typed, and return where it is. Raises `Refusal`."""
    target = typed(place)
    # Of a name that is too long, `Path` would raise.
    if os.path.isdir(target):  # noqa: PTH112  # as said
        target /= file.path.name
    target = target if target.suffix else target.with_suffix(_ENDING)
    try:
        data = dumps(file.peek(revive=True).run)
    except (BadRun, CannotRead) as trouble:
        raise Refusal(str(trouble)) from trouble
    return write(target, data)


def write(target: Path, data: bytes) -> Path:
    """Write a new file whole or not at all, and return where it is. Raises `Refusal`, also if one is there already."""
    if os.path.lexists(target):
        raise Refusal(_("There is a file {file} already. Choose another name.").format(file=shown(target)))
    try:
        files.write(target, data, Disk(), previous=False)
    except CannotKeep as trouble:
        raise Refusal(str(trouble)) from trouble
    return target


def typed(place: str) -> Path:
    """Return the place that was typed, dropped or pasted. Raises `Refusal` if it is none."""
    words = place.strip().strip("\"'")
    if not words:
        raise Refusal(_("No file was named."))
    try:
        return Path(words).expanduser().absolute()
    except (OSError, RuntimeError, ValueError) as error:
        raise Refusal(_("“{place}” is no place for a file.").format(place=shown(Path(words)))) from error


def free(folder: Path, name: str, ending: str) -> Path:
    """Return a name with today's date that is still free in a folder."""
    dated = f"{name} {datetime.now().astimezone():%Y-%m-%d %H.%M}"
    names = (f"{dated}{f' ({number})' if number > 1 else ''}{ending}" for number in count(1))
    return next(place for each in names if not os.path.lexists(place := folder / each))


def _dated(folder: Callable[[Places], Path], name: str, ending: str, data: bytes) -> Path:
    try:
        return write(free(folder(places()), name, ending), data)
    except CannotKeep as trouble:
        raise Refusal(str(trouble)) from trouble


def _users(folder: Callable[[], Path], places: Places) -> Path:
    """Return a folder of the user's; the one beside the runs if there is none, or if all shall be in one place."""
    if not os.environ.get(VARIABLE, "").strip():
        try:
            if (found := folder()).is_dir():
                return found
        except (OSError, RuntimeError):
            pass
    beside = places.runs.parent
    try:
        beside.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        # Writing will tell why it cannot be.
        return beside
    return beside
