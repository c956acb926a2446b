"""Mends: which former names (`was`) would let the new story find what the old one called otherwise.

1. A scene that is gone may be a new one under another name: most of its options are there, or its title is.
2. An option that is gone may be a new one of the same scene: its words are like, it shows the same, it stands where the
   old one stood. The likest go together first, and nothing serves twice.
3. Whatever is proposed was tried: the walk is made again with it, and what is refused even then is not proposed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from game.authoring.likeness import likeness
from game.story.called import Called
from game.story.model import Choose, Story
from game.story.names import SKIP
from game.story.state import State
from game.story.text import Text, plain, settle

_ENOUGH: Final = 0.5
_WORDS, _PATTERN, _ORDER = 0.6, 0.25, 0.15
"""How much words, pattern and order count for the likeness of two options."""


@dataclass(frozen=True, slots=True)
class Mend:
    """A line `was: former` that would be written into the option or scene `today`; `like` goes from 0 to 1."""

    kind: str
    former: str
    today: str
    like: float


def mends(old: Story, new: Story) -> tuple[Mend, ...]:
    """Return the former names that are missing in `new`, as far as likeness tells."""
    scenes = tuple(_matched("scene", _scenes(old, new)))
    moved = {mend.former: mend.today for mend in scenes}
    options = tuple(_matched("option", _options(old, mended(new, scenes), moved)))
    return (*scenes, *options)


def mended(new: Story, found: tuple[Mend, ...]) -> Story:
    """Return the story as it would be with those former names in it."""
    renamed = dict(new.renamed)
    for mend in found:
        if mend.kind == "option":
            renamed[mend.former] = mend.today
            continue
        renamed[f"{mend.former}.{SKIP}"] = f"{mend.today}.{SKIP}"
        for option in new.options:
            scene, _dot, name = option.partition(".")
            if scene == mend.today:
                renamed[f"{mend.former}.{name}"] = option
    return replace(new, renamed=renamed)


_Pairs = Iterator[tuple[float, str, str]]


def _matched(kind: str, pairs: _Pairs) -> Iterator[Mend]:
    """Yield the likest pairs, each side once."""
    taken: tuple[set[str], set[str]] = (set(), set())
    for like, former, today in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if like >= _ENOUGH and former not in taken[0] and today not in taken[1]:
            taken[0].add(former)
            taken[1].add(today)
            yield Mend(kind, former, today, like)


def _scenes(old: Story, new: Story) -> _Pairs:
    for former, scene in old.scenes.items():
        if former in new.scenes or f"{former}.{SKIP}" in new.renamed:
            continue
        ours = _tails(old, former)
        for today, other in new.scenes.items():
            if today not in old.scenes:
                theirs = _tails(new, today)
                common = len(ours & theirs) / max(1, len(ours | theirs))
                yield max(common, likeness(_words(old, scene.title), _words(new, other.title))), former, today


def _options(old: Story, new: Story, moved: Mapping[str, str]) -> _Pairs:
    places = _order(old), _order(new)
    named = set(new.renamed.values())
    fresh = [id_ for id_ in new.options if id_ not in old.options and id_ not in named]
    for former, option in old.options.items():
        if new.renamed.get(former, former) in new.options:
            continue
        scene = former.partition(".")[0]
        for today in fresh:
            if today.partition(".")[0] == moved.get(scene, scene):
                other = new.options[today]
                like = _WORDS * likeness(_words(old, option.text), _words(new, other.text))
                like += _PATTERN * (option.shows == other.shows)
                like += _ORDER * (places[0].get(former) == places[1].get(today))
                yield like, former, today


def _tails(story: Story, scene: str) -> set[str]:
    return {option.partition(".")[2] for option in story.options if option.startswith(f"{scene}.")}


def _order(story: Story) -> dict[str, tuple[int, int]]:
    """Return for each option the number of options and its own place in its choice."""
    choices = (node.options for node in story.nodes if isinstance(node, Choose))
    return {option: (len(options), at) for options in choices for at, option in enumerate(options)}


def _words(story: Story, text: Text) -> str:
    called = {"you": Called("You", "they"), **{each.id: Called(each.name, each.pronouns) for each in story.cast}}
    start = State(story.start, tuple(variable.start for variable in story.variables))
    return plain(settle(text, start), called).lower()
