"""`pack`: a story as one file that plays as it stands."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.language import N_, _, ngettext

if TYPE_CHECKING:
    from game.authoring.packs.making import Made
    from game.authoring.shelf import Shelf
    from game.story.model import Story

HELP = N_("Put a story into one file (.zip) that plays as it stands.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `pack` takes."""
    parser.add_argument("story", metavar="STORY", help=_("a folder, a pack, or a shipped story's name"))
    out = _("where to write the pack (STORY.zip in this folder if not given)")
    parser.add_argument("-o", dest="file", metavar="FILE", type=Path, help=out)


def run(args: argparse.Namespace) -> int:
    """Write the pack of a story and tell what is in it. Raises `Refusal` or `CannotKeep` if it cannot be."""
    from game.host import Refusal  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.library import Library  # noqa: PLC0415
    from game.runs.disk import Disk  # noqa: PLC0415
    from game.runs.files import write  # noqa: PLC0415

    library = Library(args.story)
    story, _loaded = library.story(library.first())
    file = args.file or Path(f"{story.id}.zip")
    if file.suffix.lower() != ".zip":
        raise Refusal(_("A pack is a zip: end the name of its file in .zip."))
    made = _made(args.story, story.id)
    write(file, made.data, Disk(), previous=False)
    sys.stdout.writelines(f"{line}\n" for line in _told(story, made, file))
    return 0


def _made(named: str, story_id: str) -> Made:
    from game.authoring.packs.fault import RefusedPackError  # noqa: PLC0415  # the same
    from game.authoring.packs.making import pack  # noqa: PLC0415
    from game.authoring.packs.pack import told  # noqa: PLC0415
    from game.host import Refusal  # noqa: PLC0415

    try:
        return pack(_shelf(named), story_id)
    except RefusedPackError as refused:
        raise Refusal("\n".join(f"{each.message} {each.hint}" for each in told(refused, named))) from refused
    except (OSError, ValueError) as error:
        raise Refusal(_("The story’s files cannot be read: {why}.").format(why=error)) from error


def _shelf(named: str) -> Shelf:
    from game.authoring.load import PACK  # noqa: PLC0415  # the same
    from game.authoring.packs.pack import pack_at  # noqa: PLC0415
    from game.authoring.shelf import folder  # noqa: PLC0415
    from game.host import Refusal  # noqa: PLC0415
    from game.library import find  # noqa: PLC0415

    path = find(named)
    if path.is_dir():
        return folder(path)
    if path.suffix.lower() == PACK:
        return pack_at(path)
    if path.name == "story.yaml":
        return folder(path.parent)
    raise Refusal(_("{file} is one scene. A pack holds a whole story: name its folder.").format(file=path))


def _told(story: Story, made: Made, file: Path) -> list[str]:
    count = ngettext("{count} file", "{count} files", len(made.files)).format(count=len(made.files))
    lines = [f"{story.title} ({story.id})", ""]
    lines += [f"{size:>12,}  {name}" for name, size in made.files]
    lines += ["", _("{count}, {size:,} bytes: {file}").format(count=count, size=len(made.data), file=file)]
    if made.left_out:
        lines.append(_("Left out, for no story has use for it: {names}").format(names=", ".join(made.left_out)))
    return lines
