"""`check`: every problem of a story at once, and every promise that it breaks."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.language import N_, _, ngettext

if TYPE_CHECKING:
    from game.authoring.problems import Problem

HELP = N_("Check stories, scenes and plays: all problems at once, with their places and what to write instead.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `check` takes."""
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", help=_("a folder, a pack, a scene file, or a shipped story's name")
    )
    parser.add_argument("--json", action="store_true", help=_("print the problems as JSON"))


def run(args: argparse.Namespace) -> int:
    """Print the problems; returns 1 if any keeps a story from being played."""
    from game.authoring.load import load  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.authoring.plays.kept import kept  # noqa: PLC0415
    from game.authoring.problems import playable, show  # noqa: PLC0415
    from game.authoring.promises import broken  # noqa: PLC0415
    from game.library import find  # noqa: PLC0415

    paths = [find(path) for path in args.paths]
    loaded = [load(path) for path in paths]
    plays = [kept(each, path) for each, path in zip(loaded, paths, strict=True)]
    found = [
        (*each.problems, *broken(each, helped=True), *more.problems) for each, more in zip(loaded, plays, strict=True)
    ]
    problems = [problem for each in found for problem in each]
    if args.json:
        import json  # noqa: PLC0415

        sys.stdout.write(json.dumps([problem.as_json() for problem in problems], ensure_ascii=False, indent=2) + "\n")
    else:
        sources = [{**each.sources, **more.sources} for each, more in zip(loaded, plays, strict=True)]
        for each, told in zip(sources, found, strict=True):
            sys.stdout.writelines(show(problem, each) + "\n\n" for problem in told)
        sys.stdout.write(summary(problems) + "\n")
        if problems:
            first = next((each for each in problems if each.severity == "error"), problems[0])
            sys.stdout.write(_("To read more of one: me-and-we explain {code}").format(code=first.code) + "\n")
    return 0 if playable(problems) else 1


def summary(problems: Sequence[Problem]) -> str:
    """Return in a line how many problems there are."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return _("No problems.")
    counts = (
        ngettext("{count} error", "{count} errors", errors).format(count=errors),
        ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
    )
    return ", ".join(counts) + "."
