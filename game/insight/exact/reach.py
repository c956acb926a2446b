"""What can be reached, and after how many picks: a walk in layers over all spots with their sets of meters.

1. Layer n holds, for each spot, the meters first met there after exactly n picks and no fewer.
2. So the first layer that meets a goal gives the fewest picks that lead to it. Going back from there through the layers
   leaves the shortest runs alone, and of these the first in the author's order is returned.
3. Between two layers that going back has kept, all ways from a point of the one to the other are shortest runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from game.insight.exact.chart import Case, Chart, Move
from game.insight.exact.limits import Limits
from game.insight.exact.planes import Board

_MOST_KEPT: Final = 1 << 31
"""The bits of all sets from which on going back does not keep every layer."""

Layer = Mapping[int, int]
"""For each spot a set of meters."""


@dataclass(frozen=True, slots=True)
class Reach:
    """`seen` are all meters that can be met at each spot; `layers` when they are met first.

    `made` are the moves that some playthrough makes: a spot, and the numbers of its case and of the move.
    """

    chart: Chart
    board: Board
    layers: tuple[Layer, ...]
    seen: Layer
    made: AbstractSet[tuple[int, int, int]]
    complete: bool

    def sent(self, move: Move, case: Case, spot: int, plane: int) -> int:
        """Return where the part `plane` of a spot's set gets by a move of one of its cases."""
        taken = self.board.within(plane, spot, case.when)
        return self.board.within(self.board.moved(taken, spot, move.to, move.me, move.we), move.to, move.when)

    def came(self, move: Move, case: Case, spot: int, plane: int) -> int:
        """Return from where at `spot` a move gets into the part `plane` of its target's set."""
        taken = self.board.within(plane, move.to, move.when)
        return self.board.within(self.board.moved(taken, move.to, spot, -move.me, -move.we), spot, case.when)

    def moves(self) -> Iterator[tuple[int, Case, Move]]:
        """Yield every move that some playthrough makes, with its spot and case."""
        for spot in self.seen:
            for number, case in enumerate(self.chart.cases[spot]):
                yield from (
                    (spot, case, move) for way, move in enumerate(case.moves) if (spot, number, way) in self.made
                )


def reach(chart: Chart, board: Board, limits: Limits) -> Reach:
    """Return all that can be reached from the roots of `chart`."""
    seen: dict[int, int] = {}
    layer: dict[int, int] = {}
    made = set[tuple[int, int, int]]()
    for root in chart.roots:
        layer[root.to] = layer.get(root.to, 0) | board.point(root.to, root.me, root.we)
    layers: list[Layer] = []
    found = Reach(chart, board, (), seen, made, complete=False)
    while layer and not limits.passed():
        for spot, plane in layer.items():
            seen[spot] = seen[spot] | plane if spot in seen else plane
        layers.append(layer)
        layer = _next(found, layer, made)
    return Reach(chart, board, tuple(layers), seen, made, complete=not layer)


def _next(found: Reach, layer: Layer, made: set[tuple[int, int, int]]) -> dict[int, int]:
    following: dict[int, int] = {}
    for spot, plane in layer.items():
        for number, case in enumerate(found.chart.cases[spot]):
            taken = found.board.within(plane, spot, case.when)
            for way, move in enumerate(case.moves if taken else ()):
                fresh = found.sent(move, case, spot, taken)
                if fresh:
                    made.add((spot, number, way))
                if move.to in found.seen:
                    fresh &= ~found.seen[move.to]
                if fresh:
                    following[move.to] = following[move.to] | fresh if move.to in following else fresh
    return following


def shortest(found: Reach, goals: Layer, limits: Limits) -> tuple[str, ...] | None:
    """Return the first of the shortest runs that get to one of `goals`; None if none does.

    Raises `StoppedError` if a limit is passed.
    """
    for number, layer in enumerate(found.layers):
        hit = {spot: layer[spot] & plane for spot, plane in goals.items() if layer.get(spot, 0) & plane}
        if hit:
            return _first(found, _landmarks(found, hit, number, limits), limits)
    return None


def _landmarks(found: Reach, hit: Layer, number: int, limits: Limits) -> list[tuple[int, Layer]]:
    """Return some layers up to `hit`, with their numbers and nothing in them but what leads there.

    Where sets are large only one in several layers is kept; what lies between is found again from the run itself.
    """
    leap = 1 + sum(plane.bit_length() for plane in found.seen.values()) // _MOST_KEPT
    kept = [(number, hit)]
    layer = hit
    for before in range(number - 1, -1, -1):
        limits.insist()
        layer = _back(found, found.layers[before], layer)
        if before % leap == 0:
            kept.append((before, layer))
    return kept[::-1]


def _back(found: Reach, layer: Layer, ahead: Layer) -> Layer:
    """Return the part of a layer that one move leads into `ahead`."""
    back: dict[int, int] = {}
    for spot, plane in layer.items():
        came = 0
        for case in found.chart.cases[spot]:
            for move in case.moves:
                if move.to in ahead:
                    came |= found.came(move, case, spot, ahead[move.to])
        if came & plane:
            back[spot] = came & plane
    return back


def _first(found: Reach, landmarks: list[tuple[int, Layer]], limits: Limits) -> tuple[str, ...]:
    """Return the first run in the author's order that passes through all landmarks."""
    number, start = landmarks[0]
    spot = next(iter(start))
    plane = start[spot] & -start[spot]
    run: list[str] = []
    for after, layer in landmarks[1:]:
        limits.insist()
        for ahead in _between(found, {spot: plane}, layer, after - number):
            spot, plane, pick = _step(found, spot, plane, ahead)
            run.append(pick)
        number = after
    return tuple(run)


def _between(found: Reach, start: Layer, goal: Layer, count: int) -> list[Layer]:
    """Return what follows `start` after each of `count` moves and leads into `goal`, which comes after the last."""
    layers = [start]
    for _ in range(count - 1):
        layers.append(_sent(found, layers[-1]))
    kept = [goal]
    for layer in layers[:0:-1]:
        kept.append(_back(found, layer, kept[-1]))
    return kept[::-1]


def _sent(found: Reach, layer: Layer) -> Layer:
    """Return where all moves lead from a layer."""
    following: dict[int, int] = {}
    for spot, plane in layer.items():
        for case in found.chart.cases[spot]:
            for move in case.moves:
                sent = found.sent(move, case, spot, plane)
                if sent:
                    following[move.to] = following.get(move.to, 0) | sent
    return following


def _step(found: Reach, spot: int, plane: int, ahead: Layer) -> tuple[int, int, str]:
    """Return where the first move leads that gets from a point into `ahead`, and its pick."""
    ways = (
        (move.to, after, move.pick)
        for case in found.chart.cases[spot]
        for move in case.moves
        if (after := found.sent(move, case, spot, plane) & ahead.get(move.to, 0))
    )
    return next(ways)
