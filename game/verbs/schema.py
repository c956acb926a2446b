"""`schema`: the format as a JSON Schema, for editors that complete and check YAML."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from game.language import N_, _

HELP = N_("Print the format as a JSON Schema, for editors that complete and check YAML.")

_KINDS = ("story", "scene", "pictures", "plays")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `schema` takes."""
    kind = _("the kind of file that it describes: story, scene, pictures or plays; without it, all")
    parser.add_argument("kind", metavar="KIND", nargs="?", choices=_KINDS, help=kind)
    out = _("a file to write it to; or a folder, for a file of each kind")
    parser.add_argument("-o", dest="place", metavar="PLACE", type=Path, help=out)


def run(args: argparse.Namespace) -> int:
    """Print the schema, or write it. Raises `CannotKeep`."""
    from game.authoring.json_schema import file_name, schema_text  # noqa: PLC0415  # the verb's own parts

    place: Path | None = args.place
    if place is None:
        sys.stdout.write(schema_text(args.kind))
    elif place.is_dir():
        for kind in (args.kind,) if args.kind else _KINDS:
            _write(place / file_name(kind), schema_text(kind))
    else:
        _write(place, schema_text(args.kind))
    return 0


def _write(file: Path, text: str) -> None:
    from game.runs.disk import Disk  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.runs.files import write  # noqa: PLC0415

    write(file, text.encode(), Disk(), previous=False)
    sys.stdout.write(_("Written: {file}").format(file=file) + "\n")
