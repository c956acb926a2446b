"""Several files changed at once, or none of them.

1. All new bytes are written and synced under other names first; only then is anything renamed.
2. Renaming may still fail half-way. What was changed by then is put back, and the sentence says so if even that failed.
3. A file that goes away goes last, when all others are in place and have reached the medium.
4. A folder whose files belong together gets a note before the first of them is renamed, and loses it after the last.
   Whoever is killed in between leaves the note and all new bytes behind, and `finish` does what is left.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from game.language import _
from game.runs.disk import Disk
from game.runs.files import discard, leftover_of, read, written
from game.runs.trouble import CannotKeep, CannotRead, NoFile, cannot_keep

_SHARED: Final = 0o777
"""These folders are an author's, who may share them with others."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be left in a folder while its files change: `path` is the note's, `words` tell what is done."""

    path: Path
    words: str


def write_all(files: Mapping[Path, bytes | None], disk: Disk, note: Note | None = None) -> None:
    """Give each file its new bytes; None deletes it, and folders are made. With a `note` all are in its folder.

    Raises `CannotKeep`; then all is as before.
    """
    before: dict[Path, bytes | None] = {}
    fresh: dict[Path, Path] = {}
    changed: list[Path] = []
    gone = [path for path, data in files.items() if data is None]
    path = Path()
    try:
        for path, data in files.items():
            before[path] = path.read_bytes() if os.path.lexists(path) else None
            if data is not None:
                disk.make_folder(path.parent, _SHARED)
                fresh[path] = written(path, data, disk)
        if note:
            _leave(note, fresh, files, disk)
        for path, made in fresh.items():
            changed.append(path)
            disk.replace(made, path)
        _sync(fresh, disk)
        for path in gone:
            changed.append(path)
            disk.remove(path)
        _sync(gone, disk)
        if note:
            disk.remove(note.path)
    except (OSError, ValueError) as error:
        _put_back({each: before[each] for each in changed}, disk, note)
        raise cannot_keep(path, error) from error
    finally:
        for each in fresh.values():
            discard(each, disk)


def unfinished(path: Path) -> str:
    """Return what was being done when whoever left the note at `path` was stopped; "" if nobody was."""
    try:
        return str(_read(path)["words"])
    except NoFile:
        return ""


def finish(path: Path, disk: Disk) -> str:
    """Do what is left of what the note at `path` tells, and return its words; "" if there is none.

    Raises `CannotKeep`, and `CannotRead` if it is no note of ours.
    """
    try:
        left = _read(path)
    except NoFile:
        return ""
    try:
        for fresh, name in left["fresh"]:
            if os.path.lexists(path.parent / fresh):
                disk.replace(path.parent / fresh, path.parent / name)
        disk.sync_folder(path.parent)
        for name in left["gone"]:
            with contextlib.suppress(FileNotFoundError):
                disk.remove(path.parent / name)
        disk.sync_folder(path.parent)
        disk.remove(path)
    except OSError as error:
        raise cannot_keep(path, error) from error
    return str(left["words"])


def _leave(note: Note, fresh: Mapping[Path, Path], files: Mapping[Path, bytes | None], disk: Disk) -> None:
    gone = [path.name for path, data in files.items() if data is None]
    left = {"words": note.words, "fresh": [[each.name, path.name] for path, each in fresh.items()], "gone": gone}
    disk.sync_folder(note.path.parent)
    written_down = written(note.path, json.dumps(left).encode(), disk)
    try:
        disk.replace(written_down, note.path)
    except OSError:
        discard(written_down, disk)
        raise
    disk.sync_folder(note.path.parent)


def _read(path: Path) -> dict[str, Any]:
    """Return what a note says. It names files of its own folder alone, and the new ones as we name them."""
    try:
        left = json.loads(read(path))
        names = [name for pair in left["fresh"] for name in pair[1:]] + left["gone"]
        ours = all(leftover_of(fresh) == name for fresh, name in left["fresh"])
        if ours and all(Path(name).name == name and name.endswith(".yaml") for name in names):
            return {"words": str(left["words"]), "fresh": left["fresh"], "gone": left["gone"]}
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    raise CannotRead(_("{file} is no note that this game left. Delete it.").format(file=path))


def _sync(files: Iterable[Path], disk: Disk) -> None:
    for folder in {each.parent for each in files}:
        disk.sync_folder(folder)


def _put_back(before: Mapping[Path, bytes | None], disk: Disk, note: Note | None) -> None:
    for path, data in before.items():
        try:
            if data is not None:
                disk.replace(written(path, data, disk), path)
            else:
                with contextlib.suppress(FileNotFoundError):
                    disk.remove(path)
        except OSError as error:
            sentence = _("Half of the files were changed when the disk failed, and {file} could not be put back.")
            raise CannotKeep(sentence.format(file=path)) from error
    if note:
        discard(note.path, disk)
