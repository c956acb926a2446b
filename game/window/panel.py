"""The panel beside the page while a story is watched: where we are, the meters, what is held, open, closed and picked.

1. It is laid out like a page, in a part of the window of its own; hidden, it is a strip with the way back to it.
2. It only tells. What it offers to pick opens something on the page, or hides the panel.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.author import Author
from game.drawing.rect import Rect
from game.host import Play
from game.language import N_, _
from game.window import art
from game.window import commands as c
from game.window.behind import Seen, told
from game.window.column import Column, placed
from game.window.commands import PAGE_DOWN, Command
from game.window.layout import APART, Box, Layout, Look, Scroll
from game.window.page import Control, control_box, veils
from game.window.screens.flaws import counted
from game.window.typeset import Span, setting

SHARE: Final = 0.31
"""The share of a window's width that the panel takes."""

LEAST: Final = 270
"""Pixels that it is wide at least."""

LEFT: Final = 420
"""Pixels that it leaves to the page at least; where it cannot, it is hidden."""

SMALLER: Final = 0.86
"""How large its words are against prose."""

_CONTROLS: Final = (
    (c.SPOTS, N_("Jump · F3")),
    (c.FLAWS, N_("Problems · F4")),
    (c.PANEL, N_("Hide · F2")),
)


class Panel:
    """The panel; `focus` and `scroll` as those of a screen, `hidden` as the author wants it."""

    def __init__(self, author: Author) -> None:
        self.author = author
        self.focus = ""
        self.scroll = 0
        self.hidden = False

    def width(self, look: Look) -> int:
        """Return how much of the window's width it takes, hidden or not."""
        wide = max(LEAST, round(look.size[0] * SHARE))
        strip = look.target + 2 * APART
        if look.size[0] < strip + LEFT:
            return 0
        return strip if self.hidden or look.size[0] - wide < LEFT else wide

    def layout(self, look: Look, room: Rect, play: Play | None) -> Layout:
        """Return the panel in its part of the window."""
        seen = Seen(None, self.author.flaws, self.author.broken)
        if play:
            seen = seen._replace(glance=self.author.glance(play.session), lost=play.trouble or "")
        if room.w < LEAST:
            return self._strip(look, room, seen)
        base = round(look.base * SMALLER)
        side = round(base * 1.1)
        foot = tuple(_foot(look, Rect(room.x + side, room.y, room.w - 2 * side, look.target), room.bottom))
        top = room.y + look.px(36)
        view = Rect(room.x + 2, top, room.w - 2, max(1, min(box.rect.y for box in foot) - APART - top))
        column = Column(look, Rect(room.x + side, top, room.w - 2 * side, view.h), base)
        told(column, seen)
        boxes, scroll = column.scrolled(view, self.scroll)
        every = (*_ground(room), *boxes, *veils(look, scroll, room.right), *foot, *_more(look, scroll, foot))
        return self._done(look, every, scroll)

    def _done(self, look: Look, boxes: tuple[Box, ...], scroll: Scroll | None) -> Layout:
        layout = Layout(look.size, boxes, "", scroll, "panel")
        targets = [box.id for box in layout.targets]
        return layout._replace(focus=self.focus if self.focus in targets else targets[0])

    def _strip(self, look: Look, room: Rect, seen: Seen) -> Layout:
        """Return the way back to the panel, with how many mistakes there are."""
        side = look.target
        rect = Rect(room.x + (room.w - side) // 2, room.y + APART, side, side)
        mark = Rect(rect.x, rect.bottom - side // 3, side, side // 3)
        name = _("Show the panel · F2")
        show = Box("show", "button", rect, name, gives=Command(c.PANEL), mark=mark, art=art.chevron(side, side, "left"))
        return self._done(look, (*_ground(room), show, *_count(look, room, rect, seen)), None)


def _ground(room: Rect) -> tuple[Box, ...]:
    line = Rect(room.x, room.y, 2, room.h)
    drawn = f'<rect width="2" height="{room.h}" fill="@rule"/>'
    return Box("panel", "page", room), Box("panel edge", "art", line, art=drawn)


def _count(look: Look, room: Rect, above: Rect, seen: Seen) -> Iterator[Box]:
    """Yield how many mistakes keep the story from being played."""
    errors = tuple(each for each in seen.flaws if each.severity == "error")
    if errors:
        done = setting((Span(str(len(errors)), "value"),), room.w, look.base, look.letters)
        rect = Rect(room.x, above.bottom + APART, room.w, done.height)
        yield Box("errors", "note", rect, counted(errors), placed(done, (room.w - done.width) // 2, 0))


def _foot(look: Look, room: Rect, bottom: int) -> Iterator[Box]:
    """Yield the controls, in as many rows above `bottom` as they take; the last place is left for the arrow."""
    rows: list[list[Box]] = [[]]
    start = left = room.x - round(look.base * 0.4)
    for what, words in _CONTROLS:
        box = control_box(look, Control(what, _(words), Command(what)), room)
        if rows[-1] and left + box.rect.w > room.right - room.h:
            rows.append([])
            left = start
        rows[-1].append(box.moved(left - box.rect.x, 0))
        left += box.rect.w + APART
    first = bottom - len(rows) * (room.h + APART)
    for number, row in enumerate(rows):
        yield from (box.moved(0, first + number * (room.h + APART) - room.y) for box in row)


def _more(look: Look, scroll: Scroll, foot: tuple[Box, ...]) -> Iterator[Box]:
    """Yield the arrow that turns on to what lies below, while anything does."""
    if scroll.at >= scroll.furthest:
        return
    side = look.target
    rect = Rect(scroll.view.right - side - APART, foot[0].rect.y, side, side)
    mark = Rect(rect.x, rect.bottom - side // 3, side, side // 3)
    drawn = art.chevron(side, side, "down")
    yield Box("panel more", "button", rect, _("Read on"), gives=Command(PAGE_DOWN), mark=mark, art=drawn)
