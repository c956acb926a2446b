"""Something for a class to talk or to write about: the prompts of a scene that is over, or a moment of silence."""

from __future__ import annotations

from game.host import Play
from game.language import _
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.compose import View
from game.window.layout import Layout, Look
from game.window.moves import Move, Open, Pop, Screen
from game.window.page import Control, page
from game.window.prose import backdrop
from game.window.spread import spread
from game.window.timer import TIMER, Timer
from game.window.typeset import Span


class Talk(Screen):
    """A heading and what to talk about, with the picture `view`, a timer to set, and the move `after` it."""

    def __init__(self, play: Play, heading: str, words: tuple[str, ...], view: View, after: Move) -> None:
        super().__init__()
        self.play = play
        self.timer = Timer()
        self._heading = heading
        self._asked = words
        self._view = view
        self._after = after
        self._picks = play.session.picks

    @property
    def over(self) -> bool:
        """Whether an answer was taken back meanwhile."""
        return self.play.session.picks != self._picks

    def renew(self) -> bool:
        """Follow the timer."""
        return self.timer.ticked

    def layout(self, look: Look) -> Layout:
        """Return the page."""
        column = Column(look, spread(look).column)
        column.text("heading", "note", Span(self._heading, "overline"))
        column.space(0.4)
        for number, words in enumerate(self._asked):
            column.text(f"asked {number}", "paragraph", Span(words, "voice" if number == 0 else "aside"))
            column.space(0.6)
        column.target("on", "button", Command("on"), Span(_("Turn the page"), "turn"))
        self.timer.set_in(column)
        column.lower(0.3)
        here = backdrop(self.play, self._view)
        menu = Control("menu", _("Menu"), Command(c.MENU))
        back = Control("rewind", _("Go back"), Command(c.REWIND), "left")
        key = f"talk {len(self._picks)} {self._heading}"
        return page(look, self, column, backdrop=here, foot=(back, menu), key=key, last="on")

    def handle(self, command: Command) -> Move | None:
        """Go on, or set the timer."""
        match command.what:
            case "on" | c.PAGE_DOWN | c.SKIP | c.FORWARD:
                return self._after
            case "timer":
                self.timer.step(1)
            case c.LEFT | c.RIGHT if self.focus == TIMER:
                self.timer.step(1 if command.what == c.RIGHT else -1)
            case c.RIGHT:
                return self._after
            case c.MENU | c.BACK:
                return Open("pause", self.play)
            case c.REWIND | c.LEFT | c.PAGE_UP:
                return Pop()
        return None
