"""Weights over the me/we plane: for each me a row of fields, one for each we, in one large whole number.

1. A window fixes for each node the columns that its rows hold: those that moves can bring, folded onto its bounds of
   fate once they stand out by more than a few columns, and always at an end.
2. The fields of a number are summed by taking it modulo 2^width - 1, as long as the sum is smaller than that.
3. Fields are whole words wide where they have to be widened, so that words can be moved one by one.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import repeat
from operator import add, and_, lshift, mul, rshift, sub
from typing import Final, NamedTuple

from game.insight.exact.columns import Fields, columns
from game.insight.exact.fate import Bounds
from game.insight.exact.limits import Limits
from game.insight.exact.net import Net
from game.insight.exact.regions import Point
from game.insight.exact.tokens import terms
from game.insight.exact.wholes import made
from game.story.conditions import Condition, Meter, holds


class Rows(NamedTuple):
    """The rows of `each` me, from the `first` on. They may be shared, and are never changed."""

    first: int
    each: list[int]

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.each)


NONE: Final = Rows(0, [])
"""No rows."""

WORD: Final = 64
"""The bits of a word."""

_WORD: Final = "Q"
_LOOSE: Final = 12
_PART: Final = 16
"""Columns beyond a bound that are not worth folding yet: so many, and this part of all."""


class Windows:
    """The columns of each node of a net: as they come in (`coming`), and as they are folded (`kept`)."""

    def __init__(self, net: Net, bounds: list[Bounds], limits: Limits) -> None:
        self.coming: dict[int, tuple[int, int]] = {}
        self.kept: dict[int, tuple[int, int]] = {}
        for root in net.roots:
            self._widen(root.to, root.we, root.we)
        for circle in limits.each(net.order):
            for node in circle:
                for other in [self.coming[each] for each in circle if each in self.coming]:
                    self._widen(node, *other)
            for node in circle:
                ends = any(case.ends for case in net.cases[node])
                low, high = self.kept[node] = _folded(self.coming[node], bounds[node].we, 0 if ends else _LOOSE)
                for case in net.cases[node]:
                    for move in case.moves:
                        self._widen(move.to, low + move.we, high + move.we)

    def _widen(self, node: int, low: int, high: int) -> None:
        known = self.coming.get(node)
        self.coming[node] = (min(low, known[0]), max(high, known[1])) if known else (low, high)


def _folded(span: tuple[int, int], bound: tuple[int, int], loose: int) -> tuple[int, int]:
    loose += (span[1] - span[0]) // _PART if loose else 0
    low = max(span[0], min(bound[0], span[1])) if span[0] < bound[0] - loose else span[0]
    high = min(span[1], max(bound[1], low)) if span[1] > bound[1] + loose else span[1]
    return min(low, high), max(low, high)


@lru_cache(maxsize=4096)
def fields(span: tuple[int, int], width: int) -> Fields:
    """Return the fields of a window."""
    return Fields(span[0], span[1] - span[0] + 1, width)


def folded(rows: Rows, coming: Fields, kept: Fields) -> Rows:
    """Return rows with the columns outside of `kept` added to its outermost."""
    left, above = kept.low - coming.low, coming.low + coming.count - kept.low - kept.count
    each, width = rows.each, kept.width
    if left:
        below = _summed(map(and_, each, repeat(_ones(left * width))), left, width)
        each = list(map(add, map(rshift, each, repeat(left * width)), below))
    if above:
        # What lies above is taken away, and its sum put below it: one subtraction for both.
        over = list(map(rshift, each, repeat(kept.count * width)))
        less = map(sub, map(lshift, over, repeat(width)), _summed(over, above, width))
        each = list(map(sub, each, map(lshift, less, repeat((kept.count - 1) * width))))
    return Rows(rows.first, each)


def _summed(rows: Iterable[int], count: int, width: int) -> Iterable[int]:
    """Return the sum of the `count` fields of each row: the upper half is laid over the lower, again and again."""
    while count > 1:
        held = list(rows)
        count = (count + 1) // 2
        half = count * width
        rows = map(add, map(rshift, held, repeat(half)), map(and_, held, repeat(_ones(half))))
    return rows


@lru_cache(maxsize=4096)
def _ones(bits: int) -> int:
    return made()((1 << bits) - 1)


def clamped(rows: Rows, bound: tuple[int, int]) -> Rows:
    """Return rows with those whose me is outside of `bound` added to the outermost inside."""
    first, each = rows
    if each and bound[0] > first:
        cut = min(bound[0] - first, len(each) - 1)
        first, each = bound[0], [sum(each[: cut + 1]), *each[cut + 1 :]]
    if each and bound[1] < first + len(each) - 1:
        cut = max(bound[1] - first, 0)
        first, each = min(first, bound[1]), [*each[:cut], sum(each[cut:])]
    return Rows(first, each)


def within(rows: Rows, held: Fields, when: Condition | None, change: tuple[int, int] = (0, 0)) -> Rows:
    """Return the part of rows where `when` holds of the meters after a `change` of me and we."""
    if when is None:
        return rows
    moved = Fields(held.low + change[1], held.count, held.width)
    first = rows.first + change[0]
    meters = {term.name for term in terms(when) if isinstance(term, Meter)}
    if meters == {"me"}:
        taken = _Beside.of(when)
        each = [row if taken[me] else 0 for me, row in enumerate(rows.each, first)]
        return trimmed(Rows(rows.first, each))
    if meters == {"we"}:
        mask = made()(columns(when, 0, moved))
        return trimmed(Rows(rows.first, list(map(and_, rows.each, repeat(mask)))))
    return trimmed(Rows(rows.first, [row & columns(when, me, moved) for me, row in enumerate(rows.each, first)]))


class _Beside(dict[int, bool]):
    """Whether a condition that reads me alone holds, for each me that was asked for."""

    def __init__(self, when: Condition) -> None:
        super().__init__()
        self._when = when

    def __missing__(self, me: int) -> bool:
        """Find it out once."""
        found = self[me] = holds(self._when, Point(me=me))
        return found

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, when: Condition) -> _Beside:
        """Return what is known of a condition."""
        return cls(when)


def trimmed(rows: Rows) -> Rows:
    """Return rows without the empty ones at both ends."""
    first, each = rows
    low = next((number for number, row in enumerate(each) if row), len(each))
    high = next((number for number in range(len(each), low, -1) if each[number - 1]), low)
    return Rows(first + low, each[low:high])


def moved(rows: Rows, change: int, shift: int) -> Rows:
    """Return rows with me changed, and moved up by `shift` bits."""
    return Rows(rows.first + change, list(map(lshift, rows.each, repeat(shift))) if shift else rows.each)


def joined(one: Rows, other: Rows, shift: int = 0) -> Rows:
    """Return the sum of rows, the `other` moved up by `shift` bits; row by row, so that little is held at once."""
    if not one.each or not other.each:
        return one if one.each else moved(other, 0, shift)
    first = min(one.first, other.first)
    size = max(one.first + len(one.each), other.first + len(other.each)) - first
    mine, theirs = one.first - first, other.first - first
    coming = map(lshift, other.each, repeat(shift)) if shift else iter(other.each)
    each = [0] * mine + one.each + [0] * (size - mine - len(one.each))
    each[theirs : theirs + len(other.each)] = map(add, each[theirs:], coming)
    return Rows(first, each)


def scaled(rows: Rows, factor: int) -> Rows:
    """Return rows with each field multiplied by a whole number."""
    return rows if factor == 1 else Rows(rows.first, list(map(mul, rows.each, repeat(factor))))


def total(rows: Rows, width: int) -> int:
    """Return the sum of all fields."""
    return int(sum(rows.each) % ((1 << width) - 1))


def cells(rows: Rows, held: Fields) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield each point (me, we) whose field is not 0, and its field."""
    for me, row in enumerate(rows.each, rows.first):
        for column in range(held.count):
            value = (row >> column * held.width) & ((1 << held.width) - 1)
            if value:
                yield (me, held.low + column), int(value)


def widened(rows: Rows, held: Fields, width: int) -> Rows:
    """Return rows with fields of `width` bits, no fewer than before; both widths are whole words."""
    old, new = held.width // WORD, width // WORD
    if old == new or not rows.each:
        return rows
    size = held.count * old * WORD // 8
    source = array(_WORD, b"".join([row.to_bytes(size, "little") for row in rows.each]))
    target = array(_WORD, bytes(len(source) // old * new * WORD // 8))
    for word in range(old):
        target[word::new] = source[word::old]
    whole, size, spread = made(), held.count * new * WORD // 8, target.tobytes()
    parts = (spread[start : start + size] for start in range(0, len(spread), size))
    return Rows(rows.first, [whole(int.from_bytes(part, "little")) for part in parts])
