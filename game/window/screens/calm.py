"""A calm screen: nothing of the story, and every way on from here. Nobody has to say why it is there."""

from __future__ import annotations

from game.drawing import ink
from game.host import Host, Play
from game.language import _
from game.support import parts
from game.window import art
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.heard import Air
from game.window.layout import Layout, Look
from game.window.moves import Home, Leave, Move, Open, Pop, Push, Screen
from game.window.page import page, title_backdrop
from game.window.screens.message import Message
from game.window.spread import whole
from game.window.typeset import Span


class Calm(Screen):
    """Paper and the game's sign, over whatever was there; the same key takes it away again."""

    def __init__(self, host: Host, play: Play | None = None) -> None:
        super().__init__()
        self.host = host
        self.play = play

    def layout(self, look: Look) -> Layout:
        """Return the page, with its few words in the middle."""
        room = whole(look)
        column = Column(look, room.column)
        side, air = 3 * look.base, look.base // 3
        sign = ink.moved(art.sign(2 * side, side, full=False, quiet=True), 0, air)
        column.art("sign", sign, side + 2 * air, width=2 * side)
        column.space(0.6)
        column.text("calm", "paragraph", Span(_("There is time."), "voice"))
        column.space(0.8)
        for what, words in self._ways():
            column.target(what, "button", Command(what), Span(words, "turn" if what == c.BACK else "button"))
        column.lower(0.4)
        return page(look, self, column, backdrop=title_backdrop(), key="calm", parts=room)

    def handle(self, command: Command) -> Move | None:
        """Go where the reader wants to."""
        support = self.play.support if self.play else ""
        moves: dict[str, Move] = {
            c.BACK: Pop(),
            c.MENU: Pop(),
            c.PAGE_DOWN: Pop(),
            c.STORIES: Open("stories"),
            "support": Push(Message("\n\n".join(part.text for part in parts(support)), _("Support"))),
            "home": Home(),
            c.LEAVE: Leave(),
        }
        return moves.get(command.what)

    def air(self, below: Air) -> Air:
        """Return silence."""
        return below._replace(share=0.0)

    def _ways(self) -> tuple[tuple[str, str], ...]:
        turn = (("support", _("Where to turn")),) if self.play and self.play.support else ()
        story = (
            ((c.NOTE, _("What is in the story")), (c.STORIES, _("Another story")), ("home", _("To the title")))
            if self.play
            else ()
        )
        return ((c.BACK, _("Go on")), *turn, *story, (c.LEAVE, _("Leave the game")))
