"""Frames of sheets: weights as arrays of numpy (`sheets`), which know themselves where they begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.insight.exact.fate import Bounds
from game.insight.exact.frame import Coming
from game.insight.exact.net import Net
from game.insight.exact.sheets import NONE, Sheet, folded, joined, point, points, total
from game.insight.exact.sheets import within as taken
from game.story.conditions import Condition


class Sheets:
    """A frame of sheets: whole numbers for a net's playthroughs, or doubles for their chances."""

    none = NONE

    def __init__(self, net: Net, bounds: list[Bounds], *, whole: bool) -> None:
        self._ends = frozenset(node for node, cases in enumerate(net.cases) if any(case.ends for case in cases))
        self._bounds, self._whole = bounds, whole

    def grain(self, _node: int) -> int:
        """Return 0: a sum is of use wherever its pieces are."""
        return 0

    def point(self, _node: int, me: int, we: int, weight: float) -> Sheet:
        """Return a weight of one point."""
        return point(me, we, weight, whole=self._whole)

    def times(self, _node: int, weights: Sheet, factor: float, _grain: int) -> Sheet:
        """Return a sheet multiplied by a factor; whole numbers are counted, and nothing multiplies them."""
        return weights if factor == 1 else weights._replace(cells=weights.cells * factor)

    def summed(self, _sources: Sequence[int], weights: Sequence[Sheet], _grain: int) -> Sheet:
        """Return the sum of what goes out from several nodes."""
        return joined(weights)

    def gathered(self, node: int, begun: Sequence[Sheet], coming: Sequence[Coming[Sheet]]) -> Sheet:
        """Return the sum of all that comes to a node, folded onto its bounds."""
        arrived = [taken(sheet, when, (me, we)).moved(me, we) for (me, we, when), _, sheet in coming]
        found, loosely = joined([*begun, *arrived]), node not in self._ends
        shared = any(found.cells is each.cells for each in arrived)
        return folded(found, self._bounds[node], loosely=loosely, shared=shared)

    def within(self, _node: int, weights: Sheet, when: Condition | None, change: tuple[int, int] = (0, 0)) -> Sheet:
        """Return the part of a sheet where `when` holds of the meters after a `change` of me and we."""
        return taken(weights, when, change)

    def total(self, _node: int, weights: Sheet) -> float:
        """Return the sum of all weights, as a double."""
        return total(weights)

    def cells(self, _node: int, weights: Sheet) -> Iterator[tuple[tuple[int, int], int]]:
        """Yield each point that has a weight, and its weight."""
        return points(weights)
