"""Record: a play that was made from a run, added at the end of `plays.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.authoring.build.report import Report
from game.authoring.edits import Edit, edited
from game.authoring.nodes import Fields
from game.authoring.parse import parse
from game.authoring.places import Source
from game.authoring.plays.build import built
from game.authoring.problems import playable
from game.authoring.read import decode
from game.story.model import Story

_HEAD: Final = """\
# Plays of this story, played again by: me-and-we test
plays:
"""
_STEP: Final = 2


def recorded(data: bytes | None, story: Story, name: str, picks: Sequence[str], ends: str | None) -> bytes | None:
    """Return the bytes of a `plays.yaml` (None: there is none yet) with one more play in it.

    None if the file's layout does not let a play be added at its end.
    """
    before = _HEAD.encode() if data is None else data
    source, problems = decode(before, "")
    if source is None or not playable(problems):
        return None
    text = _text(_indent(source), name, picks, ends)
    gap = "" if not source.text or source.text.endswith("\n") else "\n"
    after = edited(before, [Edit(len(source.text), len(source.text), gap + text)])
    return after if _holds(before, after, story, name) else None


def _text(indent: str, name: str, picks: Sequence[str], ends: str | None) -> str:
    step = " " * _STEP
    lines = [f"{name}:"]
    if picks:
        lines += [f"{step}moments:", *(f"{step}{step}- {pick}" for pick in picks)]
    if ends:
        lines.append(f"{step}ends: {ends}")
    return "".join(f"{indent}{line}\n" for line in lines)


def _indent(source: Source) -> str:
    tree = parse(source)[0]
    plays = tree.get("plays") if isinstance(tree, Fields) else None
    width = plays.keys[0].start.column if isinstance(plays, Fields) and plays.keys else _STEP
    return " " * width


def _holds(before: bytes, after: bytes, story: Story, name: str) -> bool:
    """Tell whether the play was added, and all others are as before."""
    names = [*_names(before, story), name]
    return _names(after, story) == names


def _names(data: bytes, story: Story) -> list[str]:
    source, _problems = decode(data, "")
    tree, problems = parse(source) if source else (None, ())
    if tree is None or not playable(each for each in problems if data):
        return []
    return [play.name for play in built(Report(""), tree, story)]
