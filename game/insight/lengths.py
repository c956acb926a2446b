"""How long a playthrough is, in words: at least, at most, and for a reader who picks evenly among open options.

1. What is read up to the end counts, options that are offered among it; the epilogue and the reveal are counted apart.
2. What to expect is exact: chances add up, so each piece of prose that depends on conditions may have its own walk.
3. The least and the most need one walk that tells all such pieces apart. Where that is too large, some are left
   together, each with its own least and most: then there is a bound, and a run that comes close; both are told.
4. Every run that is told was replayed, and its words were counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from game.insight.counting import read_in
from game.insight.exact.chances import shared_out
from game.insight.exact.chart import Chart, chart
from game.insight.exact.extremes import furthest
from game.insight.exact.fate import fate
from game.insight.exact.limits import Limits, StoppedError
from game.insight.exact.liveness import read
from game.insight.exact.marks import Marked, Prose, Unit, reads_meters
from game.insight.exact.walk import Trail
from game.story import engine
from game.story.model import Enter, Story

MOST_SPOTS: Final = 1_200
"""How large the walk for the least and the most may grow; four times as much brings it nearer by a few words."""

MOST_FOR_CHANCES: Final = 50_000
"""How large a walk for chances may grow."""

AT_ONCE: Final = 6
"""How many facts the prose reads that one walk for chances tells apart; each can double its states."""


class Extreme(NamedTuple):
    """The least or the most words: no run has fewer (more) than `bound`; `run` has `words`, None if none was found."""

    bound: int
    words: int | None
    run: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether a run reaches the bound."""
        return self.bound == self.words


@dataclass(frozen=True, slots=True)
class Lengths:
    """The words of a playthrough; `places` has what is expected to be read at each place (a node of the story)."""

    least: Extreme
    most: Extreme
    expected: float
    places: Mapping[int, float]


def lengths(story: Story, limits: Limits | None = None) -> Lengths:
    """Return how long playthroughs are. Raises `StoppedError` if a limit is passed."""
    limits, prose = limits or Limits(), Prose(story)
    places = _expected(prose, limits)
    whole, marked = _widest(prose, limits)
    least, most = (_extreme(story, whole, marked, most=most) for most in (False, True))
    return Lengths(least, most, sum(places.values()), places)


def epilogues(story: Story) -> dict[str, tuple[int, int]]:
    """Return the fewest and the most words of each ending's epilogue."""
    prose = Prose(story)
    finish = {name: _last(story, start) for name, start in story.endings.items()}
    return {name: prose.span(start, finish[name]) for name, start in story.endings.items()}


def _last(story: Story, place: int) -> int:
    """Return the node where an epilogue ends."""
    while (following := getattr(story.nodes[place], "next", None)) is not None:
        place = following
    return place


def _expected(prose: Prose, limits: Limits) -> dict[int, float]:
    """Return the words that are expected to be read at each place."""
    found: dict[int, float] = {}
    waiting = [frozenset[Unit](), *_groups(prose)]
    while waiting:
        apart = waiting.pop(0)
        marked = prose.marked(apart)
        walk = chart(read(marked.story), Limits(MOST_FOR_CHANCES, limits.seconds))
        limits.insist()
        if not walk.complete:
            if len(apart) <= 1:
                raise StoppedError
            half = sorted(apart)
            waiting += [frozenset(half[::2]), frozenset(half[1::2])]
            continue
        chances = shared_out(walk, fate(walk, prose.story.dead_zone, limits), limits).entered
        for id_, mark in marked.marks.items():
            if (mark.unit in apart) if apart else mark.unit is None:
                place = int(id_[1:].partition(".")[0])
                found[place] = found.get(place, 0.0) + mark.words * chances.get(id_, 0.0)
    limits.insist()
    return found


def _groups(prose: Prose) -> list[frozenset[Unit]]:
    """Return the units in parts that read few facts each; those that read meters share parts with no others."""
    groups: list[tuple[set[object], set[Unit]]] = []
    for unit, facts in sorted(prose.units.items(), key=lambda each: (reads_meters(each[1]), sorted(map(str, each[1])))):
        fitting = (group for group in groups if len(group[0] | facts) <= AT_ONCE)
        group = next(fitting, None)
        if group is None:
            group = (set(), set())
            groups.append(group)
        group[0].update(facts)
        group[1].add(unit)
    return [frozenset(units) for _facts, units in groups]


def _widest(prose: Prose, limits: Limits) -> tuple[Chart, Marked]:
    """Return the walk that tells as many units apart as its size allows, those first that differ most."""
    units = sorted(prose.units, key=lambda unit: -_spread(prose, unit))
    count = step = len(units)
    found = None
    while True:
        marked = prose.marked(frozenset(units[:count]))
        walk = chart(read(marked.story), Limits(MOST_SPOTS, limits.seconds))
        limits.insist()
        step = (step + 1) // 2
        if walk.complete:
            found = (walk, marked)
        if found and (count == len(units) or step <= 1):
            return found
        if not walk.complete and count == 0:
            raise StoppedError
        count = min(len(units), count + step) if walk.complete else max(0, count - step)


def _spread(prose: Prose, unit: Unit) -> int:
    place, number = unit
    if number < 0:
        least, most = prose.span(place, prose.regions[place][1])
        return most - least
    return abs(prose.pieces(place)[number + 1].words)


def _extreme(story: Story, walk: Chart, marked: Marked, *, most: bool) -> Extreme:
    """Return the least or the most words over a walk, and the words of its run if it can be played."""

    def told(trail: Trail) -> int:
        ids = (node.id for place in trail if isinstance(node := marked.story.nodes[place], Enter))
        marks = (marked.marks[id_] for id_ in ids if id_ in marked.marks)
        return sum(mark.most if most else mark.least for mark in marks)

    bound, run = furthest(walk, told, most=most)
    try:
        return Extreme(bound, read_in(story, run), run)
    except engine.NotOfferedError:
        return Extreme(bound, None)
