"""`forget`: deletes all runs, settings, and what was read, after asking."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from game.language import N_, _, ngettext

if TYPE_CHECKING:
    from game.runs.places import Places

HELP = N_("Delete all kept runs, settings, and what was read, of every player or of one, after asking.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `forget` takes."""
    parser.add_argument("--yes", action="store_true", help=_("do not ask"))
    player = _("only what is kept of this player, of several who share this computer")
    parser.add_argument("--player", metavar="NAME", help=player)


def run(args: argparse.Namespace) -> int:
    """Name what will be deleted, ask, and delete it; returns 1 if something could not be deleted."""
    from game.runs.forget import belongings, forget  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.runs.places import places  # noqa: PLC0415

    kept = places() if args.player is None else _of(args.player)
    found = belongings(kept)
    if not found:
        sys.stdout.write(_("Nothing is kept.") + "\n")
        return 0
    sys.stdout.writelines(f"{path}\n" for path in found)
    asked = ngettext("Delete this file? [yes/no]", "Delete these {count} files? [yes/no]", len(found))
    if not args.yes and not _agreed(asked.format(count=len(found))):
        sys.stdout.write(_("Nothing was deleted.") + "\n")
        return 0
    troubles = forget(kept)
    sys.stderr.writelines(f"{trouble}\n" for trouble in troubles)
    sys.stdout.write((_("Not all of it could be deleted.") if troubles else _("Deleted.")) + "\n")
    return 1 if troubles else 0


def _of(name: str) -> Places:
    """Return the places of a later player. Raises `Refusal`."""
    from game.host import Refusal  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.runs import players  # noqa: PLC0415
    from game.runs.places import places  # noqa: PLC0415

    player = players.known(places(), name)
    if player is None:
        here = ", ".join(players.names(places())) or _("nobody but the first player")
        raise Refusal(_("There is no player “{name}” here. There is: {here}.").format(name=name, here=here))
    return players.of(places(), player)


def _agreed(question: str) -> bool:
    sys.stdout.write(f"{question} ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes", _("yes")}
