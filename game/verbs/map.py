"""`map`: a story's graph as a picture, or as a page with the picture in it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from game.language import N_, _

HELP = N_("Draw a story's graph, with its odds, as a picture (.svg) or a page (.html).")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `map` takes."""
    parser.add_argument("story", metavar="STORY", help=_("a folder, a pack, a scene file, or a shipped story's name"))
    out = _("where to write the map; a name that ends in .html makes it a page")
    parser.add_argument("-o", dest="file", metavar="FILE", type=Path, required=True, help=out)
    seconds = _("look at the playthroughs for so many seconds at most (60 if not given)")
    parser.add_argument("--seconds", metavar="N", type=float, default=60.0, help=seconds)


def run(args: argparse.Namespace) -> int:
    """Write the map of a story. Raises `Refusal` or `CannotKeep` if it cannot be."""
    from game.authoring.map import picture  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.authoring.map_page import page  # noqa: PLC0415
    from game.authoring.whereabouts import Whereabouts  # noqa: PLC0415
    from game.host import Refusal  # noqa: PLC0415
    from game.insight.census import census  # noqa: PLC0415
    from game.insight.exact.limits import Limits  # noqa: PLC0415
    from game.library import Library  # noqa: PLC0415
    from game.runs.disk import Disk  # noqa: PLC0415
    from game.runs.files import write  # noqa: PLC0415

    draw = {".svg": picture, ".html": page, ".htm": page}.get(args.file.suffix.lower())
    if draw is None:
        raise Refusal(_("A map is a picture or a page: end the name of its file in .svg or in .html."))
    library = Library(args.story)
    story, loaded = library.story(library.first())
    text = draw(Whereabouts(loaded, story), census(story, Limits(seconds=args.seconds)))
    write(args.file, text.encode(), Disk(), previous=False)
    sys.stdout.write(_("Drawn: {file}").format(file=args.file) + "\n")
    return 0
