"""`explain`: what a code that `check` prints means, why it is a problem, and what to write instead."""

from __future__ import annotations

import argparse
import sys

from game.language import N_, _

HELP = N_("Explain a problem that “check” tells of: what it means, why it is one, and an example mended.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `explain` takes."""
    help_ = _("its code, such as E229, or its name, such as go-unknown; without one, all are listed")
    parser.add_argument("code", metavar="CODE", nargs="?", help=help_)


def run(args: argparse.Namespace) -> int:
    """Print the page on a kind of problem, or the list of them all. Raises `Refusal`."""
    from game.authoring.manual import called, lines, nearest, page  # noqa: PLC0415  # the verb's own parts
    from game.authoring.rules import RULES  # noqa: PLC0415
    from game.host import Refusal  # noqa: PLC0415

    if args.code is None:
        pages = sorted((page(name) for name in RULES), key=lambda each: (each.code[1:], each.code))
        sys.stdout.writelines(f"{each.code}  {each.sentence}\n" for each in pages)
        return 0
    name = called(args.code)
    if name is None:
        sentence = _("No problem has the code or name “{code}”. Did you mean {near}?")
        raise Refusal(sentence.format(code=args.code, near=nearest(args.code)))
    sys.stdout.writelines(f"{line}\n" for line in lines(page(name)))
    return 0
