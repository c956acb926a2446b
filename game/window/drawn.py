"""Drawings as boxes of a layout, no larger than what is drawn. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from game.drawing import ink
from game.drawing.plane import Point
from game.drawing.rect import Rect
from game.window.layout import Box


def box(box_id: str, room: Rect, points: Iterable[Point], air: float, draw: Iterable[str]) -> Box:
    """Return a box for drawings that reach no farther than `air` from the points, cut to the room."""
    xs, ys = zip(*points, strict=True)
    left, top = max(room.x, int(min(xs) - air)), max(room.y, int(min(ys) - air))
    right, bottom = min(room.right, int(max(xs) + air) + 1), min(room.bottom, int(max(ys) + air) + 1)
    rect = Rect(left, top, max(1, right - left), max(1, bottom - top))
    return Box(box_id, "art", rect, art=ink.moved("".join(draw), -left, -top))
