"""One switch: the focus goes from target to target by itself, and a single key, button or click picks. Pure.

1. Where prose is in view, the page stays where it is: only targets in view are gone through, and among them the arrows
   that turn the page down and up. So no text is ever taken away from whoever reads it.
2. In a menu all targets are gone through, and what is out of view is brought in.
3. A line to write on is passed over: beside each there is another way.
4. After `ROUNDS` without a press the focus rests, without its frame, and nothing moves until the switch is pressed:
   that press only wakes it.
"""

from __future__ import annotations

from typing import Final

from game.drawing.rect import Rect
from game.window import art
from game.window.focus import LESS, MORE, Outcome, revealed
from game.window.layout import Box, Layout

ROUNDS: Final = 3

FRAME: Final = "scan"
"""The box of the frame."""

_PROSE: Final = frozenset({"paragraph", "speech", "answer"})
_AIR: Final = 4


class Scan:
    """How far the focus has gone by itself: `steps` since the switch was pressed last."""

    def __init__(self) -> None:
        self.steps = 0

    def rests(self, layout: Layout) -> bool:
        """Tell whether the focus has gone round often enough to rest."""
        return self.steps >= ROUNDS * len(ring(layout))

    def step(self, layout: Layout) -> Outcome | None:
        """Return the next focus, and how far to scroll for it; None while it rests."""
        targets = ring(layout)
        if self.rests(layout):
            return None
        self.steps += 1
        ids = [box.id for box in targets]
        box = targets[(ids.index(layout.focus) + 1) % len(ids) if layout.focus in ids else 0]
        at = layout.scroll.at if layout.scroll else 0
        return Outcome(box.id, at if _is_read(layout) else revealed(layout, box))


def ring(layout: Layout) -> tuple[Box, ...]:
    """Return the targets that are gone through."""
    targets = tuple(box for box in layout.targets if box.role != "field")
    view = layout.scroll.view if layout.scroll else None
    if view and _is_read(layout):
        return tuple(box for box in targets if not box.scrolled or box.rect.meets(view))
    return tuple(box for box in targets if box.id not in (MORE, LESS))


def scanned(layout: Layout, *, rests: bool) -> Layout:
    """Return a layout for one switch: no line to write on has the focus, and what has it is framed unless it rests."""
    targets = ring(layout)
    box = next((each for each in targets if each.id == layout.focus), targets[0] if targets else None)
    if box is None:
        return layout._replace(scans=True)
    layout = layout._replace(focus=box.id, scans=True)
    if rests:
        return layout
    left = box.rect.x if box.scrolled else max(0, box.rect.x - _AIR)
    right = min(layout.size[0], box.rect.right + _AIR)
    room = Rect(left, box.rect.y - _AIR, max(1, right - left), box.rect.h + 2 * _AIR)
    frame = Box(FRAME, "art", room, art=art.frame(room.w, room.h), scrolled=box.scrolled)
    return layout._replace(boxes=(*layout.boxes, frame))


def _is_read(layout: Layout) -> bool:
    """Tell whether prose is in view."""
    view = layout.scroll.view if layout.scroll else None
    prose = (box for box in layout.boxes if box.role in _PROSE and box.scrolled)
    return view is not None and any(box.rect.meets(view) for box in prose)
