"""The menu of a play."""

from __future__ import annotations

from typing import Final

from game.host import Play
from game.language import N_, _
from game.settings import names_for
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.heard import LOWERED, Air
from game.window.layout import Layout, Look
from game.window.moves import Below, Home, Leave, Move, Open, Pop, Screen
from game.window.page import Control, page
from game.window.prose import Stretch, backdrop, read, stretches
from game.window.spread import spread
from game.window.typeset import Span

_GROUPS: Final = (
    (
        (c.BACK, N_("Go on")),
        (c.HISTORY, N_("Everything so far")),
        (c.SKIP, N_("Leave the rest of this scene out")),
        ("copy", N_("Save a copy for class")),
    ),
    (("names", N_("Names and pronouns")), ("settings", N_("Settings"))),
    (("home", N_("To the title")), (c.LEAVE, N_("Leave the game"))),
)

_BELOW: Final = ((c.HELP, N_("Keys")), (c.CALM, N_("Support")))
_KEPT: Final = N_("Every answer is kept as you give it. You can leave at any time.")


class Pause(Screen):
    """What can be done beside reading on; everything is kept already.

    It shows the place of what is being read, `here`, so that it tells nothing of a scene that was not turned to yet.
    """

    def __init__(self, play: Play, here: Stretch | None = None) -> None:
        super().__init__()
        self.play = play
        self._here = here

    def layout(self, look: Look) -> Layout:
        """Return the menu."""
        column = Column(look, spread(look).column)
        session = self.play.session
        told = read(stretches(session, names_for(session.story, look.settings)), self._here)
        scenes = [block for stretch in told for block in stretch.blocks if block.role == "heading"]
        column.text("story", "note", Span(session.story.title, "overline"))
        column.text("heading", "heading", *scenes[-1].spans)
        kept = self.play.trouble or (self.play.kept if self.play.hand_in else _(_KEPT))
        column.text("kept", "note", Span(kept, "note"))
        column.space(0.7)
        for group in _GROUPS:
            for what, words in group:
                if self._makes_sense(what):
                    column.target(what, "button", Command(what), Span(_(words), "button"))
            column.space(0.5 if column.room.h > 20 * look.base else 0)
        column.lower(0.3)
        foot = tuple(Control(what, _(words), Command(what)) for what, words in _BELOW if self._makes_sense(what))
        return page(look, self, column, backdrop=backdrop(self.play, told[-1].view), foot=foot, key="pause")

    def handle(self, command: Command) -> Move | None:
        """Open what was picked, or go back to the play."""
        moves: dict[str, Move] = {
            c.BACK: Pop(),
            c.MENU: Pop(),
            c.SKIP: Below(command),
            c.HISTORY: Open("history", (self.play, self._here), instead=True),
            "names": Open("names", (self.play, False)),
            "settings": Open("settings"),
            "copy": Open("handed", self.play),
            "home": Home(),
            c.LEAVE: Leave(),
        }
        return moves.get(command.what)

    def air(self, below: Air) -> Air:
        """Return what is heard in the play, further away."""
        return below._replace(share=LOWERED)

    def _makes_sense(self, what: str) -> bool:
        absent = {
            c.SKIP: self.play.session.finished,
            "copy": self.play.hand_in is None,
            "names": self.play.hand_in is not None or self.play.way == "vote",
        }
        return not absent.get(what, False)
