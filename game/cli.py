"""The command line: finds the verb, and sees to it that nothing ever ends in a traceback.

Each verb is a file in `verbs/` with `HELP`, `arguments(parser)` and `run(args) -> exit status`; a verb imports what it
needs when it runs, so that `check` works where pygame is not installed and the window opens fast.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import keyword
import os
import signal
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from types import FrameType
from typing import Final, NoReturn

from game import __version__
from game.language import _

VERBS: Final = (
    *("play", "read", "reveal", "where", "forget"),
    *("vote", "compare", "class", "guide"),
    *("new", "watch", "check", "explain", "test", "census", "map", "stats"),
    *("validity", "rename", "compare-stories", "pack", "schema"),
)
"""All verbs, in the order in which help lists them; the first is what no verb at all does."""

_PACKAGES: Final = {"yaml": "PyYAML", "pygame": "pygame-ce"}
"""What pip calls a library that is imported by another name."""

USAGE_STATUS: Final = 2
INTERRUPTED: Final = 130


class _Parser(argparse.ArgumentParser):
    """Tells a wrong word with the nearest right one."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is; leaves with 2."""
        self.exit(USAGE_STATUS, f"{self.prog}: {message}\n" + _("See: {prog} --help\n").format(prog=self.prog))


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (the process's own by default); returns the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    signal.signal(signal.SIGTERM, _leave)
    _never_choke()
    try:
        status = _run(words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has gone.
        _drop_output()
        return 0
    except OSError as error:
        # Every verb tells of its own files; what is left is an output that takes no more, as on a full disk.
        _drop_output()
        return _told(error)
    return status


def _never_choke() -> None:
    """Let what a terminal, or a pipe, has no sign for become a replacement, whatever prints it; never an error.

    A stream that was closed from the start takes everything and shows nothing.
    """
    sys.stdin = sys.stdin or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # until the end
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _drop_output() -> None:
    """Let what is left in the buffer go nowhere; there is no place for it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _told(error: OSError) -> int:
    """Say why nothing more could be written; returns the exit status."""
    from game.runs.trouble import reason  # noqa: PLC0415  # only then

    with contextlib.suppress(OSError):
        sys.stderr.write("me-and-we: " + _("This stops here: {why}.").format(why=reason(error)) + "\n")
        sys.stderr.flush()
    return 1


def _run(words: list[str]) -> int:
    verb = words[0] if words and not words[0].startswith("-") else VERBS[0]
    if words and words[0] in ("-h", "--help", "--version", *VERBS):
        return _verb(_parser(VERBS).parse_args(words))
    if not words or words[0].startswith("-"):
        return _verb(_parser(VERBS[:1]).parse_args([verb, *words]))
    near = get_close_matches(verb, VERBS, 1)
    meant = _(" Did you mean {verb}?").format(verb=near[0]) if near else ""
    sys.stderr.write(
        _("me-and-we: there is no verb “{verb}”.{meant}\nSee: me-and-we --help\n").format(verb=verb, meant=meant)
    )
    return USAGE_STATUS


def _verb(args: argparse.Namespace) -> int:
    # Imported here: a problem in one verb's parts must not keep the others from running.
    from game.host import Refusal  # noqa: PLC0415
    from game.runs.trouble import CannotKeep, CannotRead  # noqa: PLC0415

    try:
        return int(args.run(args))
    except (Refusal, CannotKeep, CannotRead) as refusal:
        sys.stderr.write(f"me-and-we: {refusal}\n")
        return 1
    except ImportError as missing:
        sys.stderr.write(f"me-and-we: {_lacking(missing)}\n")
        return 1


def _lacking(missing: ImportError) -> str:
    """Return what is missing and the command that gets it. Raises what was raised if it is a part of the game."""
    name = (missing.name or "").partition(".")[0]
    if name == "game":
        raise missing
    if not name:
        # Said by the part itself, in a sentence.
        return str(missing)
    sentence = _("The library {name} is missing, or damaged. To get it: python -m pip install {package}")
    return sentence.format(name=name, package=_PACKAGES.get(name, name))


def _parser(verbs: Sequence[str]) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="me-and-we",
        description=_("A game of choices whose endings explain themselves. Without a verb, it opens the window."),
        epilog=_("“me-and-we VERB --help” explains a verb."),
    )
    parser.add_argument("--version", action="version", version=f"me-and-we {__version__}")
    commands = parser.add_subparsers(title=_("verbs"), metavar="VERB", parser_class=_Parser)
    for name in verbs:
        verb = importlib.import_module(f"game.verbs.{module(name)}")
        command = commands.add_parser(name, help=_(verb.HELP), description=_(verb.HELP))
        verb.arguments(command)
        command.set_defaults(run=verb.run)
    return parser


def module(verb: str) -> str:
    """Return the name of a verb's module: no hyphen, and no word of Python's own."""
    name = verb.replace("-", "_")
    return f"{name}_" if keyword.iskeyword(name) else name


def _leave(signum: int, _frame: FrameType | None) -> NoReturn:
    # Every answer was kept when it was given, so there is nothing left to save.
    sys.exit(128 + signum)
