"""`rename`: another name for an option, passage, scene, variable or person, wherever a story uses it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from game.language import N_, _, ngettext

HELP = N_(
    "Rename an option, passage, scene, variable or person wherever a story uses it; kept runs, and names that players"
    " chose, still find it."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `rename` takes."""
    parser.add_argument("story", metavar="STORY", help=_("a story's folder, or a shipped story's name"))
    old = _("the name of today: scene.option, scene.passage, or that of a scene, variable or person")
    parser.add_argument("old", metavar="OLD", help=old)
    parser.add_argument("new", metavar="NEW", help=_("the new name"))
    kinds = ("option", "passage", "scene", "variable", "person")
    parser.add_argument("--as", dest="kind", choices=kinds, help=_("what OLD is, where it could be several things"))
    parser.add_argument("--dry-run", action="store_true", help=_("show the difference, and change nothing"))


def run(args: argparse.Namespace) -> int:
    """Rename, or show what would change. Raises `Refusal` and `CannotKeep`; then nothing was changed."""
    from game.authoring.rename.renaming import renaming  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.authoring.reread import UNFINISHED  # noqa: PLC0415
    from game.host import Refusal  # noqa: PLC0415
    from game.library import find  # noqa: PLC0415
    from game.runs.disk import Disk  # noqa: PLC0415
    from game.runs.files import sweep  # noqa: PLC0415
    from game.runs.together import Note, write_all  # noqa: PLC0415
    from game.runs.trouble import reason  # noqa: PLC0415
    from game.verbs.out import say  # noqa: PLC0415

    path = find(args.story)
    folder = path.parent if path.name == "story.yaml" else path
    if not args.dry_run and (told := _finished(folder)):
        sys.stdout.write(_("Finished first what was interrupted: {what}.").format(what=told) + "\n")
        if told == f"{args.old} → {args.new}":
            return 0
    try:
        done = renaming(folder, args.old, args.new, args.kind)
    except OSError as error:
        sentence = _("The files of {folder} could not be read: {why}.")
        raise Refusal(sentence.format(folder=folder, why=reason(error))) from error
    if args.dry_run:
        say("".join(f"{line}\n" for line in done.difference()))
        return 0
    for path in (*done.after, folder / UNFINISHED):
        sweep(path)
    write_all(done.after, Disk(), Note(folder / UNFINISHED, f"{args.old} → {args.new}"))
    count = sum(data is not None for data in done.after.values())
    places = ngettext("{count} place", "{count} places", done.places).format(count=done.places)
    among = ngettext("{count} file", "{count} files", count).format(count=count)
    told = _("{old} is {new} now: {places} in {files}.")
    sys.stdout.write(told.format(old=done.target.old_id, new=done.target.new_id, places=places, files=among) + "\n")
    return 0


def _finished(folder: Path) -> str:
    """Do what is left of a renaming that was interrupted, and return what it was; "" if there was none."""
    from game.authoring.reread import UNFINISHED  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.host import Refusal  # noqa: PLC0415
    from game.runs.disk import Disk  # noqa: PLC0415
    from game.runs.together import finish  # noqa: PLC0415
    from game.runs.trouble import CannotRead  # noqa: PLC0415

    if not folder.is_dir():
        return ""
    try:
        return finish(folder / UNFINISHED, Disk())
    except CannotRead as trouble:
        raise Refusal(str(trouble)) from trouble
