"""Echoes: prose that is there because of an earlier pick, and the choices that nothing later remembers.

1. An echo is an arm of a branch that tells something, or an alternative in a text, whose condition reads a pick, how
   often a pattern was shown, or a variable that some option sets. What reads the meters alone is none.
2. It is later if an option that it reads stands in another scene, or if it stands in an epilogue.
3. An option sets a variable if it does so before the next choice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from game.authoring.whereabouts import Whereabouts
from game.authoring.written import written
from game.insight.exact.flow import following, reached
from game.insight.exact.tokens import terms
from game.story.conditions import Condition, Picked, Shown, ValueOf
from game.story.model import Add, Assign, Branch, Choose, Enter, Finish, Say, Story
from game.story.text import Either, Emphasis, Text


@dataclass(frozen=True, slots=True)
class Echo:
    """Prose that remembers: the scene where it stands ("" in an epilogue), its condition, and the options it reads."""

    scene: str
    when: str
    options: frozenset[str]

    @property
    def later(self) -> bool:
        """Whether it remembers something of another scene."""
        return any(id_.partition(".")[0] != self.scene for id_ in self.options)


@dataclass(frozen=True, slots=True)
class Echoes:
    """All echoes of a story; `remembered` are the options that a later scene or an epilogue reads.

    `forgotten` are the choices (their options) none of which is remembered.
    """

    all: tuple[Echo, ...]
    remembered: frozenset[str]
    forgotten: tuple[tuple[str, ...], ...]

    @property
    def later(self) -> int:
        """How many echoes remember something of another scene."""
        return sum(echo.later for echo in self.all)


def echoes(places: Whereabouts) -> Echoes:
    """Return the echoes of a story."""
    story, setting = places.story, _setting(places.story)
    found = []
    for place, node in enumerate(story.nodes):
        scene = (places.home(place) or "").partition(".")[0]
        for when in _conditions(story, place):
            options = _read(when, story, setting)
            if options:
                found.append(Echo(scene, written(when), options))
        if isinstance(node, Choose):
            texts = (story.options[id_].text for id_ in node.options)
            for when in (each for text in texts for each in _eithers(text)):
                options = _read(when, story, setting)
                if options:
                    found.append(Echo(node.scene, written(when), options))
    remembered = frozenset(id_ for echo in found for id_ in echo.options if id_.partition(".")[0] != echo.scene)
    choices = (node.options for node in story.nodes if isinstance(node, Choose))
    scored = (tuple(id_ for id_ in options if story.options[id_].scored) for options in choices)
    forgotten = tuple(sorted(options for options in scored if options and not remembered.intersection(options)))
    order = [*story.scenes, ""]
    return Echoes(tuple(sorted(found, key=lambda echo: order.index(echo.scene))), remembered, forgotten)


def _conditions(story: Story, place: int) -> Iterator[Condition]:
    """Yield the conditions of the prose at a node."""
    node = story.nodes[place]
    if isinstance(node, Say):
        yield from _eithers(node.text)
    elif isinstance(node, Branch):
        yield from (when for when, target in node.arms if _tells(story, target))


def _tells(story: Story, place: int) -> bool:
    """Tell whether something is told from a node on, before anything else can begin."""
    node = story.nodes[place]
    while not isinstance(node, Say | Branch | Choose | Enter | Finish):
        node = story.nodes[node.next]
    return isinstance(node, Say)


def _eithers(text: Text) -> Iterator[Condition]:
    for piece in text:
        if isinstance(piece, Either):
            yield piece.when
        elif isinstance(piece, Emphasis):
            yield from _eithers(piece.inside)


def _setting(story: Story) -> Mapping[int, frozenset[str]]:
    """Return for each variable the options that set it."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for option in story.options.values():
        for place in _until_asked(story, option.target):
            node = story.nodes[place]
            if isinstance(node, Assign | Add):
                found[node.variable].add(option.id)
    return {variable: frozenset(options) for variable, options in found.items()}


def _until_asked(story: Story, start: int) -> Iterable[int]:
    def ways(place: int) -> Iterable[int]:
        return () if isinstance(story.nodes[place], Choose) else following(story, place)

    return reached((start,), ways)


def _read(when: Condition, story: Story, setting: Mapping[int, frozenset[str]]) -> frozenset[str]:
    found = set[str]()
    for term in terms(when):
        match term:
            case Picked(option):
                found.add(option)
            case Shown(_, options):
                found |= options
            case ValueOf(variable, _):
                found |= setting.get(variable, frozenset())
    return frozenset(found & story.options.keys())
