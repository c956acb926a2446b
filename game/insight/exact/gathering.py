"""Gathering: playthroughs told apart by the picks that can be made only once.

1. A repeatable pick can be made any number of times, so playthroughs that differ in such picks alone count as one: a
   playthrough is the order of its other picks. Two of them have the same meters, since repeatable picks are unscored.
2. So the spots that repeatable picks join are gathered into one node, all of them a reader might be at, like the
   states of an automaton made deterministic; a node ends a playthrough if some spot of it does.
3. Where conditions on meters decide what joins, the node has a case for each region.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from game.insight.exact.chart import Case, Chart, Move, Root
from game.insight.exact.flow import components
from game.insight.exact.limits import Limits
from game.insight.exact.net import Net
from game.insight.exact.regions import conjunction, possible
from game.story.conditions import Condition

Members = frozenset[int]


@dataclass(frozen=True)
class Gathered:
    """A net without circles in which nothing can be repeated. `complete` is False when a limit cut it short."""

    cases: tuple[tuple[Case, ...], ...]
    roots: tuple[Root, ...]
    complete: bool

    @cached_property
    def order(self) -> Sequence[tuple[int, ...]]:
        """The nodes, each before all that it leads to."""
        starts = (root.to for root in self.roots)
        return components(starts, lambda node: [move.to for case in self.cases[node] for move in case.moves])


def gathered(chart: Chart, limits: Limits) -> Net:
    """Return a net with the playthroughs of `chart`, those that differ in repeatable picks alone counted as one."""
    if not any(move.again for cases in chart.cases for case in cases for move in case.moves):
        return chart
    numbers: dict[Members, int] = {}
    nodes: list[Members] = []
    roots = tuple(Root(_number(frozenset((root.to,)), numbers, nodes), root.me, root.we, ()) for root in chart.roots)
    cases: list[tuple[Case, ...]] = []
    while len(cases) < len(nodes) and not limits.passed(len(nodes)):
        stays = list(_joined(chart, nodes[len(cases)]))
        cases.append(tuple(_case(stay, when, numbers, nodes) for stay, when in stays))
    complete = len(cases) == len(nodes)
    return Gathered((*cases, *(((),) * (len(nodes) - len(cases)))), roots, complete)


def _number(members: Members, numbers: dict[Members, int], nodes: list[Members]) -> int:
    number = numbers.setdefault(members, len(nodes))
    if number == len(nodes):
        nodes.append(members)
    return number


def _joined(chart: Chart, members: Members) -> Iterator[tuple[dict[int, Case], Condition | None]]:
    """Yield each way in which repeatable picks join spots to `members`, with the region where they do."""
    started: tuple[Members, dict[int, Case], Condition | None] = (members, {}, None)
    under_way = [started]
    while under_way:
        waiting, known, when = under_way.pop()
        if not waiting:
            yield known, when
            continue
        spot = min(waiting)
        for case in chart.cases[spot]:
            for ways, region in _choices([move for move in case.moves if move.again], conjunction((when, case.when))):
                joined = {**known, spot: case}
                under_way.append(((waiting | ways) - joined.keys(), joined, region))


def _choices(moves: list[Move], when: Condition | None) -> Iterator[tuple[Members, Condition | None]]:
    """Yield where picks can lead together: of each pick one of its moves, as far as their regions meet."""
    picks: dict[str, list[Move]] = {}
    for move in moves:
        picks.setdefault(move.pick, []).append(move)
    for chosen in product(*picks.values()):
        region = conjunction((when, *(move.when for move in chosen)))
        if possible(region):
            yield frozenset(move.to for move in chosen), region


def _case(stay: dict[int, Case], when: Condition | None, numbers: dict[Members, int], nodes: list[Members]) -> Case:
    moves: dict[str, list[list[Move]]] = {}
    for case in stay.values():
        for option in dict.fromkeys(move.pick for move in case.moves if not move.again):
            moves.setdefault(option, []).append([move for move in case.moves if move.pick == option])
    merged = tuple(
        Move(chosen[0].pick, chosen[0].me, chosen[0].we, region, _number(ends, numbers, nodes), ())
        for ways in moves.values()
        for chosen in product(*ways)
        if possible(region := conjunction(move.when for move in chosen))
        for ends in (frozenset(move.to for move in chosen),)
    )
    return Case(when, len(merged), merged, ends=any(case.ends for case in stay.values()))
