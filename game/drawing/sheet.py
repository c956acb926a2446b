"""The sheet that a path is drawn on: ripples around four corners, the band between them, and two axes. Pure.

The four corners are drawn alike: none is brighter, larger or nearer than another.
"""

from __future__ import annotations

from functools import lru_cache
from math import pi
from typing import Final

from game.drawing import circles, ink
from game.drawing.circles import CORNERS
from game.drawing.plane import Meters, Point
from game.drawing.rect import Rect

RIPPLES: Final = 5
"""Lines around each corner, like those of depth on a chart."""


@lru_cache(maxsize=4)
def sheet(wide: int, high: int, unit: float, dead_zone: Meters, nearer: int = 0) -> str:
    """Return the sheet as a drawing of this size; `unit` is how many pixels a point on a meter takes."""
    size = Sheet(wide, high, nearer)
    return "".join((size.ripples(), size.band(unit, dead_zone), size.axes(), size.emblems()))


class Sheet:
    """A sheet of a size in pixels, with its measures; its corners are `nearer` to the middle, up or down."""

    def __init__(self, wide: int, high: int, nearer: int = 0) -> None:
        self.wide = wide
        self.high = high
        self.nearer = nearer

    def px(self, thousandth: float) -> float:
        """Return a length from what it is on a sheet whose shorter side is 1000."""
        return min(self.wide, self.high) * thousandth / 1000

    def at(self, x: float, y: float) -> Point:
        """Return a point given from the middle in shares of half the sheet."""
        return self.wide / 2 * (1 + x), self.high / 2 * (1 + y)

    def ripples(self) -> str:
        """Return the lines around each corner, fainter outwards."""
        lines = []
        for turn, (right, down) in enumerate(((-1, -1), (1, -1), (1, 1), (-1, 1))):
            for at in range(RIPPLES):
                arc = ink.around(self.at(right, down), self.px(215 + 62 * at), turns=0.25, start=turn * pi / 2)
                lines.append(ink.thin(arc, self.px(1.6), "rule", 0.5 - 0.085 * at))
        return "".join(lines)

    def band(self, unit: float, dead_zone: Meters) -> str:
        """Return the cross within which no dynamic is named: half a step beyond the last points that lie in it."""
        x, y = self.at(0, 0)
        half, deep = ((dead + 0.5) * unit for dead in dead_zone)
        across = _rect(0, y - deep, self.wide, 2 * deep)
        up, down = _rect(x - half, 0, 2 * half, y - deep), _rect(x - half, y + deep, 2 * half, y - deep)
        return "".join(ink.filled(each, "rule", 0.26) for each in (across, up, down))

    def axes(self) -> str:
        """Return both axes with their arrowheads, and the middle."""
        (x, y), end, tip, broad = self.at(0, 0), self.px(30), self.px(15), self.px(3.4)
        right = self.wide - end
        lines = (
            _bent((x, self.high - end), (x, end), self.px(2.2)),
            _bent((end, y), (right, y), self.px(2.2)),
            ((x - tip * 0.6, end + tip), (x, end - 1), (x + tip * 0.6, end + tip)),
            ((right + 1 - tip, y - tip * 0.6), (right + 1, y), (right + 1 - tip, y + tip * 0.6)),
        )
        return "".join(ink.line(line, broad, "quiet") for line in lines) + ink.disc((x, y), self.px(5), "quiet")

    def emblems(self) -> str:
        """Return in each corner the two circles as they are there."""
        return "".join(
            circles.drawn(circles.pair(self.emblem(dynamic), *shares), self.px(3.4), full=False)
            for dynamic, shares in CORNERS.items()
        )

    def emblem(self, dynamic: str) -> Rect:
        """Return the room of a corner's emblem."""
        me, we = CORNERS[dynamic]
        wide, high = self.px(120), self.px(62)
        x = self.wide / 2 + (1 if me > 0 else -1) * (self.wide / 2 - self.px(150))
        y = self.high / 2 - (1 if we > 0 else -1) * (self.high / 2 - self.px(105) - self.nearer) - self.px(14)
        return Rect(round(x - wide / 2), round(y - high / 2), round(wide), round(high))


def _rect(x: float, y: float, wide: float, high: float) -> tuple[Point, ...]:
    return (x, y), (x + wide, y), (x + wide, y + high), (x, y + high)


def _bent(start: Point, end: Point, much: float) -> tuple[Point, ...]:
    """Return a straight line as a hand draws it: it leans a little one way, then the other."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    long = max(1.0, abs(dx) + abs(dy))
    lean = (0.0, 0.7, 1.0, 0.4, 0.0, -0.5, -0.4, 0.0)
    shares = ((at / (len(lean) - 1), off * much) for at, off in enumerate(lean))
    return tuple((start[0] + dx * at - dy / long * off, start[1] + dy * at + dx / long * off) for at, off in shares)
