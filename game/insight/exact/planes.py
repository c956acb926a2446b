"""Sets of meters: for each spot the points (me, we) at which it can be met, as the bits of one large whole number.

1. A board fixes for each place which rows of me it can have, by adding up the moves that lead there; a row holds every
   value of we that any spot can have, and some room beside, in whole bytes.
2. So an option moves a whole set by one shift, and a region is taken by one `&`.
3. Where rows would be long, each place has rows of its own length, in steps: early places need little of what late ones
   do. Between different lengths a set is laid anew, row by row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from game.insight.exact.chart import Chart
from game.insight.exact.columns import Fields, columns, reads_me
from game.insight.exact.wholes import made
from game.story.conditions import Condition

Span = tuple[int, int]

_LONG: Final = 640
"""The bits of a row from which on places have rows of their own length."""

_STEP: Final = 64
"""The steps in which these lengths grow, in bits."""


@dataclass(frozen=True, slots=True)
class Board:
    """`rows` are the lowest and highest me of each spot; `fields` its rows of we, a bit each."""

    rows: Mapping[int, Span]
    fields: Mapping[int, Fields]
    _masks: dict[tuple[Condition, Span, Fields], int] = field(default_factory=dict, repr=False)

    @property
    def bits(self) -> int:
        """How many bits the sets of all spots take, were there no conditions on meters."""
        return sum((high - low + 1) * self.fields[spot].count for spot, (low, high) in self.rows.items())

    def point(self, spot: int, me: int, we: int) -> int:
        """Return the set of this one point."""
        held = self.fields[spot]
        return made()(1) << (me - self.rows[spot][0]) * held.count + we - held.low

    def within(self, plane: int, spot: int, when: Condition | None) -> int:
        """Return the part of a spot's set where `when` holds."""
        return plane if when is None or not plane else plane & self._mask(when, self.rows[spot], self.fields[spot])

    def moved(self, plane: int, source: int, target: int, me: int, we: int) -> int:
        """Return a set of `source` after the meters changed, as a set of `target`."""
        held = self.fields[target]
        if self.fields[source] is not held:
            plane = _laid_anew(plane, self.fields[source], held)
        shift = (self.rows[source][0] + me - self.rows[target][0]) * held.count + we
        if not shift:
            return plane
        return plane << shift if shift >= 0 else plane >> -shift

    def reached(self, plane: int, spot: int) -> tuple[Span, Span]:
        """Return the lowest and highest me and we of a set of `spot` that is not empty."""
        stride, low = self.fields[spot].count, self.rows[spot][0]
        first, last = ((plane & -plane).bit_length() - 1) // stride, (plane.bit_length() - 1) // stride
        row = _flattened(plane >> first * stride, last - first + 1, stride)
        we = self.fields[spot].low
        return (low + first, low + last), (we + (row & -row).bit_length() - 1, we + row.bit_length() - 1)

    def _mask(self, when: Condition, rows: Span, held: Fields) -> int:
        found = self._masks.get((when, rows, held))
        if found is None:
            size = held.count // 8
            different = range(rows[0], rows[1] + 1) if reads_me(when) else (0,)
            lines = b"".join(columns(when, me, held).to_bytes(size, "little") for me in different)
            whole = lines * ((rows[1] - rows[0] + 1) // len(different))
            found = self._masks[when, rows, held] = made()(int.from_bytes(whole, "little"))
        return found


def _laid_anew(plane: int, old: Fields, new: Fields) -> int:
    """Return a set with rows of another length; what `new` has no room for is left out."""
    size, rows = old.count // 8, -(-plane.bit_length() // old.count)
    data = plane.to_bytes(rows * size, "little")
    first, last = max(new.low - old.low, 0) // 8, min(size, (new.low + new.count - old.low) // 8)
    before = bytes(max(old.low - new.low, 0) // 8)
    after = bytes(new.count // 8 - len(before) - (last - first))
    lines = (before + data[start + first : start + last] + after for start in range(0, rows * size, size))
    return made()(int.from_bytes(b"".join(lines), "little"))


def _flattened(plane: int, rows: int, stride: int) -> int:
    """Return all rows of a set laid over each other."""
    while rows > 1:
        half = (rows + 1) // 2
        plane = (plane >> half * stride) | (plane & ((1 << half * stride) - 1))
        rows = half
    return plane


def board(chart: Chart) -> Board:
    """Return a board on which everything that `chart` can do has room."""
    me, we = _spans(chart, "me"), _spans(chart, "we")
    moves = (move for cases in chart.cases for case in cases for move in case.moves)
    room = max((abs(move.we) for move in moves), default=0)
    low = min((span[0] for span in we.values()), default=0) - room
    high = max((span[1] for span in we.values()), default=0) + room
    whole = _row(low, high, 8)
    if whole.count < _LONG:
        return Board(me, dict.fromkeys(me, whole))
    kinds: dict[Fields, Fields] = {}
    own = {spot: _row(span[0] - room, span[1] + room, _STEP) for spot, span in we.items()}
    return Board(me, {spot: kinds.setdefault(each, each) for spot, each in own.items()})


def _row(low: int, high: int, step: int) -> Fields:
    """Return fields of a bit for each we from `low` to `high`; how many, and where they begin, in so large steps."""
    first = low // step * step
    return Fields(first, -(-(high + 1 - first) // step) * step, 1)


def _spans(chart: Chart, meter: str) -> dict[int, Span]:
    """Return the lowest and highest value of a meter at the place of each spot, were there no conditions on meters."""
    spans: dict[int, Span] = {}
    for root in chart.roots:
        _widen(spans, root.to, (getattr(root, meter), getattr(root, meter)))
    for circle in chart.order:
        for spot in circle:
            for known in [spans[each] for each in circle if each in spans]:
                _widen(spans, spot, known)
        for spot in circle:
            for case in chart.cases[spot]:
                for move in case.moves:
                    change = getattr(move, meter)
                    _widen(spans, move.to, (spans[spot][0] + change, spans[spot][1] + change))
    places: dict[int, Span] = {}
    for spot, span in spans.items():
        _widen(places, chart.spots[spot].place, span)
    return {spot: places[chart.spots[spot].place] for spot in spans}


def _widen(spans: dict[int, Span], spot: int, span: Span) -> None:
    known = spans.get(spot)
    spans[spot] = (min(known[0], span[0]), max(known[1], span[1])) if known else span
