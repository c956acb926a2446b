"""The rows of a ballot: a letter, the words of an option, and the hands for it between two arrows. Pure.

1. The row has the focus; left and right, or digits, change its number. The arrows are for the pointer.
2. Where a row is too narrow for both, the number stands below the words.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from game.drawing.rect import Rect
from game.language import _, ngettext
from game.window import art
from game.window.column import Column, placed, words
from game.window.commands import Command
from game.window.layout import APART, Box
from game.window.typeset import Setting, Span, setting

ROW: Final = "row"
FEWER: Final = "fewer"
MORE: Final = "more hands"
"""What picking a row, or one of its arrows, asks for; the detail is the number of the row, from 0."""

_NARROW: Final = 14
"""Letters that the words of a row have room for, at least, beside the number."""


class Row(NamedTuple):
    """A row: its number from 0, its letter ("" for passing), the words, and the hands counted."""

    number: int
    letter: str
    spans: tuple[Span, ...]
    hands: int


def hands_row(column: Column, row: Row) -> None:
    """Set a row below what stands in the column."""
    base, look = column.base, column.look
    hang = round(base * 1.35) if row.letter else 0
    wide = _counter_width(column)
    beside = column.room.w - hang - wide >= _NARROW * base // 2
    room = column.room.w - hang - (wide if beside else 0)
    done = setting(row.spans, room, base, column.letters)
    height = max(look.target, done.height + round(base * 0.3))
    top = (height - done.height) // 2
    rect = Rect(column.room.x - column.gutter, column.y, column.gutter + hang + room, height)
    text = placed(done, column.gutter + hang, top)
    if row.letter:
        letter = setting((Span(row.letter, "letter"),), column.room.w, base, column.letters)
        text = (*(piece._replace(y=text[0].y) for piece in placed(letter, column.gutter, 0)), *text)
    mark = Rect(rect.x, column.y + top, round(base * 1.1), column.letters.leading(row.spans[0].style, base))
    gives = Command(ROW, str(row.number))
    column.boxes.append(Box(f"{ROW} {row.number}", "setting", rect, _name(row), text, gives, mark))
    if not beside:
        column.y += height + APART
    _counter(column, row, height if beside else look.target)
    column.y += (height if beside else look.target) + max(APART, look.px(APART))


def _name(row: Row) -> str:
    counted = ngettext("{count} hand", "{count} hands", row.hands).format(count=row.hands)
    said = f"{row.letter}: {words(row.spans)}" if row.letter else words(row.spans)
    return _("{answer} — {hands}").format(answer=said, hands=counted)


def _counter_width(column: Column) -> int:
    return 2 * column.look.target + _number(column, 0).width * 3 + 2 * APART + round(column.base * 0.5)


def _number(column: Column, hands: int) -> Setting:
    return setting((Span(str(hands or "–"), "count"),), column.room.w, column.base, column.letters)


def _counter(column: Column, row: Row, height: int) -> None:
    """Set the arrows at the right of a row `height` pixels high, and the number between them."""
    side, right = column.look.target, column.room.right
    middle = column.y + (height - side) // 2
    more = Rect(right - side, middle, side, side)
    fewer = Rect(right - _counter_width(column) + round(column.base * 0.5), middle, side, side)
    done = _number(column, row.hands)
    between = Rect(fewer.right + APART, column.y, max(1, more.x - fewer.right - 2 * APART), height)
    column.boxes += [
        _arrow(row, FEWER, fewer, "left", _("One hand fewer")),
        Box(
            f"hands {row.number}",
            "note",
            between,
            text=placed(done, (between.w - done.width) // 2, (height - done.height) // 2),
        ),
        _arrow(row, MORE, more, "right", _("One hand more")),
    ]


def _arrow(row: Row, what: str, rect: Rect, way: str, name: str) -> Box:
    drawing = art.chevron(rect.w, rect.h, way)
    gives = Command(what, str(row.number))
    return Box(f"{what} {row.number}", "button", rect, name, gives=gives, art=drawing, for_pointer=True)
