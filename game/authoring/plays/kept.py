"""The plays that are kept beside a story: `plays.yaml`, read with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from game.authoring.build.report import nearest
from game.authoring.desk import Desk, bounded
from game.authoring.load import PACK, Loaded
from game.authoring.places import Source
from game.authoring.plays.build import built
from game.authoring.plays.play import Play
from game.authoring.problems import Problem, playable
from game.authoring.reread import PLAYS, STORY
from game.authoring.shelf import Shelf, folder

TRANSCRIPTS: Final = "plays"
"""The folder of transcripts, beside `plays.yaml`."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The plays of a story, none if any problem is an error. `file` is where they are, `shown` how it is called.

    `shelf` are the story's files; None where no plays can lie, beside a lone scene.
    """

    file: Path
    shown: str
    plays: tuple[Play, ...] = ()
    problems: tuple[Problem, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    shelf: Shelf | None = None

    def near(self, name: str) -> str:
        """Return a sentence with the play that is nearest to a name that none has."""
        return nearest(name, [play.name for play in self.plays])


def kept(loaded: Loaded, path: Path) -> Kept:
    """Return the plays beside the story that was loaded from `path`; a scene file on its own has none."""
    shelf, home = _shelf(path), path.parent if path.name in (STORY, PLAYS) else path
    file = home / PLAYS
    if shelf is None or shelf.kind(PLAYS) == "absent":
        return Kept(file, str(file), shelf=shelf)
    desk = Desk()
    part = desk.part(shelf, PLAYS)
    plays = built(part.report, part.tree, loaded.story) if part.tree else ()
    problems = bounded(desk.problems())
    return Kept(file, str(file), plays if playable(problems) else (), problems, desk.sources, shelf)


def _shelf(path: Path) -> Shelf | None:
    if path.is_dir():
        return folder(path)
    if path.name in (STORY, PLAYS):
        return folder(path.parent)
    if path.suffix.lower() != PACK or not path.is_file():
        return None
    from game.authoring.packs.fault import RefusedPackError  # noqa: PLC0415  # most stories are folders
    from game.authoring.packs.pack import pack_at  # noqa: PLC0415

    try:
        return pack_at(path)
    except (RefusedPackError, OSError):
        return None  # loading tells why
