"""Roads not taken, drawn on the chart: each leaves the path where the two part, and ends in its own pair of circles.

1. The one that is lit is broad and whole; the others are fine and dashed, so that they are told apart without colour.
2. A pair lies as in the corner of the plane that its road ends in; in between, as the road itself has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from game.drawing import circles, ink
from game.drawing.circles import CORNERS, Pair
from game.drawing.plane import Meters, Plane, Point, flowing, where
from game.drawing.rect import Rect
from game.drawing.sheet import Sheet
from game.insight.wording import DYNAMIC_WORDS
from game.language import _
from game.window import drawn
from game.window.layout import Box

GLOW: Final = (52, 40, 30, 22)
"""How broad the light around a lit road is, layer on layer, on a sheet whose shorter side is 1000."""


class Branch(NamedTuple):
    """A road: the dynamic that it ends in, and its points from the middle on."""

    dynamic: str
    path: tuple[Meters, ...]


def described(roads: Sequence[Branch], dead_zone: Meters) -> str:
    """Return in words where the roads lead."""
    told = _("The nearest road to {dynamic} ends {where}.")
    names = (_(DYNAMIC_WORDS[road.dynamic].title) for road in roads)
    ends = (where(road.path[-1], dead_zone) for road in roads)
    return " ".join(told.format(dynamic=name, where=end) for name, end in zip(names, ends, strict=True))


class Fork(NamedTuple):
    """A path with the roads that leave it, on a sheet in a room of the window."""

    sheet: Sheet
    room: Rect
    plane: Plane
    path: tuple[Meters, ...]
    roads: tuple[Branch, ...]

    def line(self, road: Branch) -> tuple[Point, ...]:
        """Return the line of a road from where it parts from the path."""
        pairs = zip(self.path, road.path, strict=False)
        along = next((at for at, (own, other) in enumerate(pairs) if own != other), len(self.path))
        ways = flowing([self.plane.at(point) for point in road.path])[along - 1 :]
        return (*(point for way in ways for point in way[:-1]), self.end(road))

    def end(self, road: Branch) -> Point:
        """Return where a road ends."""
        return self.plane.at(road.path[-1])

    def boxes(self, lit: int) -> Iterator[Box]:
        """Yield a box for each road, the one that is lit last."""
        for at, road in sorted(enumerate(self.roads), key=lambda each: each[0] == lit):
            points = self.line(road)
            shape = _lit(self.sheet, points) if at == lit else _faint(self.sheet, points)
            end = _end(self.sheet, points[-1], road, lit=at == lit)
            yield drawn.box(f"road to {road.dynamic}", self.room, points, self.sheet.px(56), (shape, end))

    def ends(self) -> list[Rect]:
        """Return the rooms that the pairs at the ends take."""
        half = round(self.sheet.px(46))
        points = (self.end(road) for road in self.roads)
        return [Rect(round(x) - half, round(y) - half, 2 * half, 2 * half) for x, y in points]


def _lit(sheet: Sheet, points: Sequence[Point]) -> str:
    """Return a road that glows: its light lies around it, fainter outwards."""
    glow = "".join(ink.thin(points, sheet.px(wide), "focus", 0.07) for wide in GLOW)
    return glow + ink.line(points, sheet.px(13), "paper") + ink.line(points, sheet.px(8.5), "focus")


def _faint(sheet: Sheet, points: Sequence[Point]) -> str:
    return ink.thin(points, sheet.px(2.6), "quiet", 0.85, dash=sheet.px(11))


def _end(sheet: Sheet, point: Point, road: Branch, *, lit: bool) -> str:
    """Return the pair at a road's end, on a little paper."""
    size = sheet.px(44 if lit else 30)
    room = Rect(round(point[0] - size), round(point[1] - size / 2), round(2 * size), round(size))
    two: Pair = circles.pair(room, *(CORNERS.get(road.dynamic) or circles.shares(road.path)))
    halo = ink.filled(ink.around(point, size * 0.7), "paper", 0.92)
    return halo + circles.drawn(two, sheet.px(3.4 if lit else 2.4), full=lit)
