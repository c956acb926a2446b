"""Text that comes line by line, for whoever wants it so: which lines stand there after a while. Pure.

1. Only lines in view come one by one; what has to be scrolled to is there when it is reached.
2. Answers come with the last line. Room is taken from the beginning, so nothing moves.
3. A voice and a test read all of it at once: only what the eye sees waits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.window.layout import Box, Layout

_TENTHS: Final = 10


def waiting(layout: Layout, begins: str) -> tuple[Box, ...]:
    """Return the boxes in view of a page, from the one of the id `begins` on."""
    start = next((at for at, box in enumerate(layout.boxes) if box.id == begins), len(layout.boxes))
    view = layout.scroll.view if layout.scroll else None
    return tuple(box for box in layout.boxes[start:] if view and box.scrolled and box.rect.meets(view))


def paced(layout: Layout, waits: Sequence[Box], since: float, pace: int) -> Layout:
    """Return a layout as it looks `since` seconds after the text of the boxes that wait began to come.

    A line comes every `pace` tenths of a second, the first at once. Once all have come, or at a pace of 0, the layout
    is as it was.
    """
    lines = [(box.id, y) for box in waits if not box.gives for y in sorted({piece.y for piece in box.text})]
    come = 1 + int(since * _TENTHS / pace) if pace else len(lines)
    if come >= len(lines):
        return layout
    there, hidden = frozenset(lines[:come]), frozenset(box.id for box in waits)
    boxes = (_as_far_as(box, there) if box.id in hidden else box for box in layout.boxes)
    return layout._replace(boxes=tuple(boxes), paced=True, due=come * pace / _TENTHS)


def _as_far_as(box: Box, there: frozenset[tuple[str, int]]) -> Box:
    """Return a box with those of its lines that have come; drawings come with the box that they are named after."""
    text = tuple(piece for piece in box.text if (box.id, piece.y) in there)
    named = {box_id for box_id, _y in there}
    drawn = bool(text) or box.id.removesuffix(" sign") in named
    return box._replace(text=text, art=box.art if drawn else "", mark=box.mark if drawn else None)
