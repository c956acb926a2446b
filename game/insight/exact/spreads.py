"""What reaching tells at a glance: ranges of meters, where each verdict is met, and choices with nothing open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.insight.dynamics import SIGNS
from game.insight.exact.limits import Limits
from game.insight.exact.planes import Board, Span
from game.insight.exact.reach import Layer, Reach, shortest
from game.story.conditions import And, Compare, Condition, Constant, Meter
from game.story.model import Choose, Finish, Node
from game.story.names import IN_BETWEEN

Ranges = tuple[Span, Span]
"""The lowest and highest me, and the lowest and highest we."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A choice (its node) that some playthrough meets with nothing open, and a shortest run that does.

    `spent` tells that all of its options were picked before, otherwise those that are left are closed by conditions.
    """

    place: int
    scene: str
    spent: bool
    run: tuple[str, ...]


def ranges(met: Reach, kind: type[Node]) -> dict[int, Ranges]:
    """Return the ranges of the meters at each place of this kind (`Choose`, `Finish`) that is reached."""
    nodes, first, planes = met.chart.reading.story.nodes, dict[int, int](), dict[int, int]()
    for spot, plane in met.seen.items():
        place = met.chart.spots[spot].place
        if isinstance(nodes[place], kind):
            first.setdefault(place, spot)
            planes[place] = planes.get(place, 0) | plane
    return {place: met.board.reached(plane, first[place]) for place, plane in planes.items()}


def _both(one: Span, other: Span) -> Span:
    return (min(one[0], other[0]), max(one[1], other[1]))


def overall(spans: Mapping[int, Ranges]) -> Ranges | None:
    """Return the ranges over several places, None over none."""
    found: Ranges | None = None
    for me, we in spans.values():
        found = (_both(found[0], me), _both(found[1], we)) if found else (me, we)
    return found


def named(dynamic: str, dead_zone: tuple[int, int]) -> Condition:
    """Return the condition on the meters that names one of the four dynamics."""
    parts = zip(("me", "we"), SIGNS[dynamic], dead_zone, strict=True)
    return And(
        tuple(Compare(">" if sign > 0 else "<", Meter(meter), Constant(sign * dead)) for meter, sign, dead in parts)
    )


def verdicts(board: Board, ends: Layer, dead_zone: tuple[int, int]) -> dict[str, Layer]:
    """Return for each dynamic, and in between, which part of the sets at the ends it names."""
    found = {
        dynamic: {spot: board.within(plane, spot, named(dynamic, dead_zone)) for spot, plane in ends.items()}
        for dynamic in SIGNS
    }
    rest = dict(ends)
    for planes in found.values():
        rest = {spot: plane & ~planes[spot] for spot, plane in rest.items()}
    return {**found, IN_BETWEEN: rest}


def ends(met: Reach) -> Layer:
    """Return the sets of meters of finished playthroughs."""
    nodes, spots = met.chart.reading.story.nodes, met.chart.spots
    return {spot: plane for spot, plane in met.seen.items() if isinstance(nodes[spots[spot].place], Finish)}


def closed_places(met: Reach, limits: Limits) -> tuple[Closed, ...]:
    """Return the choices that some playthrough meets with nothing open, by their nodes; past a limit only some.

    Raises `StoppedError` if a limit is passed while one of them is looked for.
    """
    found: dict[tuple[int, bool], tuple[str, ...]] = {}
    for root in met.chart.roots[:1]:
        found.update({(place, place not in root.closed): () for place in _passed(met, root.trail)})
    goals: dict[tuple[int, bool], dict[str, dict[int, int]]] = {}
    for spot, case, move in met.moves():
        for place in _passed(met, move.trail):
            plane = met.came(move, case, spot, met.sent(move, case, spot, met.seen[spot])) & met.seen[spot]
            layer = goals.setdefault((place, place not in move.closed), {}).setdefault(move.pick, {})
            layer[spot] = layer.get(spot, 0) | plane
    for key, picks in goals.items():
        if limits.passed():
            break
        runs = [(*run, pick) for pick, layer in picks.items() if (run := shortest(met, layer, limits)) is not None]
        if runs and key not in found:
            found[key] = min(runs, key=len)
    nodes = met.chart.reading.story.nodes
    return tuple(
        Closed(place, node.scene, spent, run)
        for (place, spent), run in sorted(found.items())
        if isinstance(node := nodes[place], Choose)
    )


def _passed(met: Reach, trail: tuple[int, ...]) -> list[int]:
    nodes = met.chart.reading.story.nodes
    return [place for place in trail[:-1] if isinstance(nodes[place], Choose)]
