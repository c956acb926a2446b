"""Where everything on the map stands: bands for scenes, rows within them, and boxes in a row side by side.

1. A box stands one row below the lowest box of its scene that leads to it; ways back up do not count.
2. In a row, boxes are in the order of the means of what leads to them, so that ways seldom cross.
3. Endings in a second row stand below the gaps of the first, so that no way runs along a box.
4. Numbers alone decide, so the same story gives the same map.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Final

from game.authoring.map_graph import Box, Graph

LETTER: Final = 7.3
"""How wide a letter is at most; the map is written in a face whose letters are all of one width."""

Area = tuple[float, float, float, float]
"""Left, top, width and height."""

MARGIN: Final = 24
TITLE: Final = 34
_GAP: Final = 18
_HEIGHT: Final = {"passage": 30, "choice": 26, "option": 38, "end": 26, "ending": 40}
BETWEEN: Final = 34
"""The room between rows."""

_PAD: Final = 22
_DIAMOND: Final = 40
_ENDINGS: Final = 3
_ENDING_GAP: Final = 40
_NARROWEST: Final = 330.0
"""A map that is no wider than a phone can be read on one."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A box with its place: `x` and `y` are its centre."""

    box: Box
    x: float
    y: float
    width: float
    height: float

    @property
    def area(self) -> Area:
        """What it covers."""
        return (self.x - self.width / 2, self.y - self.height / 2, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Band:
    """A scene's part of the map."""

    title: str
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole map, with the size of the picture."""

    spots: Mapping[str, Spot]
    bands: tuple[Band, ...]
    width: float
    height: float


def layout(graph: Graph, top: float) -> Layout:
    """Lay out a graph; the first band begins at `top`."""
    bands = {key: _rows(graph, [box for box in graph.boxes if box.band == key]) for key, _title in graph.bands}
    widest = max((_row_width(row) for rows in bands.values() for row in rows), default=0.0)
    width = max(widest, _NARROWEST) + 4 * MARGIN
    spots: dict[str, Spot] = {}
    placed: list[Band] = []
    before = _before(graph)
    for key, title in graph.bands:
        height = _stack(bands[key], spots, before, (width / 2, top + TITLE))
        placed.append(Band(title, top, height + TITLE + MARGIN / 2))
        top += placed[-1].height + MARGIN
    return Layout(spots, tuple(placed), width, top)


def _before(graph: Graph) -> Mapping[str, list[str]]:
    """Return for each box those that lead to it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for way in graph.ways:
        found[way.end].append(way.start)
    return found


def _rows(graph: Graph, boxes: list[Box]) -> list[list[Box]]:
    """Part the boxes of a band into rows."""
    order = {box.key: number for number, box in enumerate(boxes)}
    onward: defaultdict[str, list[str]] = defaultdict(list)
    for way in graph.ways:
        if way.start in order and way.end in order and order[way.start] < order[way.end]:
            onward[way.start].append(way.end)
    depth = dict.fromkeys(order, 0)
    for key in order:
        for end in onward[key]:
            depth[end] = max(depth[end], depth[key] + 1)
    rows: list[list[Box]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for box in boxes:
        rows[depth[box.key]].append(box)
    return [row[at : at + _ENDINGS] if row[0].kind == "ending" else row for row in rows for at in _starts(row)]


def _starts(row: list[Box]) -> range:
    """Return where the parts of a row begin: endings have wide names, and stand a few in a row."""
    return range(0, len(row), _ENDINGS if row[0].kind == "ending" else len(row))


def _stack(
    rows: list[list[Box]], spots: dict[str, Spot], before: Mapping[str, list[str]], start: tuple[float, float]
) -> float:
    """Place rows one under the other below `start` (middle, top); returns how high they are together."""
    middle, top = start
    y, above = top, list[Spot]()
    for row in rows:
        height = max(_HEIGHT[box.kind] for box in row)
        means = {box.key: _mean(box, spots, before, middle) for box in row}
        boxes = sorted(row, key=lambda each: means[each.key])
        xs = _side_by_side(boxes, middle, _gaps(above) if row[0].kind == "ending" else [])
        above = [Spot(box, x, y + height / 2, width(box), _HEIGHT[box.kind]) for box, x in zip(boxes, xs, strict=True)]
        spots.update({spot.box.key: spot for spot in above})
        y += height + BETWEEN
    return max(y - BETWEEN, top) - top


def _gaps(row: list[Spot]) -> list[float]:
    """Return the middles of the gaps between the boxes of a row."""
    return [(one.x + one.width / 2 + other.x - other.width / 2) / 2 for one, other in pairwise(row)]


def _side_by_side(boxes: list[Box], middle: float, gaps: list[float]) -> Iterator[float]:
    """Yield the middle of each box of a row, below the `gaps` through which the ways to them come, if there are any."""
    left, free = middle - _row_width(boxes) / 2, 0.0
    for box, gap in zip_longest(boxes, gaps[: len(boxes)]):
        left = left if gap is None else max(free, gap - width(box) / 2)
        yield left + width(box) / 2
        left = free = left + width(box) + _gap(boxes)


def _mean(box: Box, spots: Mapping[str, Spot], before: Mapping[str, list[str]], middle: float) -> float:
    """Return the mean place of what leads to a box from above."""
    above = [spots[key].x for key in before.get(box.key, ()) if key in spots]
    return sum(above) / len(above) if above else middle


def width(box: Box) -> float:
    """Return how wide a box is: as wide as its longest line."""
    if box.kind == "choice":
        return _DIAMOND
    one_line = box.kind == "passage"
    letters = len(f"{box.words}  {box.figure}") if one_line else max(len(box.words), len(box.figure))
    return letters * LETTER + _PAD


def _row_width(row: list[Box]) -> float:
    return sum(width(box) for box in row) + _gap(row) * (len(row) - 1)


def _gap(row: list[Box]) -> int:
    """Return the room between the boxes of a row; between endings there is more, for the ways to those below."""
    return _GAP if row[0].kind != "ending" else _ENDING_GAP
