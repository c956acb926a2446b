"""A sample of the page, beside the settings: a few lines in which every look of a story's text can be seen. Pure.

Where there is no room for a page beside, one line of it stands above the settings instead.
"""

from __future__ import annotations

from typing import Final

from game.drawing import ink
from game.drawing.rect import Rect
from game.language import N_, _
from game.window.column import Column
from game.window.commands import Command
from game.window.heard import caption
from game.window.layout import Box, Layout, Look
from game.window.spread import Spread
from game.window.typeset import Span

ROOM: Final = 300
"""Pixels that a page is wide and high at least, to be one."""

_TEXT: Final = tuple(f"sample {part}" for part in ("first", "said", "then", "answer", "closed"))

_FIRST: Final = N_("It is evening, and the kettle has just begun to sing. Nobody has said anything yet.")
_THEN: Final = N_("Outside somebody walks a dog, slowly, as if the two of them had all the time there is.")
_SAID: Final = N_("Is there enough in it for two?")
_ANSWER: Final = N_("Pour two cups, and sit down.")
_CLOSED: Final = N_("Pour one cup, and read on.")


def fits(seen: Rect) -> bool:
    """Tell whether a page of the sample can lie there."""
    return min(seen.w, seen.h) >= ROOM


def beside(look: Look, parts: Spread) -> tuple[Box, ...]:
    """Return a page with the sample, as much of it as fits into the picture's place.

    Its margins are those of the page beside it; above a page, its column stands over the page's own.
    """
    seen = parts.seen
    side = parts.column.x - parts.page.x
    column = Column(look, Rect(seen.x + side, seen.y, max(1, min(seen.w - 2 * side, parts.column.w)), max(1, seen.h)))
    if look.settings.captions:
        column.text("sample heard", "note", Span(caption("rain"), "note"))
        column.gap(0.3)
    _first(column)
    _said(column)
    _answers(column)
    air = max(look.px(40), (seen.h - column.y) // 3)
    boxes = (box.moved(0, seen.y + air) for box in column.boxes)
    paper = Box("sample page", "art", seen, _("A page of a story as it looks now."), art=ink.paper(seen.w, seen.h))
    return (paper, *(box for box in boxes if box.rect.bottom <= seen.bottom - side // 2))


def above(column: Column) -> None:
    """Set one line of the sample in a column."""
    _speech(column)
    column.divider("sample rule")


def text(layout: Layout) -> tuple[Box, ...]:
    """Return what can be read of the sample in a layout."""
    return tuple(box for box in layout.boxes if box.id in _TEXT)


def _first(column: Column) -> None:
    column.text("sample first", "paragraph", Span(_(_FIRST), "prose"))
    column.gap(0.45)


def _speech(column: Column) -> None:
    spans = (Span("Sam  ", "other"), Span(_(_SAID), "prose"))
    column.text("sample said", "speech", *spans, name=f"Sam: {_(_SAID)}")
    column.gap(0.45)


def _said(column: Column) -> None:
    _speech(column)
    column.text("sample then", "paragraph", Span(_(_THEN), "prose"))
    column.gap(0.45)


def _answers(column: Column) -> None:
    """Set an answer as it looks, but for nobody to pick; and a closed one, if those are shown."""
    column.space(0.25)
    column.target("sample answer", "option", Command("none"), Span(_(_ANSWER), "option"), number="1")
    column.boxes[-1] = column.boxes[-1]._replace(gives=None)
    if column.look.settings.show_closed:
        column.text("sample closed", "paragraph", Span(_(_CLOSED), "closed"))
