"""Chances for a reader who picks evenly among open options: fixed-point numbers, or doubles in arrays.

1. A field holds a chance times the scale of its spot (`scales`); doubles need none.
2. In a circle the number of visits is found by solving its linear equations, for each region of its conditions.
   What can never leave a circle is `endless`.
3. Rounding a field only ever loses, so what is missing from 1 in the end is its whole extent, but for some 10^-16 a
   step in the scales, which are doubles. It is kept as `lost`. Doubles in arrays lose or gain as little at each step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from game.insight.exact.chart import Case, Chart
from game.insight.exact.confluence import Arrivals, Confluence, levels
from game.insight.exact.fate import Bounds
from game.insight.exact.frame import Frame
from game.insight.exact.idling import Stay, stays
from game.insight.exact.limits import Limits
from game.insight.exact.row_frames import ScaledRows
from game.insight.exact.rows import Windows
from game.insight.exact.scales import Scales, Unscaled, scales
from game.insight.exact.walk import Trail
from game.insight.exact.wholes import sheets
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
    """The walk under way: what came to each spot, weights in its scale, and as one chance, as long as that is known."""

    def __init__(self, chart: Chart, bounds: list[Bounds], limits: Limits) -> None:
        self.chart = chart
        self.order = levels(chart, limits)
        self.stays = {circle: stays(chart, circle, limits) for circle in chart.order if _turns(chart, circle)}
        self.scales, self.frame = self._kept(bounds, limits)
        self.found = Shares()
        self.parts: dict[int, list[_Part]] = {}
        self.coming: defaultdict[int, float] = defaultdict(float)
        self.flow = Confluence(self.order, self._arrivals(limits), self.frame)
        for root in chart.roots[:1]:
            self.flow.begin(root.to, root.me, root.we, self.scales.coming[root.to])
            self.coming[root.to] = 1.0
            self._enter(root.trail, frozenset(), 1.0)

    def _kept(self, bounds: list[Bounds], limits: Limits) -> tuple[Scales | Unscaled, Frame[Any]]:
        """Return how chances are kept, and to what scale."""
        arrays = sheets(len(self.chart.cases))
        if arrays:
            return Unscaled(), arrays.Sheets(self.chart, bounds, whole=False)
        found = scales(self.chart, self.stays, limits)
        return found, ScaledRows(Windows(self.chart, bounds, limits), bounds, found)

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
        gathered = {spot: self.flow.gathered(spot) for spot in circle}
        if circle in self.stays:
            visits = [self._stayed(stay, gathered) for stay in self.stays[circle]]
            for spot in circle:
                self._send(spot, [each[spot] for each in visits], frozenset(circle))
            return
        for spot in circle:
            parts = [self.frame.within(spot, gathered[spot], part.case.when) for part in self.parts[spot]]
            self._send(spot, parts, frozenset())

    def _stayed(self, stay: Stay, gathered: dict[int, Any]) -> dict[int, Any]:
        """Turn what came to a circle, in one region, into visits to its spots."""
        visits = dict.fromkeys(gathered, self.frame.none)
        for source, weights in gathered.items():
            part = self.frame.within(source, weights, stay.when)
            share = self.frame.total(source, part) / self.scales.left(source)
            if source in stay.trapped:
                self.found.endless += share
            grain = self.frame.grain(source)
            for spot, expected in stay.visits.get(source, {}).items() if part else ():
                self.found.endless += stay.caught.get(spot, 0.0) * expected * share
                more = self.frame.times(source, part, expected / stay.most, grain)
                visits[spot] = self.frame.summed((spot, source), (visits[spot], more), grain)
        return visits

    def _send(self, spot: int, parts: list[Any], inside: frozenset[int]) -> None:
        self.flow.send(spot, parts)
        for part, weights in zip(self.parts[spot], parts, strict=True):
            if weights:
                self._tell(spot, part, weights, inside)

    def _tell(self, spot: int, part: _Part, weights: Any, inside: frozenset[int]) -> None:  # noqa: ANN401  # of its frame
        """Note what is picked, entered and ended by what is sent on."""
        case, before = part.case, self.chart.spots[spot].picked
        if case.ends:
            for point, value in self.frame.cells(spot, weights):
                self.found.ends[point] += value / part.scale
            return
        whole = case.when is None and not inside
        share = (self.coming[spot] if whole else self.frame.total(spot, weights) / part.scale) / case.open
        for option in dict.fromkeys(move.pick for move in case.moves):
            if f"@{option}" not in before:
                self.found.picks[option] += share
        for move in case.moves:
            if move.to not in inside:
                going = share
                if move.when is not None:
                    gone = self.frame.within(spot, weights, move.when, (move.me, move.we))
                    going = self.frame.total(spot, gone) / part.scale / case.open
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
