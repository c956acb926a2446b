"""Chances for a reader who picks evenly among open options: fixed-point numbers with a known scale at each node.

1. A field holds a chance times the scale of its spot (`scales`).
2. In a circle the number of visits is found by solving its linear equations, for each region of its conditions.
   What can never leave a circle is `endless`.
3. Rounding a field only ever loses, so what is missing from 1 in the end is its whole extent, but for some 10^-16 a
   step in the scales, which are doubles. It is kept as `lost`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from game.insight.exact.chart import Case, Chart
from game.insight.exact.fate import Bounds
from game.insight.exact.idling import Stay, stays
from game.insight.exact.limits import Limits
from game.insight.exact.rows import Rows, Windows, add, cells, fields, folded, total, within
from game.insight.exact.scales import scales
from game.insight.exact.walk import Trail
from game.story.model import Enter


@dataclass(slots=True)
class Shares:
    """Chances: of the meters at the end (folded), of picking each option and entering each scene and passage.

    What can repeat counts its first time only if the chart watches it.
    """

    ends: defaultdict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))
    picks: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    entered: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    endless: float = 0.0
    lost: float = 0.0


def shared_out(chart: Chart, bounds: list[Bounds], limits: Limits) -> Shares:
    """Return the chances of everything on a chart."""
    pouring = _Pouring(chart, bounds, limits)
    for circle in chart.order:
        if limits.passed():
            break
        pouring.pour(circle)
    found = pouring.found
    found.lost = 1 - sum(found.ends.values()) - found.endless
    return found


class _Pouring:
    """The walk under way: rows that came to each node, and their scales."""

    def __init__(self, chart: Chart, bounds: list[Bounds], limits: Limits) -> None:
        self.chart = chart
        self.bounds = bounds
        self.windows = Windows(chart, bounds)
        self.coming: dict[int, Rows] = {}
        self.stays = {circle: stays(chart, circle, limits) for circle in chart.order if _turns(chart, circle)}
        self.scales, self.found = scales(chart, self.stays), Shares()
        self.width = self.scales.width
        for root in chart.roots[:1]:
            start = {
                root.me: int(self.scales.coming[root.to]) << (root.we - self.windows.coming[root.to][0]) * self.width
            }
            self.coming[root.to] = start
            self._enter(root.trail, frozenset(), 1.0)

    def pour(self, circle: tuple[int, ...]) -> None:
        """Send on what came to the spots of a circle."""
        rows = {spot: self._taken(spot) for spot in circle}
        if circle not in self.stays:
            for spot in circle:
                for case in self.chart.cases[spot] if rows[spot] else ():
                    held = fields(self.windows.kept[spot], self.width)
                    self._send(spot, case, within(rows[spot], held, case.when), self.scales.left(spot), frozenset())
            return
        for stay in self.stays[circle]:
            self._stayed(stay, rows, frozenset(circle))

    def _taken(self, spot: int) -> Rows:
        """Return the rows that came to a spot, folded, and cut back where its scale is high."""
        here = fields(self.windows.kept[spot], self.width)
        rows = folded(self.coming.pop(spot, {}), fields(self.windows.coming[spot], self.width), here)
        return self.scales.cut(rows, here.count, spot)

    def _stayed(self, stay: Stay, rows: dict[int, Rows], inside: frozenset[int]) -> None:
        """Turn what came to a circle, in one region, into visits to its spots, and send those on."""
        visits: dict[int, Rows] = {spot: {} for spot in stay.cases}
        for source, row in rows.items():
            held = fields(self.windows.kept[source], self.width)
            part = within(row, held, stay.when)
            if source in stay.trapped:
                self.found.endless += total(part, self.width) / self.scales.left(source)
            for spot, expected in stay.visits.get(source, {}).items() if part else ():
                self.found.endless += (
                    stay.caught.get(spot, 0.0) * expected * total(part, self.width) / self.scales.left(source)
                )
                low = self.windows.kept[spot][0]
                more = self.scales.times(part, held.count, expected / stay.most)
                add(visits[spot], more, 0, (held.low - low) * self.width, self.bounds[spot].me)
        for spot, row in visits.items():
            self._send(spot, stay.cases[spot], row, self.scales.left(spot) / stay.most, inside)

    def _send(self, spot: int, case: Case, rows: Rows, scale: float, inside: frozenset[int]) -> None:
        if not rows:
            return
        held = fields(self.windows.kept[spot], self.width)
        share = total(rows, self.width) / scale / max(case.open, 1)
        if case.ends:
            for point, value in cells(rows, held):
                self.found.ends[point] += value / scale
        for option in dict.fromkeys(move.pick for move in case.moves):
            if f"@{option}" not in self.chart.spots[spot].picked:
                self.found.picks[option] += share
        ready: dict[float, Rows] = {}
        for move in case.moves:
            if move.to not in inside:
                going = within(rows, held, move.when, (move.me, move.we))
                part = share if move.when is None else total(going, self.width) / scale / case.open
                self._enter(move.trail, self.chart.spots[spot].picked, part)
                factor = self.scales.coming[move.to] / (scale * case.open)
                if move.when is None:
                    going = ready[factor] = ready.get(factor) or self.scales.times(going, held.count, factor)
                else:
                    going = self.scales.times(going, held.count, factor)
                shift = (held.low + move.we - self.windows.coming[move.to][0]) * self.width
                add(self.coming.setdefault(move.to, {}), going, move.me, shift, self.bounds[move.to].me)

    def _enter(self, trail: Trail, before: frozenset[str], share: float) -> None:
        """Note each scene and passage on a trail whose mark was not left `before`."""
        nodes = self.chart.reading.story.nodes
        for node in (nodes[place] for place in dict.fromkeys(trail)):
            if isinstance(node, Enter) and f"@{node.id}" not in before:
                self.found.entered[node.id] += share


def _turns(chart: Chart, circle: tuple[int, ...]) -> bool:
    return len(circle) > 1 or circle[0] in chart.ways(circle[0])
