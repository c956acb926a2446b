"""The shortest and the longest way over a chart without circles, where each move tells so many words.

1. Where conditions read meters, ways are told apart by their meters too, so that each can really be gone.
2. With too many of those, meters are left open: the length is a bound then, and the way may be none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from game.insight.exact.chart import Chart, Move
from game.insight.exact.regions import Point
from game.insight.exact.walk import Trail
from game.story.conditions import Condition, holds

MOST_POINTS: Final = 100_000
"""Spots with their meters that are told apart."""


class Way(NamedTuple):
    """A way to the end: its words, and its picks."""

    words: int
    run: tuple[str, ...]


class _Step(NamedTuple):
    """The best way to a spot with some meters: its words, the step before it, and the pick that led on from there."""

    words: int
    before: _Step | None
    pick: str


Points = dict[tuple[int, int], _Step]


def furthest(chart: Chart, told: Callable[[Trail], int], *, most: bool) -> Way:
    """Return the longest way, or the shortest unless `most`; `told` gives the words of a trail."""
    search = _Search(chart, told, -1 if most else 1)
    return search.best(tracking=search.reads_meters) or search.best(tracking=False) or Way(0, ())


class _Search:
    def __init__(self, chart: Chart, told: Callable[[Trail], int], sign: int) -> None:
        self.chart = chart
        self.sign = sign
        self.words = {trail: told(trail) for trail in self._trails()}
        moves = [move for cases in chart.cases for case in cases for move in case.moves]
        regions = [case.when for cases in chart.cases for case in cases] + [move.when for move in moves]
        self.reads_meters = any(when is not None for when in regions)

    def _trails(self) -> set[Trail]:
        moves = {move.trail for cases in self.chart.cases for case in cases for move in case.moves}
        return moves | {root.trail for root in self.chart.roots}

    def best(self, *, tracking: bool) -> Way | None:
        """Return the best way to an end, None if there are too many points or no end."""
        coming: dict[int, Points] = {}
        for root in self.chart.roots[:1]:
            coming[root.to] = {(root.me, root.we) if tracking else (0, 0): _Step(self.words[root.trail], None, "")}
        ends: list[_Step] = []
        count = 0
        for (spot,) in self.chart.order:
            points = coming.pop(spot, {})
            count += len(points)
            if count > MOST_POINTS:
                return None
            for point, step in points.items():
                self._send(spot, point, step, coming, ends, tracking=tracking)
        return _way(min(ends, key=lambda step: self.sign * step.words)) if ends else None

    def _send(  # noqa: PLR0913  # a walk has that much under way
        self,
        spot: int,
        at: tuple[int, int],
        step: _Step,
        coming: dict[int, Points],
        ends: list[_Step],
        *,
        tracking: bool,
    ) -> None:
        for case in self.chart.cases[spot]:
            if tracking and not _there(case.when, at):
                continue
            if case.ends:
                ends.append(step)
            for move in case.moves:
                to = (at[0] + move.me, at[1] + move.we) if tracking else at
                if not tracking or _there(move.when, to):
                    self._keep(coming.setdefault(move.to, {}), to, step, move)

    def _keep(self, points: Points, to: tuple[int, int], step: _Step, move: Move) -> None:
        words = step.words + self.words[move.trail]
        known = points.get(to)
        if known is None or self.sign * words < self.sign * known.words:
            points[to] = _Step(words, step, move.pick)


def _there(when: Condition | None, at: tuple[int, int]) -> bool:
    return when is None or holds(when, Point(me=at[0], we=at[1]))


def _way(step: _Step) -> Way:
    words, picks = step.words, []
    while step.before is not None:
        picks.append(step.pick)
        step = step.before
    return Way(words, tuple(reversed(picks)))
