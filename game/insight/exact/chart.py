"""The chart of a story: all merged states that can be reached, and the moves between them.

1. Meters are left open here; where they matter, an opening or a move carries the region in which it is there.
2. A circle of moves can only be made of repeatable picks, for any other pick leaves a mark while it can be met again.
   So the meters never change along a circle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from game.insight.exact.flow import components
from game.insight.exact.limits import Limits
from game.insight.exact.liveness import Reading
from game.insight.exact.regions import Point
from game.insight.exact.walk import Arrival, Opening, Spot, Trail, arrivals, openings, picked_up, skipping, spot
from game.story.conditions import Condition, holds
from game.story.model import Option
from game.story.state import State


@dataclass(frozen=True, slots=True)
class Move:
    """A pick and where it leads: the meters change by `me` and `we`, and then `when` holds of them."""

    pick: str
    me: int
    we: int
    when: Condition | None
    to: int
    trail: Trail
    again: bool = False
    skip: bool = False
    closed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Case:
    """What can be done at a spot where `when` holds of the meters: `open` options, and their moves in order.

    With nothing open the playthrough `ends` here.
    """

    when: Condition | None
    open: int
    moves: tuple[Move, ...]
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Root:
    """Where a walk begins: a spot, its meters, and what was told before."""

    to: int
    me: int
    we: int
    trail: Trail
    closed: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Chart:
    """All spots, the cases of each, and where to begin. `complete` is False when a limit cut it short."""

    reading: Reading
    spots: tuple[Spot, ...]
    cases: tuple[tuple[Case, ...], ...]
    roots: tuple[Root, ...]
    complete: bool

    @cached_property
    def order(self) -> list[tuple[int, ...]]:
        """The circles of spots, and the spots outside of circles, each before all that it leads to."""
        return components((root.to for root in self.roots), self.ways)

    def ways(self, index: int) -> list[int]:
        """Return the spots that can follow a spot."""
        return [move.to for case in self.cases[index] for move in case.moves]


def chart(reading: Reading, limits: Limits, starts: Iterable[State] = (), skips: frozenset[str] = frozenset()) -> Chart:
    """Return the chart of a story from its beginning, and from further `starts`; `skips` are the picks to skip by."""
    index = _Index()
    roots = [*_beginning(reading, index), *(_root(reading, index, state) for state in starts)]
    cases: list[tuple[Case, ...]] = []
    while len(cases) < len(index.spots) and not limits.passed(len(index.spots)):
        here = index.spots[len(cases)]
        found = [_case(reading, index, here, opening, skips) for opening in openings(reading, here)]
        cases.append(tuple(found) or (Case(None, 0, (), ends=True),))
    complete = len(cases) == len(index.spots)
    cases += [()] * (len(index.spots) - len(cases))
    return Chart(reading, tuple(index.spots), tuple(cases), tuple(roots), complete)


class _Index:
    """The spots found so far, each with its number, and the walks between them: picks that leave the same share one."""

    def __init__(self) -> None:
        self.spots: list[Spot] = []
        self._numbers: dict[Spot, int] = {}
        self._walked: dict[tuple[int, Spot], tuple[Arrival, ...]] = {}

    def arrivals(self, reading: Reading, place: int, here: Spot, picked: frozenset[str]) -> tuple[Arrival, ...]:
        """Return all ways from `place` to the next spot, for a playthrough at `here` that has `picked` so much."""
        key = (place, spot(reading, reading.quiet[place], here.values, picked))
        found = self._walked.get(key)
        if found is None:
            found = self._walked[key] = tuple(arrivals(reading, place, here.values, picked))
        return found

    def number(self, found: Spot) -> int:
        """Return the number of a spot, a new one if it was not met before."""
        number = self._numbers.setdefault(found, len(self.spots))
        if number == len(self.spots):
            self.spots.append(found)
        return number


def _beginning(reading: Reading, index: _Index) -> Iterator[Root]:
    start = tuple(variable.start for variable in reading.story.variables)
    for way in arrivals(reading, reading.story.start, start, frozenset()):
        if way.when is None or holds(way.when, Point()):
            yield Root(index.number(way.spot), 0, 0, way.trail, way.closed)


def _root(reading: Reading, index: _Index, state: State) -> Root:
    return Root(index.number(spot_of(reading, state)), state.me, state.we, ())


def spot_of(reading: Reading, state: State) -> Spot:
    """Return the merged state of a state of play."""
    marks = set[str]()
    for option in sorted(state.picked):
        marks |= reading.tallies.left_by(option, frozenset(marks))
    return spot(reading, state.place, state.values, frozenset(marks))


def _case(reading: Reading, index: _Index, here: Spot, opening: Opening, skips: frozenset[str]) -> Case:
    moves = [move for option in opening.options for move in _moves(reading, index, here, option)]
    skip, after = skipping(reading, here)
    if skip in skips:
        ways = arrivals(reading, after, here.values, here.picked)
        moves += [Move(skip, 0, 0, way.when, index.number(way.spot), way.trail, skip=True) for way in ways]
    return Case(opening.when, len(opening.options), tuple(moves))


def _moves(reading: Reading, index: _Index, here: Spot, option: Option) -> Iterator[Move]:
    for way in index.arrivals(reading, option.target, here, picked_up(reading, here, option)):
        yield _move(index, option, way)


def _move(index: _Index, option: Option, way: Arrival) -> Move:
    to = index.number(way.spot)
    return Move(option.id, option.me, option.we, way.when, to, way.trail, option.again, closed=way.closed)
