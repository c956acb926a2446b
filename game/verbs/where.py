"""`where`: the places where runs, settings and what was read are kept."""

from __future__ import annotations

import argparse
import sys

from game.language import N_, _

HELP = N_("Tell where runs, settings, and what was read are kept.")


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Declare what `where` takes: nothing."""


def run(_args: argparse.Namespace) -> int:
    """Print the places."""
    from game.runs import players  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.runs.places import places  # noqa: PLC0415
    from game.shipped import SCENES  # noqa: PLC0415

    kept = places()
    sys.stdout.write(_("runs      {folder}\n").format(folder=kept.runs))
    sys.stdout.write(_("read      {file}\n").format(file=kept.reading))
    sys.stdout.write(_("settings  {file}\n").format(file=kept.settings))
    sys.stdout.write(_("stories   {folder}\n").format(folder=SCENES))
    for name in players.names(kept):
        folder = players.of(kept, name).runs.parent
        sys.stdout.write(_("player    {folder} ({name})\n").format(folder=folder, name=name))
    return 0
