"""The plane of me and we: where a path lies in it, how it flows, and what that is in words. Pure.

1. Me grows to the right and we upwards, both from the middle; both have the same unit, so no way is longer drawn.
2. The farthest point of a path lies `REACH` of the way to the nearer edge, so that the corners stay free.
3. A path flows through its points: a centripetal Catmull-Rom curve, which makes no loops of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import dist, hypot, pi, sin
from typing import Final, NamedTuple, TypeAlias

from game.drawing.rect import Rect
from game.insight.dynamics import verdict
from game.insight.wording import DYNAMIC_WORDS
from game.language import _
from game.story.names import IN_BETWEEN

Point: TypeAlias = tuple[float, float]
Meters: TypeAlias = tuple[int, int]

REACH: Final = 0.64
"""How far a path goes towards the edge, as a share of the way."""

LEAST: Final = 5
"""Points that the plane reaches out to at least, so that a short run does not look like a long one."""

FINE: Final = 14
"""Straight pieces that the curve between two points is made of."""


STRAIGHT: Final = 0.97
"""The cosine of the angle within which a way that follows another counts as going back along it."""


class Plane(NamedTuple):
    """Where the plane lies: its middle in pixels, and how many a point on a meter takes."""

    x: float
    y: float
    unit: float

    def at(self, meters: Meters) -> Point:
        """Return where two meters are."""
        return self.x + meters[0] * self.unit, self.y - meters[1] * self.unit


def plane(room: Rect, path: Sequence[Meters], dead_zone: Meters) -> Plane:
    """Return the plane that shows all of a path in a room."""
    farthest = max(LEAST, *(abs(meter) for point in path for meter in point), *(2 * dead for dead in dead_zone))
    unit = min(room.w, room.h) / 2 * REACH / farthest
    return Plane(room.x + room.w / 2, room.y + room.h / 2, unit)


def flowing(points: Sequence[Point]) -> tuple[tuple[Point, ...], ...]:
    """Return a curve through the points: for each way between two of them, the points it is drawn through."""
    if len(points) < 2:  # noqa: PLR2004  # between two points
        return ()
    before = _mirrored(points[1], points[0])
    after = _mirrored(points[-2], points[-1])
    four = zip((before, *points), points, points[1:], (*points[2:], after), strict=False)
    return tuple(_curve(*each) for each in four)


def parted(ways: Sequence[tuple[Point, ...]], aside: float) -> tuple[tuple[Point, ...], ...]:
    """Return the ways with each two that go there and back bent apart, by `aside` in their middles; ends stay."""
    turns = {at for at, (one, other) in enumerate(pairwise(ways)) if _turns_back(one, other)}
    bent = turns | {at + 1 for at in turns}
    return tuple(_bent(way, aside) if at in bent else way for at, way in enumerate(ways))


def part(line: Sequence[Point], share: float) -> tuple[Point, ...]:
    """Return the first `share` of a line, by length."""
    lengths = [0.0, *accumulate(dist(one, other) for one, other in pairwise(line))]
    goal = lengths[-1] * min(1.0, max(0.0, share))
    kept = [point for point, length in zip(line, lengths, strict=True) if length <= goal]
    if len(kept) < len(line):
        last, following = line[len(kept) - 1], line[len(kept)]
        rest = (goal - lengths[len(kept) - 1]) / (dist(last, following) or 1)
        kept.append(_between(last, following, rest))
    return tuple(kept)


def described(path: Sequence[Meters], dead_zone: Meters) -> str:
    """Return in words where a path leads."""
    words = [_("The path begins in the middle and comes to lie {where}.").format(where=where(path[-1], dead_zone))]
    corners = [verdict(*point, dead_zone) for point in path]
    passed = dict.fromkeys(corner for corner in corners if corner not in (IN_BETWEEN, corners[-1]))
    if passed:
        names = _(" and ").join(_(DYNAMIC_WORDS[corner].title) for corner in passed)
        words.append(_("On the way it crosses {corners}.").format(corners=names))
    return " ".join(words)


def where(point: Meters, dead_zone: Meters) -> str:
    """Return in words where a point lies: within the dead zone a meter is in the middle."""
    me, we = ((meter > dead) - (meter < -dead) for meter, dead in zip(point, dead_zone, strict=True))
    if not me and not we:
        return _("in the middle, on me and on we")
    on_me = {1: _("high on me"), 0: _("in the middle on me"), -1: _("low on me")}[me]
    on_we = {1: _("high on we"), 0: _("in the middle on we"), -1: _("low on we")}[we]
    return _("{on_we} and {on_me}").format(on_we=on_we, on_me=on_me)


def _curve(p0: Point, p1: Point, p2: Point, p3: Point) -> tuple[Point, ...]:
    """Return the curve from `p1` to `p2` (Barry and Goldman's pyramid with knots at the root of the distances)."""
    t1, t2, t3 = accumulate(max(0.1, dist(one, other) ** 0.5) for one, other in ((p0, p1), (p1, p2), (p2, p3)))
    return tuple(_pyramid((p0, p1, p2, p3), (0.0, t1, t2, t3), t1 + (t2 - t1) * at / FINE) for at in range(FINE + 1))


def _pyramid(points: tuple[Point, ...], knots: tuple[float, ...], t: float) -> Point:
    def mixed(one: Point, other: Point, low: int, high: int) -> Point:
        return _between(one, other, (t - knots[low]) / (knots[high] - knots[low]))

    first = [mixed(points[at], points[at + 1], at, at + 1) for at in range(3)]
    second = [mixed(first[at], first[at + 1], at, at + 2) for at in range(2)]
    return mixed(second[0], second[1], 1, 2)


def _turns_back(one: Sequence[Point], other: Sequence[Point]) -> bool:
    (ax, ay), (bx, by) = ((way[-1][0] - way[0][0], way[-1][1] - way[0][1]) for way in (one, other))
    return ax * bx + ay * by < -STRAIGHT * hypot(ax, ay) * hypot(bx, by)


def _bent(way: Sequence[Point], aside: float) -> tuple[Point, ...]:
    """Return a way bent to the left of where it goes."""
    (x0, y0), (x1, y1) = way[0], way[-1]
    long = dist(way[0], way[-1])
    steps = ((x, y, aside * sin(pi * at / (len(way) - 1))) for at, (x, y) in enumerate(way))
    return tuple((x + (y1 - y0) / long * by, y - (x1 - x0) / long * by) for x, y, by in steps)


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _mirrored(point: Point, middle: Point) -> Point:
    return 2 * middle[0] - point[0], 2 * middle[1] - point[1]
