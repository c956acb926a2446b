"""Where a watched story can be gone to: its scenes, and the passages of each."""

from __future__ import annotations

from typing import Final

from game.author import Author, Spot
from game.language import _
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Jump, Move, Pop, Screen
from game.window.page import back, page, title_backdrop
from game.window.spread import whole
from game.window.typeset import Span

JUMP: Final = "jump"

MOST: Final = 200
"""Lines that are listed at once, so that the list of the longest story comes up at once, too."""


class Spots(Screen):
    """The list; what is written narrows it to the ids and titles that hold those letters."""

    def __init__(self, author: Author) -> None:
        super().__init__()
        self.author = author
        self.spots = author.spots()
        self.written = ""
        self.focus = "sought"

    def refresh(self) -> None:
        """Look again which there are: the story was saved."""
        self.spots = self.author.spots()

    def layout(self, look: Look) -> Layout:
        """Return the list."""
        parts = whole(look)
        column = Column(look, parts.column)
        column.text("heading", "heading", Span(_("Jump to a scene"), "heading"))
        note = _("A trial begins there, with the values given by --with. Nothing of it is kept.")
        column.text("note", "note", Span(note, "note"))
        column.space(0.5)
        column.field("sought", _("Only those with these letters"), self.written, writing=self.focus == "sought")
        found = [spot for spot in self.spots if _holds(spot, self.written)]
        for spot in found[:MOST]:
            _set(column, spot)
        if len(found) > MOST:
            more = _("And {count} more; some letters find them.").format(count=len(found) - MOST)
            column.text("more spots", "note", Span(more, "note"))
        if not found:
            column.text("none", "paragraph", Span(_("No scene or passage has these letters."), "prose"))
        return page(look, self, column, backdrop=title_backdrop(), foot=(back(),), key="spots", parts=parts)

    def handle(self, command: Command) -> Move | None:
        """Take letters, jump, or go back."""
        match command.what:
            case c.TEXT:
                self._write(self.written + "".join(sign for sign in command.detail if sign.isprintable()))
            case c.ERASE:
                self._write(self.written[:-1])
            case "write":
                found = [spot for spot in self.spots if _holds(spot, self.written)]
                return Jump(found[0].id) if self.written and found else None
            case "jump":
                return Jump(command.detail)
            case c.BACK | c.MENU:
                return Pop()
        return None

    def _write(self, words: str) -> None:
        self.written, self.scroll = words[:40], None


def _holds(spot: Spot, letters: str) -> bool:
    return all(part in f"{spot.id} {spot.title}".lower() for part in letters.lower().split())


def _set(column: Column, spot: Spot) -> None:
    scene = Span(f"{spot.title}  ", "button")
    spans = (*([scene] if spot.title else []), Span(f"{spot.id}  ", "value" if spot.title else "label"))
    column.target(spot.id, "button", Command(JUMP, spot.id), *spans, Span(spot.place, "small"))
