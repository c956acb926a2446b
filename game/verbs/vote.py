"""`vote`: a story that a class plays together, by raising hands."""

from __future__ import annotations

import argparse

from game.language import N_, _
from game.verbs import play, read

HELP = N_("For a class: play a story together, in large letters; hands are counted for each answer, and most decide.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `vote` takes."""
    story = _("a folder, a pack, a scene file, or a shipped story's name")
    parser.add_argument("story", metavar="STORY", help=story)
    kept = _("keep the run in FILE, or go on with it, as in a second lesson")
    parser.add_argument("--run", dest="file", metavar="FILE", help=kept)
    parser.add_argument("--seed", type=read.seed, metavar="N", help=_("what the order of the options comes from"))
    read.class_argument(parser)
    parser.set_defaults(way="vote", player=None)


def run(args: argparse.Namespace) -> int:
    """Open the window on the story, or go on at the prompt. Raises `Refusal`."""
    from game.library import Library  # noqa: PLC0415  # the verb's own parts, when it runs

    library = Library(args.story)
    return play.in_window(library, read.begun(library, args), args.seed)
