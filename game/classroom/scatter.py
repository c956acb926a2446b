"""A class in the plane: a dot a run, or a disc a point where there are very many. Inline SVG. Pure.

1. Dots that would lie on each other are laid in a spiral around their point, always the same way.
2. The second class has rings where the first has dots, so that they differ without colour.
3. More than `MOST_DOTS` runs are drawn as one disc a point, its area by how many ended there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import cos, pi, sin, sqrt
from typing import Final

from markupsafe import Markup

from game.classroom.figure import framed, spread
from game.drawing import ink
from game.drawing.plane import Meters, Point

MOST_DOTS: Final = 400
_GOLDEN: Final = pi * (3 - sqrt(5))
_DOT: Final = 7.0
_FINEST: Final = 5.0
_LARGEST: Final = 0.9
"""How far the largest disc reaches towards the next point."""


def scatter(classes: Sequence[Mapping[Meters, int]], dead_zone: Meters, alternative: str) -> Markup:
    """Return the picture of one class or two, each given by how many runs ended at a point."""
    points = sorted({point for each in classes for point in each})
    shown = spread(points, dead_zone)
    many = sum(sum(each.values()) for each in classes)
    drawing: list[str] = []
    largest = max((each[point] for each in classes for point in each), default=1)
    for point in points:
        counts = [each.get(point, 0) for each in classes]
        if many <= MOST_DOTS:
            drawing += _dots(shown.at(point), counts, max(_FINEST, min(_DOT, shown.unit * 0.4)))
        else:
            drawing += _discs(shown.at(point), counts, shown.unit * _LARGEST, largest)
    return framed(shown, dead_zone, alternative, "".join(drawing))


def _dots(middle: Point, counts: Sequence[int], radius: float) -> Iterator[str]:
    kinds = [number for number, many in enumerate(counts) for _each in range(many)]
    # From one dot, the next are laid around it; from several, the first is beside the middle too.
    for at, number in enumerate(kinds):
        away = radius * 2.05 * sqrt(at)
        place = middle[0] + away * cos(at * _GOLDEN), middle[1] + away * sin(at * _GOLDEN)
        yield _mark(place, radius, number)


def _discs(middle: Point, counts: Sequence[int], unit: float, largest: int) -> Iterator[str]:
    for number, many in enumerate(counts):
        if many:
            yield _mark(middle, max(2.0, unit * sqrt(many / largest)), number)


def _mark(place: Point, radius: float, number: int) -> str:
    if number == 0:
        return ink.disc(place, radius + 0.8, "paper") + ink.disc(place, radius, "ink", 0.88)
    return ink.thin(ink.around(place, radius - 0.6), 2.2, "ink")
