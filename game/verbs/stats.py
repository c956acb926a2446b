"""`stats`: what a story is made of, in figures."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.language import N_, _

if TYPE_CHECKING:
    from game.authoring.stats.gather import Stats

HELP = N_("Count a story: words and minutes, reading ease, options, patterns, echoes, and what gives answers away.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `stats` takes."""
    parser.add_argument("story", metavar="STORY", help=_("a folder, a pack, a scene file, or a shipped story's name"))
    parser.add_argument("--json", action="store_true", help=_("print the figures as JSON"))
    out = _("write a page with everything (.html), or the picture of patterns by scene (.svg)")
    parser.add_argument("-o", dest="file", metavar="FILE", type=Path, help=out)
    seconds = _("look at the playthroughs for so many seconds at most (60 if not given)")
    parser.add_argument("--seconds", metavar="N", type=float, default=60.0, help=seconds)


def run(args: argparse.Namespace) -> int:
    """Print the statistics of a story, or write them. Raises `Refusal` or `CannotKeep` if they cannot be."""
    from game.authoring.figures import tell  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.authoring.stats.figures import as_json  # noqa: PLC0415
    from game.authoring.stats.gather import gather  # noqa: PLC0415
    from game.authoring.stats.report import report  # noqa: PLC0415
    from game.insight.exact.limits import Limits  # noqa: PLC0415
    from game.library import fairly  # noqa: PLC0415

    draw = _drawing(args.file)
    story, loaded = fairly(args.story)
    found = gather(loaded, story, Limits(states=None, seconds=args.seconds))
    if draw:
        from game.runs.disk import Disk  # noqa: PLC0415
        from game.runs.files import write  # noqa: PLC0415

        write(args.file, draw(found).encode(), Disk(), previous=False)
        sys.stdout.write(_("Written: {file}").format(file=args.file) + "\n")
    elif args.json:
        import json  # noqa: PLC0415

        sys.stdout.write(json.dumps(as_json(found), ensure_ascii=False, indent=2) + "\n")
    else:
        tell(sys.stdout, lambda blocks: report(found, blocks=blocks))
    return 0


def _drawing(file: Path | None) -> Callable[[Stats], str] | None:
    """Return what draws a file of that name; None without a file. Raises `Refusal`."""
    from game.authoring.stats.heat import picture  # noqa: PLC0415  # the same
    from game.authoring.stats.page import page  # noqa: PLC0415
    from game.host import Refusal  # noqa: PLC0415

    draw = {".svg": picture, ".html": page, ".htm": page}.get(file.suffix.lower()) if file else None
    if file and draw is None:
        raise Refusal(_("Statistics are a page or a picture: end the name of the file in .html or in .svg."))
    return draw
