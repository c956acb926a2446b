"""Class mode, from the title: the folder in which runs are handed in, and what will not be kept."""

from __future__ import annotations

from typing import Final

from game.host import Host
from game.language import N_, _
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Home, Move, Pop, Screen
from game.window.page import back, page, title_backdrop
from game.window.spread import spread
from game.window.typeset import Span

_HOW: Final = (
    N_("Until the game is left, it keeps no runs and no settings here, and asks for no names."),
    N_("“Save a copy for class” writes a run into one folder, under the story’s name and a word drawn by lot."),
)


class Classroom(Screen):
    """Asks for a folder that is there already; from then on until the game is left nothing else is written."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host
        self.written = ""
        self.focus = "folder"

    def layout(self, look: Look) -> Layout:
        """Return the page."""
        column = Column(look, spread(look).column)
        column.text("heading", "heading", Span(_("Class mode"), "heading"))
        column.space(0.4)
        for number, words in enumerate(_HOW):
            column.text(f"words {number}", "paragraph", Span(_(words), "prose"))
            column.space(0.45)
        label = _("The folder for the class, as it is written on this computer")
        column.field("folder", label, self.written, writing=self.focus == "folder")
        column.target("begin", "button", Command("begin"), Span(_("Begin class mode"), "turn"))
        return page(look, self, column, backdrop=title_backdrop(), foot=(back(),), key="classroom")

    def handle(self, command: Command) -> Move | None:
        """Take what is written, and begin."""
        match command.what:
            case c.TEXT:
                self.written = (self.written + "".join(sign for sign in command.detail if sign.isprintable()))[:400]
            case c.ERASE:
                self.written = self.written[:-1]
            case "write" | "begin":
                self.host.attend(self.written)
                return Home()
            case c.BACK | c.MENU:
                return Pop()
        return None
