"""The chart: the plane of me and we as a drawing on paper, with the path of a run in it. Pure.

1. The whole path is a fine line. What has been told of it is drawn in ink; a moment that was told is broader, and the
   one that is being told has a ring around its end and its name beside it.
2. Where the name was settled a gate stands across the path. Roads not taken are drawn while one of them is lit.
3. The mark of the path's end lies above all other lines, roads too.
4. Words stand where nothing else with words does, and least of the path; a name that finds no room is left out, for
   the page says it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import dist
from typing import Final, NamedTuple

from game.drawing import circles, ink
from game.drawing.circles import Pair
from game.drawing.plane import Meters, Plane, Point, flowing, part, parted, plane
from game.drawing.rect import Rect
from game.drawing.sheet import Sheet, sheet
from game.window import drawn
from game.window.branches import Branch, Fork
from game.window.chart_words import sizes, words
from game.window.column import placed
from game.window.layout import Box
from game.window.letters import Letters
from game.window.typeset import Setting, Span, setting

NARROW: Final = (0.3, 0.45)
"""How wide the name of what is told is at most, as a share of the chart: as the first, if that breaks no word."""

AXIS: Final = 5
"""How many points of the path count as much as an axis under some words."""

FARTHER: Final = 3
"""How many points of the path count as much as a name that stands farther from what it names."""


class Shown(NamedTuple):
    """What a chart shows: ink up to the pick `old`, then on to `new` as far as `share`; the moments told before.

    `ringed` is the moment that is being told and `gate` the one that settled the name (0 for none), `lit` the road that
    is lit (-1: none is drawn); `name` are the words beside whichever it is. `ended` marks the path's end.
    """

    old: int = 0
    new: int = 0
    share: float = 1.0
    told: tuple[int, ...] = ()
    ringed: int = 0
    name: str = ""
    ended: bool = False
    gate: int = 0
    lit: int = -1


class Chart:
    """The chart of one path in a room of the window."""

    def __init__(  # noqa: PLR0913  # all that it is drawn from
        self,
        letters: Letters,
        base: int,
        room: Rect,
        path: Sequence[Meters],
        dead_zone: Meters,
        *,
        roads: Sequence[Branch] = (),
    ) -> None:
        self.letters = letters
        self.room = room
        self.dead_zone = dead_zone
        self.sheet = Sheet(room.w, room.h)
        self.plane: Plane = plane(room, (*path, *(point for road in roads for point in road.path)), dead_zone)
        self.fork = Fork(self.sheet, room, self.plane, tuple(path), tuple(roads))
        self.points = [self.plane.at(point) for point in path]
        self.ways = parted(flowing(self.points), self.sheet.px(6))
        marks = (*self.fork.ends(), self._end(self.points[-1]).rect)
        self.words = words(letters, base, room, (*self.ways, *map(self.fork.line, roads)), marks)
        self._fixed: dict[Shown, Box] = {}
        self._names: dict[Shown, tuple[Box, ...]] = {}

    def boxes(self, shown: Shown, alternative: str) -> tuple[Box, ...]:
        """Return the drawing and its words, what lies beneath first."""
        drawing = sheet(self.room.w, self.room.h, self.plane.unit, self.dead_zone, self.words.nearer)
        paper = Box("paper", "art", self.room, alternative, art=ink.paper(self.room.w, self.room.h))
        ground = Box("chart", "art", self.room, art=drawing)
        labels = self.words.boxes
        here = self._here(shown) if shown.name else ()
        return (paper, ground, *labels, *self._path(shown), *here)

    def _path(self, shown: Shown) -> Iterable[Box]:
        """Yield the path: what is fixed, and what is being drawn now in a box of its own, so that it stays small."""
        if not self.ways:
            return
        yield self._drawn_before(shown._replace(share=0))
        growing = [point for way in self.ways[shown.old : shown.new] for point in way]
        if growing:
            yield drawn.box("growing", self.room, growing, self.sheet.px(24), self._growing(shown, growing))
        if shown.ringed and shown.share >= 1:
            yield self._ring(self.points[shown.ringed])
        if shown.gate:
            yield self._gate(shown)
        if shown.lit >= 0:
            yield from self.fork.boxes(shown.lit)
        if shown.ended and shown.share >= 1:
            yield self._end(self.points[-1])

    def _drawn_before(self, shown: Shown) -> Box:
        """Return what does not move: the whole path finely, and what was inked before."""
        if shown not in self._fixed:
            drawing = (*self._whole(), *self._inked(range(shown.old), shown), *self._dots(shown))
            points = [point for way in self.ways for point in way]
            self._fixed[shown] = drawn.box("path", self.room, points, self.sheet.px(24), drawing)
        return self._fixed[shown]

    def _whole(self) -> Iterable[str]:
        for way in self.ways:
            yield ink.thin(way, self.sheet.px(1.8), "quiet", 0.45)
        for point in self.points[1:]:
            yield ink.disc(point, self.sheet.px(3.6), "quiet", 0.5)

    def _inked(self, picks: Iterable[int], shown: Shown) -> Iterable[str]:
        for at in picks:
            yield ink.line(self.ways[at], self._broad(at + 1, shown), "ink")

    def _growing(self, shown: Shown, line: Sequence[Point]) -> Iterable[str]:
        if shown.share >= 1:
            yield from self._inked(range(shown.old, shown.new), shown)
            yield from (self._dot(self.points[at], at, shown) for at in range(shown.old + 1, shown.new + 1))
            return
        drawn = part(line, shown.share)
        yield ink.line(drawn, self.sheet.px(6), "ink")
        yield ink.disc(drawn[-1], self.sheet.px(6.5), "ink")

    def _dots(self, shown: Shown) -> Iterable[str]:
        for at in range(1, shown.old + 1):
            yield self._dot(self.points[at], at, shown)

    def _dot(self, point: Point, at: int, shown: Shown) -> str:
        radius = self.sheet.px(9.5 if at in (*shown.told, shown.ringed) else 5.5)
        return ink.disc(point, radius + self.sheet.px(2.2), "paper") + ink.disc(point, radius, "ink")

    def _broad(self, pick: int, shown: Shown) -> float:
        return self.sheet.px(13 if pick == shown.ringed else 9.5 if pick in shown.told else 5)

    def _ring(self, point: Point) -> Box:
        radius = self.sheet.px(23)
        return drawn.box("ring", self.room, [point], radius * 1.3, [ink.ring(point, radius, self.sheet.px(5), "focus")])

    def _gate(self, shown: Shown) -> Box:
        """Return the gate across the path: two posts, square to the way that leads there.

        It stands at the pick, or halfway on the way there if the mark of the path's end has that place.
        """
        way = self.ways[shown.gate - 1]
        at = len(way) // 2 if shown.ended and shown.gate == len(self.ways) else len(way) - 1
        (x, y), (ox, oy) = way[at], way[at - 1]
        long = dist((x, y), (ox, oy)) or 1
        ahead, aside = ((x - ox) / long, (y - oy) / long), ((oy - y) / long, (x - ox) / long)
        posts = ((along, self.sheet.px(26)) for along in (-self.sheet.px(9), self.sheet.px(9)))
        lines = [
            [(x + ahead[0] * along + aside[0] * side, y + ahead[1] * along + aside[1] * side) for side in (-half, half)]
            for along, half in posts
        ]
        drawing = [ink.thin(post, self.sheet.px(15), "paper") for post in lines]
        drawing += [ink.thin(post, self.sheet.px(6.5), "ink") for post in lines]
        return drawn.box("gate", self.room, [(x, y)], self.sheet.px(48), drawing)

    def _end(self, point: Point) -> Box:
        """Return the mark of the path's end: the two circles."""
        size = round(self.sheet.px(38))
        two: Pair = circles.pair(Rect(round(point[0]) - size, round(point[1]) - size // 2, 2 * size, size), 0.2, 0.4)
        halo = ink.filled(ink.around(point, self.sheet.px(36)), "paper", 0.9)
        return drawn.box(
            "end", self.room, two.points, self.sheet.px(22), [halo, circles.drawn(two, self.sheet.px(3.4), full=True)]
        )

    def _here(self, shown: Shown) -> tuple[Box, ...]:
        """Return the name of what is being told; while the ink grows, it is looked for only once."""
        whole = shown._replace(share=1.0)
        if whole not in self._names:
            self._names[whole] = self._name(whole)
        return self._names[whole]

    def _name(self, shown: Shown) -> tuple[Box, ...]:
        """Return the name of what is being told, where no other words are and least of the path is."""
        taken = [*self.words.emblems, *(box.rect for box in self.words.boxes)]
        point, near, lines = self._told(shown), round(self.sheet.px(44 if shown.lit < 0 else 62)), [*self.ways]
        if shown.lit >= 0:
            taken = [*taken, *self.fork.ends()]
            lines += map(self.fork.line, self.fork.roads)
        if shown.ended:
            taken = [*taken, self._end(self.points[-1]).rect]
        best: tuple[int, Rect, Setting] | None = None
        for least, spot, done in self._spots(shown.name, point, near, taken):
            if best is None or least < best[0]:
                cost = least + self._crossed(spot, lines)
                best = (cost, spot, done) if best is None or cost < best[0] else best
        if best is None:
            return ()
        _cost, spot, done = best
        return (self._cleared(spot), Box("here", "note", spot, shown.name, placed(done, 0, 0)))

    def _spots(self, name: str, point: Point, near: int, taken: Sequence[Rect]) -> Iterator[tuple[int, Rect, Setting]]:
        """Yield where a name finds room, and how it is set then, with what it costs to be smaller or farther off."""
        inside, air = self.room.inset(self.words.edge, 0), -self.words.base // 4
        for smaller, done in enumerate(self._settings(name)):
            for farther, far in enumerate((near, near * 7 // 4)):
                for spot in self._around(point, done, far):
                    if spot.within(inside) and not any(spot.inset(air, 0).meets(each) for each in taken):
                        yield smaller + FARTHER * farther, spot, done

    def _settings(self, name: str) -> Iterator[Setting]:
        """Yield a name as it can be set without breaking a word, the largest first, the narrower first."""
        for size, share in product(sizes(self.words.base, self.room)[::2], NARROW):
            done = setting((Span(name, "moment"),), round(self.room.w * share), size, self.letters)
            if [piece.words for piece in done.pieces] == name.split():
                yield done

    def _cleared(self, room: Rect) -> Box:
        """Return a little paper, on which a name can be read though lines pass below it."""
        air = round(self.sheet.px(8))
        rect = Rect(room.x - air, room.y, room.w + 2 * air, room.h)
        shape = f'<rect width="{rect.w}" height="{rect.h}" rx="{rect.h / 2:.1f}" fill="@paper" fill-opacity="0.86"/>'
        return Box("cleared", "art", rect, art=shape)

    def _told(self, shown: Shown) -> Point:
        """Return the point that is being told: a road's end, a moment, or the gate."""
        if shown.lit >= 0:
            return self.fork.end(self.fork.roads[shown.lit])
        return self.points[shown.ringed or shown.gate]

    def _around(self, point: Point, done: Setting, far: int) -> Iterable[Rect]:
        """Yield where words can stand so far around a point: beside it first, then above and below."""
        x, y = (round(at) for at in point)
        level, above, below = y - done.height // 2, y - far - done.height, y + far
        sides = (x + far, x - far - done.width) if x >= self.plane.x else (x - far - done.width, x + far)
        beside = ((side, level) for side in sides)
        others = ((side, height) for height in (above, below) for side in (*sides, x - done.width // 2))
        for left, top in (*beside, *others):
            yield Rect(left, top, max(1, done.width), max(1, done.height))

    def _crossed(self, room: Rect, lines: Iterable[Sequence[Point]]) -> int:
        """Return how much of some lines, and of the axes, lies under some words."""
        axes = (room.x <= self.plane.x <= room.right) + (room.y <= self.plane.y <= room.bottom)
        return AXIS * axes + sum(room.holds(round(x), round(y)) for line in lines for x, y in line)
