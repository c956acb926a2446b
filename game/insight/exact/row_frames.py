"""Frames of rows: weights as rows of whole numbers, in windows that are fixed beforehand (`rows`).

Rows that only change their meters are the same numbers in another window; nothing is moved that need not be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import itemgetter

from game.insight.exact.columns import Fields
from game.insight.exact.fate import Bounds
from game.insight.exact.frame import Coming
from game.insight.exact.rows import NONE, Rows, Windows, cells, clamped, fields, folded, joined, moved, total, widened
from game.insight.exact.rows import within as taken
from game.insight.exact.scales import Scales
from game.insight.exact.wholes import made
from game.story.conditions import Condition


class WholeRows:
    """Whole numbers, in fields of so many bits at each node."""

    none = NONE

    def __init__(self, windows: Windows, bounds: list[Bounds], widths: Mapping[int, int]) -> None:
        self._windows, self._bounds, self._widths = windows, bounds, widths

    def _held(self, node: int) -> Fields:
        return fields(self._windows.kept[node], self._widths[node])

    def grain(self, node: int) -> int:
        """Return the bits of a field."""
        return self._widths[node]

    def point(self, node: int, me: int, we: int, weight: float) -> Rows:
        """Return a weight of one point, as it comes to a node."""
        shift = (we - self._windows.coming[node][0]) * self._widths[node]
        return Rows(me, [made()(int(weight)) << shift])

    def times(self, node: int, weights: Rows, factor: float, grain: int) -> Rows:
        """Return rows in fields of so many bits; whole numbers are counted, and nothing multiplies them."""
        if factor != 1:
            raise ValueError(factor)
        return widened(weights, self._held(node), grain)

    def summed(self, sources: Sequence[int], weights: Sequence[Rows], grain: int) -> Rows:
        """Return the sum of what goes out from several nodes, in the window that holds all of it."""
        low, found = self._reach(sources)[0], NONE
        for first, number in sorted((self._windows.kept[node][0], number) for number, node in enumerate(sources)):
            found = joined(found, weights[number], (first - low) * grain)
        return found

    def _reach(self, sources: Sequence[int]) -> tuple[int, int]:
        """Return the first and last column of the window that holds all of what goes out from several nodes."""
        spans = [self._windows.kept[node] for node in sources]
        return min(low for low, _ in spans), max(high for _, high in spans)

    def gathered(self, node: int, begun: Sequence[Rows], coming: Sequence[Coming[Rows]]) -> Rows:
        """Return what comes to a node, in the window that it keeps."""
        into = reduce(joined, begun, NONE)
        for shift, rows in sorted((self._arrived(node, each) for each in coming), key=itemgetter(0)):
            into = joined(into, rows, shift)
        into = clamped(into, self._bounds[node].me)
        return folded(into, fields(self._windows.coming[node], self._widths[node]), self._held(node))

    def _arrived(self, node: int, coming: Coming[Rows]) -> tuple[int, Rows]:
        """Return by how many bits what comes stands higher than the window of the node, and the rows."""
        me, we, when = coming.way
        span, width = self._reach(coming.sources), self._widths[node]
        rows = taken(coming.weights, fields(span, width), when, (me, we))
        return (span[0] + we - self._windows.coming[node][0]) * width, moved(rows, me, 0)

    def within(self, node: int, weights: Rows, when: Condition | None, change: tuple[int, int] = (0, 0)) -> Rows:
        """Return the part of a node's rows where `when` holds of the meters after a `change` of me and we."""
        return taken(weights, self._held(node), when, change)

    def total(self, node: int, weights: Rows) -> float:
        """Return the sum of all fields."""
        return total(weights, self._widths[node])

    def cells(self, node: int, weights: Rows) -> Iterator[tuple[tuple[int, int], int]]:
        """Yield each point whose field is not 0, and its field."""
        return cells(weights, self._held(node))


class ScaledRows(WholeRows):
    """Chances, as fixed-point numbers in the scale of each node."""

    def __init__(self, windows: Windows, bounds: list[Bounds], scales: Scales) -> None:
        super().__init__(windows, bounds, dict.fromkeys(scales.coming, scales.width))
        self._scales = scales

    def times(self, node: int, weights: Rows, factor: float, grain: int) -> Rows:  # noqa: ARG002  # fields are alike
        """Return rows with each field multiplied, and rounded down."""
        return self._scales.times(weights, self._held(node).count, factor)

    def gathered(self, node: int, begun: Sequence[Rows], coming: Sequence[Coming[Rows]]) -> Rows:
        """Return what comes to a node, cut back where its scale is high."""
        return self._scales.cut(super().gathered(node, begun, coming), self._held(node).count, node)
