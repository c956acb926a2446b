"""Roads not taken: the nearest run that ends in another dynamic.

1. Nearest means: the fewest picks that are not in the player's run, each time that one is made; then the fewest of the
   player's picks left out; then the fewest repeatable picks. Skips of the run may be kept, others are not suggested.
2. Of equals the road that follows the player longest wins: at each choice in turn the player's own pick goes first,
   the earlier before the later, then the author's order.
3. A search by growing cost, over all spots with sets of meters, finds where each cost is met first; going back from a
   goal leaves what lies on a nearest road; going forward through that picks one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush

from game.insight.exact.chart import Case, Move
from game.insight.exact.flow import components, following
from game.insight.exact.outlook import Outlook
from game.story.model import Choose

Cost = tuple[int, int, int]
"""New picks, picks of the run left out, repeatable picks of the run that are kept."""

Planes = dict[int, int]

START: Cost = (0, 0, 0)


@dataclass(slots=True)
class Search:
    """A search from the beginning of the story; `met` are the meters met first at each cost, for each spot."""

    view: Outlook
    met: dict[Cost, Planes] = field(default_factory=dict)
    done: Planes = field(default_factory=dict)
    _before: defaultdict[int, list[tuple[int, Case, Move]]] = field(default_factory=lambda: defaultdict(list))
    _costs: dict[tuple[int, str, int], Cost] = field(default_factory=dict)
    _ahead: dict[int, frozenset[str]] = field(default_factory=dict)
    _rank: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Note what leads to each spot, where the picks of the run stand in it, and where they lie ahead."""
        chart = self.view.met.chart
        for spot in self.view.met.seen:
            for case in chart.cases[spot]:
                for move in case.moves:
                    self._before[move.to].append((spot, case, move))
        self._rank = {pick: number for number, pick in reversed(list(enumerate(self.view.picks)))}
        self._ahead = _ahead(self.view)

    def roads(self, dynamics: frozenset[str]) -> dict[str, tuple[str, ...]]:
        """Return the nearest run to each of these dynamics that can be reached at all."""
        wanted = {name for name in dynamics if any(self.view.goals[name].values())}
        found: dict[str, tuple[str, ...]] = {}
        layers = self._layers()
        while wanted != found.keys():
            cost, layer = next(layers)
            for name in sorted(wanted - found.keys()):
                goals = self.view.goals[name]
                hit = {spot: plane & layer[spot] for spot, plane in goals.items() if plane & layer.get(spot, 0)}
                if hit:
                    found[name] = self._first(self._narrowed(cost, hit))
        return found

    def _layers(self) -> Iterator[tuple[Cost, Planes]]:
        """Yield each cost, from the least on, with the meters at each spot that are first met at it."""
        root = self.view.met.chart.roots[0]
        coming: dict[Cost, Planes] = {START: {root.to: self.view.met.board.point(root.to, root.me, root.we)}}
        costs = [START]
        while True:
            cost = heappop(costs)
            layer = self.met[cost] = {}
            self._spread(cost, coming.pop(cost), layer, coming, costs)
            yield cost, layer

    def _spread(
        self, cost: Cost, arrived: Planes, layer: Planes, coming: dict[Cost, Planes], costs: list[Cost]
    ) -> None:
        """Follow all moves from what arrived at this cost, those without cost at once."""
        while arrived:
            self.view.limits.insist()
            spot, plane = arrived.popitem()
            fresh = plane & ~self.done.get(spot, 0)
            if not fresh:
                continue
            self.done[spot] = self.done.get(spot, 0) | fresh
            layer[spot] = layer.get(spot, 0) | fresh
            for case in self.view.met.chart.cases[spot]:
                taken = self.view.met.board.within(fresh, spot, case.when)
                for move in case.moves if taken else ():
                    sent = self.view.met.sent(move, case, spot, taken) & ~self.done.get(move.to, 0)
                    if sent:
                        after = self._after(cost, spot, move)
                        if after != cost and after not in coming:
                            coming[after] = {}
                            heappush(costs, after)
                        into = arrived if after == cost else coming[after]
                        into[move.to] = into.get(move.to, 0) | sent

    def _after(self, cost: Cost, spot: int, move: Move) -> Cost:
        more = self._cost(spot, move)
        return (cost[0] + more[0], cost[1] + more[1], cost[2] + more[2])

    def _cost(self, spot: int, move: Move) -> Cost:
        """Return what a move costs: a pick of the run is left out where it was ahead, and no longer is."""
        key = (spot, move.pick, move.to)
        if key not in self._costs:
            kept = move.pick in self._rank
            once = kept and not move.again and not move.skip
            left_out = len(self._still(spot)) - len(self._still(move.to)) - once
            self._costs[key] = (int(not kept), left_out, int(kept and move.again))
        return self._costs[key]

    def _still(self, spot: int) -> frozenset[str]:
        """Return the picks of the run that may still come after a spot."""
        here = self.view.met.chart.spots[spot]
        return self._ahead[here.place] - here.picked

    def _narrowed(self, cost: Cost, hit: Planes) -> dict[tuple[Cost, int], int]:
        """Return what lies on the ways from the beginning to `hit`, met first at `cost`."""
        kept: dict[tuple[Cost, int], int] = {}
        waiting = [(cost, spot, plane) for spot, plane in hit.items()]
        while waiting:
            cost, spot, plane = waiting.pop()
            fresh = plane & ~kept.get((cost, spot), 0)
            if not fresh:
                continue
            kept[cost, spot] = kept.get((cost, spot), 0) | fresh
            for source, case, move in self._before[spot]:
                less = self._cost(source, move)
                before = (cost[0] - less[0], cost[1] - less[1], cost[2] - less[2])
                here = self.met.get(before, {}).get(source, 0)
                came = self.view.met.came(move, case, source, fresh) & here if here else 0
                if came:
                    waiting.append((before, source, came))
        return kept

    def _first(self, kept: dict[tuple[Cost, int], int]) -> tuple[str, ...]:
        """Return the run through `kept` that follows the player longest."""
        root = self.view.met.chart.roots[0]
        cost, spot, plane = START, root.to, self.view.met.board.point(root.to, root.me, root.we)
        run: list[str] = []
        while not self.view.met.chart.cases[spot][0].ends:
            ways = [
                (move, after, sent)
                for case in self.view.met.chart.cases[spot]
                for move in case.moves
                if (after := self._after(cost, spot, move), move.to) in kept
                if (sent := self.view.met.sent(move, case, spot, plane) & kept[after, move.to])
            ]
            move, cost, plane = min(ways, key=lambda way: self._rank.get(way[0].pick, len(self._rank)))
            spot = move.to
            run.append(move.pick)
        return tuple(run)


def _ahead(view: Outlook) -> dict[int, frozenset[str]]:
    """Return for each place the picks of the run that may be offered from there on, but for skips and repeatables."""
    story = view.story
    once = {pick for pick in view.picks if pick in story.options and not story.options[pick].again}
    places = dict.fromkeys(spot.place for spot in view.met.chart.spots)
    found: dict[int, frozenset[str]] = {}
    for circle in reversed(components(places, lambda here: following(story, here))):
        nodes = (story.nodes[place] for place in circle)
        here = {option for node in nodes if isinstance(node, Choose) for option in node.options}
        after = {found[way] for place in circle for way in following(story, place) if way in found}
        found.update(dict.fromkeys(circle, frozenset(here & once).union(*after)))
    return found
