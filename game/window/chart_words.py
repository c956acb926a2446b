"""The words that stand on every chart: the names of its axes and of the four corners, as large as other text. Pure.

1. As long as the text is small against the chart, the name of the upper axis stands between the names of two corners.
2. Where they would touch there, the corners come nearer to the middle, all four by as much, and that name stands above
   them. A name that is too long for half of the chart is broken where its language allows.
3. They are set as large as the text, or as large as can be so that no two words meet, none leaves the chart, and no
   corner lies on a line; but never smaller than `PART` of the chart, which the first way allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations, product, takewhile
from typing import Final, NamedTuple

from game.drawing.circles import CORNERS
from game.drawing.plane import Point
from game.drawing.rect import Rect
from game.drawing.sheet import Sheet
from game.insight.wording import DYNAMIC_WORDS
from game.language import N_, _
from game.window.column import placed
from game.window.layout import Box
from game.window.letters import Letters
from game.window.typeset import Setting, Span, setting

LEAST: Final = 13
"""Pixels of prose by which words are set at least."""

PART: Final = 22
"""How many lines of the least size would fill the shorter side of a chart."""

STEP: Final = 0.95
"""How much smaller each try is than the one before."""

_BROKEN: Final[Mapping[str, str]] = {
    "interdependence": N_("Inter-\ndependence"),
    "independence": N_("In-\ndependence"),
    "dependence": N_("Dependence"),
    "codependence": N_("Co-\ndependence"),
}
"""The names of the corners in two lines, where there is no room for one."""


class _Way(NamedTuple):
    """A way to place the words: `high` puts the name of the upper axis above the corners.

    `above` puts that of the other axis above its line; what it is may take `wide` of the chart.
    """

    high: bool = False
    above: bool = False
    wide: float = 0.15


WAYS: Final = (_Way(), *(_Way(high=True, above=above, wide=wide) for above in (False, True) for wide in (0.3, 0.24)))
"""The ways to place the words, the first one first; with the last share they stand in three lines."""


class Words(NamedTuple):
    """The words as boxes, the size of prose by which they are set, and how much nearer the corners are to the middle.

    `emblems` are where the drawings of the corners lie in the window, `edge` is how far words stay from its sides.
    """

    base: int
    nearer: int
    boxes: tuple[Box, ...]
    emblems: tuple[Rect, ...]
    edge: int


def words(
    letters: Letters, base: int, room: Rect, lines: Sequence[Sequence[Point]] = (), marks: Sequence[Rect] = ()
) -> Words:
    """Return the words on a chart in a room of the window, where prose is `base` pixels.

    `lines` and `marks` are drawn on it, and have to stay free where there is a choice.
    """
    *larger, least = sizes(base, room)
    for size, way in product(larger, WAYS):
        tried = _Lettering(letters, size, room, way)
        if tried.suits(lines, marks):
            return tried.done()
    return _Lettering(letters, least, room, WAYS[0]).done()


def sizes(base: int, room: Rect) -> tuple[int, ...]:
    """Return the sizes to try for words on a drawing in this room, from that of prose down to the least."""
    least = max(LEAST, min(base, min(room.w, room.h) // PART))
    tries = (round(base * STEP**step) for step in range(base))
    return (*takewhile(lambda size: size > least, tries), least)


class _Lettering:
    """The words in one size, placed in one way."""

    def __init__(self, letters: Letters, base: int, room: Rect, way: _Way) -> None:
        self.letters = letters
        self.base = base
        self.room = room
        self.way = way
        plain = Sheet(room.w, room.h)
        self.sheet = plain
        self.axes = tuple(self._axes())
        if way.high:
            top = max(box.rect.bottom for box in self.axes[:2]) - room.y + self._air
            self.sheet = Sheet(room.w, room.h, top - plain.emblem("interdependence").y)

    def done(self) -> Words:
        """Return the words."""
        return Words(self.base, self.sheet.nearer, (*self.axes, *self.corners), self.emblems, self._edge)

    def suits(self, lines: Sequence[Sequence[Point]], marks: Sequence[Rect]) -> bool:
        """Tell whether all is in its place, off lines and marks, and the corners are as large as the rest."""
        if self._widest(self.base) > self._free:
            return False
        corners = [*self.emblems, *(box.rect for box in self.corners)]
        axes = [box.rect.inset(0, -self._air) for box in self.axes]
        apart = not any(one.meets(other) for one, other in (*combinations(corners, 2), *product(axes, corners)))
        rooms = [*corners, *(box.rect for box in self.axes)]
        inside = self.room._replace(h=self.room.h - self.base)
        return apart and all(each.within(inside) for each in rooms) and self._clear(lines, marks)

    def _clear(self, lines: Sequence[Sequence[Point]], marks: Sequence[Rect]) -> bool:
        """Tell whether nothing here lies on a line or a mark."""
        rooms = [*self.emblems, *(box.rect for box in (*self.axes, *self.corners))]
        crossed = any(room.holds(round(x), round(y)) for room in rooms for line in lines for x, y in line)
        return not crossed and not any(room.meets(mark) for room in rooms for mark in marks)

    @property
    def emblems(self) -> tuple[Rect, ...]:
        """Where the drawings of the corners lie in the window."""
        return tuple(self.sheet.emblem(dynamic).moved(self.room.x, self.room.y) for dynamic in CORNERS)

    @cached_property
    def corners(self) -> tuple[Box, ...]:
        """The names of the corners."""
        return tuple(self._corner(dynamic) for dynamic in CORNERS)

    @cached_property
    def _size(self) -> int:
        """The size by which all corners are set: that of the rest, or less if the widest needs it."""
        return next((base for base in range(self.base, 5, -1) if self._widest(base) <= self._free), 6)

    @property
    def _free(self) -> int:
        """How much room a corner's name has across."""
        if self.way.high:
            return self.room.w // 2 - 2 * self._edge
        return self.room.right - max(box.rect.right for box in self.axes[:2]) - round(self.sheet.px(30))

    def _widest(self, base: int) -> int:
        return max(self._named(dynamic, base).width for dynamic in CORNERS)

    @property
    def _air(self) -> int:
        """How much room is left above and below the name of an axis."""
        return self.base // 5

    @property
    def _edge(self) -> int:
        return max(round(self.sheet.px(12)), round(0.35 * self.base) if self.way.high else 0)

    def _axes(self) -> Iterator[Box]:
        """Yield the names of the axes at their ends, each with what it is."""
        (x, y), air = self.sheet.at(0, 0), round(self.sheet.px(20))
        part = 0.48 - air / self.room.w if self.way.high else self.way.wide
        we, me = self._set(Span(_("we"), "axis we"), share=0.3), self._set(Span(_("me"), "axis me"), share=0.3)
        ours = self._set(Span(_("what you put in"), "axis"), share=part)
        mine = self._flushed(self._set(Span(_("your own footing"), "axis"), share=self.way.wide))
        left, edge = round(x) + air, self.room.w - air
        top, aside = air // 2, max(air // 2, round(0.3 * self.base))
        below = round(y) - aside - me.height - mine.height if self.way.above else round(y) + aside
        yield self._box("axis we", _("we"), we, left, top)
        yield self._box("we is", _("what you put in"), ours, left, top + we.height)
        yield self._box("axis me", _("me"), me, edge - me.width, below)
        yield self._box("me is", _("your own footing"), mine, edge - mine.width, below + me.height)

    def _flushed(self, done: Setting, share: float = 1) -> Setting:
        """Return set text with its lines ending below each other; or in between, by a share of what they lack."""
        ends = {piece.y: piece.x + self.letters.width(piece.words, piece.font) for piece in done.pieces}
        right = {y: round((done.width - end) * share) for y, end in ends.items()}
        return done._replace(pieces=tuple(each._replace(x=each.x + right[each.y]) for each in done.pieces))

    def _corner(self, dynamic: str) -> Box:
        done = self._named(dynamic, self._size)
        emblem, edge = self.sheet.emblem(dynamic), self._edge
        left = max(edge, min(emblem.x + emblem.w // 2 - done.width // 2, self.room.w - edge - done.width))
        name = _(DYNAMIC_WORDS[dynamic].title)
        return self._box(f"corner {dynamic}", name, done, left, emblem.bottom + round(self.sheet.px(10)))

    def _named(self, dynamic: str, base: int) -> Setting:
        done = self._set(Span(_(DYNAMIC_WORDS[dynamic].title), "corner"), share=1, base=base)
        if not self.way.high or done.width <= self.room.w // 2 - 2 * self._edge:
            return done
        return self._flushed(self._set(Span(_(_BROKEN[dynamic]), "corner"), share=1, base=base), 0.5)

    def _set(self, *spans: Span, share: float, base: int = 0) -> Setting:
        return setting(spans, max(1, round(self.room.w * share)), base or self.base, self.letters)

    def _box(self, box_id: str, name: str, done: Setting, x: int, y: int) -> Box:
        rect = Rect(self.room.x + x, self.room.y + y, max(1, done.width), max(1, done.height))
        return Box(box_id, "note", rect, name, placed(done, 0, 0))
