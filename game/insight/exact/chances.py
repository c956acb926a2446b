"""Chances for a reader who picks evenly among open options: fixed-point numbers with a known scale at each node.

1. A field holds a chance times the scale of its spot (`scales`).
2. In a circle the number of visits is found by solving its linear equations, for each region of its conditions.
   What can never leave a circle is `endless`.
3. Rounding a field only ever loses, so what is missing from 1 in the end is its whole extent, but for some 10^-16 a
   step in the scales, which are doubles. It is kept as `lost`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from game.insight.exact.chart import Case, Chart
from game.insight.exact.confluence import Arrivals, Confluence, Frame, levels
from game.insight.exact.fate import Bounds
from game.insight.exact.idling import Stay, stays
from game.insight.exact.limits import Limits
from game.insight.exact.rows import NONE, Rows, Windows, cells, clamped, fields, joined, moved, total, within
from game.insight.exact.scales import scales
from game.insight.exact.walk import Trail
from game.insight.exact.wholes import made
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
    """Return the chances of everything on a chart.

    Past a limit only some of them; raises `StoppedError` if it is passed before anything was shared out.
    """
    pouring = _Pouring(chart, bounds, limits)
    for circle in pouring.order:
        if limits.passed():
            break
        pouring.pour(circle)
    found = pouring.found
    found.lost = 1 - sum(found.ends.values()) - found.endless
    return found


NOTHING: Final = Case(None, 1, ())
"""What a spot of a circle does in a region where it cannot be."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What is sent on from a spot in one of its cases: its fields hold chances times `scale`."""

    case: Case
    scale: float


class _Pouring:
    """The walk under way: what came to each spot, as rows in its scale and as one chance, as long as that is known."""

    def __init__(self, chart: Chart, bounds: list[Bounds], limits: Limits) -> None:
        self.chart = chart
        self.bounds = bounds
        self.order = levels(chart, limits)
        self.windows = Windows(chart, bounds, limits)
        self.stays = {circle: stays(chart, circle, limits) for circle in chart.order if _turns(chart, circle)}
        self.scales, self.found = scales(chart, self.stays, limits), Shares()
        self.width = self.scales.width
        self.parts: dict[int, list[_Part]] = {}
        self.coming: defaultdict[int, float] = defaultdict(float)
        frame = Frame(self.windows, bounds, dict.fromkeys(self.scales.coming, self.width))
        self.flow = Confluence(self.order, self._arrivals(limits), frame, self.scales.times)
        whole = made()
        for root in chart.roots[:1]:
            self.flow.begin(root.to, root.me, root.we, whole(int(self.scales.coming[root.to])))
            self.coming[root.to] = 1.0
            self._enter(root.trail, frozenset(), 1.0)

    def _arrivals(self, limits: Limits) -> Arrivals:
        arrivals = Arrivals()
        for circle in limits.each(self.order):
            inside = frozenset(circle) if circle in self.stays else frozenset[int]()
            for spot in circle:
                self.parts[spot] = list(self._parted(spot, circle))
                for number, part in enumerate(self.parts[spot]):
                    for move in part.case.moves:
                        if move.to not in inside:
                            factor = self.scales.coming[move.to] / (part.scale * part.case.open)
                            arrivals.note(spot, number, move, factor)
        return arrivals

    def _parted(self, spot: int, circle: tuple[int, ...]) -> Iterator[_Part]:
        """Yield the parts of a spot: its cases; in a circle one for each region of that."""
        scale = self.scales.left(spot)
        if circle in self.stays:
            yield from (_Part(stay.cases.get(spot, NOTHING), scale / stay.most) for stay in self.stays[circle])
        else:
            yield from (_Part(case, scale) for case in self.chart.cases[spot])

    def pour(self, circle: tuple[int, ...]) -> None:
        """Send on what came to the spots of a circle."""
        rows = {spot: self._taken(spot) for spot in circle}
        if circle in self.stays:
            visits = [self._stayed(stay, rows) for stay in self.stays[circle]]
            for spot in circle:
                self._send(spot, [each[spot] for each in visits], frozenset(circle))
            return
        for spot in circle:
            held = fields(self.windows.kept[spot], self.width)
            parts = [within(rows[spot], held, part.case.when) for part in self.parts[spot]]
            self._send(spot, parts, frozenset())

    def _taken(self, spot: int) -> Rows:
        """Return the rows that came to a spot, cut back where its scale is high."""
        return self.scales.cut(self.flow.gathered(spot), fields(self.windows.kept[spot], self.width).count, spot)

    def _stayed(self, stay: Stay, rows: dict[int, Rows]) -> dict[int, Rows]:
        """Turn what came to a circle, in one region, into visits to its spots."""
        visits = dict.fromkeys(rows, NONE)
        for source, row in rows.items():
            held = fields(self.windows.kept[source], self.width)
            part = within(row, held, stay.when)
            share = total(part, self.width) / self.scales.left(source)
            if source in stay.trapped:
                self.found.endless += share
            for spot, expected in stay.visits.get(source, {}).items() if part.each else ():
                self.found.endless += stay.caught.get(spot, 0.0) * expected * share
                low = self.windows.kept[spot][0]
                more = self.scales.times(part, held.count, expected / stay.most)
                visits[spot] = joined(visits[spot], moved(more, 0, (held.low - low) * self.width))
        return {spot: clamped(row, self.bounds[spot].me) for spot, row in visits.items()}

    def _send(self, spot: int, parts: list[Rows], inside: frozenset[int]) -> None:
        self.flow.send(spot, parts)
        for part, rows in zip(self.parts[spot], parts, strict=True):
            if rows.each:
                self._tell(spot, part, rows, inside)

    def _tell(self, spot: int, part: _Part, rows: Rows, inside: frozenset[int]) -> None:
        """Note what is picked, entered and ended by what is sent on."""
        held, case = fields(self.windows.kept[spot], self.width), part.case
        before = self.chart.spots[spot].picked
        if case.ends:
            for point, value in cells(rows, held):
                self.found.ends[point] += value / part.scale
            return
        whole = case.when is None and not inside
        share = (self.coming[spot] if whole else total(rows, self.width) / part.scale) / case.open
        for option in dict.fromkeys(move.pick for move in case.moves):
            if f"@{option}" not in before:
                self.found.picks[option] += share
        for move in case.moves:
            if move.to not in inside:
                going = share
                if move.when is not None:
                    gone = within(rows, held, move.when, (move.me, move.we))
                    going = total(gone, self.width) / part.scale / case.open
                self.coming[move.to] += going
                self._enter(move.trail, before, going)

    def _enter(self, trail: Trail, before: frozenset[str], share: float) -> None:
        """Note each scene and passage on a trail whose mark was not left `before`."""
        nodes = self.chart.reading.story.nodes
        for place in dict.fromkeys(trail):
            node = nodes[place]
            if isinstance(node, Enter) and f"@{node.id}" not in before:
                self.found.entered[node.id] += share


def _turns(chart: Chart, circle: tuple[int, ...]) -> bool:
    return len(circle) > 1 or circle[0] in chart.ways(circle[0])
