"""`watch`: a story in the window, read anew at each save, with a panel for authors; or its problems at the prompt."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from game.host import Refusal
from game.language import N_, _
from game.verbs import check, play, read

if TYPE_CHECKING:
    from game.authoring.watch import Handed, Reading

HELP = N_("For authors: play a story that is read anew whenever you save it, with a panel that tells what happens.")

LISTEN = 0.2
"""Seconds between two looks at whether somebody wants to leave."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `watch` takes."""
    parser.add_argument("story", metavar="STORY", help=_("a folder, a pack, a scene file, or a shipped story's name"))
    play.trial_arguments(parser)
    parser.add_argument("--seed", type=read.seed, metavar="N", help=_("what the order of the options comes from"))
    problems = _("no window: print what “check” finds, now and at each save, until Ctrl-C")
    parser.add_argument("--check", action="store_true", help=problems)


def run(args: argparse.Namespace) -> int:
    """Open the window, or print the problems at each save until Ctrl-C."""
    from game.authoring.watch import reading  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.library import find  # noqa: PLC0415
    from game.trial import lonely  # noqa: PLC0415

    try:
        from game.authoring.doorbell import rings  # noqa: PLC0415, F401  # an extra, which may be missing
    except ImportError as missing:
        sentence = _("“watch” needs the package watchfiles, which is not installed: pip install watchfiles")
        raise Refusal(sentence) from missing
    path = _path(find(args.story))
    lonely(args.at, args.having)
    first = reading(path)
    return _at_prompt(path, first) if args.check else _in_window(args, path, first)


def _path(path: Path) -> Path:
    """Return the story's folder for its story.yaml, else the path itself. Raises `Refusal` if nothing is there."""
    if not path.exists():
        raise Refusal(_("There is nothing at “{path}”.").format(path=path))
    return path.absolute().parent if path.name == "story.yaml" and not path.is_dir() else path


def _in_window(args: argparse.Namespace, path: Path, first: Reading) -> int:
    from game.authoring.doorbell import rings  # noqa: PLC0415  # as above
    from game.authoring.watch import Watch  # noqa: PLC0415
    from game.bench import Bench  # noqa: PLC0415
    from game.library import Library  # noqa: PLC0415

    bench = Bench(Library(args.story), first, args.at, args.having, args.seed)
    os.environ.update(play.SURROUNDINGS)
    watch = Watch(path, first, bench.take, rings)
    try:
        from game.window import app, display  # noqa: PLC0415  # the same; and pygame may be missing
        from game.window.workbench import Workbench  # noqa: PLC0415
    except ImportError:
        return _instead(_("The window needs pygame, which is not installed."), path, first)
    watch.start()
    try:
        return app.run(bench, stack=Workbench(bench))
    except display.NoScreenError as trouble:
        watch.stop()
        return _instead(_(trouble.sentence), path, first)
    finally:
        watch.stop()


def _instead(reason: str, path: Path, first: Reading) -> int:
    sys.stderr.write(_("{reason} Problems are printed here at each save, until Ctrl-C.").format(reason=reason) + "\n")
    return _at_prompt(path, first)


def _at_prompt(path: Path, first: Reading) -> int:
    """Print the problems of a story, now and at each save; returns 0 at Ctrl-C."""
    from game.authoring.doorbell import rings  # noqa: PLC0415  # as above
    from game.authoring.watch import Watch  # noqa: PLC0415

    handed: SimpleQueue[Handed] = SimpleQueue()
    watch = Watch(path, first, handed.put, rings)
    handed.put(first)
    watch.start()
    try:
        while True:
            try:
                _print(handed.get(timeout=LISTEN))
            except Empty:
                continue
    except KeyboardInterrupt:
        return 0
    finally:
        watch.stop()


def _print(handed: Handed) -> None:
    """Print what was read: the problems at once, the broken promises and the sum of both when they are known."""
    from game.authoring.problems import show  # noqa: PLC0415  # as above

    if isinstance(handed, Exception):
        raise handed
    if not handed.whole:
        sys.stdout.write(f"-- {time.strftime('%H:%M:%S')}\n")
    for problem in handed.broken if handed.whole else handed.problems:
        sys.stdout.write(show(problem, handed.loaded.sources) + "\n\n")
    if handed.whole:
        sys.stdout.write(check.summary(handed.problems) + "\n")
    sys.stdout.flush()
