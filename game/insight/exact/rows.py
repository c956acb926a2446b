"""Weights over the me/we plane: for each me a row of fields, one for each we, in one large whole number.

1. A window fixes for each node the columns that its rows hold: those that moves can bring, folded onto its bounds of
   fate once they stand out by more than a few columns, and always at an end.
2. The fields of a number are summed by taking it modulo 2^width - 1, as long as the sum is smaller than that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.insight.exact.columns import Fields, columns, reads_me
from game.insight.exact.fate import Bounds
from game.insight.exact.net import Net
from game.story.conditions import Condition

Rows = dict[int, int]

_LOOSE: Final = 12
"""Columns beyond a bound that are not worth folding yet."""


class Windows:
    """The columns of each node of a net: as they come in (`coming`), and as they are folded (`kept`)."""

    def __init__(self, net: Net, bounds: list[Bounds]) -> None:
        self.coming: dict[int, tuple[int, int]] = {}
        self.kept: dict[int, tuple[int, int]] = {}
        for root in net.roots:
            self._widen(root.to, root.we, root.we)
        for circle in net.order:
            for node in circle:
                for other in [self.coming[each] for each in circle if each in self.coming]:
                    self._widen(node, *other)
            for node in circle:
                ends = any(case.ends for case in net.cases[node])
                low, high = self.kept[node] = _folded(self.coming[node], bounds[node].we, 0 if ends else _LOOSE)
                for move in (move for case in net.cases[node] for move in case.moves):
                    self._widen(move.to, low + move.we, high + move.we)

    def _widen(self, node: int, low: int, high: int) -> None:
        known = self.coming.get(node, (low, high))
        self.coming[node] = (min(low, known[0]), max(high, known[1]))


def _folded(span: tuple[int, int], bound: tuple[int, int], loose: int) -> tuple[int, int]:
    low = max(span[0], min(bound[0], span[1])) if span[0] < bound[0] - loose else span[0]
    high = min(span[1], max(bound[1], low)) if span[1] > bound[1] + loose else span[1]
    return min(low, high), max(low, high)


def fields(span: tuple[int, int], width: int) -> Fields:
    """Return the fields of a window."""
    return Fields(span[0], span[1] - span[0] + 1, width)


def folded(rows: Rows, coming: Fields, kept: Fields) -> Rows:
    """Return rows with the columns outside of `kept` added to its outermost."""
    if coming == kept:
        return rows
    width, modulus = kept.width, (1 << kept.width) - 1
    left, right = (kept.low - coming.low) * width, kept.count * width
    last = (kept.count - 1) * width
    found = {}
    for me, row in rows.items():
        inner = row >> left
        below, above = row & ((1 << left) - 1), inner >> right
        found[me] = (inner & ((1 << right) - 1)) + below % modulus + (above % modulus << last)
    return found


def within(rows: Rows, held: Fields, when: Condition | None, change: tuple[int, int] = (0, 0)) -> Rows:
    """Return the part of rows where `when` holds of the meters after a `change` of me and we."""
    if when is None:
        return rows
    moved = Fields(held.low + change[1], held.count, held.width)
    if reads_me(when):
        parts = ((me, row & columns(when, me + change[0], moved)) for me, row in rows.items())
    else:
        mask = columns(when, 0, moved)
        parts = ((me, row & mask) for me, row in rows.items())
    return {me: row for me, row in parts if row}


def add(into: Rows, rows: Rows, change: int, shift: int, bound: tuple[int, int]) -> None:
    """Add rows, moved by `change` of me and `shift` bits, to `into`, folding me onto `bound`."""
    low, high = bound
    for me, row in rows.items():
        target = me + change
        if target > high:
            target = high
        elif target < low:
            target = low
        if target in into:
            into[target] += row << shift
        else:
            into[target] = row << shift


def total(rows: Rows, width: int) -> int:
    """Return the sum of all fields."""
    return sum(rows.values()) % ((1 << width) - 1)


def cells(rows: Rows, held: Fields) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield each point (me, we) whose field is not 0, and its field."""
    for me, row in rows.items():
        for column in range(held.count):
            value = (row >> column * held.width) & ((1 << held.width) - 1)
            if value:
                yield (me, held.low + column), value


def widened(rows: Rows, held: Fields, width: int) -> Rows:
    """Return rows with fields of `width` bits, no fewer than before; both widths are whole bytes."""
    old, new = held.width // 8, width // 8
    if old == new:
        return rows
    return {me: _spread(row, held.count, old, new) for me, row in rows.items()}


def _spread(row: int, count: int, old: int, new: int) -> int:
    source = row.to_bytes(count * old, "little")
    target = bytearray(count * new)
    for byte in range(old):
        target[byte::new] = source[byte::old]
    return int.from_bytes(target, "little")
