"""What can be reached, and after how many picks: a walk in layers over all spots with their sets of meters.

1. Layer n holds, for each spot, the meters first met there after exactly n picks and no fewer.
2. So the first layer that meets a goal gives the fewest picks that lead to it. Going back from there through the layers
   leaves the shortest runs alone, and of these the first in the author's order is returned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from game.insight.exact.chart import Case, Chart, Move
from game.insight.exact.limits import Limits
from game.insight.exact.planes import Board

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


def shortest(found: Reach, goals: Layer) -> tuple[str, ...] | None:
    """Return the first of the shortest runs that get to one of `goals`; None if none does."""
    for number, layer in enumerate(found.layers):
        hit = {spot: layer[spot] & plane for spot, plane in goals.items() if layer.get(spot, 0) & plane}
        if hit:
            return _first(found, _narrowed(found, hit, number))
    return None


def _narrowed(found: Reach, hit: Layer, number: int) -> list[Layer]:
    """Return the layers from the beginning up to `hit`, with nothing in them but what leads there."""
    kept: list[Layer] = [hit]
    for layer in reversed(found.layers[:number]):
        back: dict[int, int] = {}
        for spot, plane in layer.items():
            for case in found.chart.cases[spot]:
                for move in case.moves:
                    if move.to in kept[-1]:
                        came = found.came(move, case, spot, kept[-1][move.to]) & plane
                        back[spot] = back[spot] | came if spot in back else came
        kept.append({spot: plane for spot, plane in back.items() if plane})
    return kept[::-1]


def _first(found: Reach, kept: list[Layer]) -> tuple[str, ...]:
    spot = next(iter(kept[0]))
    plane = kept[0][spot] & -kept[0][spot]
    run: list[str] = []
    for layer in kept[1:]:
        ways = (
            (move, after)
            for case in found.chart.cases[spot]
            for move in case.moves
            if (after := found.sent(move, case, spot, plane) & layer.get(move.to, 0))
        )
        move, plane = next(ways)
        spot = move.to
        run.append(move.pick)
    return tuple(run)
