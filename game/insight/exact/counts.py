"""Counting playthroughs, exactly: whole numbers however large, over a net without circles.

1. Each field holds the number of ways to a node with these meters; a move shifts, and rows that meet are added.
2. Fields grow with the numbers in them: a first walk without meters bounds how many ways lead to each node.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import Any

from game.insight.exact.chart import Chart
from game.insight.exact.confluence import Arrivals, Confluence, levels
from game.insight.exact.fate import Bounds, fate
from game.insight.exact.frame import Frame
from game.insight.exact.gathering import gathered
from game.insight.exact.limits import Limits, or_if_stopped
from game.insight.exact.net import Net
from game.insight.exact.row_frames import WholeRows
from game.insight.exact.rows import WORD, Windows
from game.insight.exact.wholes import sheets


@dataclass(frozen=True, slots=True)
class Counts:
    """How many playthroughs end with which meters; not `complete` if a limit left out some of what leads there."""

    ways: Counter[tuple[int, int]]
    complete: bool


def counts(whole: Chart, limits: Limits, bounds: list[Bounds] | None = None) -> Counts:
    """Return the counts of a chart, past a limit none or some; its `bounds` of fate are found if they are not given."""
    net = gathered(whole, limits)
    if bounds is None or net is not whole:
        bounds = or_if_stopped(partial(fate, net, whole.reading.story.dead_zone, limits), list[Bounds]())
    ways = or_if_stopped(partial(counted, net, bounds, limits), Counter[tuple[int, int]]())
    return Counts(ways, net.complete)


def counted(net: Net, bounds: list[Bounds], limits: Limits) -> Counter[tuple[int, int]]:
    """Return how many playthroughs end with which meters, folded onto the bounds of the nodes where they end.

    Past a limit only some of them; raises `StoppedError` if it is passed before anything was counted.
    """
    frame, order = _frame(net, bounds, limits), levels(net, limits)
    flow = Confluence(order, _arrivals(net, limits), frame)
    found: Counter[tuple[int, int]] = Counter()
    for root in net.roots:
        flow.begin(root.to, root.me, root.we, 1)
    for (node,) in order:
        if limits.passed():
            break
        weights = flow.gathered(node)
        parts = [frame.within(node, weights, case.when) for case in net.cases[node]]
        flow.send(node, parts)
        for case, part in zip(net.cases[node], parts, strict=True):
            if case.ends:
                found.update(dict(frame.cells(node, part)))
    return found


def _frame(net: Net, bounds: list[Bounds], limits: Limits) -> Frame[Any]:
    arrays = sheets(len(net.cases))
    if arrays is None:
        return WholeRows(Windows(net, bounds, limits), bounds, _widths(net, limits))
    frame: Frame[Any] = arrays.Sheets(net, bounds, whole=True)
    return frame


def _arrivals(net: Net, limits: Limits) -> Arrivals:
    arrivals = Arrivals()
    for (node,) in limits.each(net.order):
        for part, case in enumerate(net.cases[node]):
            for move in case.moves:
                arrivals.note(node, part, move)
    return arrivals


def _widths(net: Net, limits: Limits) -> dict[int, int]:
    """Return for each node how many bits, in whole words, hold the number of ways there."""
    ways: dict[int, int] = {}
    for root in net.roots:
        ways[root.to] = ways.get(root.to, 0) + 1
    for (node,) in limits.each(net.order):
        for case in net.cases[node]:
            for move in case.moves:
                ways[move.to] = ways.get(move.to, 0) + ways[node]
    return {node: -(-(number.bit_length() + 1) // WORD) * WORD for node, number in ways.items()}
