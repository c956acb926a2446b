"""Building a page: boxes one below the other in a column, and the row of controls at its foot. Pure.

column = Column(look, parts.column)
column.text("heading", "heading", Span(_("Settings"), "heading"))
column.target("leave", "button", Command(BACK), Span(_("Leave"), "button"))
return page(look, self, column, picture=..., key="settings")
"""

from __future__ import annotations

from collections.abc import Sequence

from game.drawing.rect import Rect
from game.window import art
from game.window.commands import Command
from game.window.layout import APART, Box, Look, Piece, Scroll
from game.window.typeset import Setting, Span, setting


class Column:
    """Boxes in reading order, from the top down; `y` is where the next one goes, from the column's own top."""

    def __init__(self, look: Look, room: Rect, base: int = 0) -> None:
        self.look = look
        self.room = room
        self.base = base or look.base
        self.letters = look.letters
        self.y = 0
        self.boxes: list[Box] = []

    def space(self, share: float) -> None:
        """Leave room free: a share of the size of prose."""
        self.y += round(share * self.base)

    def gap(self, share: float) -> None:
        """Leave the room between two paragraphs: a share of the size of prose, or more where the player wants it."""
        self.space(share * self.look.settings.paragraph_spacing / 100)

    def text(self, box_id: str, role: str, *spans: Span, name: str = "", indent: int = 0) -> None:
        """Set text over the width of the column; `name` is what a voice says, if not the same words."""
        done = setting(spans, self.room.w - indent, self.base, self.letters)
        rect = Rect(self.room.x + indent, self.y, max(1, self.room.w - indent), max(1, done.height))
        self.boxes.append(Box(box_id, role, rect, name or words(spans), done.pieces))
        self.y += done.height

    def target(  # four of them belong together, two are for a few
        self, box_id: str, role: str, gives: Command, *spans: Span, number: str = "", name: str = ""
    ) -> None:
        """Set something to pick, with the sign hanging in the margin and `number` (if any) before its words."""
        gutter, hang = self.gutter, round(self.base * 0.85) if number else 0
        done = setting(spans, self.room.w - hang, self.base, self.letters)
        height = max(self.look.target, done.height + round(self.base * 0.3))
        rect = Rect(self.room.x - gutter, self.y, self.room.w + gutter, height)
        top = self.y + (height - done.height) // 2
        line = self.letters.leading(spans[0].style, self.base)
        mark = Rect(rect.x, top, round(self.base * 1.1), line)
        text = placed(done, gutter + hang, top - rect.y)
        if number:
            text = (*self._number(number, gutter, text[0].y if text else 0), *text)
        self.boxes.append(Box(box_id, role, rect, name or words(spans), text, gives, mark))
        self.y += height + max(APART, self.look.px(APART))

    def entry(self, box_id: str, role: str, gives: Command, title: str, about: str = "") -> None:
        """Set something to pick as a list of contents has it: its title, and in small letters what it is about."""
        spans = (Span(title, "entry"), *((Span(f"\n{about}", "small"),) if about else ()))
        self.target(box_id, role, gives, *spans, name=f"{title}. {about}" if about else title)

    def setting(  # noqa: PLR0913  # the first four belong together, two are for a few
        self, box_id: str, label: str, value: str, gives: Command, *, stepped: bool = True, seen: str = ""
    ) -> None:
        """Set something that has a value: its label at the left, the value at the right where both fit on a line.

        Dots lead from the one to the other; arrowheads beside the value say that one can step through its values.
        A sign that is `seen` stands for a value that a voice says.
        """
        left = setting((Span(label, "button"),), self.room.w, self.base, self.letters)
        shown = seen or (f"‹ {value} ›" if stepped else value)
        right = setting((Span(shown, "value"),), self.room.w, self.base, self.letters)
        beside = left.width + right.width + self.base <= self.room.w
        height = max(self.look.target, (left.height if beside else left.height + right.height) + round(self.base * 0.3))
        rect = Rect(self.room.x - self.gutter, self.y, self.room.w + self.gutter, height)
        top = self.y + (height - (left.height if beside else left.height + right.height)) // 2
        text = (
            *placed(left, self.gutter, top - rect.y),
            *placed(right, rect.w - right.width, top - rect.y + (0 if beside else left.height)),
        )
        mark = Rect(rect.x, top, round(self.base * 1.1), self.letters.leading("button", self.base))
        ends = self.gutter + left.width + self.base // 2, rect.w - right.width - self.base // 2
        dots = art.leader(*ends, text[0].y, self.base) if beside and text else ""
        self.boxes.append(Box(box_id, "setting", rect, f"{label}: {value}", text, gives, mark, dots))
        self.y += height + max(APART, self.look.px(APART))

    def field(self, box_id: str, label: str, value: str, *, writing: bool) -> None:
        """Set a line to write on, with its label above; the caret stands behind what is written, if anybody writes."""
        self.text(f"{box_id} label", "note", Span(label, "overline"))
        # The line itself is named by it.
        self.boxes[-1] = self.boxes[-1]._replace(name="")
        done = setting((Span(self._tail(value), "value"),), 10**6, self.base, self.letters)
        line = self.letters.leading("value", self.base)
        height = max(self.look.target, line + round(self.base * 0.4))
        rect = Rect(self.room.x - self.gutter, self.y, self.room.w + self.gutter, height)
        top = self.y + (height - line) // 2
        text = placed(done, self.gutter, top - rect.y)
        caret = Rect(self.room.x + done.width + 2, top, max(2, self.base // 12), line)
        mark = Rect(rect.x, top, round(self.base * 1.1), line)
        drawing = f'<path d="M{self.gutter} {height - 4}H{rect.w}" stroke="@quiet" stroke-width="2"/>'
        box = Box(box_id, "field", rect, f"{label}: {value}", text, Command("write", box_id), mark, art=drawing)
        self.boxes.append(box._replace(caret=caret if writing else None))
        self.y += height + max(APART, self.look.px(APART))

    def _tail(self, value: str) -> str:
        """Return the end of what is written on a line, as much of it as has room."""
        font, room = self.letters.font("value", self.base), self.room.w - self.base // 2
        starts = range(len(value))
        cut = (f"…{value[at:]}" if at else value for at in starts)
        return next((words for words in cut if self.letters.width(words, font) <= room), value[-1:])

    def lower(self, share: float) -> None:
        """Move everything down by a share of the room that is left below it, if any is."""
        down = max(0, round((self.room.h - self.y) * share))
        self.boxes = [box.moved(0, down) for box in self.boxes]
        self.y += down

    def art(self, box_id: str, drawing: str, height: int, *, width: int = 0, name: str = "") -> None:
        """Put a drawing of this height at the left of the column, as wide as the column if no width is given."""
        self.boxes.append(
            Box(box_id, "art", Rect(self.room.x, self.y, width or self.room.w, height), name, art=drawing)
        )
        self.y += height

    def hang(self, box_id: str, rect: Rect, drawing: str) -> None:
        """Put a drawing anywhere, such as into the margin, without taking room in the column."""
        self.boxes.append(Box(box_id, "art", rect, art=drawing))

    def divider(self, box_id: str) -> None:
        """Put the thin line with the sign between two parts."""
        height = round(self.base * 0.7)
        self.space(0.5)
        self.art(box_id, art.rule(self.room.w, height), height)
        self.space(0.5)

    @property
    def gutter(self) -> int:
        """How far the sign hangs out to the left of the column."""
        return min(self.room.x, round(self.base * 1.35))

    def scrolled(self, view: Rect, at: int) -> tuple[tuple[Box, ...], Scroll]:
        """Return the boxes where they are when the column is scrolled to `at` within `view`."""
        scroll = Scroll(view, self.y, 0)
        scroll = scroll._replace(at=max(0, min(at, scroll.furthest)))
        moved = (box.moved(0, view.y - scroll.at)._replace(scrolled=True) for box in self.boxes)
        return tuple(moved), scroll

    def _number(self, number: str, x: int, baseline: int) -> tuple[Piece, ...]:
        done = setting((Span(number, "number"),), self.room.w, self.base, self.letters)
        return tuple(piece._replace(y=baseline) for piece in placed(done, x, 0))


def placed(done: Setting, x: int, y: int) -> tuple[Piece, ...]:
    """Return the pieces of set text with its top left corner at a point of the box."""
    return tuple(piece._replace(x=piece.x + x, y=piece.y + y) for piece in done.pieces)


def words(spans: Sequence[Span]) -> str:
    """Return the letters of spans."""
    return "".join(span.words for span in spans)
