"""`read`: the game at a prompt."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from game.language import N_, _

if TYPE_CHECKING:
    from game.host import Play
    from game.library import Library

MOST_DIGITS = 16
"""Seeds are shorter than this, so that every reader of a run file keeps them exactly."""

HELP = N_("Play at the prompt: plain lines, numbered options, one answer a line.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `read` takes."""
    story = _("a folder, a pack, a scene file, or a shipped story's name")
    parser.add_argument("story", metavar="STORY", nargs="?", help=story)
    parser.add_argument("--run", dest="file", metavar="FILE", help=_("keep the run in FILE, or go on with it"))
    parser.add_argument("--seed", type=seed, metavar="N", help=_("what the order of the options comes from"))


def seed(word: str) -> int:
    """Return the seed that a word of the command line means. Raises what argparse tells as a sentence."""
    if not (word.isascii() and word.isdecimal() and len(word) < MOST_DIGITS):
        raise argparse.ArgumentTypeError(_("“{word}” is not a whole number of at most 15 digits").format(word=word))
    return int(word)


def run(args: argparse.Namespace) -> int:
    """Play at the prompt."""
    from game.library import Library  # noqa: PLC0415  # the verb's own parts, when it runs

    library = Library(args.story)
    return prompt(library, library.open(args.file, args.seed), args.seed)


def prompt(library: Library, play: Play | None, seed: int | None) -> int:
    """Play at the prompt, from `play` or from a new run; returns the exit status."""
    from game.terminal.console import Console  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.terminal.opening import introduce, opening  # noqa: PLC0415
    from game.terminal.read import Reading  # noqa: PLC0415

    console = Console(sys.stdin, sys.stdout)
    console.paragraphs(library.troubles)
    if play is None:
        play = opening(library, console, seed)
        if play is None:
            return 0
    try:
        introduce(library, play, console)
        return Reading(library, play, console).run()
    except KeyboardInterrupt:
        console.say()
        console.say(play.trouble or play.kept)
        raise
    finally:
        play.close()
