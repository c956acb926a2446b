"""`census`: what is true of all playthroughs of a story."""

from __future__ import annotations

import argparse
import sys
import time

from game.language import N_, _

HELP = N_("Tell what is true of all playthroughs of a story: its endings, its odds, what nobody can reach.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `census` takes."""
    parser.add_argument("story", metavar="STORY", help=_("a folder, a pack, a scene file, or a shipped story's name"))
    parser.add_argument("--json", action="store_true", help=_("print the figures as JSON"))
    seconds = _("stop after so many seconds, and say so (60 if not given)")
    parser.add_argument("--seconds", metavar="N", type=float, default=60.0, help=seconds)


def run(args: argparse.Namespace) -> int:
    """Print the census of a story, as a report or as JSON."""
    from game.insight.census import census  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.insight.exact.limits import Limits  # noqa: PLC0415
    from game.library import Library  # noqa: PLC0415

    library = Library(args.story)
    story, loaded = library.story(library.first())
    limits, since = Limits(seconds=args.seconds), time.monotonic()
    found = census(story, limits, helped=True)
    seconds = time.monotonic() - since
    if args.json:
        import json  # noqa: PLC0415

        sys.stdout.write(json.dumps(found.as_json(), indent=2) + "\n")
        return 0
    from game.authoring.census_report import Surveyed, report  # noqa: PLC0415
    from game.authoring.figures import tell  # noqa: PLC0415
    from game.authoring.whereabouts import Whereabouts  # noqa: PLC0415
    from game.insight.advice import advised_dead_zone  # noqa: PLC0415

    advised = advised_dead_zone(story, limits) if found.complete else None
    decided = found.complete and not limits.passed()
    places = Whereabouts(loaded, story)
    tell(sys.stdout, lambda blocks: report(Surveyed(places, found, advised, decided, seconds, blocks)))
    return 0
