"""Everything so far: the whole run as it was read, with each answer marked, to go back to."""

from __future__ import annotations

from game.host import Play
from game.language import _
from game.settings import names_for
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Move, Pop, Screen
from game.window.page import Backdrop, back, page
from game.window.prose import Block, alternative, stretches
from game.window.spread import spread
from game.window.typeset import Span


class History(Screen):
    """The log of a play. Picking an answer goes back to where it was given; what came after can be gone forward to."""

    def __init__(self, play: Play) -> None:
        super().__init__()
        self.play = play

    def layout(self, look: Look) -> Layout:
        """Return the log, begun at its end."""
        session = self.play.session
        column = Column(look, spread(look).column)
        told = stretches(session, names_for(session.story, look.settings))
        column.text("history", "heading", Span(_("Everything so far"), "heading"))
        column.text("how", "note", Span(_("Choose an answer to go back to the moment before it."), "note"))
        column.space(0.8)
        for at, stretch in enumerate(told):
            for number, block in enumerate(stretch.blocks):
                _set(column, f"{at} {number}", block, stretch.frame)
        view = told[-1].view
        here = Backdrop(alternative(self.play, view), view)
        self.focus = self.focus or "back"
        return page(look, self, column, backdrop=here, foot=(back(),), key="history", begin=column.y)

    def handle(self, command: Command) -> Move | None:
        """Go back to an answer, or to the page that was read."""
        match command.what:
            case "to":
                self.play.session.rewind(len(self.play.session.picks) - int(command.detail) + 1)
                return Pop()
            case c.BACK | c.MENU | c.HISTORY:
                return Pop()
        return None


def _set(column: Column, box_id: str, block: Block, frame: int) -> None:
    if block.role == "answer":
        column.target(box_id, "answer", Command("to", str(frame)), *block.spans, name=block.name)
        return
    if block.role == "heading" and column.boxes[-1].role != "note":
        column.space(0.8)
    smaller = tuple(Span(span.words, {"heading": "subheading"}.get(span.style, span.style)) for span in block.spans)
    column.text(box_id, block.role, *smaller, name=block.name)
    column.space(0.4)
