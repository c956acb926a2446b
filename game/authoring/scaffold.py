"""Scaffold: a story, or a scene, to start from. Nothing is written here; what to write comes back as texts.

The templates under `assets/templates` are stories that play and are checked as they stand; only what depends on the new
name, on the people and on where the schema lies is changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.authoring.build.head import Head, head
from game.authoring.desk import Desk
from game.authoring.json_schema import FILES, file_name, schema_text
from game.authoring.listing import with_scene
from game.authoring.nodes import Fields
from game.authoring.places import Source
from game.authoring.shelf import Folder
from game.shipped import ASSETS
from game.story.model import Person

_TEMPLATES: Final = ASSETS / "templates"
_MODELINE: Final = re.compile(r"\A\ufeff?# yaml-language-server: \$schema=(\S+)\r?\n")
_READ_OTHERWISE: Final = frozenset({"null", "true", "false"})
"""Titles that editors would not take for words."""

SCHEMAS: Final = "schema"
"""The folder of a story in which its schemas lie."""


@dataclass(frozen=True, slots=True)
class NewScene:
    """A scene to write: its file's `text`; and the text of a `story.yaml` that lists it, or None.

    `listed` tells that story.yaml lists the scene already.
    """

    text: str
    story: str | None = None
    listed: bool = False


def new_story(name: str) -> Mapping[Path, str]:
    """Return the files of a new story of this name, by their paths in its folder."""
    files = {Path(file.name): _template(file) for file in sorted((_TEMPLATES / "story").glob("*.yaml"))}
    front = Path("story.yaml")
    files[front] = _titled(files[front], name)
    return files | {Path(SCHEMAS, file_name(kind)): schema_text(kind) for kind in FILES}


def new_scene(folder: Path, name: str) -> NewScene:
    """Return a new scene of this name for the story in `folder`; without one, for a scene that stands alone."""
    scene = _titled(_template(_TEMPLATES / "scene" / "scene.yaml"), name)
    file = folder / "story.yaml"
    if not file.is_file():
        return NewScene(_without_modeline(scene))
    desk = Desk()
    part = desk.part(Folder(folder, ""), file.name)
    known = head(part.report, part.tree) if part.tree else Head()
    source = desk.sources.get(file.name)
    scene = _beside(_with_person(scene, known.cast[0]), source)
    if source is None or not isinstance(part.tree, Fields):
        return NewScene(scene)
    listed = any(each.id == name for each in known.scenes)
    return NewScene(scene, None if listed else with_scene(file, part.tree, name), listed)


def title_of(name: str) -> str:
    """Return a title for what has this id."""
    return " ".join(re.split(r"[_-]+", name.strip("_-"))).capitalize()


def _template(file: Path) -> str:
    return file.read_text(encoding="utf-8").replace(f"$schema=../../{SCHEMAS}/", f"$schema={SCHEMAS}/", 1)


def _titled(text: str, name: str) -> str:
    title = title_of(name)
    written = f'"{title}"' if title.lower() in _READ_OTHERWISE else title
    return re.sub(r"^title: .*$", f"title: {written}", text, count=1, flags=re.MULTILINE)


def _with_person(text: str, person: Person) -> str:
    """Return the text of a template with somebody else in Sam's place."""
    named = re.sub(r"\{sam\b", f"{{{person.id}", text)
    return re.sub(r"^( +)Sam:", lambda match: f"{match[1]}{person.name}:", named, flags=re.MULTILINE)


def _beside(scene: str, story: Source | None) -> str:
    """Return the scene with its schema where that of story.yaml lies, or without any."""
    found = _MODELINE.match(story.text) if story else None
    ours, theirs = file_name("scene"), file_name("story")
    if not found or not found[1].endswith(theirs):
        return _without_modeline(scene)
    return scene.replace(f"{SCHEMAS}/{ours}", found[1].removesuffix(theirs) + ours, 1)


def _without_modeline(scene: str) -> str:
    return _MODELINE.sub("", scene)
