"""A page with a few words on it: something to know, or a question with two answers."""

from __future__ import annotations

from game.language import _
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Move, Pop, Screen
from game.window.page import back, page, title_backdrop
from game.window.spread import spread
from game.window.typeset import Span


class Message(Screen):
    """Something to know, in one or more paragraphs, under an optional heading; any answer goes back."""

    def __init__(self, words: str, heading: str = "") -> None:
        super().__init__()
        self.words = words
        self.heading = heading

    def layout(self, look: Look) -> Layout:
        """Return the words."""
        column = Column(look, spread(look).column)
        if self.heading:
            column.text("heading", "heading", Span(self.heading, "heading"))
            column.space(0.5)
        for number, words in enumerate(self.words.split("\n\n")):
            column.text(f"words {number}", "paragraph", Span(words, "prose"))
            column.gap(0.5)
        column.space(0.4)
        column.target("good", "button", Command(c.BACK), Span(_("Go on"), "turn"))
        column.lower(0.2)
        return page(look, self, column, backdrop=title_backdrop(), foot=(back(),), key=f"message {self.words[:40]}")

    def handle(self, command: Command) -> Move | None:
        """Go back."""
        return Pop() if command.what in (c.BACK, c.MENU) else None
