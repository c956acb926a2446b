"""Where the focus goes and how a page scrolls, from a layout and a command alone. Pure.

1. What cannot be seen cannot be picked: picking something out of view brings it into view first, unless a screen
   reader picks it, for whoever has heard it.
2. Moving on past the last target in view reads on, most of a page at a time, so that nothing is passed over unread.
3. Every other command is the screen's own and comes back as it is; so does a page up or down where nothing scrolls on,
   and a digit where there are no options.
4. The focus passes over what is `for_pointer` alone: keys do the same from the target that it belongs to.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from game.window import commands as c
from game.window.commands import Command, Pointed
from game.window.layout import Box, Layout

STEP: Final = 0.8
"""The share of a view that a page down moves by."""

NOTCH: Final = 0.12
"""The share of a view that a notch of the wheel moves by."""


MORE: Final = "more"
"""The box of the arrow that turns on to what lies below."""

LESS: Final = "less"
"""The box of the arrow that turns back to what lies above, where there is one."""


class Outcome(NamedTuple):
    """What follows from a command: the focus, how far the page is scrolled, and what the screen is to answer."""

    focus: str
    scroll: int
    command: Command | None = None


def navigate(layout: Layout, command: Command) -> Outcome:
    """Return what `command` means on a screen."""
    here = Outcome(layout.focus, layout.scroll.at if layout.scroll else 0)
    match command.what:
        case c.NEXT:
            return _moved(layout, here, 1)
        case c.PREVIOUS:
            return _moved(layout, here, -1)
        case c.PICK:
            box = layout.box(layout.focus)
            return _picked(layout, here, box) if box else here
        case c.START:
            box = layout.box(layout.focus)
            on_value = box is not None and box.role == "setting"
            return here._replace(command=Command(c.RIGHT)) if on_value else navigate(layout, Command(c.PICK))
        case c.OPTION:
            options = [box for box in layout.boxes if box.role == "option" and box.gives]
            number = int(command.detail)
            if not options:
                return here._replace(command=command)
            return _picked(layout, here, options[number - 1]) if 0 < number <= len(options) else here
        case c.GO | c.REVEAL | c.CHOOSE:
            named = layout.box(command.detail)
            return _asked_for(layout, here, named, command.what) if named else here
        case c.PAGE_DOWN | c.PAGE_UP if _scrolled(layout, command) == here.scroll:
            return here._replace(command=command)
        case c.PAGE_DOWN | c.PAGE_UP | c.TOP | c.BOTTOM | c.SCROLL:
            return here._replace(scroll=_scrolled(layout, command))
        case _:
            return here._replace(command=command)


def pointed(layout: Layout, point: Pointed) -> Outcome:
    """Return what the pointer means: the target under it has the focus, and a press picks it; in a field one writes."""
    here = Outcome(layout.focus, layout.scroll.at if layout.scroll else 0)
    box = layout.hit(point.x, point.y)
    if box is None:
        return here
    if point.pressed and box.role != "field":
        outcome = _picked(layout, here, box)
        return outcome._replace(focus=layout.focus) if box.for_pointer else outcome
    return here if box.for_pointer else here._replace(focus=box.id)


def _picked(layout: Layout, here: Outcome, box: Box) -> Outcome:
    if not layout.shown(box):
        return Outcome(box.id, revealed(layout, box))
    if box.gives and box.gives.what in (c.PAGE_DOWN, c.PAGE_UP):
        return Outcome(box.id, _scrolled(layout, box.gives))
    return Outcome(box.id, here.scroll, box.gives)


def _asked_for(layout: Layout, here: Outcome, box: Box, what: str) -> Outcome:
    """Return what follows where a screen reader names a box: it has told its words, so they need not be seen first."""
    scroll = revealed(layout, box)
    if not box.gives or what == c.REVEAL:
        return here._replace(scroll=scroll)
    if what == c.CHOOSE and box.gives.what in (c.PAGE_DOWN, c.PAGE_UP):
        return Outcome(box.id, _scrolled(layout, box.gives))
    focus = here.focus if box.for_pointer else box.id
    return Outcome(focus, scroll, box.gives if what == c.CHOOSE else None)


def _moved(layout: Layout, here: Outcome, way: int) -> Outcome:
    ring = _ring(layout, here.focus)
    if not ring:
        return here._replace(scroll=_stepped(layout, way))
    ids = [box.id for box in ring]
    at = ids.index(here.focus) if here.focus in ids else -1
    box = ring[(at + way) % len(ids)]
    if _passes_unread(layout, box, at + way, way):
        return here._replace(scroll=_stepped(layout, way))
    return Outcome(box.id, revealed(layout, box))


def _ring(layout: Layout, focus: str) -> list[Box]:
    """Return what the focus goes around: in a menu without the arrow, since going on down brings the rest into view."""
    menu = any(box.scrolled and box.role != "option" for box in layout.targets)
    return [box for box in layout.targets if not box.for_pointer and (box.id != MORE or not menu or focus == MORE)]


def _passes_unread(layout: Layout, box: Box, at: int, way: int) -> bool:
    """Tell whether going to `box` would leave more than a step of the page unread on the way."""
    scroll = layout.scroll
    if scroll is None or (layout.shown(box) and box.scrolled):
        return False
    if box.scrolled and 0 <= at < len(_ring(layout, layout.focus)):
        return abs(revealed(layout, box) - scroll.at) > STEP * scroll.view.h
    return _stepped(layout, way) != scroll.at


def revealed(layout: Layout, box: Box) -> int:
    """Return how far to scroll, at least, so that a box is in view."""
    if layout.scroll is None or not box.scrolled:
        return layout.scroll.at if layout.scroll else 0
    view, at = layout.scroll.view, layout.scroll.at
    air = view.h // 12
    above = view.y - box.rect.y
    below = box.rect.bottom - view.bottom
    if above > 0:
        at -= above + air
    elif below > 0:
        at += min(below + air, box.rect.y - view.y)
    return _held(layout, at)


def _scrolled(layout: Layout, command: Command) -> int:
    if layout.scroll is None:
        return 0
    view, at = layout.scroll.view, layout.scroll.at
    goal = {
        c.PAGE_DOWN: at + STEP * view.h,
        c.PAGE_UP: at - STEP * view.h,
        c.TOP: 0,
        c.BOTTOM: layout.scroll.length,
        c.SCROLL: at - float(command.detail or 0) * NOTCH * view.h,
    }[command.what]
    return _held(layout, round(goal))


def _stepped(layout: Layout, way: int) -> int:
    return _scrolled(layout, Command(c.PAGE_DOWN if way > 0 else c.PAGE_UP))


def _held(layout: Layout, at: int) -> int:
    return max(0, min(at, layout.scroll.furthest if layout.scroll else 0))
