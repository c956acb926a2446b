"""`guide`: the teacher's guide to a story, as a page to read and print."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.language import N_, _

HELP = N_("Write the teacher’s guide to a story: plan, scripts, answer key, and the sheets for the class.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `guide` takes."""
    story = _("a folder, a scene file, a pack, or the name of a shipped story")
    parser.add_argument("story", metavar="STORY", help=story)
    parser.add_argument(
        "-o", dest="page", metavar="PAGE", type=Path, help=_("the page to write (.html); this, or --sheets, or both")
    )
    sheets = _("write the empty table for the sheets before and after (.csv)")
    parser.add_argument("--sheets", metavar="FILE", type=Path, help=sheets)


def run(args: argparse.Namespace) -> int:
    """Write the guide, the table, or both. Raises `Refusal` and `CannotKeep`."""
    from game.classroom.guide import guide  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.classroom.sheets import template  # noqa: PLC0415
    from game.host import Refusal  # noqa: PLC0415
    from game.library import Library  # noqa: PLC0415
    from game.verbs.written import check_name, write_page, write_table  # noqa: PLC0415

    if not args.page and not args.sheets:
        raise Refusal(_("Say where to write it: -o PAGE.html for the guide, --sheets FILE.csv for the empty table."))
    if args.page:
        check_name(args.page)
    if args.sheets:
        _check_sheets(args.sheets, template())
    library = Library(args.story)
    story, loaded = library.story(library.first())
    if args.page:
        write_page(args.page, guide(story, Path(args.story).name, loaded.support))
    if args.sheets:
        write_table(args.sheets, template())
    return 0


def _check_sheets(file: Path, empty: str) -> None:
    """See to it that no table that was filled in is written over. Raises `Refusal`, and `CannotRead` for no file."""
    from game.host import Refusal  # noqa: PLC0415
    from game.runs.files import read  # noqa: PLC0415

    if file.exists() and read(file) != empty.encode():
        sentence = _(
            "{file} is there already, and is not the empty table. Name another file, so that no sheet is lost."
        )
        raise Refusal(sentence.format(file=file))
