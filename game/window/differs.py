"""Where one layout looks other than another: what has to be painted anew to come from the one to the other. Pure.

1. A box is painted within its `reach`, and nowhere else; a scrolled one only within the part where its page scrolls.
2. A box that stands as it did, above and below the same boxes, is painted anew only where another is.
3. In a window of another size, or where pages have other edges, everything is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from game.drawing.rect import Rect
from game.window.layout import Box, Layout

MOST: Final = 6
"""Areas that are painted one by one at most: each of them costs a look at every box."""


def reach(box: Box) -> Rect:
    """Return how far a box reaches: letters may stand out of it by as much as they are high, and a wash does."""
    rect = box.rect
    if box.text:
        air = max(piece.font.size for piece in box.text)
        rect = Rect(rect.x - air, rect.y - air, rect.w + 2 * air, rect.h + 2 * air)
    for more in (box.mark, box.caret):
        rect = rect.joined(more) if more else rect
    return rect


def painted(box: Box, view: Rect | None) -> Rect:
    """Return where a box is painted, on a page that scrolls within `view`; a scrolled one out of view nowhere."""
    if not box.scrolled or view is None:
        return reach(box)
    return reach(box).cut(view) if box.rect.meets(view) else Rect(view.x, view.y, 0, 0)


def scrolling(layout: Layout) -> Rect | None:
    """Return where scrolled boxes are painted; None where nothing scrolls.

    A wash begins before the sign, in the margin of the page.
    """
    if layout.scroll is None:
        return None
    view, page = layout.scroll.view, layout.box("page")
    left = page.rect.x if page else view.x
    return Rect(left, view.y, view.right - left, view.h)


def differing(before: Layout, after: Layout) -> tuple[Rect, ...]:
    """Return the areas in which the two look different: none of them meets another."""
    if before.size != after.size or _edges(before) != _edges(after):
        return (Rect(0, 0, *after.size),)
    pairs = ((before, after), (before.beside, after.beside))
    return apart(rect for one, other in pairs if one and other for rect in _changed(one, other))


def apart(rects: Iterable[Rect]) -> tuple[Rect, ...]:
    """Return areas that hold the same rectangles, of which no two meet; not more than `MOST`."""
    areas: list[Rect] = []
    for rect in rects:
        new = rect
        while met := [area for area in areas if area.meets(new)]:
            areas = [area for area in areas if area not in met]
            for area in met:
                new = new.joined(area)
        areas.append(new)
    return tuple(areas) if len(areas) <= MOST else (around(areas),)


def around(rects: Iterable[Rect]) -> Rect:
    """Return the smallest rectangle that holds all of them; there is at least one."""
    first, *others = rects
    for rect in others:
        first = first.joined(rect)
    return first


def _edges(layout: Layout) -> tuple[object, ...]:
    """Return what every box of a layout is painted within."""
    pages = tuple(box.rect for box in layout.boxes if box.role == "page")
    return pages, scrolling(layout), layout.beside and _edges(layout.beside)


def _changed(before: Layout, after: Layout) -> Iterator[Rect]:
    """Yield where boxes came, went, look different, or have passed above or below others."""
    old, new = _looks(before), _looks(after)
    same = frozenset(box_id for box_id, look in new.items() if old.get(box_id) == look)
    if [each for each in old if each in same] != [each for each in new if each in same]:
        same = frozenset()
    for layout in (before, after):
        view = scrolling(layout)
        for box in layout.boxes:
            area = painted(box, view)
            if box.id not in same and area.some:
                yield area


def _looks(layout: Layout) -> Mapping[str, tuple[object, ...]]:
    """Return how each box looks, by its id: what it is called, and what it gives, nobody sees."""
    return {
        box.id: (box.role, box.rect, box.text, box.mark, box.art, box.view, box.scrolled, box.caret, focused)
        for box in layout.boxes
        for focused in (box.id == layout.focus,)
    }
