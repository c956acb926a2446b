"""`play`: the window; without a display, the same game at the prompt."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from game.language import N_, _
from game.verbs import read

if TYPE_CHECKING:
    from game.host import Play
    from game.library import Library

SURROUNDINGS = {
    # pygame greets on standard output, which belongs to the prompt if there is no screen.
    "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    # What the desktop knows the window by; otherwise it would be the name of a Python file.
    "SDL_VIDEO_X11_WMCLASS": "me-and-we",
    "SDL_VIDEO_WAYLAND_WMCLASS": "me-and-we",
}
"""What has to be in the environment before pygame is imported."""

HELP = N_("Play in a window; without a display, go on at the prompt.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `play` takes."""
    read.arguments(parser)
    trial_arguments(parser)


def trial_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare where a play for authors starts."""
    at = _("for authors: start at this scene, or scene.passage, and keep nothing")
    parser.add_argument("--at", metavar="SCENE", help=at)
    having = _("with --at: variables, me and we")
    parser.add_argument("--with", dest="having", metavar="NAME=VALUE,…", default="", help=having)


def run(args: argparse.Namespace) -> int:
    """Open the window, or say why not and go on at the prompt."""
    from game.library import Library  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.trial import lonely  # noqa: PLC0415

    library = Library(args.story)
    lonely(args.at, args.having)
    opened = library.trial(args.at, args.having, args.seed) if args.at else read.begun(library, args)
    return in_window(library, opened, args.seed)


def in_window(library: Library, opened: Play | None, seed: int | None) -> int:
    """Open the window on a play, or on the title, or say why not and go on at the prompt; returns the exit status."""
    os.environ.update(SURROUNDINGS)
    try:
        from game.window import app, display  # noqa: PLC0415  # the same; and pygame may be missing
    except ImportError:
        return _at_prompt(_("The window needs pygame, which is not installed."), library, opened, seed)
    try:
        return app.run(library, opened)
    except display.NoScreenError as trouble:
        return _at_prompt(_(trouble.sentence), library, opened, seed)


def _at_prompt(reason: str, library: Library, opened: Play | None, seed: int | None) -> int:
    sys.stderr.write(_("{reason} Going on at the prompt.").format(reason=reason) + "\n")
    return read.prompt(library, opened, seed)
