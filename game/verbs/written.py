"""Writing a page where the command line says."""

from __future__ import annotations

import sys
from pathlib import Path

from game.host import Refusal
from game.language import _


def write_page(file: Path, page: str) -> int:
    """Write a page whole or not at all, and say where; returns the exit status. Raises `Refusal` or `CannotKeep`."""
    check_name(file)
    return _write(file, page)


def write_table(file: Path, table: str) -> int:
    """Write a table whole or not at all, and say where; returns the exit status. Raises `Refusal` or `CannotKeep`."""
    if file.suffix.lower() != ".csv":
        raise Refusal(_("“{file}” is no name for a table: end it in .csv.").format(file=file.name))
    return _write(file, table)


def check_name(file: Path) -> None:
    """See to it that a page will be opened as one, before anything is worked out for it. Raises `Refusal`."""
    if file.suffix.lower() not in (".html", ".htm"):
        raise Refusal(_("“{file}” is no name for a page: end it in .html.").format(file=file.name))


def _write(file: Path, text: str) -> int:
    from game.runs.disk import Disk  # noqa: PLC0415  # only verbs that write a page need it
    from game.runs.files import write  # noqa: PLC0415

    write(file, text.encode(), Disk(), previous=False)
    sys.stdout.write(_("Written: {file}").format(file=file) + "\n")
    return 0
