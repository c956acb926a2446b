"""Idling: what becomes of a reader who goes round in a circle of repeatable picks, until something else is picked.

1. Meters do not change along a circle. So the plane is parted into regions in which all of its conditions are settled,
   and each region has linear equations of its own: the expected visits to each spot, from each spot where one enters.
2. A spot from which no way leads out is a trap: what enters it never ends.
3. The equations are solved by elimination; their matrix is weakly dominated by its diagonal, so no pivots are needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.insight.exact.chart import Case, Chart, Move
from game.insight.exact.flow import reached
from game.insight.exact.limits import Limits
from game.insight.exact.regions import conjunction, splits
from game.story.conditions import Condition, Not

Matrix = dict[int, dict[int, float]]


@dataclass(frozen=True, slots=True)
class Stay:
    """A circle in one region: the `cases` of its spots there, and the expected visits from each spot to each.

    `caught` is the chance that a visit to a spot ends in a trap; `most` a power of two no visits exceed.
    """

    when: Condition | None
    cases: Mapping[int, Case]
    visits: Mapping[int, Mapping[int, float]]
    trapped: frozenset[int]
    caught: Mapping[int, float]
    most: float


def stays(chart: Chart, circle: tuple[int, ...], limits: Limits) -> tuple[Stay, ...]:
    """Return what becomes of a reader in `circle`, for each region of the conditions in it.

    Past a limit the equations are left as they are.
    """
    cases = [case for spot in circle for case in chart.cases[spot]]
    moves = [move for case in cases for move in case.moves if move.again]
    asked = (*(case.when for case in cases), *(move.when for move in moves))
    conditions = tuple(dict.fromkeys(when for when in asked if when is not None))
    return tuple(
        _stay(chart, circle, dict(zip(conditions, truths, strict=True)), limits) for truths in splits(conditions)
    )


def _stay(chart: Chart, circle: tuple[int, ...], truth: Mapping[Condition, bool], limits: Limits) -> Stay:
    cases = {spot: case for spot in circle for case in chart.cases[spot] if case.when is None or truth[case.when]}
    inner = {spot: [move.to for move in case.moves if _within(move, circle, truth)] for spot, case in cases.items()}
    out = [spot for spot, case in cases.items() if len(inner[spot]) < case.open]
    leaving = reached(out, lambda spot: (each for each, ways in inner.items() if spot in ways))
    trapped = frozenset(circle) - leaving
    visits = _visits({spot: inner[spot] for spot in cases if spot in leaving}, cases, trapped, limits)
    caught = {spot: sum(way in trapped for way in inner[spot]) / cases[spot].open for spot in leaving}
    most = 1.0
    while most < max((sum(row.values()) for row in visits.values()), default=1.0):
        most *= 2
    region = (each if true else Not(each) for each, true in truth.items())
    return Stay(conjunction(region), cases, visits, trapped, caught, most)


def _within(move: Move, circle: tuple[int, ...], truth: Mapping[Condition, bool]) -> bool:
    return move.again and move.to in circle and (move.when is None or truth[move.when])


def _visits(
    inner: Mapping[int, list[int]], cases: Mapping[int, Case], trapped: frozenset[int], limits: Limits
) -> Matrix:
    """Solve visits = start + visits * moves, for a start at each spot, by elimination."""
    rows: Matrix = {}
    for spot, ways in inner.items():
        rows[spot] = {}
        for way in ways:
            if way not in trapped:
                rows[spot][way] = rows[spot].get(way, 0.0) + 1 / cases[spot].open
    known: Matrix = {spot: {spot: 1.0} for spot in inner}
    for pivot in inner:
        if not limits.passed():
            _eliminate(rows, known, pivot)
    return known


def _eliminate(rows: Matrix, known: Matrix, pivot: int) -> None:
    """Express the pivot by the other spots, and put that in wherever it is named."""
    by = 1 / (1 - rows[pivot].pop(pivot, 0.0))
    rows[pivot] = {spot: value * by for spot, value in rows[pivot].items()}
    known[pivot] = {spot: value * by for spot, value in known[pivot].items()}
    for spot, row in rows.items():
        share = row.pop(pivot, 0.0) if spot != pivot else 0.0
        if share:
            for target, held in ((row, rows[pivot]), (known[spot], known[pivot])):
                for each, value in held.items():
                    target[each] = target.get(each, 0.0) + share * value
