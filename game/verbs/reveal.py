"""`reveal`: what a run meant, finished or not."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from game.language import N_, _

HELP = N_("Tell what a kept run meant and why.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `reveal` takes."""
    parser.add_argument("run_file", metavar="RUN", type=Path, help=_("a run file"))
    parser.add_argument("--story", metavar="STORY", help=_("the story, where it is not a shipped one"))
    parser.add_argument("--json", action="store_true", help=_("print the figures as JSON"))
    parser.add_argument("-o", dest="page", metavar="PAGE", type=Path, help=_("write it as a page to read and print"))


def run(args: argparse.Namespace) -> int:
    """Print the reveal of a run, in words or as JSON."""
    from game.insight.reveal import reveal  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.library import Library  # noqa: PLC0415

    library = Library(args.story)
    play = library.look(args.run_file)
    if play.notice:
        sys.stderr.write(f"me-and-we: {play.notice}\n")
    if args.json:
        import json  # noqa: PLC0415

        from game.insight.what_if import PATIENT, in_time  # noqa: PLC0415

        story, picks = play.session.story, play.session.picks
        beside = in_time(story, picks, PATIENT)
        told = {**reveal(story, picks).as_json(), **(beside.as_json() if beside else {})}
        sys.stdout.write(json.dumps(told, indent=2) + "\n")
        return 0
    if args.page:
        from game.classroom.report import report  # noqa: PLC0415
        from game.insight.what_if import in_time  # noqa: PLC0415
        from game.verbs.written import write_page  # noqa: PLC0415

        story, picks = play.session.story, play.session.picks
        return write_page(args.page, report(story, picks, play.support, in_time(story, picks)))
    from game.terminal.console import Console  # noqa: PLC0415
    from game.terminal.read import Reading  # noqa: PLC0415

    Reading(library, play, Console(sys.stdin, sys.stdout)).tell_reveal()
    return 0
