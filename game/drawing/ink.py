"""Drawing as if by hand: lines from a broad nib, rings and discs that are not quite round, hatching. Pure.

1. A line is as broad as a nib held at `NIB` makes it: broader across, finer along.
2. Nothing is left to chance: the same drawing comes out the same for ever.
3. Everything is an SVG element with `@ink` for a colour; coordinates are those of the box that it is drawn in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, cos, pi, sin
from typing import Final

from game.drawing.plane import Point

NIB: Final = -0.7
"""The angle at which the nib is held, in radians."""

FINEST: Final = 0.5
"""How broad the finest part of a line is, as a share of the broadest."""

SLANT: Final = 0.5**0.5
"""The sine and the cosine of the angle of hatching."""

ROUND: Final = 72
"""Corners that a round thing has."""


def line(points: Sequence[Point], broad: float, ink: str, opacity: float = 1.0) -> str:
    """Return a line through points, at most `broad` pixels wide."""
    if len(points) < 2:  # noqa: PLR2004  # a line has two ends
        return ""
    ways = [atan2(two[1] - one[1], two[0] - one[0]) for one, two in pairwise(points)]
    ways.append(ways[-1])
    left = [_beside(point, way, _half(way, broad)) for point, way in zip(points, ways, strict=True)]
    right = [_beside(point, way, -_half(way, broad)) for point, way in zip(points, ways, strict=True)]
    ends = "".join(disc(point, broad * 0.3, ink, opacity) for point in (points[0], points[-1]))
    return filled((*left, *reversed(right)), ink, opacity) + (ends if opacity == 1 else "")


def filled(points: Iterable[Point], ink: str, opacity: float = 1.0) -> str:
    """Return a shape with these corners."""
    return f'<path d="{_path(points)}Z" fill="@{ink}"{_opacity(opacity, "fill")}/>'


def thin(points: Iterable[Point], width: float, ink: str, opacity: float = 1.0, *, dash: float = 0) -> str:
    """Return a line of even width, in pieces as long as `dash` if that is given."""
    ends = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'
    ends += f' stroke-dasharray="{dash:.1f} {dash:.1f}"' if dash else ""
    return f'<path d="{_path(points)}" {ends} stroke="@{ink}" stroke-width="{width:.1f}"{_opacity(opacity, "stroke")}/>'


def disc(middle: Point, radius: float, ink: str, opacity: float = 1.0) -> str:
    """Return a disc."""
    x, y = middle
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="@{ink}"{_opacity(opacity, "fill")}/>'


def around(middle: Point, radius: float, *, turns: float = 1.0, start: float = 0.0) -> tuple[Point, ...]:
    """Return points around a middle, as a hand goes: not quite round, and past the start after more than a turn."""
    angles = (start + turns * 2 * pi * at / ROUND for at in range(ROUND + 1))
    return tuple(_off(middle, radius, angle, (angle - start) / (2 * pi)) for angle in angles)


def ring(middle: Point, radius: float, broad: float, ink: str) -> str:
    """Return a ring that a pen drew around something, a little more than once."""
    return line(around(middle, radius, turns=1.07, start=-2.2), broad, ink)


def hatched(middle: Point, radius: float, gap: float, width: float) -> str:
    """Return fine slanting lines across a disc, left free as in a woodcut."""
    lines = []
    for number in range(-int(radius / gap), int(radius / gap) + 1):
        off = number * gap
        half = (radius**2 - off**2) ** 0.5
        ends = ((_turned(middle, off, -half)), (_turned(middle, off, half)))
        lines.append(thin(ends, width, "paper", 0.3))
    return "".join(lines)


def paper(wide: int, high: int) -> str:
    """Return paper that is a little darker towards its edges."""
    middle = f'cx="{wide / 2}" cy="{high / 2}" r="{max(wide, high) * 0.75:.0f}"'
    stops = '<stop offset="0.45" stop-color="@shade" stop-opacity="0"/>'
    stops += '<stop offset="1" stop-color="@shade" stop-opacity="0.13"/>'
    fill = f'<defs><radialGradient id="v" gradientUnits="userSpaceOnUse" {middle}>{stops}</radialGradient></defs>'
    return f'{fill}<rect width="{wide}" height="{high}" fill="url(#v)"/>'


def moved(drawing: str, dx: float, dy: float) -> str:
    """Return a drawing somewhere else."""
    return f'<g transform="translate({dx:.1f} {dy:.1f})">{drawing}</g>'


def _turned(middle: Point, x: float, y: float) -> Point:
    return middle[0] + (x - y) * SLANT, middle[1] + (x + y) * SLANT


def _off(middle: Point, radius: float, angle: float, turn: float) -> Point:
    away = radius * (1 + 0.008 * sin(3 * angle + 1) + 0.005 * sin(5 * angle + 2) + 0.05 * max(0.0, turn - 0.9))
    return middle[0] + away * cos(angle), middle[1] + away * sin(angle)


def _half(way: float, broad: float) -> float:
    return broad / 2 * (FINEST + (1 - FINEST) * abs(sin(way - NIB)))


def _beside(point: Point, way: float, far: float) -> Point:
    return point[0] - far * sin(way), point[1] + far * cos(way)


def _path(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _opacity(opacity: float, of: str) -> str:
    return "" if opacity == 1 else f' {of}-opacity="{opacity:.2f}"'
