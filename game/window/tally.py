"""The hands of a vote as strokes of a pen, five to a bundle: the drawing in the picture's place. Pure.

1. A row for each option and one for passing, with its letter, its strokes and its number: nothing is told by colour.
2. Strokes are as large as lets the fullest row lie on its lines; a number too large for strokes stands alone.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from game.ballot import LETTERS, Ballot
from game.drawing import ink
from game.drawing.rect import Rect
from game.language import _, ngettext
from game.window.layout import Box, Look, Piece
from game.window.typeset import Span, setting

BUNDLE: Final = 5
MOST: Final = 120
"""Hands that are drawn one by one."""

_HIGHEST: Final = 1.5
"""How high a stroke is at most, against the size of prose."""


class _Rows(NamedTuple):
    """Where the rows lie: the size of their letters, how high each is, and the room for strokes within it."""

    base: int
    height: int
    left: int
    right: int
    line: int


def tally(look: Look, room: Rect, ballot: Ballot) -> tuple[Box, ...]:
    """Return the strokes of a ballot on paper, within `room`."""
    paper = Box("paper", "art", room, told(ballot), art=ink.paper(room.w, room.h))
    rows = _rows(look, room, ballot)
    top = room.y + (room.h - rows.height * len(ballot.hands)) // 2
    boxes: list[Box] = [paper]
    names = (*(Span(letter, "letter") for letter in LETTERS[: len(ballot.options)]), Span(_("Pass"), "axis"))
    for number, row in enumerate(zip(names, ballot.hands, strict=True)):
        line = Rect(room.x, top + number * rows.height, room.w, rows.height)
        boxes += _row(look, rows, line, number, row)
    return tuple(boxes)


def told(ballot: Ballot) -> str:
    """Return the numbers in words."""
    lettered = zip(LETTERS, ballot.hands[:-1], strict=False)
    each = [_("{letter}: {hands}").format(letter=letter, hands=_hands(hands)) for letter, hands in lettered]
    return ", ".join([*each, _("passed: {hands}").format(hands=_hands(ballot.passed))])


def _hands(hands: int) -> str:
    return ngettext("{count} hand", "{count} hands", hands).format(count=hands)


def _rows(look: Look, room: Rect, ballot: Ballot) -> _Rows:
    """Return where rows lie, so that all of them fit."""
    side = room.w // 9
    height = min(round(3.2 * look.base), (room.h - room.h // 6) // len(ballot.hands))
    base = max(9, min(look.base, height // 2, room.w // 12))
    left, right = room.x + side + round(2.3 * base), room.right - side - round(1.9 * base)
    fullest = max((hands for hands in ballot.hands if hands <= MOST), default=0)
    return _Rows(base, height, left, right, _stroke(right - left, height, fullest, base))


def _stroke(wide: int, height: int, fullest: int, base: int) -> int:
    """Return how high a stroke is, so that the fullest row fits: a bundle is as wide as it is high, and a gap."""
    for stroke in range(min(round(_HIGHEST * base), height * 3 // 4), 4, -1):
        across = max(1, wide // _pitch(stroke))
        lines = -(-_bundles(fullest) // across)
        if lines * _leading(stroke) <= height * 0.85:
            return stroke
    return 4


def _pitch(stroke: int) -> int:
    return round(stroke * 1.25)


def _leading(stroke: int) -> int:
    return round(stroke * 1.3)


def _bundles(hands: int) -> int:
    return -(-hands // BUNDLE)


def _row(look: Look, rows: _Rows, line: Rect, number: int, row: tuple[Span, int]) -> list[Box]:
    """Return a row: what it is called, its strokes, and its number."""
    span, hands = row
    both = (span, Span(str(hands or "–"), "count"))
    name, counted = (setting((each,), line.w, rows.base, look.letters.close) for each in both)
    first = Rect(rows.left - round(0.9 * rows.base) - name.width, line.y, max(1, name.width), line.h)
    last = Rect(rows.right + round(0.5 * rows.base), line.y, counted.width, line.h)
    boxes = [
        Box(f"letter {number}", "note", first, text=_middle(name.pieces, name.height, line.h)),
        Box(f"number {number}", "note", last, text=_middle(counted.pieces, counted.height, line.h)),
    ]
    if 0 < hands <= MOST:
        room = Rect(rows.left, line.y, max(1, rows.right - rows.left), line.h)
        boxes.append(Box(f"strokes {number}", "art", room, art=_strokes(room, rows.line, hands)))
    return boxes


def _middle(pieces: tuple[Piece, ...], high: int, room: int) -> tuple[Piece, ...]:
    return tuple(piece._replace(y=piece.y + (room - high) // 2) for piece in pieces)


def _strokes(room: Rect, stroke: int, hands: int) -> str:
    """Return the strokes of a row; the fifth of a bundle goes across the other four."""
    across = max(1, room.w // _pitch(stroke))
    lines = -(-_bundles(hands) // across)
    top = (room.h - lines * _leading(stroke)) / 2 + (_leading(stroke) - stroke) / 2
    drawn = []
    for hand in range(hands):
        bundle, within = divmod(hand, BUNDLE)
        x = (bundle % across) * _pitch(stroke) + stroke * 0.1
        y = top + bundle // across * _leading(stroke)
        drawn.append(_one(x, y, stroke, within, hand))
    return "".join(drawn)


def _one(x: float, y: float, stroke: int, within: int, hand: int) -> str:
    """Return one stroke; no two are quite alike."""
    lean = stroke * (0.06 + 0.05 * ((hand * 7) % 5 - 2) / 2)
    broad = max(1.6, stroke / 7)
    if within == BUNDLE - 1:
        ends = ((x - stroke * 0.08, y + stroke * 0.78), (x + stroke * 0.86, y + stroke * 0.2))
        return ink.line(ends, broad, "ink")
    at = x + within * stroke * 0.24
    return ink.line(((at + lean, y), (at, y + stroke)), broad, "ink")
