"""Naming a file: to save a copy of a run there, or to open the run in it.

What is typed goes on at the end of the line, and a path can be pasted. What is wrong with it is said, and it stays so
that it can be mended.
"""

from __future__ import annotations

from typing import Final

from game.host import Host
from game.language import _
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Bring, Move, Pop, Replace, Screen
from game.window.page import back, page, title_backdrop
from game.window.screens.message import Message
from game.window.spread import spread
from game.window.typeset import Span

LONGEST: Final = 1000
"""Letters that a path has at most."""


class File(Screen):
    """A line for the path of a file; `key` is the run to be copied there, "" to open one."""

    def __init__(self, host: Host, key: str = "") -> None:
        super().__init__()
        self.host = host
        self.key = key
        self.path = host.suggested(key) if key else ""

    def layout(self, look: Look) -> Layout:
        """Return the line, and what can be done with it."""
        column = Column(look, spread(look).column)
        heading = _("Save a copy") if self.key else _("Open a run from a file")
        column.text("heading", "heading", Span(heading, "heading"))
        column.text("note", "note", Span(self._about(), "note"))
        column.space(0.6)
        column.field("path", _("File"), self.path, writing=self.focus in ("", "path"))
        words = _("Save it there") if self.key else _("Open it")
        column.target("go", "button", Command("go"), Span(words, "button"))
        column.target("empty", "button", Command("empty"), Span(_("Empty the line"), "quiet button"))
        return page(look, self, column, backdrop=title_backdrop(), foot=(back(),), key=f"file {self.key}")

    def handle(self, command: Command) -> Move | None:
        """Take what is typed, do it, or go back."""
        match command.what:
            case c.TEXT:
                self.path = "".join(sign for sign in self.path + command.detail if sign.isprintable())[:LONGEST]
            case c.ERASE:
                self.path = self.path[:-1]
            case "empty":
                self.path, self.focus = "", "path"
            case "go" | "write":
                return self._go()
            case c.BACK:
                return Pop()
        return None

    def _go(self) -> Move:
        return Replace(Message(self.host.copy(self.key, self.path))) if self.key else Bring(self.path)

    def _about(self) -> str:
        if self.key:
            return _("The copy is a small file that holds the answers, and no names. Nothing is written over.")
        return _("You can also drop the file on this window, at any time. Answers that follow are kept in that file.")
