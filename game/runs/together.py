"""Several files changed at once, or none of them.

1. All new bytes are written and synced under other names first; only then is anything renamed.
2. Renaming may still fail half-way. What was changed by then is put back, and the sentence says so if even that failed.
3. A file that goes away goes last, when all others are in place and have reached the medium.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from game.language import _
from game.runs.disk import Disk
from game.runs.files import discard, written
from game.runs.trouble import CannotKeep, cannot_keep

_SHARED: Final = 0o777
"""These folders are an author's, who may share them with others."""


def write_all(files: Mapping[Path, bytes | None], disk: Disk) -> None:
    """Give each file its new bytes; None deletes it, and folders are made.

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
        for path, made in fresh.items():
            changed.append(path)
            disk.replace(made, path)
        _sync(fresh, disk)
        for path in gone:
            changed.append(path)
            disk.remove(path)
        _sync(gone, disk)
    except (OSError, ValueError) as error:
        _put_back({each: before[each] for each in changed}, disk)
        raise cannot_keep(path, error) from error
    finally:
        for each in fresh.values():
            discard(each, disk)


def _sync(files: Iterable[Path], disk: Disk) -> None:
    for folder in {each.parent for each in files}:
        disk.sync_folder(folder)


def _put_back(before: Mapping[Path, bytes | None], disk: Disk) -> None:
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
