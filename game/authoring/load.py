"""Load: from a folder, a pack or a scene file to a story that can be played, or to everything that keeps it from that.

1. Nothing is raised for what a story's files hold or lack: every mistake is a problem, and all are told at once.
2. Only files of the story's own folder, or pack, are opened; links in it are refused.
3. A scene file alone is a story of one scene. Beside a story.yaml it has that story's cast, variables and names, for
   the rest it is on its own: no dead zone, and endings of ours.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from game.authoring.build import fields
from game.authoring.build.compile import Plan
from game.authoring.build.graph import Origin
from game.authoring.build.head import Head
from game.authoring.build.report import Part, Report, nearest
from game.authoring.checks import check
from game.authoring.checks.draft import draft
from game.authoring.desk import Desk, bounded
from game.authoring.nodes import NOTHING
from game.authoring.pictures import own_pictures, shipped_pictures
from game.authoring.places import Source, Span
from game.authoring.problems import Problem, playable
from game.authoring.reread import (
    OTHERS,
    PLAYS,
    STORY,
    UNFINISHED,
    compiled_of,
    front_of,
    part_of,
    parts_of,
    stems,
    without_slipped,
)
from game.authoring.shelf import Shelf, folder
from game.authoring.sounds import tell_of_sounds
from game.host import Picture
from game.language import _
from game.story.model import Promises, Story
from game.story.names import RESERVED, STORY_ID_PATTERN

PACK: Final = ".zip"
"""How the name of a pack ends."""

_START: Final = Span(1, 1)
_SUPPORT: Final = "support.md"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a path holds. `story` is None if any problem is an error.

    `sources` are the lines of the files by the names that problems give them; `origins` are the places of scenes,
    passages and options by their ids, and `whens` those of the conditions of options; `pictures` are those that the
    story brings along; `support` is its support.md.
    """

    story: Story | None
    problems: tuple[Problem, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    whens: Mapping[str, Origin] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    support: str = ""


def load(path: Path, *, fair: bool = True) -> Loaded:
    """Load the story in a folder or a pack, or the scene in a file; `fair` asks for the advice on fairness, too."""
    desk = Desk(fair)
    if (path.name == STORY and not path.is_dir()) or (path.name == PLAYS and (path.parent / STORY).is_file()):
        path = path.parent
    try:
        with _undisturbed():
            if path.is_dir():
                return _whole(desk, folder(path))
            if path.suffix.lower() == PACK and path.exists():
                return _pack(desk, path)
            if path.suffix in (".yaml", ".yml") and path.is_file():
                return _scene(desk, path)
        rule = "story-kind" if path.exists() else "story-absent"
        desk.report(str(path)).add(rule, _START, found=path.name or str(path), near=nearest(path.name, _around(path)))
    except OSError as error:
        desk.report(str(path)).add("unreadable-file", _START, why=error.strerror or "unknown")
    return Loaded(None, bounded(desk.problems()))


def _around(path: Path) -> list[str]:
    """Return the names of what lies beside `path` and may be a story."""
    beside = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    kinds = (".yaml", ".yml", PACK)
    return [
        each.name
        for each in beside
        if not each.name.startswith(".") and (each.suffix in kinds or (each / STORY).is_file())
    ]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the garbage collector still: what is made here holds no circles, and looking for them takes long.

    Freezing and thawing makes all that is left old at once, so that the next collection does not walk through it.
    """
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        if wanted:
            gc.enable()


def _pack(desk: Desk, path: Path) -> Loaded:
    from game.authoring.packs.fault import RefusedPackError  # noqa: PLC0415  # most stories are folders, and play sooner
    from game.authoring.packs.pack import pack_at, spare, told  # noqa: PLC0415

    shown = str(path)
    try:
        pack = pack_at(path)
    except RefusedPackError as refused:
        desk.reading[shown] = told(refused, shown)
        return Loaded(None, bounded(desk.problems()))
    desk.reading[shown] = spare(pack)
    return _whole(desk, pack)


def _whole(desk: Desk, shelf: Shelf) -> Loaded:
    if shelf.kind(STORY) == "absent":
        desk.report(shelf.shown("")).add("story-file-absent", _START, found=shelf.shown(""))
        return Loaded(None, bounded(desk.problems()))
    if shelf.kind(UNFINISHED) == "file":
        return _interrupted(desk, shelf)
    front, known = front_of(desk, shelf)
    story_id = _id(front.report, shelf.name)
    files = shelf.names()
    scenes = parts_of(desk, shelf, [listed.id for listed in known.scenes] if front.tree else stems(files), files)
    if front.tree is None:
        return Loaded(None, bounded(desk.problems()), desk.sources)
    lost = _compare(front.report, known, files, shelf, desk)
    pictures = own_pictures(desk, shelf)
    tell_of_sounds(desk, shelf)
    plan = Plan(story_id, known, front, scenes, _places(pictures), lost=lost)
    return _loaded(desk, plan, pictures, shelf)


def _interrupted(desk: Desk, shelf: Shelf) -> Loaded:
    """Return nothing of a story whose files speak of one thing by two names, but why."""
    desk.report(shelf.shown("")).add("rename-unfinished", _START, found=shelf.shown(""))
    return Loaded(None, bounded(desk.problems()))


def _scene(desk: Desk, path: Path) -> Loaded:
    shelf, name = folder(path.parent), fields.as_id(path.stem, RESERVED)
    if shelf.kind(UNFINISHED) == "file":
        return _interrupted(desk, shelf)
    part = part_of(desk, shelf, name, path.name)
    beside, known, front, scenes = Desk(), Head(), Part(part.report, None), {}
    if shelf.kind(STORY) != "absent":
        front, known = front_of(beside, shelf)
        others = [listed.id for listed in known.scenes if listed.id != name]
        scenes = parts_of(beside, shelf, others, shelf.names())
        if not front.report.sound or known.lost:
            shown = front.report.file
            desk.sources.update(beside.sources)
            desk.reading[shown] = tuple(each for each in beside.problems() if each.file == shown)
    alone = replace(known, title="", scenes=(), dead_zone=(0, 0), endings=NOTHING, promises=Promises())
    pictures = own_pictures(beside, shelf)
    plan = Plan(name, alone, front, {**scenes, name: part}, _places(pictures), name)
    return _loaded(desk, plan, pictures, shelf, path.name)


def _loaded(desk: Desk, plan: Plan, pictures: Mapping[str, Picture], shelf: Shelf, alone: str = "") -> Loaded:
    built = compiled_of(desk, plan, shelf, alone)
    unsound = desk.unsound()
    support = _support(desk, shelf)
    seen = draft(built, plan.head, plan.front.report.file, whole=plan.only is None)
    told = [desk.placed(each) for each in check(seen, unsound, fair=desk.fair)]
    found = without_slipped(desk.problems(), told, desk.sources)
    story = built.story if playable(found) and built.story.scenes else None
    return Loaded(story, bounded(iter(found)), desk.sources, built.notes.origins, built.notes.whens, pictures, support)


def _compare(report: Report, known: Head, files: Iterable[str], shelf: Shelf, desk: Desk) -> frozenset[str]:
    """Tell of scenes that are listed and absent, or there and not listed; returns those that may be meant and are lost.

    With an entry of the list that leads nowhere, each scene that is not listed may be the one that was meant.
    """
    there, listed = stems(files), {each.id for each in known.scenes}
    spare = [name for name in there if name not in listed]
    absent = listed.difference(there)
    for each in known.scenes:
        if each.id in absent:
            scenes = (file for file in files if file.endswith((".yaml", ".yml")) and file not in OTHERS)
            others = [name for file in scenes if (name := file.removesuffix(".yaml")) not in listed]
            near = _near_scene(each.id, others)
            report.add("scene-absent", each.span, found=each.id, near=near)
    if absent or "scenes" in known.lost:
        return frozenset(spare)
    if report.sound:
        for name in spare:
            desk.report(shelf.shown(f"{name}.yaml")).add("scene-unlisted", _START, found=name)
    return frozenset()


def _near_scene(name: str, others: Sequence[str]) -> str:
    """Return a sentence that says which file may be meant, or how there is to be one."""
    if f"{name}.yml" in others:
        return _("A file {name}.yml is there: let its name end in .yaml.").format(name=name)
    if others:
        return nearest(name, others)
    return _("Write that scene, with `me-and-we new FOLDER/{name}.yaml`; or delete it from the list.").format(name=name)


def _places(pictures: Mapping[str, Picture]) -> frozenset[str]:
    return frozenset(pictures) | frozenset(shipped_pictures().places)


def _id(report: Report, name: str) -> str:
    if not STORY_ID_PATTERN.fullmatch(name):
        better = fields.as_id(name, RESERVED).replace("_", "-")
        report.add("story-id", _START, found=fields.brief(name), better=better)
    return name


def _support(desk: Desk, shelf: Shelf) -> str:
    kind, shown = shelf.kind(_SUPPORT), shelf.shown(_SUPPORT)
    if kind == "link":
        desk.report(shown).add("link", _START, found=_SUPPORT)
    if kind != "file":
        return ""
    source, problems = shelf.text(_SUPPORT)
    desk.reading[shown] = problems
    return source.text.strip() if source else ""
