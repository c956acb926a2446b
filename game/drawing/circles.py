"""Two circles for two people: rust is me, teal is the other. They overlap as the two did. Pure.

1. Mine is as large as my footing: `me`, from -1 to 1, is how far of all that moved the meter it moved up.
2. They are as near as what I put in: `we`, the same for the other meter. At 0 they just overlap.
3. Two who keep their footing stay in sight however near they are. Both stand on one line.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, hypot
from typing import Final, NamedTuple

from game.drawing import ink
from game.drawing.plane import Meters, Point
from game.drawing.rect import Rect
from game.language import _

CORNERS: Final = {
    "interdependence": (0.55, 0.55),
    "independence": (0.55, -0.55),
    "dependence": (-0.75, -0.3),
    "codependence": (-0.75, 0.75),
}
"""The shares with which the corners of the plane are drawn."""

SMALL: Final = 0.15
"""A share up to this makes no difference that would be worth a word."""


class Pair(NamedTuple):
    """Two circles: the middle and radius of mine, and of the other's."""

    mine: Point
    my_radius: float
    other: Point
    other_radius: float

    @property
    def points(self) -> tuple[Point, Point, Point, Point]:
        """The corners of the room that the two take."""
        (x, y), r, (ox, oy), other = self
        return (x - r, y - r), (x + r, y + r), (ox - other, oy - other), (ox + other, oy + other)


def shares(path: Sequence[Meters]) -> tuple[float, float]:
    """Return how far each meter came, of all that moved it: from -1 to 1."""
    moves = [(two[0] - one[0], two[1] - one[1]) for one, two in pairwise(path)]
    me, we = (path[-1][meter] / (sum(abs(move[meter]) for move in moves) or 1) for meter in (0, 1))
    return me, we


def pair(room: Rect, me: float, we: float) -> Pair:
    """Return the circles for two shares, as large as a room allows and in its middle, on one line."""
    mine = min(1.0, 0.84 + (0.32 if me > 0 else 0.42) * me)
    apart = 0.88 - (0.62 - 0.3 * max(0.0, me) if we > 0 else 0.62) * we
    wide = max(mine + (1 + mine) * apart + 1, 2)
    unit = min(room.w / wide, room.h / 2.24)
    mine, far, other = mine * unit, (1 + mine) * apart * unit, unit
    left = min(-mine, far - other)
    right = max(mine, far + other)
    x = room.x + room.w / 2 - (left + right) / 2
    ground = room.y + room.h / 2 + other
    return Pair((x, ground - mine), mine, (x + far, ground - other), other)


def described(me: float, we: float, name: str) -> str:
    """Return in words how the circles of two shares lie; `name` is the other's."""
    sizes = (
        (me > SMALL, _("Yours is about as large as {name}’s")),
        (me < -SMALL, _("Yours is the smaller one")),
        (True, _("Yours is a little smaller than {name}’s")),
    )
    size = next(words for holds, words in sizes if holds)
    ways = (
        (we > SMALL, _("they overlap widely")),
        (we < -SMALL, _("they stand apart")),
        (True, _("they just overlap")),
    )
    near = next(words for holds, words in ways if holds)
    return _("Two circles stand on one line, yours and {name}’s. {size}, and {near}.").format(
        name=name, size=size.format(name=name), near=near
    )


def drawn(two: Pair, broad: float, *, full: bool) -> str:
    """Return the circles: outlined, or printed in `full` as from two blocks that do not lie quite true."""
    outlines = outline(two.mine, two.my_radius, broad, "me") + outline(two.other, two.other_radius, broad, "we")
    if not full:
        return outlines + lens(two, 0.5)
    mine, other = disc(two.mine, two.my_radius, "me"), disc(two.other, two.other_radius, "we")
    return other + mine + lens(two, 0.72) + outlines


def disc(middle: Point, radius: float, colour: str) -> str:
    """Return the colour of one circle, a little off its outline; the other's is hatched, so that shape tells too."""
    off = radius * 0.022
    middle, radius = (middle[0] - off, middle[1] + off), radius * 0.985
    shape = ink.filled(ink.around(middle, radius), colour, 0.86)
    return shape + ink.hatched(middle, radius * 0.97, radius / 9, radius / 60) if colour == "we" else shape


def outline(middle: Point, radius: float, broad: float, colour: str) -> str:
    """Return the outline of one circle."""
    return ink.line(ink.around(middle, radius, turns=1.02, start=-2), broad, colour)


def lens(two: Pair, opacity: float) -> str:
    """Return what both circles cover."""
    edge = [
        *_inside(ink.around(two.mine, two.my_radius), two.other, two.other_radius),
        *_inside(ink.around(two.other, two.other_radius), two.mine, two.my_radius),
    ]
    if len(edge) < 3:  # noqa: PLR2004  # fewer corners enclose nothing
        return ""
    x, y = (sum(point[axis] for point in edge) / len(edge) for axis in (0, 1))
    return ink.filled(sorted(edge, key=lambda point: atan2(point[1] - y, point[0] - x)), "both", opacity)


def _inside(points: Sequence[Point], middle: Point, radius: float) -> list[Point]:
    return [point for point in points if hypot(point[0] - middle[0], point[1] - middle[1]) <= radius]
