"""`compare-stories`: what becomes of kept runs when a new version of a story takes the place of an old one."""

from __future__ import annotations

import argparse

from game.language import N_, _

HELP = N_("Tell which kept runs of an old version of a story a new one cannot go on with, and what would mend it.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `compare-stories` takes."""
    parser.add_argument(
        "old", metavar="OLD", help=_("the older version: a folder, a pack, a scene file, or a shipped story's name")
    )
    parser.add_argument("new", metavar="NEW", help=_("the newer version, named in the same ways"))
    parser.add_argument("--json", action="store_true", help=_("print what was found as JSON"))
    parser.add_argument("-v", "--verbose", action="store_true", help=_("leave nothing out"))
    seconds = _("stop after so many seconds, and say so (60 if not given)")
    parser.add_argument("--seconds", metavar="N", type=float, default=60.0, help=seconds)


def run(args: argparse.Namespace) -> int:
    """Compare two versions; returns 1 unless every old run goes on. Raises `Refusal` for one that cannot be played."""
    from game.authoring.compare.comparison import compare  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.authoring.compare.report import Versions, report  # noqa: PLC0415
    from game.authoring.whereabouts import Whereabouts  # noqa: PLC0415
    from game.insight.exact.limits import Limits  # noqa: PLC0415
    from game.library import Library  # noqa: PLC0415
    from game.verbs.out import say  # noqa: PLC0415

    libraries = Library(args.old), Library(args.new)
    (old, old_loaded), (new, new_loaded) = (library.story(library.first()) for library in libraries)
    found = compare(old, new, Limits(seconds=args.seconds))
    versions = Versions(found, Whereabouts(old_loaded, old), Whereabouts(new_loaded, new))
    if args.json:
        import json  # noqa: PLC0415

        say(json.dumps(versions.as_json(), ensure_ascii=False, indent=2) + "\n")
    else:
        say(report(versions, verbose=args.verbose))
    return 0 if found.safe else 1
