"""The plane of me and we as a picture on a page: inline SVG in the page's own colours. Pure.

1. Colours are variables of the page's style (`--ink` and so on), so that dark and print styles reach the picture.
2. A path is a line with a dot a scored pick; moments that the page tells have a number, which nothing covers.
3. The end has the two circles, or a letter where a picture holds several paths; those differ by their
   strokes, and the dots of a broken one are rings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final, NamedTuple

from markupsafe import Markup

from game.classroom.spots import Spots
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
_DISC: Final = 15.0
_DOT: Final = 4.4
_LABELS: Final = ((SIDE - 40, SIDE / 2 + 32), (SIDE - 100, SIDE / 2 + 40), (SIDE / 2 + 50, 40))
_LABEL: Final = 32.0
"""Where the words of the axes stand, and how far around."""
_PAIR: Final = (62, 38)
"""The room of the two circles at a path's end."""

_NAME: Final = 24
"""How far the name of a corner stands below its emblem."""
_NAMED: Final = (-70, -35, 0, 35, 70)
"""Where along a corner's name, from its middle, nothing else is put."""


class Walk(NamedTuple):
    """A path to draw: `numbers` maps a point of it to the number that stands there; `name` stands at its end."""

    path: tuple[Meters, ...]
    numbers: dict[int, int]
    name: str = ""
    dashed: bool = False


def figure(walks: Sequence[Walk], dead_zone: Meters, alternative: str) -> Markup:
    """Return the picture of some paths as an SVG element; `alternative` says in words what it shows."""
    shown = spread([point for walk in walks for point in walk.path], dead_zone)
    return framed(shown, dead_zone, alternative, "".join(_drawn(walks, shown)))


def spread(points: Sequence[Meters], dead_zone: Meters) -> Plane:
    """Return the plane of a picture that shows all of these points."""
    return plane(Rect(0, 0, SIDE, SIDE), points, dead_zone)


def framed(shown: Plane, dead_zone: Meters, alternative: str, drawing: str) -> Markup:
    """Return a drawing on the sheet with the names of corners and axes; its inks become the page's."""
    inked = _INK.sub(r"var(--\1)", sheet(SIDE, SIDE, shown.unit, dead_zone) + "".join(_names()) + drawing)
    label = escape(alternative)
    box = f'<svg class="plane" viewBox="0 0 {SIDE} {SIDE}" role="img" aria-label="{label}">{inked}</svg>'
    return Markup(box)  # noqa: S704  # drawn here; every word in it is escaped


def _drawn(walks: Sequence[Walk], shown: Plane) -> Iterator[str]:
    """Yield lines and dots first, then ends, then numbers, each beside what is there already."""
    spots = Spots()
    for label in _LABELS:
        spots.keep(label, _LABEL)
    for emblem in _emblems():
        spots.keep((emblem.x + emblem.w / 2, emblem.y + emblem.h / 2), emblem.w / 2)
        for aside in _NAMED:
            spots.keep((emblem.x + emblem.w / 2 + aside, emblem.bottom + _NAME - 6), _NAME / 2)
    placed = []
    for walk in walks:
        points = [shown.at(point) for point in walk.path]
        yield _line(points, dashed=walk.dashed)
        placed += [(points[at], number) for at, number in walk.numbers.items()]
    numbers = [(point, spots.put(point, _DISC), number) for point, number in placed]
    for walk in walks:
        for passed in walk.path:
            spots.keep(shown.at(passed), _DOT)
    for walk in walks:
        yield _end(walk, shown, spots)
    for point, place, number in numbers:
        yield _bubble(point, place, str(number))


def _line(points: Sequence[Point], *, dashed: bool) -> str:
    way = [point for piece in flowing(points) for point in piece]
    parts = [ink.thin(way, 3.4, "ink", dash=11 if dashed else 0)] if way else []
    for point in points[1:]:
        parts += [ink.disc(point, _DOT + 1.6, "paper"), ink.disc(point, _DOT, "ink")]
        parts += [ink.disc(point, _DOT - 1.8, "paper")] if dashed else []
    return "".join(parts)


def _end(walk: Walk, shown: Plane, spots: Spots) -> str:
    """Return what stands at a path's end: its letter, or the two circles as the path leaves them."""
    end = shown.at(walk.path[-1])
    if walk.name:
        place = spots.put(end, _DISC + 5, aside=32)
        return _bubble(end, place, walk.name, _DISC + 5, open_=walk.dashed)
    wide, high = _PAIR
    x, y = spots.put(end, wide / 2, aside=44)
    room = Rect(round(x - wide / 2), round(y - high / 2), wide, high)
    return circles.drawn(circles.pair(room, *circles.shares(walk.path)), 3, full=True)


def _bubble(point: Point, place: Point, words: str, radius: float = _DISC, *, open_: bool = False) -> str:
    """Return words in a disc, with a line to the point that they belong to where that is elsewhere."""
    leader = ink.thin((point, place), 1.6, "ink") if point != place else ""
    discs = ink.disc(place, radius + 2, "paper") + ink.disc(place, radius, "ink")
    discs += ink.disc(place, radius - 3, "paper") if open_ else ""
    return leader + discs + text(place[0], place[1] + 6, words, "number open" if open_ else "number")


def _emblems() -> list[Rect]:
    """Return the rooms of the emblems, in the order of the corners."""
    return [Sheet(SIDE, SIDE).emblem(dynamic) for dynamic in CORNERS]


def _names() -> Iterator[str]:
    for dynamic, emblem in zip(CORNERS, _emblems(), strict=True):
        yield text(emblem.x + emblem.w / 2, emblem.bottom + _NAME, _(DYNAMIC_WORDS[dynamic].title), "corner")
    x, y = Sheet(SIDE, SIDE).at(0, 0)
    yield text(x + 14, 30, _("we"), "axis", "start")
    yield text(x + 14, 50, _("what you put in"), "axis-is", "start")
    yield text(SIDE - 12, y + 26, _("me"), "axis", "end")
    yield text(SIDE - 12, y + 46, _("your own footing"), "axis-is", "end")


def text(x: float, y: float, words: str, kind: str, anchor: str = "middle") -> str:
    """Return words on a picture; `kind` is their class in the page's style."""
    # An @ would be taken for an ink.
    written = escape(words).replace("@", "&#64;")
    return f'<text x="{x:.0f}" y="{y:.0f}" class="{kind}" text-anchor="{anchor}">{written}</text>'
