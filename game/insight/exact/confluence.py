"""Confluence: the rows that come together at each node of a net, from all the moves that lead there.

1. Moves that bring the same parts of the same nodes to different places share one sum of these, as those do that differ
   in a fact which is not read any more once they were made.
2. Rows that only change their meters are the same numbers in another window; nothing is moved that need not be.
3. Nodes come level by level, and what nobody needs any more is let go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from game.insight.exact.chart import Move
from game.insight.exact.columns import Fields
from game.insight.exact.fate import Bounds
from game.insight.exact.limits import Limits
from game.insight.exact.net import Net
from game.insight.exact.rows import NONE, Rows, Windows, clamped, fields, folded, joined, moved, widened, within
from game.story.conditions import Condition

Piece = tuple[int, int, float]
"""A node, which of its parts, and what its fields are multiplied with."""

Way = tuple[int, int, Condition | None]
"""How the meters change on a move (me, we), and what has to hold of them afterwards."""

Kept = tuple[tuple[Piece, ...], int]
"""What a sum is kept by: its pieces, and the width of its fields."""

Times = Callable[[Rows, int, float], Rows]
"""What multiplies rows of so many columns by a factor."""


@dataclass(frozen=True, slots=True)
class Leg:
    """Pieces that all arrive in the same way."""

    way: Way
    pieces: tuple[Piece, ...]


class Frame(NamedTuple):
    """For each node the columns of its rows, the meters that are told apart there, and the bits of a field."""

    windows: Windows
    bounds: list[Bounds]
    widths: Mapping[int, int]


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


class Confluence:
    """Rows on their way over a net, whose nodes are met in `order`."""

    def __init__(
        self, order: Sequence[tuple[int, ...]], arrivals: Arrivals, frame: Frame, times: Times | None = None
    ) -> None:
        self._legs = arrivals.legs()
        self._windows, self._bounds, self._widths = frame
        self._times = times or _as_they_are
        self._parts: dict[int, Sequence[Rows]] = {}
        self._sums: dict[Kept, Rows] = {}
        self._roots: dict[int, Rows] = {}
        self._last = self._last_uses(node for circle in order for node in circle)

    def begin(self, node: int, me: int, we: int, weight: int) -> None:
        """Let a weight come to a node from outside."""
        shift = (we - self._windows.coming[node][0]) * self._widths[node]
        self._roots[node] = joined(self._roots.get(node, NONE), Rows(me, [weight << shift]))

    def gathered(self, node: int) -> Rows:
        """Return what comes to a node, in the window that it keeps; every node is asked for once, in order."""
        width, coming = self._widths[node], self._windows.coming[node]
        into = self._roots.pop(node, NONE)
        for shift, rows in sorted(self._going(node, width), key=itemgetter(0)):
            into = joined(into, rows, shift)
        into = clamped(into, self._bounds[node].me)
        for piece in self._last.pop(node, ()):
            self._let_go(piece)
        return folded(into, fields(coming, width), fields(self._windows.kept[node], width))

    def _going(self, node: int, width: int) -> Iterator[tuple[int, Rows]]:
        """Yield what comes by each leg, and by how many bits it stands higher than the window of the node."""
        for leg in self._legs.get(node, ()):
            me, we, when = leg.way
            rows, held = self._summed(leg.pieces, width)
            columns = held.low + we - self._windows.coming[node][0]
            yield columns * width, moved(within(rows, held, when, (me, we)), me, 0)

    def send(self, node: int, parts: Sequence[Rows]) -> None:
        """Let the parts of a node go on."""
        self._parts[node] = parts

    def _summed(self, pieces: tuple[Piece, ...], width: int) -> tuple[Rows, Fields]:
        spans = [self._windows.kept[node] for node, _part, _factor in pieces]
        low, high = min(span[0] for span in spans), max(span[1] for span in spans)
        found = self._sums.get((pieces, width))
        if found is None:
            if len(pieces) == 1:
                found = self._piece(pieces[0], width)
            else:
                found = NONE
                for span, piece in sorted(zip(spans, pieces, strict=True)):
                    rows, _held = self._summed((piece,), width)
                    found = joined(found, rows, (span[0] - low) * width)
            self._sums[pieces, width] = found
        return found, fields((low, high), width)

    def _piece(self, piece: Piece, width: int) -> Rows:
        node, part, factor = piece
        held = fields(self._windows.kept[node], self._widths[node])
        rows = self._parts[node][part] if node in self._parts else NONE
        return widened(self._times(rows, held.count, factor), held, width)

    def _last_uses(self, order: Iterable[int]) -> dict[int, list[Kept | int]]:
        """Return for each node what is needed there for the last time: sums, and nodes with all their parts."""
        last: dict[Kept | int, int] = {}
        for node in order:
            width = self._widths[node]
            for leg in self._legs.get(node, ()):
                last[leg.pieces, width] = node
                for piece in leg.pieces:
                    last[(piece,), width] = node
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


def _as_they_are(rows: Rows, _count: int, _factor: float) -> Rows:
    return rows


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
