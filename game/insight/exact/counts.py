"""Counting playthroughs, exactly: whole numbers however large, over a net without circles.

1. Each field holds the number of ways to a node with these meters; a move shifts, and rows that meet are added.
2. Fields grow with the numbers in them: a first walk without meters bounds how many ways lead to each node.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from game.insight.exact.fate import Bounds
from game.insight.exact.limits import Limits
from game.insight.exact.net import Net
from game.insight.exact.rows import Rows, Windows, add, cells, fields, folded, widened, within

_GROWTH: Final = 1.5
_FIRST: Final = 48


def counted(net: Net, bounds: list[Bounds], limits: Limits) -> Counter[tuple[int, int]]:
    """Return how many playthroughs end with which meters, folded onto the bounds of the nodes where they end."""
    widths, windows = _widths(net), Windows(net, bounds)
    coming: dict[int, Rows] = {}
    found: Counter[tuple[int, int]] = Counter()
    for root in net.roots:
        start = {root.me: 1 << (root.we - windows.coming[root.to][0]) * widths[root.to]}
        add(coming.setdefault(root.to, {}), start, 0, 0, bounds[root.to].me)
    for (node,) in net.order:
        if limits.passed():
            break
        width = widths[node]
        here = fields(windows.kept[node], width)
        rows = folded(coming.pop(node, {}), fields(windows.coming[node], width), here)
        for case in net.cases[node] if rows else ():
            part = within(rows, here, case.when)
            if case.ends:
                found.update(dict(cells(part, here)))
            for move in case.moves:
                going = within(part, here, move.when, (move.me, move.we))
                wide = widths[move.to]
                shift = (here.low + move.we - windows.coming[move.to][0]) * wide
                into = coming.setdefault(move.to, {})
                add(into, widened(going, here, wide), move.me, shift, bounds[move.to].me)
    return found


def _widths(net: Net) -> dict[int, int]:
    """Return for each node how many bits, in whole bytes, hold the number of ways there."""
    ways: dict[int, int] = {}
    for root in net.roots:
        ways[root.to] = ways.get(root.to, 0) + 1
    for (node,) in net.order:
        for case in net.cases[node]:
            for move in case.moves:
                ways[move.to] = ways.get(move.to, 0) + ways[node]
    return {node: _width(number.bit_length() + 1) for node, number in ways.items()}


def _width(bits: int) -> int:
    width = _FIRST
    while width < bits:
        width = -(-int(width * _GROWTH) // 8) * 8
    return width
