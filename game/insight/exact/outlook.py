"""The outlook from a run: which verdicts can still follow, from each of its states and from everywhere else.

1. The run is replayed through `step`; each of its states is a place to begin, so that skipped scenes are on the chart.
2. A walk from the ends back to the beginning finds, for each verdict, all meters at each spot from which it can still
   be reached; skips are not among the picks that can follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from game.insight.exact.chart import chart, spot_of
from game.insight.exact.limits import Limits, StoppedError
from game.insight.exact.liveness import read
from game.insight.exact.planes import board
from game.insight.exact.reach import Layer, Reach, reach
from game.insight.exact.spreads import ends, verdicts
from game.story import engine
from game.story.model import Story
from game.story.state import State


@dataclass(frozen=True, slots=True)
class Outlook:
    """A run (`picks`, and its `states`, one more), everything that can be reached, and the ends of each verdict.

    `limits` hold for everything that is still to be found out.
    """

    story: Story
    picks: tuple[str, ...]
    states: tuple[State, ...]
    met: Reach
    goals: Mapping[str, Layer]
    limits: Limits


def outlook(story: Story, picks: Iterable[str], limits: Limits | None = None) -> Outlook:
    """Return the outlook from a run.

    Raises `engine.NotOfferedError` for a pick that is not open, and `StoppedError` if a limit is passed.
    """
    limits = limits or Limits(states=None)
    picks = tuple(picks)
    states = tuple(_replayed(story, picks))
    skips = frozenset(pick for pick in picks if pick not in story.options)
    whole = chart(read(story), limits, states if skips else (), skips)
    if not whole.complete:
        raise StoppedError
    met = reach(whole, board(whole), limits)
    if not met.complete:
        raise StoppedError
    return Outlook(story, picks, states, met, verdicts(met.board, ends(met), story.dead_zone), limits)


def _replayed(story: Story, picks: Iterable[str]) -> Iterator[State]:
    state, _ = engine.begin(story)
    yield state
    for pick in picks:
        state, _ = engine.step(story, state, pick)
        yield state


def open_from(view: Outlook, states: Iterable[State]) -> list[tuple[str, ...]]:
    """Return for each of some states of the run which verdicts can still follow, in their usual order."""
    numbers = {spot: number for number, spot in enumerate(view.met.chart.spots)}
    points = [(numbers[spot_of(view.met.chart.reading, state)], state.me, state.we) for state in states]
    ways = {name: _leading(view.met, goals, view.limits) for name, goals in view.goals.items()}
    return [
        tuple(name for name, planes in ways.items() if planes.get(spot, 0) & view.met.board.point(spot, me, we))
        for spot, me, we in points
    ]


def _leading(met: Reach, goals: Layer, limits: Limits) -> Layer:
    """Return all meters at each spot from which one of `goals` can be reached."""
    planes = {spot: plane for spot, plane in goals.items() if plane}
    for circle in reversed(met.chart.order):
        waiting = True
        while waiting:
            limits.insist()
            waiting = False
            for spot in circle:
                before = planes.get(spot, 0)
                after = before | _back(met, planes, spot)
                if after != before:
                    planes[spot] = after
                    waiting = len(circle) > 1
    return planes


def _back(met: Reach, planes: Layer, spot: int) -> int:
    found = 0
    for case in met.chart.cases[spot]:
        for move in case.moves:
            if move.to in planes and not move.skip:
                found |= met.came(move, case, spot, planes[move.to])
    return found & met.seen.get(spot, 0)
