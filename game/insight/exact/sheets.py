"""Sheets: weights over the me/we plane as one array of numpy, for stories that are long.

1. A sheet has layers, each with a line for every me and a column for every we. Chances are doubles, in one layer.
2. Counts are whole numbers however large: the digits of each, to the base 2^52, lie in as many layers as they need, the
   lowest first. So sheets are added layer by layer, and what a digit has too much is carried only now and then.
3. `most` tells that no digit is above so many times the base; it stays small enough for two sheets to be added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any, Final, NamedTuple

import numpy as np

from game.insight.exact.fate import Bounds
from game.story.conditions import SIGNS, And, Compare, Condition, Constant, Meter, Not, Or, Term

DIGIT: Final = 52
"""The bits of a digit."""

_BASE: Final = 1 << DIGIT
_ROOM: Final = 1 << (64 - DIGIT - 1)
"""How often the base goes into a word, halved."""

_LOOSE: Final = 12
_PART: Final = 16
"""Lines beyond a bound that are not worth folding yet: so many, and this part of all."""


class Sheet(NamedTuple):
    """An array (layers, lines from `me` on, columns from `we` on). It may be shared, and is never changed."""

    me: int
    we: int
    cells: Any
    most: int = 1

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.cells.size)

    def moved(self, me: int, we: int) -> Sheet:
        """Return the sheet after the meters changed."""
        return self._replace(me=self.me + me, we=self.we + we)


NONE: Final = Sheet(0, 0, np.zeros((0, 0, 0)))
"""An empty sheet."""


def joined(sheets: Sequence[Sheet]) -> Sheet:
    """Return the sum of sheets."""
    sheets = [sheet for sheet in sheets if sheet] or [NONE]
    if len(sheets) == 1:
        return sheets[0]
    me, we = min(sheet.me for sheet in sheets), min(sheet.we for sheet in sheets)
    ends = [(len(cells), at + cells.shape[1], beside + cells.shape[2]) for at, beside, cells, _ in sheets]
    layers, last, edge = (max(end) for end in zip(*ends, strict=True))
    into, most = np.zeros((layers, last - me, edge - we), sheets[0].cells.dtype), 0
    for sheet in sheets:
        _, lines, columns = sheet.cells.shape
        line, column = sheet.me - me, sheet.we - we
        part = into[: len(sheet.cells), line : line + lines, column : column + columns]
        if most:
            part += sheet.cells
        else:
            part[...] = sheet.cells  # faster than to add it to nothing
        into, most = _carried(into, most + sheet.most)
    return Sheet(me, we, into, most)


def _carried(cells: Any, most: int) -> tuple[Any, int]:  # noqa: ANN401  # numpy is an extra
    """Return cells, which nobody else has, and their `most` once there is room in their digits again."""
    if most <= _ROOM or cells.dtype.kind == "f":
        return cells, most
    for layer in range(len(cells) - 1):
        cells[layer + 1] += cells[layer] >> DIGIT
        cells[layer] &= _BASE - 1
    over = cells[-1] >> DIGIT
    if over.any():
        cells[-1] &= _BASE - 1
        cells = np.concatenate((cells, over[None]))
    return cells, 1


def folded(sheet: Sheet, bounds: Bounds, *, loosely: bool, shared: bool) -> Sheet:
    """Return a sheet with what lies beyond its bounds laid on the outermost inside; `loosely` only where it is much.

    A sheet that is not `shared` is folded where it lies.
    """
    for axis, (low, high) in ((1, bounds.me), (2, bounds.we)):
        spare = _LOOSE + sheet.cells.shape[axis] // _PART if loosely else 0
        if sheet[axis - 1] < low - spare or sheet[axis - 1] + sheet.cells.shape[axis] > high + spare + 1:
            sheet, shared = sheet._replace(cells=sheet.cells.copy() if shared else sheet.cells), False
            sheet = _mirrored(_raised(_mirrored(_raised(sheet, axis, low), axis), axis, -high), axis)
    return sheet


def _mirrored(sheet: Sheet, axis: int) -> Sheet:
    """Return a sheet as it is with one meter negated."""
    first = 1 - sheet[axis - 1] - sheet.cells.shape[axis]
    return _placed(sheet, axis, first, np.flip(sheet.cells, axis), sheet.most)


def _raised(sheet: Sheet, axis: int, low: int) -> Sheet:
    """Return a sheet with what lies below `low` laid on it: again and again the lower half on the upper."""
    if sheet[axis - 1] >= low:
        return sheet
    beyond = min(low - sheet[axis - 1], sheet.cells.shape[axis] - 1)
    cells, most, along = sheet.cells, sheet.most, (slice(None),) * axis
    while beyond:
        half = (beyond + 1) // 2
        cells[(*along, slice(beyond + 1 - half, beyond + 1))] += cells[(*along, slice(half))]
        cells, most = _carried(cells[(*along, slice(half, None))], most * 2)
        beyond -= half
    return _placed(sheet, axis, low, cells, most)


def _placed(sheet: Sheet, axis: int, first: int, cells: Any, most: int) -> Sheet:  # noqa: ANN401  # as above
    """Return cells as a sheet that begins at `first` along an axis, and beside it as another sheet does."""
    return Sheet(first, sheet.we, cells, most) if axis == 1 else Sheet(sheet.me, first, cells, most)


def within(sheet: Sheet, when: Condition | None, change: tuple[int, int] = (0, 0)) -> Sheet:
    """Return the part of a sheet where `when` holds of the meters after a `change` of me and we."""
    if when is None or not sheet:
        return sheet
    _, lines, columns = sheet.cells.shape
    me, we = np.arange(lines) + sheet.me + change[0], np.arange(columns) + sheet.we + change[1]
    there = np.broadcast_to(_true(when, me[:, None], we), (lines, columns))
    if not there.any():
        return NONE
    (first, last), (left, right) = (there.any(axis).nonzero()[0][[0, -1]] for axis in (1, 0))
    part = (slice(first, last + 1), slice(left, right + 1))
    cells, there = sheet.cells[:, *part], there[part]
    return Sheet(sheet.me + int(first), sheet.we + int(left), cells if there.all() else cells * there, sheet.most)


def _true(condition: Condition, me: Any, we: Any) -> Any:  # noqa: ANN401  # as above
    """Return where `condition`, which reads the meters alone, holds beside these values of them."""
    match condition:
        case Not(part):
            return np.logical_not(_true(part, me, we))
        case And(parts):
            return reduce(np.logical_and, [_true(part, me, we) for part in parts])
        case Or(parts):
            return reduce(np.logical_or, [_true(part, me, we) for part in parts])
        case Compare(sign, left, right):
            return SIGNS[sign](_number(left, me, we), _number(right, me, we))
        case _:
            raise ValueError(condition)


def _number(term: Term, me: Any, we: Any) -> Any:  # noqa: ANN401  # as above
    match term:
        case Constant(value):
            return int(value)
        case Meter("me"):
            return me
        case _:
            return we


def points(sheet: Sheet) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield each point (me, we) that has a weight, and its weight."""
    for line, column in np.argwhere(sheet.cells.any(0)).tolist():
        lowest, *others = sheet.cells[:, line, column].tolist()
        yield (
            (sheet.me + line, sheet.we + column),
            lowest + sum(digit << DIGIT * number for number, digit in enumerate(others, 1)),
        )


def point(me: int, we: int, weight: float, *, whole: bool) -> Sheet:
    """Return a sheet of one point, of digits if it is a `whole` number, else of doubles."""
    return Sheet(me, we, np.full((1, 1, 1), weight, np.uint64 if whole else np.float64))


def total(sheet: Sheet) -> float:
    """Return the sum of all weights, as a double."""
    layers = enumerate(sheet.cells)
    return sum(float(layer.sum(dtype=np.float64)) * 2.0 ** (DIGIT * number) for number, layer in layers)
