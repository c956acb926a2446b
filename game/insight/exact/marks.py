"""Marks: a story with a sign at everything that is read, so that walks over merged states can tell who reads what.

1. A sign is an `Enter` of its own in front of a paragraph or a choice; it steers nothing.
2. Prose that depends on conditions is a *unit*: a branch that only tells, with all inside of it, or an alternative in a
   text. A unit that is told apart has signs inside, so that walks split on its conditions; for any other its one sign
   says how many words it has at least and at most. Telling few units apart keeps a walk small.
3. Answers that may be picked again are left out: who picks them reads more, and there is no most of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, NamedTuple

from game.insight.counting import Adds, called_by_default, counted
from game.insight.exact.flow import circles, following, meetings, quiet, reached
from game.insight.exact.tokens import terms
from game.story.called import Called
from game.story.conditions import And, Condition, Meter, Not, Picked, Term
from game.story.model import Branch, Choose, Enter, Node, Say, Story

SIGN: Final = "#"

Unit = tuple[int, int]
"""A place with prose that depends on conditions, and -1 for a branch, or the number of an alternative there."""


class Mark(NamedTuple):
    """What stands at a sign: its `words`, the least and most with what is not told apart; `unit` if it is of one."""

    words: int
    least: int
    most: int
    unit: Unit | None = None


class Marked(NamedTuple):
    """A story with signs, and what stands at each, by the id of its `Enter`."""

    story: Story
    marks: Mapping[str, Mark]


class _Piece(NamedTuple):
    """Words that stand at a place where a condition holds; those of no unit are always told apart."""

    when: Condition | None
    words: int
    unit: Unit | None = None


@dataclass
class Prose:
    """What can be read in a story, and what it depends on."""

    story: Story
    called: Mapping[str, Called] = field(init=False)
    _pieces: dict[int, tuple[_Piece, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Leave out what may be picked again."""
        again = {option.id for option in self.story.options.values() if option.again}
        nodes = (
            replace(node, options=tuple(id_ for id_ in node.options if id_ not in again))
            if isinstance(node, Choose) and again
            else node
            for node in self.story.nodes
        )
        self.story = replace(self.story, nodes=tuple(nodes))
        self.called = called_by_default(self.story)

    @cached_property
    def _there(self) -> frozenset[int]:
        return reached((self.story.start,), lambda place: following(self.story, place))

    @cached_property
    def _turning(self) -> Mapping[int, int]:
        return circles(self.story)

    @cached_property
    def regions(self) -> Mapping[int, tuple[frozenset[int], int]]:
        """The branches that only tell, each with all places inside of it and where its ways meet again."""
        onward = quiet(self.story)
        heads = [
            place
            for place in sorted(self._there)
            if isinstance(self.story.nodes[place], Branch) and onward[place] != place
        ]
        found = {place: self._region(place, onward[place]) for place in heads}
        inner = frozenset[int]().union(*(inside for inside, _meet in found.values()))
        return {place: region for place, region in found.items() if place not in inner}

    def _region(self, place: int, until: int) -> tuple[frozenset[int], int]:
        meet = meetings(self.story, place, until)[place]
        ways = following(self.story, place)
        inside = reached(
            [way for way in ways if way != meet],
            lambda here: () if here == meet else following(self.story, here),
        )
        return inside - {meet}, meet

    @cached_property
    def inside(self) -> Mapping[int, int]:
        """The places inside of a branch that only tells, with that branch."""
        return {place: head for head, (places, _meet) in self.regions.items() for place in places}

    @cached_property
    def units(self) -> Mapping[Unit, frozenset[Term]]:
        """All units, and what their conditions read."""
        found = {(head, -1): frozenset(self._asked(head)) for head in self.regions}
        for place in self._there - self.inside.keys():
            for piece in self.pieces(place):
                if piece.unit and piece.when is not None:
                    found[piece.unit] = frozenset(terms(piece.when))
        return found

    def _asked(self, head: int) -> Iterator[Term]:
        for place in (head, *self.regions[head][0]):
            node = self.story.nodes[place]
            if isinstance(node, Branch):
                yield from (term for when, _ in node.arms for term in terms(when))
            for piece in self.pieces(place):
                yield from terms(piece.when) if piece.when is not None else ()

    def pieces(self, place: int) -> tuple[_Piece, ...]:
        """Return what can be read at a place, and in the paragraphs that always follow it."""
        found = self._own(place)
        if self._leads(place):
            for each in self._line(place):
                found += self._own(each)
        return found

    def _line(self, place: int) -> Iterator[int]:
        """Yield the paragraphs that always follow a place."""
        node = self.story.nodes[place]
        while isinstance(node, Say) and self._following.get(node.next) == place:
            place = node.next
            yield place
            node = self.story.nodes[place]

    def _own(self, place: int) -> tuple[_Piece, ...]:
        """Return what can be read at a place, apart from what a branch there leads to."""
        if place not in self._pieces:
            self._pieces[place] = self._at(place)
        return self._pieces[place]

    def _at(self, place: int) -> tuple[_Piece, ...]:
        node = self.story.nodes[place]
        match node:
            case Say(text, _, _, _):
                base, adds = counted(text, self.called)
                return (_Piece(None, base), *self._added(place, 0, None, adds))
            case Choose(_, options, _, _):
                found: list[_Piece] = []
                for id_ in options:
                    offered = self._offered(place, id_)
                    base, adds = counted(self.story.options[id_].text, self.called)
                    found += [_Piece(offered, base), *self._added(place, len(found), offered, adds)]
                return tuple(found)
            case _:
                return ()

    def _added(self, place: int, first: int, also: Condition | None, adds: tuple[Adds, ...]) -> Iterator[_Piece]:
        head = self.inside.get(place) if isinstance(self.story.nodes[place], Say) else None
        for number, (when, words) in enumerate(adds, first):
            whole = when if also is None else And((also, when))
            yield _Piece(whole, words, (place, number) if head is None else (head, -1))

    @cached_property
    def _following(self) -> Mapping[int, int]:
        """The paragraphs that come right after another one and after nothing else, with that one."""
        before: dict[int, list[int]] = {}
        for place in self._there:
            for way in following(self.story, place):
                before.setdefault(way, []).append(place)
        return {
            place: ways[0]
            for place, ways in before.items()
            if isinstance(self.story.nodes[place], Say)
            and len(ways) == 1
            and isinstance(self.story.nodes[ways[0]], Say)
            and not any(piece.when for piece in self._own(place))
        }

    def _leads(self, place: int) -> bool:
        """Tell whether a place has a sign of its own."""
        return isinstance(self.story.nodes[place], Say | Choose) and place not in self._following

    def _offered(self, place: int, id_: str) -> Condition | None:
        """Return when an option is offered, once its choice is met; None if always."""
        when = self.story.options[id_].when
        if place not in self._turning:
            return when
        unpicked = Not(Picked(id_))
        return unpicked if when is None else And((unpicked, when))

    def marked(self, apart: frozenset[Unit]) -> Marked:
        """Return the story with its signs; the units in `apart` are told apart."""
        nodes, marks = list(self.story.nodes), dict[str, Mark]()
        for place in sorted(self._there):
            head = self.inside.get(place)
            if place in self.regions and (place, -1) not in apart:
                least, most = self.span(place, self.regions[place][1])
                marks[f"{SIGN}{place}"] = Mark(0, least, most)
                nodes[place] = Enter(f"{SIGN}{place}", _added(nodes, nodes[place]))
            elif self._leads(place) and (head is None or (head, -1) in apart):
                self._sign(place, nodes, marks, apart, (head, -1) if head is not None else None)
        return Marked(replace(self.story, nodes=tuple(nodes)), marks)

    def _sign(
        self, place: int, nodes: list[Node], marks: dict[str, Mark], apart: frozenset[Unit], unit: Unit | None
    ) -> None:
        """Put signs in front of a paragraph or a choice."""
        target = _added(nodes, nodes[place])
        words = least = most = 0
        for number, piece in enumerate(self.pieces(place)):
            if piece.when is None:
                words += piece.words
            elif piece.unit is None or piece.unit in apart:
                id_ = f"{SIGN}{place}.{number}"
                marks[id_] = Mark(piece.words, piece.words, piece.words, piece.unit)
                target = _added(nodes, Branch(((piece.when, _added(nodes, Enter(id_, target))),), target))
            else:
                least, most = least + min(0, piece.words), most + max(0, piece.words)
        marks[f"{SIGN}{place}"] = Mark(words, words + least, words + most, unit)
        nodes[place] = Enter(f"{SIGN}{place}", target)

    def span(self, start: int, until: int) -> tuple[int, int]:
        """Return the fewest and the most words between two places with nothing but prose between them."""
        known: dict[int, tuple[int, int]] = {until: (0, 0)}
        waiting = [start]
        while waiting:
            here = waiting[-1]
            ways = following(self.story, here)
            unknown = [way for way in ways if way not in known]
            if unknown:
                waiting += unknown
                continue
            waiting.pop()
            pieces = self._own(here)
            fixed = sum(piece.words for piece in pieces if piece.when is None)
            loose = [piece.words for piece in pieces if piece.when is not None]
            known.setdefault(
                here,
                (
                    fixed + sum(min(0, each) for each in loose) + min((known[way][0] for way in ways), default=0),
                    fixed + sum(max(0, each) for each in loose) + max((known[way][1] for way in ways), default=0),
                ),
            )
        return known[start]


def reads_meters(facts: frozenset[Term]) -> bool:
    """Tell whether some of what is read is a meter."""
    return any(isinstance(term, Meter) for term in facts)


def _added(nodes: list[Node], node: Node) -> int:
    nodes.append(node)
    return len(nodes) - 1
