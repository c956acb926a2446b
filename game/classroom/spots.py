"""Finding room on a picture: what is put down later moves aside from what is there. Pure, and without chance.

A spot is a disc; places to move to lie in rings around where it wanted to be, and the first free one is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, dist, pi, sin
from typing import Final

from game.drawing.plane import Point

_TURNS: Final = (1, 7, 3, 5, 0, 2, 4, 6)
"""Eighths of a turn, in the order in which they are tried: the diagonals first, since paths seldom run along them."""

_RINGS: Final = 4


class Spots:
    """The discs that are taken so far."""

    def __init__(self) -> None:
        self._taken: list[tuple[Point, float]] = []

    def keep(self, at: Point, radius: float) -> None:
        """Take a disc where it is, whatever else is there."""
        self._taken.append((at, radius))

    def put(self, at: Point, radius: float, *, aside: float = 0) -> Point:
        """Take a disc as near to `at` as there is room, at least `aside` away from it, and return its middle."""
        places = tuple(_around(at, radius, aside))
        place = next((each for each in places if self._overlap(each, radius) <= 0), None)
        if place is None:
            place = min(places, key=lambda each: self._overlap(each, radius))
        self.keep(place, radius)
        return place

    def _overlap(self, at: Point, radius: float) -> float:
        return max((radius + other - dist(at, place) for place, other in self._taken), default=0.0)


def _around(at: Point, radius: float, aside: float) -> Iterator[Point]:
    if not aside:
        yield at
    for ring in range(1, _RINGS + 1):
        far = aside + radius * 0.7 * (ring - 1) if aside else radius * 2.1 * ring
        for turn in _TURNS:
            yield at[0] + far * cos(turn * pi / 4), at[1] - far * sin(turn * pi / 4)
