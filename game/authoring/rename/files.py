"""The files of a story as they lie in its folder: bytes, lines and trees, each with its place in the table of keys."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.authoring.nodes import Fields
from game.authoring.parse import parse
from game.authoring.problems import playable
from game.authoring.read import decode
from game.authoring.reread import PLAYS
from game.story.model import Story


@dataclass(frozen=True, slots=True)
class File:
    """A file that holds ids. `scene` is the id of the scene it is, or ""."""

    path: Path
    data: bytes
    tree: Fields
    place: str
    scene: str = ""


def files(folder: Path, story: Story) -> tuple[File, ...]:
    """Return the files of the story in `folder` that can be read: story.yaml, its plays, and all scenes.

    Scenes that story.yaml does not list are among them, for they may be listed again. Raises `OSError`.
    """
    places = {"story.yaml": "story.yaml", PLAYS: "plays.yaml"}
    found = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name == "pictures.yaml" or path.is_symlink():
            continue
        data = path.read_bytes()
        source, problems = decode(data, path.name)
        tree, more = parse(source) if source else (None, ())
        listed = path.name in places or path.stem in story.scenes
        if isinstance(tree, Fields) and (listed or playable((*problems, *more))):
            place = places.get(path.name, "a scene")
            found.append(File(path, data, tree, place, path.stem if place == "a scene" else ""))
    return tuple(found)
