"""Confluence: the weights that come together at each node of a net, from all the moves that lead there.

1. Moves that bring the same parts of the same nodes to different places share one sum of these, as those do that differ
   in a fact which is not read any more once they were made.
2. Nodes come level by level, and what nobody needs any more is let go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic

from game.insight.exact.chart import Move
from game.insight.exact.frame import Coming, Frame, Way, Weights
from game.insight.exact.limits import Limits
from game.insight.exact.net import Net

Piece = tuple[int, int, float]
"""A node, which of its parts, and what that is multiplied with."""

Kept = tuple[tuple[Piece, ...], int]
"""What a sum is kept by: its pieces, and what it was made for."""


@dataclass(frozen=True, slots=True)
class Leg:
    """Pieces that all arrive in the same way."""

    way: Way
    pieces: tuple[Piece, ...]


class Arrivals:
    """What is to come to each node: legs, each of all the pieces that take the same way."""

    def __init__(self) -> None:
        self._pieces: defaultdict[int, defaultdict[Way, list[Piece]]] = defaultdict(lambda: defaultdict(list))

    def note(self, node: int, part: int, move: Move, factor: float = 1) -> None:
        """Note that a part of a node, multiplied, goes by a move."""
        self._pieces[move.to][move.me, move.we, move.when].append((node, part, factor))

    def legs(self) -> dict[int, tuple[Leg, ...]]:
        """Return the legs to each node."""
        return {
            node: tuple(Leg(way, tuple(pieces)) for way, pieces in ways.items()) for node, ways in self._pieces.items()
        }


class Confluence(Generic[Weights]):
    """Weights on their way over a net, whose nodes are met in `order`."""

    def __init__(self, order: Sequence[tuple[int, ...]], arrivals: Arrivals, frame: Frame[Weights]) -> None:
        self._legs = arrivals.legs()
        self._frame = frame
        self._parts: dict[int, Sequence[Weights]] = {}
        self._sums: dict[Kept, Weights] = {}
        self._roots: defaultdict[int, list[Weights]] = defaultdict(list)
        self._last = self._last_uses(node for circle in order for node in circle)

    def begin(self, node: int, me: int, we: int, weight: float) -> None:
        """Let a weight come to a node from outside."""
        self._roots[node].append(self._frame.point(node, me, we, weight))

    def gathered(self, node: int) -> Weights:
        """Return what comes to a node; every node is asked for once, in order."""
        found = self._frame.gathered(node, self._roots.pop(node, []), list(self._coming(node)))
        for piece in self._last.pop(node, ()):
            self._let_go(piece)
        return found

    def _coming(self, node: int) -> Iterator[Coming[Weights]]:
        grain = self._frame.grain(node)
        for leg in self._legs.get(node, ()):
            yield Coming(leg.way, [source for source, _part, _factor in leg.pieces], self._summed(leg.pieces, grain))

    def send(self, node: int, parts: Sequence[Weights]) -> None:
        """Let the parts of a node go on."""
        self._parts[node] = parts

    def _summed(self, pieces: tuple[Piece, ...], grain: int) -> Weights:
        found = self._sums.get((pieces, grain))
        if found is None:
            if len(pieces) == 1:
                found = self._piece(pieces[0], grain)
            else:
                each = [self._summed((piece,), grain) for piece in pieces]
                found = self._frame.summed([source for source, _part, _factor in pieces], each, grain)
            self._sums[pieces, grain] = found
        return found

    def _piece(self, piece: Piece, grain: int) -> Weights:
        node, part, factor = piece
        weights = self._parts[node][part] if node in self._parts else self._frame.none
        return self._frame.times(node, weights, factor, grain)

    def _last_uses(self, order: Iterable[int]) -> dict[int, list[Kept | int]]:
        """Return for each node what is needed there for the last time: sums, and nodes with all their parts."""
        last: dict[Kept | int, int] = {}
        for node in order:
            grain = self._frame.grain(node)
            for leg in self._legs.get(node, ()):
                last[leg.pieces, grain] = node
                for piece in leg.pieces:
                    last[(piece,), grain] = node
                    last[piece[0]] = node
        found: defaultdict[int, list[Kept | int]] = defaultdict(list)
        for kept, node in last.items():
            found[node].append(kept)
        return dict(found)

    def _let_go(self, kept: Kept | int) -> None:
        if isinstance(kept, int):
            self._parts.pop(kept, None)
        else:
            self._sums.pop(kept, None)


def levels(net: Net, limits: Limits) -> list[tuple[int, ...]]:
    """Return the circles of a net in order: level by level, and in a level as what leads there first.

    The level of a node is the number of moves on the longest way there. Raises `StoppedError` if a limit is passed.
    """
    number = {node: index for index, circle in enumerate(net.order) for node in circle}
    ahead = [
        {number[move.to] for node in circle for case in net.cases[node] for move in case.moves} - {index}
        for index, circle in enumerate(limits.each(net.order))
    ]
    depth = [0] * len(ahead)
    for index, following in enumerate(ahead):
        for to in following:
            depth[to] = max(depth[to], depth[index] + 1)
    by_depth: defaultdict[int, dict[int, None]] = defaultdict(dict)
    for index in range(len(ahead)):
        by_depth[depth[index]][index] = None
    found: list[int] = []
    level = list(by_depth.get(0, ()))
    while level:
        found += level
        coming = dict.fromkeys(to for index in level for to in sorted(ahead[index]))
        after = by_depth.get(depth[level[0]] + 1, {})
        level = [*(to for to in coming if to in after), *(to for to in after if to not in coming)]
    return [net.order[index] for index in found]
