"""The plays that are kept beside a story: `plays.yaml`, read with everything that is wrong in it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from game.authoring.build.report import nearest
from game.authoring.desk import Desk, bounded
from game.authoring.load import Loaded
from game.authoring.places import Source
from game.authoring.plays.build import built
from game.authoring.plays.play import Play
from game.authoring.problems import Problem, playable
from game.authoring.reread import PLAYS
from game.authoring.shelf import folder

TRANSCRIPTS: Final = "plays"
"""The folder of transcripts, beside `plays.yaml`."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The plays of a story, none if any problem is an error. `file` is where they are, `shown` how it is called."""

    file: Path
    shown: str
    plays: tuple[Play, ...] = ()
    problems: tuple[Problem, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)

    def near(self, name: str) -> str:
        """Return a sentence with the play that is nearest to a name that none has."""
        return nearest(name, [play.name for play in self.plays])


def kept(loaded: Loaded, path: Path) -> Kept:
    """Return the plays beside the story that was loaded from `path`; a scene file on its own has none."""
    home = path if path.is_dir() else path.parent
    file = home / PLAYS
    if not (path.is_dir() or path.name in ("story.yaml", PLAYS)) or not os.path.lexists(file):
        return Kept(file, str(file))
    desk = Desk()
    part = desk.part(folder(home), PLAYS)
    plays = built(part.report, part.tree, loaded.story) if part.tree else ()
    problems = bounded(desk.problems())
    return Kept(file, str(file), plays if playable(problems) else (), problems, desk.sources)
