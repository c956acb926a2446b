"""`read`: the game at a prompt."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from game.language import N_, _

if TYPE_CHECKING:
    from game.host import Play
    from game.library import Library
    from game.terminal.console import Console

MOST_DIGITS = 16
"""Seeds are shorter than this, so that every reader of a run file keeps them exactly."""

HELP = N_("Play at the prompt: plain lines, numbered options, one answer a line.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `read` takes."""
    story = _("a folder, a pack, a scene file, or a shipped story's name")
    parser.add_argument("story", metavar="STORY", nargs="?", help=story)
    parser.add_argument("--run", dest="file", metavar="FILE", help=_("keep the run in FILE, or go on with it"))
    parser.add_argument("--seed", type=seed, metavar="N", help=_("what the order of the options comes from"))
    pair = _("two at one computer: an answer counts when both have picked it")
    parser.add_argument("--pair", action="store_const", const="pair", default="", dest="way", help=pair)
    player = _("who plays, where several people share this computer; a new name makes a new player")
    parser.add_argument("--player", metavar="NAME", help=player)
    class_argument(parser)


def class_argument(parser: argparse.ArgumentParser) -> None:
    """Declare class mode."""
    classroom = _("for a class: ask for no names, keep nothing here, and hand runs in to FOLDER")
    parser.add_argument("--class", dest="classroom", metavar="FOLDER", help=classroom)


def seed(word: str) -> int:
    """Return the seed that a word of the command line means. Raises what argparse tells as a sentence."""
    if not (word.isascii() and word.isdecimal() and len(word) < MOST_DIGITS):
        raise argparse.ArgumentTypeError(_("“{word}” is not a whole number of at most 15 digits").format(word=word))
    return int(word)


def run(args: argparse.Namespace) -> int:
    """Play at the prompt."""
    from game.library import Library  # noqa: PLC0415  # the verb's own parts, when it runs

    library = Library(args.story)
    return prompt(library, begun(library, args), args.seed)


def begun(library: Library, args: argparse.Namespace) -> Play | None:
    """Return the play that a command line asks for; None where the reader chooses. Raises `Refusal`."""
    from game.host import Refusal  # noqa: PLC0415  # the verb's own parts, when it runs

    if args.classroom is not None and args.file is not None:
        raise Refusal(_("--class keeps nothing here, and --run FILE keeps the run. Leave one of the two out."))
    if args.classroom is not None and args.player is not None:
        raise Refusal(_("--class asks for no names, and --player gives one. Leave one of the two out."))
    if args.player is not None and (trouble := library.players.become(args.player)):
        sys.stderr.write(f"{trouble}\n")
    if args.classroom is not None:
        library.attend(args.classroom)
    play = library.open(args.file, args.seed)
    if play is None and args.way:
        play = library.start(library.first(), seed=args.seed)
    if play:
        play.way = args.way
    return play


def prompt(library: Library, play: Play | None, seed: int | None) -> int:
    """Play at the prompt, from `play` or from a new run; returns the exit status."""
    from game.terminal.console import Console  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.terminal.opening import choose_story, opening  # noqa: PLC0415

    console = Console(sys.stdin, sys.stdout)
    console.paragraphs(library.troubles)
    if library.players.now and not library.classroom:
        console.say(_("{name} plays. To let somebody else play: --player NAME").format(name=library.players.now))
    play = play or opening(library, console, seed)
    while play:
        another = _read(library, play, console)
        story = choose_story(library, console, ask=True) if another else None
        way, play = play.way, library.start(story, seed=seed) if story else None
        if play:
            play.way = way
    return 0


def _read(library: Library, play: Play, console: Console) -> bool:
    """Let a run be read to its end, or until the reader leaves; tells whether another story is asked for."""
    from game.terminal.opening import introduce  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.terminal.read import Reading  # noqa: PLC0415
    from game.terminal.vote import Voting  # noqa: PLC0415

    try:
        introduce(library, play, console)
        reading = (Voting if play.way == "vote" else Reading)(library, play, console)
        reading.run()
    except KeyboardInterrupt:
        console.say()
        console.say(play.trouble or play.kept)
        raise
    finally:
        play.close()
    return reading.elsewhere
