"""The stories that can be begun, where there is more than one."""

from __future__ import annotations

from game.host import Host
from game.language import _
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Begin, Move, Pop, Screen
from game.window.page import back, page, title_backdrop
from game.window.spread import spread
from game.window.typeset import Span


class Stories(Screen):
    """Each story with what it is about; `way` is how it will be played, if not like the play before it."""

    def __init__(self, host: Host, way: str | None = None) -> None:
        super().__init__()
        self.way = way
        self.stories = host.stories()

    def layout(self, look: Look) -> Layout:
        """Return the list."""
        column = Column(look, spread(look).column)
        column.text("heading", "heading", Span(_("Stories"), "heading"))
        column.space(0.5)
        for card in self.stories:
            column.entry(card.id, "option", Command("begin", card.id), card.title, card.about)
            column.space(0.3)
        return page(look, self, column, backdrop=title_backdrop(), foot=(back(),), key="stories")

    def handle(self, command: Command) -> Move | None:
        """Begin the story that was picked."""
        match command.what:
            case "begin":
                return Begin(command.detail, way=self.way)
            case c.BACK:
                return Pop()
        return None
