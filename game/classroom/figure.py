"""The plane of me and we as a picture on a page: inline SVG in the page's own colours. Pure.

1. Colours are variables of the page's style (`--ink` and so on), so that dark and print styles reach the picture.
2. A path is a line with a dot a scored pick; moments that the page tells have a number, and the end has the sign.
3. Paths differ by their strokes as well as by their colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final, NamedTuple

from game.drawing import circles, ink
from game.drawing.circles import CORNERS
from game.drawing.plane import Meters, Plane, Point, flowing, plane
from game.drawing.rect import Rect
from game.drawing.sheet import Sheet, sheet
from game.insight.wording import DYNAMIC_WORDS
from game.language import _

SIDE: Final = 720
"""How many units wide and high the picture is."""

_INK: Final = re.compile(r"@([a-z]+)")


class Walk(NamedTuple):
    """A path to draw: `numbers` maps a point of it to the number that stands there; `name` stands at its end."""

    path: tuple[Meters, ...]
    numbers: dict[int, int]
    name: str = ""
    dashed: bool = False


def figure(walks: Sequence[Walk], dead_zone: Meters, alternative: str) -> str:
    """Return the picture of some paths as an SVG element; `alternative` says in words what it shows."""
    room = Rect(0, 0, SIDE, SIDE)
    shown = plane(room, [point for walk in walks for point in walk.path], dead_zone)
    drawing = "".join((sheet(SIDE, SIDE, shown.unit, dead_zone), *(_walk(walk, shown) for walk in walks)))
    words = "".join((*_names(), *(each for walk in walks for each in _numbers(walk, shown))))
    return (
        f'<svg class="plane" viewBox="0 0 {SIDE} {SIDE}" role="img" aria-label="{escape(alternative)}">'
        f"{_INK.sub(_variable, drawing)}{words}</svg>"
    )


def _variable(match: re.Match[str]) -> str:
    return f"var(--{match.group(1)})"


def _walk(walk: Walk, shown: Plane) -> str:
    points = [shown.at(point) for point in walk.path]
    line = [point for way in flowing(points) for point in way]
    size = Sheet(SIDE, SIDE)
    parts = [ink.thin(line, size.px(5), "ink", dash=size.px(16) if walk.dashed else 0)] if line else []
    for at, point in enumerate(points):
        if at:
            parts.append(ink.disc(point, size.px(21 if at in walk.numbers else 8), "paper"))
            parts.append(ink.disc(point, size.px(18 if at in walk.numbers else 6), "ink"))
    return "".join((*parts, _end(points[-1], walk, size)))


def _end(point: Point, walk: Walk, size: Sheet) -> str:
    """Return the two circles as the path leaves them, above and right of its end."""
    side = size.px(80)
    room = Rect(round(point[0] + size.px(20)), round(point[1] - side), round(side), round(side * 0.6))
    two = circles.pair(room, *circles.shares(walk.path))
    return circles.drawn(two, size.px(4), full=True)


def _names() -> Iterator[str]:
    size = Sheet(SIDE, SIDE)
    for dynamic in CORNERS:
        emblem = size.emblem(dynamic)
        yield _text(emblem.x + emblem.w / 2, emblem.bottom + 24, _(DYNAMIC_WORDS[dynamic].title), "corner")
    x, y = size.at(0, 0)
    yield _text(x + 14, 30, _("we"), "axis", "start")
    yield _text(x + 14, 50, _("what you put in"), "axis-is", "start")
    yield _text(SIDE - 12, y + 26, _("me"), "axis", "end")
    yield _text(SIDE - 12, y + 46, _("your own footing"), "axis-is", "end")


def _numbers(walk: Walk, shown: Plane) -> Iterator[str]:
    for at, number in walk.numbers.items():
        x, y = shown.at(walk.path[at])
        yield _text(x, y + 6, str(number), "number")
    if walk.name:
        x, y = shown.at(walk.path[-1])
        yield _text(x + 22, y + 22, walk.name, "name", "start")


def _text(x: float, y: float, words: str, kind: str, anchor: str = "middle") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" class="{kind}" text-anchor="{anchor}">{escape(words)}</text>'
