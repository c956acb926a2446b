"""Scales: how large a chance of 1 is in the fields of each spot, and how fields are brought from one to another.

1. Among n open options each gets the same field, and the scale of where it leads is n times larger; so nothing is
   divided as long as all ways to a spot have the same scale.
2. Where they differ, all are multiplied up to a common multiple; if there is none near, what is rounded off is less
   than 2^-44.
3. A scale above 2^90 is cut back to 2^64, and one below is raised; what falls off each field is less than 2^-64.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from operator import and_, rshift
from typing import Final

from game.insight.exact.chart import Chart
from game.insight.exact.idling import Stay
from game.insight.exact.limits import Limits
from game.insight.exact.rows import Rows, moved, scaled, trimmed
from game.insight.exact.wholes import made

_LOW: Final = 64
_HIGH: Final = 90
_GUARD: Final = 44

_MULTIPLES: Final = 13
_CLOSE: Final = 1e-13


@dataclass(frozen=True, slots=True)
class Scales:
    """The scale of what comes to each spot, and the bits of a field that hold any of them, before it is cut back."""

    coming: Mapping[int, float]
    width: int
    _masks: dict[tuple[int, int], int] = field(default_factory=dict, repr=False)

    def left(self, spot: int) -> float:
        """Return the scale of a spot once it is cut back."""
        return self.coming[spot] / 2.0 ** _over(self.coming[spot])

    def cut(self, rows: Rows, count: int, spot: int) -> Rows:
        """Return rows that came to a spot in its scale once it is cut back."""
        bits = _over(self.coming[spot])
        return self._shifted(rows, count, bits) if bits else rows

    def times(self, rows: Rows, count: int, factor: float) -> Rows:
        """Return rows with each field multiplied, and rounded down."""
        whole = _whole(factor) if factor < 1 << _GUARD else int(factor)
        if whole:
            return scaled(rows, whole)
        return self._shifted(scaled(rows, int(factor * (1 << _GUARD))), count, _GUARD)

    def _shifted(self, rows: Rows, count: int, bits: int) -> Rows:
        """Return rows with each field divided by a power of two (multiplied, if `bits` is below 0), rounded down."""
        if bits < 0:
            return moved(rows, 0, -bits)
        lower = map(rshift, rows.each, repeat(bits))
        return trimmed(Rows(rows.first, list(map(and_, lower, repeat(self._kept(count, bits))))))

    def _kept(self, count: int, bits: int) -> int:
        """Return the bits of fields that are left to them when all are shifted down by `bits`."""
        found = self._masks.get((count, bits))
        if found is None:
            ones = ((1 << count * self.width) - 1) // ((1 << self.width) - 1)
            found = self._masks[count, bits] = made()(ones * ((1 << self.width - bits) - 1))
        return found


class Unscaled:
    """What takes the place of scales where fields hold chances as they are."""

    def __init__(self) -> None:
        self.coming: Mapping[int, float] = defaultdict(lambda: 1.0)

    def left(self, spot: int) -> float:
        """Return 1."""
        return self.coming[spot]


def scales(chart: Chart, stays: Mapping[tuple[int, ...], tuple[Stay, ...]], limits: Limits) -> Scales:
    """Return scales for a chart: the same in a circle, and such that they suit all ways to a spot.

    Where all factors between them are whole, fields need no room to be multiplied and shifted back.
    Raises `StoppedError` if a limit is passed.
    """
    coming: defaultdict[int, set[float]] = defaultdict(set)
    for root in chart.roots:
        coming[root.to].add(2.0**_LOW)
    known: dict[int, float] = {}
    whole = not stays
    for circle in limits.each(chart.order):
        arriving = {each for spot in circle for each in coming.pop(spot, ())}
        (scale, near), inside = _suiting(frozenset(arriving)), frozenset(circle)
        whole = whole and near
        known.update(dict.fromkeys(circle, scale))
        most = max((stay.most for stay in stays.get(circle, ())), default=1.0)
        left = scale / 2.0 ** _over(scale) / most
        for case in (case for spot in circle for case in chart.cases[spot]):
            for move in case.moves:
                if move.to not in inside:
                    coming[move.to].add(left * case.open)
    width = 1 + max((int(scale).bit_length() for scale in known.values()), default=0)
    return Scales(known, width if whole else width + _GUARD)


@lru_cache(maxsize=4096)
def _suiting(scales: frozenset[float]) -> tuple[float, bool]:
    """Return the least multiple of the largest scale that suits all, and True; else the largest, and False."""
    largest = max(scales)
    for factor in range(1, _MULTIPLES):
        if all(_whole(largest * factor / scale) for scale in scales):
            return largest * factor, True
    return largest, False


def _whole(factor: float) -> int:
    """Return the whole number that a factor is but for the last bits of a double, 0 if it is none."""
    near = round(factor)
    return near if abs(factor - near) <= near * _CLOSE else 0


def _over(scale: float) -> int:
    """Return by how many bits a scale is too high, or, below 0, too low."""
    over = int(scale).bit_length() - 1 - _LOW
    return over if over < 0 or over > _HIGH - _LOW else 0
